from __future__ import annotations

import pytest

from convenant.render.numbering import list_mark
from convenant.render.walk import ids_of, nodes_of, text_of
from sample_covenant import PIXEL, build, codes, read, shown

FILES: dict[str, str | bytes | None] = {
    "1-ambition.yaml": "maturity: outline\ngoals:\n  - {id: D1, text: Meer contact}\n",
    "2-partnership.yaml": (
        "maturity: outline\ncontributions:\n"
        "  - {id: c-huis, party: linde, kind: facility, text: Het huis}\n"
        "commitments:\n  - {id: A3, by: linde, text: De Linde opent het huis.}\n"
    ),
    "2-partnership.md": (
        "# Samen\n\n## Overwegingen {#overwegingen .unnumbered}\n\nMet [een plek]{#plek} erin.\n\n"
        "## Inbreng {#inbreng}\n\n1. []{#lid-een} Eén.\n2. []{#lid-twee} Twee.\n\n"
        "### Nader {#nader}\n\nHet [begrip]{#begrip} telt.\n\n"
        "## Punten {#punten}\n\na. []{#punt-a} A.\nb. []{#punt-b} B.\n\n"
        "## Oud {#oud .repealed}\n"
    ),
    "3-visualisation.yaml": (
        "maturity: outline\n"
        "figures:\n  - {id: fig-los, file: figures/los.png, caption: Los, alternative: Los.}\n"
        "scenes:\n  - {id: dinsdag, title: Dinsdag, text: Soep.}\n"
    ),
    "3-visualisation.md": (
        '# Beeld\n\n![Plein](figures/plein.png){#fig-plein alt="Een plein."}\n\n'
        '- Punt\n\n  ![Tuin](figures/plein.png){#fig-tuin alt="Een tuin."}\n\n'
        "::: {.table #tab-x}\n\n| a |\n|---|\n| b |\n\nUren\n\n:::\n\n"
        "::: {.table #tab-kaal}\n\n| a |\n|---|\n| b |\n\n:::\n"
    ),
    "4-programme.yaml": (
        "maturity: outline\nplan:\n  activities: [{id: act1, text: Openen, owner: linde}]\n"
        "governance:\n  bodies: [{id: stuurgroep, name: Stuurgroep}]\n"
    ),
    "5-annexes.yaml": (
        "maturity: outline\nannexes:\n"
        "  - {id: kaart, title: Kaart, file: annexes/kaart.csv}\n"
        "  - {id: regels, title: Huisregels, file: annexes/regels.md}\n"
        "sources:\n  - {id: akkoord, title: Akkoord}\n  - {id: verslag, title: Verslag}\n"
    ),
    "annexes/kaart.csv": "a\n",
    "annexes/regels.md": "# Huisregels\n\n## Stilte {#stilte}\n\nNa tien uur [stil]{#stil}.\n",
    "figures/plein.png": PIXEL,
    "figures/los.png": PIXEL,
}


def said(text: str, language: str = "nl") -> str:
    """How the text of a paragraph in §4 reads, in a covenant that has one of everything."""
    cover = (
        f"schema_version: 2\nlanguage: {language}\ntitle: X\nparties:\n"
        "  - {id: gemeente, name: Gemeente, short: de gemeente}\n  - {id: linde, name: De Linde}\n"
    )
    document = build({**FILES, "covenant.yaml": cover, "4-programme.md": f"# Plan\n\n{text}\n"})
    blocks = shown(document)
    return blocks[blocks.index("Plan") + 1]


def test_the_covenant_of_these_tests_is_sound() -> None:
    found = {c for c in codes(read(FILES)) if not c.startswith("incomplete")}
    assert found == {"annex-no-sum", "figure-unused"}


