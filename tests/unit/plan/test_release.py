"""What stands between a text and its next version: each thing by itself, for the right person."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[2]))

from convenant.model.covenant import Covenant
from convenant.model.record import Answer, Consents, Records, Review, Reviews, Signature, Signatures
from convenant.model.release import Change, Todo
from convenant.model.section import Section
from convenant.plan.release import Copy, plan_copy, plan_final
from convenant.problem import Place
from sample_covenant import read

AT = Place("")
NOW, BEFORE = "a" * 64, "b" * 64
PARTS = {section: f"{section.number}" * 64 for section in Section}
COPY = Copy("v1.0.0-sign.1", NOW, "d" * 64)
DECISION = "{body: %s, kind: decision, date: '2026-11-20', reference: '301', status: granted}"
COVER = f"""\
schema_version: 2
language: nl
title: Convenant Buurtkamer
parties:
  - id: gemeente
    name: Gemeente Wolderveen
    short: de gemeente
    form: municipality
    role: signatory
    competent_body: college
    approvals: [{DECISION % "college"}]
    signatories: [{{function: wethouder}}]
  - id: linde
    name: Stichting De Linde
    short: De Linde
    form: foundation
    role: signatory
    competent_body: bestuur
    approvals: [{DECISION % "bestuur"}]
    signatories: [{{function: voorzitter}}, {{function: penningmeester}}]
  - id: gast
    name: Stichting Gast
    role: observer
