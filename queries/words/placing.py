"""Which parameter of a question takes what a sentence names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from migov.queries.names import NameIndex
from migov.queries.questions import Question
from migov.queries.words.cues import Sentence, cued_by, joined_to, roles
from migov.queries.words.lexicon import lexicon, stem, stems
from migov.queries.words.mentions import Mention
from migov.queries.words.wording import WORDS

Taker = tuple[str, tuple[str, ...], float]
"""A parameter, the values it gets, and how well they fit (0 to 1)."""
PLACED: Final = ("in", "within", "across")
GOVERNMENT: Final = "gov-"
TEAM: Final = "-team"
"""Ends the id of the people of one project, which bear its name."""
NUMBERED: Final = ("case study", "component", "output", "principle")
PLACES: Final = (
    "annex", "table", "figure", "case study", "paragraph", "footnote", "appendix", "chapter", "section", "box", "row"
)  # fmt: skip
BY_CUE, BY_KIND, BY_ORDER, AS_BODY, AS_GOVERNMENT, CROWDED, AGAINST_CUE, AS_WORDS = (
    1,
    0.9,
    0.85,
    0.8,
    0.55,
    0.5,
    0.4,
    0.2,
)
SECOND: Final = 0.1
PAIRS: Final = (("agency", "with"), ("left", "right"), ("donor", "with"), ("first", "second"))
IN_PLACES: Final = ("section", "first", "second")
"""Parameters of texts that are parts of locators, as “Annex 6”."""
SECONDS: Final = ("with", "right", "other", "second")
"""Parameters that take the second of two that “and” joins."""
NOT_QUOTED: Final = (*IN_PLACES, "as", "also", "part", "number", "lacks", "place", "currency", "sort")
"""Parameters of texts that no quoted text and no title is."""
NOT_SOUGHT: Final = frozenset({"document", "country", "region", "currency"})


def place(
    question: Question,
    mention: Mention,
    said: Sentence,
    known: NameIndex,
    values: Mapping[str, Sequence[str]],
    previous: tuple[int, str] | None,
) -> Taker | None:
    """The parameter that takes a mention, with the values and how well it fits (0 to 1); None when none does.

    The words around it tell first, then what it is joined to, then what kind of body it is.
    """
    found = list(takers(question, mention, known))
    if "country" in mention.keys and _after(mention, said, PLACED):
        found = [taker for taker in found if taker[2] != AS_GOVERNMENT]
    if not found and WORDS in cued_by(mention, said) and question.params.get(WORDS) == "text":
        return WORDS, (_as_text(mention),), BY_KIND
    if not found:
        sought = question.params.get(WORDS) == "text" and mention.strong and _sought(question, mention)
        # A town is sought where the answer shows one.
        first = next(iter(question.params), "") == WORDS
        # A second text is sought only where the first is joined to it.
        sought = sought and (WORDS not in values or bool(joined_to(mention, said, previous)))
        sought = sought and (first or "town" not in mention.keys or "town" in question.columns)
        return (WORDS, (_as_text(mention),), AS_WORDS) if sought else None
    if _of_a_project(question, mention, said) or _filed(question, mention, known):
        return WORDS, (mention.said,), BY_KIND
    if side := _side(question, mention, said, values):
        return next((taker for taker in found if taker[0] == side), None) or _open(
            question, mention, found, values, 1.0
        )
    joined = joined_to(mention, said, previous)
    if joined and previous is not None and previous[1] == "country" and "country" in mention.keys:
        return "country", mention.keys["country"], BY_ORDER
    cued = _cues(question, mention, said, known) or _needed(question, mention, said, values)
    if any(word.stem == "government" for word in said.words[mention.end : mention.end + 1]):
        found = [taker for taker in found if question.takes[taker[0]] == "agency"] or found
    fits = AGAINST_CUE if "donor" in cued[:1] and "donor" not in question.params else 1.0
    return (
        _by_cue(question, cued, found, values)
        or _joined(found, values, previous, joined)
        or _by_kind(mention, known, found, values, fits)
        or _open(question, mention, found, values, fits)
    )


def _as_text(mention: Mention) -> str:
    """A name as a text to look for, without its article: “Framework” for “the Framework”."""
    article, _, name = mention.said.partition(" ")
    return name if name and article.casefold() in ARTICLES and "quoted" not in mention.keys else mention.said


ARTICLES: Final = ("the", "a", "an")


def _sought(question: Question, mention: Mention) -> bool:
    """Whether a name that no parameter takes may be looked for as a text; a theme only where texts are what is asked."""
    kinds = set(mention.keys)
    if "theme" in kinds and kinds <= {"theme", "area"}:
        return WORDS in question.needs or next(iter(question.params)) == WORDS
    return not kinds & NOT_SOUGHT or ("agency" in kinds and "country" not in kinds)


def _cues(question: Question, mention: Mention, said: Sentence, known: NameIndex) -> tuple[str, ...]:
    """Parameters that the words around a mention point to, the likeliest first."""
    cued = cued_by(mention, said)
    if _acronym(mention) and "agency" in mention.keys:
        cued = tuple(name for name in cued if name != "theme")
    if "kind" in mention.keys and mention.first and said.words[mention.first - 1].folded in lexicon().words["asking"]:
        cued = "kind", *cued
    if "town" in mention.keys and _after(mention, said, ("in", "at")):
        return "place", *cued
    if "country" not in mention.keys:
        return cued
    if _after(mention, said, PLACED):
        return "country", "place", *cued
    elsewhere = [other for other in said.mentions if {"country", "region"} & set(other.keys)]
    # Of “Italian projects in Moldova” Italy pays, and of “Italian projects”, since it pays for more than it has.
    pays = set(mention.keys["country"]) <= set(known.payers) or any(_after(other, said, PLACED) for other in elsewhere)
    if not cued and "donor" in question.params and pays:
        return ("donor",)
    return cued


def _needed(
    question: Question, mention: Mention, said: Sentence, values: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """The body that a question cannot do without is meant by a country's name before the country is."""
    if "country" not in mention.keys or _after(mention, said, PLACED):
        return ()
    return tuple(name for name in question.needs if name == "donor" and name not in values)


