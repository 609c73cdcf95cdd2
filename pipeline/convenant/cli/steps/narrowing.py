"""Only what differs: the cost of a check of a proposal follows the proposal."""

from __future__ import annotations

import re

from msgspec.structs import replace

from convenant.cli.steps.selection import Selection
from convenant.edges.vcs.place import changed_below

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def narrow(selection: Selection, since: str) -> Selection:
    """The covenants whose folders differ from a version in any byte.

    Only the full id of a version narrows: another name, such as v0.3, is another version for each
    covenant.

    Raises:
        ConvenantError: when Git will not tell.
    """
    if not _COMMIT.fullmatch(since):
        return selection
    changed = changed_below(selection.root, since, "covenants")
    if changed is None:
        return selection
    slugs = {path.partition("/")[0] for path in changed}
    kept = tuple(folder for folder in selection.folders if folder.name in slugs)
    return replace(selection, folders=kept, whole=selection.whole and kept == selection.folders)
