// The picture: only what changes is handed to vis-network.
const graph = byId("graph");
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const colours = Object.fromEntries(["paper", "ink", "muted", "focus"].map((name) => [name, colour(name)]));
colours.pale = `${colours.ink}48`;
const nodes = new vis.DataSet(picture.nodes.map(({ label, ...node }) => node)), edges = new vis.DataSet(picture.edges);
const network = new vis.Network(graph, { nodes, edges }, picture.options);
const looks = { nodes: new Map(), edges: new Map() };
let lit = { nodes: new Set(), edges: new Set() }, labels = [];
const dimming = () => Boolean(state.chosen || state.way?.steps.length);

function near() {
  const edge = edgesById.get(state.chosen);
  const links = state.way ? state.way.steps.map(({ edge }) => edge) : edge ? [edge] : state.chosen ? linksOf.get(state.chosen) : [];
  const found = { nodes: new Set(placed.has(state.chosen) ? [state.chosen] : []), edges: new Set() };
  for (const link of links) { found.nodes.add(link.from).add(link.to); found.edges.add(link.id); }
  return found;
}

function changed(kind, id, look) {
  const text = JSON.stringify(look);
  if ((looks[kind].get(id) ?? plain[kind]) === text) return [];
  looks[kind].set(id, text);
  return [{ id, ...look }];
}
const plain = { nodes: JSON.stringify({ hidden: false, opacity: 1 }), edges: JSON.stringify({ hidden: false, width: 1.7, color: {} }) };

function paint() {
  lit = near();
  const dim = dimming();
  const newNodes = picture.nodes.flatMap(({ id }) =>
    changed("nodes", id, { hidden: hidden.nodes.has(id), opacity: !dim || lit.nodes.has(id) ? 1 : 0.2 }));
  const newEdges = picture.edges.flatMap(({ id, color }) => {
    const bright = dim && lit.edges.has(id);
    return changed("edges", id, { hidden: hidden.edges.has(id), width: bright ? 3 : 1.7,
      color: dim ? { ...color, opacity: bright ? 1 : 0.12 } : looks.edges.has(id) ? color : {} });
  });
  if (newNodes.length) nodes.update(newNodes);
  if (newEdges.length) edges.update(newEdges);
  letter();
}

function view() {
  const { width, height } = graph.getBoundingClientRect(), from = network.DOMtoCanvas({ x: 0, y: 0 }), to = network.DOMtoCanvas({ x: width, y: height });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function letter() {
  labels = labelsFor(network.getScale(), lit, dimming(), state.moved ? null : view());
  network.redraw();
}

network.on("afterDrawing", (brush) => {
  const scale = network.getScale(), seen = view(), dim = dimming();
  for (const { id, left, right, top, bottom, type } of labels) {
    if (right < seen.left || left > seen.right || bottom < seen.top || top > seen.bottom) continue;
    write(brush, words.get(id).lines, (left + right) / 2, top, type, !dim || lit.nodes.has(id) ? colours.ink : colours.pale);
  }
  for (const head of heads) {
    const type = headType(head, scale);
    write(brush, head.lines, head.x, headBox(head, type).top, type, colours.muted, "bold");
  }
  if (!placed.has(state.cursor) || !(state.cursor === state.chosen || graph.contains(document.activeElement))) return;
  const { x, y, size } = placed.get(state.cursor);
  brush.lineWidth = 3 / scale;
  brush.strokeStyle = colours.focus;
  brush.beginPath();
  brush.arc(x, y, size + 4, 0, 2 * Math.PI);
  brush.stroke();
});

function bringIntoView(ids) {
  const box = graph.getBoundingClientRect(), inside = ({ x, y }) => x > 30 && y > 30 && x < box.width - 30 && y < box.height - 60;
  if (ids.every((id) => inside(network.canvasToDOM(placed.get(id))))) return;
  if (ids.length === 1) network.moveTo({ position: placed.get(ids[0]), animation: false });
  else network.fit({ nodes: ids, maxZoomLevel: Math.max(network.getScale(), 0.4), animation: false });
  state.moved = true;
}
