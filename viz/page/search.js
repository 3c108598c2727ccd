// Search: a box that offers what it finds, by label, name or initials, and where that is nothing, by what is spelt alike.
const bare = (text) => folded(text).replace(/[^\p{L}\p{N}]+/gu, "");
const wordsOf = (text) => folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const sought = new Map(picture.nodes.map(({ id }) => {
  const { label, name } = data.nodes[id], initials = [label, name].map((text) => wordsOf(text.replace(/\b(of|the|and|for|on|in|to)\b/g, "")).map(([first]) => first).join(""));
  return [id, { label: bare(label), name: bare(name), initials, words: [...new Set([...wordsOf(label), ...wordsOf(name)])] }];
}));

/** How many letters must be changed, added, left out or swapped with the next to make one word of the other. */
function slips(one, other) {
  const rows = [[...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (one[i - 1] !== other[j - 1]), swapped);
    }
  }
  return rows[one.length][other.length];
}

/** Whether a word, or its beginning, is spelt like this one: the longer it is, the more slips are forgiven. */
function alike(typed, word) {
  const most = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  return typed === word || [word, word.slice(0, typed.length)].some((text) => Math.abs(text.length - typed.length) <= most && slips(typed, text) <= most);
}

function matches(text, allowed) {
  const whole = bare(text), typed = wordsOf(text);
  if (!whole) return [];
  const rank = ({ label, name, initials, words }) =>
    label === whole ? 0 : label.startsWith(whole) ? 1 : name.startsWith(whole) ? 2 : label.includes(whole) ? 3 : name.includes(whole) ? 4
      : typed.every((part) => words.some((word) => word.startsWith(part))) ? 5 : whole.length > 1 && initials.some((letters) => letters.startsWith(whole)) ? 6
        : 9;
  const best = (place) => byLinks.filter(allowed).map((id) => [place(sought.get(id)), id]).filter(([rank]) => rank < 9)
    .sort((a, b) => a[0] - b[0]).slice(0, 8).map(([, id]) => id);
  const found = best(rank);
  return found.length ? found : best(({ words }) => (typed.every((part) => words.some((word) => alike(part, word))) ? 0 : 9));
}

function fullName(id) {
  const { label, name } = data.nodes[id];
  return name && !label.startsWith(name) ? (name.startsWith(label) ? name : `${label} – ${name}`) : label;
}

const notHere = data.whole > picture.nodes.length
  ? `Nothing of this name in the picture. It shows ${picture.nodes.length.toLocaleString("en")} of ${data.whole.toLocaleString("en")}: what you seek may be among those it leaves out.`
  : "Nothing of this name in the picture";

/** Makes an input and a list a combo box whose choice is handed to `take`. */
function combobox(input, list, take, allowed = () => true) {
  let hits = [], active = -1;
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, value);
  list.setAttribute("role", "listbox");

  function look() {
    const text = input.value.trim();
    hits = matches(text, allowed);
    active = hits.length ? 0 : -1;
    list.replaceChildren(...hits.map((id, place) => {
      const item = make("li", { role: "option", id: `${list.id}-${place}` }, fullName(id));
      item.addEventListener("mousedown", (event) => { event.preventDefault(); choose(id); });
      return item;
    }));
    if (text && !hits.length) list.append(make("li", { role: "option", "aria-disabled": "true" }, notHere));
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
  show(placed.get(id));
  state.moved = true;
  open(id);
});
byId("tools").addEventListener("submit", (event) => event.preventDefault());
