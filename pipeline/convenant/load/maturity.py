"""How far the sections of a covenant have grown, read at a glance."""

from __future__ import annotations

from collections.abc import Mapping

from convenant.model.section import SECTIONS, Maturity


def maturity_of(files: Mapping[str, bytes]) -> dict[int, Maturity]:
    """How far each section has grown, by its number.

    Args:
        files: a covenant's files by path from its folder.
    """
    found = {}
    for section in SECTIONS:
        lines = files.get(section.data_file, b"").decode("utf-8", "replace").split("\n")
        said = next((line for line in lines if line.startswith("maturity:")), "")
        word = said.partition(":")[2].partition("#")[0].strip().strip("\"'")
        known = {m.value for m in Maturity}
        found[section.number] = Maturity(word) if word in known else Maturity.OUTLINE
    return found
