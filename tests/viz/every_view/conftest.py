"""Every view of the shipped landscape, in whatever format a test asks for: each is drawn once for all tests."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from migov.graph.assemble import Landscape
from migov.graph.builds import write
from migov.graph.network import Network
from migov.graph.viewing import catalogue
from migov.queries.meaning import meant
from migov.queries.names import names
from migov.viz.formats import FORMATS, Options
from migov.viz.layouts.positions import positions
from migov.viz.views import network as drawn

AGAIN = Path(__file__).parent / "again.py"
Files = Callable[[str, str], bytes]
Places = Mapping[str, tuple[float, float]]


@pytest.fixture(scope="session", params=catalogue())
def view(request: pytest.FixtureRequest) -> str:
    """Each view by name."""
    return str(request.param)


@pytest.fixture(scope="session")
def networks(shipped: Landscape) -> dict[str, Network]:
    """The network of each view, with the names that stand in its line of usage."""
    known = names(shipped.store)
    return {
        name: drawn(
            shipped.store,
            name,
            [meant(known, said, kinds) for said, kinds in zip(view.example, view.takes.values(), strict=False)],
        )
        for name, view in catalogue().items()
    }


@pytest.fixture(scope="session")
def layouts(networks: dict[str, Network]) -> dict[str, Places]:
    """Where the nodes of each view stand."""
    return {name: positions(network) for name, network in networks.items()}


@pytest.fixture(scope="session")
def files(networks: dict[str, Network], layouts: dict[str, Places]) -> Files:
    """The file of a view in a format, written when it is first asked for."""

    @cache
    def file(view: str, ending: str) -> bytes:
        return FORMATS[ending].write(networks[view], Options(layouts[view]))

    return file


@pytest.fixture(scope="session")
def network(view: str, networks: dict[str, Network]) -> Network:
    """The network of the view."""
    return networks[view]


@pytest.fixture(scope="session")
def places(view: str, layouts: dict[str, Places]) -> Places:
    """Where its nodes stand."""
    return layouts[view]


@pytest.fixture(scope="session")
def file(view: str, files: Files) -> Callable[[str], bytes]:
    """Its file in a format, by ending."""
    return lambda ending: files(view, ending)


@pytest.fixture(scope="session")
def engine() -> Callable[..., str]:
    """Runs a program that CI installs and gives what it prints; the test is skipped where the program is missing."""

    def run(program: str, *arguments: str | Path, input: bytes = b"") -> str:
        found = shutil.which(program)
        if found is None:
            pytest.skip(f"{program} is not installed (.ci/run installs it)")
        done = subprocess.run([found, *map(str, arguments)], input=input, capture_output=True, check=False, timeout=240)
        complaints = [
            line for line in done.stderr.decode().splitlines() if "javaldx" not in line
        ]  # LibreOffice without Java
        assert (done.returncode, complaints) == (0, [])
        return done.stdout.decode()

    return run


@pytest.fixture(scope="session", autouse=True)
def again(shipped: Landscape, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], dict[str, str]]]:
    """What a second process makes of the landscape as it was stored; it runs from the first test on."""
    folder = tmp_path_factory.mktemp("again")
    write(folder, shipped.store.quads())
    surroundings = os.environ | {"PYTHONHASHSEED": "12345", "TZ": "Pacific/Auckland", "SOURCE_DATE_EPOCH": "1"}
    process = subprocess.Popen(
        [sys.executable, AGAIN, folder], env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    found: dict[str, str] = {}

    def hashes() -> dict[str, str]:
        if not found:
            told, fault = process.communicate(timeout=300)
            assert process.returncode == 0, fault.decode()
            found.update(json.loads(told))
        return found

    yield hashes
    process.kill()
    process.communicate()
