"""Data differences as sentences: every path of the schemas has one, and what matters reads well."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from msgspec.structs import replace

from convenant.diff.covenant import diff_covenants
from convenant.diff.inline import inlined
from convenant.diff.weight import _OBLIGATIONS
from convenant.locale import voice
from convenant.model.comparison import Change, ChangeKind, Weight
from convenant.model.covenant import Covenant
from convenant.model.section import Section
from convenant.model.tree import Map, Seq
from sample_covenant import SCHEMAS, read, read_example

DE_LINDE = read_example("de-linde").covenant
MATURE = replace(DE_LINDE)


def tree(value: Any, file: str = "covenants/buurtkamer/x.yaml") -> Any:
    """Plain data as read from a file, every value at its start."""
    if isinstance(value, dict):
        made = Map(file)
        for key, item in value.items():
            made[key] = tree(item, file)
        return made
    if isinstance(value, list):
        items = Seq(file)
        items.extend(tree(item, file) for item in value)
        items.item_spots = [(1, 1)] * len(value)
        return items
    return value


def with_data(section: Section, data: Any, base: Covenant = DE_LINDE) -> Covenant:
    return replace(base, data={**base.data, section: tree(data)})


def plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def edited(section: Section, *steps: Any, to: Any = None) -> Covenant:
    """De Linde with one value changed; without `to` it is taken away."""
    data = plain(DE_LINDE.data[section])
    here = data
    for step in steps[:-1]:
        here = find(here, step)
    if to is None and isinstance(here, list):
        here.remove(find(here, steps[-1]))
    elif to is None:
        del here[steps[-1]]
    elif isinstance(here, list) and steps[-1] == "+":
        here.append(to)
    else:
        here[steps[-1]] = to
    return with_data(section, data)


def find(here: Any, step: Any) -> Any:
    if isinstance(here, list) and isinstance(step, str):
        return next(item for item in here if item.get("id") == step)
    return here[step]


def changes(new: Covenant, old: Covenant = DE_LINDE) -> tuple[Change, ...]:
    return diff_covenants(old, new, SCHEMAS).changes


def sentences(new: Covenant, old: Covenant = DE_LINDE, language: str = "nl") -> list[str]:
    return [change.sentence(voice(language)) for change in changes(new, old)]


@pytest.mark.parametrize(
    ("section", "steps", "to", "dutch", "english"),
    [
        (
            Section.PARTNERSHIP,
            ("contributions", "c-lindewonen-beheer", "quantity"),
            300,
            "De inbreng van Lindewonen ging van 276 naar 300 uur per jaar "
            "(Buurtbeheerder voor toezicht op gebouw en tuin).",
            "The contribution of Lindewonen went from 276 to 300 uur per year "
            "(Buurtbeheerder voor toezicht op gebouw en tuin).",
        ),
        (
            Section.PARTNERSHIP,
            ("contributions", "c-lindewonen-leefbaarheid", "amount"),
            Decimal("9000.50"),
            "De inbreng van Lindewonen ging van €\u00a07.500 naar €\u00a09.000,50 per jaar "
            "(Bijdrage aan de exploitatie uit het leefbaarheidsbudget).",
            "The contribution of Lindewonen went from €7,500 to €9,000.50 per year "
            "(Bijdrage aan de exploitatie uit het leefbaarheidsbudget).",
        ),
        (
            Section.PARTNERSHIP,
            ("commitments", "A1", "due"),
            "2027-10-01",
            "De uiterste datum van afspraak A1 van Lindewonen ging van 1 september 2027 "
            "naar 1 oktober 2027.",
            "The date of commitment A1 of Lindewonen went from 1 September 2027 to 1 October 2027.",
        ),
        (
            Section.PARTNERSHIP,
            ("commitments", "+"),
            {"id": "A40", "by": "gemeente", "text": "Plaatst een bank.", "due": "2027-03-01"},
            "Nieuwe afspraak A40 voor de gemeente, uiterlijk 1 maart 2027: Plaatst een bank.",
            "New commitment A40 for de gemeente, by 1 March 2027: Plaatst een bank.",
        ),
        (
            Section.PARTNERSHIP,
            ("commitments", "A2", "partners"),
            ["bewonersvereniging", "gemeente"],
            "Bij ‘Samen met’ van afspraak A2 is toegevoegd: de gemeente.",
            "Added to “Together with” of commitment A2: de gemeente.",
        ),
        (
            Section.COVER,
            ("parties", "lindewonen", "status"),
            {"state": "left", "left": "2028-01-01"},
            "Lindewonen is uitgetreden.",
            "Lindewonen has left.",
        ),
        (
            Section.COVER,
            ("parties", "lindewonen"),
            None,
            "Stichting Lindewonen is geen partij meer.",
            "Stichting Lindewonen is no longer a party.",
        ),
        (
            Section.ANNEXES,
            ("notice", "months"),
            3,
            "De opzegtermijn ging van 6 naar 3 maanden.",
            "The term of notice went from 6 to 3 months.",
        ),
        (
            Section.ANNEXES,
            ("disputes", "forum"),
            "arbitration",
            "‘Wie uiteindelijk beslist’ (geschillen) ging van de bevoegde rechter naar arbitrage.",
            "“Who decides in the end” (disputes) went from the competent court to arbitration.",
        ),
        (
            Section.PROGRAMME,
            ("maturity",),
            "concrete",
            "Paragraaf 4 was rijp voor besluit en is nu concreet.",
            "Section 4 was ready for decision and is now concrete.",
        ),
    ],
)
def test_what_matters_has_a_sentence_of_its_own(
    section: Section, steps: tuple[Any, ...], to: Any, dutch: str, english: str
) -> None:
    new = edited(section, *steps, to=to)
    assert dutch in sentences(new)
    assert english in sentences(new, language="en")


def test_equal_data_have_no_changes() -> None:
    assert changes(with_data(Section.PARTNERSHIP, plain(DE_LINDE.data[Section.PARTNERSHIP]))) == ()


def test_another_order_of_items_is_no_change() -> None:
    for section in Section:
        data = plain(DE_LINDE.data[section])
        assert changes(with_data(section, turned(data, SCHEMAS[section.key]))) == (), section


def turned(value: Any, schema: Any) -> Any:
    """The data with every list the other way round that has no order of its own."""
    return _turned(value, inlined(schema))


def _turned(value: Any, schema: Any) -> Any:
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return {key: _turned(item, properties.get(key, {})) for key, item in value.items()}
    if isinstance(value, list):
        items = [_turned(item, schema.get("items", {})) for item in value]
        return items if schema.get("x-ordered") else items[::-1]
    return value


def test_another_order_of_steps_is_a_change() -> None:
    steps = plain(DE_LINDE.data[Section.ANNEXES])["disputes"]["steps"]
    (change,) = changes(edited(Section.ANNEXES, "disputes", "steps", to=steps[::-1]))
    assert change.kind is ChangeKind.REORDERED
    assert change.sentence(voice("nl")).startswith("De volgorde van ‘Stappen’ (geschillen) is nu: ")


def test_a_renamed_id_is_followed_through_the_whole_covenant() -> None:
    new = DE_LINDE
    for section in Section:
        text = repr(plain(new.data[section])).replace("'lindewonen'", "'linde-wonen'")
        new = with_data(section, eval(text, {"Decimal": Decimal}), new)
    assert [(change.kind, change.weight, change.path) for change in changes(new)] == [
        (ChangeKind.RENAMED, Weight.WORDING, "covenant.parties.linde-wonen.id")
    ]


def test_a_change_says_where_it_is_and_whom_it_touches() -> None:
    new = edited(Section.PARTNERSHIP, "commitments", "A3", "frequency", to="monthly")
    (change,) = changes(new)
    assert (change.section, change.clause) == (Section.PARTNERSHIP, "Artikel 16")
    assert change.parties == ("lindewonen", "wolderzorg")
    assert change.touches("wolderzorg")
    assert not change.touches("ondernemers")


def test_what_holds_for_all_touches_every_party() -> None:
    (change,) = changes(edited(Section.ANNEXES, "notice", "months", to=3))
    assert change.parties == ()
    assert change.touches("ondernemers")


def test_an_id_stays_when_something_else_changes_too() -> None:
    one = edited(Section.ANNEXES, "notice", "months", to=3)
    two = replace(
        edited(Section.PARTNERSHIP, "commitments", "A1", "due", to="2028-01-01"),
        data={
            **edited(Section.PARTNERSHIP, "commitments", "A1", "due", to="2028-01-01").data,
            Section.ANNEXES: one.data[Section.ANNEXES],
        },
    )
    (change,) = changes(one)
    assert change.id in {other.id for other in changes(two)}
    assert len({other.id for other in changes(two)}) == 2


def test_obligations_come_before_commas() -> None:
    assert [weight.value for weight in Weight] == [
        "party",
        "money",
        "date",
        "obligation",
        "content",
        "wording",
    ]


def leaves(schema: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value that a schema knows; `[]` is a step into an item."""
    if "properties" in schema:
        for key, part in schema["properties"].items():
            yield from leaves(part, (*path, key))
    elif "items" in schema and "properties" in schema["items"]:
        yield from leaves(schema["items"], (*path, "[]"))
    else:
        yield path, schema


