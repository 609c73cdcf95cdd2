"""`convenant build`: four documents that say the same, and the same bytes every time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from convenant.cli.steps.drawing import Drawings
from convenant.edges.disk.cache import Cache
from convenant.errors import ConvenantError
from convenant.model.document import Document

ROOT = Path(__file__).parents[2]
Run = Callable[..., Result]
FORMATS = ("pdf", "docx", "odt", "html")


def build(folder: Path, output: Path, **environment: str) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-m", "convenant", "build", str(folder), "-o", str(output), "--no-cache"],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600", **environment},
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {file.suffix[1:]: file.read_bytes() for file in output.iterdir()}


@pytest.fixture(scope="session")
def linde(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    # Away from Git, since the version is an input of the document.
    folder = tmp_path_factory.mktemp("hier") / "covenants" / "de-linde"
    shutil.copytree(ROOT / "covenants/de-linde", folder)
    return build(folder, tmp_path_factory.mktemp("linde"))


def test_the_same_input_gives_the_same_bytes_anywhere(
    linde: dict[str, bytes], tmp_path: Path
) -> None:
    elsewhere = tmp_path / "een andere plek" / "covenants" / "de-linde"
    shutil.copytree(ROOT / "covenants/de-linde", elsewhere)
    again = build(
        elsewhere, tmp_path / "uit", TZ="Pacific/Auckland", LC_ALL="C", LANG="tr_TR.UTF-8"
    )
    assert set(linde) == set(FORMATS)
    for form in FORMATS:
        assert linde[form] == again[form], form


def test_only_the_asked_formats_are_written(covenant: Path, tmp_path: Path, convenant: Run) -> None:
    result = convenant("build", covenant, "-o", tmp_path / "uit", "--format", "html")
    assert result.exit_code == 0
    assert [f.name for f in (tmp_path / "uit").iterdir()] == ["buurtkamer.html"]
    assert result.stdout.strip().endswith("buurtkamer.html")


def test_a_covenant_with_errors_is_not_built_unless_asked(
    covenant: Path, tmp_path: Path, convenant: Run
) -> None:
    (covenant / "1-ambition.md").write_text("# Ambitie\n\nZie [](#nergens).\n")
    output = tmp_path / "uit"
    refused = convenant("build", covenant, "-o", output, "--format", "html")
    assert refused.exit_code == 1
    assert "reference-text" in refused.stderr
    assert list(output.iterdir()) == []
    anyway = convenant("build", covenant, "-o", output, "--format", "html", "--anyway")
    assert anyway.exit_code == 1
    assert "[nergens?]" in (output / "buurtkamer.html").read_text()


def test_one_bad_covenant_does_not_keep_the_others(
    covenant: Path, tmp_path: Path, convenant: Run
) -> None:
    bad = covenant.parent / "aaa"
    shutil.copytree(covenant, bad)
    (bad / "covenant.yaml").write_text("title: [\n")
    result = convenant("build", covenant.parent, "-o", tmp_path / "uit", "--format", "html")
    assert result.exit_code == 1
    assert [f.name for f in (tmp_path / "uit").iterdir()] == ["buurtkamer.html"]


def test_a_format_that_fails_is_named_and_keeps_no_other_from_its_file(
    covenant: Path, tmp_path: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.cli.steps import writing
    from convenant.edges.engine.failure import LimitExceeded

    shutil.copytree(covenant, covenant.parent / "aaa")
    write_html = writing.FORMATS["html"]

    def fail(document: Document, cache: Cache, drawings: Drawings) -> bytes:
        if document.slug == "aaa":
            raise LimitExceeded("Typst", "memory")
        return write_html(document, cache, drawings)

    monkeypatch.setitem(writing.FORMATS, "html", fail)  # type: ignore[arg-type]
    result = convenant("build", covenant.parent, "-o", tmp_path / "uit", "--format", "html")
    assert result.exit_code == 3
    assert "aaa.html: Typst" in result.stderr
    assert [f.name for f in (tmp_path / "uit").iterdir()] == ["buurtkamer.html"]


def test_nothing_is_written_outside_the_output_folder(
    covenant: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is written to the present folder or the home is seen as well.
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.chdir(covenant.parents[1])

    def everything() -> set[Path]:
        return {p for p in tmp_path.rglob("*") if "uit" not in p.parts}

    before = everything()
    build(covenant, tmp_path / "uit")
    assert everything() == before


def test_a_link_in_the_output_folder_is_refused_and_not_followed(
    covenant: Path, tmp_path: Path, convenant: Run
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("blijft")
    output = tmp_path / "uit"
    output.mkdir()
    (output / "buurtkamer.html").symlink_to(precious)
    result = convenant("build", covenant, "-o", output, "--format", "html", "--format", "docx")
    assert result.exit_code == 3
    assert result.stderr.startswith("buurtkamer.html: ")
    assert [Path(line).name for line in result.stdout.splitlines()] == ["buurtkamer.docx"]
    assert precious.read_text() == "blijft"


def test_an_output_folder_that_is_a_link_is_refused(
    covenant: Path, tmp_path: Path, convenant: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(covenant.parents[1])
    Path("build").symlink_to(elsewhere)
    with pytest.raises(ConvenantError, match="is a link"):
        convenant("build", "--format", "html")
    assert list(elsewhere.iterdir()) == []


def test_a_missing_picture_leaves_every_format_whole_when_built_anyway(
    covenant: Path, tmp_path: Path, convenant: Run
) -> None:
    text = '# Visualisatie\n\n![Het plein](figures/plein.png){alt="Een plein."}\n'
    (covenant / "3-visualisation.md").write_text(text)
    result = convenant("build", covenant, "-o", tmp_path / "uit", "--anyway")
    assert result.exit_code == 1
    assert {f.name for f in (tmp_path / "uit").iterdir()} == {f"buurtkamer.{f}" for f in FORMATS}


def test_a_tag_of_the_covenant_gives_the_version(covenant: Path, tmp_path: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", *identity, *words], cwd=covenant, check=True, capture_output=True)

    shutil.copy(covenant / "covenant.yaml", tmp_path)
    git("init", "-q", str(covenant.parents[1]))
    git("add", ".")
    git("commit", "-qm", "eerste")
    git("tag", "-a", "buurtkamer/v0.3", "-m", "v0.3")
    page = build(covenant, tmp_path / "een")["html"].decode()
    assert "v0.3" in page
    (covenant / "1-ambition.md").write_text("# Ambitie\n\nNieuw.\n")
    page = build(covenant, tmp_path / "twee")["html"].decode()
    assert "v0.3" not in page
    assert "erkversie" in page


def test_a_wrong_epoch_is_one_clear_error(covenant: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "convenant", "build", str(covenant), "-o", str(tmp_path / "uit")],
        env={**os.environ, "SOURCE_DATE_EPOCH": "gisteren"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "gisteren" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_house_style_that_cannot_be_had_is_told_and_the_document_is_made_without_it(
    covenant: Path, tmp_path: Path, convenant: Run
) -> None:
    settings = covenant.parents[1] / "convenant.yaml"
    settings.write_text("language: nl\nhouse_style:\n  theme: ../theme.css\n", encoding="utf-8")
    result = convenant("build", covenant, "-o", tmp_path / "uit", "--format", "html")
    assert result.exit_code == 1
    assert "convenant.yaml:3:10  fout  style-file" in result.stderr
    assert [file.name for file in (tmp_path / "uit").iterdir()] == ["buurtkamer.html"]


def test_a_party_goes_with_its_edition_only(covenant: Path, convenant: Run) -> None:
    result = convenant("build", covenant, "--party", "gemeente")
    assert result.exit_code == 2
    assert "--edition party" in result.stderr
