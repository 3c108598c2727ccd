"""What a picture is asked for on the command line: the options of `migov draw`, and what each kind of view makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from migov.ontology.errors import InputError, QueryError
from migov.viz.formats import Options, size_of

HOPS, PATHS, DPI, SIZE, LOOK = 1, 3, 200, "slide", "light"
FILES: Final = {"dpi": "a .png", "template": "a .pptx"}


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of `migov draw`, by their names."""

    output: Path
    focus: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    country: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    top: int | None = None
    least: int = 1
    hops: int = HOPS
    k: int = PATHS
    size: str = SIZE
    dpi: int = DPI
    look: str = LOOK
    template: Path | None = None
    fresh: bool = False
    store: str = ""

    def made(self, honours: Iterable[str]) -> Options:
        """How the picture is made. Raises `InputError` for an option that a format which `honours` only these has no use for."""
        given = {
            "size": self.size != SIZE,
            "dpi": self.dpi != DPI,
            "look": self.look != LOOK,
            "template": self.template,
        }
        for option, is_given in given.items():
            if is_given and option not in honours:
                file = FILES.get(option, "a .svg, .png or .pdf")
                raise InputError(f"has no --{option}", file=self.output.name, remedy=f"leave it out, or write {file}")
        return Options({}, size_of(self.size), self.dpi, self.look, self.template)


def unquoted(name: str, view: str, usage: str) -> QueryError:
    """One name too many is a name without quotes."""
    return QueryError(
        f"the view “{view}” has no use for “{name}”; put quotes around a name of several words, as in {usage}"
    )


def listed(usage: str, name: str, summary: str, description: str) -> str:
    """A view in the list of views."""
    return f"{usage} -o {name}.html\n    {summary}. {description}\n"


def one_of(names: Sequence[str]) -> str:
    """`--country, --from and --to`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
