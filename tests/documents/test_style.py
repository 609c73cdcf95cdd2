"""Every look and every edition is for every reader: the standards, the browser, Word."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import page
import pikepdf
import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from office_rigs import NODE, missing, schema_errors  # noqa: E402
from test_html import nu_findings, visit  # noqa: E402

ROOT = Path(__file__).parents[2]
PACKAGES = NODE / "node_modules"
LOOKS = {
    "kade": "style: kade",
    "utrecht": "theme: theme.css",
    "voorbeeld": "theme: tokens.json",
}
THEMES = {
    "theme.css": "@utrecht/design-tokens/dist/theme.css",
    "tokens.json": "@nl-design-system-unstable/voorbeeld-design-tokens/dist/tokens.json",
}
"""Published themes, from npm: neither is part of the program."""

WAYS = "light,dark,print,phone,zoomed"
"""The last two: 320 pixels wide, and all twice as large."""

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    '<rect width="40" height="40" rx="8" fill="#c00"/></svg>'
)


def run(work: Path, output: Path, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "convenant", "build", *arguments, "--output", output],
        cwd=work,
        check=True,
        timeout=180,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
    )


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An example in each look, with a logo and lines of its own; in one look its editions too."""
    work = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "covenants/riverside-kitchen", work / "covenants/riverside-kitchen")
    for name, source in THEMES.items():
        if not (PACKAGES / source).is_file():
            missing("A published theme", "npm install --no-save --prefix tests/documents/node")
        shutil.copyfile(PACKAGES / source, work / name)
    (work / "logo.svg").write_text(LOGO, encoding="utf-8")
    for look, line in LOOKS.items():
        (work / "convenant.yaml").write_text(
            f"language: nl\nhouse_style:\n  {line}\n  logo: logo.svg\n"
            "  header: Gemeente Wolderveen\n  footer: Postbus 1, Wolderveen\n",
            encoding="utf-8",
        )
        run(work, work / look, *(f"--format={form}" for form in ("pdf", "docx", "html")))
    for edition in ("brief", "party", "annexes"):
        forms = ("pdf", "html", "docx") if edition == "brief" else ("pdf", "html")
        run(work, work / "editions", "--edition", edition, *(f"--format={f}" for f in forms))
    return work


def pdfs(looks: Path) -> list[Path]:
    return sorted(looks.glob("*/*.pdf"))


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
def test_no_rule_of_the_standard_fails_in_any_look_or_edition(looks: Path, profile: str) -> None:
    chosen = getattr(page.ValidationProfile, profile)
    failed = {
        file.name: [(one.rule_id, one.message) for one in report.failures]
        for file in pdfs(looks)
        if not (report := page.validate_pdf_bytes(file.read_bytes(), profile=chosen)).is_compliant
    }
    assert failed == {}
    assert len(pdfs(looks)) == len(LOOKS) + 6


def test_axe_finds_nothing_in_any_look_or_edition_in_any_way_of_reading(looks: Path) -> None:
    own = [looks / "kade/riverside-kitchen.html", *sorted(looks.glob("editions/*.html"))]
    themed = [looks / look / "riverside-kitchen.html" for look in ("utrecht", "voorbeeld")]
    # The pages of the parties are made alike: the first stands for all.
    alike = [file for file in own if "-party-" in file.name][1:]
    for file in [*themed, *own]:
        ways = "light,dark" if file in themed else WAYS
        for way, found in visit(file, ways).items() if file not in alike else ():
            assert (file, way, found["violations"]) == (file, way, [])
            assert found["requests"] == []
            assert found["outside"] == []


def test_the_nu_checker_finds_nothing_in_any_look_or_edition(looks: Path) -> None:
    pages = looks / "pages"
    pages.mkdir()
    for file in looks.glob("*/*.html"):
        shutil.copyfile(file, pages / f"{file.parent.name}-{file.name}")
    assert nu_findings(pages) == []


def test_the_open_xml_sdk_finds_nothing_in_any_look_or_edition(looks: Path) -> None:
    for file in (looks / "utrecht/riverside-kitchen.docx", *looks.glob("editions/*brief.docx")):
        assert schema_errors(file) == []


def test_the_page_for_administrators_is_one_page_and_a_party_reads_at_most_two(looks: Path) -> None:
    pages = {}
    for file in looks.glob("editions/*.pdf"):
        with pikepdf.open(file) as pdf:
            pages[file.stem] = len(pdf.pages)
    assert pages["riverside-kitchen-brief"] == 1
    assert {name: n for name, n in pages.items() if "-party-" in name and n > 2} == {}


def test_a_published_theme_dresses_the_page_the_pdf_and_the_word_file(looks: Path) -> None:
    html = (looks / "utrecht/riverside-kitchen.html").read_text(encoding="utf-8")
    assert "--convenant-accent: #cc0000;" in html
    with pikepdf.open(looks / "utrecht/riverside-kitchen.pdf") as pdf:
        # The field of the cover is filled with it.
        assert re.search(rb"\b0?\.8 0 0 (sc|scn|rg)\b", pdf.pages[0].Contents.read_bytes())
    with zipfile.ZipFile(looks / "utrecht/riverside-kitchen.docx") as package:
        styles = package.read("word/styles.xml")
        assert b"CC0000" in styles
        assert b"1F5B4E" not in styles
        assert b"Gemeente Wolderveen" in package.read("word/header.xml")


SECTIONS = {
    "kade": (None, 21.0, 34),
    "utrecht": ("1.688rem", 15.8, 32),
    "voorbeeld": ("2.25rem", 21.0, 42),
}
"""By look how large the heading of a section is: on the page, in points, in half points."""


@pytest.mark.parametrize("look", LOOKS)
def test_the_sizes_of_a_published_theme_reach_the_page_the_pdf_and_the_word_file(
    looks: Path, look: str
) -> None:
    page_size, points, half_points = SECTIONS[look]
    file = looks / look / "riverside-kitchen"
    text = file.with_suffix(".html").read_text(encoding="utf-8")
    own = re.findall(r"--utrecht-heading-2-font-size: ([\d.]+rem);", text)
    assert own == ([page_size] if page_size else [])
    with pikepdf.open(file.with_suffix(".pdf")) as pdf:
        drawn = [one for part in pdf.pages for one in pikepdf.parse_content_stream(part)]
    sizes = {round(float(one.operands[1]), 1) for one in drawn if str(one.operator) == "Tf"}
    assert points in sizes
    assert (15.8 in sizes) == (look != "kade")
    with zipfile.ZipFile(file.with_suffix(".docx")) as package:
        styles = package.read("word/styles.xml").decode()
    word = re.search(r'styleId="Heading1".*?<w:sz w:val="(\d+)"', styles, re.DOTALL)
    assert word
    assert int(word[1]) == half_points
