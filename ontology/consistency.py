"""OWL consistency by HermiT, through owlready2: whether ontology and data can all be true at once."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from dataclasses import dataclass
from pathlib import Path

from migov.ontology.errors import EngineUnreachable


@dataclass(frozen=True, slots=True)
class Verdict:
    """What HermiT found; `explanation` names the classes or facts it could not reconcile."""

    consistent: bool
    explanation: str = ""


def available() -> bool:
    """Whether Java, which HermiT runs on, is installed."""
    return shutil.which("java") is not None


def check(ntriples: bytes) -> Verdict:
    """The verdict on an ontology with data, as N-Triples (owlready2 reads no Turtle).

    Dates of years and months are no OWL 2 datatypes and are passed over. Raises `EngineUnreachable` without Java.
    """
    if not available():
        raise EngineUnreachable("HermiT needs Java, and no java is installed")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # owlready2 warns of its own optional speed-up at import
        import owlready2  # noqa: PLC0415 - slow, and of use only here

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "landscape.nt"
            file.write_bytes(ntriples)
            world = owlready2.World()
            world.get_ontology(file.as_uri()).load()
            try:
                owlready2.sync_reasoner_hermit(world, ignore_unsupported_datatypes=True, debug=0)
            except owlready2.OwlReadyInconsistentOntologyError as fault:
                return Verdict(False, str(fault).strip() or "the data contradicts the ontology")
            empty = sorted(cls.name for cls in world.inconsistent_classes() if cls is not owlready2.Nothing)
    return Verdict(not empty, f"these classes can have no member: {', '.join(empty)}" if empty else "")
