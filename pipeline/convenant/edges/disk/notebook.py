"""The safe notebook: what a party says in confidence, encrypted, and never in a workspace.

One file in the user's own data folder. Its key comes from a passphrase by scrypt, slowly, so that
guessing is costly. Nothing of it goes through Git, a cache, a log or the arguments of a program.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from convenant.edges.disk.atomic import write_atomically
from convenant.errors import ConvenantError
from convenant.locale import N_

_MAGIC = b"convenant-notebook-1\n"
_COST, _BLOCK, _LANES = 2**15, 8, 1
"""Of scrypt: 32 MB and about a tenth of a second for each guess."""


class Confidence(Struct, frozen=True):
    """What a party said in confidence.

    Attributes:
        key: a number of its own, that tells nothing.
        day: ISO date.
    """

    key: str
    covenant: str
    party: str
    text: str
    day: str


def notebook_file() -> Path:
    """`CONVENANT_NOTEBOOK`, else the platform's folder for a user's own data.

    Raises:
        ConvenantError: when that is inside a folder that Git keeps, or there is no home.
    """
    file = _chosen()
    for folder in file.resolve().parents:
        if (folder / ".git").exists():
            raise ConvenantError(
                N_("The notebook would be inside a folder that is kept in Git: {path}"),
                N_("Choose another place in CONVENANT_NOTEBOOK, or leave that out."),
                path=str(folder),
            )
    return file


def read_notebook(file: Path, passphrase: str) -> tuple[Confidence, ...]:
    """What is in it; nothing where there is none yet.

    Raises:
        ConvenantError: when the passphrase is not the right one, or the file was damaged.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ConvenantError(
            N_("The notebook cannot be read."),
            N_("Check that you may read it: {path}"),
            path=str(file),
        ) from error
    from cryptography.fernet import Fernet, InvalidToken

    salt, _, token = data.removeprefix(_MAGIC).partition(b"\n")
    if not data.startswith(_MAGIC):
        raise _closed()
    try:
        plain = Fernet(_key(passphrase, base64.urlsafe_b64decode(salt))).decrypt(token)
    except (InvalidToken, ValueError) as error:
        raise _closed() from error
    return tuple(Confidence(**form) for form in json.loads(plain))


def write_notebook(file: Path, passphrase: str, entries: Sequence[Confidence]) -> None:
    """Put all of it in the file, with a fresh salt; only the user may read it.

    Raises:
        ConvenantError: when it cannot be written; the old one is still there.
    """
    from cryptography.fernet import Fernet

    salt = secrets.token_bytes(16)
    plain = json.dumps([asdict(entry) for entry in entries]).encode()
    token = Fernet(_key(passphrase, salt)).encrypt(plain)
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ConvenantError(
            N_("The file {path} cannot be written."),
            N_("Check that you may write in its folder and that the disk is not full."),
            path=str(file),
        ) from error
    before = os.umask(0o077) if os.name != "nt" else 0
    try:
        write_atomically(file, _MAGIC + base64.urlsafe_b64encode(salt) + b"\n" + token)
    finally:
        if os.name != "nt":
            os.umask(before)
    with suppress(OSError):
        file.chmod(0o600)


def new_key() -> str:
    """A number that no other entry has and that tells nothing."""
    return secrets.token_hex(4)


def _key(passphrase: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    slow = Scrypt(salt=salt, length=32, n=_COST, r=_BLOCK, p=_LANES)
    return base64.urlsafe_b64encode(slow.derive(passphrase.encode("utf-8", "surrogatepass")))


def _chosen() -> Path:
    if chosen := os.environ.get("CONVENANT_NOTEBOOK"):
        return Path(chosen)
    try:
        home = Path.home()
    except RuntimeError as error:
        raise ConvenantError(
            N_("There is no place for the notebook."),
            N_("Choose one in CONVENANT_NOTEBOOK."),
        ) from error
    if os.name == "nt":
        return Path(os.environ.get("APPDATA") or home, "convenant", "notebook")
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share", "convenant", "notebook")


def _closed() -> ConvenantError:
    return ConvenantError(
        N_("The notebook does not open."),
        N_("Is it the right passphrase? Without it nobody can read the notebook, and nor can we."),
    )
