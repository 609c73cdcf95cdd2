from __future__ import annotations

import hashlib

import pytest

from convenant.problem import Problem, Severity
from sample_covenant import codes, read

TABLE = b"post;bedrag\n"
SUM = hashlib.sha256(TABLE).hexdigest()


def found(register: str, **files: str | bytes) -> list[Problem]:
    given: dict[str, str | bytes | None] = {"5-annexes.yaml": f"annexes:\n{register}"}
    given |= {f"annexes/{name.replace('_', '.')}": content for name, content in files.items()}
    return [p for p in read(given).problems if p.code.startswith("annex")]


def test_an_annex_that_is_listed_with_its_sum_is_sound() -> None:
    assert (
        found(f"  - {{id: t, title: T, file: annexes/t.csv, sha256: {SUM}}}\n", t_csv=TABLE) == []
    )


def test_the_case_of_a_sum_says_nothing() -> None:
    listed = f"  - {{id: t, title: T, file: annexes/t.csv, sha256: {SUM.upper()}}}\n"
    assert found(listed, t_csv=TABLE) == []


@pytest.mark.parametrize(
    ("register", "code", "severity"),
    [
        ("  - {id: t, title: T, file: annexes/t.csv}\n", "annex-no-sum", Severity.WARNING),
        (f"  - {{id: t, file: annexes/t.csv, sha256: {'0' * 64}}}\n", "annex-changed",
         Severity.ERROR),
    ],
)  # fmt: skip
def test_the_sum_to_write_down_is_told(register: str, code: str, severity: Severity) -> None:
    (problem,) = found(register, t_csv=TABLE)
    assert (problem.code, problem.severity, problem.values["sum"]) == (code, severity, SUM)
    assert problem.place.line == 2


def test_an_annex_that_is_not_there_is_missing_and_nothing_else() -> None:
    listed = f"  - {{id: t, title: T, file: annexes/weg.csv, sha256: {SUM}}}\n"
    assert [problem.code for problem in found(listed)] == ["annex-missing"]


def test_a_printed_annex_needs_no_sum_but_keeps_to_it_when_it_has_one() -> None:
    listed = "  - {id: r, title: R, file: annexes/r.md}\n"
    assert found(listed, r_md="# R\n") == []
    listed = f"  - {{id: r, title: R, file: annexes/r.md, sha256: {'0' * 64}}}\n"
    assert [problem.code for problem in found(listed, r_md="# R\n")] == ["annex-changed"]


def test_a_file_that_no_line_lists_is_told_by_its_name() -> None:
    (problem,) = found("  []\n", los_csv=TABLE)
    assert (problem.code, problem.severity) == ("annex-unlisted", Severity.WARNING)
    assert str(problem.place) == "covenants/buurtkamer/annexes/los.csv:1:1"


def test_an_annex_that_is_still_to_come_is_no_problem() -> None:
    files = {"5-annexes.yaml": "annexes:\n  - {id: t, title: Nog te maken}\n"}
    assert codes(read(files), "annex") == []


@pytest.mark.parametrize(
    ("maturity", "severity"), [("concrete", Severity.WARNING), ("settled", Severity.ERROR)]
)
def test_a_sum_that_lacks_is_told_once_and_weighs_more_at_the_end(
    maturity: str, severity: Severity
) -> None:
    listed = "annexes:\n  - {id: t, title: T, file: annexes/t.csv}\n"
    files = {"5-annexes.yaml": f"maturity: {maturity}\n{listed}", "annexes/t.csv": TABLE}
    problems = [p for p in read(files).problems if "sha256" in p.code or p.place.line == 3]
    about = [p for p in problems if p.code == "annex-no-sum" or "SHA" in p.values.get("title", "")]
    assert [(p.code, p.severity) for p in about] == [("annex-no-sum", severity)]
