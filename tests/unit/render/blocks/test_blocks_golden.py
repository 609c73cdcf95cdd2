"""Every block of the sample reads as the expected text, in both languages."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from convenant.locale import LANGUAGES, voice
from convenant.model.ast import Node, attr, heading, words
from convenant.model.covenant import Covenant
from convenant.render.blocks import BLOCKS, build_block, signature_page

EXPECTED = Path(__file__).parents[3] / "golden/blocks"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blocks_of_the_sample_read_as_expected(
    language: str, sample: Covenant, plain: Callable[[list[Node]], str]
) -> None:
    blocks: list[Node] = []
    for name in BLOCKS:
        blocks += [heading(2, words(f"::: {name}"), attr())]
        blocks += build_block(name, sample, voice(language))
    blocks += [heading(2, words("signatures"), attr()), *signature_page(sample, voice(language))]
    file = EXPECTED / f"{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(plain(blocks), encoding="utf-8")
    assert plain(blocks) == file.read_text(encoding="utf-8")


def test_every_block_of_the_sample_has_content(sample: Covenant) -> None:
    assert [name for name in BLOCKS if not build_block(name, sample, voice("nl"))] == []
