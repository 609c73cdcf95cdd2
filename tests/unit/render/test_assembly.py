from __future__ import annotations

import copy

import pytest

from convenant.model.document import Document, Stamp, Status
from convenant.model.section import Section
from convenant.render.assembly import Edition, assemble
from convenant.render.blocks import BLOCKS
from convenant.render.walk import nodes_of, text_of
from sample_covenant import PIXEL, SCHEMAS, build, headings, read, shown

FINAL = Stamp("v1.0.0", Status.FINAL)
AMBITION = """\
maturity: outline
challenge: {problem: Eenzaamheid}
goals:
  - {id: D1, text: Meer contact}
values:
  - {text: Warm}
"""
ANNEXES = """\
maturity: outline
definitions:
  - {term: buur, meaning: Wie hier woont.}
duration: {kind: fixed, start: 2027-01-01, end: 2028-12-31}
signals:
  - {id: personal_data, answer: unknown}
annexes:
  - {id: kaart, title: Kaart, file: annexes/kaart.csv}
  - {id: regels, title: Huisregels, file: annexes/regels.md}
sources:
  - {id: akkoord, title: Akkoord}
"""
RULES = "# Een andere titel\n\nRustig aan.\n\n## Stilte {#stilte}\n\n1. []{#stil} Na tien uur.\n"
FILES: dict[str, str | bytes | None] = {
    "1-ambition.yaml": AMBITION,
    "5-annexes.yaml": ANNEXES,
    "annexes/kaart.csv": "a\n",
    "annexes/regels.md": RULES,
}


def generated(document: Document) -> list[str]:
    """Names of the generated blocks in the order of the document, at any depth."""
    divs = [n["c"][0][1] for n in nodes_of(list(document.blocks)) if n["t"] == "Div"]
    return [classes[1] for classes in divs if classes[:1] == ["generated"]]


def order(document: Document) -> list[str]:
    """Titles and names of generated blocks, as they come."""
    found = []
    for block in document.blocks:
        if block["t"] == "Header":
            found.append(text_of(block["c"][2]))
        elif block["t"] == "Div" and "generated" in block["c"][0][1]:
            found.append(f"<{block['c'][0][1][1]}>")
    return found


def test_sections_come_in_order_and_sources_close_the_document() -> None:
    assert order(build(FILES)) == [
        "Maatschappelijke ambitie",
        "<challenge>",
        "<goals>",
        "<values>",
        "Samenwerkingsverband",
        "<parties>",
        "Visualisatie van de realisatie",
        "Programma-opzet en organisatie",
        "Bijlagen en juridische bepalingen",
        "<definitions>",
        "<duration>",
        "<signals>",
        "<annexes>",
        "Ondertekening",
        "<signatures>",
        "Huisregels",
        "Stilte",
        "Bronnen",
        "<sources>",
    ]


def test_a_block_stands_where_its_marker_is_and_only_there() -> None:
    text = "# Ambitie\n\nVooraf.\n\n::: values\n:::\n\nDaarna.\n"
    document = build({**FILES, "1-ambition.md": text})
    assert order(document)[:4] == ["Ambitie", "<values>", "<challenge>", "<goals>"]
    assert generated(document).count("values") == 1
    blocks = shown(document)
    assert blocks.index("Vooraf.") < blocks.index("Daarna.")


def test_a_marker_may_stand_in_another_section() -> None:
    document = build({**FILES, "4-programme.md": "# Plan\n\n::: goals\n:::\n"})
    assert order(document)[order(document).index("Plan") + 1] == "<goals>"
    assert generated(document).count("goals") == 1


def test_a_marker_in_an_annex_is_filled_there() -> None:
    document = build({**FILES, "annexes/regels.md": "# Regels\n\n::: goals\n:::\n"})
    assert order(document)[order(document).index("Huisregels") + 1] == "<goals>"
    assert generated(document).count("goals") == 1


def test_the_marker_of_the_sources_moves_nothing() -> None:
    document = build({**FILES, "5-annexes.md": "# Bijlagen\n\n::: sources\n:::\n"})
    assert order(document)[-1] == "<sources>"
    assert generated(document).count("sources") == 1


