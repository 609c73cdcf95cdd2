from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from msgspec.structs import replace

from convenant.check.reference import _HOME, KINDS
from convenant.check.registry import check_covenant
from convenant.model.annotation import Schema
from convenant.problem import Problem, Severity, Term
from sample_covenant import SCHEMAS, codes, read

GOALS = "maturity: outline\ngoals:\n  - {id: D1, text: Meer contact}\n"
TEXT = "# Ambitie\n\n## Inbreng {#inbreng}\n\n1. []{#lid-een} Eén.\n\nZie "

Ends = Callable[[], AbstractContextManager[None]]


def found(files: dict[str, str | bytes | None], code: str) -> list[Problem]:
    return [problem for problem in read(files).problems if problem.code == code]


def test_an_id_in_the_text_and_in_the_data_is_used_twice() -> None:
    files = {"1-ambition.yaml": GOALS, "1-ambition.md": "# A\n\n## Doel {#D1}\n"}
    (problem,) = found(files, "reference-double-id")
    assert str(problem.place) == "covenants/buurtkamer/1-ambition.md:3:1"
    assert problem.values["first"] == "covenants/buurtkamer/1-ambition.yaml:3:10"


def test_the_second_and_the_third_of_equal_ids_are_told() -> None:
    goals = "goals:\n  - {id: D1}\n  - {id: D1}\n  - {id: D1}\n"
    problems = found({"1-ambition.yaml": goals}, "reference-double-id")
    assert [problem.place.line for problem in problems] == [3, 4]


@pytest.mark.parametrize("second", ["D1", "d1"])
def test_capitals_make_no_other_id(second: str) -> None:
    text = f"# A\n\n## Een {{#D1}}\n\n## Twee {{#{second}}}\n"
    (problem,) = found({"1-ambition.md": text}, "reference-double-id")
    assert (problem.place.line, problem.values["id"]) == (5, second)


SOURCES = "sources:\n  - {id: akkoord, title: Akkoord}\n"


@pytest.mark.parametrize("id", ["partnership", "sources", "signatures"])
def test_an_id_that_the_document_gives_itself_is_taken(id: str) -> None:
    goals = f"goals:\n  - {{id: {id}, text: Meer}}\n"
    files = {"1-ambition.yaml": goals, "5-annexes.yaml": SOURCES}
    assert codes(read(files), "reference") == ["reference-taken-id"]


@pytest.mark.parametrize("id", ["partnership", "sources", "signatures"])
def test_an_id_that_the_document_gives_itself_can_be_referred_to(id: str) -> None:
    files = {"1-ambition.md": f"# A\n\n[](#{id})\n", "5-annexes.yaml": SOURCES}
    assert codes(read(files), "reference") == []


def test_the_name_of_a_section_with_an_id_of_its_own_leads_nowhere() -> None:
    files = {"1-ambition.md": "# A\n\n[](#partnership)\n", "2-partnership.md": "# B {#samen}\n"}
    assert codes(read(files), "reference") == ["reference-text"]


def test_a_section_may_carry_its_own_name() -> None:
    assert codes(read({"2-partnership.md": "# Samen {#partnership}\n"}), "reference") == []


def test_a_figure_has_one_id_in_the_text_and_in_the_register() -> None:
    files = {
        "3-visualisation.yaml": "figures:\n  - {id: fig-a, file: figures/a.png, alternative: A}\n",
        "3-visualisation.md": "# B\n\n![A](figures/a.png){#fig-a}\n",
    }
    assert codes(read(files), "reference") == []


def test_a_figure_of_the_register_that_is_shown_twice_has_its_id_twice() -> None:
    files = {
        "3-visualisation.yaml": "figures:\n  - {id: fig-a, file: figures/a.png, alternative: A}\n",
        "3-visualisation.md": (
            "# B\n\n![A](figures/a.png){#fig-a}\n\n## C {#c}\n\n![A](figures/a.png){#fig-a}\n"
        ),
    }
    (problem,) = found(files, "reference-double-id")
    assert problem.place.line == 7


def test_a_covenant_that_nobody_signs_has_no_signatures_to_refer_to() -> None:
    cover = "schema_version: 2\ntitle: X\nparties:\n  - {id: a, name: A, role: observer}\n"
    files = {"covenant.yaml": cover, "1-ambition.md": "# A\n\n[](#signatures)\n"}
    assert codes(read(files), "reference") == ["reference-text"]


