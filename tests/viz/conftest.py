"""A made-up landscape of realistic size and a drawing to match, for the tests of the pictures."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from migov.graph.network import Caption, Network, Node, Source, Tie, new_network
from migov.ontology.drawing import Drawing, EdgeStyle, NodeStyle

BODIES = {
    "UnAgency": "UNHCR UNDP UNIFEM UNESCO UNICEF UNODC UNCTAD UNFPA UNDESA OHCHR WHO UNITAR FAO",
    "Intergovernmental": "IOM OSCE OECD EU Council-of-Europe World-Bank ASEAN SADC ECOWAS EurAsEC",
    "IloUnit": "MIGRANT IPEC SAP-FL ACTRAV ACT-EMP NORMES SECTOR EMP-SKILLS GENDER SRO-Moscow RO-Bangkok SRO-Addis",
    "SocialPartner": "ITUC IOE ETUC PSI Building-and-Wood-Workers’-International",
    "Government": "Sweden Norway Italy Switzerland Canada Australia Japan Spain Germany Ireland Netherlands Denmark",
}
PROJECTS = [
    "East Africa migration policy",
    "Caucasus and Central Asia partnerships",
    "Decent work for domestic workers",
    "Asian regional programme",
    "Greater Mekong trafficking",
    "Return of Ethiopian women",
    "Migrant workers’ rights in the Russian Federation",
    "Moldova and Ukraine governance",
    "Social security for migrants in Africa",
    "Skills recognition in South-East Asia",
    "MIGMED capacity building",
    "Remittances to Senegal",
    "Anti-discrimination training in Europe",
    "Reintegration of Filipino workers",
    "Maghreb social dialogue",
    "Afghan refugees’ employment",
    "China forced labour",
    "Anti-trafficking in Albania",
    "Diaspora enterprise in Ghana",
    "Labour market information for Ukraine",
    "Health workers’ mobility",
    "Recruitment monitoring in Nepal",
    "Youth employment in Western Balkans",
    "Migration statistics in SADC",
    "Gulf recruitment dialogue",
    "Garment workers in Jordan",
    "Seafarers’ welfare",
    "Good practices database",
    "Equal treatment in Spain",
    "Child labour in agriculture",
    "Circular migration pilot",
    "Costs of recruitment survey",
    "Trade unions across borders",
    "Caribbean free movement",
    "Andean consultation",
    "Employers’ toolkit",
    "Law on private agencies",
    "Labour inspection and migration",
    "Portability of pensions",
    "Information centres in Tajikistan",
]
THEMES = [
    "Trafficking",
    "Forced labour",
    "Remittances",
    "Skills recognition",
    "Domestic workers",
    "Social security",
    "Recruitment",
    "Statistics",
    "Return and reintegration",
    "Gender",
    "Regional integration",
    "Labour inspection",
    "Migrant rights",
    "Health",
    "Youth employment",
]
DOCUMENTS = ("eval2008", "eval2013", "note2013", "poa2008")


@pytest.fixture(scope="session")
def drawing() -> Drawing:
    """Styles as the ontology would declare them."""
    nodes = [
        NodeStyle("IloUnit", "ILO and its units", "circle", "#1F5FA8", 1),
        NodeStyle("UnAgency", "UN agency", "circle", "#2A9D8F", 2),
        NodeStyle("Intergovernmental", "Intergovernmental body", "square", "#7A4EAB", 3),
        NodeStyle("Government", "Government", "diamond", "#C2571A", 4),
        NodeStyle("SocialPartner", "Workers’ or employers’ organisation", "hexagon", "#A8326E", 5),
        NodeStyle("Project", "Project", "triangle", "#E0A100", 6),
        NodeStyle("Theme", "Theme", "star", "#5B7F2B", 7),
    ]
    edges = [
        EdgeStyle("collaboratesWith", "collaborates with", "solid", "#1F5FA8", True),
        EdgeStyle("funds", "funds", "solid", "#C2571A", False),
        EdgeStyle("partnersIn", "is a partner in", "solid", "#2A7F74", False),
        EdgeStyle("responsibleFor", "is responsible for", "solid", "#6B7785", False),
        EdgeStyle("worksOn", "works on", "dotted", "#5B7F2B", False),
    ]
    return Drawing({s.kind: s for s in nodes}, {s.kind: s for s in edges}, {s.kind: 0 for s in nodes})


@pytest.fixture(scope="session")
def landscape() -> Callable[..., Network]:
    """A function that makes the landscape, its nodes and edges put in in an order of their own for each `shuffle`."""

    def make(shuffle: int = 0, projects: int = 40, copies: int = 1) -> Network:
        nodes, edges = _parts(projects, copies)
        order = random.Random(shuffle)
        order.shuffle(nodes)
        order.shuffle(edges)
        network = new_network(
            Caption(
                "ILO and IOM share nine fields; joint work is recorded in three of them",
                "Agencies, projects and themes named in five ILO documents, 2001–2013; a dashed line is not yet done",
                "Source: ILO evaluations of 2008 and 2013, note of 2013, plan of action of 2008 (migov, made-up sample)",
            )
        )
        for key, node in nodes:
            network.add_node(key, data=node)
        for source, target, tie in edges:
            network.add_edge(source, target, key=tie.kind, data=tie)
        return network

    return make


def _parts(projects: int, copies: int) -> tuple[list[tuple[str, Node]], list[tuple[str, str, Tie]]]:
    chance = random.Random(3)
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str, str], Tie] = {}
    groups: dict[str, list[str]] = {}

    def put(group: str, label: str, segment: str, copy: int) -> str:
        key = f"{segment}/{label.lower().replace(' ', '-').replace('’', '')}" + (f"-{copy}" if copy else "")
        facts = (("Listed in", "Annex 6"), ("Places", str(chance.randint(1, 30))))
        nodes[key] = Node(label, f"{label} (full name of the body or project)", group, _some(THEMES, 2, chance), facts)
        groups.setdefault(group, []).append(key)
        return key

    def tie(source: str, target: str, kind: str, status: str = "") -> None:
        if source != target:
            edges[source, target, kind] = Tie(kind, status, _some(THEMES, 1, chance), _claims(chance))

    for copy in range(copies):
        ilo = put("IloUnit", "ILO", "agency", copy)
        bodies = [
            put(kind, label.replace("-", " ") if len(label) > 10 else label, "agency", copy)
            for kind, labels in BODIES.items()
            for label in labels.split()
        ]
        iom = next(body for body in bodies if body.startswith("agency/iom"))
        for body in bodies:
            if chance.random() < 0.55:
                tie(ilo, body, "collaboratesWith", chance.choice(("", "", "done", "ongoing", "planned", "explored")))
            if chance.random() < 0.2:
                tie(iom, body, "collaboratesWith", chance.choice(("", "done", "planned")))
        themes = [put("Theme", label, "theme", copy) for label in THEMES]
        for theme in themes:
            for body in chance.sample(bodies, 2):
                tie(body, theme, "worksOn")
            tie(chance.choice((ilo, iom)), theme, "worksOn")
        for label in PROJECTS[:projects]:
            project = put("Project", label, "project", copy)
            tie(chance.choice(groups["IloUnit"]), project, "responsibleFor")
            tie(chance.choice(groups["Government"] + groups["Intergovernmental"]), project, "funds")
            if chance.random() < 0.5:
                tie(chance.choice(groups["UnAgency"] + groups["Intergovernmental"]), project, "partnersIn")
        tie(iom, ilo, "partnersIn", "explored")
    return list(nodes.items()), [(source, target, data) for (source, target, _), data in edges.items()]


def _claims(chance: random.Random) -> tuple[Source, ...]:
    return tuple(
        Source(
            document=chance.choice(DOCUMENTS),
            locator=f"Annex 6, row {first}",
            lines=f"{first}-{first + 2}",
            what="joint seminar and training",
            certainty=chance.choice(("stated", "implied")),
        )
        for first in sorted(chance.sample(range(10, 900), chance.randint(0, 3)))
    )


def _some(labels: list[str], most: int, chance: random.Random) -> tuple[str, ...]:
    return tuple(sorted(label.lower().replace(" ", "-") for label in chance.sample(labels, chance.randint(0, most))))


@pytest.fixture(scope="session")
def theme_labels() -> dict[str, str]:
    """Label of each theme, by slug."""
    return {label.lower().replace(" ", "-"): label for label in THEMES}
