// Details: what is chosen, the claims behind it and where they stand.
const panel = byId("panel");
const heading = (text) => make("h2", { tabindex: "-1" }, text);
const nameButton = (id) => button({ class: "name" }, labelOf(id), () => open(id));
const evidence = (edge) => button({ class: "evidence", "aria-label": `${edge.saying}: ${claimCount(edge)}` }, claimCount(edge), () => open(edge.id));
const onThemes = (slugs) => (slugs.length ? [make("h3", {}, "Themes"), make("p", {}, themes(slugs))] : []);
const section = (title, list, tag = "ul") => [make("h3", {}, title), make(tag, {}, ...list)];

function facts(pairs) {
  const told = pairs.filter(([, value]) => value);
  return told.length > 0 && make("dl", {}, ...told.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]));
}

function overview() {
  const busiest = byLinks.slice(0, 12).map((id) =>
    make("li", {}, nameButton(id), make("span", { class: "place" }, ` ${data.nodes[id].kind}, ${linkCount(id)}`)));
  return [
    heading("What stands behind it"),
    make("p", {}, "Choose a node or a link to read the claims behind it. Each claim names its document and the place in it."),
    ...section("Most links", busiest)];
}

/** Links of a kind together; those that rest on most claims first. */
const byKind = (a, b) => a.label.localeCompare(b.label) || b.claims.length - a.claims.length;

function aboutNode(id) {
  const node = data.nodes[id], links = [...linksOf.get(id)].sort(byKind);
  const link = (edge) => {
    const away = edge.from === id || edge.undirected, other = nameButton(edge.from === id ? edge.to : edge.from);
    const row = make("li", {}, ...(away ? [`${edge.label} `, other] : [other, ` ${edge.label} this`]), edge.status && ` (${edge.status})`, " ", evidence(edge));
    if (hidden.edges.has(edge.id)) row.append(make("span", { class: "place" }, " hidden by the filters"));
    return row;
  };
  return [
    heading(node.label),
    node.name !== node.label && make("p", {}, node.name),
    make("p", { class: "kind" }, node.kind),
    facts(node.facts),
    pathForm(id),
    ...(links.length ? section(linkCount(id), links.map(link)) : [make("p", {}, "No links recorded in this picture.")]),
    ...onThemes(node.themes)];
}

function aboutEdge(edge) {
  const claims = edge.claims.map((claim) => make("li", {},
    make("div", {}, claim.what || "no further words"),
    make("div", { class: "place" }, claim.place)));
  const cited = [...new Set(edge.claims.map(({ document }) => document))].filter((name) => data.documents[name]).sort();
  return [
    heading(`${labelOf(edge.from)} ${edge.label} ${labelOf(edge.to)}`),
    facts([["Status", edge.status || "not stated"], ["Dates", dated(edge)]]),
    ...section("Between", [edge.from, edge.to].map((end) => make("li", {}, nameButton(end)))),
    ...(claims.length ? section(claimCount(edge), claims) : [make("h3", {}, "Claims"), make("p", {}, "No claims recorded for this link.")]),
    ...onThemes(edge.themes),
    ...(cited.length ? [make("h3", {}, "Documents"), facts(cited.map((name) => [name, data.documents[name]]))] : [])];
}

function aboutWay(way) {
  const steps = way.steps.map(({ edge }) => make("li", {}, `${edge.saying} `, evidence(edge)));
  const wider = !way.steps.length && way.from !== way.to && hidden.edges.size && shortest(way.from, way.to, new Set()).steps.length;
  return [
    heading(`From ${labelOf(way.from)} to ${labelOf(way.to)}`),
    make("p", {}, wayInWords(way)),
    wider && make("p", { class: "warning" }, "There is one in what the filters hide. ", button({}, "Show all", showAll)),
    ...(steps.length ? section("Link by link", steps, "ol") : []),
    ...section("Between", [way.from, way.to].map((end) => make("li", {}, nameButton(end)))),
    pathForm(way.from)];
}

function pathForm(from) {
  const input = make("input", { id: "to", type: "search", autocomplete: "off", spellcheck: "false", placeholder: "name or acronym" });
  const list = make("ul", { id: "to-found", "aria-label": "Found ends of a path", hidden: "" });
  combobox(input, list, (to) => open(`${from}/to/${to}`), (id) => id !== from);
  return make("div", { class: "find" }, make("label", { for: "to" }, `Show path from ${labelOf(from)} to`), input, list);
}

function dated({ since, until }) {
  return since === until || !until ? since : `${since || "not stated"} to ${until}`;
}

function fillPanel(unknown) {
  const { chosen, way, depth } = state, edge = edgesById.get(chosen);
  const bar = (chosen || way) && make("div", { class: "bar" },
    depth > 0 && button({ id: "back" }, "Back", () => history.back()), button({ id: "copy" }, "Copy link", copyLink), button({ id: "close" }, "Close", leave));
  const note = hidden.nodes.has(chosen) || hidden.edges.has(chosen)
    ? make("p", { class: "warning" }, "Hidden by the filters. ", button({}, "Show all", showAll))
    : unknown && make("p", { class: "warning" }, `This picture does not hold “${unknown}”.`);
  const content = way ? aboutWay(way) : edge ? aboutEdge(edge) : chosen ? aboutNode(chosen) : overview();
  panel.replaceChildren(...[bar, note, ...content].filter(Boolean));
  panel.scrollTop = 0;
}

/** Puts the address of what is chosen on the clipboard; where the browser forbids it, says where the address stands. */
async function copyLink() {
  const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  const told = done ? "Link copied" : "Copy the address of this page from the browser's address bar";
  say(told);
  const copy = byId("copy");
  if (copy) copy.textContent = done ? told : "Copy it from the address bar";
}

// ---- the address is the only memory, so that Back, links and bookmarks agree ----------------------------------
function wanted() {
  const text = location.hash.slice(1);
  try { return decodeURI(text); } catch { return text; /* an address typed by hand */ }
}

function follow() {
  const text = wanted();
  Object.assign(state, meant(text));
  const { chosen, way } = state, found = chosen || way;
  if (placed.has(chosen)) state.cursor = chosen;
  fillPanel(found ? "" : text);
  paint();
  if (way) bringIntoView([way.from, ...way.steps.map(({ end }) => end)]);
  else if (chosen) bringIntoView([edgesById.get(chosen)?.from ?? chosen]);
  if (way) say(wayInWords(way));
  if (text) showTab("details");
}

function leave() { close(); graph.focus(); }

addEventListener("hashchange", () => {
  if (history.state) ({ depth: state.depth } = history.state);
  else { state.depth += 1; history.replaceState({ depth: state.depth }, ""); }
  follow();
  if (state.chosen || state.way) panel.querySelector("h2").focus();
});
network.on("click", ({ nodes: [node], edges: [edge] }) => {
  const id = node ?? edge;
  if (id === undefined) close(); else open(id);
});
