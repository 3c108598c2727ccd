"""What every command is made of: click's command and argument, with the arguments explained in the help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

SETTINGS: Final = {"help_option_names": ["-h", "--help"], "max_content_width": 120}

PATH: Final = click.Path(path_type=Path)
COUNT: Final = click.IntRange(1)

Body = Callable[..., None]


class Argument(click.Argument):
    """An argument that says what it is for; click's own can do so only since 8.5."""

    def __init__(self, *args: Any, says: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.says = says


class Command(click.Command):
    """A command whose help explains its arguments above its options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        said = [(p.human_readable_name, p.says) for p in self.get_params(ctx) if isinstance(p, Argument)]
        if said:
            with formatter.section("Arguments"):
                formatter.write_dl(said)
        super().format_options(ctx, formatter)


def command(name: str) -> Callable[[Body], click.Command]:
    """Makes a function the command of this name; its docstring is the help."""
    return click.command(name, cls=Command, context_settings=SETTINGS)


def argument(name: str, *, says: str, **how: Any) -> Callable[[Body], Body]:
    """Gives a command an argument; `how` is click's."""
    return click.argument(name, cls=Argument, says=says, **how)
