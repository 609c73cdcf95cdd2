"""The branch `convenant/records`: one file an event, only ever added to, the same in every clone.

Two clones that wrote at the same time hold different files; together they hold both. So records
never clash, and what somebody takes away comes back from the next clone that still has it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from convenant.edges.vcs.read import list_tree, read_blobs
from convenant.edges.vcs.repository import ORIGIN, RECORDS_BRANCH, GitSaidNo, Repository
from convenant.edges.vcs.write import RefMoved, Signature, Writer, move_refs, signature

LOCAL = f"refs/heads/{RECORDS_BRANCH}"
REMOTE = f"refs/remotes/{ORIGIN}/{RECORDS_BRANCH}"
_TRIES = 20
_LIMIT = 64_000


def read_moments(repository: Repository, slug: str) -> tuple[str, ...]:
    """The times in the names of a covenant's records as they are now: `20270301T120000Z`."""
    refs = repository.refs()
    tips = {refs[name] for name in (REMOTE, LOCAL) if name in refs}
    leaves = (leaf for tip in tips for leaf in list_tree(repository, tip, slug))
    return tuple(leaf.path.partition("-")[0] for leaf in leaves)


def read_records(
    repository: Repository, refs: Mapping[str, str], slug: str = ""
) -> dict[str, bytes]:
    """Every record by its path, of one covenant or of all; ours and those of the others."""
    ids: dict[str, str] = {}
    tips = {refs[name] for name in (REMOTE, LOCAL) if name in refs}
    for tip in sorted(tips):
        prefix = f"{slug}/" if slug else ""
        for leaf in list_tree(repository, tip, slug):
            if not leaf.is_link:
                ids[f"{prefix}{leaf.path}"] = leaf.id
    data = read_blobs(repository, ids.values(), _LIMIT)
    return {path: data[id] for path, id in sorted(ids.items()) if id in data}


def write_records(repository: Repository, files: Mapping[str, bytes], time: int) -> None:
    """Add records; somebody who adds at the same moment loses nothing.

    Raises:
        ConvenantError: when nothing can be written.
    """
    if not files:
        return
    for _ in range(_TRIES):
        refs = repository.refs()
        tip = refs.get(LOCAL) or refs.get(REMOTE) or ""
        with Writer(repository) as writer:
            tree = writer.tree(tip, files)
            commit = writer.commit(tree, [tip] if tip else [], _signature(time), "records")
        try:
            move_refs(repository, {LOCAL: (refs.get(LOCAL, ""), commit)}, "records")
        except RefMoved:
            continue
        return
    raise RefMoved


def unite_records(repository: Repository, time: int) -> bool:
    """Bring ours and those of the others together here; whether the others still lack some.

    Raises:
        ConvenantError: when nothing can be written.
    """
    for _ in range(_TRIES):
        refs = repository.refs()
        ours, theirs = refs.get(LOCAL, ""), refs.get(REMOTE, "")
        if ours == theirs or not theirs:
            return bool(ours) and ours != theirs
        united = theirs if not ours else _united(repository, ours, theirs, time)
        if united == ours:
            return True
        try:
            move_refs(repository, {LOCAL: (ours, united)}, "records of others")
        except RefMoved:
            continue
        return united != theirs
    raise RefMoved


def _united(repository: Repository, ours: str, theirs: str, time: int) -> str:
    """A version with every record of both: one of the two where it has them all already.

    Names hold a digest, so equal names are equal bytes.
    """
    mine, others = _regular(repository, ours), _regular(repository, theirs)
    both = {**mine, **others}
    if both == others and _is_within(repository, ours, theirs):
        return theirs
    if both == mine and _is_within(repository, theirs, ours):
        return ours
    with Writer(repository) as writer:
        parents: Sequence[str] = sorted((ours, theirs))
        return writer.commit(writer.tree_of_blobs("", both), parents, _signature(time), "records")


def _regular(repository: Repository, tip: str) -> dict[str, str]:
    return {leaf.path: leaf.id for leaf in list_tree(repository, tip) if not leaf.is_link}


def _is_within(repository: Repository, older: str, newer: str) -> bool:
    try:
        repository.ask("merge-base", "--is-ancestor", older, newer)
    except GitSaidNo:
        return False
    return True


def _signature(time: int) -> Signature:
    return signature("convenant", "records", "convenant", time)
