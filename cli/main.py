"""The entry: finds the command, runs it, and turns what goes wrong into one sentence and an exit code."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from typing import Final

import click

from migov.cli.command import SETTINGS
from migov.ontology.errors import MigovError

COMMANDS: Final = {
    "demo": "Build the shipped landscape, answer two questions with their places, and draw the network.",
    "ask": "Ask in plain words; what was understood is said, with other questions that are near.",
    "overlap": "Show what two agencies do together, what they share with and without joint work, and what each has alone.",
    "path": "Show the shortest chains of recorded ties between two things, each hop with its places.",
    "structure": "Show who stands between others (brokers), who works most together (communities), what hangs on one tie (bridges).",
    "conflicts": "List where documents, sections or a table and its own total disagree, with the place of each side.",
    "evidence": "Show every claim about a thing or naming it: what it states, document, locator, lines, certainty.",
    "list": "List the questions that can be asked, and the agencies, countries, themes and other things that can be asked about.",
    "sparql": "Run a query of your own: SELECT gives a table, ASK yes or no, CONSTRUCT and DESCRIBE Turtle.",
    "brief": "Write a brief of two pages on two agencies, each statement with a footnote that says where.",
    "briefing": "Make slides on one agency or two: in brief, overlap, profile, funding, disagreements, sources.",
    "draw": "Draw a view, a network or a chart: a page that needs no network, a figure, slides, or a file for another program.",
    "export": "Write the tables (CSV folder or workbook) or the quads (N-Quads, TriG, JSON-LD; without graph names RDF/XML, Turtle,"
    " N-Triples).",
    "build": "Build the graph from the shipped landscape and from tables of your own.",
    "read": "Read the parts of the documents that are printed as tables or lists.",
    "check": "Check the rules of the data (SHACL) and the consistency of ontology and data (OWL, by HermiT). Nothing is written.",
}
"""What each command is for, as its own help begins: the list of commands imports none of them."""
USAGE: Final = 2


class Commands(click.Group):
    """Loads a command's module only when it is called, so that a question does not wait for matplotlib."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"migov.cli.{cmd_name}_command").run
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands, context_settings=SETTINGS, invoke_without_command=True, subcommand_metavar="COMMAND [ARGS]..."
)
@click.pass_context
def migov(context: click.Context) -> None:
    """Who does what in the governance of labour migration, each statement with its place in a document.

    Begin with `migov demo`, then `migov ask "who funds projects in Moldova?"`; `migov list questions` shows what can be asked.
    """
    if context.invoked_subcommand is None:
        print(context.get_help())
        context.exit(USAGE)


def main() -> None:
    """Runs the command line."""
    gc.set_threshold(100_000)  # a question makes few cycles, and to look for them takes time
    try:
        with migov.make_context("migov", sys.argv[1:]) as context:
            migov.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as fault:
        fault.show()
        sys.exit(fault.exit_code)
    except MigovError as fault:
        from migov.cli.words import words  # noqa: PLC0415 - an answer does not wait for the words of faults

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
