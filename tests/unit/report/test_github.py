from __future__ import annotations

from convenant.problem import Place, Severity
from convenant.report.finding import Finding
from convenant.report.github import github_report


def one(place: Place, message: str, hint: str = "", code: str = "x") -> str:
    return github_report([Finding(place, code, Severity.ERROR, message, hint)])


def test_a_finding_is_a_command_with_its_place(findings: list[Finding]) -> None:
    assert github_report(findings).splitlines() == [
        "::error file=covenants/a/1-ambition.md,line=3,col=7,title=x-error::Fout. Ja.",
        "::warning file=covenants/a/2-x.yaml,line=1,col=1,title=x-warning::Let op.",
        "::notice file=covenants/b/3-x.yaml,line=12,col=40,title=x-hint::Tip. Doe.",
    ]


def test_a_line_break_in_a_document_starts_no_command() -> None:
    report = one(Place("a.md"), "x\n::error::vals\r\n::set-output name=a::b")
    assert report == (
        "::error file=a.md,line=1,col=1,title=x::x%0A::error::vals%0D%0A::set-output name=a::b\n"
    )


def test_a_percent_sign_is_not_read_as_an_escape() -> None:
    assert one(Place("a.md"), "50%0Abc").endswith("::50%250Abc\n")


def test_colons_and_commas_of_a_file_name_end_no_property() -> None:
    report = one(Place("a,line=9::b%.md", 2, 3), "Fout.")
    assert report == "::error file=a%2Cline=9%3A%3Ab%25.md,line=2,col=3,title=x::Fout.\n"


def test_half_a_character_does_not_keep_the_report_from_being_written() -> None:
    one(Place("\udcff.md"), "\ud800").encode()


def test_nothing_found_is_nothing_said() -> None:
    assert github_report([]) == ""
