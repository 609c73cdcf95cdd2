"""A workspace's repository: where it stands, what it is called, and how Git is asked."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from convenant.edges.vcs.place import DUBIOUS, refusal
from convenant.errors import ConvenantError
from convenant.locale import N_

RECORDS_BRANCH = "convenant/records"
ORIGIN = "origin"
_LIMIT_SECONDS = 120
_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "gc.auto=0"),
    *("-c", "protocol.ext.allow=never"),
)
_WHO = {
    "GIT_AUTHOR_NAME": "convenant",
    "GIT_AUTHOR_EMAIL": "convenant@localhost.invalid",
    "GIT_COMMITTER_NAME": "convenant",
    "GIT_COMMITTER_EMAIL": "convenant@localhost.invalid",
}
"""For what Git itself writes (its log of refs): never the user's own name."""


class GitSaidNo(Exception):  # noqa: N818  (not for a reader: every caller turns it into words)
    """Git ended with a fault; `said` has its own words, in English."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


class Repository(Struct, frozen=True):
    """The repository that a workspace is in.

    Attributes:
        root: of the workspace.
        top: of the working tree.
        common: Git's own folder, shared by all working trees of the repository.
        own: Git's folder of this working tree.
        branch: the ref that the working tree follows; empty when it looks at an earlier version.
    """

    root: Path
    top: Path
    common: Path
    own: Path
    branch: str

    @property
    def prefix(self) -> str:
        """From the top of the repository to the workspace: empty, or ends with a slash."""
        inside = self.root.resolve().relative_to(self.top.resolve()).as_posix()
        return "" if inside == "." else f"{inside}/"

    @property
    def shallow(self) -> bool:
        """Whether earlier history was left out when it was cloned."""
        return (self.common / "shallow").exists()

    def folder_of(self, slug: str) -> str:
        """POSIX path of a covenant's folder from the top of the repository."""
        return f"{self.prefix}covenants/{slug}"

    def ask(
        self, *words: str, said: bytes = b"", surroundings: Mapping[str, str] | None = None
    ) -> bytes:
        """What git answers.

        Raises:
            GitSaidNo: when it does not.
            ConvenantError: when there is no git, or it does not come to an end.
        """
        return ask(self.top, *words, said=said, surroundings=surroundings)

    def text(self, *words: str, said: str = "") -> str:
        """What git answers, as text without its line end."""
        answer = self.ask(*words, said=said.encode("utf-8", "surrogateescape"))
        return answer.decode("utf-8", "surrogateescape").rstrip("\n")

    def refs(self) -> dict[str, str]:
        """Every ref with what it points at; a tag with the commit that it names."""
        form = "%(refname)%00%(objectname)%00%(*objectname)"
        lines = self.text("for-each-ref", f"--format={form}").split("\n")
        parts = (line.split("\0") for line in lines if line)
        return {name: inner or outer for name, outer, inner in parts}

    def has_origin(self) -> bool:
        """Whether the repository knows where it is kept together with others."""
        return ORIGIN in self.text("remote").split("\n")


def open_repository(root: Path) -> Repository:
    """The repository of a workspace.

    Raises:
        ConvenantError: when the workspace is not kept in Git, or has no version yet.
    """
    form = ("--path-format=absolute", "--show-toplevel", "--git-common-dir", "--absolute-git-dir")
    try:
        answer = ask(root, "rev-parse", *form).decode("utf-8", "surrogateescape")
    except GitSaidNo as error:
        if DUBIOUS in error.said:
            raise refusal(error.said) from error
        raise ConvenantError(
            N_("This workspace is not kept in Git, so nobody can propose or decide anything yet."),
            N_("Ask who set up the workspace, or run in its folder: git init"),
        ) from error
    top, common, own = answer.rstrip("\n").split("\n")
    try:
        branch = ask(root, "symbolic-ref", "--quiet", "HEAD").decode().strip()
    except GitSaidNo:
        branch = ""
    return Repository(root, Path(top), Path(common), Path(own), branch)


def ask(
    folder: Path, *words: str, said: bytes = b"", surroundings: Mapping[str, str] | None = None
) -> bytes:
    """What git answers in a folder; see `Repository.ask`."""
    try:
        answer = subprocess.run(  # noqa: S603  (our own words; names from others follow "--")
            ["git", *_SAFE, *words],  # noqa: S607
            cwd=folder,
            env=_surroundings(surroundings),
            input=said,
            capture_output=True,
            timeout=_LIMIT_SECONDS,
            check=False,
        )
    except OSError as error:
        raise git_missing() from error
    except subprocess.TimeoutExpired as error:
        raise GitSaidNo("took too long") from error
    if answer.returncode:
        # A push tells per ref on standard output why it was refused.
        said_back = answer.stderr + b"\n" + answer.stdout
        raise GitSaidNo(said_back.decode("utf-8", "replace").strip())
    return answer.stdout


def git_missing() -> ConvenantError:
    """What to say where there is no program `git`."""
    return ConvenantError(
        N_("Git is not there, and it is needed for versions, proposals and meetings."),
        N_("Install Git; see git-scm.com."),
    )


def start(folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A git that is written to and read from at the same time."""
    return subprocess.Popen(  # noqa: S603
        ["git", *_SAFE, *words],  # noqa: S607
        cwd=folder,
        env=_surroundings(None),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _surroundings(more: Mapping[str, str] | None) -> dict[str, str]:
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith("GIT_SSH")
    }
    fixed = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    return {**kept, **_WHO, **fixed, **(more or {})}
