// The picture as a file of its own: the whole of it, wherever the window stands, with title, legend and source.
const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 24;

function draw(tag, settings = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(settings)) element.setAttribute(name, typeof value === "number" ? Math.round(value * 100) / 100 : value);
  element.append(...children);
  return element;
}

function folding(text, width, size, weight = "") {
  const lines = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widths([longer], weight) * size <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const text = (line, x, y, size, settings = {}) =>
  draw("text", { x, y, "font-size": size, fill: colour("ink"), ...settings }, line);
const halo = (size) => ({ "text-anchor": "middle", stroke: colour("paper"), "stroke-width": 0.28 * size, "stroke-linejoin": "round", "paint-order": "stroke" });

function svgShape(shape, x, y, size, settings) {
  const corners = data.outlines[shape];
  return corners?.length ? draw("polygon", { points: corners.map(([a, b]) => `${(x + a * size).toFixed(2)},${(y + b * size).toFixed(2)}`).join(" "), ...settings })
    : draw("circle", { cx: x, cy: y, r: size, ...settings });
}

function svgEdge({ from, to, arrows, smooth, dashes, id, color }) {
  const a = placed.get(from), b = placed.get(to), dim = dimming(), bright = dim && lit.edges.has(id);
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1, bend = smooth ? smooth.roundness * (smooth.type === "curvedCW" ? -1 : 1) : 0;
  const via = { x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend };
  const reach = Math.hypot(b.x - via.x, b.y - via.y) || 1, ux = (b.x - via.x) / reach, uy = (b.y - via.y) / reach;
  const tip = { x: b.x - ux * Math.min(b.size, length / 2), y: b.y - uy * Math.min(b.size, length / 2) }, pen = shade("line", color.color);
  const line = draw("path", { d: `M${a.x},${a.y}Q${via.x.toFixed(1)},${via.y.toFixed(1)} ${tip.x.toFixed(1)},${tip.y.toFixed(1)}`,
    fill: "none", stroke: pen, "stroke-width": bright ? 3 : 1.7, ...(dashes ? { "stroke-dasharray": dashes.join(" ") } : {}) });
  const head = [[0, 0], [-9, -3.6], [-9, 3.6]].map(([u, v]) => `${(tip.x + u * ux - v * uy).toFixed(1)},${(tip.y + u * uy + v * ux).toFixed(1)}`);
  return draw("g", { opacity: bright ? 1 : dim ? 0.12 : color.opacity }, line, ...(arrows ? [draw("polygon", { points: head.join(" "), fill: pen })] : []));
}

function svgNode({ id, x, y, size, shape, color }) {
  const faint = dimming() && !lit.nodes.has(id);
  return svgShape(shape, x, y, size, { fill: shade("fill", color), stroke: shade("border", color), "stroke-width": 1.2, opacity: faint ? 0.2 : 1 });
}

function svgLetters(scale, labels) {
  const faint = (id) => dimming() && !lit.nodes.has(id);
  const put = (lines, x, top, size, settings) => lines.map((line, place) => text(line, x, top + (place + 0.82) * size * LEADING, size, { ...halo(size), ...settings }));
  return [
    ...labels.flatMap(({ id, left, right, top, type }) => put(words.get(id).lines, (left + right) / 2, top, type, faint(id) ? { opacity: 0.3, stroke: "none" } : {})),
    ...heads.flatMap((head) => put(head.lines, head.x, headBox(head, headType(head, scale)).top, headType(head, scale), { "font-weight": "bold", fill: colour("muted") })),
  ];
}

/** Lines of the legend that fit the width, and how high they are. */
function svgLegend(width, top) {
  const kinds = new Set(picture.nodes.filter(({ id }) => !hidden.nodes.has(id)).map(({ id }) => data.nodes[id].kind));
  const parts = [];
  let x = MARGIN, y = top + 8;
  for (const entry of [...data.legend.nodes.filter(({ kind }) => kinds.has(kind)), ...data.legend.lines]) {
    const sign = entry.shape ? 22 : 42, wide = sign + widths([entry.label]) * 13 + 20;
    if (x > MARGIN && x + wide > width - MARGIN) { x = MARGIN; y += 22; }
    parts.push(entry.shape ? svgShape(entry.shape, x + 8, y, 6.5, { fill: shade("fill", entry.colour), stroke: shade("border", entry.colour) })
      : draw("g", {}, draw("path", { d: `M${x} ${y}h${entry.arrow ? 27 : 34}`, stroke: shade("line", entry.colour), "stroke-width": 2, ...(entry.dashes ? { "stroke-dasharray": entry.dashes.join(" ") } : {}) }),
        ...(entry.arrow ? [draw("path", { d: `M${x + 34} ${y}l-8 -3.5v7z`, fill: shade("line", entry.colour) })] : [])),
    text(entry.label, x + sign, y + 4.5, 13));
    x += wide;
  }
  return { parts, bottom: y + 14 };
}

function svg() {
  const room = graph.getBoundingClientRect(), all = extent(), edge = 24; // enlarged labels need room beside
  const scale = Math.min(1.4, (Math.max(room.width, 640) - 2 * edge) / (all.right - all.left), (Math.max(room.height, 480) - 3 * edge) / (all.bottom - all.top));
  const seen = { left: all.left - edge / scale, top: all.top - 2 * edge / scale }; // headings may need room above
  const width = (all.right - all.left) * scale + 2 * edge, height = (all.bottom - all.top) * scale + 3 * edge;
  const full = Math.max(width, 640), parts = [];
  let y = MARGIN;
  for (const [said, size, settings] of [[data.caption.title, 20, { "font-weight": "bold" }], [data.caption.subtitle, 13, { fill: colour("muted") }], [byId("everything").hidden ? "" : byId("status").textContent, 13, { fill: colour("muted") }]]) {
    for (const line of said ? folding(said, full - 2 * MARGIN, size, settings["font-weight"]) : []) parts.push(text(line, MARGIN, y += size * 1.2, size, settings));
  }
  y += 12;
  const shown = [
    ...picture.edges.filter(({ id }) => !hidden.edges.has(id)).map(svgEdge),
    ...picture.nodes.filter(({ id }) => !hidden.nodes.has(id)).map(svgNode), ...svgLetters(scale, labelsFor(scale, lit, dimming(), null))];
  parts.push(draw("svg", { x: (full - width) / 2, y, width, height, viewBox: `${seen.left} ${seen.top} ${width / scale} ${height / scale}` }, ...shown));
  const legend = svgLegend(full, y + height);
  parts.push(...legend.parts);
  y = legend.bottom;
  for (const line of folding(data.caption.source, full - 2 * MARGIN, 11)) parts.push(text(line, MARGIN, y += 14, 11, { fill: colour("muted") }));
  const size = { width: full, height: y + MARGIN };
  const root = draw("svg", { ...size, viewBox: `0 0 ${full} ${size.height}`, "font-family": FACE, role: "img", "aria-label": data.caption.title },
    draw("rect", { ...size, fill: colour("paper") }), ...parts);
  return { ...size, root };
}

const asText = ({ root }) => new XMLSerializer().serializeToString(root);

function keep(blob, ending) {
  const name = folded(data.caption.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "picture";
  const link = make("a", { href: URL.createObjectURL(blob), download: `${name}.${ending}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`Saved as ${name}.${ending}`);
}

byId("save-svg").addEventListener("click", () => keep(new Blob([asText(svg())], { type: "image/svg+xml" }), "svg"));
byId("save-png").addEventListener("click", async () => {
  const drawn = svg(), image = new Image(), sheet = make("canvas", { width: Math.round(2 * drawn.width), height: Math.round(2 * drawn.height) });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(asText(drawn))}`;
  await image.decode();
  sheet.getContext("2d").drawImage(image, 0, 0, sheet.width, sheet.height);
  sheet.toBlob((blob) => keep(blob, "png"), "image/png");
});
