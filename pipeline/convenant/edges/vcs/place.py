"""What Git knows about a folder. Reading only; no hook, alias or setting of the place runs.

`build` of a working folder asks three short questions, and a fourth where there are tags. It calls
`git` itself: importing GitPython costs more than the answers.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from msgspec import Struct

from convenant.errors import ConvenantError
from convenant.locale import N_

_LIMIT_SECONDS = 20
_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
)
_NOTHING_YET = ("not a git repository", "does not have any commits yet", "bad default revision")
DUBIOUS = "dubious ownership"


class Version(Struct, frozen=True):
    """Where a folder stands in its history.

    Attributes:
        commit: full id, empty outside a repository or before its first version.
        time: of that commit, in seconds since 1970; 0 without one.
        changed: whether the folder holds something that no version has yet.
        tags: names, without the slug before them, that were given to exactly this content of the
            folder: `v0.3`. None where the folder has changed.
    """

    commit: str = ""
    time: int = 0
    changed: bool = True
    tags: tuple[str, ...] = ()


def read_version(folder: Path) -> Version:
    """The version that a covenant's folder holds; an empty one where Git knows nothing of it.

    Raises:
        ConvenantError: when the folder is kept in Git, and Git will not say anything about it.
    """
    if folder.is_symlink():
        return Version()  # its history would be that of the place it points at
    head = ask_git(folder, "log", "-1", "--format=%H %ct", "--", ".")
    if not head:
        return Version()
    commit, _, time = head.partition(" ")
    changed = ask_git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ".") != ""
    return Version(commit, int(time), changed, () if changed else _tags(folder))


def changed_below(root: Path, version: str, below: str) -> list[str] | None:
    """What differs between a version and a folder of the workspace, by path from that folder.

    Returns:
        None where Git does not have the version.

    Raises:
        ConvenantError: when it refuses for another reason.
    """
    known = ask_git(root, "cat-file", "--batch-check=%(objecttype)", said=f"{version}\n")
    if known != "commit":
        return None
    question = ("diff", "--name-only", "-z", "--no-renames", "--relative", version, "--", below)
    said = (ask_git(root, *question), ask_git(root, "ls-files", "-z", "--others", "--", below))
    paths = (path for one in said for path in (one or "").split("\0"))
    return [path.removeprefix(f"{below}/") for path in paths if path]


def _tags(folder: Path) -> tuple[str, ...]:
    """The names of the present content. Later versions of other covenants take none away."""
    prefix = f"refs/tags/{folder.name}/"
    question = ("for-each-ref", "--merged=HEAD", "--format=%(refname)", prefix)
    refs = (ask_git(folder, *question) or "").split()
    if not refs:
        return ()
    places = "".join(f"{ref}:./\n" for ref in ("HEAD", *refs))
    trees = (ask_git(folder, "cat-file", "--batch-check=%(objectname)", said=places) or "").split(
        "\n"
    )
    return tuple(
        ref.removeprefix(prefix)
        for ref, tree in zip(refs, trees[1:], strict=False)
        if tree == trees[0]
    )


def refusal(said: str) -> ConvenantError:
    """Why Git does not answer, from its own words."""
    if DUBIOUS in said:
        return ConvenantError(
            N_("Git does not trust this folder: it belongs to another user."),
            N_("Do you trust it? Then run: git config --global --add safe.directory '*'"),
        )
    return ConvenantError(
        N_("Git does not say which version this is: {said}"),
        N_("Run “git status” in the folder and mend what it reports."),
        said="".join(c if c.isprintable() else " " for c in said.strip())[:500] or "—",
    )


def ask_git(folder: Path, *question: str, said: str = "") -> str | None:
    """What git answers, without its line end; None where there is no Git or no version yet.

    Raises:
        ConvenantError: when it refuses for another reason.
    """
    surroundings = {
        **{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    try:
        answer = subprocess.run(  # noqa: S603  (fixed words; the folder is only where it runs)
            ["git", *_SAFE, *question],  # noqa: S607
            cwd=folder,
            env=surroundings,
            input=said.encode("utf-8", "surrogateescape"),
            capture_output=True,
            timeout=_LIMIT_SECONDS,
            check=False,
        )
    except OSError:
        return None
    except subprocess.TimeoutExpired as error:
        raise refusal(str(error)) from error
    if answer.returncode:
        fault = answer.stderr.decode("utf-8", "replace")
        if any(sign in fault for sign in _NOTHING_YET):
            return None
        raise refusal(fault)
    return answer.stdout.decode("utf-8", "surrogateescape").strip("\n")
