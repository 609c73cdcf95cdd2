"""Writing a file so that it is the old one or the new one, whatever happens in between."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from functools import partial
from pathlib import Path

from convenant.edges.ending import undone_if_stopped
from convenant.errors import ConvenantError
from convenant.locale import N_


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`; an existing file keeps its permissions.

    The bytes are on the disk before the name points at them, and so is the name on return. A link
    is never written through.

    Raises:
        ConvenantError: when it cannot be done; nothing has changed then.
    """
    # In the same folder, since only within one file system a rename is one step.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        if path.is_symlink():
            raise OSError(f"{path} is a symbolic link")
        mode = path.stat().st_mode & 0o7777 if path.exists() else None
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with undone_if_stopped(partial(draft.unlink, missing_ok=True)):
            with open(os.open(draft, flags, 0o666), "wb") as file:  # noqa: PTH123
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                draft.chmod(mode)
            draft.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise ConvenantError(
            N_("The file {path} cannot be written."),
            N_("Check that you may write in its folder and that the disk is not full."),
            path=str(path),
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system knows how."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
