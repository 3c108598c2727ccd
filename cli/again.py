"""Commands that are printed to be run next: on the same store as this one."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

import click
from click.core import ParameterSource


def again(*words: str) -> str:
    """`migov` with these words, as a person types it, and with the --store that was given to this command."""
    return shlex.join(["migov", *words, *_store()])


def _store() -> Iterable[str]:
    """A store named by MIGOV_STORE, or none, is the same next time without being said."""
    context = click.get_current_context(silent=True)
    if context is not None and context.get_parameter_source("store") is ParameterSource.COMMANDLINE:
        yield from ("--store", str(context.params["store"]))