@pytest.mark.parametrize(
    ("id", "dutch", "english"),
    [
        ("partnership", "paragraaf 2", "section 2"),
        ("inbreng", "artikel 1", "article 1"),
        ("lid-twee", "artikel 1, lid 2", "article 1, paragraph 2"),
        ("punt-b", "artikel 2, onder b", "article 2, point b"),
        ("oud", "artikel 3", "article 3"),
        ("overwegingen", "‘Overwegingen’", "“Overwegingen”"),
        ("nader", "‘Nader’", "“Nader”"),
        ("plek", "paragraaf 2", "section 2"),
        ("begrip", "artikel 1", "article 1"),
        ("fig-plein", "figuur 1", "figure 1"),
        ("fig-tuin", "figuur 2", "figure 2"),
        ("fig-los", "Los", "Los"),
        ("tab-kaal", "paragraaf 3", "section 3"),
        ("kaart", "bijlage 1", "annex 1"),
        ("regels", "bijlage 2", "annex 2"),
        ("stil", "bijlage 2", "annex 2"),
        ("stilte", "‘Stilte’", "“Stilte”"),
        ("D1", "doel D1", "goal D1"),
        ("A3", "afspraak A3", "commitment A3"),
        ("c-huis", "Het huis", "Het huis"),
        ("act1", "Openen", "Openen"),
        ("stuurgroep", "Stuurgroep", "Stuurgroep"),
        ("dinsdag", "Dinsdag", "Dinsdag"),
        ("gemeente", "de gemeente", "de gemeente"),
        ("linde", "De Linde", "De Linde"),
        ("sources", "‘Bronnen’", "“Sources”"),
    ],
)
def test_a_reference_without_words_gets_those_of_its_target(
    id: str, dutch: str, english: str
) -> None:
    assert said(f"Zie [](#{id}).") == f"Zie {dutch}."
    assert said(f"Zie [](#{id}).", "en") == f"Zie {english}."


def test_a_table_is_referred_to_by_the_number_that_it_is_printed_with() -> None:
    document = build({**FILES, "4-programme.md": "# Plan\n\nZie [](#tab-x).\n"})
    number = shown(document)[shown(document).index("Plan") + 1].removeprefix("Zie t")[:-1]
    assert any(text.startswith(f"T{number} Uren") for text in shown(document))


def test_a_link_to_an_annex_becomes_a_reference_to_it() -> None:
    assert said("Zie [](annexes/kaart.csv).") == "Zie bijlage 1."
    assert said("Zie [de kaart](annexes/kaart.csv).") == "Zie de kaart."
    assert said("Zie [](annexes/regels.md).") == "Zie bijlage 2."
    assert said("Zie [de regels](./annexes/regels.md).") == "Zie de regels."
    document = build(
        {**FILES, "4-programme.md": "# P\n\n[a](annexes/regels.md) [b](annexes/x.md)\n"}
    )
    targets = [n["c"][2][0] for n in nodes_of(list(document.blocks)) if n["t"] == "Link"]
    assert "#regels" in targets
    assert not any(target.startswith("annexes/") for target in targets)


def test_a_reference_keeps_words_of_its_own() -> None:
    assert said("Zie [het **tweede** lid](#lid-twee).") == "Zie het tweede lid."


def test_what_is_printed_is_linked_and_what_is_not_is_plain_text() -> None:
    document = build({**FILES, "4-programme.md": "# Plan\n\n[](#inbreng) en [](#fig-los)\n"})
    links = [n["c"][2][0] for n in nodes_of(list(document.blocks)) if n["t"] == "Link"]
    assert "#inbreng" in links
    assert "#fig-los" not in links


