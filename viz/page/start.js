// All is defined: draw.
history.replaceState({ depth: state.depth }, "");
document.body.classList.add("live");
whole();
filter();
new ResizeObserver(() => { if (!state.moved) requestAnimationFrame(whole); }).observe(graph);
network.once("afterDrawing", () => { window.migovReady = true; });
