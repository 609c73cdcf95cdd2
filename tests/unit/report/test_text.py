from __future__ import annotations

import pytest

from convenant.locale import voice
from convenant.problem import Place, Severity
from convenant.report.finding import Finding
from convenant.report.text import summary, text_report


def test_a_finding_is_its_place_its_weight_its_code_and_what_to_do(
    findings: list[Finding],
) -> None:
    assert text_report(findings) == (
        "covenants/a/1-ambition.md:3:7  fout  x-error\n"
        "  Fout.\n"
        "  → Ja.\n"
        "covenants/a/2-x.yaml:1:1  waarschuwing  x-warning\n"
        "  Let op.\n"
        "covenants/b/3-x.yaml:12:40  suggestie  x-hint\n"
        "  Tip.\n"
        "  → Doe.\n"
    )


def test_what_is_alike_at_one_place_says_once_what_to_do() -> None:
    at = Place("covenants/a/covenant.yaml", 5, 5)
    seat, number = (
        Finding(at, "incomplete-next", Severity.HINT, said, "Doe.", "suggestie")
        for said in ("Vestigingsplaats.", "KvK-nummer.")
    )
    other = Finding(at, "incomplete-next", Severity.HINT, "Iets anders.", "Laat.", "suggestie")
    assert text_report([seat, number, other]) == (
        "covenants/a/covenant.yaml:5:5  suggestie  incomplete-next\n"
        "  Vestigingsplaats.\n"
        "  KvK-nummer.\n"
        "  → Doe.\n"
        "covenants/a/covenant.yaml:5:5  suggestie  incomplete-next\n"
        "  Iets anders.\n"
        "  → Laat.\n"
    )


def test_no_finding_is_no_text() -> None:
    assert text_report([]) == ""


def test_only_the_weight_is_coloured_and_only_when_asked(findings: list[Finding]) -> None:
    plain = text_report(findings)
    coloured = text_report(findings, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[31;1mfout\x1b[0m" in coloured
    assert "\x1b[33;1mwaarschuwing\x1b[0m" in coloured
    assert "\x1b[36msuggestie\x1b[0m" in coloured


def test_a_document_can_neither_steer_the_terminal_nor_forge_a_line() -> None:
    forged = "x\x1b[2J\nother.md:1:1  error  forged\r\x07\x9b31m\x7f\u202eabc\u2066\ud800"
    finding = Finding(Place(f"covenants/{forged}.md"), "x", Severity.ERROR, forged, forged)
    report = text_report([finding])
    assert len(report.splitlines()) == 3
    assert [c for c in report if not c.isprintable() and c != "\n"] == []
    assert "\\x1b[2J\\n" in report
    report.encode()


def test_letters_and_fixed_spaces_of_a_document_stay_as_they_are() -> None:
    said = "Café “De Linde” – €\u00a020.000 naïef 漢字"
    finding = Finding(Place("a.md"), "x", Severity.ERROR, said, "")
    assert said in text_report([finding])


@pytest.mark.parametrize(
    ("language", "numbers", "said"),
    [
        ("nl", (0, 0, 0), "1 convenant gecontroleerd: niets te verbeteren."),
        ("nl", (1, 0, 0), "1 convenant gecontroleerd: 1 fout."),
        ("nl", (2, 1, 0), "1 convenant gecontroleerd: 2 fouten en 1 waarschuwing."),
        ("nl", (1, 2, 1), "1 convenant gecontroleerd: 1 fout, 2 waarschuwingen en 1 suggestie."),
        ("nl", (0, 0, 2), "1 convenant gecontroleerd: 2 suggesties."),
        ("en", (0, 0, 0), "Checked 1 covenant: nothing to mend."),
        ("en", (1, 0, 0), "Checked 1 covenant: 1 error."),
        ("en", (2, 2, 2), "Checked 1 covenant: 2 errors, 2 warnings and 2 hints."),
        ("en", (0, 1, 1), "Checked 1 covenant: 1 warning and 1 hint."),
    ],
)
def test_the_summary_counts_in_whole_words(
    language: str, numbers: tuple[int, int, int], said: str
) -> None:
    findings = [
        Finding(Place("a"), "x", severity, "", "")
        for severity, number in zip(Severity, numbers, strict=True)
        for _ in range(number)
    ]
    assert summary(findings, 1, voice(language)) == said


def test_the_summary_counts_covenants_too() -> None:
    assert summary([], 0, voice("en")) == "Checked 0 covenants: nothing to mend."
    assert summary([], 2, voice("en")) == "Checked 2 covenants: nothing to mend."
    assert summary([], 2, voice("nl")) == "2 convenanten gecontroleerd: niets te verbeteren."
