"""Covenants of a given size, made up, so that their figures can be looked at and compared."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

from convenant.model.document import Document, Stamp
from sample_covenant import build

LONG = "Meerjarenonderhoudsbegrotingsverantwoordelijkheidsverdelingsregelingsovereenkomst"
VERY_LONG = f"{LONG} van de gemeente, de provincie, het waterschap en alle anderen die meedoen " * 2
KINDS = ("money", "staff", "product_service", "facility")


def sized(parties: int, activities: int, *, names: list[str] | None = None) -> Document:
    """A document with figures of so many parties and activities; some names are long."""
    files = data(parties, activities, names=names)
    return build({name: json.dumps(tree) for name, tree in files.items()}, Stamp())


def data(parties: int, activities: int, *, names: list[str] | None = None) -> dict[str, Any]:
    """The files of such a covenant as plain data."""
    ids = [f"p{n + 1}" for n in range(parties)]
    called = names or [
        LONG if n == 3 else f"Stichting {('Welzijn', 'Wonen', 'Zorg')[n % 3]} {n + 1}"
        for n in range(parties)
    ]
    parts = [
        {"id": id, "name": name, "role": "signatory"} for id, name in zip(ids, called, strict=False)
    ]
    return {
        "covenant.yaml": {
            "schema_version": 2,
            "language": "nl",
            "title": "Proef",
            "parties": parts,
        },
        "1-ambition.yaml": _ambition(ids),
        "2-partnership.yaml": _partnership(ids, activities),
        "3-visualisation.yaml": {"roadmap": _roadmap(ids, activities)},
        "4-programme.yaml": {
            "plan": _plan(ids, activities),
            "governance": _governance(ids),
            "budget": _budget(ids, activities),
            "effects_arena": _arena(ids),
            "effects_calculator": _calculator(ids),
        },
    }


def _day(step: int) -> str:
    return (date(2027, 1, 4) + timedelta(days=18 * step)).isoformat()


def _ambition(ids: list[str]) -> dict[str, Any]:
    return {
        "core": "Samen zorgen wij dat iedereen in de stad meedoet en op tijd hulp vindt.",
        "touchpoints": [
            {
                "party": id,
                "own_ambition": "Een eigen ambitie van een gewone lengte, in twee regels.",
                "touchpoint": "Raakt de gezamenlijke ambitie bij werk en inkomen.",
            }
            for id in ids
        ],
    }


def _partnership(ids: list[str], activities: int) -> dict[str, Any]:
    extent = {
        "money": lambda n: {"amount": 1000.0 * (n + 1)},
        "staff": lambda n: {"quantity": 100 * (n + 1), "unit": "uur"},
        "product_service": lambda n: {"valuation": 500.0 * (n + 1)} if n % 3 else {},
        "facility": lambda n: {},
    }
    return {
        "contributions": [
            {"id": f"c{n}-{kind}", "party": id, "kind": kind, "text": "Iets", **extent[kind](n)}
            for n, id in enumerate(ids)
            for kind in KINDS[: 1 + n % 4]
        ],
        "benefits": [
            {"party": id, "text": "Een opbrengst die iets langer is dan een regel in de figuur."}
            for id in ids
        ],
        "commitments": [
            {
                "id": f"A{n + 1}",
                "by": ids[n % len(ids)],
                "text": "Doet iets.",
                "kind": "result" if n % 2 else "effort",
                "enforceable": n % 5 == 0,
                **({"due": _day(n)} if n % 3 else {"frequency": "monthly"}),
            }
            for n in range(activities)
        ],
        "partnership_map": {
            "values": [{"text": "Gelijkwaardig", "success_when": "iedereen even vaak spreekt"}],
            "relations": [{"between": [ids[0], ids[-1]], "expectation": LONG}],
            "conditions": [
                {"text": "Een zaal", "arranged": True},
                {"text": "Geld", "arranged": False},
            ],
            "actions": [{"text": "Beginnen", "owner": ids[0], "due": "2027-02-01"}],
        },
    }


def _roadmap(ids: list[str], activities: int) -> list[dict[str, str]]:
    return [
        {
            "id": f"m{n}",
            "text": f"Mijlpaal {n} met een naam van gewone lengte",
            "date": _day(3 * n),
            "owner": ids[n % len(ids)],
            "phase": f"f{1 + n % 3}",
        }
        for n in range(max(2, activities // 4))
    ]


def _plan(ids: list[str], activities: int) -> dict[str, Any]:
    names = ("Voorbereiden", "Uitvoeren in alle wijken van de stad tegelijk", "Overdragen")
    third = max(activities // 3, 1)
    return {
        "phases": [
            {
                "id": f"f{n + 1}",
                "name": name,
                "start": _day(n * third),
                "end": _day((n + 1) * third),
            }
            for n, name in enumerate(names)
        ],
        "activities": [
            {
                "id": f"a{n}",
                "text": LONG if n == 2 else f"Activiteit {n} met een gewone naam",
                "owner": ids[n % len(ids)],
                "phase": f"f{min(1 + n // third, 3)}",
                "start": _day(n),
                "end": _day(n + 3),
                "after": [f"a{n - 2}"] if n % 4 == 3 else [],
            }
            for n in range(activities)
        ],
        "go_no_go": [{"id": "g1", "text": "Door?", "date": _day(third), "by": ids[0]}],
    }


def _governance(ids: list[str]) -> dict[str, Any]:
    top = {
        "id": "b0",
        "name": "Stuurgroep",
        "kind": "steering_group",
        "members": [{"party": id, "function": "lid", "chair": id == ids[0]} for id in ids],
        "meets": "vier keer per jaar",
        "decides": "consent",
    }
    below = [
        {
            "id": f"b{n}",
            "name": f"Werkgroep {n}",
            "kind": "working_group",
            "members": [{"party": ids[n % len(ids)], "function": "lid"}],
            "reports_to": "b0" if n < 4 else "b1",
        }
        for n in range(1, max(3, len(ids) // 2))
    ]
    return {"bodies": [top, *below]}


def _budget(ids: list[str], activities: int) -> dict[str, Any]:
    years = (2027, 2028, 2029)
    return {
        "costs": [
            {"id": f"k{year}-{n}", "text": f"Post {n}", "year": year, "amount": 1000.0 * (12 - n)}
            for year in years
            for n in range(min(activities, 12))
        ],
        "funding": [
            {"id": f"d{year}-{n}", "party": id, "year": year, "amount": 800.0 * (n + 1)}
            for year in years
            for n, id in enumerate(ids)
        ],
    }


def _arena(ids: list[str]) -> dict[str, Any]:
    doing = max(1, len(ids) // 2)
    return {
        "activities": [{"id": f"ea{n}", "text": f"Iets doen {n}"} for n in range(doing)],
        "investors": [
            {"party": id, "activity": f"ea{n % doing}", "form": "money", "value": 1000.0}
            for n, id in enumerate(ids)
        ],
        "effects": [
            {
                "id": f"ef{n}",
                "activities": [f"ea{n % doing}"],
                "level": "individual",
                "text": f"Mensen merken er iets van, op manier {n}.",
                "certainty": 1 + n % 3,
                "intended": n % 4 != 3,
            }
            for n in range(len(ids))
        ],
        "beneficiaries": [
            {"party": id, "effect": f"ef{n}", "benefit": "iets beters"} for n, id in enumerate(ids)
        ],
    }


def _calculator(ids: list[str]) -> dict[str, Any]:
    events = [
        {"month": 3 * n + 1, "text": "Er gebeurt iets", "effect": "positive"} for n in range(3)
    ]
    worse = [{**event, "effect": "negative"} for event in events[:2]]
    return {
        "cases": [
            {
                "id": "cas-een",
                "persona": "Verzonnen",
                "intervention": {"events": events},
                "reference": {"events": worse},
            }
        ],
        "summary": {
            "per_payer": [
                {"payer": id, "intervention": 100.0 * n, "reference": 150.0 * n + 20}
                for n, id in enumerate(ids)
            ]
        },
    }
