"""The entry: finds the command, runs it, and turns what goes wrong into one sentence and an exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup

from migov.cli.words import words
from migov.ontology.errors import MigovError

ASKING: Final = ("demo", "ask", "overlap", "path", "structure", "conflicts", "evidence", "list", "sparql")
MAKING: Final = ("brief", "draw", "export", "build", "read", "check")
COMMANDS: Final = (*ASKING, *MAKING)


class Commands(TyperGroup):
    """Loads a command's module only when it is called, so that a question does not wait for matplotlib."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"migov.cli.{cmd_name}_command")
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


app = typer.Typer(cls=Commands, add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@app.callback()
def migov() -> None:
    """Who does what in the governance of labour migration, each statement with its place in a document.

    Begin with `migov demo`, then `migov list questions` and `migov ask agencies-by-theme theme=trafficking`.
    """


def main() -> None:
    """Runs the command line."""
    try:
        app()
    except MigovError as fault:
        sentence, code = words(fault)
        print(sentence, file=sys.stderr)
        sys.exit(code)
    except BrokenPipeError:  # the reader of our output has gone, as in `migov ask ... | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as fault:
        print(f"{fault.filename or 'migov'}: {fault.strerror or fault}", file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
