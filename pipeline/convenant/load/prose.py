"""The boundary between what anyone may write and what is built: every node is made anew.

Nothing of pandoc's tree is passed on as it is. Kinds of nodes, ids, classes, attributes and
targets are let through when `allow_list` names them; what is refused is reported with its place,
and the text inside it is kept where that is safe.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from convenant.load.block import rebuild_blocks
from convenant.load.finding import Findings
from convenant.model.letters import unprintable
from convenant.model.prose import Prose
from convenant.problem import Place, Problem, Severity

_REPORTED = 200
"""Problems of one text; more of them tell nothing new."""


def load_prose(file: str, tree: bytes | Mapping[str, Any]) -> tuple[Prose, tuple[Problem, ...]]:
    """A Markdown file as a safe tree, and everything that was refused in it.

    Args:
        tree: pandoc's, with the places that `sourcepos` gives. Its metadata is not looked at.
    """
    found = Findings(file, rebuild_blocks)
    text = tree.decode() if isinstance(tree, bytes) else ""
    try:
        given = tree if isinstance(tree, Mapping) else msgspec.json.decode(tree)
        blocks = rebuild_blocks(given["blocks"], found)
    except RecursionError:
        return Prose(file), (Problem(Place(file), "prose-deep", Severity.ERROR),)
    problems = sorted(found.problems, key=lambda problem: problem.sort_key)
    prose = Prose(
        file=file,
        blocks=tuple(blocks),
        headings=tuple(found.headings),
        anchors=tuple(found.anchors),
        references=tuple(found.references),
        pictures=tuple(found.pictures),
        markers=tuple(found.markers),
        placeholders=tuple(found.placeholders),
        printable=bool(text) and not unprintable().search(text),
    )
    return prose, tuple(problems[:_REPORTED])
