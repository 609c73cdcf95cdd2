"""The main version of a workspace, and the working folder that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from convenant.edges.seam import reach
from convenant.edges.vcs.read import list_tree, read_blobs
from convenant.edges.vcs.repository import ORIGIN, RECORDS_BRANCH, GitSaidNo, Repository
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.proposal import FOLDER


def main_ref(repository: Repository, refs: Mapping[str, str]) -> str:
    """The ref of the main version.

    It is what the others call so, else `main`, `master`, or what the working folder follows.

    Raises:
        ConvenantError: when there is no version yet.
    """
    try:
        head = repository.text("symbolic-ref", "--quiet", f"refs/remotes/{ORIGIN}/HEAD")
        names = [head.replace(f"refs/remotes/{ORIGIN}/", "refs/heads/")]
    except GitSaidNo:
        names = []
    for name in (*names, "refs/heads/main", "refs/heads/master", repository.branch):
        if name in refs and not _is_other(name):
            return name
    raise ConvenantError(
        N_("This workspace has no version yet, so there is nothing to propose a change to."),
        N_("Ask who set up the workspace to record its first version."),
    )


def _is_other(name: str) -> bool:
    short = name.removeprefix("refs/heads/")
    return short == RECORDS_BRANCH or short.startswith((f"{FOLDER}/", "convenant/"))


def read_file_at(repository: Repository, version: str, path: str) -> bytes | None:
    """A file of the workspace as it is in a version; None where it has none."""
    return read_path(repository, version, f"{repository.prefix}{path}")


def read_path(repository: Repository, version: str, path: str) -> bytes | None:
    """A file as it is in a version, by its path from the top of the repository."""
    try:
        id = repository.text("rev-parse", "--verify", f"{version}:{path}")
    except GitSaidNo:
        return None
    return read_blobs(repository, [id]).get(id)


def refuse_elsewhere(repository: Repository, main: str) -> None:
    """Make sure that the working folder shows the main version, so that it can follow it.

    Raises:
        ConvenantError: when it shows an earlier version, or something else.
    """
    if repository.branch == main:
        return
    name = main.removeprefix("refs/heads/")
    if not repository.branch:
        raise ConvenantError(
            N_("This folder shows an earlier version, and not the newest one."),
            N_("Go to the newest version first: git switch {name}"),
            name=name,
        )
    raise ConvenantError(
        N_("This folder shows something else than the main version."),
        N_("Go to the main version first: git switch {name}"),
        name=name,
    )


def refuse_if_in_the_way(repository: Repository, old: str, new: str) -> None:
    """Make sure that the folder can go from one version to another without losing an edit.

    Raises:
        ConvenantError: when somebody is working on a file that would change.
    """
    repository_refresh(repository)
    try:
        repository.ask("read-tree", "-m", "-u", "-n", old, new)
    except GitSaidNo as error:
        raise ConvenantError(
            N_("There are edits in the folder that would be lost: {said}"),
            N_("Make a proposal of them with “convenant propose”, or put them aside: git stash"),
            said=_named(error.said),
        ) from error


def follow(repository: Repository, old: str, new: str) -> None:
    """Let the working folder go from one version to another; edits elsewhere stay.

    Raises:
        ConvenantError: when a file is in the way; the folder is as it was.
    """
    refuse_if_in_the_way(repository, old, new)
    reach("folder")
    try:
        repository.ask("read-tree", "-m", "-u", old, new)
    except GitSaidNo as error:
        raise ConvenantError(
            N_("The folder could not follow the main version: {said}"),
            N_("Mend what is in the way and run the same command once more."),
            said=_named(error.said),
        ) from error
    reach("folder done")


def follow_anyway(repository: Repository, old: str, new: str) -> None:
    """Like `follow`, also where that was interrupted half way.

    Raises:
        ConvenantError: when a file holds something that is in neither of the two versions.
    """
    repository_refresh(repository)
    try:
        repository.ask(
            "diff-index", "--cached", "--quiet", new, "--", f"{repository.prefix}covenants"
        )
    except GitSaidNo:
        pass
    else:
        return
    changed = repository.text("diff-tree", "-r", "-z", "--name-only", "--no-renames", old, new)
    paths = [path for path in changed.split("\0") if path]
    for path in paths:
        if not _is_one_of(repository, path, old, new):
            follow(repository, old, new)  # says which edit is in the way
            return
    kept = {leaf.path for leaf in list_tree(repository, new)}
    reach("folder")
    for group in ([p for p in paths if p in kept], [p for p in paths if p not in kept]):
        if group and group[0] in kept:
            repository.ask("checkout", "--quiet", new, "--", *group)
        elif group:
            repository.ask("rm", "--quiet", "--force", "--ignore-unmatch", "--", *group)
    reach("folder done")


def _is_one_of(repository: Repository, path: str, old: str, new: str) -> bool:
    """Whether a file holds what one of two versions has there."""
    file = repository.top / path
    here = file.read_bytes() if file.is_file() and not file.is_symlink() else None
    return any(read_path(repository, version, path) == here for version in (old, new))


def repository_refresh(repository: Repository) -> None:
    """Let Git look again at which files changed."""
    try:
        repository.ask("update-index", "-q", "--refresh")
    except GitSaidNo:
        return  # it says which files have edits; that is asked for elsewhere


def other_places(repository: Repository, main: str) -> list[Path]:
    """Other working folders of the same repository that show the main version."""
    found, here = [], None
    for line in repository.text("worktree", "list", "--porcelain").split("\n"):
        if line.startswith("worktree "):
            here = Path(line.removeprefix("worktree "))
        elif line == f"branch {main}" and here and here.resolve() != repository.top.resolve():
            found.append(here)
    return found


def _named(said: str) -> str:
    """The file that Git names, else its first line."""
    if "'" in said:
        return said.split("'")[1]
    lines = [line.strip() for line in said.split("\n") if line.startswith("\t")]
    return lines[0] if lines else said.strip().split("\n")[0][:300]
