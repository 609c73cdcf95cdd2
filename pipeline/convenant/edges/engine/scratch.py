"""Room for what a tool reads and says meanwhile: without it nothing can be made."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from convenant.errors import ConvenantError
from convenant.locale import N_


class NoScratch(ConvenantError):  # noqa: N818  (says what is lacking)
    """Temporary files cannot be written: it holds for every document that is still to come."""


@contextmanager
def scratch() -> Iterator[None]:
    """Work with temporary files.

    Raises:
        NoScratch: when they cannot be written or read.
    """
    try:
        yield
    except OSError as error:
        raise NoScratch(
            N_("Temporary files cannot be written: {reason}."),
            N_("Make room in the folder for temporary files, or name another one in TMPDIR."),
            reason=error.strerror or type(error).__name__,
        ) from error
