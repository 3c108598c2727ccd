"""The page of every view: small enough to send, closed to the network, and with all of the projection in it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from html import unescape

import pytest

from migov.graph.network import Network
from migov.viz.style import nodes_of, ties_of

File = Callable[[str], bytes]
MOST = 2_500_000


@pytest.fixture
def page(file: File) -> str:
    """The page as text."""
    return file(".html").decode()


def test_the_page_is_small(file: File) -> None:
    """Under 2.5 MB, so that it can be sent by mail."""
    assert len(file(".html")) < MOST


def test_the_page_may_ask_for_nothing(page: str) -> None:
    """A policy that allows nothing but the scripts and styles in the page, each by its hash; and no address to load from."""
    policy = unescape(re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[1])  # type: ignore[index]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";")}
    assert rules["default-src"] == ["'none'"]
    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:"} & {word for rule in rules.values() for word in rule}
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        inside = re.findall(rf"<{tag}(?: [^>]*)?>(.*?)</{tag}>", page, re.DOTALL)
        runs = [said for said in inside if not said.lstrip().startswith("{")] if tag == "script" else inside
        allowed = {f"'sha256-{b64encode(sha256(said.encode()).digest()).decode()}'" for said in runs}
        assert allowed == set(rules[rule])
    assert not re.search(r'<(?:script|link|img|iframe)[^>]* (?:src|href)="(?!data:)', page)


def test_the_page_holds_the_projection(network: Network, page: str) -> None:
    """Every node with its label and themes, every edge with its claims, and as many drawn as there are."""
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])  # type: ignore[index]
    assert {name: (said["label"], said["themes"]) for name, said in data["nodes"].items()} == {
        name: (node.label, list(node.themes)) for name, node in nodes_of(network).items()
    }
    assert sorted((edge["from"], edge["to"], len(edge["claims"])) for edge in data["edges"]) == sorted(
        (source, target, len(tie.sources)) for source, target, _, tie in ties_of(network)
    )
    assert len(data["picture"]["nodes"]) == len(network)