EVERY_PATH = [
    (section, path, schema)
    for section in Section
    for path, schema in leaves(inlined(SCHEMAS[section.key]))
]
KEYS = {
    key
    for section in Section
    for path, _ in leaves(inlined(SCHEMAS[section.key]))
    for key in path
    if "_" in key
}


def values(schema: Any) -> tuple[Any, Any]:
    """Two different values that a schema allows."""
    if "items" in schema:
        first, second = values(schema["items"])
        return [first], [second]
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if "enum" in schema:
        return tuple([one for one in schema["enum"] if one is not None][:2])  # type: ignore[return-value]
    if "boolean" in kinds:
        return False, True
    if "integer" in kinds or "number" in kinds:
        return 3, 1250
    if schema.get("format") == "date" or schema.get("x-format") == "month-or-date":
        return "2027-03-01", "2028-04-02"
    if "x-refers-to" in schema or "x-defines" in schema:
        return "gemeente", "linde"
    return "Een oude tekst van vijf woorden.", "Een nieuwe tekst van vijf woorden."


def built(path: tuple[Any, ...], value: Any, schema: Any) -> Any:
    if not path:
        return value
    step, *rest = path
    if step == "[]":
        item = built(tuple(rest), value, schema["items"])
        known = schema["items"].get("properties", {}).get("id", {})
        if "id" not in item and known:
            item = {"id": known["enum"][0] if "enum" in known else "x-1", **item}
        return [item]
    return {step: built(tuple(rest), value, schema["properties"][step])}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("section", list(Section))
