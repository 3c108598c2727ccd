// Labels and headings: drawn on the picture by ourselves, hubs first, so that none covers another.
const READABLE = 10.5; // pixels: a smaller label is enlarged, and stands where there is room
const HUBS = 12; // so many of the best connected keep their label even where it covers a smaller node
const LEADING = 1.17;
const FACE = picture.options.nodes.font.face;
const pen = document.createElement("canvas").getContext("2d");

function widths(lines, weight = "") {
  pen.font = `${weight} 100px ${FACE}`;
  return Math.max(0, ...lines.map((line) => pen.measureText(line).width)) / 100;
}
const words = new Map(picture.nodes.map(({ id, label }) => {
  const lines = label.split("\n");
  return [id, { lines, width: widths(lines) }];
}));
const heads = data.headings.map((head) => ({ ...head, width: widths(head.lines, "bold"), low: head.y + head.lines.length * head.font * 1.2 }));
for (const head of heads) {
  const room = heads.filter((other) => other !== head && Math.abs(other.low - head.low) < 60)
    .map((other) => Math.abs(other.x - head.x) / ((head.width + other.width) / 2 + 1));
  head.most = Math.max(head.font, Math.min(Infinity, ...room));
}
const headType = (head, scale) => Math.max(head.font, Math.min((READABLE + 1.5) / scale, head.most));
const headBox = (head, type) => ({ id: "", left: head.x - head.width * type / 2, right: head.x + head.width * type / 2,
  top: head.low - head.lines.length * type * LEADING, bottom: head.low });

/** Boxes by the cells they touch, so that thousands are looked up fast. */
function field(step) {
  const cells = new Map();
  function* keys({ left, right, top, bottom }) {
    for (let x = Math.floor(left / step); x <= Math.floor(right / step); x += 1)
      for (let y = Math.floor(top / step); y <= Math.floor(bottom / step); y += 1) yield x * 65536 + y;
  }
  return {
    add(box) { for (const key of keys(box)) (cells.get(key) ?? cells.set(key, []).get(key)).push(box); },
    covers(box) {
      for (const key of keys(box)) for (const other of cells.get(key) ?? [])
        if (other.id !== box.id && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return true;
      return false;
    },
  };
}

function labelBox(id, type, side = "below") {
  const { x, y, size } = placed.get(id), { lines, width } = words.get(id), wide = width * type, high = lines.length * type * LEADING;
  const left = { right: x + size + 4, left: x - size - 4 - wide }[side] ?? x - wide / 2;
  const top = { below: y + size + 3, above: y - size - 3 - high }[side] ?? y - high / 2;
  return { id, type, left, top, right: left + wide, bottom: top + high };
}

/** The labels that have room at this scale: what is chosen first, then the best connected. None is cut by a frame. */
function labelsFor(scale, lit, bright, frame) {
  const least = READABLE / scale, visible = byLinks.filter((id) => !hidden.nodes.has(id));
  const inside = (box) => !frame || (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom);
  const first = bright ? [...visible.filter((id) => lit.nodes.has(id)), ...visible.filter((id) => !lit.nodes.has(id))] : visible;
  const shapes = field(60 / scale), taken = field(60 / scale), put = [];
  for (const id of visible) {
    const { x, y, size } = placed.get(id);
    // What is chosen may cover what is dimmed.
    if (!bright || lit.nodes.has(id)) shapes.add({ id, left: x - size, right: x + size, top: y - size, bottom: y + size });
  }
  for (const head of heads) taken.add(headBox(head, headType(head, scale)));
  for (const [place, id] of first.entries()) {
    const own = placed.get(id).font.size, type = Math.max(own, least);
    const sides = ["below", "above", "right", "left"].map((side) => labelBox(id, type, side)).filter((box, place) => inside(box) || (type === own && !place));
    const free = type === own ? sides[0] : sides.find((box) => !taken.covers(box) && !shapes.covers(box))
      ?? (place < HUBS ? sides.find((box) => !taken.covers(box)) : undefined);
    if (!free) continue;
    taken.add(free);
    put.push(free);
  }
  return put;
}

function letters(brush, lines, x, top, type, { role = "ink", weight = "", faint = false }) {
  brush.font = `${weight} ${type}px ${FACE}`;
  brush.textAlign = "center";
  brush.lineJoin = "round";
  brush.lineWidth = 0.28 * type;
  brush.strokeStyle = colour("paper");
  brush.fillStyle = faint ? `${colour(role)}48` : colour(role);
  lines.forEach((line, place) => {
    const y = top + (place + 0.82) * type * LEADING;
    if (!faint) brush.strokeText(line, x, y);
    brush.fillText(line, x, y);
  });
}
