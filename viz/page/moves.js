// Keyboard and zoom.
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function step([dx, dy]) {
  const shown = byLinks.filter((id) => !hidden.nodes.has(id)), from = placed.get(state.cursor);
  let best = from && !hidden.nodes.has(state.cursor) ? state.cursor : shown[0], least = Infinity;
  if (best === state.cursor) {
    for (const id of shown) {
      const x = placed.get(id).x - from.x, y = placed.get(id).y - from.y;
      const along = x * dx + y * dy, cost = along + 2.5 * Math.abs(x * dy - y * dx);
      if (along > 1 && cost < least) { best = id; least = cost; }
    }
  }
  if (!best) return;
  state.cursor = best;
  bringIntoView([best]);
  say(`${labelOf(best)}, ${data.nodes[best].kind}, ${linkCount(best)}`);
  network.redraw();
}

function zoom(factor) {
  state.moved = true;
  network.moveTo({ scale: network.getScale() * factor, animation: false });
  letter();
}

function whole() {
  const { left, right, top, bottom } = extent();
  const room = graph.getBoundingClientRect(), above = heads.length ? 24 : 0; // pixels that enlarged headings may need
  const scale = Math.min(1.4, (room.width - 24) / (right - left), (room.height - 24 - above) / (bottom - top));
  if (scale > 0) network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom - above / scale) / 2 }, scale, animation: false });
  state.moved = false;
  letter();
}

graph.addEventListener("keydown", (event) => {
  const does = WAYS[event.key] ? () => step(WAYS[event.key])
    : { Enter: () => state.cursor && open(state.cursor), "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: whole }[event.key];
  if (does && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); does(); }
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && location.hash) leave(); });
byId("nearer").addEventListener("click", () => zoom(1.25));
byId("farther").addEventListener("click", () => zoom(0.8));
byId("whole").addEventListener("click", whole);
for (const change of ["focus", "blur"]) graph.addEventListener(change, () => network.redraw());

graph.querySelector(".vis-network").tabIndex = -1; // the frame around it takes the keys
