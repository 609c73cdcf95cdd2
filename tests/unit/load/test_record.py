"""Trees become records: what fits is taken, what does not is left to the checks."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import fields

from convenant.load.record import load_record
from convenant.load.yaml import parse_yaml
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.partnership import Commitment, Contribution, Partnership, Period
from convenant.model.party import Cover, Party
from convenant.model.programme import Programme
from convenant.model.tree import Map, Seq
from convenant.model.visualisation import Visualisation
from convenant.problem import Place

ROOTS = [Cover, Ambition, Partnership, Visualisation, Programme, Annexes]


def record(kind, text):
    tree, _ = parse_yaml("f.yaml", text)
    return load_record(kind, tree, "f.yaml")


@pytest.mark.parametrize("kind", ROOTS)
def test_nothing_gives_a_record_of_defaults(kind):
    assert load_record(kind, None, "f.yaml") == kind(at=Place("f.yaml"))
    assert record(kind, "") == kind(at=Place("f.yaml"))


def test_nested_records_know_their_place():
    text = (
        "maturity: concrete\n"
        "contributions:\n"
        "  - id: c1\n"
        "    amount: 20000.00\n"
        "    quantity: 12\n"
        "    period: {start: 2026-01-01, end: 2028-12-31}\n"
        "commitments:\n"
        "  - id: A1\n"
        "    partners: [linde, zorg]\n"
        "    enforceable: false\n"
    )
    period = Period(at=Place("f.yaml", 6, 13), start="2026-01-01", end="2028-12-31")
    contribution = Contribution(
        at=Place("f.yaml", 3, 5),
        id="c1",
        amount=Decimal("20000.00"),
        quantity=Decimal(12),
        period=period,
    )
    commitment = Commitment(
        at=Place("f.yaml", 8, 5), id="A1", partners=("linde", "zorg"), enforceable=False
    )
    assert record(Partnership, text) == Partnership(
        at=Place("f.yaml", 1, 1),
        maturity="concrete",
        contributions=(contribution,),
        commitments=(commitment,),
    )


def test_text_loses_the_space_around_it_only():
    party = record(Cover, "parties:\n- name: >\n    Stichting\n    De Linde\n  seat: ' a  b '\n")
    assert (party.parties[0].name, party.parties[0].seat) == ("Stichting De Linde", "a  b")


@pytest.mark.parametrize(
    ("raw", "text"),
    [("12", "12"), ("1.50", "1.50"), ("2e3", "2000"), ("-0.10", "-0.10"), ("01234567", "01234567")],
)
def test_a_number_where_text_is_meant_becomes_its_text(raw, text):
    assert record(Cover, f"parties: [{{registration: {raw}}}]").parties[0].registration == text


@pytest.mark.parametrize("raw", ["", "null", "true", "[a]", "{a: b}"])
def test_what_is_no_text_is_left_out(raw):
    assert record(Cover, f"title: {raw}\nlanguage: nl\n").title == ""


@pytest.mark.parametrize("raw", ["een", "1.5", "true", "'1'"])
def test_what_is_no_whole_number_is_left_out(raw):
    assert record(Cover, f"schema_version: {raw}\n").schema_version == 0


@pytest.mark.parametrize("raw", ["yes", "1", "'true'", "no"])
def test_only_true_and_false_are_truths(raw):
    kind = record(Partnership, f"commitments: [{{enforceable: {raw}}}]")
    assert kind.commitments[0].enforceable is None


def test_items_that_do_not_fit_are_left_out_of_a_list():
    cover = record(
        Cover, "initiative: {sdg: [1, een, 3, null]}\nparties: [{id: a}, b, null, [c]]\n"
    )
    assert cover.initiative.sdg == (1, 3)
    assert cover.parties == (Party(at=Place("f.yaml", 2, 11), id="a"),)


def test_one_value_where_a_list_is_meant_is_left_out():
    assert record(Partnership, "commitments: {id: A1}").commitments == ()
    assert record(Partnership, "commitments: [{partners: linde}]").commitments[0].partners == ()


def test_unknown_keys_and_the_place_itself_are_not_read_from_the_file():
    cover = record(Cover, "at: hier\ntitel: x\ntitle: y\n")
    assert cover == Cover(at=Place("f.yaml", 1, 1), title="y")


def test_a_field_of_an_unknown_type_is_refused_when_it_is_made():
    class Odd(Struct, frozen=True):
        at: Place
        when: bytes = b""

    with pytest.raises(TypeError, match="no decoder"):
        load_record(Odd, Map("f.yaml"), "f.yaml")


def trees():
    leaf = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=4), st.decimals())
    names = st.sampled_from(sorted({f.name for kind in ROOTS for f in fields(kind)} | {"id", "x"}))

    def to_map(items):
        result = Map("f.yaml")
        result.update(items)
        return result

    def to_seq(items):
        result = Seq("f.yaml")
        result.extend(items)
        return result

    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.dictionaries(names, inner, max_size=5).map(to_map),
            st.lists(inner, max_size=3).map(to_seq),
        ),
        max_leaves=20,
    )


@given(st.sampled_from(ROOTS), trees())
def test_no_tree_raises(kind, tree):
    tree = tree if isinstance(tree, Map) else None
    assert isinstance(load_record(kind, tree, "f.yaml"), kind)