def _by_cue(
    question: Question, cued: Sequence[str], found: Sequence[Taker], values: Mapping[str, Sequence[str]]
) -> Taker | None:
    for cue_name in cued:
        first = next((first for first, second in PAIRS if second == cue_name), "")
        name = first if first in question.params and first not in values else cue_name
        if name == "donor" and name in values and "with" in question.params:
            name = "with"
        for taker, keys, worth in found:
            if taker == name and name not in values:
                cue = BY_CUE - SECOND * (cue_name != cued[0])
                return name, keys, cue if worth > AS_GOVERNMENT or name in ("donor", "supported_by") else worth
    return None


def _joined(
    found: Sequence[Taker], values: Mapping[str, Sequence[str]], previous: tuple[int, str] | None, joined: str
) -> Taker | None:
    if not joined or previous is None or not any(taker[0] == previous[1] for taker in found):
        return None
    pair = next((taker for taker in found if taker[0] in SECONDS and taker[0] not in values), None)
    same = next(taker for taker in found if taker[0] == previous[1])
    name, keys, worth = pair if pair and joined != "or" else same
    return name, keys, BY_CUE if pair else worth if joined == "or" else CROWDED


def _by_kind(
    mention: Mention, known: NameIndex, found: Sequence[Taker], values: Mapping[str, Sequence[str]], fits: float
) -> Taker | None:
    for key in mention.keys.get("agency", ()):
        for name in roles()["kind"].get((known.bodies.get(key, ""),), ()):
            for taker, keys, worth in found:
                if taker == name and name not in values and worth > AS_GOVERNMENT:
                    return name, keys, BY_KIND * fits
    return None


def _open(
    question: Question, mention: Mention, found: Sequence[Taker], values: Mapping[str, Sequence[str]], fits: float
) -> Taker:
    """A parameter still open, else one more value for one that is filled."""
    left = [taker for taker in found if taker[0] not in values] or found
    best = max(worth for *_, worth in left)
    again = [taker for taker in found if taker[0] in values and taker[2] > best]
    if again and best <= AS_GOVERNMENT:
        return again[0][0], again[0][1], CROWDED

    def fitting(taker: Taker) -> tuple[float, bool, bool]:
        titled = stem(taker[0]) in stems(question.summary)
        kind = question.takes[taker[0]]
        return taker[2], kind in ("area", "instrument") or (_acronym(mention) and kind == "agency"), titled

    # “Trade unions” are bodies before they are a theme, where a question takes both; “research” is a theme.
    bodies = mention.said.endswith("s") or not any(question.takes[taker[0]] == "theme" for taker in left)
    sorts = [taker for taker in left if bodies and question.takes[taker[0]] == "kind" and taker[2] == best]
    name, keys, worth = max(sorts or left, key=fitting)
    return name, keys, worth * fits


def _side(question: Question, mention: Mention, said: Sentence, values: Mapping[str, Sequence[str]]) -> str:
    """The parameter of the second of two places, where one of the first is said already and the two do not go together."""
    place, document = bool(set(mention.keys) & set(PLACES)), "document" in mention.keys
    if not {"first", "second", "other"} <= question.params.keys() or not (place or document):
        return ""
    sort = ("document",) if place else PLACES
    other = [m for m in said.mentions if m.end <= mention.first and set(m.keys) & set(sort)]
    between = {word.folded for word in said.words[other[-1].end : mention.first]} if other else set()
    if not other or ("document" if place else "first") not in values or between <= TOGETHER:
        return ""
    return "second" if place else "other"


