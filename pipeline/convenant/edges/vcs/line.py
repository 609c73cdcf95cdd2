"""Looking back in one question: when folders moved, and which version made a line."""

from __future__ import annotations

from convenant.edges.vcs.repository import Repository


def read_moves(repository: Repository, version: str, folder: str) -> dict[str, int]:
    """When each folder below a folder changed last, in seconds since 1970: one log.

    Args:
        folder: from the top of the repository, with a slash at its end.
    """
    said = repository.ask(
        *("log", "--first-parent", "-m", "--format=%x01%ct", "--name-only", "--no-renames", "-z"),
        *(version, "--", folder),
    ).decode("utf-8", "surrogateescape")
    found: dict[str, int] = {}
    for record in said.split("\x01")[1:]:
        time, *names = record.replace("\n", "\0").split("\0")
        for name in names:
            if name.startswith(folder):
                found.setdefault(name.removeprefix(folder).partition("/")[0], int(time))
    return found


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