def test_a_marker_without_data_leaves_nothing() -> None:
    document = build({**FILES, "4-programme.md": "# Plan\n\n::: budget\n:::\n"})
    assert "budget" not in generated(document)
    assert not [n for n in nodes_of(list(document.blocks)) if _is_marker(n)]


@pytest.mark.parametrize("name", [name for name in BLOCKS if name != "sources"])
def test_no_marker_is_left_in_the_document(name: str) -> None:
    document = build({**FILES, "4-programme.md": f"# Plan\n\n::: {name}\n:::\n"})
    assert not [n for n in nodes_of(list(document.blocks)) if _is_marker(n)]


@pytest.mark.parametrize(
    ("status", "there"),
    [
        (Status.WORKING, True),
        (Status.CONCEPT, True),
        (Status.TO_SIGN, False),
        (Status.FINAL, False),
    ],
)
@pytest.mark.parametrize("text", ["# Bijlagen\n", "# Bijlagen\n\n::: signals\n:::\n"])
def test_signals_and_open_points_are_for_those_who_still_draft(
    status: Status, there: bool, text: str
) -> None:
    points = {Section.AMBITION: ["Nog geen “kernzin”"]}
    document = build({**FILES, "5-annexes.md": text}, Stamp("v1.0", status), points)
    assert ("signals" in generated(document)) is there
    assert ("open-points" in generated(document)) is there
    assert any("Nog geen “kernzin”" in block for block in shown(document)) is there


def test_open_points_stand_at_the_end_of_their_section() -> None:
    document = build(FILES, points={Section.AMBITION: ["Een", "Twee"]})
    blocks = order(document)
    assert blocks[blocks.index("Samenwerkingsverband") - 1] == "<open-points>"


def test_a_markdown_annex_is_printed_under_its_title_in_the_register() -> None:
    found = headings(build(FILES))
    assert ("Bijlage 2", "Huisregels") in found
    assert "Een andere titel" not in [text for _, text in found]


def test_an_annex_has_no_articles_and_no_members() -> None:
    document = build({**FILES, "1-ambition.md": "# A\n\n## Een {#een}\n\n[](#stil)\n"})
    assert ("", "Stilte") in headings(document)
    assert [label for label, _ in headings(document) if label.startswith("Artikel")] == [
        "Artikel 1"
    ]
    assert "Bijlage 2" in shown(document)


def test_an_annex_that_is_a_file_is_listed_and_not_printed() -> None:
    document = build(FILES)
    assert "Kaart" not in [text for _, text in headings(document)]
    (listed,) = [b for b in document.blocks if b["t"] == "Div" and "annexes" in b["c"][0][1]]
    assert "Bijlage 1" in text_of([listed])
    assert "kaart.csv" in text_of([listed])


def test_an_annex_without_a_title_is_called_by_its_file() -> None:
    register = "maturity: outline\nannexes:\n  - {id: regels, file: annexes/regels.md}\n"
    document = build({**FILES, "5-annexes.yaml": register})
    assert ("Bijlage 1", "annexes/regels.md") in headings(document)


@pytest.mark.parametrize("text", [None, "", "Alleen een zin.\n", "#\n\nAlleen een zin.\n"])
@pytest.mark.parametrize(
    ("language", "title"), [("nl", "Programma-opzet en organisatie"), ("en", None)]
)
def test_a_section_without_a_heading_gets_its_usual_title(
    text: str | None, language: str, title: str | None
) -> None:
    cover = f"schema_version: 2\nlanguage: {language}\ntitle: X\n"
    document = build({"4-programme.md": text, "covenant.yaml": cover})
    assert (("4", title or "Programme and organisation")) in headings(document)
    assert ("Alleen een zin." in shown(document)) is ("zin" in (text or ""))


