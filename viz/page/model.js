// What the page holds, and how it makes words and elements. Text enters the page as text only.
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const { picture } = data;
const placed = new Map(picture.nodes.map((node) => [node.id, node]));
const edgesById = new Map(data.edges.map((edge) => [edge.id, edge]));
const linksOf = new Map(picture.nodes.map(({ id }) => [id, []]));
for (const edge of data.edges) for (const end of new Set([edge.from, edge.to])) linksOf.get(end).push(edge);
const byLinks = [...linksOf.keys()].sort((a, b) => linksOf.get(b).length - linksOf.get(a).length || (a < b ? -1 : 1));

// What is chosen: a node or link by its id, or a way from one node to another. What the filters leave out.
const state = { chosen: "", way: null, cursor: "", depth: 0, moved: false, gliding: false };
const hidden = { nodes: new Set(), edges: new Set() };

// A light page is dark where the reader's screen is.
const root = document.documentElement;
root.dataset.look ??= matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
let colours = {};
/** The colour of a role in the look of the page: `paper`, `ink`. */
const colour = (role) => (colours[role] ??= getComputedStyle(root).getPropertyValue(`--${role}`).trim());
/** What a declared colour becomes as `fill`, `border` or `line`; without one, the ink. */
const shade = (role, declared) => colour(declared ? `${role}-${declared.slice(1)}` : "ink");

const plural = (count, one, many) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const labelOf = (id) => data.nodes[id].label;
const themes = (slugs) => slugs.map((slug) => data.themes[slug].label).join("; ");
const claimCount = (edge) => (edge.claims.length ? plural(edge.claims.length, "claim", "claims") : "no claims recorded");
const linkCount = (id) => plural(linksOf.get(id).length, "link", "links");

function make(tag, settings = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child));
  return element;
}

const open = (id) => { location.hash = encodeURI(id); };
const close = () => { if (location.hash) location.hash = ""; };
const say = (text) => { byId("spoken").textContent = text; };
const button = (settings, text, onclick) => make("button", { type: "button", ...settings, onclick }, text);
