// Filters: kinds of nodes and links, a theme with its narrower ones, a span of years.
const theme = byId("theme"), since = byId("since"), until = byId("until");
const boxes = { nodes: [...document.querySelectorAll("#kinds input")], links: [...document.querySelectorAll("#lines input")] };
const unchecked = (which) => new Set(boxes[which].filter((box) => !box.checked).map((box) => box.value));

/** Whether something on these themes is on the wanted one or on a narrower one. */
const onTheme = (slugs, wanted) => slugs.some((slug) => slug === wanted || data.themes[slug]?.within.includes(wanted));

function inTime(edge) {
  const from = since?.value, to = until?.value;
  if (!from && !to) return true;
  // A link without a date falls out of a span of years.
  return Boolean(edge.since) && (!from || edge.until.slice(0, 4) >= from) && (!to || edge.since.slice(0, 4) <= to);
}

function filter() {
  const off = unchecked("nodes"), offLinks = unchecked("links"), wanted = theme?.value;
  const has = (id) => !wanted || onTheme(data.nodes[id].themes, wanted) || own(id);
  const own = (id) => id.startsWith("theme/") && onTheme([id.slice(6)], wanted);
  const on = (id) => !off.has(data.nodes[id].kind);
  // A link without themes of its own speaks of the theme only if both its ends do.
  const fits = ({ from, to, themes: its }) => !wanted || onTheme(its, wanted) || own(from) || own(to) || (!its.length && has(from) && has(to));
  const kept = data.edges.filter((edge) => on(edge.from) && on(edge.to) && !offLinks.has(edge.label) && fits(edge) && inTime(edge));
  const ends = new Set(kept.flatMap(({ from, to }) => [from, to])), ids = new Set(kept.map(({ id }) => id));
  const timed = since?.value || until?.value, bare = !timed && !offLinks.size;
  hidden.nodes = new Set(byLinks.filter((id) => !on(id) || !(ends.has(id) || (bare && has(id)))));
  hidden.edges = new Set(data.edges.map(({ id }) => id).filter((id) => !ids.has(id)));
  const count = (left, all, one, many) => (left === all ? plural(all, one, many) : `${left.toLocaleString("en")} of ${plural(all, one, many)}`);
  const undated = timed ? data.edges.filter((edge) => !edge.since).length : 0;
  byId("status").textContent = `Shown: ${count(placed.size - hidden.nodes.size, placed.size, "node", "nodes")}, ${count(kept.length, data.edges.length, "link", "links")}`
    + (undated ? `; ${plural(undated, "link has", "links have")} no date` : "");
  byId("nothing").hidden = placed.size > hidden.nodes.size;
  byId("everything").hidden = !(hidden.nodes.size || hidden.edges.size);
  follow();
}

function showAll() {
  for (const box of [...boxes.nodes, ...boxes.links]) box.checked = true;
  for (const list of [theme, since, until]) if (list) list.value = "";
  filter();
}

byId("legend").addEventListener("change", filter);
byId("everything").addEventListener("click", () => { showAll(); search.focus(); });
for (const [which, inputs] of Object.entries(boxes)) {
  byId(`no-${which}`)?.addEventListener("click", () => {
    const on = !inputs.some((box) => box.checked);
    for (const box of inputs) box.checked = on;
    filter();
  });
}

// ---- two tabs: legend with filters, and details ----------------------------------------------------------------
const tabs = [...document.querySelectorAll("[role=tab]")];

function showTab(name) {
  for (const tab of tabs) {
    const on = tab.id === `tab-${name}`;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !on;
  }
}

for (const tab of tabs) {
  tab.addEventListener("click", () => showTab(tab.id.slice(4)));
  tab.addEventListener("keydown", ({ key }) => {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return;
    const other = tabs[(tabs.indexOf(tab) + 1) % tabs.length];
    showTab(other.id.slice(4));
    other.focus();
  });
}
