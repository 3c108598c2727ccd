"""DOT: pydot reads every attribute back, and Graphviz draws without a word at our places."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from migov.graph.network import Network, Node
from migov.ontology.drawing import Drawing
from migov.viz import positions
from migov.viz.exchange import write
from migov.viz.exchange.flat import Flat
from migov.viz.exchange.values import text

Landscape = Callable[..., Network]
Networks = st.SearchStrategy[Network]
Flatten = Callable[..., Flat]
Written = Callable[..., bytes]
Plain = Callable[..., dict[str, dict[str, Any]]]
few = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


def _unquoted(said: str) -> str:
    """What a quoted DOT string means."""
    marks = {"\\\\": "\\", '\\"': '"', "\\n": "\n"}
    return re.sub(r"\\.", lambda found: marks[found[0]], said[1:-1]).replace("&amp;", "&")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # pydot calls pyparsing by its old names
@few
@given(data=st.data())
def test_dot_comes_back_from_pydot(
    data: st.DataObject, networks: Networks, flat: Flatten, written: Written, plain: Plain
) -> None:
    """Every node, edge and attribute is read back as Graphviz would understand it."""
    network = data.draw(networks)
    pydot = pytest.importorskip("pydot")
    rows = flat(network)
    parsed = pydot.graph_from_dot_data(written(network, ".dot").decode())
    assert parsed is not None
    read = {_unquoted(n.get_name()): n.get_attributes() for n in parsed[0].get_nodes() if n.get_name().startswith('"')}
    told = plain(rows.nodes, "id", "label", "shape")
    assert read.keys() == told.keys()
    for name, attributes in told.items():
        said = {_unquoted(key): _unquoted(value) for key, value in read[name].items() if key.startswith('"')}
        if "fullname" in said:
            said["name"] = said.pop("fullname")
        assert said.pop("text") == next(row["label"] for row in rows.nodes if row["id"] == name)
        assert said == {key: text(value) for key, value in attributes.items()}
    edges = parsed[0].get_edges()
    ends = {_unquoted(e.get('"id"')): (_unquoted(e.get_source()), _unquoted(e.get_destination())) for e in edges}
    assert ends == {str(row["id"]): (row["source"], row["target"]) for row in rows.edges}


def test_graphviz_draws_at_our_places(landscape: Landscape, drawing: Drawing, tmp_path: Path) -> None:
    """`dot` itself takes the file without a word of warning and leaves the nodes where they were."""
    program = shutil.which("dot")
    if program is None:
        pytest.skip("Graphviz is not installed")
    network = landscape(projects=4)
    network.add_node("agency/odd", data=Node('ends in \\ & "x"\n&lt;', "x" * 40_000, "UnAgency"))
    places = positions(network)
    (tmp_path / "x.dot").write_bytes(write(network, places, ".dot", drawing, {}))
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
