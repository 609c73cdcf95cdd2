"""What the register says of a picture stands below it, once and in the document's language."""

from __future__ import annotations

import pytest

from convenant.render.walk import ids_of, nodes_of, text_of
from sample_covenant import PIXEL, build, shown

REGISTER = """maturity: outline
figures:
  - id: fig-plein
    file: figures/plein.png
    caption: Het plein
    alternative: Bankjes rond de boom.
    source: Bureau Zuid
    licence: CC BY 4.0
    description: |
      Links staat de boom.

      Rechts ligt de speeltuin.
"""


def printed(text: str, register: str = REGISTER, **files: str) -> list[str]:
    return shown(
        build(
            {
                "3-visualisation.yaml": register,
                "3-visualisation.md": f"# Beeld\n\n{text}\n",
                "figures/plein.png": PIXEL,
                **files,
            }
        )
    )


def test_caption_source_licence_and_description_stand_below_the_picture() -> None:
    blocks = printed("![](figures/plein.png)")
    at = next(n for n, block in enumerate(blocks) if "Het plein" in block)
    assert blocks[at + 1] == "Bron: Bureau Zuid · Licentie: CC BY 4.0"
    assert blocks[at + 2] == "Beschrijving: Links staat de boom."
    assert blocks[at + 3] == "Rechts ligt de speeltuin."


def test_a_caption_of_the_text_comes_first() -> None:
    blocks = printed("![Ons plein](figures/plein.png)")
    assert any("Ons plein" in block for block in blocks)
    assert not any("Het plein" in block for block in blocks)


def test_a_second_use_has_its_credit_and_no_second_description() -> None:
    blocks = printed("![](figures/plein.png)\n\nNogmaals:\n\n![](figures/plein.png)")
    assert blocks.count("Bron: Bureau Zuid · Licentie: CC BY 4.0") == 2
    assert blocks.count("Beschrijving: Links staat de boom.") == 1


def test_a_picture_about_which_nothing_is_said_has_no_lines_below_it() -> None:
    bare = "maturity: outline\nfigures:\n  - {id: fig-plein, file: figures/plein.png}\n"
    blocks = printed("![](figures/plein.png)\n\nNa het beeld.", bare)
    at = next(n for n, block in enumerate(blocks) if block == "Na het beeld.")
    assert not blocks[at - 1].startswith(("Bron", "Licentie", "Beschrijving"))


@pytest.mark.parametrize(("id", "target"), [("", "fig-plein"), ("{#fig-ons}", "fig-ons")])
def test_a_scene_leads_to_its_figure(id: str, target: str) -> None:
    scene = "scenes:\n  - {id: dinsdag, title: Dinsdag, text: Soep., figure: fig-plein}\n"
    document = build(
        {
            "3-visualisation.yaml": REGISTER + scene,
            "3-visualisation.md": f"# Beeld\n\n![](figures/plein.png){id}\n",
            "figures/plein.png": PIXEL,
        }
    )
    (link,) = [n for n in nodes_of(list(document.blocks)) if n["t"] == "Link"]
    assert (link["c"][2][0], text_of(link)) == (f"#{target}", "figuur 1")
    assert target in ids_of(list(document.blocks))


def test_a_scene_leads_to_no_figure_that_is_not_shown() -> None:
    scene = "scenes:\n  - {id: dinsdag, title: Dinsdag, text: Soep., figure: fig-plein}\n"
    assert not any("Zie" in block for block in printed("Geen beeld.", REGISTER + scene))


def test_it_is_said_in_the_language_of_the_covenant() -> None:
    cover = "schema_version: 2\nlanguage: en\ntitle: The Square\n"
    blocks = printed("![](figures/plein.png)", **{"covenant.yaml": cover})
    assert "Source: Bureau Zuid · Licence: CC BY 4.0" in blocks