def test_every_link_in_a_document_leads_to_a_place_in_it() -> None:
    everything = " ".join(
        f"[](#{id})"
        for id in ("inbreng", "lid-een", "punt-a", "fig-tuin", "tab-kaal", "kaart", "D1", "linde")
    )
    document = build({**FILES, "4-programme.md": f"# Plan\n\n{everything} [](@akkoord)\n"})
    nodes = list(nodes_of(list(document.blocks)))
    targets = {n["c"][2][0] for n in nodes if n["t"] == "Link" and n["c"][2][0][:1] == "#"}
    ids = list(ids_of(list(document.blocks)))
    assert {target[1:] for target in targets} <= set(ids)
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("[](@akkoord)", "[1]"),
        ("[](@verslag)", "[2]"),
        ("[p. 12](@verslag)", "[2, p. 12]"),
        ("[*hoofdstuk* 3](@akkoord)", "[1, hoofdstuk 3]"),
        ("[](@nergens)", "[nergens?]"),
        ("[p. 3](@nergens)", "[nergens?, p. 3]"),
    ],
)
def test_a_citation_is_a_number_in_brackets_with_its_locator(text: str, reads: str) -> None:
    assert said(f"Zie {text}.") == f"Zie {reads}."


def test_a_citation_says_to_a_screen_reader_what_it_is() -> None:
    document = build({**FILES, "4-programme.md": "# Plan\n\n[](@verslag)\n"})
    (cited,) = [
        n for n in nodes_of(list(document.blocks)) if n["t"] == "Link" and "cite" in n["c"][0][1]
    ]
    assert dict(cited["c"][0][2])["title"] == "bron 2"
    assert cited["c"][2][0] == "#verslag"


def test_an_unknown_reference_is_shown_as_a_gap() -> None:
    assert said("Zie [](#nergens).") == "Zie [nergens?]."


def test_an_address_outside_is_left_alone() -> None:
    assert said("Zie [de site](https://example.org/x).") == "Zie de site."


def test_a_reference_in_a_footnote_and_in_a_heading_is_filled_in() -> None:
    document = build(
        {**FILES, "4-programme.md": "# Over [](#D1)\n\nX[^1].\n\n[^1]: Zie [](#lid-een).\n"}
    )
    assert "Over doel D1" in shown(document)
    (note,) = [n for n in nodes_of(list(document.blocks)) if n["t"] == "Note"]
    assert text_of(note["c"]) == "Zie artikel 1, lid 1."


@pytest.mark.parametrize(
    ("number", "style", "mark"),
    [
        (2, "Decimal", "2"),
        (1, "LowerAlpha", "a"),
        (26, "LowerAlpha", "z"),
        (27, "LowerAlpha", "aa"),
        (53, "UpperAlpha", "BA"),
        (4, "LowerRoman", "iv"),
        (1999, "UpperRoman", "MCMXCIX"),
        (0, "LowerAlpha", "0"),
    ],
)
def test_the_mark_of_an_item_is_the_one_that_its_list_shows(
    number: int, style: str, mark: str
) -> None:
    assert list_mark(number, style) == mark


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("[](#inbreng) geldt.", "Artikel 1 geldt."),
        ("[]{#hier} [](#inbreng) geldt, en [](#oud).", "Artikel 1 geldt, en artikel 3."),
        ("Dat is zo. [](#inbreng) geldt.", "Dat is zo. Artikel 1 geldt."),
        ("(Is dat zo?) [](#inbreng) geldt.", "(Is dat zo?) Artikel 1 geldt."),
        ("Zie o.a. [](#inbreng), vgl. [](#oud).", "Zie o.a. artikel 1, vgl. artikel 3."),
        ("**[](#gemeente)** betaalt.", "De gemeente betaalt."),
        ("[dit](#inbreng) geldt.", "dit geldt."),
    ],
)
def test_a_reference_that_starts_a_sentence_has_a_capital(text: str, reads: str) -> None:
    assert said(text).strip() == reads


def test_items_after_a_colon_go_on_with_its_sentence() -> None:
    text = "# Plan\n\nLees:\n\n- [](#inbreng);\n\nVerder.\n\n- [](#oud) vervalt.\n"
    items = shown(build({**FILES, "4-programme.md": text}))
    assert "artikel 1;" in items
    assert "Artikel 3 vervalt." in items
