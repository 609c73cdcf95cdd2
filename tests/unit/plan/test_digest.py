"""What changes a digest and what does not, from the sources on."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from msgspec.structs import replace
from ruamel.yaml import YAML

from convenant.model.section import Section
from convenant.plan.digest import Digest, canonical_form, canonical_json, digest_covenant
from sample_covenant import PIXEL, SCHEMAS, read

Files = Mapping[str, str | bytes | None]

TEXT = """\
# Ambitie

De partijen willen dat **iedereen** in de buurt een plek heeft om binnen te lopen.
Zij beginnen klein en zien elk jaar terug.

## Inbreng {#inbreng}

1. []{#lid-een} De gemeente betaalt {{ partnership.contributions.c1.amount }}.
2. De Linde zorgt voor het huis, zie [](#lid-een) en [p. 3](@akkoord).

- melk
- brood

![Het plein](figures/plein.png){#fig-plein alt="Een plein met bomen."}

Een noot[^1].

[^1]: Zo is het.
"""
COVER = """\
schema_version: 2
language: nl
title: Convenant Buurtkamer
parties:
  - id: gemeente
    name: Gemeente Wolderveen
    role: signatory
    signatories:
      - function: wethouder
  - id: linde
    name: Stichting De Linde
    role: signatory
"""
PARTNERSHIP = """\
maturity: outline
contributions:
  - id: c1
    party: gemeente
    kind: money
    amount: 20000
    frequency: once
commitments:
  - id: A1
    by: linde
    text: De Linde opent het huis.
    due: 2027-03-01
"""
ANNEXES = """\
maturity: outline
annexes:
  - id: begroting
    title: Begroting
    file: annexes/begroting.csv
    sha256: f970bcc3a2da06fde60124123d2d456ed92a5086ca55445d5ba4e34ccaae714e
  - id: regels
    title: Huisregels
    file: annexes/regels.md
sources:
  - id: akkoord
    title: Akkoord
"""
FILES: dict[str, str | bytes | None] = {
    "covenant.yaml": COVER,
    "1-ambition.md": TEXT,
    "2-partnership.yaml": PARTNERSHIP,
    "5-annexes.yaml": ANNEXES,
    "annexes/begroting.csv": "post;bedrag\nhuur;12000\n",
    "annexes/regels.md": "# Huisregels\n\nRustig aan.\n",
    "figures/plein.png": PIXEL,
}


def digest(files: Files) -> Digest:
    return digest_covenant(read({**FILES, **files}).covenant, SCHEMAS)


@pytest.fixture(scope="module")
def signed() -> Digest:
    return digest({})


def edited(file: str, old: str, new: str) -> dict[str, str | bytes | None]:
    text = FILES[file]
    assert isinstance(text, str)
    assert text.count(old) >= 1
    return {file: text.replace(old, new)}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("1-ambition.md", "**iedereen**", "iedereen"),
        ("1-ambition.md", "**iedereen**", "*iedereen*"),
        ("1-ambition.md", "**iedereen**", "[iedereen]{lang=nl}"),
        ("1-ambition.md", "\n", "\r\n"),
        ("1-ambition.md", "# Ambitie", "\ufeff# Ambitie"),
        ("1-ambition.md", "# Ambitie\n", "\n\n# Ambitie #\n\n\n"),
        ("1-ambition.md", "# Ambitie\n", "Ambitie\n=======\n"),
        ("1-ambition.md", "lopen.\nZij", "lopen. Zij"),
        ("1-ambition.md", "lopen.\nZij", "lopen.\\\nZij"),
        ("1-ambition.md", "in de buurt", "in\nde   buurt"),
        ("1-ambition.md", "in de buurt", "in\u00a0de&nbsp;buurt"),
        ("1-ambition.md", "- melk\n- brood", "* melk\n* brood"),
        ("1-ambition.md", "- melk\n- brood", "+   melk\n\n+   brood"),
        ("1-ambition.md", "2. De Linde", "7. De Linde"),
        ("1-ambition.md", "1. []{#lid-een} ", "1.  []{#lid-een}"),
        ("1-ambition.md", "[^1]", "[^noot]"),
        ("1-ambition.md", "{{ partnership", "{{partnership"),
        ("1-ambition.md", "Zij beginnen", "Zij be&shy;ginnen"),
        ("1-ambition.md", "plek", "pl&#101;k"),
        ("1-ambition.md", "- brood\n", "- brood\n\n::: goals\n:::\n"),
        ("2-partnership.yaml", "amount: 20000", "amount: 20000.00  # jaarlijks"),
        ("2-partnership.yaml", "amount: 20000", "amount: 2e4"),
        ("2-partnership.yaml", "De Linde opent het huis.", "'De Linde  opent het huis.'"),
        ("2-partnership.yaml", "De Linde opent het", ">\n      De Linde\n      opent het"),
        ("2-partnership.yaml", "2027-03-01", '"2027-03-01"'),
        ("2-partnership.yaml", "maturity: outline", "maturity: settled"),
        ("2-partnership.yaml", "maturity: outline\n", ""),
        ("2-partnership.yaml", "maturity: outline", "# Nog niet\nmaturity: outline\nbenefits: []"),
        ("2-partnership.yaml", "\n", "\r\n"),
        ("covenant.yaml", "role: signatory\n", "role: signatory\n    registration: ~\n"),
        ("covenant.yaml", "function: wethouder", "function: burgemeester"),
    ],
)  # fmt: skip
def test_how_it_is_written_does_not_count(signed: Digest, file: str, old: str, new: str) -> None:
    assert digest(edited(file, old, new)) == signed


@pytest.mark.parametrize(
    ("file", "old", "new", "part"),
    [
        ("1-ambition.md", "iedereen", "iemand", "ambition"),
        ("1-ambition.md", "**iedereen** in", "**iedereen**in", "ambition"),
        ("1-ambition.md", "binnen te lopen", "binnente lopen", "ambition"),
        ("1-ambition.md", "klein", "~~klein~~", "ambition"),
        ("1-ambition.md", "klein", "Klein", "ambition"),
        ("1-ambition.md", "Zo is het.", "Zo is het niet.", "ambition"),
        ("1-ambition.md", "#lid-een}", "#lid-1}", "ambition"),
        ("1-ambition.md", "(#lid-een)", "(#inbreng)", "ambition"),
        ("1-ambition.md", "(@akkoord)", "(@verslag)", "ambition"),
        ("1-ambition.md", "[p. 3]", "[p. 4]", "ambition"),
        ("1-ambition.md", "{#inbreng}", "{#bijdrage}", "ambition"),
        ("1-ambition.md", "{#inbreng}", "{#inbreng .repealed}", "ambition"),
        ("1-ambition.md", "{#inbreng}", "{#inbreng .unnumbered}", "ambition"),
        ("1-ambition.md", "## Inbreng {#inbreng}", "### Inbreng {#inbreng}", "ambition"),
        ("1-ambition.md", "c1.amount", "c1.kind", "ambition"),
        ("1-ambition.md", "1. []", "3. []", "ambition"),
        ("1-ambition.md", "- melk\n- brood", "- brood\n- melk", "ambition"),
        ("1-ambition.md", "met bomen", "met een boom", "ambition"),
        ("1-ambition.md", "![Het plein]", "![Een plein]", "ambition"),
        ("1-ambition.md", "beginnen klein", "beginnen\u200bklein", "ambition"),
        ("2-partnership.yaml", "amount: 20000", "amount: 20000.01", "partnership"),
        ("2-partnership.yaml", "2027-03-01", "2027-03-02", "partnership"),
        ("2-partnership.yaml", "opent het", "sluit het", "partnership"),
        ("2-partnership.yaml", "by: linde", "by: gemeente", "partnership"),
        ("2-partnership.yaml", "id: A1", "id: A2", "partnership"),
        ("covenant.yaml", "Stichting De Linde", "Stichting de Linde", "covenant"),
        ("5-annexes.yaml", "f970bcc3", "f970bcc4", "annexes"),
        ("5-annexes.yaml", "title: Begroting", "title: Raming", "annexes"),
        ("annexes/regels.md", "Rustig", "Snel", "annexes"),
    ],
)  # fmt: skip
def test_what_it_says_counts_in_its_part_and_in_the_whole(
    signed: Digest, file: str, old: str, new: str, part: str
) -> None:
    changed = digest(edited(file, old, new))
    assert changed.whole != signed.whole
    mine = {s.key for s in Section if changed.sections[s] != signed.sections[s]}
    # A value in the text is agreed in both places.
    assert mine - {"ambition"} == {part} - {"ambition"}
    assert part in mine


def test_a_byte_of_an_image_counts(signed: Digest) -> None:
    longer = PIXEL + b"\x00"
    changed = digest({"figures/plein.png": longer})
    assert changed.sections[Section.AMBITION] != signed.sections[Section.AMBITION]


def test_an_image_that_nothing_shows_does_not_count(signed: Digest) -> None:
    assert digest({"figures/los.png": PIXEL}) == signed


def test_an_annex_that_is_not_in_the_register_does_not_count(signed: Digest) -> None:
    assert digest({"annexes/los.md": "# Los\n"}) == signed


def test_a_value_that_changes_changes_the_text_that_prints_it(signed: Digest) -> None:
    changed = digest(edited("2-partnership.yaml", "amount: 20000", "amount: 20001"))
    assert changed.sections[Section.AMBITION] != signed.sections[Section.AMBITION]


def test_a_text_cannot_pass_for_markup() -> None:
    def form(text: str) -> str:
        covenant = read({"1-ambition.md": f"# A\n\n{text}\n"}).covenant
        return canonical_json(canonical_form(covenant, SCHEMAS)[Section.AMBITION])

    texts = ["~~a~~", '\\["del", \\["a"\\]\\]', "`a`", "a", "^a^", "[a](#a)", "[a]{#a}", "> a"]
    assert len({form(text) for text in texts}) == len(texts)


def test_the_folders_name_does_not_count(signed: Digest) -> None:
    covenant = replace(read(FILES).covenant, slug="elders", folder="covenants/elders")
    assert digest_covenant(covenant, SCHEMAS) == signed


def test_records_do_not_count(signed: Digest) -> None:
    records = {"reviews/linde.yaml": "party: linde\n", "meetings/1.md": "# Verslag\n"}
    assert digest(records) == signed


FEW = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FEW
@given(some.randoms(use_true_random=False))
def test_wherever_lines_break_the_digest_stays(signed: Digest, chance: random.Random) -> None:
    def rewrapped(match: re.Match[str]) -> str:
        return "".join(chance.choice((" ", "\n", "  ")) if c in " \n" else c for c in match[0])

    prose = re.compile(r"De partijen.*?terug\.", re.DOTALL)
    assert digest({"1-ambition.md": prose.sub(rewrapped, TEXT)}) == signed


@FEW
@given(some.randoms(use_true_random=False))
def test_in_whatever_order_and_style_keys_stand_the_digest_stays(
    signed: Digest, chance: random.Random
) -> None:
    def shuffled(value: object) -> object:
        if isinstance(value, dict):
            items = list(value.items())
            chance.shuffle(items)
            return {key: shuffled(inner) for key, inner in items}
        return [shuffled(inner) for inner in value] if isinstance(value, list) else value

    files: dict[str, str | bytes | None] = {}
    for name, text in (("covenant.yaml", COVER), ("2-partnership.yaml", PARTNERSHIP)):
        writer = YAML(typ="safe", pure=True)
        writer.default_flow_style = chance.choice((True, False, None))
        writer.indent = chance.choice((2, 4))
        writer.width = chance.choice((20, 80, 1000))
        written = StringIO()
        # Dates stay text on their way through.
        data = YAML(typ="safe", pure=True).load(text.replace("2027-03-01", '"2027-03-01"'))
        writer.dump(shuffled(data), written)
        files[name] = f"# Opmerking {chance.random()}\n{written.getvalue()}"
    assert digest(files) == signed


@FEW
@given(some.randoms(use_true_random=False))
def test_any_word_that_changes_changes_the_digest(signed: Digest, chance: random.Random) -> None:
    words = [m for m in re.finditer(r"\b[a-z]{4,}\b", TEXT) if TEXT[m.start() - 1] in " *"]
    word = chance.choice(words)
    letter = chance.choice([c for c in "abcdefgh" if c != TEXT[word.start()]])
    changed = f"{TEXT[: word.start()]}{letter}{TEXT[word.start() + 1 :]}"
    assert digest({"1-ambition.md": changed}).whole != signed.whole
