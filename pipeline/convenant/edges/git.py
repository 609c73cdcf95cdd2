"""What Git knows about a folder. Reading only; no hook, alias or setting of the place runs.

`build` and `check` of a working folder ask three short questions, so they call `git` themselves:
importing GitPython costs more than the answers.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_LIMIT_SECONDS = 20
_SAFE = (
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.quotePath=false"),
)


@dataclass(frozen=True, slots=True)
class Version:
    """Where a folder stands in its history.

    Attributes:
        commit: full id, empty outside a repository or before its first version.
        time: of that commit, in seconds since 1970; 0 without one.
        changed: whether the folder holds something that no version has yet.
        tags: names on that commit that start with the slug, without it: `v0.3`.
    """

    commit: str = ""
    time: int = 0
    changed: bool = True
    tags: tuple[str, ...] = ()


def read_version(folder: Path) -> Version:
    """The version that a covenant's folder holds; an empty one where Git knows nothing of it."""
    head = _ask(folder, "log", "-1", "--format=%H %ct", "--", ".")
    if not head:
        return Version()
    commit, _, time = head.partition(" ")
    changed = _ask(folder, "status", "--porcelain", "--untracked-files=normal", "--", ".")
    prefix = re.escape(f"refs/tags/{folder.name}/")
    decoration = _ask(
        folder, "for-each-ref", "--points-at=HEAD", "--format=%(refname)", "refs/tags"
    )
    tags = tuple(m[1] for m in re.finditer(rf"^{prefix}(\S+)$", decoration or "", re.MULTILINE))
    return Version(commit, int(time), changed is None or changed != "", tags)


def _ask(folder: Path, *question: str) -> str | None:
    """What git answers, without its line end; None where it cannot."""
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
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LIMIT_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.decode("utf-8", "replace").strip("\n")
