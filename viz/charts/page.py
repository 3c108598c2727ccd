"""A chart as one HTML file without a script: its picture, and the whole answer as a table with its places under it.

The picture is drawn twice, light and dark; styles of the two that belong together become one class, so that the page follows
the reader's setting and is light on paper. A content security policy forbids every request.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from migov.queries.answer import Answer, AnswerRow
from migov.viz.charts.draw import picture
from migov.viz.charts.model import Chart
from migov.viz.charts.of_answer import sentences
from migov.viz.slides.content import shown
from migov.viz.slides.notes import EDITORS

HERE: Final = Path(__file__).parent
STYLED: Final = re.compile(r' (style|fill)="([^"]*)"')
HATCH: Final = re.compile(r'<pattern id="(\w+)"')
SIZE: Final = re.compile(r'<svg [^>]*viewBox="([^"]*)"')
WORDS: Final = re.compile(
    r"<title>.*?</title>|<metadata>.*?</metadata>|<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL
)
FONTS: Final = "'DejaVu Sans', Verdana, Arial, sans-serif"
HEIGHTS: Final = (8.0, 11.0, 14.0, 18.0, 23.0, 29.0, 36.0, 45.0, 60.0)
"""Heights of the picture in cm, of which the first that holds all is taken."""
MOST_VALUES: Final = 200


def page(chart: Chart) -> str:
    """The page as text; the same chart gives the same bytes."""
    light, left_out = picture(chart, "light", HEIGHTS)
    dark, _ = picture(chart, "dark", HEIGHTS)
    svg, classes = _themed(light, dark)
    style = (HERE / "chart.css").read_text("utf-8") + classes
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("chart.html.j2").render(
        chart=chart,
        subtitle=sentences(chart.subtitle, left_out),
        policy=f"default-src 'none'; style-src {_hash(style)}; img-src data:; base-uri 'none'; form-action 'none'",
        style=Markup(style),
        svg=Markup(svg),
        columns=chart.answer.columns,
        numeric=_numeric(chart.answer),
        rows=[([shown(cell, MOST_VALUES) for cell in row.cells], list(_places(row))) for row in chart.answer.rows],
    )


def _themed(light: str, dark: str) -> tuple[str, str]:
    """The drawing with a class in the place of each style, and the rules of the classes in both looks."""
    light, dark = _bare(light), _bare(dark)
    for one, other in zip(HATCH.findall(light), HATCH.findall(dark), strict=True):
        dark = dark.replace(other, one)  # hatches are named by their colours
    pairs = [
        (_style(one), _style(other)) for one, other in zip(STYLED.finditer(light), STYLED.finditer(dark), strict=True)
    ]
    known = {styles: f"s{number}" for number, styles in enumerate(dict.fromkeys(pairs))}
    names = (known[pair] for pair in pairs)
    svg = STYLED.sub(lambda _: f' class="{next(names)}"', light)
    rules = "".join(f".{name}{{{one}}}" for (one, _), name in known.items())
    night = "".join(f".{name}{{{other}}}" for (one, other), name in known.items() if one != other)
    return svg, f"{rules}\n@media screen and (prefers-color-scheme: dark) {{{night}}}\n"


def _bare(svg: str) -> str:
    """The drawing for use inside a page: no prologue, title or style of its own, as wide as there is room."""
    inside = WORDS.sub("", svg[svg.index("<svg") :]).replace("'DejaVu Sans'", FONTS)
    return SIZE.sub(r'<svg aria-hidden="true" focusable="false" viewBox="\1"', inside, count=1).strip()


def _style(found: re.Match[str]) -> str:
    return found[2] if found[1] == "style" else f"fill:{found[2]}"


def _places(row: AnswerRow) -> Iterator[str]:
    """Where a row is said: document, place and lines, each once."""
    for source in dict.fromkeys((source.document, source.locator, source.lines) for source in row.sources):
        document, locator, lines = source
        at = f"line{'s' if '-' in lines else ''} {lines}" if lines else ""
        yield ", ".join(part for part in (document or EDITORS, locator, at) if part)


def _numeric(answer: Answer) -> list[bool]:
    """Which columns hold numbers alone."""
    columns = ([value for row in answer.rows for value in row.cells[at]] for at in range(len(answer.columns)))
    return [bool(values) and all(isinstance(value, int | float) for value in values) for values in columns]


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
