"""A document to set in type, made without the rest of the program."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import zlib
from importlib.util import find_spec
from pathlib import Path

from convenant.model.document import Document, Stamp, Status
from convenant.model.party import Party
from convenant.model.picture import ImageFile
from convenant.problem import Place

AT = Place("covenants/sample/covenant.yaml")

NAMES = (
    ("Gemeente Wolderveen", "Wolderveen", "municipality", "50123451"),
    ("Stichting Lindewonen", "Wolderveen", "foundation", "41098762"),
    ("Stichting Zorggroep De Brink", "Assum", "foundation", "41123763"),
    ("Bewonersvereniging Lindekwartier", "Wolderveen", "association", "40598764"),
    ("Coöperatie Ondernemend Wolderveen U.A.", "Wolderveen", "cooperative", "61234765"),
    ("Regionaal Opleidingencentrum Het Veld", "Assum", "foundation", "41234766"),
    ("Waterschap Oude Vaarten", "Meerloo", "water_board", "50765437"),
    ("Stichting Bibliotheek Noordwold", "Noordwold", "foundation", "41876548"),
    ("Huisartsenpraktijk Lindeplein B.V.", "Wolderveen", "company", "68123459"),
    ("Onderlinge Waarborgmaatschappij Zorgfonds Noord U.A.", "Assum", "mutual", "50678901"),
    ("Stichting Welzijn Wolderveen", "Wolderveen", "foundation", "41678902"),
    ("Sportvereniging De Zwaluwen", "Wolderveen", "association", "40678903"),
)

TEXT = (Path(__file__).parent / "sample_pdf.md").read_text(encoding="utf-8")

PLAN = """<svg xmlns="http://www.w3.org/2000/svg" width="640" height="300" viewBox="0 0 640 300">
<rect x="10" y="10" width="620" height="280" fill="#eef3f1" stroke="#1f5b4e" stroke-width="4"/>
<path d="M250 10V190M250 230V290M430 10V120M430 160V290M250 170H430" stroke="#1f5b4e"
 stroke-width="4" fill="none"/>
<g font-family="sans-serif" font-size="20" fill="#1b2321" text-anchor="middle">
<text x="130" y="150">Huiskamer</text><text x="340" y="95">Keuken</text>
<text x="340" y="235">Spreekkamer</text><text x="530" y="150">Werkplaats</text></g></svg>"""


def parties(count: int) -> tuple[Party, ...]:
    """So many parties; after the twelfth they come again, with a number."""
    names = [NAMES[n % len(NAMES)] for n in range(count)]
    return tuple(
        Party(
            at=AT,
            id=f"p{n}",
            name=name if n <= len(NAMES) else f"{name} {n}",
            seat=seat,
            form=form,
            registration=number,
            role="signatory",
        )
        for n, (name, seat, form, number) in enumerate(names, 1)
    )


def sample(
    *, count: int = 5, status: Status = Status.CONCEPT, text: str = TEXT, language: str = "nl"
) -> Document:
    """A covenant of several pages between `count` parties."""
    signing = "\n\n".join(map(_signatory, parties(count)))
    text = text.replace("SIGNATORIES", signing).replace("ROWS", _rows(40))
    return Document(
        slug="sample",
        language=language,
        title="Convenant Buurthuis De Linde",
        subtitle="Samen tegen eenzaamheid in het Lindekwartier, 2027–2030",
        citation_title="Convenant Buurthuis De Linde",
        parties=parties(count),
        stamp=Stamp("v0.3" if status.binds_nobody else "v1.0.0", status, 1_803_859_200, "c0ffee"),
        digest="1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809",
        blocks=tuple(_blocks(text)),
        images={
            "plan.svg": ImageFile("plan.svg", "image/svg+xml", PLAN.encode()),
            "dot.png": ImageFile("dot.png", "image/png", dot()),
        },
    )


def pandoc() -> str:
    """Where the pandoc of the wheel is, found without importing the package."""
    spec = find_spec("pypandoc")
    assert spec
    assert spec.origin
    return str(Path(spec.origin).parent / "files" / "pandoc")


def write_typst(tree: object, *arguments: str) -> str:
    """What pandoc writes from a tree."""
    done = subprocess.run(
        [pandoc(), "--sandbox", "--from=json", *arguments],
        input=json.dumps(tree).encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    return done.stdout.decode()


def dot() -> bytes:
    """A small grey PNG."""
    row = b"\0" + b"\x80" * 120
    header = struct.pack(">IIBBBBB", 120, 60, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(row * 60)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def _blocks(text: str) -> list[dict[str, object]]:
    done = subprocess.run(
        [pandoc(), "--sandbox", "--from=markdown", "--to=json"],
        input=text.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    # Long rows make this reader share out the line; the dialect of the covenants never does.
    plain = re.sub(rb'\{"t":"ColWidth","c":[^}]*\}', b'{"t":"ColWidthDefault"}', done.stdout)
    blocks: list[dict[str, object]] = json.loads(plain)["blocks"]
    return blocks


def _signatory(party: Party) -> str:
    return f"""::: signatory
**{party.name}**

Vertegenwoordigd door: bestuurder

::: signature-line
Plaats
:::

::: signature-line
Datum
:::

::: signature-line
Handtekening
:::
:::"""


def _rows(count: int) -> str:
    return "\n".join(
        f"| A{n} | De uitvoerder van activiteit {n} stelt het verslag op en zendt het aan de "
        f"stuurgroep | Stichting Lindewonen | 1 maart 2028 | € {n * 1250:,} |".replace(",", ".")
        for n in range(1, count + 1)
    )
