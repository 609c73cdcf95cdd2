"""A document with all that the page must show, in the conventions of `model.document`."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from convenant.edges.engine.web_font import letters_of, read_font_faces
from convenant.model.ast import Cell, Node, attr, div, para, plain, span, strong, table, words
from convenant.model.document import Document, Stamp, Status
from convenant.model.party import Party, Standing
from convenant.model.picture import ImageFile
from convenant.problem import Place
from convenant.render.html.drawing import style_sheet
from convenant.render.html.page import STYLE_SHEETS, WRITER_ARGUMENTS, finish_html, html_tree

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates/html"
PANDOC = Path(find_spec("pypandoc").origin).parent / "files/pandoc"  # type: ignore[union-attr, arg-type]
AT = Place("covenants/sample/covenant.yaml")

PLAN = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280" font-family="sans-serif" \
font-size="18"><rect width="640" height="280" fill="#fff"/><g fill="#eef3ef" stroke="#1f5b4e" \
stroke-width="3"><rect x="20" y="20" width="180" height="240"/><rect x="200" y="20" width="260" \
height="240"/><rect x="460" y="20" width="160" height="120"/><rect x="460" y="140" width="160" \
height="120"/></g><g fill="#1a201d" text-anchor="middle"><text x="110" y="146">keuken</text>\
<text x="330" y="146">huiskamer</text><text x="540" y="86">spreekkamer 1</text>\
<text x="540" y="206">spreekkamer 2</text></g></svg>"""

COMMITMENTS = (
    ("A1", "gemeente", "Verleent binnen dertien weken een beschikking op de subsidieaanvraag.",
     "1 november 2026", "resultaat"),
    ("A2", "Lindewonen", "Verbouwt de begane grond volgens figuur 1 en draagt de sleutels over.",
     "1 februari 2027", "resultaat"),
    ("A3", "bewonersvereniging", "Werft en begeleidt vrijwilligers en betaalt hun een "
     "vrijwilligersvergoeding.", "elk kwartaal", "inspanning"),
    ("A4", "welzijnsorganisatie Samenop", "Plaatst een sociaal werker, vierentwintig uur per week.",
     "vanaf 1 maart 2027", "inspanning"),
)  # fmt: skip
BUDGET = (
    ("Verbouwing", "€ 48.000", "€ 0", "€ 0", "€ 48.000"),
    ("Sociaal werk", "€ 31.500", "€ 42.000", "€ 42.000", "€ 115.500"),
    ("Vrijwilligersvergoedingen en activiteiten", "€ 9.250", "€ 12.000", "€ 12.500", "€ 33.750"),
)


def sample_document(status: Status = Status.CONCEPT, **changes: Any) -> Document:
    """The sample; `changes` replaces fields of the document."""
    generated = {
        "goals": [_goals()],
        "commitments": [_commitments()],
        "budget": [_budget()],
        "signatures": _signatures(),
    }
    blocks = [_filled(block, generated) for block in _prose()]
    document = Document(
        slug="sample",
        language="nl",
        title="Convenant Buurthuis De Linde",
        subtitle="Samen tegen eenzaamheid in de Lindenwijk, 2027 tot en met 2029",
        citation_title="Convenant De Linde",
        parties=PARTIES,
        stamp=Stamp("v0.3", status, 1_795_000_000, "c" * 40),
        digest="1a2b3c4d5e6f7081" * 4,
        blocks=tuple(blocks),
        images={"plattegrond.svg": ImageFile("plattegrond.svg", "image/svg+xml", PLAN)},
    )
    return replace(document, **changes)


def page(document: Document) -> str:
    """The page of a document: our tree, pandoc in its sandbox with our template, our sheets."""
    command = [PANDOC, "--sandbox", "--from=json", *WRITER_ARGUMENTS]
    done = subprocess.run(
        [*command, f"--template={TEMPLATES / 'page.html'}"],
        input=json.dumps(html_tree(document)).encode(),
        capture_output=True,
        check=True,
        timeout=30,
    )
    assert not done.stderr, done.stderr
    text = done.stdout.decode()
    sheets = [(TEMPLATES / name).read_text(encoding="utf-8") for name in STYLE_SHEETS]
    sheets.append(style_sheet(document.style))
    return finish_html(text, [*sheets, read_font_faces(letters_of(text))])


def _party(name: str, role: str = "signatory", **fields: Any) -> Party:
    return Party(AT, id=name.lower(), name=name, role=role, seat="Wolderveen", **fields)


PARTIES = (
    _party("Gemeente Wolderveen", registration="00000001"),
    _party("Stichting Lindewonen", registration="00000002"),
    _party("Stichting Welzijnsorganisatie Samenop", registration="00000003"),
    _party("Bewonersvereniging De Linde"),
    _party("Regionaal Opleidingencentrum De Brug", "supporting", registration="00000004"),
    _party("Wijkkrant Lindenblad", "observer"),
    _party("Vertrokken BV", status=Standing(AT, "left")),
)


def _prose() -> list[Node]:
    command = [PANDOC, "-f", "markdown-citations-auto_identifiers", "-t", "json"]
    done = subprocess.run(
        command, input=(HERE / "sample.md").read_bytes(), capture_output=True, check=True
    )
    blocks: list[Node] = json.loads(done.stdout)["blocks"]
    return blocks


def _filled(block: Node, generated: dict[str, list[Node]]) -> Node:
    if block["t"] != "Div" or block["c"][1]:
        return block
    return {**block, "c": [block["c"][0], generated[block["c"][0][1][1]]]}


def _cells(*texts: str) -> list[Cell]:
    return [[plain(words(text))] for text in texts]


def _caption(label: str, text: str) -> list[Node]:
    return [span(words(label), attr(classes=["label"])), {"t": "Space"}, *words(text)]


def _goals() -> Node:
    rows = [_cells("D1", "Minder bewoners voelen zich vaak eenzaam", "38 procent", "25 procent")]
    return table(
        _cells("Doel", "Wat", "Nu", "In 2029"), rows, attributes=attr(), row_headers=1
    )  # fmt: skip


def _commitments() -> Node:
    rows = [
        [[plain([span(words(id), attr(id))])], *_cells(*rest)] for id, *rest in COMMITMENTS
    ]  # fmt: skip
    return table(
        _cells("Afspraak", "Wie", "Wat", "Wanneer", "Soort"),
        rows,
        attributes=attr("tab-afspraken"),
        caption=_caption("Tabel 1", "Wie doet wat, en wanneer"),
        widths=(0.12, 0.2, 0.38, 0.16, 0.14),
        row_headers=1,
    )


def _budget() -> Node:
    return table(
        _cells("", "2027", "2028", "2029", "Samen"),
        [_cells(*row) for row in BUDGET],
        attributes=attr("tab-begroting"),
        caption=_caption("Tabel 2", "Begroting in euro, zonder btw"),
        right=(1, 2, 3, 4),
        foot=[_cells("Totaal", "€ 88.750", "€ 54.000", "€ 54.500", "€ 197.250")],
        row_headers=1,
    )


def _signatures() -> list[Node]:
    lines = ("Plaats en datum", "Handtekening")
    return [
        div(
            [
                para([strong(words(party.name))]),
                para(words("vertegenwoordigd door de bestuurder")),
                *(div([para(words(line))], attr(classes=["signature-line"])) for line in lines),
            ],
            attr(classes=["signatory"]),
        )
        for party in PARTIES
        if party.signs
    ]
