"""In which article the blocks of the data stand, so that a change can say where it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.locale import N_, voice
from convenant.model.covenant import Covenant
from convenant.model.section import SECTIONS, Section

_PROVISIONS = frozenset(
    ("binding", "amendment", "notice", "unforeseen", "disputes", "law", "confidentiality")
) | frozenset(
    ("liability", "intellectual_property", "public_law_reservation", "publication", "precedence")
)
_BLOCKS = {
    "entry_into_force": "duration",
    "conditions_precedent": "conditions",
    **dict.fromkeys(_PROVISIONS, "provisions"),
}
"""By key of the data the block that prints it, where it is called otherwise."""


def clauses_of(covenant: Covenant) -> Mapping[str, str]:
    """By name of a block, and by place in a value's path, the label of the article it stands in."""
    found: dict[str, str] = {}
    for section in SECTIONS:
        prose = covenant.prose.get(section)
        if prose is None:
            continue
        labels = dict(_labels(covenant, section))
        for name, line in (
            *((marker.name, marker.at.line) for marker in prose.markers),
            *((one.path, one.at.line) for one in prose.placeholders),
        ):
            before = [at for at in labels if at < line]
            if before:
                found.setdefault(name, labels[max(before)])
    return found


def clause_of(clauses: Mapping[str, str], section: Section, steps: tuple[str, ...]) -> str:
    """The article in which a value is printed, by itself or in a block; else nothing."""
    said = clauses.get(".".join((section.key, *steps)))
    if said:
        return said
    first = "funding" if steps[:2] == ("budget", "funding") else steps[0]
    return clauses.get(_BLOCKS.get(first, first.replace("_", "-")), "")


def _labels(covenant: Covenant, wanted: Section) -> Iterator[tuple[int, str]]:
    """By line the labels of the articles in one section; they number on through all of them."""
    speaker, number = voice(covenant.language), 0
    for section in SECTIONS:
        for block in covenant.prose[section].blocks if section in covenant.prose else ():
            if block["t"] != "Header" or block["c"][0] != 2:
                continue
            _, classes, pairs = block["c"][1]
            label = ""
            if "unnumbered" not in classes:
                number = int(dict(pairs).get("number", 0)) or number + 1
                label = speaker.say(N_("Article {number}"), number=number)
            if section is wanted and "at" in block:
                yield block["at"][0], label
