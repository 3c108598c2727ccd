// ---- search -------------------------------------------------------------------------------------------------
let hits = [], active = -1;

function look() {
  const text = folded(search.value.trim());
  const rank = (id) => {
    const label = folded(data.nodes[id].label), name = folded(data.nodes[id].name);
    return label === text ? 0 : label.startsWith(text) ? 1 : name.startsWith(text) ? 2 : label.includes(text) ? 3 : name.includes(text) ? 4 : 9;
  };
  hits = text ? byLinks.map((id) => [rank(id), id]).filter(([place]) => place < 9).sort((a, b) => a[0] - b[0]).slice(0, 8).map(([, id]) => id) : [];
  active = hits.length ? 0 : -1;
  found.replaceChildren(...hits.map((id, place) => {
    const { label, name } = data.nodes[id];
    const item = make("li", { role: "option", id: `found-${place}` }, name && !label.startsWith(name) ? (name.startsWith(label) ? name : `${label} – ${name}`) : label);
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(id); });
    return item;
  }));
  if (text && !hits.length) found.append(make("li", { role: "option", "aria-disabled": "true" }, "Nothing of this name in the picture"));
  found.hidden = !text;
  mark();
}

function mark() {
  [...found.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
  search.setAttribute("aria-expanded", String(!found.hidden));
  if (active >= 0 && !found.hidden) search.setAttribute("aria-activedescendant", `found-${active}`);
  else search.removeAttribute("aria-activedescendant");
}

function shut() { found.hidden = true; mark(); }
function take(id) { shut(); network.moveTo({ position: placed.get(id), animation: false }); open(id); }

search.addEventListener("input", look);
search.addEventListener("focus", () => { if (search.value) look(); });
search.addEventListener("blur", shut);
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") { event.preventDefault(); if (active >= 0) take(hits[active]); }
  else if (event.key === "Escape" && !found.hidden) { event.stopPropagation(); shut(); }
  else if (event.key.startsWith("Arrow") && hits.length && /Up|Down/.test(event.key)) {
    event.preventDefault();
    active = (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
    mark();
  }
});

// ---- keyboard and zoom ----------------------------------------------------------------------------------------
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function step([dx, dy]) {
  const shown = byLinks.filter((id) => !hidden.nodes.has(id)), from = placed.get(cursor);
  let best = from && !hidden.nodes.has(cursor) ? cursor : shown[0], least = Infinity;
  if (best === cursor) {
    for (const id of shown) {
      const x = placed.get(id).x - from.x, y = placed.get(id).y - from.y;
      const along = x * dx + y * dy, cost = along + 2.5 * Math.abs(x * dy - y * dx);
      if (along > 1 && cost < least) { best = id; least = cost; }
    }
  }
  if (!best) return;
  cursor = best;
  bringIntoView(cursor);
  byId("spoken").textContent = `${data.nodes[cursor].label}, ${data.nodes[cursor].kind}, ${plural(linksOf.get(cursor).length, "link", "links")}`;
  network.redraw();
}

function zoom(factor) { moved = true; network.moveTo({ scale: network.getScale() * factor, animation: false }); paint(); }
function whole() {
  const boxes = byLinks.map((id) => labelBox(id, placed.get(id).font.size)), room = graph.getBoundingClientRect();
  const left = Math.min(...boxes.map((box) => box[0])), right = Math.max(...boxes.map((box) => box[2]));
  const top = Math.min(...picture.nodes.map(({ y, size }) => y - size)), bottom = Math.max(...boxes.map((box) => box[3]));
  const scale = Math.min(1.4, (room.width - 24) / (right - left), (room.height - 24) / (bottom - top));
  if (scale > 0) network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  moved = false;
  paint();
}

graph.addEventListener("keydown", (event) => {
  const does = WAYS[event.key] ? () => step(WAYS[event.key])
    : { Enter: () => cursor && open(cursor), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: whole }[event.key];
  if (does && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); does(); }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && location.hash) leave(); });
byId("nearer").addEventListener("click", () => zoom(1.25));
byId("farther").addEventListener("click", () => zoom(0.8));
byId("whole").addEventListener("click", whole);
for (const change of ["focus", "blur"]) graph.addEventListener(change, () => network.redraw());

let soon = 0;
network.on("dragEnd", () => { moved = true; });
network.on("zoom", () => { moved = true; clearTimeout(soon); soon = setTimeout(paint, 120); });
network.on("afterDrawing", (brush) => {
  if (!placed.has(cursor) || !(cursor === chosen || graph.contains(document.activeElement))) return;
  const { x, y, size } = placed.get(cursor);
  brush.lineWidth = 3 / network.getScale();
  brush.strokeStyle = ring;
  brush.beginPath();
  brush.arc(x, y, size + 4, 0, 2 * Math.PI);
  brush.stroke();
});
graph.querySelector(".vis-network").tabIndex = -1; // the frame around it takes the keys
new ResizeObserver(() => { if (!moved) requestAnimationFrame(whole); }).observe(graph);

history.replaceState({ depth }, "");
whole();
filter();
network.once("afterDrawing", () => { window.migovReady = true; });
