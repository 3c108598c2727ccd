const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const { picture } = data;
const placed = new Map(picture.nodes.map((node) => [node.id, node]));
const edgesById = new Map(data.edges.map((edge) => [edge.id, edge]));
const linksOf = new Map(picture.nodes.map(({ id }) => [id, []]));
for (const edge of data.edges) for (const end of new Set([edge.from, edge.to])) linksOf.get(end).push(edge);
const byLinks = [...linksOf.keys()].sort((a, b) => linksOf.get(b).length - linksOf.get(a).length || (a < b ? -1 : 1));
const hidden = { nodes: new Set(), edges: new Set() };
const nodes = new vis.DataSet(picture.nodes), edges = new vis.DataSet(picture.edges);
const graph = byId("graph"), panel = byId("panel"), search = byId("search"), found = byId("found"), theme = byId("theme");
const network = new vis.Network(graph, { nodes, edges }, picture.options);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
const ink = colour("ink"), pale = `${ink}38`, ring = colour("focus");
const pen = document.createElement("canvas").getContext("2d");
pen.font = `100px ${picture.options.nodes.font.face}`;
const halves = new Map(picture.nodes.map(({ id, label }) =>
  [id, Math.max(...label.split("\n").map((line) => pen.measureText(line).width)) / 200]));
const READABLE = 10.5; // pixels: a smaller label is enlarged, and left out where it would then cover another
const HUBS = 12; // so many of the best connected keep their label even where it covers a smaller node
let chosen = "", cursor = "", depth = 0, moved = false;

// ---- words and elements; text enters the page as text only ----------------------------------------------------
const plural = (count, one, many) => `${count} ${count === 1 ? one : many}`;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const themes = (slugs) => slugs.map((slug) => data.themes[slug]).join("; ");
const claimCount = (edge) => (edge.claims.length ? plural(edge.claims.length, "claim", "claims") : "no claims recorded");

function make(tag, settings = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child));
  return element;
}
const open = (id) => { location.hash = encodeURI(id); };
const close = () => { if (location.hash) location.hash = ""; };
const nameButton = (id) => make("button", { type: "button", class: "name", onclick: () => open(id) }, data.nodes[id].label);
const section = (title, list) => [make("h3", {}, title), make("ul", {}, ...list)];

// ---- panel --------------------------------------------------------------------------------------------------
function overview() {
  const busiest = byLinks.slice(0, 12).map((id) =>
    make("li", {}, nameButton(id), make("span", { class: "place" }, ` ${data.nodes[id].kind}, ${plural(linksOf.get(id).length, "link", "links")}`)));
  return [
    make("h2", { tabindex: "-1" }, "What stands behind it"),
    make("p", {}, "Choose a node or a link to read the claims behind it. Each claim names its document and the place in it."),
    ...section("Most links", busiest)];
}

function aboutNode(id) {
  const node = data.nodes[id], links = linksOf.get(id);
  const link = (edge) => {
    const away = edge.from === id || edge.undirected, other = nameButton(edge.from === id ? edge.to : edge.from);
    return make("li", {}, ...(away ? [`${edge.label} `, other] : [other, ` ${edge.label} this`]), edge.status && ` (${edge.status})`,
      make("button", { type: "button", class: "evidence", "aria-label": `${edge.saying}: ${claimCount(edge)}`, onclick: () => open(edge.id) }, claimCount(edge)));
  };
  return [
    make("h2", { tabindex: "-1" }, node.label),
    node.name !== node.label && make("p", {}, node.name),
    make("p", { class: "kind" }, node.kind),
    facts(node.facts),
    ...section(links.length ? plural(links.length, "link", "links") : "No links recorded in this picture", links.map(link)),
    ...(node.themes.length ? [make("h3", {}, "Themes"), make("p", {}, themes(node.themes))] : [])];
}

function aboutEdge(edge) {
  const claims = edge.claims.map((claim) => make("li", {},
    make("div", {}, claim.what || "no further words"),
    make("div", { class: "place" },
      [claim.document || "judged by the editors", claim.locator, claim.lines && `lines ${claim.lines}`, claim.certainty].filter(Boolean).join(", "))));
  return [
    make("h2", { tabindex: "-1" }, `${data.nodes[edge.from].label} ${edge.label} ${data.nodes[edge.to].label}`),
    facts([["Status", edge.status || "not stated"], ["Themes", themes(edge.themes)]]),
    ...section("Between", [edge.from, edge.to].map((end) => make("li", {}, nameButton(end)))),
    ...(claims.length ? section(claimCount(edge), claims) : [make("h3", {}, "Claims"), make("p", {}, "No claims recorded for this link.")])];
}

