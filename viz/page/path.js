// The shortest way from one node to another in what is shown; of equally short ones, the one with most claims behind it.
function shortest(from, to, skip = hidden.edges) {
  const reached = new Map([[from, { steps: 0, ways: 1, claims: 0, edge: null, before: "" }]]), queue = [from];
  for (const id of queue) {
    const here = reached.get(id);
    if (id === to) break;
    const next = new Map();
    for (const edge of linksOf.get(id)) {
      const other = edge.from === id ? edge.to : edge.from;
      if (skip.has(edge.id) || other === id) continue;
      if (!next.has(other) || next.get(other).claims.length < edge.claims.length) next.set(other, edge);
    }
    for (const [other, edge] of next) {
      const there = reached.get(other), claims = here.claims + edge.claims.length;
      if (!there) {
        reached.set(other, { steps: here.steps + 1, ways: here.ways, claims, edge, before: id });
        queue.push(other);
      } else if (there.steps === here.steps + 1) {
        there.ways += here.ways;
        if (claims > there.claims) Object.assign(there, { claims, edge, before: id });
      }
    }
  }
  const steps = [];
  for (let id = to; reached.has(id) && id !== from; id = reached.get(id).before) steps.unshift({ edge: reached.get(id).edge, end: id });
  return { from, to, steps, others: steps.length ? reached.get(to).ways - 1 : 0 };
}

function wayInWords({ from, to, steps, others }) {
  if (from === to) return `${labelOf(from)} is both ends of the path.`;
  if (!steps.length) return `No path: in what is shown, no chain of links joins ${labelOf(from)} and ${labelOf(to)}.`;
  const through = steps.slice(0, -1).map(({ end }) => labelOf(end));
  const more = others ? ` ${plural(others, "other path is", "other paths are")} as short; this one has most claims behind it.` : "";
  return `The shortest path has ${plural(steps.length, "link", "links")}${through.length ? `, by way of ${through.join(", then ")}` : ""}.${more}`;
}

/** What the address names: a node, a link, a path as in `agency/iom/to/agency/unhcr`, or nothing that is here. */
function meant(text) {
  if (placed.has(text) || edgesById.has(text)) return { chosen: text, way: null };
  for (let at = text.indexOf("/to/"); at >= 0; at = text.indexOf("/to/", at + 1)) {
    const from = text.slice(0, at), to = text.slice(at + 4);
    if (placed.has(from) && placed.has(to)) return { chosen: "", way: shortest(from, to) };
  }
  return { chosen: "", way: null };
}
