"""Exchange formats: what a reader gets back is what went in, however odd; and the same network gives the same bytes."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from math import isnan
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZipFile

import igraph
import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.assemble import Landscape as Assembled
from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.graph.project import project
from migov.ontology.drawing import Drawing
from migov.ontology.drawing import drawing as ontology
from migov.ontology.errors import InputError
from migov.viz import positions
from migov.viz.exchange import FORMATS, tables, write
from migov.viz.exchange.flat import Flat, flatten
from migov.viz.exchange.mermaid import MOST_CHARACTERS, MOST_EDGES, escaped
from migov.viz.exchange.values import text

Landscape = Callable[..., Network]
Places = Mapping[str, tuple[float, float]]

ODD = [
    None, "", " ", "  two  blanks ", 'say "hi"', "it's", "a\nb", "a\r\nb\rc\td", "back\\slash", "ends in \\", "\\N \\l", "&<>",
    "&amp; &#38;", "]]>", "<!--", "; ", "=1+1", "emoji 😀👩‍👩‍👧", "مرحبا", "\u202eright to left\u202c", "\x00\x01\x1f", "\ufffe",
    "\ud800", "{{x}}", "|", "%%", "end", "x" * 20_000, ["one", None, 2], [], {"k": "v"}, 0, -3, 2**70, 1.5, float("nan"),
    float("inf"), True, False,
]  # fmt: skip
letters = st.characters(exclude_categories=())
odd = st.sampled_from(ODD) | st.text(letters, max_size=8) | st.lists(st.text(letters, max_size=4), max_size=3)
names = st.text(letters, max_size=6) | st.sampled_from([o for o in ODD if isinstance(o, str)])
kinds = st.sampled_from(["UnAgency", "Project", "Theme", ""]) | st.text(letters, max_size=5)
relations = st.sampled_from(["collaboratesWith", "funds", "worksOn", ""]) | st.text(letters, max_size=5)
nodes = st.builds(
    Node,
    odd,
    odd,
    kinds,
    st.lists(names, max_size=2).map(tuple),
    st.lists(st.tuples(names, odd), max_size=3).map(tuple),
)  # type: ignore[arg-type]
claims = st.builds(
    Source, names, names, st.sampled_from(["", "3", "4-5"]), odd, st.sampled_from(["stated", "implied", ""])
)
ties = st.builds(Tie, relations, names, st.lists(names, max_size=2).map(tuple), st.lists(claims, max_size=2).map(tuple))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """A network whose texts are anything at all, with parallel edges, loops and attributes that others have added."""
    network = new_network(Caption(draw(names), draw(names), draw(names)))
    ends = draw(st.lists(names, unique=True, min_size=1, max_size=4))
    for name in ends:
        network.add_node(name, data=draw(nodes), **draw(st.dictionaries(st.sampled_from(["rank", "y", "Label"]), odd)))
    for _ in range(draw(st.integers(0, 5))):
        tie = draw(ties)
        network.add_edge(
            draw(st.sampled_from(ends)), draw(st.sampled_from(ends)), key=tie.kind, data=tie, share=draw(odd)
        )
    return network


odd_networks = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))(given(networks()))


def _places(network: Network) -> Places:
    return {name: (10.5 * number, -4.25 * number) for number, name in enumerate(sorted(network))}


def _flat(network: Network, style: Drawing | None = None) -> Flat:
    return flatten(network, _places(network), style or ontology(), {})


def _bytes(network: Network, format: str, style: Drawing | None = None) -> bytes:
    return write(network, _places(network), format, style, {})


def _expected(rows: Iterable[Mapping[str, Any]], *without: str) -> dict[str, dict[str, Any]]:
    """Attributes by id, lists joined."""
    return {
        str(row["id"]): {
            name: "; ".join(said) if isinstance(said, tuple) else said
            for name, said in row.items()
            if name not in without
        }
        for row in rows
    }


def _ends(flat: Flat) -> dict[str, tuple[str, ...]]:
    """Both ends by id of the edge, sorted where direction means nothing."""
    ends = {str(row["id"]): (str(row["source"]), str(row["target"])) for row in flat.edges}
    return ends if flat.directed else {edge: tuple(sorted(both)) for edge, both in ends.items()}  # type: ignore[misc]


def _check_networkx(flat: Flat, read: Any, edge_id: str) -> None:
    found = {
        node: {k: v for k, v in data.items() if k not in ("viz", "shape_type")} for node, data in read.nodes(data=True)
    }
    assert found == _expected(flat.nodes, "id")
    assert read.is_directed() == flat.directed
    edges = list(read.edges(data=True))
    said = {data[edge_id]: {k: v for k, v in data.items() if k not in ("id", edge_id)} for *_, data in edges}
    assert said == _expected(flat.edges, "id", "source", "target")
    ends = {data[edge_id]: (s, t) if flat.directed else tuple(sorted((s, t))) for s, t, data in edges}
    assert ends == _ends(flat)
    assert len(edges) == len(flat.edges)


@odd_networks
def test_gexf_comes_back_from_networkx(network: Network) -> None:
    """Nodes, edges and every attribute are read back as they were, whatever text they hold."""
    read = nx.read_gexf(io.BytesIO(_bytes(network, "gexf")))
    _check_networkx(_flat(network), read, "id")


@odd_networks
def test_graphml_comes_back_from_networkx(network: Network) -> None:
    """Nodes, edges, attributes and the caption are read back as they were."""
    flat = _flat(network)
    read = nx.read_graphml(io.BytesIO(_bytes(network, "graphml")), force_multigraph=True)
    _check_networkx(flat, read, "edge_id")
    assert [read.graph.get(name, "") for name in ("title", "subtitle", "source")] == [
        flat.title,
        flat.subtitle,
        flat.source,
    ]


@odd_networks
def test_graphml_comes_back_from_igraph(network: Network) -> None:
    """The same file gives igraph the same graph; what is absent is empty there.

    igraph 1.0 shows `&` as `&#38;` in ids and names of attributes (not in values): undone here.
    """
    flat = _flat(network)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x.graphml"
        file.write_bytes(_bytes(network, "graphml"))
        read = igraph.Graph.Read_GraphML(str(file))
    for part in (read.vs, read.es):
        for name in part.attributes():
            part[name.replace("&#38;", "&")] = part[name]
    ids = [name.replace("&#38;", "&") for name in read.vs["id"]]
    read.vs["id"] = ids
    for found, key, rows in ((read.vs, "id", flat.nodes), (read.es, "edge_id", flat.edges)):
        said = {part[key]: part.attributes() for part in found}
        expected = _expected(rows, "id", "source", "target")
        assert said.keys() == expected.keys()
        for name, attributes in expected.items():
            assert {k: said[name][k] for k in attributes} == attributes
            more = [v for k, v in said[name].items() if k not in {*attributes, "id", "edge_id"} and "&#38;" not in k]
            assert all(not value or isnan(value) for value in more)
    ends = {edge["edge_id"]: (ids[edge.source], ids[edge.target]) for edge in read.es}
    assert (ends if flat.directed else {k: tuple(sorted(v)) for k, v in ends.items()}) == _ends(flat)


def _unquoted(said: str) -> str:
    """What a quoted DOT string means."""
    marks = {"\\\\": "\\", '\\"': '"', "\\n": "\n"}
    return re.sub(r"\\.", lambda found: marks[found[0]], said[1:-1]).replace("&amp;", "&")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pydot calls pyparsing by its old names
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(networks())
def test_dot_comes_back_from_pydot(network: Network) -> None:
    """Every node, edge and attribute is read back as Graphviz would understand it."""
    pydot = pytest.importorskip("pydot")
    flat = _flat(network)
    parsed = pydot.graph_from_dot_data(_bytes(network, "dot").decode())
    assert parsed is not None
    read = {_unquoted(n.get_name()): n.get_attributes() for n in parsed[0].get_nodes() if n.get_name().startswith('"')}
    expected = _expected(flat.nodes, "id", "label", "shape")
    assert read.keys() == expected.keys()
    for name, attributes in expected.items():
        said = {_unquoted(key): _unquoted(value) for key, value in read[name].items() if key.startswith('"')}
        assert said.pop("text") == next(row["label"] for row in flat.nodes if row["id"] == name)
        assert said == {key: text(value) for key, value in attributes.items()}
    edges = parsed[0].get_edges()
    ends = {_unquoted(e.get('"id"')): (_unquoted(e.get_source()), _unquoted(e.get_destination())) for e in edges}
    assert ends == {str(row["id"]): (row["source"], row["target"]) for row in flat.edges}


def test_graphviz_draws_at_our_places(landscape: Landscape, drawing: Drawing, tmp_path: Path) -> None:
    """`dot` itself takes the file without a word of warning and leaves the nodes where they were."""
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not installed")
    network = landscape(projects=4)
    network.add_node("agency/odd", data=Node('ends in \\ & "x"\n&lt;', "x" * 40_000, "UnAgency"))
    places = positions(network)
    (tmp_path / "x.dot").write_bytes(write(network, places, "dot", drawing, {}))
    done = subprocess.run([program, "-Tplain", "x.dot"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    drawn = {
        f[1].strip('"'): (float(f[2]) * 72, float(f[3]) * 72)
        for f in map(str.split, done.stdout.splitlines())
        if f[0] == "node"
    }
    one, other = "agency/ilo", "agency/iom"
    for axis, turned in ((0, 1), (1, -1)):
        ours = turned * (places[one][axis] - places[other][axis])
        assert drawn[one][axis] - drawn[other][axis] == pytest.approx(ours, abs=0.5)


@odd_networks
def test_cytoscape_json_has_the_shape_its_readers_expect(network: Network) -> None:
    """Unique ids, ends that exist, places as numbers, no null, and every attribute, lists as lists."""
    flat = _flat(network)

    def refuse(name: str) -> float:
        raise AssertionError(name)

    read = json.loads(_bytes(network, "cytoscape"), parse_constant=refuse)
    for rows, part in ((flat.nodes, "nodes"), (flat.edges, "edges")):
        said = [element["data"] for element in read["elements"][part]]
        expected = [{k: list(v) if isinstance(v, tuple) else v for k, v in row.items()} for row in rows]
        assert [{k: v for k, v in data.items() if k != "interaction"} for data in said] == expected
    ids = {node["data"]["id"] for node in read["elements"]["nodes"]}
    assert len(ids) == len(network)
    assert all({edge["data"]["source"], edge["data"]["target"]} <= ids for edge in read["elements"]["edges"])
    assert all(isinstance(node["position"][axis], float) for node in read["elements"]["nodes"] for axis in "xy")


def _read_csv(content: bytes) -> list[list[str]]:
    csv.field_size_limit(10_000_000)
    return list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))


@odd_networks
def test_csv_tables_have_the_headers_of_gephi_and_kumu(network: Network) -> None:
    """The headers are those the programs look for, every row is as long as its header, and ends are names of nodes."""
    files = {name: _read_csv(said) for name, said in tables(network, _places(network), None, {}).items()}
    assert list(files) == ["nodes.csv", "edges.csv", "kumu-elements.csv", "kumu-connections.csv"]
    assert files["nodes.csv"][0][:2] == ["Id", "Label"]
    assert files["edges.csv"][0][:6] == ["Source", "Target", "Type", "Id", "Label", "Weight"]
    assert files["kumu-elements.csv"][0][:4] == ["Label", "Type", "Tags", "Description"]
    assert files["kumu-connections.csv"][0][:5] == ["From", "To", "Direction", "Label", "Type"]
    assert all(len(row) == len(rows[0]) for rows in files.values() for row in rows)
    flat = _flat(network)
    for name, rows, key in (("nodes.csv", flat.nodes, 0), ("edges.csv", flat.edges, 3)):
        assert [row[key] for row in files[name][1:]] == [str(row["id"]) for row in rows]
    labels = [row[0] for row in files["kumu-elements.csv"][1:]]
    assert len({label.casefold() for label in labels}) == len(network)
    assert {end for row in files["kumu-connections.csv"][1:] for end in row[:2]} <= set(labels)
    assert {row[2] for row in files["edges.csv"][1:]} <= {"Directed", "Undirected"}


def test_the_zip_holds_the_tables(landscape: Landscape, drawing: Drawing) -> None:
    """One file to send: the four tables, without a clock."""
    network = landscape()
    with ZipFile(io.BytesIO(_bytes(network, ".zip", drawing))) as packed:
        held = {name: packed.read(name) for name in packed.namelist()}
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}
    assert held == tables(network, _places(network), drawing, {})


@odd_networks
def test_mermaid_has_a_line_a_part_and_no_stray_sign(network: Network) -> None:
    """Labels hold nothing that Mermaid could take for syntax, and say the same when their numbers are read."""
    lines = _bytes(network, "mermaid").decode().split("\n")
    label = r'"(?:[^"#;<>&`\\|{}\[\]]|#\d+;|<br>)*"'
    parts = [line for line in lines if re.fullmatch(rf"  n\d+\S{{1,2}}{label}\S{{1,2}}:::kind_\w+", line)]
    links = [line for line in lines if re.fullmatch(rf"  n\d+ [-.>]+\|{label}\| n\d+", line)]
    assert len(parts) == len(network)
    assert len(links) == network.number_of_edges()
    for row in _flat(network).nodes:
        read = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), escaped(str(row["label"])).replace("<br>", "\n"))
        assert read == row["label"]


def test_mermaid_says_what_it_leaves_out(drawing: Drawing) -> None:
    """A network too large for Mermaid keeps the edges with most sources, and a comment counts what is shown."""
    network = new_network(Caption("many"))
    for number in range(900):
        network.add_node(f"agency/{number}", data=Node(f"Body {number} " + "x" * 30, "b", "UnAgency"))
    source = Source("eval2008", "Annex 6", "1", "", "stated")
    for number in range(899):
        said = (source,) * (2 if number == 898 else 1)
        network.add_edge(f"agency/{number}", f"agency/{number + 1}", key="funds", data=Tie("funds", "", (), said))
    said_there = _bytes(network, "mermaid", drawing).decode()
    assert len(said_there) <= MOST_CHARACTERS
    shown = said_there.count("-->|")
    assert 100 < shown <= MOST_EDGES
    assert f"%% Shown: {shown} of 899 edges" in said_there
    assert "Body 899 " in said_there


def test_oddities_are_made_plain_once(drawing: Drawing) -> None:
    """None and empty lists are left out, mixed columns become text, numbers stay numbers, ids stay apart."""
    network = new_network(Caption("t"))
    facts = (("Listed in", "Annex 6"), ("Listed in", "Table 2"), ("Kind", "a"))
    network.add_node("a/\x00", data=Node(None, None, "UnAgency", (), facts), rank=1, share=0.5, odd="x", flag=True)  # type: ignore[arg-type]
    network.add_node(
        "a/\x01", data=Node("B", "Body", "UnAgency", ("trafficking",)), rank=None, share=2, odd=["y", 2], flag=False
    )
    network.add_edge("a/\x00", "a/\x01", key="funds", data=Tie("funds"))
    flat = flatten(network, _places(network), drawing, {"trafficking": "Human trafficking"})
    first, second = flat.nodes
    assert (first["id"], second["id"]) == ("a/\ufffd", "a/\ufffd~2")
    assert first["label"] == first["id"]
    assert "name" not in first
    assert first["Listed in"] == ("Annex 6", "Table 2")
    assert (first["Kind_"], first["kind"]) == ("a", "UnAgency")
    assert second["themes"] == ("Human trafficking",)
    assert [flat.node_columns[name] for name in ("rank", "share", "odd", "flag")] == [
        "long",
        "double",
        "string",
        "boolean",
    ]
    assert (second["share"], second["odd"]) == (2.0, "y; 2")
    assert "rank" not in second
    assert "weight" not in flat.edges[0]


def test_sources_are_told_in_words(drawing: Drawing) -> None:
    """An edge carries document, locator and lines of each source, and their number as its weight."""
    network = new_network(Caption("t"))
    for name in ("agency/ilo", "agency/iom"):
        network.add_node(name, data=Node(name, name, "UnAgency"))
    said = (Source("eval2008", "Annex 8", "12-14", "training", "implied"), Source("", "", "", "same body", ""))
    network.add_edge(
        "agency/ilo", "agency/iom", key="collaboratesWith", data=Tie("collaboratesWith", "planned", (), said)
    )
    edge = _flat(network, drawing).edges[0]
    assert edge["sources"] == ("eval2008 Annex 8 (lines 12-14, implied): training", "judged by the editors: same body")
    assert (edge["id"], edge["weight"]) == ("agency/ilo~collaboratesWith~agency/iom", 2)
    assert (edge["status"], edge["line"], edge["undirected"]) == ("planned", "dashed", True)


def test_gephi_gets_places_colours_and_outlines(landscape: Landscape, drawing: Drawing) -> None:
    """GEXF carries colour, size and place in the namespace of Gephi, y turned upwards."""
    network = landscape()
    read = nx.read_gexf(io.BytesIO(_bytes(network, "gexf", drawing)))
    x, y = _places(network)["agency/iom"]
    seen = read.nodes["agency/iom"]["viz"]
    assert (seen["position"]["x"], seen["position"]["y"]) == (x, -y)
    assert seen["color"] == {"r": 0x7A, "g": 0x4E, "b": 0xAB, "a": 1.0}
    assert b'<viz:shape value="square"' in _bytes(network, "gexf", drawing)


@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_network_gives_the_same_bytes(ending: str, landscape: Landscape, drawing: Drawing) -> None:
    """The order in which nodes and edges were put in does not show."""
    assert _bytes(landscape(0), ending, drawing) == _bytes(landscape(1), ending, drawing)


@pytest.mark.parametrize("ending", FORMATS)
def test_an_empty_network_is_a_file_too(ending: str) -> None:
    """A view without ties is written, not refused."""
    assert _bytes(new_network(Caption("Nothing is recorded")), ending)


@pytest.mark.parametrize("view", ["landscape", "collaboration", "agency-theme"])
def test_real_views_pass_through_every_format(view: str, shipped: Assembled) -> None:
    """The shipped landscape loses no node and no edge in any format, and none fails."""
    network = project(shipped.store, view)
    flat = _flat(network)
    assert len(network) > 20
    assert all("weight" in edge for edge in flat.edges)
    _check_networkx(flat, nx.read_gexf(io.BytesIO(_bytes(network, "gexf"))), "id")
    read = nx.read_graphml(io.BytesIO(_bytes(network, "graphml")), force_multigraph=True)
    _check_networkx(flat, read, "edge_id")
    assert len(json.loads(_bytes(network, ".cyjs"))["elements"]["edges"]) == network.number_of_edges()
    assert _bytes(network, ".mmd").decode().count(":::kind_") == len(network)
    assert _bytes(network, ".dot").decode().count('"undirected"=') == network.number_of_edges()
    files = tables(network, _places(network), None, {})
    assert len(_read_csv(files["edges.csv"])) == network.number_of_edges() + 1
    assert len(_read_csv(files["kumu-elements.csv"])) == len(network) + 1


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    """The message lists the endings."""
    with pytest.raises(InputError, match=re.escape(".gexf, .graphml")):
        _bytes(new_network(Caption("t")), ".doc")


def test_names_and_endings_lead_to_the_same_format(landscape: Landscape, drawing: Drawing) -> None:
    """`gexf` and `.GEXF` are one."""
    network = landscape(projects=3)
    for ending, format_ in FORMATS.items():
        assert _bytes(network, ending.upper(), drawing) == _bytes(network, format_.name, drawing)


def test_entities_of_html_are_not_ours() -> None:
    """A label that holds an entity is shown as it is written, not as what it stands for."""
    assert html.unescape(escaped("&lt;").replace("#", "&#")) == "&lt;"
