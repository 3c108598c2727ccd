"""What is said to people when something goes wrong, and the exit code that goes with it."""

from __future__ import annotations

from typing import Final

from migov.ontology.errors import (
    DocumentError,
    EngineUnreachable,
    IdentityError,
    InputError,
    MigovError,
    NothingFound,
    QueryError,
    QueryTimeout,
    RuleBroken,
    StoreError,
)

INPUT, RULE, ENGINE = 1, 3, 4
SHOWN: Final = 20

CODES: Final[tuple[tuple[type[MigovError], int], ...]] = (
    (InputError, INPUT),
    (DocumentError, INPUT),
    (QueryError, INPUT),
    (NothingFound, INPUT),
    (RuleBroken, RULE),
    (IdentityError, RULE),
    (StoreError, ENGINE),
    (EngineUnreachable, ENGINE),
)


def words(fault: MigovError) -> tuple[str, int]:
    """The sentence for a person, with the remedy, and the exit code."""
    code = next((code for kind, code in CODES if isinstance(fault, kind)), INPUT)
    if isinstance(fault, RuleBroken):
        said = [str(violation) for violation in fault.violations[:SHOWN]]
        more = len(fault.violations) - SHOWN
        if more > 0:
            said.append(f"... and {more} more")
        return "\n".join([*said, "Nothing was changed."]), code
    if isinstance(fault, NothingFound) and fault.nearest:
        return f"{fault}; did you mean {' or '.join(fault.nearest)}?", code
    if isinstance(fault, QueryTimeout):
        return f"{fault}; narrow it, or allow it more with --seconds", code
    return str(fault), code