def test_a_link_to_an_annex_that_is_not_there_comes_with_the_files_that_are() -> None:
    files = {
        "annexes/regels vast.md": "# R\n",
        "1-ambition.md": "# A\n\n[a](annexes/regels%20vast.md) [b](annexes/regels.md)\n",
    }
    (problem,) = found(files, "reference-annex")
    assert problem.place.column == 31
    assert problem.values == {"file": "annexes/regels.md", "choices": "annexes/regels vast.md"}


def test_thousands_of_unknown_names_do_not_hang_the_check(ends: Ends) -> None:
    text = "# A\n\n" + "\n\n".join(
        f"[]{{#naam-van-{n}}} [a](#onbekend-{n}) {{{{ covenant.naam-{n} }}}}" for n in range(3_000)
    )
    reading = read({"1-ambition.md": text})
    with ends():
        problems = list(check_covenant(reading.covenant, SCHEMAS))
    assert len([p for p in problems if p.code == "reference-text"]) == 3_000


@pytest.mark.parametrize(
    ("target", "hint"),
    [("inbrenk", "inbreng"), ("lid-eeen", "lid-een"), ("d1", "D1"), ("zzzz", None)],
)
def test_an_unknown_reference_comes_with_the_nearest_ids(target: str, hint: str | None) -> None:
    files = {"1-ambition.yaml": GOALS, "1-ambition.md": f"{TEXT}[](#{target}).\n"}
    (problem,) = found(files, "reference-text")
    assert (problem.place.line, problem.place.column) == (7, 5)
    assert problem.values["id"] == target
    if hint:
        assert hint in problem.values["choices"]


def test_few_choices_are_all_named_and_many_are_not() -> None:
    (problem,) = found({"1-ambition.md": "# A\n\n[](@zzzz)\n"}, "reference-source")
    assert problem.values["choices"] == ""
    sources = "sources:\n  - {id: a, title: A}\n  - {id: b, title: B}\n"
    files = {"1-ambition.md": "# A\n\n[](@zzzz)\n", "5-annexes.yaml": sources}
    (problem,) = found(files, "reference-source")
    assert problem.values["choices"] == "a, b"


def test_a_party_that_is_none_and_another_thing_that_is_none_have_their_own_rules() -> None:
    files = {
        "2-partnership.yaml": "commitments:\n  - {id: A1, by: lindde, text: x}\n",
        "4-programme.yaml": (
            "plan:\n  phases: [{id: f1, name: F}]\n"
            "  activities: [{id: act1, text: x, owner: linde, phase: f9}]\n"
        ),
    }
    (party,) = found(files, "reference-party")
    assert party.values["choices"] == "linde"
    (phase,) = found(files, "reference-data")
    assert phase.values["kind"] == "phase"
    assert isinstance(phase.values["kind"], Term)
    assert phase.values["file"] == "4-programme.yaml"
    assert phase.values["choices"] == "f1"


def test_a_party_is_no_goal() -> None:
    files = {"2-partnership.yaml": "commitments:\n  - {id: A1, by: D1, text: x}\n",
             "1-ambition.yaml": GOALS}  # fmt: skip
    assert len(found(files, "reference-party")) == 1


def test_references_in_annexes_and_footnotes_are_looked_at_too() -> None:
    files = {
        "5-annexes.yaml": "annexes:\n  - {id: regels, title: R, file: annexes/regels.md}\n",
        "annexes/regels.md": "# R\n\n{{ covenant.town }} [](#weg)[^1]\n\n[^1]: [](@weg)\n",
    }
    assert sorted(codes(read(files), "reference")) == [
        "reference-source",
        "reference-text",
        "reference-value",
    ]


def test_a_value_comes_with_at_most_three_near_paths() -> None:
    (problem,) = found({"1-ambition.md": "# A\n\n{{ covenant.titel }}\n"}, "reference-value")
    assert "covenant.title" in problem.values["choices"]
    assert len(problem.values["choices"].split(", ")) <= 3
    assert problem.severity is Severity.ERROR


def test_every_kind_that_a_schema_refers_to_has_a_word_and_a_home() -> None:
    kinds = {kind for schema in SCHEMAS.values() for kind in _referred(schema)}
    assert {kind[0] for kind in kinds} <= set(KINDS) & set(_HOME)


def test_a_covenant_without_data_has_nothing_to_refer_wrongly_to() -> None:
    reading = read({"covenant.yaml": "parties: [\n"})
    assert replace(reading.covenant).cover.parties == ()
    assert "reference-party" not in codes(reading)


def _referred(schema: Schema) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    if isinstance(schema, dict):
        if named := schema.get("x-refers-to"):
            found.add((named,) if isinstance(named, str) else tuple(named))
        for inner in schema.values():
            found |= _referred(inner)
    elif isinstance(schema, list):
        for inner in schema:
            found |= _referred(inner)
    return found
