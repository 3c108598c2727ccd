"""What the parser of SPARQL says, in one sentence with its place."""

from __future__ import annotations

import re
from typing import Final

from migov.queries.sparql.tokens import place, tokens

PLACE: Final = re.compile(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", re.DOTALL)
REASON: Final = re.compile(r"(?:^|, )((?:The|IRI|An?) [^,\[\"']+)")
SIGNS: Final = re.compile(r'"([^"]+)"(?:, |$)')
AROUND: Final = 24
"""Characters shown before or after the place."""
_WORDS: Final = """
a abs add adjust all as asc ask avg base bind bnode bound by ceil clear coalesce concat construct contains copy count create
datatype day default delete desc describe distinct drop encode_for_uri exists false filter floor from graph group group_concat
haslang haslangdir having hours if in insert into iri isblank isiri isliteral isnumeric istriple isuri lang langdir langmatches
lateral lcase limit load max md5 min minus minutes month move named not now object offset optional order predicate prefix rand
reduced regex replace round sameterm sample seconds select separator service sha1 sha256 sha384 sha512 silent str strafter
strbefore strdt strends strlang strlangdir strlen strstarts struuid subject substr sum timezone to triple true tz ucase undef
union unsaid uri using uuid values version where with year
"""
WORDS: Final = frozenset(_WORDS.split())
"""The bare words SPARQL knows; any other is a variable without its mark or a name without its prefix."""


def worded(query: str, fault: str) -> str:
    """One sentence from what Oxigraph's parser says, which may list every character that could follow."""
    strange = next((w for w in tokens(query) if w.kind == "word" and w.text.casefold() not in WORDS), None)
    if strange:
        word, where = strange.text, place(query, strange.end - len(strange.text))
        known = f"a variable is written ?{word}, a term of the ontology migov:{word}"
        return f"the query does not parse at {where}: SPARQL has no word “{word}”; {known}"
    said = PLACE.match(fault)
    if said is None:
        return f"the query does not parse: {fault}"
    line, column, expected = int(said[1]), int(said[2]), said[3]
    return f"the query does not parse at line {line}, column {column}, {_near(query, line, column)}{_why(expected)}"


def _near(query: str, line: int, column: int) -> str:
    lines = query.split("\n")
    text = lines[line - 1] if line <= len(lines) else ""
    after = text[column - 1 :].strip()[:AROUND]
    if after:
        return f"before “{after}”"
    before = "\n".join([*lines[: line - 1], text[: column - 1]]).split("\n")
    last = next((part.strip() for part in reversed(before) if part.strip()), "")
    end = "" if any(part.strip() for part in lines[line:]) else "at its end, "
    return f"{end}after “{last[-AROUND:]}”"


def _why(expected: str) -> str:
    if reason := REASON.search(expected):
        said = reason[1].strip()
        return f": {'the' + said[3:] if said.startswith('The ') else said}"
    signs = SIGNS.findall(expected)
    return f"; expected there: {' or '.join(signs)}" if signs and not SIGNS.sub("", expected).strip(", ") else ""
