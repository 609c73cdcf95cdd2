"""Who signed a tag, as Git sees it with the signers that a workspace allows."""

from __future__ import annotations

import os
import subprocess
from enum import Enum
from pathlib import Path

_LIMIT_SECONDS = 20


class TagSignature(Enum):
    """What Git says of a tag's signature."""

    NONE = "none"
    GOOD = "good"
    BAD = "bad"
    UNKNOWN = "unknown"  # signed, by a key that is not allowed or cannot be looked up


def read_tag_signature(root: Path, ref: str, signers: Path | None) -> TagSignature:
    """Look at the signature of an annotated tag.

    SSH keys are looked up in the file of allowed signers, at the time of the tag; OpenPGP keys in
    the user's own key ring.

    Args:
        ref: the full name of the tag.
        signers: a file as `ssh-keygen` reads it; None where there is none.
    """
    body = _git(root, "cat-file", "tag", ref)
    if body.returncode or "-----BEGIN " not in body.stdout:
        return TagSignature.NONE
    ssh = "-----BEGIN SSH SIGNATURE-----" in body.stdout
    if ssh and signers is None:
        return TagSignature.UNKNOWN
    allowed = ("-c", f"gpg.ssh.allowedSignersFile={signers.resolve()}") if signers else ()
    done = _git(root, "verify-tag", ref, options=allowed)
    if done.returncode == 0:
        return TagSignature.GOOD
    said = done.stderr.lower()
    unknown = ("no principal matched", "can't check signature", "no public key")
    return TagSignature.UNKNOWN if any(u in said for u in unknown) else TagSignature.BAD


def _git(
    root: Path, *words: str, options: tuple[str, ...] = ()
) -> subprocess.CompletedProcess[str]:
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    safe = ("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null")
    return subprocess.run(  # noqa: S603  (fixed words; the ref is one that Git itself listed)
        ["git", *safe, *options, *words],  # noqa: S607
        cwd=root,
        env={**surroundings, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=_LIMIT_SECONDS,
        check=False,
    )
