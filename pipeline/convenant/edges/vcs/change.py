"""What a proposal changes between the main version and its own newest version."""

from __future__ import annotations

from msgspec import Struct

from convenant.edges.vcs.proposal_branch import FILES_LIMIT
from convenant.edges.vcs.read import list_differences
from convenant.edges.vcs.repository import GitSaidNo, Repository
from convenant.model.folder import is_slug
from convenant.model.gate import Reach

_RECORDS = ("meetings", "reviews", "consents", "signatures")
_RULES = ("access.yaml", "convenant.yaml", "codeowners")


class Change(Struct, frozen=True):
    """The versions that a proposal is between, and what it reaches.

    Attributes:
        base: the newest version of the main line that it knows; empty where it knows none.
        head: its newest version.
    """

    base: str
    head: str
    reach: Reach


class VersionMissing(Exception):  # noqa: N818  (every caller turns it into words)
    """The repository does not have a version that it was asked for."""


def read_change(repository: Repository, main: str, head: str) -> Change:
    """What a proposal changes.

    Args:
        main: id of the main version.
        head: id of the proposal's newest version.

    Raises:
        VersionMissing: when the repository does not have it.
    """
    trees = [_tree(repository, head)]
    try:
        base = repository.text("merge-base", main, head)
    except GitSaidNo:
        if repository.shallow:
            raise VersionMissing from None
        return Change("", head, Reach(unrelated=True))
    pairs = [(_tree(repository, base), trees[0])]
    (changed,) = list_differences(repository, pairs, FILES_LIMIT)
    return Change(base, head, _reach(repository.prefix, changed))


def same_folder(repository: Repository, slug: str, one: str, other: str) -> bool:
    """Whether a covenant is the same in two versions, to the byte; false where one is missing."""
    if one == other:
        return bool(one)
    try:
        trees = [
            repository.text(
                "rev-parse", "--verify", "--end-of-options", f"{v}:{repository.folder_of(slug)}"
            )
            for v in (one, other)
        ]
    except GitSaidNo:
        return False
    return trees[0] == trees[1]


def _tree(repository: Repository, version: str) -> str:
    try:
        return repository.text("rev-parse", "--verify", "--end-of-options", f"{version}^{{tree}}")
    except GitSaidNo:
        raise VersionMissing from None


def _reach(prefix: str, changed: dict[str, tuple[str, str]]) -> Reach:
    slugs: dict[str, None] = {}
    records, rules, elsewhere, links = list[str](), list[str](), list[str](), list[str]()
    for path, (_, after) in changed.items():
        if after == "link":
            links.append(path)
        parts = path.removeprefix(prefix).split("/")
        # Some disks do not tell capitals from small letters: what counts is what a name becomes.
        low = [part.casefold() for part in parts]
        if not path.startswith(prefix):
            (rules if _is_rule(path.casefold().split("/")) else elsewhere).append(path)
        elif _is_rule(low):
            rules.append(path)
        elif parts[0] == "covenants" and len(parts) > 2 and is_slug(parts[1]):
            if low[2] in _RECORDS:
                records.append("/".join(parts))
            else:
                slugs[parts[1]] = None
        else:
            elsewhere.append(path)
    return Reach(
        covenants=tuple(slugs),
        records=tuple(records),
        rules=tuple(rules),
        elsewhere=tuple(elsewhere),
        links=tuple(links),
        too_many=len(changed) > FILES_LIMIT,
    )


def _is_rule(parts: list[str]) -> bool:
    """Roles and settings, and everything hidden: workflows, owners, attributes, hooks, modules."""
    return any(part.startswith(".") for part in parts) or (
        parts[-1] in _RULES and parts[0] != "covenants"
    )