function facts(pairs) {
  const told = pairs.filter(([, value]) => value);
  return told.length > 0 && make("dl", {}, ...told.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function fillPanel(unknown) {
  const edge = edgesById.get(chosen);
  const bar = chosen && make("div", { class: "bar" },
    depth > 0 && make("button", { type: "button", id: "back", onclick: () => history.back() }, "Back"),
    make("button", { type: "button", id: "close", onclick: leave }, "Close"));
  const note = hidden.nodes.has(chosen) || hidden.edges.has(chosen)
    ? make("p", { class: "warning" }, "Hidden by the filters. ", make("button", { type: "button", onclick: showAll }, "Show all"))
    : unknown && make("p", { class: "warning" }, `This picture does not hold “${unknown}”.`);
  const content = edge ? aboutEdge(edge) : chosen ? aboutNode(chosen) : overview();
  panel.replaceChildren(...[bar, note, ...content].filter(Boolean));
  panel.scrollTop = 0;
}

// ---- the picture: what is chosen, filtered out or too small to read is drawn anew in one go ---------------------
function near() {
  const edge = edgesById.get(chosen);
  const links = edge ? [edge] : chosen ? linksOf.get(chosen) : data.edges;
  const lit = { nodes: new Set(chosen && !edge ? [chosen] : []), edges: new Set() };
  for (const link of links) { lit.nodes.add(link.from).add(link.to); lit.edges.add(link.id); }
  return lit;
}

function letters(lit) {
  const least = READABLE / network.getScale(), sizes = new Map();
  const visible = byLinks.filter((id) => !hidden.nodes.has(id));
  const bright = visible.filter((id) => lit.nodes.has(id)).sort((a, b) => (b === chosen) - (a === chosen));
  // What is chosen and its neighbours come first, and may cover what is dimmed.
  const shown = chosen ? [...bright, ...visible.filter((id) => !lit.nodes.has(id))] : visible;
  const shapes = (chosen ? bright : visible).map((id) => { const { x, y, size } = placed.get(id); return [id, x - size, y - size, x + size, y + size]; });
  const taken = [];
  for (const [place, id] of shown.entries()) {
    const own = placed.get(id).font.size, type = Math.max(own, least), box = [id, ...labelBox(id, type)];
    const covers = (b) => b[0] !== id && box[1] < b[3] && b[1] < box[3] && box[2] < b[4] && b[2] < box[4];
    if (type > own && (taken.some(covers) || (place >= HUBS && shapes.some(covers)))) continue;
    taken.push(box);
    sizes.set(id, type);
  }
  return sizes;
}

function labelBox(id, type) {
  const { x, y, size, label } = placed.get(id), half = halves.get(id) * type;
  return [x - half - 3, y + size + 2, x + half + 3, y + size + 4 + label.split("\n").length * type * 1.1];
}

function paint() {
  const lit = near(), sizes = letters(lit);
  nodes.update(picture.nodes.map(({ id, label, font }) => {
    const bright = !chosen || lit.nodes.has(id);
    const size = sizes.get(id) ?? font.size;
    return { id, hidden: hidden.nodes.has(id), opacity: bright ? 1 : 0.2, label: sizes.has(id) ? label : " ",
      font: { size, vadjust: font.vadjust * size / font.size, color: bright ? ink : pale } };
  }));
  edges.update(picture.edges.map(({ id, color }) => {
    const bright = chosen && lit.edges.has(id);
    return { id, hidden: hidden.edges.has(id), width: bright ? 3 : 1.7,
      color: { ...color, opacity: bright ? 1 : chosen ? 0.12 : color.opacity } };
  }));
}

function bringIntoView(id) {
  const at = network.canvasToDOM(placed.get(id)), box = graph.getBoundingClientRect();
  if (at.x < 30 || at.y < 30 || at.x > box.width - 30 || at.y > box.height - 60) {
    network.moveTo({ position: placed.get(id), animation: false });
  }
}

// ---- choosing: the address is the only memory, so that Back, links and bookmarks agree ---------------------------
function follow() {
  let wanted = location.hash.slice(1);
  try { wanted = decodeURI(wanted); } catch { /* an address typed by hand */ }
  chosen = placed.has(wanted) || edgesById.has(wanted) ? wanted : "";
  if (placed.has(chosen)) cursor = chosen;
  fillPanel(chosen ? "" : wanted);
  paint();
  if (chosen) bringIntoView(edgesById.get(chosen)?.from ?? chosen);
}

function leave() { close(); graph.focus(); }

addEventListener("hashchange", () => {
  if (history.state) ({ depth } = history.state);
  else { depth += 1; history.replaceState({ depth }, ""); }
  follow();
  if (chosen) panel.querySelector("h2").focus();
});
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  const id = node ?? edge;
  if (id === undefined) close(); else open(id);
});

// ---- filters ------------------------------------------------------------------------------------------------
const boxes = [...byId("kinds").querySelectorAll("input")];

function filter() {
  const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value)), wanted = theme?.value, own = `theme/${wanted}`;
  const has = (id) => !wanted || id === own || data.nodes[id].themes.includes(wanted);
  const on = (id) => !off.has(data.nodes[id].kind);
  // A link without themes of its own speaks of the theme only if both its ends do.
  const fits = ({ from, to, themes: its }) => !wanted || its.includes(wanted) || from === own || to === own || (!its.length && has(from) && has(to));
  const kept = data.edges.filter((edge) => on(edge.from) && on(edge.to) && fits(edge));
  const ends = new Set(kept.flatMap(({ from, to }) => [from, to])), ids = new Set(kept.map(({ id }) => id));
  hidden.nodes = new Set(byLinks.filter((id) => !on(id) || !(has(id) || ends.has(id))));
  hidden.edges = new Set(data.edges.map(({ id }) => id).filter((id) => !ids.has(id)));
  const count = (left, all, one, many) => (left === all ? plural(all, one, many) : `${left} of ${plural(all, one, many)}`);
  byId("status").textContent = `Shown: ${count(placed.size - hidden.nodes.size, placed.size, "node", "nodes")}, ${count(kept.length, data.edges.length, "link", "links")}`;
  follow();
}

function showAll() {
  for (const box of boxes) box.checked = true;
  if (theme) theme.value = "";
  filter();
}

byId("tools").addEventListener("change", (event) => { if (event.target !== search) filter(); });
byId("tools").addEventListener("submit", (event) => event.preventDefault());
byId("everything").addEventListener("click", showAll);
byId("to-tables").addEventListener("click", () => {
  byId("tables").open = true;
  byId("tables").querySelector("summary").focus();
  byId("tables").scrollIntoView();
});