"""
ANNEXES = """\
maturity: settled
signals: [{id: aanbesteding, answer: "no"}]
"""
FUNCTIONS = {"gemeente": ("wethouder",), "linde": ("voorzitter", "penningmeester")}


def covenant(cover: str = COVER, annexes: str = ANNEXES, open_section: str = "") -> Covenant:
    names = ("1-ambition", "2-partnership", "3-visualisation", "4-programme")
    files = {f"{name}.yaml": "maturity: settled\n" for name in names if name != open_section}
    if open_section:
        files[f"{open_section}.yaml"] = "maturity: concrete\n"
    return read({**files, "covenant.yaml": cover, "5-annexes.yaml": annexes}).covenant


def records(
    *, digest: str = NOW, without: tuple[str, str] = ("", ""), **instead: Mapping[str, object]
) -> Records:
    """Both parties reviewed, agreed and signed; but for one record, or with other facts in it."""

    def of(kind: str, party: str, made: Answer | Review | Signature) -> tuple[object, ...]:
        if without == (kind, party):
            return ()
        more = instead.get(kind, {}) if party == "linde" else {}
        return (replace(made, **more),)

    consents, reviews, signatures = {}, {}, {}
    for party, own in FUNCTIONS.items():
        answer = Answer(AT, "agree", digest, function=own[0], date="2026-11-21")
        review = Review(AT, "approved", digest, function="jurist", date="2026-11-21")
        consents[f"consents/{party}.yaml"] = Consents(AT, "", party, of("consents", party, answer))
        reviews[f"reviews/{party}.yaml"] = Reviews(AT, "", party, of("reviews", party, review))
        signed = [
            made
            for function in own
            for made in of(
                "signatures",
                party,
                Signature(AT, COPY.name, NOW, COPY.document, function, "wet_ink", "2026-11-24"),
            )
        ]
        signatures[f"signatures/{party}.yaml"] = Signatures(AT, "", party, tuple(signed))
    return Records(None, consents, reviews, signatures)


def final(one: Covenant, said: Records, change: Change = Change.FIRST) -> list[tuple[str, str]]:
    return told(plan_final(one, said, NOW, PARTS, COPY, change))


def told(todos: tuple[Todo, ...]) -> list[tuple[str, str]]:
    return [(todo.who, todo.said.format(**todo.values)) for todo in todos]


def test_where_everything_is_there_nothing_is_to_be_done() -> None:
    assert final(covenant(), records()) == []
    assert plan_copy(covenant(), records(), NOW, PARTS) == ()


@pytest.mark.parametrize(
    ("section", "number"),
    [("1-ambition", 1), ("2-partnership", 2), ("3-visualisation", 3), ("4-programme", 4)],
)
def test_a_section_that_is_not_settled_is_for_the_facilitator(section: str, number: int) -> None:
    (todo,) = final(covenant(open_section=section), records())
    assert todo == ("facilitator", f"make §{number} ready for decision")


SAID = {
    "no review": (records(without=("reviews", "linde")), "reviewed by a jurist, or waive"),
    "a review of an older text": (records(reviews={"digest": BEFORE}), "have the present text"),
    "remarks of a jurist": (records(reviews={"outcome": "remarks"}), "settle the remarks"),
    "no answer": (records(without=("consents", "linde")), "say whether you agree"),
    "an answer to an older text": (records(consents={"digest": BEFORE}), "to the present text"),
    "a condition": (records(consents={"answer": "agree_if", "text": "Mits."}), "been met: Mits."),
    "an objection": (records(consents={"answer": "object", "text": "Nee."}), "objection: Nee."),
}


@pytest.mark.parametrize("what", SAID)
def test_what_a_party_did_not_say_of_this_text_is_for_that_party(what: str) -> None:
    said, reason = SAID[what]
    for todos in (final(covenant(), said), told(plan_copy(covenant(), said, NOW, PARTS))):
        ((who, todo),) = todos
        assert who == "De Linde"
        assert reason in todo


def test_a_waiver_of_this_text_is_as_good_as_a_review() -> None:
    assert final(covenant(), records(reviews={"outcome": "waived"})) == []


SIGNED = {
    "another copy": {"copy": "v1.0.0-sign.2"},
    "another document": {"document": "e" * 64},
    "another text": {"digest": BEFORE},
    "another function": {"function": "stagiair"},
}


@pytest.mark.parametrize("what", SIGNED)
def test_a_signature_under_something_else_is_none(what: str) -> None:
    todos = final(covenant(), records(signatures=SIGNED[what]))
    assert [who for who, _ in todos] == ["De Linde", "De Linde"]
    assert todos[0][1] == "have v1.0.0-sign.1 signed by: voorzitter"


def test_each_function_that_signs_together_has_to_sign() -> None:
    todos = final(covenant(), records(signatures={"function": "voorzitter"}))
    assert todos == [("De Linde", "have v1.0.0-sign.1 signed by: penningmeester")]


def test_enough_signatures_are_enough_where_the_text_says_how_many() -> None:
    annexes = ANNEXES + "entry_into_force: {when: n_signed, count: 1}\n"
    missing = records(without=("signatures", "linde"))
    assert final(covenant(annexes=annexes), missing) == []
    two = annexes.replace("count: 1", "count: 2")
    assert [who for who, _ in final(covenant(annexes=two), missing)] == ["De Linde", "De Linde"]
    # An amendment takes everybody, however the first one came into force.
    assert final(covenant(annexes=annexes), missing, Change.AMENDMENT) != []


APPROVALS = {
    "a decision that was only asked for": ("status: granted", "status: requested", "obtain the"),
    "a decision that was refused": ("status: granted", "status: refused", "go back to bestuur"),
    "a decision without a number": ("reference: '301', ", "", "the date and the number"),
    "a decision without a day": ("date: '2026-11-20', ", "", "the date and the number"),
    "no decision": ("kind: decision", "kind: advice", "the decision of bestuur to enter"),
}


@pytest.mark.parametrize("what", APPROVALS)
def test_a_party_whose_body_did_not_decide_cannot_be_published(what: str) -> None:
    old, new, reason = APPROVALS[what]
    head, mark, rest = COVER.partition("  - id: linde")
    todos = final(covenant(head + mark + rest.replace(old, new, 1)), records())
    assert any(who == "De Linde" and reason in todo for who, todo in todos), todos
    # It may be put up for signature before the body decides.
    assert plan_copy(covenant(head + mark + rest.replace(old, new, 1)), records(), NOW, PARTS) == ()


def test_who_signs_under_a_power_of_attorney_needs_no_decision_beside_it() -> None:
    approval = f"    approvals: [{DECISION % 'bestuur'}]\n"
    power = "    power_of_attorney: {granted_by: bestuur, date: '2026-11-01', reference: '7'}\n"
    assert final(covenant(COVER.replace(approval, "")), records()) != []
    assert final(covenant(COVER.replace(approval, power)), records()) == []


@pytest.mark.parametrize(
    ("line", "todo"),
    [
        ("    competent_body: bestuur\n", "say which body decides about the covenant"),
        (
            "    signatories: [{function: voorzitter}, {function: penningmeester}]\n",
            "say in which function somebody signs",
        ),
    ],
)
def test_a_party_says_who_decides_and_who_signs(line: str, todo: str) -> None:
    assert ("De Linde", todo) in final(covenant(COVER.replace(line, "")), records())


CONDITIONS = {
    "of a party": ("owner: linde, ", "De Linde"),
    "of nobody": ("", "facilitator"),
}


@pytest.mark.parametrize("what", CONDITIONS)
def test_a_condition_that_is_not_met_is_for_who_sees_to_it(what: str) -> None:
    owner, who = CONDITIONS[what]
    text = "{id: subsidie, %stext: De subsidie is verleend, met: %s}"
    for met in ("false", "true"):
        annexes = ANNEXES + f"conditions_precedent: [{text % (owner, met)}]\n"
        todos = final(covenant(annexes=annexes), records())
        wanted = [(who, "see to the condition “De subsidie is verleend”")]
        assert todos == (wanted if met == "false" else [])


def test_every_legal_question_is_answered_first() -> None:
    unanswered = ANNEXES.replace(', answer: "no"', "")
    (todo,) = final(covenant(annexes=unanswered), records())
    assert todo == ("facilitator", "have the legal question “aanbesteding” answered")
    (todo,) = final(covenant(annexes="maturity: settled\n"), records())
    assert todo == ("facilitator", "have the legal questions answered")


def test_a_text_that_was_never_put_up_for_signature_is_put_up_first() -> None:
    todos = told(plan_final(covenant(), records(), NOW, PARTS, None, Change.FIRST))
    assert [who for who, _ in todos] == ["facilitator"]
    assert "convenant sign open" in todos[0][1]


def test_who_joins_signs_alone_and_after_an_exit_nobody_signs() -> None:
    nobody = Records(None, records().consents, records().reviews, {})
    asked = (covenant(), nobody, NOW, PARTS, COPY)
    assert plan_final(*asked, Change.EXIT) == ()
    joined = told(plan_final(*asked, Change.ACCESSION, ("gemeente",)))
    assert joined == [("de gemeente", "have v1.0.0-sign.1 signed by: wethouder")]
