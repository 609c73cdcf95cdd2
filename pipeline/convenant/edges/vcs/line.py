"""Looking back in one question: when folders moved, and which version made a line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import IO

from convenant.edges.vcs.repository import Repository, start


def read_moves(
    repository: Repository, version: str, folder: str, wanted: Collection[str]
) -> dict[str, int]:
    """When folders below a folder changed last, in seconds since 1970.

    One log, read from the newest version on until every wanted folder was seen: what never stands
    still costs little.

    Args:
        folder: from the top of the repository, with a slash at its end.
    """
    words = ("--first-parent", "-m", "--format=%x01%ct", "--name-only", "--no-renames", "-z")
    process = start(repository.top, "log", *words, version, "--", folder)
    assert process.stdin is not None  # noqa: S101  (for the type checker)
    assert process.stdout is not None  # noqa: S101
    process.stdin.close()
    left, time, found = set(wanted), 0, dict[str, int]()
    for part in _parts(process.stdout):
        if part.startswith("\x01"):
            time = int(part[1:])
        elif part.startswith(folder):
            name = part.removeprefix(folder).partition("/")[0]
            found.setdefault(name, time)
            left.discard(name)
            if not left:
                break
    process.kill()
    process.stdout.close()
    process.wait()
    return {name: time for name, time in found.items() if name in wanted}


def _parts(stream: IO[bytes]) -> Iterator[str]:
    """The times and the names of a log, each by itself."""
    rest = b""
    while chunk := stream.read(1 << 14):
        *whole, rest = (rest + chunk.replace(b"\n", b"\0")).split(b"\0")
        for part in whole:
            yield part.decode("utf-8", "surrogateescape")
    yield rest.decode("utf-8", "surrogateescape")


def blame(
    repository: Repository, version: str, path: str, first: int, last: int
) -> list[tuple[int, str, str]]:
    """Per line of a file its number, the version of the main line that made it, and its text."""
    words = ("blame", "--first-parent", "--line-porcelain", "-L", f"{first},{last}")
    said = repository.ask(*words, version, "--", path).decode("utf-8", "surrogateescape")
    found, here = list[tuple[int, str, str]](), ("", 0)
    for line in said.split("\n"):
        if line.startswith("\t"):
            found.append((here[1], here[0], line[1:]))
        elif (parts := line.split(" ")) and len(parts[0]) in (40, 64) and len(parts) >= 3:
            here = (parts[0], int(parts[2]))
    return found
