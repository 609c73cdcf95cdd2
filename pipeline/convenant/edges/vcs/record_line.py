"""The versions of the main line that changed what was said about a covenant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from convenant.edges.vcs.commit import open_repository
from convenant.model.access import Access
from convenant.model.record_line import RecordStep

if TYPE_CHECKING:
    from git import Commit, Tree

FOLDERS = ("consents", "reviews", "signatures")


def read_record_line(
    root: Path, slug: str, ref: str, parse: Callable[[bytes | None], Access]
) -> Sequence[RecordStep]:
    """Each change of records up to a version, oldest first.

    What entered together, as a proposal does, is one step.

    Args:
        parse: makes roles of the bytes of `access.yaml`; a pure function of the package `load`.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """
    with open_repository(root) as repo:
        top = Path(str(repo.working_tree_dir)).resolve()
        inside = root.resolve().relative_to(top).as_posix()
        prefix = "" if inside == "." else f"{inside}/"
        paths = [f"{prefix}covenants/{slug}/{folder}" for folder in FOLDERS]
        found = list(repo.iter_commits(ref, paths=paths, first_parent=True))
        return [_step(commit, prefix, slug, parse) for commit in reversed(found)]


def _step(
    commit: Commit, prefix: str, slug: str, parse: Callable[[bytes | None], Access]
) -> RecordStep:
    earlier = commit.parents[0] if commit.parents else None
    # The very first version brings its own roles: there is none before it.
    roles = _file((earlier or commit).tree, f"{prefix}access.yaml")
    folder = f"{prefix}covenants/{slug}"
    return RecordStep(
        commit.hexsha,
        datetime.fromtimestamp(commit.committed_date, UTC).date().isoformat(),
        _records(earlier.tree, folder) if earlier else {},
        _records(commit.tree, folder),
        None if roles is None else parse(roles),
    )


def _records(tree: Tree, folder: str) -> dict[str, bytes]:
    found = {}
    for name in FOLDERS:
        try:
            below = tree / f"{folder}/{name}"
        except KeyError:
            continue
        for blob in below.blobs if below.type == "tree" else ():
            found[f"{name}/{blob.name}"] = bytes(blob.data_stream.read())
    return found


def _file(tree: Tree, path: str) -> bytes | None:
    try:
        blob = tree / path
    except KeyError:
        return None
    return bytes(blob.data_stream.read()) if blob.type == "blob" else None
