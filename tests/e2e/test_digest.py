"""`convenant digest`: a fingerprint of what can be agreed to, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def test_a_sound_covenant_has_one_line_with_its_fingerprint(covenant: Path, convenant: Run) -> None:
    result = convenant("digest", covenant)
    assert result.exit_code == 0
    assert re.fullmatch(r"\S{32,}  buurtkamer\n", result.stdout)


@pytest.mark.parametrize("option", [(), ("--canonical",), ("--sections",)])
def test_a_covenant_that_cannot_be_read_has_no_fingerprint(
    option: tuple[str, ...], covenant: Path, convenant: Run
) -> None:
    (covenant / "2-partnership.yaml").write_text("maturity: [\n")
    result = convenant("digest", covenant, *option)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "2-partnership.yaml" in result.stderr


def test_an_empty_folder_has_no_fingerprint_and_does_not_keep_the_others(
    covenant: Path, convenant: Run
) -> None:
    (covenant.parent / "leeg").mkdir()
    result = convenant("digest", covenant.parent)
    assert result.exit_code == 1
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["buurtkamer"]
    assert "file-missing" in result.stderr
