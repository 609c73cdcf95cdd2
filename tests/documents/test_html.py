"""The page as its readers get it: checked by the Nu checker, axe and a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from convenant.model.document import Stamp, Status
from convenant.model.house_style import LINDE
from convenant.render.html.drawing import style_sheet

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "browser")]

from page_sample import HERE, PARTIES, TEMPLATES, page, sample_document  # noqa: E402

from outside import missing  # noqa: E402

ROOT = HERE.parents[1]
NODE_MODULES = HERE / "node_modules"
CHECKER = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
INSTALL = "npm install --no-save --ignore-scripts --prefix tests/browser"
HOSTILE = """</title></style><script>alert(1)</script>"'&*/}{ \\ $body$ <style></style>"""


def need(tool: Path | str, install: str) -> None:
    """Skip without an outside tool; in CI it has to be there."""
    found = tool.exists() if isinstance(tool, Path) else shutil.which(tool)
    if not found:
        missing(str(tool), install)


def visit(file: Path, ways: str, folder: Path | None = None) -> dict[str, Any]:
    """What a browser and axe find on a page, per way of reading; `folder` gets its pictures."""
    need("node", "apt-get install nodejs npm")
    need(NODE_MODULES / "axe-core", INSTALL)
    need("chromium", "apt-get install chromium")
    command = ["node", HERE / "visit.mjs", file, ways, *([folder] if folder else [])]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def nu_findings(folder: Path) -> list[Any]:
    """What the Nu checker says of the pages in a folder, hints included."""
    need("java", "apt-get install default-jre-headless")
    need(CHECKER, INSTALL)
    command = ["java", "-jar", CHECKER, "--format", "json", "--exit-zero-always", folder]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    found: list[Any] = json.loads(done.stderr)["messages"]
    return found


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What was found on the page of the sample, per way of reading."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "page.html").write_text(page(sample_document()), encoding="utf-8")
    return {"folder": folder, **visit(folder / "page.html", "all", folder)}


WAYS = ("light", "dark", "print", "phone", "phone-dark", "zoomed", "tablet", "forced")


@pytest.mark.parametrize("way", WAYS)
def test_axe_finds_nothing(report: dict[str, Any], way: str) -> None:
    assert report[way]["violations"] == []


@pytest.mark.parametrize("way", WAYS)
def test_the_page_asks_for_nothing_from_outside(report: dict[str, Any], way: str) -> None:
    assert report[way]["requests"] == []
    assert report[way]["complaints"] == []


@pytest.mark.parametrize("way", WAYS)
def test_nothing_hangs_out_of_the_page(report: dict[str, Any], way: str) -> None:
    assert report[way]["outside"] == []
    assert report[way]["scrolls"] is False


def test_the_first_stop_of_the_keyboard_leads_to_the_text(report: dict[str, Any]) -> None:
    keys = report["light"]["keyboard"]
    assert keys == {"first": {"class": "skip-link", "seen": True}, "target": "_text"}


def test_on_a_phone_a_row_of_words_is_a_card_with_the_names_of_its_columns(
    report: dict[str, Any],
) -> None:
    assert report["light"]["cards"][1] == {"row": "table-row", "label": "none"}
    assert report["phone"]["cards"][1] == {"row": "block", "label": '"Wie"'}
    assert report["print"]["cards"][1] == {"row": "table-row", "label": "none"}


def test_the_contents_stand_beside_the_text_or_fold_away(report: dict[str, Any]) -> None:
    shown = {way: report[way]["contents"] for way in WAYS}
    assert shown["light"] == {"beside": True, "folded": False}
    assert shown["phone"] == {"beside": False, "folded": True}
    assert shown["print"] == {"beside": False, "folded": False}


def test_a_print_has_pages_of_a4_with_heads_and_without_navigation(
    report: dict[str, Any],
) -> None:
    need("pdftotext", "apt-get install poppler-utils")
    print_file = report["folder"] / "print.pdf"
    shape = subprocess.run(["pdfinfo", print_file], capture_output=True, text=True, check=True)
    assert re.search(r"Page size:\s+59[45]\.\d+ x 84[12]", shape.stdout)
    command = ["pdftotext", "-layout", print_file, "-"]
    pages = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split("\f")
    assert len(pages) > 3
    assert "Convenant Buurthuis De Linde" in pages[1].splitlines()[0]
    assert re.search(r"concept v0\.3 · 1a2b 3c4d 5e6f\s+2 ?/ ?\d", pages[1])
    text = "".join(pages)
    assert "https://www.example.org/handreiking" in text
    assert "Naar de tekst" not in text
    assert "Inhoud\n" not in text


