"""Getting a proposal from a forge as data: no more than the gate looks at, in a lean clone.

A job's clone may be shallow and without old texts. Then the line is made longer until it shows
where the proposal started, and of the texts only those of the covenants that it touches come in.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping

from convenant.edges.vcs.change import VersionMissing, read_change
from convenant.edges.vcs.read import list_differences
from convenant.edges.vcs.repository import ORIGIN, RECORDS_BRANCH, GitSaidNo, Repository
from convenant.errors import ConvenantError
from convenant.locale import N_

PROPOSAL = "refs/convenant/proposal"
FILES_LIMIT = 400
VERSIONS = 12
"""Earlier versions of a proposal of which the texts come in as well."""

_QUIET = ("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules")
_DEPTHS = (50, 500, 5000)


def fetch_proposal(repository: Repository, number: int, main: str, token: str = "") -> str:
    """Get a proposal and the records beside it; the id of its newest version.

    Args:
        main: name of the main version on the forge.
        token: what the forge is asked with; empty for none.

    Raises:
        ConvenantError: when the forge does not give it.
    """
    around = _surroundings(token)
    wanted = f"+refs/pull/{number}/head:{PROPOSAL}"
    lean = ("--filter=blob:none",) if _is_partial(repository) else ()
    shallow = repository.shallow
    depth = (f"--depth={_DEPTHS[0]}",) if shallow else ()
    try:
        repository.ask(*_QUIET, *depth, *lean, ORIGIN, wanted, surroundings=around)
        tip = repository.text("rev-parse", "HEAD")
        for more in (*_DEPTHS[1:], 0):
            if not shallow or _base(repository, tip):
                break
            longer = (f"--depth={more}",) if more else ("--unshallow",)
            line = f"+refs/heads/{main}:refs/remotes/{ORIGIN}/{main}"
            repository.ask(*_QUIET, *longer, *lean, ORIGIN, line, wanted, surroundings=around)
        if lean:
            _fetch_texts(repository, tip, around)
    except GitSaidNo as error:
        raise ConvenantError(
            N_("The proposal cannot be fetched: {said}"),
            N_("Look whether it is still there and whether the job may read it."),
            said=" ".join(error.said.split())[:300],
        ) from error
    _fetch_records(repository, around)
    return repository.text("rev-parse", PROPOSAL)


def _fetch_texts(repository: Repository, tip: str, around: Mapping[str, str]) -> None:
    """The texts that differ, and those of the covenants that they are of, in one stream."""
    try:
        change = read_change(repository, tip, PROPOSAL)
    except VersionMissing:
        return
    if not change.base:
        return
    sides = (change.base, change.head)
    trees = [repository.text("rev-parse", f"{version}^{{tree}}") for version in sides]
    (changed,) = list_differences(repository, [(trees[0], trees[1])], FILES_LIMIT)
    # A review may be about an earlier version of the proposal.
    earlier = repository.text("rev-list", f"--max-count={VERSIONS}", PROPOSAL, f"^{tip}")
    versions = dict.fromkeys((tip, *sides, *earlier.split()))
    ids = {id for _, id in changed.values() if id != "link" and set(id) - {"0"}}
    for slug in change.reach.covenants:
        folder = repository.folder_of(slug)
        for version in versions:
            ids |= _missing(repository, f"{version}:{folder}")
    if ids:
        said = "".join(f"{id}\n" for id in sorted(ids)).encode()
        repository.ask(*_QUIET, "--stdin", ORIGIN, said=said, surroundings=around)


def _missing(repository: Repository, tree: str) -> set[str]:
    """The ids of texts in a folder of a version that the clone left out."""
    try:
        said = repository.text("rev-list", "--objects", "--missing=print", "--no-walk", tree)
    except GitSaidNo:
        return set()
    return {line[1:] for line in said.split("\n") if line.startswith("?")}


def _fetch_records(repository: Repository, around: Mapping[str, str]) -> None:
    """The newest records, whole; a workspace may have none yet."""
    line = f"+refs/heads/{RECORDS_BRANCH}:refs/remotes/{ORIGIN}/{RECORDS_BRANCH}"
    depth = ("--depth=1",) if repository.shallow else ()
    whole = ("--no-filter",) if _is_partial(repository) else ()
    try:
        repository.ask(*_QUIET, *depth, *whole, ORIGIN, line, surroundings=around)
    except GitSaidNo as error:
        if "couldn't find remote ref" not in error.said:
            raise ConvenantError(
                N_("The records cannot be fetched: {said}"),
                N_("Look whether the job may read the repository."),
                said=" ".join(error.said.split())[:300],
            ) from error


def _base(repository: Repository, tip: str) -> bool:
    try:
        repository.ask("merge-base", tip, PROPOSAL)
    except GitSaidNo:
        return False
    return True


def _is_partial(repository: Repository) -> bool:
    try:
        return repository.text("config", "--get", f"remote.{ORIGIN}.promisor") == "true"
    except GitSaidNo:
        return False


def _surroundings(token: str) -> Mapping[str, str]:
    """The token for this one call, where no other process and no file shows it."""
    if not token:
        return {}
    secret = base64.b64encode(f"x-access-token:{token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "http.https://github.com/.extraheader",
        "GIT_CONFIG_VALUE_0": f"AUTHORIZATION: basic {secret}",
    }
