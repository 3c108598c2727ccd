// The same content as tables, with a search of their own.
const tables = byId("tables"), rowSearch = byId("rows");
let rows = null;

function sift() {
  rows ??= [...tables.querySelectorAll("tbody tr")].map((row) => [row, folded(row.textContent)]);
  const wanted = folded(rowSearch.value).split(/\s+/).filter(Boolean);
  let left = 0;
  for (const [row, text] of rows) {
    row.hidden = !wanted.every((word) => text.includes(word));
    if (!row.hidden) left += 1;
  }
  byId("rows-left").textContent = wanted.length ? `${left.toLocaleString("en")} of ${plural(rows.length, "row", "rows")}` : plural(rows.length, "row", "rows");
}
rowSearch.addEventListener("input", sift);
byId("to-picture").addEventListener("click", () => {
  scrollTo(0, 0);
  graph.focus({ preventScroll: true });
});
byId("to-tables").addEventListener("click", () => {
  tables.open = true;
  rowSearch.focus();
  tables.scrollIntoView();
});