def test_the_nu_checker_finds_nothing(tmp_path: Path) -> None:
    pages = {
        "concept": sample_document(),
        "final": sample_document(Status.FINAL),
        # In English, without text: the checker knows Dutch when it sees it.
        "bare": sample_document(
            language="en",
            title="Riverside Kitchen",
            subtitle="",
            citation_title="",
            parties=(),
            blocks=(),
            stamp=Stamp(),
            digest="",
        ),
        "hostile": sample_document(title=HOSTILE, subtitle=HOSTILE, citation_title=HOSTILE),
        "crowded": sample_document(parties=PARTIES * 3),
    }
    for name, document in pages.items():
        (tmp_path / f"{name}.html").write_text(page(document), encoding="utf-8")
    assert nu_findings(tmp_path) == []


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pages of the worked examples, as the command builds them."""
    folder = tmp_path_factory.mktemp("examples")
    command = [sys.executable, "-m", "convenant", "build", ROOT / "covenants"]
    subprocess.run(
        [*command, "--format", "html", "--output", folder],
        check=True,
        timeout=120,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
    )
    return folder


def test_the_nu_checker_finds_nothing_in_the_worked_examples(examples: Path) -> None:
    assert len(list(examples.glob("*.html"))) == 3
    assert nu_findings(examples) == []


@pytest.mark.parametrize("slug", ["de-linde", "groene-kade", "riverside-kitchen"])
def test_a_worked_example_is_for_every_reader(examples: Path, slug: str) -> None:
    for way, found in visit(examples / f"{slug}.html", "light,dark,phone,print").items():
        faults = {key: found[key] for key in ("violations", "outside", "requests", "complaints")}
        assert not any(faults.values()), (way, faults)
        assert not found["scrolls"], way


def test_the_same_document_gives_the_same_bytes_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = page(sample_document())
    monkeypatch.chdir(tmp_path)
    for name, value in (("TZ", "Pacific/Auckland"), ("LC_ALL", "C"), ("HOME", str(tmp_path))):
        monkeypatch.setenv(name, value)
    assert page(sample_document()) == here


def test_what_an_author_writes_in_a_title_stays_text() -> None:
    found = html.document_fromstring(page(sample_document(title=HOSTILE)))
    assert found.findtext(".//h1") == HOSTILE
    assert found.findtext(".//title").startswith(HOSTILE)
    assert not found.xpath("//script")
    assert len(found.xpath("//style")) == 2


def test_every_link_within_the_page_has_its_target_once() -> None:
    found = html.document_fromstring(page(sample_document()))
    ids = found.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = {link[1:] for link in found.xpath("//a/@href") if link.startswith("#")}
    assert targets
    assert targets <= set(ids)


def test_the_text_reads_in_the_order_of_the_document() -> None:
    found = html.document_fromstring(page(sample_document()))
    (main,) = found.xpath("//main")
    headings = [" ".join(one.text_content().split()) for one in main.xpath(".//h2 | .//h3")]
    assert headings[:4] == [
        "1 Maatschappelijke ambitie",
        "Overwegingen",
        "Artikel 1 Doel van het convenant",
        "Artikel 2 Begrippen",
    ]
    assert headings[-3:] == ["Openingstijden", "Bronnen", "Noten"]
    assert found.xpath("//span[@lang='en']/text()") == ["best effort"]


def test_the_template_has_no_words_of_its_own() -> None:
    text = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    # A line that starts so is a remark for who reads the template, and in no page.
    text = re.sub(r"^\$--.*$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\$[^$]*\$|<[^>]*>", "", text)
    assert text.split() == []


def test_every_value_that_the_sheet_reads_is_in_the_theme() -> None:
    theme, sheet = ((TEMPLATES / name).read_text() for name in ("theme.css", "style.css"))
    colours = style_sheet(LINDE)
    read = set(re.findall(r"var\((--[\w-]+)", theme + sheet))
    themed = set(re.findall(r"^\s*(--[\w-]+):", theme, re.MULTILINE))
    assert read == themed | set(re.findall(r"(--[\w-]+):", colours))


def test_a_colour_of_the_house_style_is_written_down_once() -> None:
    theme = (TEMPLATES / "theme.css").read_text(encoding="utf-8")
    ours = {one for palette in (LINDE.light, LINDE.dark) for one in palette.named().values()}
    assert set(re.findall(r"#[0-9a-f]{6}", theme)) & ours - {"#ffffff"} == set()
