"""Storing a few files as a version, and nothing else that somebody is working on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from convenant.edges.vcs.place import refusal
from convenant.errors import ConvenantError
from convenant.locale import N_

if TYPE_CHECKING:
    from git import Repo


def open_repository(root: Path) -> Repo:
    """The repository that a workspace is in.

    Raises:
        ConvenantError: when there is none.
    """
    import git

    try:
        return git.Repo(root, search_parent_directories=True)
    except (git.InvalidGitRepositoryError, git.NoSuchPathError) as error:
        raise ConvenantError(
            N_("This workspace is not kept in Git."),
            N_("Run “git init” in it, and store a first version."),
        ) from error


def commit_files(root: Path, files: Sequence[Path], message: str) -> str:
    """Store these files as one version and give its id; what else has changed stays as it is.

    Raises:
        ConvenantError: when Git refuses, such as without a name for who does it.
    """
    import git

    with open_repository(root) as repo:
        names = [str(file.resolve()) for file in files]
        try:
            repo.git.add("--", *names)
            # `--only` leaves alone what others have put ready.
            options = ("--quiet", "--no-verify", "--only", f"--message={message}")
            repo.git.commit(*options, "--", *names)
        except git.GitCommandError as error:
            raise commit_refusal(str(error.stderr)) from error
        return str(repo.head.commit.hexsha)


def commit_refusal(said: str) -> ConvenantError:
    """Why Git does not store a version or a tag, from its own words."""
    if "user.email" in said or "identity" in said:
        return ConvenantError(
            N_("Git does not know in whose name it is to store this."),
            N_("Run: git config user.name “…” and git config user.email “…”"),
        )
    return refusal(said)
