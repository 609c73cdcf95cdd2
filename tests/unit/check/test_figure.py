from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from convenant.problem import Severity
from sample_covenant import PIXEL, codes, read

REGISTER = "maturity: {}\nfigures:\n  - {{id: f, file: figures/a.png, caption: A{}}}\n"


def found(register: str, text: str) -> list[str]:
    files: dict[str, str | bytes | None] = {
        "3-visualisation.yaml": register,
        "3-visualisation.md": f"# B\n\n{text}\n",
        "figures/a.png": PIXEL,
    }
    return codes(read(files), "figure")


@pytest.mark.parametrize("text", ["![A](figures/a.png)", "Zie ![A](figures/a.png) hier."])
def test_a_picture_needs_an_alternative_text_in_the_text_or_in_the_register(text: str) -> None:
    bare = REGISTER.format("outline", "")
    assert found(bare, text) == ["figure-no-alternative"]
    assert found(REGISTER.format("outline", ", alternative: Een A."), text) == []
    assert found(bare, text.replace(".png)", '.png){alt="Een A."}')) == []


def test_a_picture_that_is_not_there_is_told_where_it_is_used() -> None:
    files: dict[str, str | bytes | None] = {
        "3-visualisation.md": '# B\n\nZie ![A](figures/b.png){alt="B."}\n',
    }
    (problem,) = [p for p in read(files).problems if p.code.startswith("figure")]
    assert (problem.code, problem.place.line, problem.place.column) == ("figure-missing", 3, 5)


def test_a_picture_in_the_register_that_is_not_there_is_told_there() -> None:
    files: dict[str, str | bytes | None] = {"3-visualisation.yaml": REGISTER.format("outline", "")}
    (problem,) = [p for p in read(files).problems if p.code.startswith("figure")]
    assert (problem.code, problem.place.line) == ("figure-missing", 3)


def test_a_missing_alternative_text_is_an_error_whatever_the_maturity() -> None:
    for maturity in ("outline", "concrete", "settled"):
        files: dict[str, str | bytes | None] = {
            "3-visualisation.yaml": f"maturity: {maturity}\n",
            "3-visualisation.md": "# B\n\n![A](figures/a.png)\n",
            "figures/a.png": PIXEL,
        }
        (problem,) = [p for p in read(files).problems if p.code == "figure-no-alternative"]
        assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a", "figure-type"),
        (PIXEL[:-5], "figure-damaged"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "figure-mismatch"),
    ],
)
def test_a_picture_that_is_refused_is_not_also_missing(data: bytes, code: str) -> None:
    files: dict[str, str | bytes | None] = {
        "3-visualisation.yaml": REGISTER.format("outline", ", alternative: A"),
        "3-visualisation.md": "# B\n\n![](figures/a.png)\n",
        "figures/a.png": data,
    }
    assert codes(read(files), "figure") == [code]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no links here")
def test_a_picture_that_is_a_link_is_not_also_missing(
    covenant: Path, problems: Callable[[Path], list[dict[str, Any]]]
) -> None:
    (covenant / "figures").mkdir(exist_ok=True)
    (covenant / "figures/a.png").symlink_to("/etc/hostname")
    with (covenant / "3-visualisation.md").open("a") as text:
        text.write('\n![A](figures/a.png){alt="Een A."}\n')
    found = [p["code"] for p in problems(covenant) if p["severity"] == "error"]
    assert found == ["file-link"]


@pytest.mark.parametrize(
    ("maturity", "severity"),
    [("outline", Severity.HINT), ("concrete", Severity.WARNING), ("settled", Severity.ERROR)],
)
def test_a_registered_picture_that_no_text_shows_weighs_more_as_the_section_grows(
    maturity: str, severity: Severity
) -> None:
    files: dict[str, str | bytes | None] = {
        "3-visualisation.yaml": REGISTER.format(maturity, ", alternative: A"),
        "figures/a.png": PIXEL,
    }
    (problem,) = [p for p in read(files).problems if p.code == "figure-unused"]
    assert problem.severity is severity
    files["4-programme.md"] = "# P\n\nZie ![A](figures/a.png).\n"
    assert "figure-unused" not in codes(read(files))


def test_nothing_is_unused_while_a_text_cannot_be_read() -> None:
    files: dict[str, str | bytes | None] = {
        "3-visualisation.yaml": REGISTER.format("settled", ", alternative: A"),
        "figures/a.png": PIXEL,
        "4-programme.md": b"\xff\xfe",
    }
    assert "figure-unused" not in codes(read(files))
