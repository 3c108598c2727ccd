// While the picture is dragged it is not drawn anew at each step: it is drawn once, with room around it, and moved as a whole.
const LARGE = 400; // nodes above which it glides while it is zoomed, too
const ROOM = 0.5; // of the window's width and height, drawn on each side of it
const MOST_PIXELS = 16_000_000; // more than this is too large a bitmap for some browsers
const SHARP = 1.5; // a bitmap enlarged or reduced more than this is drawn anew
const sheet = document.createElement("canvas");
const { renderer, canvas, body } = network;
const redraw = renderer._redraw.bind(renderer);
let drawn = null; // where the picture stands on the sheet, and how large

function prepare() {
  const { width, height, clientWidth } = canvas.frame.canvas, ratio = width / clientWidth, { scale, translation } = body.view;
  const room = Math.max(0, Math.min(ROOM, (Math.sqrt(MOST_PIXELS / (width * height)) - 1) / 2));
  const left = Math.round(width * room), top = Math.round(height * room);
  Object.assign(sheet, { width: width + 2 * left, height: height + 2 * top });
  drawn = { scale, x: ratio * translation.x + left, y: ratio * translation.y + top };
  const brush = sheet.getContext("2d");
  brush.setTransform(ratio * scale, 0, 0, ratio * scale, drawn.x, drawn.y);
  renderer._drawEdges(brush);
  renderer._drawNodes(brush, true);
  renderer._drawArrows(brush);
  write(brush, { left: -drawn.x / (ratio * scale), top: -drawn.y / (ratio * scale),
    right: (sheet.width - drawn.x) / (ratio * scale), bottom: (sheet.height - drawn.y) / (ratio * scale) });
}

/** Where the sheet must lie, in pixels of the canvas; it covers the window, or where there is no room around it as much as it can. */
function place() {
  const { width, height, clientWidth } = canvas.frame.canvas, ratio = width / clientWidth, { scale, translation } = body.view;
  const by = scale / drawn.scale, x = ratio * translation.x - drawn.x * by, y = ratio * translation.y - drawn.y * by;
  const covers = x <= 0 && y <= 0 && x + sheet.width * by >= width && y + sheet.height * by >= height;
  return { x, y, by, fits: covers && by < SHARP && by > 1 / SHARP };
}

renderer._redraw = (hide = false) => {
  if (!state.gliding || hide || !renderer.allowRedraw) { redraw(hide); return; }
  renderer.redrawRequested = false;
  if (!drawn || !place().fits) prepare();
  const { x, y, by } = place(), brush = canvas.getContext(), { width, height } = canvas.frame.canvas;
  brush.setTransform(1, 0, 0, 1, 0, 0);
  brush.clearRect(0, 0, width, height);
  brush.drawImage(sheet, x, y, sheet.width * by, sheet.height * by);
};

function glide() { state.gliding = true; }

/** Draws the picture itself again. */
function settle() {
  state.gliding = false;
  drawn = null;
  letter();
}

let soon = 0;
network.on("dragStart", glide);
network.on("dragEnd", () => { state.moved = true; settle(); });
network.on("zoom", () => {
  state.moved = true;
  if (placed.size > LARGE) glide();
  clearTimeout(soon);
  soon = setTimeout(settle, 120);
});