TOGETHER: Final = frozenset({"of", "in", "the", "to", "its", "according", "for", "s"})
"""Words between a document and a section of it."""


def _acronym(mention: Mention) -> bool:
    """Whether what may be a theme is written as an acronym, as GFMD is: then the body is meant."""
    return mention.said.isupper() and len(mention.said) > 1 and "theme" in mention.keys


def _after(mention: Mention, said: Sentence, cues: Sequence[str]) -> bool:
    return mention.first > 0 and said.words[mention.first - 1].folded in cues


def _of_a_project(question: Question, mention: Mention, said: Sentence) -> bool:
    """Whether a name is that of a project or part of a title, as in “the TRIANGLE project” or “health in its title”."""
    following = [word.folded for word in said.words[mention.end : mention.end + 1]]
    teams = [key for key in mention.keys.get("agency", ()) if "unit" not in question.params or key.endswith(TEAM)]
    titled = WORDS in cued_by(mention, said) or (following == ["project"] and bool(teams))
    return titled and question.params.get(WORDS) == "text"


def _filed(question: Question, mention: Mention, known: NameIndex) -> bool:
    """Whether a word is but filed under a theme, as “brain drain” is, and the question looks for texts before all."""
    if set(mention.keys) != {"theme"} or next(iter(question.params), "") != WORDS or len(mention.keys["theme"]) > 1:
        return False
    key = mention.keys["theme"][0]
    return set(stems(f"{known.label('theme', key)} {key}")).isdisjoint(stems(mention.said))


def takers(question: Question, mention: Mention, known: NameIndex) -> Iterator[Taker]:
    """All parameters that can take a mention."""
    for name, type_ in question.takes.items():
        if type_ == "text" and "quoted" in mention.keys and name not in (*NOT_QUOTED, *mention.keys):
            yield name, mention.keys["quoted"], BY_CUE if name == WORDS else BY_ORDER
        elif type_ in mention.keys and not (type_ == "agency" and "country" in mention.keys):
            yield name, mention.keys[type_], BY_ORDER
        elif type_ == "area" and "theme" in mention.keys and (area := _area(mention, known)):
            yield name, area, BY_ORDER
        elif type_ == "agency" and "country" in mention.keys and name != "group":
            held = known.forms.get("agency", {})
            bodies = tuple(f"{GOVERNMENT}{key.lower()}" for key in mention.keys["country"])
            if all(body.replace("-", " ") in held for body in bodies):
                yield name, bodies, AS_GOVERNMENT
        elif type_ in ("agency", "region") and _also(mention, type_, known):
            yield name, _also(mention, type_, known), AS_BODY
        elif type_ == "country" and all(key.startswith(GOVERNMENT) for key in mention.keys.get("agency", ("",))):
            yield name, tuple(key.removeprefix(GOVERNMENT).upper() for key in mention.keys["agency"]), AS_GOVERNMENT
        else:
            yield from _texts(question, name, type_, mention)


def _area(mention: Mention, known: NameIndex) -> tuple[str, ...]:
    """The area of action that the name of a theme speaks of, as “migration policy” does of policy."""
    telling = [part for part in stems(mention.said) if part not in lexicon().words["neutral-stems"]]
    held = {stems(form): keys for form, keys in known.forms.get("area", {}).items()}
    return tuple(sorted(held.get(tuple(telling), ()))) if len(telling) == 1 else ()


def _texts(question: Question, name: str, type_: str, mention: Mention) -> Iterator[Taker]:
    """The parameter as a text: towns, numbered places and things."""
    if name == "place" and "town" in mention.keys:
        yield name, mention.keys["town"], BY_CUE
    elif name == "place" and type_ == "text" and "country" in mention.keys:
        yield name, (mention.said,), CROWDED
    elif type_ in ("text", "number") and name in mention.keys:
        yield name, mention.keys[name], BY_CUE
    elif type_ in ("text", "number") and name == "number" and (kinds := [k for k in mention.keys if k in NUMBERED]):
        if set(stems(kinds[0])) <= set(stems(question.summary)):
            yield name, mention.keys[kinds[0]], BY_CUE
    elif name in IN_PLACES and type_ == "text":
        numbered = [f"{kind.capitalize()} {key}" for kind in PLACES for key in mention.keys.get(kind, ())]
        if numbered:
            yield name, tuple(numbered), BY_ORDER


def _also(mention: Mention, type_: str, known: NameIndex) -> tuple[str, ...]:
    """Bodies that bear the name of a region (ASEAN, SADC), or regions that bear the name of a body."""
    keys = mention.keys.get("region" if type_ == "agency" else "agency", ())
    return tuple(key for key in keys if key.replace("-", " ") in known.forms.get(type_, {}))
