"""The digest is what `docs/digest.md` says, here and in a second implementation."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from vectors import CASES, HERE, PAGE, TITLE, section, sources  # noqa: E402

from convenant.plan.digest import canonical_form, canonical_json, digest_covenant  # noqa: E402
from independent_digest import digests, forms  # noqa: E402
from sample_covenant import ROOT, SCHEMAS, given, read, read_example  # noqa: E402

EXAMPLES = sorted(folder.name for folder in (ROOT / "covenants").iterdir())


def expected(case: str) -> dict[str, str]:
    lines = (HERE / case / "digests.txt").read_text("utf-8").splitlines()
    return {part: digest for digest, part in (line.split("  ") for line in lines)}


def canonical(case: str) -> dict[str, str]:
    lines = (HERE / case / "canonical.txt").read_text("utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@pytest.mark.parametrize("case", CASES)
def test_a_vector_has_its_canonical_form_and_its_digests(case: str) -> None:
    covenant = read(sources(case), alone=True).covenant
    said = {p.key: canonical_json(f) for p, f in canonical_form(covenant, SCHEMAS).items()}
    assert said == canonical(case)
    digest = digest_covenant(covenant, SCHEMAS)
    found = {"whole": digest.whole, **{p.key: d for p, d in digest.sections.items()}}
    assert found == expected(case)


@pytest.mark.parametrize("case", CASES)
def test_another_implementation_finds_the_same_for_a_vector(case: str) -> None:
    covenant = given(read(sources(case), alone=True))
    assert forms(covenant, SCHEMAS) == canonical(case)
    assert digests(covenant, SCHEMAS) == expected(case)


@pytest.mark.parametrize("slug", EXAMPLES)
def test_another_implementation_finds_the_same_for_an_example(slug: str) -> None:
    reading = read_example(slug)
    ours = digest_covenant(reading.covenant, SCHEMAS)
    theirs = digests(given(reading), SCHEMAS)
    assert {part.key: digest for part, digest in ours.sections.items()} == {
        part: digest for part, digest in theirs.items() if part != "whole"
    }
    assert ours.whole == theirs["whole"]


def test_every_vector_is_named() -> None:
    assert {entry.name for entry in HERE.iterdir() if (entry / "digests.txt").exists()} == set(
        CASES
    )


def test_the_page_prints_the_vectors_as_they_are() -> None:
    _, title, rest = PAGE.read_text("utf-8").partition(TITLE)
    assert title + rest == section()
