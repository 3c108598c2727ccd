// The picture: only what changes is handed to vis-network.
const graph = byId("graph");
const given = { nodes: new Map(), edges: new Map() };
let lit = { nodes: new Set(), edges: new Set() }, labels = [];
const dimming = () => Boolean(state.chosen || state.way?.steps.length);

function near() {
  const edge = edgesById.get(state.chosen);
  const links = state.way ? state.way.steps.map(({ edge }) => edge) : edge ? [edge] : state.chosen ? linksOf.get(state.chosen) : [];
  const found = { nodes: new Set(placed.has(state.chosen) ? [state.chosen] : []), edges: new Set() };
  for (const link of links) { found.nodes.add(link.from).add(link.to); found.edges.add(link.id); }
  return found;
}

function nodeLook({ id, color }) {
  const background = shade("fill", color), strong = { background, border: colour("ink") };
  return { hidden: hidden.nodes.has(id), opacity: !dimming() || lit.nodes.has(id) ? 1 : 0.2,
    color: { background, border: shade("border", color), highlight: strong, hover: strong } };
}

function edgeLook({ id, color: { color, opacity } }) {
  const dim = dimming(), bright = dim && lit.edges.has(id), line = shade("line", color);
  return { hidden: hidden.edges.has(id), width: bright ? 3 : 1.7,
    color: { color: line, highlight: line, hover: line, inherit: false, opacity: bright ? 1 : dim ? 0.12 : opacity } };
}

/** The looks of these that are not as they were given last. */
function changed(kind, things, look) {
  return things.flatMap((thing) => {
    const now = look(thing), text = JSON.stringify(now);
    if (given[kind].get(thing.id) === text) return [];
    given[kind].set(thing.id, text);
    return [{ id: thing.id, ...now }];
  });
}

const dressed = (kind, things, look) => changed(kind, things, look).map((its, place) => ({ ...things[place], label: undefined, ...its }));
const nodes = new vis.DataSet(dressed("nodes", picture.nodes, nodeLook)), edges = new vis.DataSet(dressed("edges", picture.edges, edgeLook));
const network = new vis.Network(graph, { nodes, edges }, picture.options);

function paint() {
  lit = near();
  const newNodes = changed("nodes", picture.nodes, nodeLook), newEdges = changed("edges", picture.edges, edgeLook);
  if (newNodes.length) nodes.update(newNodes);
  if (newEdges.length) edges.update(newEdges);
  letter();
}

function view() {
  const { width, height } = graph.getBoundingClientRect(), from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: width, y: height });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

/** Finds room for the labels; the picture is drawn with them in the next frame. */
function letter() {
  labels = labelsFor(network.getScale(), lit, dimming(), state.moved ? null : view());
  network.renderer._requestRedraw();
}

/** Labels and headings within a frame, and the ring around the node that the keys are at. */
function write(brush, seen) {
  const scale = network.getScale(), dim = dimming();
  for (const { id, left, right, top, bottom, type } of labels) {
    if (right < seen.left || left > seen.right || bottom < seen.top || top > seen.bottom) continue;
    letters(brush, words.get(id).lines, (left + right) / 2, top, type, { faint: dim && !lit.nodes.has(id) });
  }
  for (const head of heads) {
    const type = headType(head, scale);
    letters(brush, head.lines, head.x, headBox(head, type).top, type, { role: "muted", weight: "bold" });
  }
  if (!placed.has(state.cursor) || !(state.cursor === state.chosen || graph.contains(document.activeElement))) return;
  const { x, y, size } = placed.get(state.cursor);
  brush.lineWidth = 3 / scale;
  brush.strokeStyle = colour("focus");
  brush.beginPath();
  brush.arc(x, y, size + 4, 0, 2 * Math.PI);
  brush.stroke();
}
network.on("afterDrawing", (brush) => write(brush, view()));

function bringIntoView(ids) {
  const box = graph.getBoundingClientRect(), inside = ({ x, y }) => x > 30 && y > 30 && x < box.width - 30 && y < box.height - 60;
  if (ids.every((id) => inside(network.canvasToDOM(placed.get(id))))) return;
  if (ids.length === 1) show(placed.get(ids[0]));
  else network.fit({ nodes: ids, maxZoomLevel: Math.max(network.getScale(), 0.4), animation: false });
  state.moved = true;
}

/** The frame of the whole picture, with its labels and headings. */
function extent() {
  const boxes = [...byLinks.map((id) => labelBox(id, placed.get(id).font.size)), ...heads.map((head) => headBox(head, head.font))];
  return { left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top), ...picture.nodes.map(({ y, size }) => y - size)), bottom: Math.max(...boxes.map((box) => box.bottom)) };
}

/** Moves the picture so that this place is seen, near the middle, and the picture fills the window as far as it can. */
function show({ x, y }) {
  const { width, height } = graph.getBoundingClientRect(), scale = network.getScale(), edge = 12 / scale, { left, right, top, bottom } = extent();
  const within = (at, low, high, half) => (high - low + 2 * edge <= 2 * half ? (low + high) / 2 : Math.min(Math.max(at, low - edge + half), high + edge - half));
  network.moveTo({ position: { x: within(x, left, right, width / scale / 2), y: within(y, top, bottom, height / scale / 2) }, animation: false });
}
