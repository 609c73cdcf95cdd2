from __future__ import annotations

from convenant.plan.clause import clauses_touched

PROSE = "# T\n\n## Doel {#doel}\n\nEen.\n\n## Wie {#wie .x}\n\nTwee.\n"
DATA = """\
maturity: outline
core: Zin.
goals:
  - id: D1
    text: a
  - id: D2
    text: b
    indicators:
      - id: I1
        text: c
values:
  - text: Open
"""


def test_a_sentence_belongs_to_the_article_above_it() -> None:
    assert clauses_touched("1-ambition.md", PROSE, PROSE.replace("Twee", "Drie")) == (
        "1-ambition.md#wie",
    )


def test_a_change_in_two_articles_touches_both() -> None:
    after = PROSE.replace("Twee", "Drie").replace("Een", "Nul")
    assert clauses_touched("1-ambition.md", PROSE, after) == (
        "1-ambition.md#doel",
        "1-ambition.md#wie",
    )


def test_a_key_of_an_item_belongs_to_the_item() -> None:
    assert clauses_touched("x.yaml", DATA, DATA.replace("text: b", "text: z")) == ("x.yaml#D2",)
    assert clauses_touched("x.yaml", DATA, DATA.replace("text: a", "text: z")) == ("x.yaml#D1",)


def test_a_key_at_the_margin_is_a_clause_of_its_own() -> None:
    assert clauses_touched("x.yaml", DATA, DATA.replace("Zin", "Woord")) == ("x.yaml#core",)
    assert clauses_touched("x.yaml", DATA, DATA.replace("Open", "Dicht")) == ("x.yaml#values",)


def test_a_new_item_is_named_by_its_id() -> None:
    after = DATA.replace("values:", "  - id: D3\n    text: n\nvalues:")
    assert clauses_touched("x.yaml", DATA, after) == ("x.yaml#D3",)