def test_a_covenant_of_which_nothing_can_be_read_is_still_a_document() -> None:
    names = [f"{section.value}.{kind}" for section in Section for kind in ("md", "yaml")]
    document = build(dict.fromkeys(names))
    assert document.title == "buurtkamer"
    assert document.language == "nl"
    assert [label for label, _ in headings(document)] == ["1", "2", "3", "4", "5"]


def test_articles_number_on_and_a_repealed_one_keeps_its_number() -> None:
    document = build(
        {
            "1-ambition.md": "# A\n\n## Een {#een}\n\n## Weg {#weg .repealed}\n",
            "2-partnership.md": "# B\n\n## Vooraf {#vooraf .unnumbered}\n\n## Drie {#drie}\n",
        }
    )
    assert [h for h in headings(document) if h[0].startswith("Artikel")] == [
        ("Artikel 1", "Een"),
        ("Artikel 2", "Weg (vervallen)"),
        ("Artikel 3", "Drie"),
    ]


IMAGES: dict[str, str | bytes | None] = {
    "3-visualisation.yaml": (
        "maturity: outline\nfigures:\n"
        "  - {id: plein, file: figures/plein.png, caption: Plein, alternative: Een plein.}\n"
    ),
    "figures/plein.png": PIXEL,
    "figures/los.png": PIXEL,
}


def images(document: Document) -> list[tuple[str, str]]:
    """Target and alternative text of every image."""
    nodes = [n["c"] for n in nodes_of(list(document.blocks)) if n["t"] == "Image"]
    return [(target, dict(pairs)["alt"]) for (_, _, pairs), _, (target, _) in nodes]


@pytest.mark.parametrize(
    ("attributes", "alternative"),
    [("", "Een plein."), ('{alt="Bomen."}', "Bomen."), ('{#fig-x alt="Bomen."}', "Bomen.")],
)
def test_the_alternative_text_is_the_authors_or_that_of_the_register(
    attributes: str, alternative: str
) -> None:
    text = f"# Beeld\n\n![Het plein](figures/plein.png){attributes}\n"
    document = build({**IMAGES, "3-visualisation.md": text})
    ((target, said),) = images(document)
    assert said == alternative
    assert document.images[target].data == PIXEL
    assert "Figuur 1 Het plein" in shown(document, "Figure")[0]


def test_an_image_in_a_link_and_in_a_line_is_named_as_well() -> None:
    text = (
        "# Beeld\n\n## Een {#een}\n\nZie [![x](figures/los.png){alt=L}](#een) en "
        "![y](figures/plein.png) hier.\n"
    )
    document = build({**IMAGES, "3-visualisation.md": text})
    assert {target for target, _ in images(document)} == set(document.images)
    assert [alternative for _, alternative in images(document)] == ["L", "Een plein."]


def test_only_images_that_are_shown_are_in_the_document() -> None:
    document = build({**IMAGES, "3-visualisation.md": "# Beeld\n"})
    assert document.images == {}


def test_a_missing_image_is_no_image_of_the_document() -> None:
    document = build({**IMAGES, "3-visualisation.md": "# B\n\n![x](figures/weg.png){alt=Weg}\n"})
    assert document.images == {}


def test_the_cover_is_that_of_the_covenant() -> None:
    cover = (
        "schema_version: 2\nlanguage: en\ntitle: Kitchen\nsubtitle: Eat\n"
        "citation_title: The Kitchen\nparties:\n  - {id: a, name: A}\n"
    )
    document = build({"covenant.yaml": cover}, FINAL)
    assert (document.title, document.subtitle) == ("Kitchen", "Eat")
    assert document.citation_title == "The Kitchen"
    assert [party.id for party in document.parties] == ["a"]
    assert document.language == "en"
    assert document.stamp is FINAL
    assert document.short_digest == "0000 0000 0000"


def test_assembling_leaves_the_covenant_as_it_was() -> None:
    covenant = read(FILES).covenant
    before = copy.deepcopy(covenant)
    assemble(covenant, Edition(FINAL, "0" * 64, SCHEMAS, {}))
    assert covenant == before


def _is_marker(node: dict[str, object]) -> bool:
    return node["t"] == "Div" and "block" in node["c"][0][1]  # type: ignore[index]
