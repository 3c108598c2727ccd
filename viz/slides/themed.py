"""The colours of a template: what its words for colours mean, and what a slide's ground looks like.

A ground that is a photograph cannot be told from the file; then the template's own text colour says whether it is dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from migov.viz.colours import contrast

READABLE: Final = 4.5
"""Contrast of text with what it stands on, at least."""
BLACK, WHITE = "#000000", "#FFFFFF"
WHOLE: Final = 0.9
"""The part of the slide from which on a shape of the template counts as its ground."""
MAP: Final = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
FALLBACK: Final = {"lt1": WHITE, "dk1": BLACK, "lt2": WHITE, "dk2": BLACK}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as `#RRGGBB`: the ground of a slide, and what the theme calls its two grounds and two text colours.

    `ink` is the colour in which text must be written on the ground; empty where the theme's own can be read.
    """

    ground: str = WHITE
    background: str = WHITE
    background_2: str = WHITE
    text: str = BLACK
    text_2: str = BLACK
    title: str = BLACK

    @property
    def ink(self) -> str:
        return readable(self.text, self.ground)

    @property
    def title_ink(self) -> str:
        return readable(self.title, self.ground)

    @property
    def dark(self) -> bool:
        return contrast(self.ground, WHITE) > contrast(self.ground, BLACK)


def readable(colour: str, ground: str) -> str:
    """Nothing for a colour that can be read on the ground; else black or white, whichever stands out more."""
    return "" if contrast(colour, ground) >= READABLE else strongest(ground)


def strongest(ground: str) -> str:
    """Black or white, whichever stands out more."""
    return max((BLACK, WHITE), key=lambda text: contrast(text, ground))


def theme_of(layout: Any, size: tuple[int, int]) -> Theme:
    """The theme of the slides that a layout makes, on paper of this width and height in EMU."""
    master = layout.slide_master
    part = next(rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith("/theme"))
    scheme = parse_xml(part.blob).find(f".//{qn('a:clrScheme')}")
    meant = _meant(layout, master)

    def colour(element: Any) -> str:
        return _colour(element, scheme, meant)

    named = {word: _of_scheme(scheme, meant.get(word, word)) for word in MAP}
    title = colour(_title(layout, master)) or named["tx1"]
    ground = _ground(layout, master, size, colour)
    return Theme(
        ground or (strongest(title) if contrast(title, named["bg1"]) < READABLE else named["bg1"]),
        named["bg1"],
        named["bg2"],
        named["tx1"],
        named["tx2"],
        title,
    )


def _meant(layout: Any, master: Any) -> dict[str, str]:
    """What the words of the master (`bg1`) mean in the theme (`lt1`); a layout may say otherwise."""
    said = dict(master.element.find(qn("p:clrMap")).attrib)
    own = layout.element.find(f"{qn('p:clrMapOvr')}/{qn('a:overrideClrMapping')}")
    return {**MAP, **said, **(dict(own.attrib) if own is not None else {})}


def _title(layout: Any, master: Any) -> Any:
    """The colour of titles: what the layout says, else the master's placeholder, else its text style."""
    for owner in (layout, master):
        for shape in owner.placeholders:
            if shape.element.ph is not None and shape.element.ph.get("type") in ("title", "ctrTitle"):
                said = shape.element.find(
                    f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:solidFill')}"
                )
                if said is not None:
                    return said
    return master.element.find(
        f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}/{qn('a:solidFill')}"
    )


def _ground(layout: Any, master: Any, size: tuple[int, int], colour: Any) -> str:
    """The topmost full shape of layout or master, else the background; empty where neither has a plain colour."""
    for owner in (layout, master):
        shapes = list(owner.shapes) if owner is layout or layout.element.get("showMasterSp") != "0" else []
        for shape in reversed(shapes):
            wide, tall = shape.width or 0, shape.height or 0
            if not shape.is_placeholder and wide >= WHOLE * size[0] and tall >= WHOLE * size[1]:
                return _filled(getattr(shape.element, "spPr", None), colour)
        said = owner.element.find(f"{qn('p:cSld')}/{qn('p:bg')}")
        if said is not None:
            own = said.find(qn("p:bgPr"))
            return _filled(own, colour) if own is not None else colour(said.find(qn("p:bgRef")))
    return ""


def _filled(properties: Any, colour: Any) -> str:
    """A plain fill, or the middle of a gradient; empty for a picture."""
    if properties is None:
        return ""
    stops = list(properties.iter(qn("a:gs")))
    return str(colour(stops[len(stops) // 2] if stops else properties.find(qn("a:solidFill"))))


def _of_scheme(scheme: Any, name: str) -> str:
    slot = scheme.find(qn(f"a:{name}"))
    for said in _children(slot):
        value = said.get("lastClr") or said.get("val") or ""
        if len(value) == 6:
            return f"#{value.upper()}"
    return FALLBACK.get(name, BLACK)


def _colour(element: Any, scheme: Any, meant: dict[str, str]) -> str:
    """The colour that a fill or a reference names, made lighter or darker as it says; empty where it names none."""
    for said in _children(element):
        if said.tag == qn("a:srgbClr"):
            return _shaded(f"#{said.get('val').upper()}", said)
        if said.tag == qn("a:sysClr"):
            return _shaded(f"#{said.get('lastClr', 'FFFFFF').upper()}", said)
        if said.tag == qn("a:schemeClr"):
            name = said.get("val")
            return _shaded(_of_scheme(scheme, meant.get(name, name)), said)
    return ""


def _shaded(colour: str, said: Any) -> str:
    """The colour times `lumMod` plus `lumOff`, channel by channel, which is near enough to judge contrast."""
    times, plus = (
        int(_child(said, name, default)) / 100_000 for name, default in (("lumMod", "100000"), ("lumOff", "0"))
    )
    parts = [min(255, round(int(colour[at : at + 2], 16) * times + 255 * plus)) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02X}" for part in parts)


def _child(said: Any, name: str, default: str) -> str:
    found = said.find(qn(f"a:{name}"))
    return default if found is None else str(found.get("val"))


def _children(element: Any) -> Iterator[Any]:
    return iter(()) if element is None else iter(element)
