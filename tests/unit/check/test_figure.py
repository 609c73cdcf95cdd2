from __future__ import annotations

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
