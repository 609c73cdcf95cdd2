"""One at a time on one computer: a lock that ends with the process that holds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from convenant.edges.vcs.repository import Repository
from convenant.edges.vcs.write import unwritable
from convenant.errors import ConvenantError
from convenant.locale import N_


@contextmanager
def alone_here(repository: Repository) -> Iterator[None]:
    """Let nobody else on this computer move the main version at the same time.

    Raises:
        ConvenantError: when somebody is doing so.
    """
    try:
        import fcntl
    except ImportError:  # Windows: the refs themselves are still moved by one at a time
        yield
        return
    place = repository.common / "convenant"
    try:
        place.mkdir(exist_ok=True)
        file = (place / "turn.lock").open("wb")
    except OSError as error:
        raise unwritable() from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ConvenantError(
                N_("Somebody is closing a meeting here at this very moment."),
                N_("Wait until that is done, and run the same command once more."),
            ) from error
        yield
