"""One HTML file that opens offline: the picture, what stands behind each node and edge, and the same as tables.

The vis-network library is the one in the pyvis wheel. A content security policy names the two scripts and the style
by their hashes and forbids every request, so that no text from the data can run or load anything.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyvis
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from migov.graph.network import Network
from migov.ontology.concepts import vocabulary
from migov.ontology.drawing import Drawing
from migov.viz.inks import LOOKS
from migov.viz.page.data import caption, facts, picture, surroundings, years
from migov.viz.page.looks import shade, styles
from migov.viz.shapes import OUTLINES, shape_name
from migov.viz.style import INFERRED_NOTE, legend, sentence

HERE = Path(__file__).parent
STYLES: Final = ("page.css", "parts.css", "print.css")
SCRIPTS: Final = tuple(
    f"{part}.js"
    for part in (
        "model", "labels", "paint", "glide", "path", "search", "panel", "filters", "moves", "tables", "save", "looks", "start"
    )
)  # fmt: skip
"""The parts of the script, in the order in which each needs those before it."""


def page(
    network: Network,
    positions: Mapping[str, tuple[float, float]],
    drawing: Drawing,
    theme_labels: Mapping[str, str],
    broader: Mapping[str, Sequence[str]] | None = None,
    *,
    look: str = "light",
) -> str:
    """The whole page as text; the same network gives the same bytes.

    `broader` holds the themes above each theme, by slug; without it, those of the vocabulary. The page opens in the `look`
    (`inks.LOOKS`); a light one in dark where the reader's screen is dark. A switch on the page changes it.
    """
    if broader is None:
        broader = {slug: concept.broader for slug, concept in vocabulary().scheme("theme").items()}
    known = facts(network, drawing, theme_labels, broader)
    entries = legend(network, drawing)
    library, script, style = _library(), _script(), styles(network, drawing) + "".join(_text(name) for name in STYLES)
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(sentence=sentence)
    environment.globals.update(outline=_outline, shade=shade)
    return environment.get_template("page.html.j2").render(
        caption=caption(network),
        policy=f"default-src 'none'; script-src {_hash(library)} {_hash(script)}; style-src {_hash(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'",
        library=Markup(library),
        script=Markup(script),
        style=Markup(style),
        data=_embedded(
            {"picture": picture(network, positions, drawing), **surroundings(network, positions, drawing), **known}
        ),
        known=known,
        links=Counter(end for edge in known["edges"] for end in {edge["from"], edge["to"]}),
        counts=Counter(node["kind"] for node in known["nodes"].values()),
        ties=Counter(edge["label"] for edge in known["edges"]),
        years=years(known["edges"]),
        kinds=entries.nodes,
        lines=entries.edges,
        tentative=entries.tentative,
        inferred=INFERRED_NOTE if entries.inferred else "",
        look=look if look != "light" else "",
        looks=LOOKS,
    )


def _embedded(data: Mapping[str, Any]) -> Markup:
    """JSON that cannot end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def _outline(shape: str, radius: float) -> str:
    """Corners of a shape for an SVG polygon; empty for a circle."""
    return " ".join(f"{x * radius:.2f},{y * radius:.2f}" for x, y in OUTLINES[shape_name(shape)])


def _script() -> str:
    """Our script in a block of its own, so that none of its names is global."""
    return '"use strict";\n{\n' + "".join(_text(name) for name in SCRIPTS) + "}\n"


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    return (HERE / name).read_text("utf-8")


@cache
def _library() -> str:
    """The newest vis-network in the wheel, with the newlines a browser reads before it takes the hash."""
    folder = Path(pyvis.__file__).parent
    found = max(folder.rglob("vis-network.min.js"), key=lambda path: (path.parent.name, path.as_posix()))
    return found.read_text("utf-8").replace("\r\n", "\n").replace("\r", "\n")
