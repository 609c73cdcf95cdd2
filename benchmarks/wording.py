"""How often the rules on wording and commitments are right: precision and recall on sentences.

The sentences are in `tests/golden/wording`, Dutch and English apart. Those in `held-out.txt` are
only counted: nobody looks at them while a rule is tuned.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from convenant.check.inquiry import Inquiry
from convenant.check.registry import counsel
from convenant.cli.steps.reading import read_covenants
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.model.folder import Folder

SENTENCES = Path(__file__).parent.parent / "tests/golden/wording"
PARTS = ("nl/tuned", "nl/held-out", "en/tuned", "en/held-out")
FAMILIES = ("wording", "sentence", "commitment")

COVERS = {
    "nl": """\
schema_version: 2
language: nl
title: Zinnen
parties:
  - {id: gemeente, name: Gemeente Wolderveen, short: de gemeente, form: municipality}
  - {id: corporatie, name: Woningstichting Thuis, short: de corporatie, form: foundation}
  - {id: school, name: Stichting De Regenboog, short: de school, form: foundation}
  - {id: bewoners, name: Bewonersgroep Oost, short: de bewonersgroep, form: informal_group}
""",
    "en": """\
schema_version: 2
language: en
title: Sentences
parties:
  - {id: council, name: Wolder Council, short: the council, form: municipality}
  - {id: housing, name: Home Trust, short: the housing association, form: foundation}
  - {id: school, name: Rainbow School, short: the school, form: foundation}
  - {id: residents, name: Residents East, short: the residents' group, form: informal_group}
""",
}


class Score(Struct, frozen=True):
    """How the rules did on some sentences.

    Attributes:
        missed: sentences that should have been flagged.
        wrong: sentences that should not, with the code that flagged them.
    """

    hits: int
    missed: tuple[str, ...]
    wrong: tuple[str, ...]

    @property
    def precision(self) -> float:
        return self.hits / max(self.hits + len(self.wrong), 1)

    @property
    def recall(self) -> float:
        return self.hits / max(self.hits + len(self.missed), 1)


def sentences(part: str) -> Iterator[tuple[str, str]]:
    """The code that should be found, or an empty text, and the sentence."""
    for line in (SENTENCES / f"{part}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            code, sentence = line.split("\t")
            yield code.removeprefix("-"), sentence


def score(part: str) -> Score:
    """Every sentence stands in an article of its own among the agreements."""
    known = list(sentences(part))
    articles = [f"## Zin {{#zin-{i}}}\n{sentence}" for i, (_, sentence) in enumerate(known)]
    text = "# Samenwerking\n" + "\n".join(articles) + "\n"
    files = {
        **{f"{stem}.md": b"# Deel\n" for stem in _STEMS},
        **{f"{stem}.yaml": b"maturity: outline\n" for stem in _STEMS},
        "covenant.yaml": COVERS[part.partition("/")[0]].encode(),
        "2-partnership.md": text.encode(),
    }
    schemas = read_schemas()
    folder = Folder("zinnen", "covenants/zinnen", files)
    (reading,) = read_covenants([folder], schemas, Cache(None))
    inquiry = Inquiry(reading.covenant, schemas, reading.texts)
    found: dict[int, str] = {}
    for problem in counsel(inquiry, sound=True, failures=[]):
        family = problem.code.partition("-")[0]
        if family in FAMILIES and problem.place.file.endswith(".md"):
            found[problem.place.line] = problem.code
    told = [(code, sentence, found.get(3 + 2 * i, "")) for i, (code, sentence) in enumerate(known)]
    return Score(
        sum(bool(code and said) for code, _, said in told),
        tuple(f"{code}: {sentence}" for code, sentence, said in told if code and not said),
        tuple(f"{said}: {sentence}" for code, sentence, said in told if said and not code),
    )


_STEMS = ("1-ambition", "2-partnership", "3-visualisation", "4-programme", "5-annexes")


def report(*, show: bool = False) -> str:
    """A table of all parts.

    Args:
        show: also the sentences of the tuned part that went wrong.
    """
    lines = ["| sentences | flagged rightly | wrongly | missed | precision | recall |"]
    lines.append("|---|--:|--:|--:|--:|--:|")
    for part in PARTS:
        one = score(part)
        lines.append(
            f"| {part} | {one.hits} | {len(one.wrong)} | {len(one.missed)} "
            f"| {one.precision:.1%} | {one.recall:.1%} |"
        )
        if show and part.endswith("/tuned"):
            shown = [*(f"wrong  {s}" for s in one.wrong), *(f"missed {s}" for s in one.missed)]
            lines = [*shown, "", *lines]
    return "\n".join(["### Rules on wording", "", *lines, ""])
