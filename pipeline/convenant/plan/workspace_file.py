"""The files of a workspace that the program brings, and which of them it may renew.

Such a file names the digest of its own text in its first line. As long as that is right, nobody
changed it and it may be renewed; else it is somebody's, and the difference is only shown.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.access import FACILITATOR, Access

_STAMP = re.compile(r"(?:# |<!-- )convenant ([0-9a-f]{16})(?: -->)?\n")
_OWNED = ("/.github/", "/access.yaml", "/convenant.yaml", "/CODEOWNERS", "/docs/CODEOWNERS")
_RECORDS = ("meetings", "reviews", "consents", "signatures")


class Fate(Enum):
    """What becomes of a file."""

    NEW = "new"
    RENEWED = "renewed"
    KEPT = "kept"  # somebody changed it, or it was there before


class WorkspaceFile(Struct, frozen=True):
    """A file as it is and as it would be; `old` is None where there is none."""

    path: str
    fate: Fate
    old: bytes | None
    new: bytes


def plan_workspace_files(
    wanted: Mapping[str, str], present: Mapping[str, bytes]
) -> tuple[WorkspaceFile, ...]:
    """What is to be done; what is right already is left out.

    Args:
        wanted: by path, texts without their stamp.
        present: by path, what the workspace has.
    """
    planned = []
    for path, text in sorted(wanted.items()):
        new, old = stamped(path, text).encode(), present.get(path)
        if old is None:
            planned.append(WorkspaceFile(path, Fate.NEW, None, new))
        elif old != new:
            fate = Fate.RENEWED if is_untouched(old) else Fate.KEPT
            planned.append(WorkspaceFile(path, fate, old, new))
    return tuple(planned)


def stamped(path: str, text: str) -> str:
    """A text with its own digest in the first line."""
    digest = _digest(text)
    line = f"<!-- convenant {digest} -->" if path.endswith(".md") else f"# convenant {digest}"
    return f"{line}\n{text}"


def is_untouched(data: bytes) -> bool:
    """Whether a file is as the program wrote it."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    stamp = _STAMP.match(text)
    return bool(stamp) and stamp is not None and _digest(text[stamp.end() :]) == stamp[1]


def fill(text: str, values: Mapping[str, str]) -> str:
    """A template with its `[[blanks]]` filled; what is not known stays to be seen."""
    return re.sub(r"\[\[(\w+)\]\]", lambda blank: values.get(blank[1], blank[0]), text)


def settings_text(name: str, repository: str, app: str, voice: Voice) -> str:
    """A new `convenant.yaml`."""
    lines = [f"name: {json.dumps(name, ensure_ascii=False)}", f"language: {voice.language}"]
    lines += ["forge:", f"  kind: {'github' if repository else 'none'}"]
    lines += [f"  repository: {repository}"] if repository else []
    lines += [f"  app: {app}"] if app else []
    return "\n".join(lines) + "\n"


def access_text(facilitators: tuple[str, ...]) -> str:
    """A new `access.yaml`."""
    if not facilitators:
        return "roles: []\n"
    lines = [f"  - login: {login}\n    role: {FACILITATOR}\n" for login in facilitators]
    return "roles:\n" + "".join(lines)


def owners_text(access: Access) -> str:
    """`CODEOWNERS`: who has to look at a change of rules, roles and records.

    Source: docs.github.com, "About code owners".
    """
    all_ = [r.login for r in access.roles if r.role == FACILITATOR and not r.covenants]
    owners = " ".join(f"@{login}" for login in dict.fromkeys(all_))
    if not owners:
        return ""
    places = (*_OWNED, *(f"/covenants/*/{folder}/" for folder in _RECORDS))
    return "".join(f"{place} {owners}\n" for place in places)


def asked_text(voice: Voice) -> str:
    """What somebody is asked who makes a proposal on a forge."""
    questions = (
        voice.say(N_("What do you propose, in one sentence?")),
        voice.say(N_("Why is that better for all parties together?")),
        voice.say(N_("On behalf of which party?")),
    )
    return "\n\n".join(f"**{question}**" for question in questions) + "\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
