"""Writing Git's objects and refs without touching anybody's working folder.

Objects that no ref points at change nothing: everything is written first, and then one step moves
the refs, all or none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from convenant.edges.seam import reach
from convenant.edges.vcs.read import NOTHING
from convenant.edges.vcs.repository import GitSaidNo, Repository
from convenant.errors import ConvenantError
from convenant.locale import N_

if TYPE_CHECKING:
    from git import Repo

_TREE = "40000"
_FILE = "100644"


class RefMoved(ConvenantError):  # noqa: N818  (a fact that callers act on)
    """Somebody else moved a ref in the meantime."""

    def __init__(self) -> None:
        super().__init__(
            N_("Somebody else changed the same thing a moment earlier. Nothing was changed here."),
            N_("Run the same command once more."),
        )


class Signature(Struct, frozen=True):
    """Whom a version is from, by role: an address that nobody can write to, never a person."""

    name: str
    address: str
    time: int

    def line(self) -> str:
        """As Git keeps it."""
        name = (
            "".join(c for c in self.name if c.isprintable() and c not in "<>").strip()
            or "convenant"
        )
        return f"{name} <{self.address}> {self.time} +0000"


def signature(name: str, role: str, slug: str, time: int) -> Signature:
    """The signature of a role in a covenant."""
    return Signature(name, f"{role}@{slug}.invalid", time)


class Writer:
    """Writes objects into a repository; use as a context manager."""

    def __init__(self, repository: Repository) -> None:
        import git

        self.repository = repository
        self._repo: Repo = git.Repo(repository.top)

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, *_: object) -> None:
        self._repo.close()

    def blob(self, data: bytes) -> str:
        """The id of a file's bytes."""
        return self._store("blob", data)

    def tree(self, base: str, changes: Mapping[str, bytes | None]) -> str:
        """The id of a tree like `base` with files put at paths; None takes one away.

        Args:
            base: id of a tree or a version; empty for an empty tree.
        """
        ids = {path: None if data is None else self.blob(data) for path, data in changes.items()}
        return self._tree(self._tree_id(base) if base else "", ids)

    def tree_of_blobs(self, base: str, ids: Mapping[str, str | None]) -> str:
        """Like `tree`, for bytes that are already there, by id."""
        return self._tree(self._tree_id(base) if base else "", ids)

    def commit(self, tree: str, parents: Sequence[str], author: Signature, message: str) -> str:
        """The id of a version; author and committer are the same role."""
        who = author.line()
        lines = [f"tree {tree}", *(f"parent {parent}" for parent in parents)]
        lines += [f"author {who}", f"committer {who}", "", message.rstrip("\n"), ""]
        return self._store("commit", "\n".join(lines).encode("utf-8", "replace"))

    def tag(self, commit: str, name: str, author: Signature, message: str) -> str:
        """The id of an annotated tag."""
        lines = [f"object {commit}", "type commit", f"tag {name}", f"tagger {author.line()}"]
        return self._store("tag", "\n".join([*lines, "", message.rstrip("\n"), ""]).encode())

    def _tree_id(self, version: str) -> str:
        return self.repository.text("rev-parse", "--verify", f"{version}^{{tree}}")

    def _tree(self, base: str, ids: Mapping[str, str | None]) -> str:
        entries = self._entries(base) if base else {}
        below: dict[str, dict[str, str | None]] = {}
        for path, id in ids.items():
            name, slash, rest = path.partition("/")
            if slash:
                below.setdefault(name, {})[rest] = id
            elif id is None:
                entries.pop(_bytes(name), None)
            else:
                entries[_bytes(name)] = (_FILE, id)
        for name, inner in below.items():
            mode, id = entries.get(_bytes(name), ("", ""))
            made = self._tree(id if mode == _TREE else "", inner)
            if made == _EMPTY_TREE:
                entries.pop(_bytes(name), None)
            else:
                entries[_bytes(name)] = (_TREE, made)
        ordered = sorted(entries, key=lambda n: n + b"/" if entries[n][0] == _TREE else n)
        data = b"".join(
            entries[n][0].encode() + b" " + n + b"\0" + bytes.fromhex(entries[n][1])
            for n in ordered
        )
        return self._store("tree", data)

    def _entries(self, tree: str) -> dict[bytes, tuple[str, str]]:
        data, found, at = self._repo.odb.stream(bytes.fromhex(tree)).read(), {}, 0
        while at < len(data):
            space, zero = data.index(b" ", at), data.index(b"\0", at)
            id = data[zero + 1 : zero + 21].hex()
            found[data[space + 1 : zero]] = (data[at:space].decode(), id)
            at = zero + 21
        return found

    def _store(self, kind: str, data: bytes) -> str:
        from git import GitCommandError
        from gitdb import IStream  # type: ignore[import-untyped]  # a part of GitPython

        id = hashlib.sha1(b"%s %d\0" % (kind.encode(), len(data)) + data).hexdigest()  # noqa: S324
        if self._repo.odb.has_object(bytes.fromhex(id)):
            return id
        try:
            reach(f"write {kind}")
            self._repo.odb.store(IStream(kind, len(data), BytesIO(data)))
        except (OSError, GitCommandError) as error:
            raise unwritable() from error
        reach(f"wrote {kind}")
        return id


_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"


def move_refs(repository: Repository, moves: Mapping[str, tuple[str, str]], why: str) -> None:
    """Move refs from what they are to what they become, all or none.

    Args:
        moves: by full name the id that it must have now and the one that it gets; an empty id
            is a ref that is not there.

    Raises:
        RefMoved: when one of them is not what it should be.
        ConvenantError: when the disk does not let us.
    """
    lines = ["start"]
    for name, (old, new) in moves.items():
        lines.append(f"update {name} {new} {old or NOTHING}" if new else f"delete {name} {old}")
    lines += ["prepare", "commit", ""]
    names = " ".join(sorted(moves))
    reach(f"move {names}")
    try:
        repository.ask(
            "update-ref", "-m", f"convenant: {why}", "--stdin", said="\n".join(lines).encode()
        )
    except GitSaidNo as error:
        if any(sign in error.said for sign in ("but expected", "already exists", "File exists")):
            raise RefMoved from error
        raise unwritable() from error
    reach(f"moved {names}")


def unwritable() -> ConvenantError:
    """What to say when nothing can be written."""
    return ConvenantError(
        N_("Nothing can be written in this repository. Nothing was changed."),
        N_("Check that you may write in its folder and that the disk is not full."),
    )


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")
