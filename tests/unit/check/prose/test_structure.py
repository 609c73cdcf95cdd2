"""Titles, levels of headings, ids of articles and places of generated blocks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from convenant.check.prose.findings import RULES
from convenant.check.prose.structure import (
    check_articles,
    check_levels,
    check_markers,
    check_titles,
)
from convenant.edges.engine.pandoc import MarkdownReader
from convenant.load.prose import load_prose
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.covenant import Covenant
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.programme import Programme
from convenant.model.prose import Prose
from convenant.model.section import Section
from convenant.model.tree import Map
from convenant.model.visualisation import Visualisation
from convenant.problem import Place, Problem, Severity

HERE = Place("c/covenant.yaml")


@pytest.fixture(scope="module")
def reader() -> Iterator[MarkdownReader]:
    with MarkdownReader(workers=1) as reader:
        yield reader


def covenant(
    reader: MarkdownReader, ambition: str, annex: str = "", maturity: str = "outline"
) -> Covenant:
    def prose(file: str, text: str) -> Prose:
        return load_prose(file, reader.read(text))[0]

    data = Map("c/1-ambition.yaml")
    data["maturity"] = maturity
    return Covenant(
        slug="c",
        folder="c",
        cover=Cover(HERE),
        ambition=Ambition(HERE),
        partnership=Partnership(HERE),
        visualisation=Visualisation(HERE),
        programme=Programme(HERE),
        annexes=Annexes(HERE),
        data={Section.AMBITION: data},
        prose={Section.AMBITION: prose("c/1-ambition.md", ambition)},
        annex_prose={"annexes/a.md": prose("c/annexes/a.md", annex)} if annex else {},
    )


def found(problems: Iterator[Problem]) -> list[tuple[str, str]]:
    return [(str(problem.place), problem.code) for problem in problems]


def test_a_section_starts_with_its_one_title(reader: MarkdownReader) -> None:
    assert found(check_titles(covenant(reader, "# A\n\ntekst\n"), {})) == []
    assert found(check_titles(covenant(reader, "tekst\n"), {})) == [
        ("c/1-ambition.md:1:1", "prose-title-missing")
    ]
    assert found(check_titles(covenant(reader, ""), {})) == [
        ("c/1-ambition.md:1:1", "prose-title-missing")
    ]
    assert found(check_titles(covenant(reader, "tekst\n\n# A\n"), {})) == [
        ("c/1-ambition.md:3:1", "prose-title-late")
    ]
    assert found(check_titles(covenant(reader, "# A\n\n# B\n"), {})) == [
        ("c/1-ambition.md:3:1", "prose-title-second")
    ]


def test_an_annex_needs_no_title_and_has_one_at_most(reader: MarkdownReader) -> None:
    assert found(check_titles(covenant(reader, "# A\n", annex="tekst\n\n# B\n"), {})) == []
    assert found(check_titles(covenant(reader, "# A\n", annex="# B\n\n# C\n"), {})) == [
        ("c/annexes/a.md:3:1", "prose-title-second")
    ]


def test_levels_go_down_one_by_one_to_the_fourth(reader: MarkdownReader) -> None:
    fine = "# A\n\n## B {#b}\n\n### C\n\n#### D\n\n## E {#e}\n"
    assert found(check_levels(covenant(reader, fine), {})) == []
    wrong = "# A\n\n### B\n\n## C\n\n#### D\n\n##### E\n"
    assert found(check_levels(covenant(reader, wrong), {})) == [
        ("c/1-ambition.md:3:1", "prose-heading-jump"),
        ("c/1-ambition.md:7:1", "prose-heading-jump"),
        ("c/1-ambition.md:9:1", "prose-heading-deep"),
    ]


@pytest.mark.parametrize(
    ("maturity", "severity"),
    [
        ("outline", Severity.HINT),
        ("concrete", Severity.WARNING),
        ("settled", Severity.ERROR),
    ],
)
def test_an_article_without_an_id_weighs_as_its_section_has_grown(
    reader: MarkdownReader, maturity: str, severity: Severity
) -> None:
    text = "# A\n\n## Één *begin*, 2027!\n\n## Los {.unnumbered}\n\n## Goed {#goed}\n"
    (problem,) = check_articles(covenant(reader, text, maturity=maturity), {})
    assert problem.severity is severity
    assert problem.values == {"text": "Één begin, 2027!", "id": "een-begin"}


def test_headings_of_an_annex_are_no_articles(reader: MarkdownReader) -> None:
    assert found(check_articles(covenant(reader, "# A\n", annex="# B\n\n## C\n"), {})) == []


def test_a_generated_block_has_one_place_in_the_whole_covenant(reader: MarkdownReader) -> None:
    block = "::: goals\n:::\n"
    (problem,) = check_markers(covenant(reader, f"# A\n\n{block}", annex=block), {})
    assert str(problem.place) == "c/annexes/a.md:1:1"
    assert problem.values == {"name": "goals", "first": "c/1-ambition.md:3:1"}


def test_codes_say_their_family_and_are_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    assert {code.partition("-")[0] for code in codes} == {"prose", "figure"}
