"""A covenant as it was in an earlier version: read from Git, under the same path rules."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from convenant.edges.disk.intake import ANNEX_LIMIT, DEPTH, Entry, take_in
from convenant.edges.vcs.place import DUBIOUS, Version, refusal
from convenant.edges.vcs.repository import git_missing
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.folder import IMAGE_LIMIT, Folder

if TYPE_CHECKING:
    from git import Blob, Commit, Repo, Tree

_LINK = 0o120000


class UnknownVersionError(ConvenantError):
    """Git knows no version by this name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            N_("There is no version “{name}”."),
            N_("A version is a name such as v0.3, or the id of a version in Git."),
            name=name,
        )


class NotThereYetError(UnknownVersionError):
    """The version is known, but it does not have this covenant."""


class History:
    """The versions of a workspace. Close it, or use it as a context manager.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """

    def __init__(self, root: Path) -> None:
        # GitPython takes longer to import than a build needs to read a working folder.
        try:
            import git
        except ImportError as error:  # how GitPython says that there is no program `git`
            raise git_missing() from error

        try:
            self._repo: Repo = git.Repo(root, search_parent_directories=True)
        except git.InvalidGitRepositoryError as error:
            raise _not_kept() from error
        if self._repo.working_tree_dir is None:  # a repository without a folder to work in
            raise _not_kept()
        top = Path(self._repo.working_tree_dir).resolve()
        self._prefix = root.resolve().relative_to(top).as_posix()

    def __enter__(self) -> History:
        return self

    def __exit__(self, *_: object) -> None:
        self._repo.close()

    def read(self, slug: str, name: str) -> tuple[Folder, Version]:
        """A covenant's folder and its version, as they were then.

        Args:
            name: a tag of this covenant without its slug, such as `v0.3`, the id of a meeting, or
                whatever Git knows.

        Raises:
            UnknownVersionError: when there is none by that name.
            NotThereYetError: when that version does not have the covenant.
        """
        path = f"covenants/{slug}"
        tree, version = self._look(slug, name)
        return take_in(slug, path, _entries(tree, "")), version

    def sources(self, slug: str, name: str) -> tuple[dict[str, bytes], Version]:
        """The bytes of every file of a covenant, by path from its folder; links are left out.

        Raises:
            UnknownVersionError: when there is no such version, or the covenant was not there yet.
        """
        tree, version = self._look(slug, name)
        found = ((e.name, e.read(ANNEX_LIMIT)) for e in _entries(tree, "") if not e.is_link)
        return {name: data for name, data in found if data is not None}, version

    def version(self, slug: str, name: str) -> Version:
        """Where a covenant stood in a version.

        Raises:
            UnknownVersionError: when there is no such version, or the covenant was not there yet.
        """
        return self._look(slug, name)[1]

    def beside(self, slug: str, name: str, path: str) -> bytes | None:
        """A file of the workspace beside its covenants, as it was; None where there is none.

        Args:
            path: from the workspace root; a link or a way out of it gives nothing.
        """
        parts = path.split("/")
        if not all(part not in ("", ".", "..") for part in parts):
            return None
        inside = path if self._prefix == "." else f"{self._prefix}/{path}"
        try:
            blob = self._find(slug, name).tree / inside
        except KeyError:
            return None
        return None if blob.type != "blob" or blob.mode == _LINK else _read(blob, IMAGE_LIMIT)

    def is_in_line(self, commit: str) -> bool:
        """Whether a version is the present one or comes before it."""
        return bool(self._repo.is_ancestor(self._repo.commit(commit), self._repo.head.commit))

    def _look(self, slug: str, name: str) -> tuple[Tree, Version]:
        commit = self._find(slug, name)
        path = f"covenants/{slug}"
        inside = path if self._prefix == "." else f"{self._prefix}/{path}"
        try:
            tree = commit.tree / inside
        except KeyError as error:
            raise NotThereYetError(f"{slug}: {name}") from error
        if tree.type != "tree":
            raise NotThereYetError(f"{slug}: {name}")
        last = next(self._repo.iter_commits(commit, paths=inside, max_count=1))
        tags = tuple(self._tags(slug, commit, inside))
        return tree, Version(last.hexsha, last.committed_date, changed=False, tags=tags)

    def _tags(self, slug: str, commit: Commit, inside: str) -> Iterator[str]:
        """The names of exactly this content, like those of a working folder."""
        prefix = f"refs/tags/{slug}/"
        question = (f"--merged={commit.hexsha}", "--format=%(refname)", prefix)
        for ref in self._repo.git.for_each_ref(*question).split():
            with suppress(KeyError):
                if self._repo.commit(ref).tree / inside == commit.tree / inside:
                    yield ref.removeprefix(prefix)

    def _find(self, slug: str, name: str) -> Commit:
        import git

        for candidate in (f"refs/tags/{slug}/{name}", f"refs/tags/{slug}/meeting/{name}", name):
            try:
                found = self._repo.git.rev_parse(
                    "--verify", "--quiet", "--end-of-options", f"{candidate}^{{commit}}"
                )
            except git.GitCommandError as error:
                if DUBIOUS in str(error.stderr):
                    raise refusal(str(error.stderr)) from error
                continue
            return self._repo.commit(found)
        raise UnknownVersionError(name)


def _not_kept() -> ConvenantError:
    return ConvenantError(
        N_("This workspace is not kept in Git, so it has no earlier versions."),
        N_("Leave --at out to use the folder as it is."),
    )


def _entries(tree: Tree, here: str) -> Iterator[Entry]:
    for blob in sorted(tree.blobs, key=lambda blob: str(blob.name)):
        if not str(blob.name).startswith("."):
            yield Entry(f"{here}{blob.name}", blob.mode == _LINK, partial(_read, blob))
    for folder in sorted(tree.trees, key=lambda folder: str(folder.name)):
        name = f"{here}{folder.name}/"
        if str(folder.name).startswith("."):
            continue
        if here.count("/") < DEPTH:
            yield from _entries(folder, name)
        else:
            yield Entry(name, is_link=False, read=lambda _: None)


def _read(blob: Blob, limit: int) -> bytes | None:
    return None if blob.size > limit else bytes(blob.data_stream.read())
