"""The parts of the office files in another look."""

from __future__ import annotations

import re

from msgspec.structs import replace

from convenant.edges.disk.resource import read_templates
from convenant.model.house_style import LINDE, Scale
from convenant.render.office.style import dressed

THEMED = replace(LINDE, scale=Scale(section=1.6, article=1.3, part=1.2, line=1.5, cell=0.4))


def sizes(part: bytes, pattern: str) -> list[str]:
    return re.findall(pattern, part.decode(), re.DOTALL)


def test_word_takes_the_sizes_of_a_theme() -> None:
    part = dressed(read_templates("word"), THEMED)["styles.xml"]
    heading = r'styleId="Heading%s">.*?<w:sz w:val="(\d+)"/><w:szCs w:val="(\d+)"'
    found = [sizes(part, heading % level)[0] for level in (1, 2, 3, 4)]
    assert found == [("34", "34"), ("27", "27"), ("25", "25"), ("21", "21")]
    assert sizes(part, r'pPrDefault>\s*<w:pPr><w:widowControl/><w:spacing w:line="(\d+)"') == [
        "318"
    ]
    assert sizes(part, r'styleId="TableText">.*?w:before="(\d+)"')[:1] == ["21"]
    assert b'uiPriority w:val="9"' in part


def test_opendocument_takes_the_same() -> None:
    part = dressed(read_templates("odt"), THEMED)["styles.xml"]
    heading = r'style:name="Heading_20_%s".*?fo:font-size="([\d.]+)pt"'
    assert [sizes(part, heading % level)[0] for level in (1, 2, 3)] == ["16.8", "13.7", "12.6"]
    assert sizes(part, r'fo:line-height="(\d+)%" fo:orphans') == ["132"]


def test_a_sheet_keeps_the_sizes_in_which_it_fits() -> None:
    templates = read_templates("word")
    assert dressed(templates, THEMED, sheet=True) == templates
