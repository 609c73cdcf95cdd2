"""The signature page asks for functions, for each one that has to sign."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.locale import voice
from convenant.model.ast import Node
from convenant.model.covenant import Covenant
from convenant.model.party import Approval, Party, Signatory
from convenant.problem import Place
from convenant.render.blocks import signature_page
from convenant.render.walk import text_of

AT = Place("covenant.yaml")
LINES = ["Plaats", "Datum", "Handtekening"]


def page(sample: Covenant, *named: Party) -> list[Node]:
    covenant = replace(sample, cover=replace(sample.cover, parties=named))
    return signature_page(covenant, voice("nl"))


def read(signatory: Node) -> list[str]:
    return [text_of(block) for block in signatory["c"][1]]


def party(*functions: str, form: str = "foundation", **more: str) -> Party:
    signatories = tuple(Signatory(AT, function) for function in functions)
    return Party(
        AT, id="p", name="Huis", role="signatory", form=form, signatories=signatories, **more
    )


def test_one_representative_signs_once(sample: Covenant) -> None:
    _, signatory = page(sample, party("directeur"))
    assert signatory["c"][0][1] == ["signatory"]
    assert read(signatory) == ["Huis", "vertegenwoordigd door: directeur", *LINES]


def test_joint_representatives_each_have_their_lines(sample: Covenant) -> None:
    _, signatory = page(sample, party("voorzitter", "secretaris"))
    heading = "gezamenlijk vertegenwoordigd door:"
    assert read(signatory) == ["Huis", heading, "voorzitter", *LINES, "secretaris", *LINES]


def test_an_unknown_function_is_left_to_be_written(sample: Covenant) -> None:
    assert read(page(sample, party())[1]) == ["Huis", "Functie", *LINES]


def test_a_person_signs_without_a_function(sample: Covenant) -> None:
    assert read(page(sample, party(form="natural_person"))[1]) == ["Huis", *LINES]


def test_the_lines_to_write_on_are_marked_for_the_writers(sample: Covenant) -> None:
    _, signatory = page(sample, party("directeur"))
    marked = [block for block in signatory["c"][1] if block["t"] == "Div"]
    assert [block["c"][0][1] for block in marked] == [["signature-line"]] * 3


def test_only_decisions_that_were_taken_are_named(sample: Covenant) -> None:
    taken = Approval(AT, "bestuur", "decision", "2027-01-05", "besluit 7", "granted")
    asked = Approval(AT, "raad", "consent", "", "", "requested")
    advice = Approval(AT, "ondernemingsraad", "advice", "2027-01-04", "", "granted")
    signing = replace(party("directeur"), approvals=(taken, asked, advice))
    assert (
        read(page(sample, signing)[1])[1]
        == "krachtens besluit van 5 januari 2027 (bestuur; besluit 7)"
    )
    assert "raad" not in " ".join(read(page(sample, signing)[1])[2:])


def test_who_does_not_sign_has_no_place_to_sign(sample: Covenant) -> None:
    assert page(sample, Party(AT, name="Fonds", role="supporting")) == []
