"""Finding the things a sentence names: agencies, countries, themes, Conventions, documents, numbered places and quoted text.

The longest name wins. A word that is also ordinary English (who, us, standards) is an acronym only in capitals; slips of
the pen are forgiven in long words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache
from typing import Final

from migov.ontology.folding import fold
from migov.queries.names import HEADING, NameIndex
from migov.queries.words.bodies import grown, reordered
from migov.queries.words.lexicon import lexicon, stem, table
from migov.queries.words.mentions import STRONG, Mention, Word
from migov.queries.words.slips import mended, slips
from migov.queries.words.timing import as_number, as_place
from migov.queries.words.titles import acronyms, strange_titles, titled

WORD: Final = re.compile(r"(?:[A-Z]\.){2,}[A-Z]?(?!\w)|(?<=\w)['’´]s\b|\d+(?:\.\d+)?|[^\W\d_]+\d*|\d+")
QUOTED: Final = re.compile(
    r"[\"“”„«»]([^\"“”„«»]{2,})[\"“”„«»]|(?<!\w)['‘]([^'‘’]{3,})['’](?!\w)|\b([A-Z]{3}/\d\d/\w+(?:/\w+)*)"
)
MOST: Final = 14
BY_STEM: Final = (
    "theme", "instrument", "region", "instrument-group", "status", "area", "kind", "role", "membership-role", "publication-kind",
    "disagreement-kind", "relation",
)  # fmt: skip
GIVING_WAY: Final = (("theme", "principle"), ("agency", "kind"), ("country", "town"))
LONG: Final = 4
"""A name of so many words goes before a number in it, as in “Convention No. 97 concerning ...”."""
SEVERAL: Final = 3
"""In names of so many words a slip is sought word by word."""


def words(text: str) -> tuple[Word, ...]:
    """The words of a text (composed, NFC); possessive endings are left out."""
    found = []
    for match in WORD.finditer(text):
        text_ = match[0].replace(".", "") if match[0][:1].isalpha() else match[0]
        if text_[0] not in "'’´" and (folded := fold(text_)):
            found.append(Word(text_, folded, stem(folded), *match.span()))
    return tuple(found)


def spot(text: str, said: Sequence[Word], known: NameIndex, taken: Iterable[int] = ()) -> tuple[Mention, ...]:
    """All things named, in the order of the sentence; words whose positions are `taken` are left alone."""
    used = set(taken)
    found: list[Mention] = []

    def keep(mentions: Iterable[Mention]) -> None:
        for mention in mentions:
            if used.isdisjoint(range(mention.first, mention.end)):
                used.update(range(mention.first, mention.end))
                found.append(mention)

    shouted = all(word.capitals for word in said if len(word.text) > 2)
    keep(_quoted(text, said, known))
    keep(_named(said, known, shouted, longer=LONG))
    keep(() if shouted else titled(text, said, known, used))
    keep(_coded(text, said, known))
    keep(_counted(said, known))
    keep(() if shouted else reordered(said, known))
    keep(_named(said, known, shouted, longer=2))
    keep(_stemmed(said, known, longer=2))
    keep(_named(said, known, shouted))
    keep(_stemmed(said, known))
    for mention in _mended(said, known, used, shouted):
        span = range(mention.first, mention.end)
        found = [other for other in found if other.first not in span]
        used.update(span)
        found.append(mention)
    keep(acronyms(said, known, used, shouted))
    keep(() if shouted else strange_titles(text, said, known, used))
    keep(slips(said, known, used))
    found = grown(found, text, said, known)
    return tuple(sorted(found, key=lambda mention: mention.first))


def _named(said: Sequence[Word], known: NameIndex, shouted: bool, longer: int = 1) -> Iterator[Mention]:
    for size in range(min(MOST, len(said)), longer - 1, -1):
        for first in range(len(said) - size + 1):
            window = said[first : first + size]
            form = " ".join(word.folded for word in window)
            if _of_members(form, known):
                continue
            keys = {
                kind: tuple(sorted(forms[form]))
                for kind, forms in known.forms.items()
                if form in forms and not kind.endswith(HEADING) and _meant(kind, form, window, shouted, forms[form])
            }
            if (
                "agency" in keys
                and not _written_as_name(window, shouted)
                and any(kind in keys for kind in ("theme", "region"))
            ):
                keys = {kind: found for kind, found in keys.items() if kind != "agency" or _plain_agency(form, found)}
            if "theme" in keys and "kind" not in keys:
                kinds = _by_stems(known).get(tuple(word.stem for word in window), {}).get("kind")
                keys |= {"kind": tuple(sorted(kinds))} if kinds else {}
            for stronger, weaker in GIVING_WAY:
                if stronger in keys:
                    keys.pop(weaker, None)
            if keys:
                yield Mention(first, first + size, _text(window), keys)


def _of_members(form: str, known: NameIndex) -> bool:
    """Whether a name speaks of the members of a body, as “SADC member states” does: then the body is named."""
    return form.endswith(MEMBERS) and form.rpartition(" member")[0] in known.forms.get("agency", {})


MEMBERS: Final = (" member states", " members", " member countries")


def _plain_agency(form: str, keys: Iterable[str]) -> bool:
    """Whether the name that a region or theme has too is the agency's own key, as with ASEAN and the European Union."""
    return (
        form in {"european union"} | {key.replace("-", " ") for key in keys} and form not in lexicon().words["ordinary"]
    )


