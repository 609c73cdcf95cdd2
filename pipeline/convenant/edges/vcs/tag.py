"""Annotated tags: the names of published versions, and what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from convenant.edges.vcs.commit import commit_refusal, open_repository
from convenant.errors import ConvenantError
from convenant.locale import N_

if TYPE_CHECKING:
    from git import Repo

_FORM = "%(refname)%00%(objecttype)%00%(objectname)%00%(*objectname)%00%(contents)%00%01"


class Tag(Struct, frozen=True):
    """A tag of a covenant.

    Attributes:
        name: without the slug before it, such as `v1.0.0`.
        commit: the version that it names.
        annotated: whether it is an object of its own, with a message.
    """

    name: str
    commit: str
    message: str
    annotated: bool


def read_tags(root: Path, slug: str) -> dict[str, Tag]:
    """The tags of a covenant by name.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """
    prefix = f"refs/tags/{slug}/"
    with open_repository(root) as repo:
        said = repo.git.for_each_ref(f"--format={_FORM}", prefix)
    tags = {}
    for entry in said.split("\0\1"):
        if "\0" not in entry:
            continue
        ref, kind, id, target, message = entry.lstrip("\n").split("\0", 4)
        name = ref.removeprefix(prefix)
        annotated = kind == "tag"
        tags[name] = Tag(name, target or id, message if annotated else "", annotated)
    return tags


def read_head(root: Path) -> str:
    """The id of the version that is stored last; empty where there is none yet."""
    with open_repository(root) as repo:
        return str(repo.head.commit.hexsha) if repo.head.is_valid() else ""


def create_tag(root: Path, slug: str, name: str, commit: str, message: str) -> None:
    """Give a version its name, signed where the user has a key for that.

    Raises:
        ConvenantError: when the name is taken, or Git refuses.
    """
    import git

    with open_repository(root) as repo:
        # A key without the wish to sign tags is for commits: the user's own setting decides.
        signing = "--sign" if _signs(repo) else "--annotate"
        words = ("--cleanup=verbatim", f"--message={message}", f"{slug}/{name}", commit)
        try:
            repo.git.tag(signing, *words)
        except git.GitCommandError as error:
            if "already exists" in str(error.stderr):
                raise taken(slug, name) from error
            raise commit_refusal(str(error.stderr)) from error


def _signs(repo: Repo) -> bool:
    from configparser import Error

    reader = repo.config_reader()
    try:
        wished = reader.get_value("tag", "gpgsign", default=False)
    except Error:
        return False
    return bool(wished)


def fetch_tags(root: Path, remote: str) -> None:
    """Bring the tags of the remote here, so that no name is given twice.

    Raises:
        ConvenantError: when the remote cannot be reached, or has another version by a same name.
    """
    _run(root, "fetch", "--quiet", remote, "--tags")


def push_tag(root: Path, remote: str, slug: str, name: str) -> None:
    """Publish a tag; one that is there already with the same content is left as it is.

    Raises:
        ConvenantError: when the remote has another version by this name.
    """
    ref = f"refs/tags/{slug}/{name}"
    _run(root, "push", "--quiet", "--no-verify", remote, f"{ref}:{ref}", slug=slug, name=name)


def _run(root: Path, *words: str, slug: str = "", name: str = "") -> None:
    import git

    with open_repository(root) as repo:
        try:
            getattr(repo.git, words[0])(*words[1:])
        except git.GitCommandError as error:
            said = str(error.stderr)
            if "already exists" in said or "would clobber" in said:
                raise taken(slug, name) from error
            raise commit_refusal(said) from error


def taken(slug: str, name: str) -> ConvenantError:
    """Somebody else gave this name to another version."""
    return ConvenantError(
        N_("There is another version with the name {slug}/{name}."),
        N_(
            "A published name never changes. If yours is the wrong one: "
            "git tag --delete {slug}/{name}, then git fetch --tags, and run this again."
        ),
        slug=slug or "…",
        name=name or "…",
    )
