"""A text with everything in it, and random edits of it, as people make them."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

from convenant.diff.document import Sources, diff_documents
from convenant.model.document import Document, Stamp
from convenant.model.redline import Redline
from convenant.render.assembly import Edition, assemble
from sample_covenant import SCHEMAS, minimal, read

SCRIPTS = int(os.environ.get("CONVENANT_SCRIPTS", "30"))
"""How many random edit scripts are tried; `make soak` asks for 300."""

SOURCES = Sources("covenants/buurtkamer", {}, {"gemeente": ("de gemeente",)})

PARAGRAPHS = [
    "Partijen willen dat bewoners elkaar vaker ontmoeten en dat niemand in de buurt alleen is.",
    "De gemeente stelt per jaar € 12.500 beschikbaar, vóór 1 maart, en meer als dat *nodig* is.",
    "De stichting opent de kamer op **zes** dagen per week, behalve op feestdagen.[^n{k}]",
    "Wie iets wil veranderen, vraagt dat aan de stuurgroep; zie [](#slot-{k}).",
    "Partijen gaan zorgvuldig om met gegevens van bewoners en delen die niet met anderen.",
]
ITEMS = [
    "Elke partij levert de inbreng die achter haar naam staat, in de genoemde periode.",
    "De kosten van het onderhoud zijn voor rekening van de verhuurder van het gebouw.",
    "Een vrijwilliger doet ten hoogste vier uur per week dienst en staat nooit alleen.",
    "Ziet een partij aankomen dat een afspraak niet lukt, dan meldt zij dat binnen twee weken.",
    "De sleutel blijft bij de beheerder.",
]
ROWS = [
    "| huur | 4.200 | jaarlijks |",
    "| koffie | 350 | maandelijks |",
    "| schoonmaak | 90 | wekelijks |",
]
WORDS = ["buren", "samen", "altijd", "€ 1.250", "31 december 2028", "niet", "de raad", "45", "dat,"]


class Article:
    """One article of a text, in parts that can be edited."""

    def __init__(self, number: int) -> None:
        k = str(number)
        self.k = k
        self.title = f"Artikel over onderwerp {k}"
        self.paragraphs = [p.replace("{k}", k) for p in PARAGRAPHS]
        self.items = list(ITEMS)
        self.bullets = ["een huis met een tuin", "een keuken voor twintig mensen", "een werkplaats"]
        self.rows = list(ROWS)
        self.note = f"Feestdagen zijn die van de rijksoverheid, jaar {2020 + number % 9}."
        self.quote = "Een buurt is een plek waar iemand u kent bij naam."

    def text(self) -> str:
        items = "\n".join(f"{n}. {item}" for n, item in enumerate(self.items, 1))
        bullets = "\n".join(f"- {one}" for one in self.bullets)
        rows = "\n".join(self.rows)
        parts = [
            f"## {self.title} {{#slot-{self.k}}}",
            *self.paragraphs[:3],
            items,
            *self.paragraphs[3:],
            bullets,
            f"| post | bedrag | hoe vaak |\n|---|--:|---|\n{rows}" if rows else "",
            f"> {self.quote}" if self.quote else "",
            f"[^n{self.k}]: {self.note}" if f"[^n{self.k}]" in "".join(self.paragraphs) else "",
        ]
        return "\n\n".join(part for part in parts if part)


Edit = Callable[[Article, random.Random], None]


def _line(lists: list[list[str]], r: random.Random) -> tuple[list[str], int]:
    some = r.choice([one for one in lists if one])
    return some, r.randrange(len(some))


def _texts(a: Article) -> list[list[str]]:
    return [a.paragraphs, a.items, a.bullets]


def replace_word(a: Article, r: random.Random) -> None:
    some, i = _line(_texts(a), r)
    words = some[i].split(" ")
    words[r.randrange(len(words))] = r.choice(WORDS)
    some[i] = " ".join(words)


def insert_words(a: Article, r: random.Random) -> None:
    some, i = _line(_texts(a), r)
    words = some[i].split(" ")
    at = r.randrange(len(words) + 1)
    words[at:at] = r.sample(WORDS, 2)
    some[i] = " ".join(words)


def drop_words(a: Article, r: random.Random) -> None:
    some, i = _line(_texts(a), r)
    words = some[i].split(" ")
    at = r.randrange(len(words))
    left = words[:at] + words[at + r.randint(1, 3) :]
    if " ".join(left).strip(" .,;:"):
        some[i] = " ".join(left)


def split(a: Article, r: random.Random) -> None:
    some, i = _line([a.paragraphs, a.items], r)
    words = some[i].split(" ")
    if len(words) > 6:
        at = r.randint(2, len(words) - 3)
        some[i : i + 1] = [" ".join(words[:at]), " ".join(words[at:])]


def merge(a: Article, r: random.Random) -> None:
    some, i = _line([a.paragraphs, a.items], r)
    if i + 1 < len(some):
        some[i : i + 2] = [f"{some[i]} {some[i + 1]}"]


def move(a: Article, r: random.Random) -> None:
    some, i = _line([a.paragraphs, a.items, a.bullets, a.rows], r)
    one = some.pop(i)
    some.insert(r.randint(0, len(some)), one)


def drop(a: Article, r: random.Random) -> None:
    some, i = _line([a.paragraphs, a.items, a.bullets, a.rows], r)
    if len(some) > 1:
        some.pop(i)


def add(a: Article, r: random.Random) -> None:
    text = f"Partijen spreken af dat {r.choice(WORDS)} per {r.choice(WORDS)} wordt nagekomen."
    some = r.choice([a.paragraphs, a.items, a.bullets])
    some.insert(r.randint(0, len(some)), text)


def change_row(a: Article, r: random.Random) -> None:
    i = r.randrange(len(a.rows))
    if r.random() < 0.5:
        a.rows[i] = a.rows[i].replace("0 |", f"{r.randint(1, 9)} |")
    else:
        a.rows.insert(i, f"| post {r.randint(1, 99)} | {r.randint(10, 9999)} | eenmalig |")


def change_note(a: Article, r: random.Random) -> None:
    a.note = a.note.replace("rijksoverheid", r.choice(["gemeente", "cao", "Staat der Nederlanden"]))


def change_title(a: Article, r: random.Random) -> None:
    a.title = a.title.replace("onderwerp", r.choice(["zaken", "geld en", "de kamer"]))


def change_looks(a: Article, r: random.Random) -> None:
    some, i = _line([a.paragraphs, a.items], r)
    some[i] = some[i].replace("een ", "**een** ", 1)


EDITS: list[Edit] = [
    *(replace_word, insert_words, drop_words, split, merge, move, drop, add),
    *(change_row, change_note, change_title, change_looks),
]


def edited(count: int, seed: int) -> tuple[str, str]:
    """A text of so many articles, and the same after one to five edits of each.

    Some articles go, some come, and some change places.
    """
    r = random.Random(seed)
    before = [Article(n) for n in range(count)]
    after = [Article(n) for n in range(count)]
    for article in after:
        for _ in range(r.randint(1, 5)):
            r.choice(EDITS)(article, r)
    if count > 2 and r.random() < 0.7:
        after.insert(r.randrange(len(after)), after.pop(r.randrange(len(after))))
    if count > 2 and r.random() < 0.3:
        after.pop(r.randrange(len(after)))
    if r.random() < 0.3:
        after.append(Article(900 + seed % 50))
    texts = ("\n\n".join(a.text() for a in some) for some in (before, after))
    old, new = (f"# Afspraken {{#afspraken}}\n\n{text}\n" for text in texts)
    return old, new


def documents(
    old: dict[str, str], new: dict[str, str], *, digest: str = "0" * 64
) -> tuple[Document, Document]:
    """Two versions of the small covenant, each with some files put over it."""
    both = [read(files) for files in (old, new)]
    edition = Edition(Stamp(), digest, SCHEMAS, placed=True)
    before, after = (assemble(one.covenant, edition) for one in both)
    return before, after


def redlined(old: str, new: str, language: str = "nl") -> tuple[Document, Document, Redline]:
    """Two texts of §2, and their redline."""
    cover = minimal()["covenant.yaml"].decode().replace("language: nl", f"language: {language}")
    before, after = documents(
        {"2-partnership.md": old, "covenant.yaml": cover},
        {"2-partnership.md": new, "covenant.yaml": cover},
    )
    return before, after, diff_documents(before, after, SOURCES, "v0.1 → v0.2")