def test_every_path_of_a_schema_has_a_sentence_for_what_came_went_and_changed(
    section: Section, language: str
) -> None:
    whole = read({}).covenant
    base = replace(whole, data={Section.COVER: whole.data[Section.COVER]}, prose={})
    told = voice(language)
    for path, schema in leaves(inlined(SCHEMAS[section.key])):
        before, after = values(schema)
        root = inlined(SCHEMAS[section.key])
        old, new = (with_data(section, built(path, v, root), base) for v in (before, after))
        none = with_data(section, {}, base)
        for was, now in ((old, new), (none, new), (old, none)):
            found = changes(now, was)
            assert found, (path, before, after)
            for change in found:
                said = change.sentence(told)
                assert re.fullmatch(r"[‘“A-ZÀ-Ýa-z0-9].*[.”’]", said), said
                assert not re.search("[{}]|None", said), said
                assert not any(re.search(rf"\b{key}\b", said) for key in KEYS), said


def test_a_document_that_breaks_its_schema_is_compared_all_the_same() -> None:
    data = plain(DE_LINDE.data[Section.PARTNERSHIP])
    for broken in ("tekst", 3, ["a", {"id": "A1"}], {"a": 1}, [[1]], [None], True):
        wrong = copy.deepcopy(data)
        wrong["commitments"] = broken
        new = with_data(Section.PARTNERSHIP, wrong)
        assert all(change.sentence(voice("nl")) for change in changes(new))
        assert all(change.sentence(voice("nl")) for change in changes(DE_LINDE, new))


def test_what_cannot_be_read_is_left_out_and_not_called_dropped() -> None:
    data = {s: t for s, t in DE_LINDE.data.items() if s is not Section.ANNEXES}
    new = replace(DE_LINDE, data=data)
    unread = frozenset([Section.ANNEXES])
    assert diff_covenants(DE_LINDE, new, SCHEMAS, unread=unread).changes == ()


def test_every_name_that_weighs_is_a_key_of_its_section() -> None:
    for section, names in _OBLIGATIONS.items():
        assert names <= set(SCHEMAS[section.key]["properties"]), section