def _meant(kind: str, form: str, window: Sequence[Word], shouted: bool, keys: Iterable[str]) -> bool:
    if len(window) > 1:
        return not (kind == "agency" and all(lexicon().silent(word.folded) for word in window))
    if form.isdigit() or len(form) < 2:
        return False
    if form in lexicon().words["stop"] or (kind == "country" and len(form) == 3 and form.upper() in keys):
        return _acronym(window, shouted) and kind in ("agency", "country")
    if kind in ("agency", "country", "project") and form in lexicon().words["ordinary"]:
        return _acronym(window, shouted) or (kind == "country" and window[0].capital)
    return True


def _acronym(window: Sequence[Word], shouted: bool) -> bool:
    return not shouted and all(word.capitals for word in window)


def _written_as_name(window: Sequence[Word], shouted: bool) -> bool:
    """Whether words are an acronym, or several with capitals."""
    telling = [word for word in window if word.folded not in lexicon().words["stop"]]
    return _acronym(window, shouted) or (len(telling) > 1 and all(word.capital for word in telling))


def _text(window: Sequence[Word]) -> str:
    return " ".join(word.text for word in window)


def _stemmed(said: Sequence[Word], known: NameIndex, longer: int = 1) -> Iterator[Mention]:
    """Names of themes and the like in another ending: `trafficked`, `domestic work`."""
    index = _by_stems(known)
    for size in range(min(MOST, len(said)), longer - 1, -1):
        for first in range(len(said) - size + 1):
            window = said[first : first + size]
            found = index.get(tuple(word.stem for word in window))
            silent = window[0].folded.isdigit() or all(lexicon().silent(word.folded) for word in window)
            if found and not silent and not _of_members(" ".join(word.folded for word in window), known):
                # “ASEAN declarations” are more than the one that is called so.
                plural = window[-1].folded == f"{window[-1].stem}s" or window[-1].folded.endswith("ions")
                keys = {
                    kind: tuple(sorted(keys)) for kind, keys in found.items() if not (kind == "instrument" and plural)
                }
                if keys:
                    yield Mention(first, first + size, _text(window), keys)


@lru_cache(maxsize=4)
def _by_stems(known: NameIndex) -> Mapping[tuple[str, ...], Mapping[str, Set[str]]]:
    index: dict[tuple[str, ...], dict[str, set[str]]] = {}
    for kind in BY_STEM:
        for form, keys in known.forms.get(kind, {}).items():
            index.setdefault(tuple(map(stem, form.split())), {}).setdefault(kind, set()).update(keys)
    return index


