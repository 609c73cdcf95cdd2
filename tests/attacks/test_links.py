"""However hostile a text is: in every format an id stands once and every link lands."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree, html

ROOT = Path(__file__).parents[2]
EXAMPLES = ("de-linde", "groene-kade", "riverside-kitchen")
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
LONG = "a" + "-lang" * 11

DOUBLE = f"""# Een {{#dubbel}}

## Twee {{#dubbel}}

1. []{{#dubbel}} Lid, zie [](#dubbel) en [](#DUBBEL).
2. []{{#DUBBEL}} Lid.
   - []{{#punt}} Punt, [twee]{{#punt}}.

## Drie {{#{LONG}}}

1. []{{#{LONG}}} Zie [](#{LONG}).[^n]

[^n]: Noot [n]{{#dubbel}} met [](#dubbel), [](#weg) en ![]( figures/a.png).

![Een](figures/a.png){{#fig-a alt="A"}}

![Twee](figures/a.png){{#fig-a alt="A"}}

![Drie](figures/a.png){{alt="A"}}

::: {{.table #fig-a}}

| [k]{{#fig-a}} | b |
|---|---|
| [](#fig-a) | ![](figures/a.png) |

[b]{{#dubbel}} bij

:::
"""

OURS = """# Onze {#_text}

## Kop {#signatures}

1. []{#sources} Zie [](#signatures), [](#sources), [](#_text), [](#_notes), [](#_call-1).
2. []{#ambition} []{#partnership} [](#ambition) [x](#annexes)[^1]

## Kop {#_Toc00000010}

[x]{#_note-1} [x]{#_GoBack} [y](#_GoBack) [](#Contents) [](#cover) [x]{#cover} [x]{#main}

[^1]: Noot.
"""

NOWHERE = """# Nergens

## Kop {#kop}

[](#weg) [tekst](#weg) [](@weg) [p. 3](@weg) [](annexes/weg.md) [](annexes/kaart.csv) [](#)

[a [b](#kop) c](#weg) [![](figures/a.png)](#kop) [x]{#a.b} [x](#a.b) [x]{#é} [x](#é) [](#%6bop)

## [Kop](#weg) met link {#met-link}

## Vervallen {#oud .repealed}

[](#oud) [](#met-link) [x](#kaart) [x](#doel) [x](#linde) [](#fig-los) [](#lid-van-bijlage)

::: goals
:::

::: goals
:::

::: sources
:::

::: annexes
:::
"""

DATA = {
    "1-ambition.yaml": (
        "maturity: outline\ngoals:\n  - {id: doel, text: A}\n  - {id: doel, text: B}\n"
        "  - {id: dubbel, text: C}\n"
    ),
    "3-visualisation.yaml": (
        "maturity: outline\nfigures:\n  - {id: fig-a, file: figures/a.png, alternative: A}\n"
        "  - {id: fig-a, file: figures/a.png}\n  - {id: fig-los, file: figures/b.png}\n"
    ),
    "5-annexes.yaml": (
        "maturity: outline\nannexes:\n  - {id: dubbel, title: A, file: annexes/a.md}\n"
        "  - {id: kaart, title: K, file: annexes/kaart.csv}\n"
        "  - {id: nog-eens, title: A, file: annexes/a.md}\n"
        "sources:\n  - {id: sources, title: S}\n  - {id: dubbel, title: D}\n"
    ),
    "annexes/a.md": (
        "# A {#dubbel}\n\n## B {#lid-van-bijlage}\n\n1. []{#dubbel} C [](#dubbel)[^1]\n\n[^1]: N\n"
    ),
    "annexes/kaart.csv": "a\n",
}
TEXTS = {"double": DOUBLE, "ours": OURS, "nowhere": NOWHERE}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All formats of the worked examples, and of covenants that are wrong on purpose."""
    workspace = tmp_path_factory.mktemp("links")
    covenants = workspace / "covenants"
    for slug in EXAMPLES:
        shutil.copytree(ROOT / "covenants" / slug, covenants / slug)
    for slug, text in TEXTS.items():
        folder = covenants / slug
        shutil.copytree(ROOT / "tests/golden/minimal", folder)
        for name, data in DATA.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(data, encoding="utf-8")
        (folder / "figures").mkdir(exist_ok=True)
        (folder / "figures/a.png").write_bytes(PIXEL)
        # The same text in three sections: every id of it comes three times.
        for name in ("1-ambition.md", "3-visualisation.md", "4-programme.md"):
            (folder / name).write_text(text, encoding="utf-8")
    output = workspace / "build"
    words = ["build", str(covenants), "-o", str(output), "--anyway", "--quiet"]
    done = subprocess.run(
        [sys.executable, "-m", "convenant", *words],
        env={**os.environ, "SOURCE_DATE_EPOCH": "1767225600"},
        cwd=workspace,
        capture_output=True,
        timeout=300,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return output


@pytest.mark.parametrize("form", ["html", "docx", "odt", "pdf"])
@pytest.mark.parametrize("slug", [*TEXTS, *EXAMPLES])
def test_every_id_stands_once_and_every_link_lands(slug: str, form: str, built: Path) -> None:
    ids, targets = LOOKS[form](built / f"{slug}.{form}")
    # To Word and to some readers of the web, Artikel and artikel are the same name.
    repeated = [id for id, count in Counter(ids).items() if count > 1]
    assert repeated == []
    assert sorted(set(targets) - set(ids)) == []
    assert len(targets) > 5


def of_html(file: Path) -> tuple[list[str], list[str]]:
    page = html.fromstring(file.read_bytes().decode())
    targets = [address[1:] for address in page.xpath("//@href") if address.startswith("#")]
    for attribute in ("aria-labelledby", "aria-describedby", "headers", "for"):
        targets += [one for said in page.xpath(f"//@{attribute}") for one in said.split()]
    return page.xpath("//@id"), targets


def of_docx(file: Path) -> tuple[list[str], list[str]]:
    ids, targets = list[str](), list[str]()
    for name, root in parts(file, "word/"):
        starts = root.xpath("//w:bookmarkStart", namespaces=WORD)
        numbers = [start.get(W + "id") for start in starts]
        ends = [end.get(W + "id") for end in root.xpath("//w:bookmarkEnd", namespaces=WORD)]
        assert sorted(numbers) == sorted(ends), name
        assert len(set(numbers)) == len(numbers), name
        names = [start.get(W + "name") for start in starts]
        assert [one for one in names if len(one) > 40] == []
        ids += names
        targets += root.xpath("//@w:anchor", namespaces=WORD)
        for code in root.xpath("//w:instrText/text()", namespaces=WORD):
            kind, *rest = code.split()
            targets += rest[:1] if kind in ("REF", "PAGEREF") else []
    assert len({id.lower() for id in ids}) == len(ids)
    return ids, targets


def of_odt(file: Path) -> tuple[list[str], list[str]]:
    ids, targets = list[str](), list[str]()
    for _, root in parts(file, "content.xml"):
        ids += root.xpath(
            "//text:bookmark/@text:name|//text:bookmark-start/@text:name", namespaces=OPEN
        )
        ids += root.xpath("//text:sequence/@text:ref-name", namespaces=OPEN)
        targets += root.xpath("//*/@text:ref-name[name(..)!='text:sequence']", namespaces=OPEN)
        found = root.xpath("//text:a/@xlink:href", namespaces=OPEN)
        targets += [address[1:] for address in found if address.startswith("#")]
    return ids, targets


def of_pdf(file: Path) -> tuple[list[str], list[str]]:
    """Named places, and the names that links go to; a link to a place itself needs its page."""
    with pikepdf.open(file) as pdf:
        names = (
            [str(key) for key in pikepdf.NameTree(pdf.Root.Names.Dests)]
            if ("/Names" in pdf.Root and "/Dests" in pdf.Root.Names)
            else []
        )
        sheets = {page.objgen for page in pdf.pages}
        targets = []
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                if "/A" in note and str(note.A.S) == "/URI":
                    continue
                place: Any = note.A.D if "/A" in note else note.Dest
                if isinstance(place, pikepdf.Array):
                    assert place[0].objgen in sheets
                    names.append(f"page {len(names)}")
                    targets.append(names[-1])
                else:
                    targets.append(str(place))
        return names, targets


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = {"w": W[1:-1]}
OPEN = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
LOOKS = {"html": of_html, "docx": of_docx, "odt": of_odt, "pdf": of_pdf}


def parts(file: Path, start: str) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(file) as package:
        for name in package.namelist():
            if name.startswith(start) and name.endswith(".xml"):
                yield name, etree.fromstring(package.read(name))
