"""Who was heard about a section, as far as anybody wrote it down."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.check.balance import heard
from convenant.check.inquiry import Inquiry
from convenant.load.covenant import load_covenant
from convenant.load.yaml import load_yaml
from convenant.model.folder import Folder
from convenant.model.meeting import Attendance, Decision, Meeting, Worry
from convenant.model.record import Answer, Consents, Records
from convenant.model.section import Section
from convenant.problem import Place
from sample_covenant import SCHEMAS

AT = Place("covenants/a/meetings/2027-01-15.yaml", 1, 1)
COVER = """\
title: Convenant
parties:
  - {id: gemeente, name: Gemeente Wolderveen, role: signatory}
  - {id: linde, name: De Linde, role: supporting}
  - {id: krant, name: De krant, role: observer}
  - {id: bank, name: De bank, role: signatory, status: {state: left}}
"""
MET = Meeting(AT, sections=(2,), attendance=(Attendance(AT, "linde", "present"),))


def quiet(records: Records | None, maturity: str = "concrete") -> list[str]:
    texts = {Section.COVER: COVER, Section.PARTNERSHIP: f"maturity: {maturity}\n"}
    data = {}
    for section, text in texts.items():
        tree, problems = load_yaml(f"covenants/a/{section.data_file}", text.encode())
        assert tree is not None
        assert not problems
        data[section] = tree
    covenant = load_covenant(Folder("a", "covenants/a"), data, {}, {})
    return [one.values["party"] for one in heard(Inquiry(covenant, SCHEMAS, records=records))]


def met(*meetings: Meeting, **more: Consents) -> Records:
    return Records(
        meetings={f"meetings/{i}.yaml": one for i, one in enumerate(meetings)},
        consents={f"consents/{party}.yaml": one for party, one in more.items()},
    )


def test_who_was_not_at_the_table_was_not_heard() -> None:
    assert quiet(met(MET)) == ["Gemeente Wolderveen"]


def test_without_records_about_a_section_nothing_is_said_of_it() -> None:
    assert quiet(None) == []
    assert quiet(met()) == []
    assert quiet(met(replace(MET, sections=(1, 4)))) == []
    assert quiet(met(replace(MET, attendance=()))) == []


def test_an_outline_may_still_be_talked_about() -> None:
    assert quiet(met(MET), "outline") == []


def test_a_meeting_that_was_undone_was_none() -> None:
    undone = replace(MET, attendance=(Attendance(AT, "gemeente", "present"),), undone="vergissing")
    assert quiet(met(MET, undone)) == ["Gemeente Wolderveen"]


def test_a_talk_a_proposal_a_concern_or_an_answer_is_a_voice() -> None:
    talk = replace(MET, kind="bilateral", attendance=(Attendance(AT, "gemeente", "present"),))
    proposal = Meeting(AT, decisions=(Decision(AT, section=2, party="gemeente"),))
    concern = Meeting(AT, concerns=(Worry(AT, section=2, owner="gemeente"),))
    answer = Consents(AT, "a", "gemeente", (Answer(AT, "agree"),))
    assert quiet(met(MET, talk)) == quiet(met(MET, proposal)) == quiet(met(MET, concern)) == []
    assert quiet(met(MET, gemeente=answer)) == []
    elsewhere = Meeting(AT, decisions=(Decision(AT, section=4, party="gemeente"),))
    assert quiet(met(MET, elsewhere)) == ["Gemeente Wolderveen"]
