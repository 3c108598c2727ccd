"""What is said about a question in plain words: the readings to choose from, silence, and the questions that are near."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from migov.cli.again import again
from migov.graph.store import Store
from migov.ontology.errors import QueryError
from migov.ontology.folding import fold
from migov.queries.answer import Answer, AnswerRow
from migov.queries.ask import VOICE
from migov.queries.questions import Question
from migov.queries.scope import TIMES
from migov.queries.words.nearby import Found
from migov.queries.words.understanding import Reading, Understanding

CHOOSE: Final = "Run the command you mean, or say it in other words."
EMPTY: Final = 'the question is empty; write it in quotes, as in migov ask "who funds projects in Moldova?"'
PAIR: Final = ("agency", "with")
ELSEWHERE: Final = "migov list questions shows what can be asked."


def instead(read: Understanding, found: Sequence[Found] = ()) -> Answer:
    """The answer where there is no question to run: readings to choose from, what is not recorded, or that it is out of the field.

    What was `found` near goes before readings that do not answer it. Raises `QueryError` where nothing was asked.
    """
    if not fold(read.text):
        raise QueryError(EMPTY)
    if read.outside:
        return Answer(read.text, (), [], f"{read.sentence} {ELSEWHERE}")
    offered = read.readings or [near.reading for near in found] or read.others
    rows = [AnswerRow(((reading.question.summary,), (command(reading),))) for reading in offered]
    why = "find the words, and may be what is meant" if found else "are near, and do not answer it"
    note = f"{VOICE} The questions above {why}." if read.unknown else CHOOSE
    return Answer(f"{read.text}\n{read.sentence}", ("Question", "Command"), rows, note if rows else VOICE)


def wider(store: Store, asked: Question, values: Mapping[str, Sequence[str]]) -> str:
    """What an empty answer would hold with one condition less, as commands; empty when no single one stands in the way."""
    lines = []
    for name in values:
        fewer = {other: found for other, found in values.items() if other != name}
        if name in asked.needs or not (rows := len(store.select(asked.bind(fewer)).rows)):
            continue
        lines.append(
            f"  {command(Reading(asked, {n: tuple(v) for n, v in fewer.items()}, ''))}    ({rows} without {name})"
        )
    return (
        "\n".join(["Nothing meets all of these conditions; with one less there is more:", *lines, ""]) if lines else ""
    )


def elsewhere(found: Sequence[Found]) -> str:
    """What may be meant where an answer is empty, as commands; empty when nothing near finds anything."""
    lines = [f"  {command(near.reading)}    ({near.rows} row{'s' * (near.rows != 1)})" for near in found]
    return "\n".join(["This may be meant, and finds something:", *lines, ""]) if lines else ""


def nearest(read: Understanding) -> str:
    """The questions that are near, as commands, and what compares two agencies; empty when there is nothing."""
    values = read.values
    pair = [key for name, found in values.items() if name in PAIR for key in found] if read.question else []
    both = [again(verb, *pair) for verb in ("overlap", "path")] if len(pair) == len(PAIR) else []
    runs = (reading for reading in read.others if set(reading.question.needs) <= set(reading.values))
    lines = [*(command(reading) for reading in runs), *both]
    return "\n".join(["You might also ask:", *(f"  {line}" for line in lines)]) if lines else ""


def command(reading: Reading) -> str:
    """The command that asks a reading."""
    values = reading.values
    said = [f"{name}={';'.join(found)}" for name, found in values.items() if name not in TIMES or _own(reading, name)]
    return again("ask", reading.question.name, *said, *_times(reading, values))


def _own(reading: Reading, name: str) -> bool:
    return name in reading.question.params


def _times(reading: Reading, values: Mapping[str, Sequence[str]]) -> list[str]:
    return [
        part for name in TIMES if name in values and not _own(reading, name) for part in (f"--{name}", values[name][0])
    ]
