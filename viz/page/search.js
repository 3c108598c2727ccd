// Search: a box that offers what it finds, by label or name.
function matches(text, allowed) {
  const rank = (id) => {
    const label = folded(labelOf(id)), name = folded(data.nodes[id].name);
    return label === text ? 0 : label.startsWith(text) ? 1 : name.startsWith(text) ? 2 : label.includes(text) ? 3 : name.includes(text) ? 4 : 9;
  };
  if (!text) return [];
  const ranked = byLinks.filter(allowed).map((id) => [rank(id), id]).filter(([place]) => place < 9);
  return ranked.sort((a, b) => a[0] - b[0]).slice(0, 8).map(([, id]) => id);
}

function fullName(id) {
  const { label, name } = data.nodes[id];
  return name && !label.startsWith(name) ? (name.startsWith(label) ? name : `${label} – ${name}`) : label;
}

/** Makes an input and a list a combo box whose choice is handed to `take`. */
function combobox(input, list, take, allowed = () => true) {
  let hits = [], active = -1;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");

  function look() {
    const text = folded(input.value.trim());
    hits = matches(text, allowed);
    active = hits.length ? 0 : -1;
    list.replaceChildren(...hits.map((id, place) => {
      const item = make("li", { role: "option", id: `${list.id}-${place}` }, fullName(id));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(id); });
      return item;
    }));
    if (text && !hits.length) list.append(make("li", { role: "option", "aria-disabled": "true" }, "Nothing of this name in the picture"));
    list.hidden = !text;
    mark();
  }
  function mark() {
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0 && !list.hidden) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }
  function shut() { list.hidden = true; mark(); }
  function choose(id) { shut(); take(id); }

  input.addEventListener("input", look);
  input.addEventListener("focus", () => { if (input.value) look(); });
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); if (active >= 0) choose(hits[active]); }
    else if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); shut(); }
    else if (/^Arrow(Up|Down)$/.test(event.key) && hits.length) {
      event.preventDefault();
      active = (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      mark();
    }
  });
}

const search = byId("search");
combobox(search, byId("found"), (id) => {
  network.moveTo({ position: placed.get(id), animation: false });
  state.moved = true;
  open(id);
});
byId("tools").addEventListener("submit", (event) => event.preventDefault());