NUMBERS: Final = r"\d+(?:\.\d+)?[a-z]?(?:\.\d+)?\b"


@cache
def _codes() -> tuple[re.Pattern[str], Mapping[str, tuple[str, str]]]:
    """The pattern of all numbered things, and kind and key by the word before the number."""
    cues = {cue: (row["kind"], row["key"]) for row in table("codes") for cue in row["cue"].split(";")}
    words_ = "|".join(sorted(map(re.escape, cues), key=len, reverse=True))
    numbers = rf"({NUMBERS}(?:(?:\s*(?:,\s*and|,|&|and|or)\s*){NUMBERS})*)"
    return re.compile(rf"\b({words_})(?:\s|\.|-)*(?:(?:nos?|numbers?)\.?\s*)?{numbers}", re.IGNORECASE), cues


def _coded(text: str, said: Sequence[Word], known: NameIndex) -> Iterator[Mention]:
    """Numbered things: C189, Conventions 97 and 143, principle 9, Table 5, Annex 6."""
    pattern, cues = _codes()
    for match in pattern.finditer(text):
        kind, template = cues[" ".join(match[1].lower().split())]
        within = [n for n, word in enumerate(said) if match.start() <= word.start < match.end()]
        numbers = re.findall(NUMBERS, match[2].lower())
        if not within or (kind == "instrument" and any(not number.isdigit() or len(number) > 3 for number in numbers)):
            continue
        keys = tuple(dict.fromkeys(template.format(int(n) if "d}" in template else n) for n in numbers))
        held = known.forms.get(kind)
        meant = keys if held is None else tuple(found for key in keys for found in sorted(held.get(fold(key), ())))
        yield Mention(
            within[0], within[-1] + 1, match[0], {kind: meant} if len(meant) >= len(keys) else {"unknown": keys}
        )


def _counted(said: Sequence[Word], known: NameIndex) -> Iterator[Mention]:
    """Things numbered in words: “the tenth principle”, “component three”."""
    _, cues = _codes()
    for n in range(len(said)):
        for size in (2, 1):
            cue = " ".join(near.folded for near in said[n : n + size])
            kind, template = cues.get(cue, ("", ""))
            if kind not in COUNTED or n + size > len(said):
                continue
            before = said[n - 1].folded if n else ""
            after = "".join(near.folded for near in said[n + size : n + size + 1])
            number, first, end = as_place(before), n - 1, n + size
            if not number and not after.isdigit() and (number := as_number(after)):
                first, end = n, n + size + 1
            held = known.forms.get(kind)
            if number and (held is None or number in held):
                keys = (template.format(number),) if held is None else tuple(sorted(held[number]))
                yield Mention(first, end, _text(said[first:end]), {kind: keys})


COUNTED: Final = ("principle", "component", "case study")
"""Numbered things that are also told by words for numbers."""


def _quoted(text: str, said: Sequence[Word], known: NameIndex) -> Iterator[Mention]:
    """Texts between quotation marks, and symbols such as RER/09/04; what is a name as well keeps its readings."""
    for match in QUOTED.finditer(text):
        within = [n for n, word in enumerate(said) if match.start() <= word.start < match.end()]
        if within:
            inner = (match[1] or match[2] or match[3]).strip()
            form = fold(inner)
            keys = {
                kind: tuple(sorted(forms[form]))
                for kind, forms in known.forms.items()
                if form in forms and kind in STRONG
            }
            yield Mention(within[0], within[-1] + 1, inner, {"quoted": (inner,), **keys})


def _mended(said: Sequence[Word], known: NameIndex, used: Set[int], shouted: bool) -> Iterator[Mention]:
    """Names of several words, one with a slip: “Unied Nations Development Programme”."""
    row, slipped = mended(said, known, used)
    for mention in _named(row, known, shouted, longer=SEVERAL) if slipped else ():
        if not slipped.isdisjoint(range(mention.first, mention.end)):
            yield replace(mention, said=_text(said[mention.first : mention.end]), slip=True)
            return
