"""Words are mended where a finding stands, and only when they are still there."""

from __future__ import annotations

from convenant.plan.mend.words import mend_words
from convenant.problem import Place, Problem, Severity


def finding(code: str, line: int, column: int, **values: str) -> Problem:
    return Problem(Place("a.md", line, column), code, Severity.HINT, values)


def test_several_words_of_one_line_are_mended_from_the_end() -> None:
    found = [
        finding("term-capital", 1, 4, text="Gast", term="gast"),
        finding("money-written", 1, 17, text="€5000,-", better="€ 5.000"),
    ]
    text = "De Gast betaalt €5000,- aan de Gast.\n"
    assert mend_words(text, found, set()) == "De gast betaalt € 5.000 aan de Gast.\n"


def test_words_that_are_no_longer_there_stay() -> None:
    found = [finding("term-capital", 1, 9, text="Gast", term="gast")]
    assert mend_words("De Gast.\n", found, set()) == "De Gast.\n"


def test_an_article_gets_an_id_of_its_own() -> None:
    found = [finding("prose-article-id", line, 1, id="inbreng") for line in (1, 2, 3)]
    taken = {"inbreng"}
    assert mend_words("## Inbreng\n## Inbreng {.repealed}\nInbreng\n", found, taken) == (
        "## Inbreng {#inbreng-3}\n## Inbreng {#inbreng-2 .repealed}\nInbreng\n"
    )
    assert taken == {"inbreng", "inbreng-2", "inbreng-3"}
