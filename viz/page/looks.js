// The look of the page: light, dark, or greys for print. On paper the picture stands as lines and letters, not as dots.
const looks = byId("look"), paper = byId("paper");

function wear(look) {
  root.dataset.look = look;
  colours = {};
}
looks.value = root.dataset.look;
looks.addEventListener("change", () => { wear(looks.value); paint(); });

addEventListener("beforeprint", () => {
  if (looks.value === "dark") wear("light");
  paper.replaceChildren(svg().root);
});
addEventListener("afterprint", () => {
  wear(looks.value);
  paper.replaceChildren();
});
