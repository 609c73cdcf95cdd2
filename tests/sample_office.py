"""A document with everything that the office formats must keep, made without a workspace."""

from __future__ import annotations

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

from convenant.edges.disk.resource import read_templates
from convenant.locale import voice
from convenant.model.ast import Node, attr, div, heading, para, strong, words
from convenant.model.document import Document, Stamp, Status
from convenant.model.party import Party, Signatory, Standing
from convenant.model.picture import ImageFile
from convenant.problem import Place
from convenant.render.numbering import number_blocks
from convenant.render.reference import Register, resolve_link
from convenant.render.walk import rewrite

HERE = Path(__file__).parent
AT = Place("covenant.yaml")
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">'
    b'<rect width="400" height="200" fill="#dde"/>'
    b'<circle cx="200" cy="100" r="60" fill="#1f5b4e"/></svg>'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000004000000020802000000f0caea3400000010494441"
    "5478da63908ff6832306640e004fe206419de38d6a0000000049454e44ae426082"
)
PARTIES = (
    Party(
        AT,
        "gemeente",
        "Gemeente Wolderveen",
        role="signatory",
        seat="Wolderveen",
        registration="12345678",
        signatories=(Signatory(AT, "wethouder zorg"),),
    ),
    Party(
        AT,
        "stichting",
        "Stichting Lindewonen",
        role="signatory",
        seat="Wolderveen",
        signatories=(Signatory(AT, "bestuurder"), Signatory(AT, "bestuurder financiën")),
    ),
    Party(AT, "fonds", "Zorgfonds Oost", role="supporting", seat="Arkel"),
    Party(AT, "weg", "Bakkerij Weg", role="signatory", status=Standing(AT, "left")),
)


EXPECTED = (
    "1 Maatschappelijke ambitie Wij willen minder eenzaamheid",
    "lid 2; de plattegrond is figuur 1, het geld staat in tabel 1.",
    "Artikel 1 Doel 1. De partijen openen een buurthuis. 2. Het buurthuis is open: a. op",
    "Dat staat op de deur.",
    "Figuur 1 De begane grond",
    "2 Samenwerkingsverband Artikel 2 Inbreng 1. De gemeente betaalt. 2. De vereniging werkt 400",
    "Tabel 1 Het geld",
    "Artikel 3 Vervallen bepaling (vervallen) Artikel 4 Duur De enige bepaling, zonder leden. 1.",
    "Bijlage 1 Huisregels Eerste regels Vegen.",
    "Bijlage 2 Kaart Tekst.",
    "v0.3 · 1a2b 3c4d 5e6f Pagina 2 van 7",
    "Convenant De Linde Concept · v0.3 · 1a2b 3c4d 5e6f",
)
"""What is printed, numbers included, however the file is opened."""

BARE = "# Kop {#kop}\n\nTekst.\n"
HARD = """
# Een {#een}

1. Los

   met een alinea

2. en een tabel

   | A | B |
   |---|---|
   | 1 | 2 |

## Twee {#een-heel-lang-anker-dat-langer-is-dan-word-aan-kan-voor-bladwijzers}

| A | B |
|---|---|
| - | x |

| C | D |
|---|---|
| [](#een-heel-lang-anker-dat-langer-is-dan-word-aan-kan-voor-bladwijzers) | y[^n] |

[^n]: Noot.

    Tweede alinea van de noot.

> 1. Citaat met lijst
>
> > Dieper

![Los plaatje](plan.svg) in een zin met `code`, H~2~O, x^2^ en ~~weg~~.

![Twee](plan.svg)

::: {lang=en}
An English paragraph.
:::

###### Diepste kop
"""


def pandoc() -> str:
    spec = find_spec("pypandoc")
    assert spec is not None
    assert spec.origin is not None
    return str(Path(spec.origin).parent / "files" / "pandoc")


def run_pandoc(data: bytes, *arguments: str) -> bytes:
    done = subprocess.run(
        [pandoc(), "--sandbox", *arguments], input=data, capture_output=True, timeout=60, check=True
    )
    return done.stdout


def sample(
    status: Status = Status.CONCEPT, language: str = "nl", text: str | None = None
) -> Document:
    """The sample as a document, numbered and with its references printed."""
    source = text if text is not None else (HERE / "sample_office.md").read_text("utf-8")
    blocks = json.loads(run_pandoc(source.encode(), "-f", "markdown", "-t", "json"))["blocks"]
    speaker = voice(language)
    blocks, references = number_blocks([*blocks, *_signatures()], speaker)
    anchors = frozenset(references)
    register = Register(references, {}, anchors)

    def refer(node: Node) -> list[Node] | None:
        return resolve_link(node, register, speaker) if node["t"] == "Link" else None

    return Document(
        slug="de-linde",
        language=language,
        title="Convenant Buurthuis De Linde",
        subtitle="Samen tegen eenzaamheid",
        citation_title="Convenant De Linde",
        parties=PARTIES,
        stamp=Stamp("v0.3", status, 1_803_900_000, "c0ffee" * 6 + "c0ff"),
        digest="1a2b3c4d5e6f" + "0123456789abcdef" * 3 + "0123",
        blocks=tuple(rewrite(blocks, refer)),
        images={"plan.svg": ImageFile("plan.svg", "image/svg+xml", SVG)},
    )


def _signatures() -> list[Node]:
    signatories = [
        div(
            [
                para([strong(words(party.name))]),
                *(para(words(f"vertegenwoordigd door {s.function}")) for s in party.signatories),
                *(
                    div([para(words(label))], attr(classes=["signature-line"]))
                    for label in ("Plaats", "Datum", "Handtekening")
                ),
            ],
            attr(classes=["signatory"]),
        )
        for party in PARTIES
        if party.signs
    ]
    title = para(words("Aldus overeengekomen en ondertekend:"))
    head = heading(1, words("Ondertekening"), attr("signatures", ["section", "unnumbered"]))
    return [head, div([title, *signatories], attr(classes=["generated", "signatures"]))]


def write_docx(document: Document, rasters: dict[str, bytes] | None = None) -> bytes:
    """The Word file of a document, by the whole way from tree to package."""
    from convenant.edges.word.package import finish_docx, reference_docx
    from convenant.render.office.word import word_tree

    return _written(document, "docx", word_tree(document, rasters), reference_docx, finish_docx)


def write_odt(document: Document) -> bytes:
    """The OpenDocument file of a document."""
    from convenant.edges.odf.package import finish_odt, reference_odt
    from convenant.render.office.odt import odt_tree

    return _written(document, "odt", odt_tree(document), reference_odt, finish_odt)


def _written(document, kind, tree, reference, finish):
    import tempfile

    templates = read_templates({"docx": "word"}.get(kind, kind))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"reference.{kind}"
        file.write_bytes(reference(templates))
        plain = run_pandoc(
            json.dumps(tree).encode(),
            "-f",
            "json",
            "-t",
            kind,
            "-o",
            "-",
            "--reference-doc",
            str(file),
        )
    return finish(plain, document)
