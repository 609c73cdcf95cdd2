"""Reading much from Git in one stream: blobs, trees, differences, the line of versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Thread

from msgspec import Struct

from convenant.edges.vcs.repository import GitSaidNo, Repository, start
from convenant.errors import ConvenantError
from convenant.locale import N_

NOTHING = "0" * 40
_LINK = "120000"


class Leaf(Struct, frozen=True):
    """A file in a tree. Its name may hold anything; halves of characters come as surrogates."""

    path: str
    mode: str
    id: str

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link, or another repository."""
        return self.mode not in ("100644", "100755")


class Line(Struct, frozen=True):
    """A version in the line of history.

    Attributes:
        time: in seconds since 1970.
        message: with its trailers.
    """

    id: str
    parents: tuple[str, ...]
    time: int
    author: str
    message: str


def read_blobs(
    repository: Repository, ids: Iterable[str], limit: int = 8_000_000
) -> dict[str, bytes]:
    """The bytes of many blobs, by id; what is larger than the limit is left out."""
    wanted = list(dict.fromkeys(id for id in ids if id and id != NOTHING))
    if not wanted:
        return {}
    process = start(repository.top, "cat-file", "--batch", "--buffer")
    assert process.stdin is not None  # noqa: S101  (for the type checker)
    assert process.stdout is not None  # noqa: S101

    def feed() -> None:
        assert process.stdin is not None  # noqa: S101
        with process.stdin as stream:
            stream.write("".join(f"{id}\n" for id in wanted).encode())

    feeder = Thread(target=feed, daemon=True)
    feeder.start()
    found: dict[str, bytes] = {}
    with process.stdout as stream:
        for id in wanted:
            head = stream.readline().split()
            if len(head) != 3:
                continue  # missing, as in a clone that left parts out
            size = int(head[2])
            data = stream.read(size + 1)[:-1]
            if size <= limit:
                found[id] = data
    feeder.join()
    if process.wait() != 0:
        raise broken()
    return found


def read_paths(
    repository: Repository, version: str, paths: Iterable[str], limit: int = 8_000_000
) -> dict[str, bytes]:
    """Files of a version by their path from the top of the repository; missing ones left out."""
    names = sorted(path for path in paths if "\n" not in path)
    if not names:
        return {}
    said = "".join(f"{version}:{name}\n" for name in names)
    answer = repository.text("cat-file", "--batch-check=%(objectname)", said=said)
    ids = dict(zip(names, answer.split("\n"), strict=True))
    data = read_blobs(repository, (id for id in ids.values() if " " not in id), limit)
    return {name: data[id] for name, id in ids.items() if id in data}


def list_tree(repository: Repository, version: str, path: str = "") -> tuple[Leaf, ...]:
    """Every file under a path of a version, by its path from there."""
    where = f"{version}:{path.rstrip('/')}" if path else version
    try:
        said = repository.ask("ls-tree", "-r", "-z", "--full-tree", where)
    except GitSaidNo:
        return ()
    return tuple(
        _leaf(line) for line in said.decode("utf-8", "surrogateescape").split("\0") if line
    )


def list_folders(repository: Repository, version: str, path: str) -> dict[str, str]:
    """The folders right under a path of a version, each with the id of its tree."""
    try:
        said = repository.ask("ls-tree", "-d", "-z", "--full-tree", f"{version}:{path}")
    except GitSaidNo:
        return {}
    lines = said.decode("utf-8", "surrogateescape").split("\0")
    leaves = [_leaf(line) for line in lines if line]
    return {leaf.path: leaf.id for leaf in leaves if leaf.mode == "040000"}


def _leaf(line: str) -> Leaf:
    about, _, path = line.partition("\t")
    mode, _, id = about.split(" ")
    return Leaf(path, mode, id)


def list_differences(
    repository: Repository, pairs: Sequence[tuple[str, str]], limit: int
) -> list[dict[str, tuple[str, str]]]:
    """For each pair of trees the paths that differ, with the ids before and after.

    A path that is a link afterwards has `link` as its second id. No more than `limit` are kept for
    a pair, and one more to show that there were more.
    """
    if not pairs:
        return []
    process = start(repository.top, "diff-tree", "--stdin", "-r", "-z", "--raw", "--no-renames")
    assert process.stdin is not None  # noqa: S101
    assert process.stdout is not None  # noqa: S101

    def feed() -> None:
        assert process.stdin is not None  # noqa: S101
        with process.stdin as stream:
            stream.write("".join(f"{one} {other}\n" for one, other in pairs).encode())

    feeder = Thread(target=feed, daemon=True)
    feeder.start()
    found: dict[tuple[str, str], dict[str, tuple[str, str]]] = {}
    here: dict[str, tuple[str, str]] = {}
    with process.stdout as stream:
        for kind, first, second, path in _raw(stream):
            if kind == "pair":
                here = found.setdefault((first, second), {})
            elif len(here) <= limit:
                here[path] = (first, second)
    feeder.join()
    if process.wait() != 0:
        raise broken()
    return [found.get(pair, {}) for pair in pairs]


def _raw(stream: Iterable[bytes]) -> Iterator[tuple[str, str, str, str]]:
    """The records of `diff-tree --stdin -z --raw`, from a stream without line ends."""
    rest = b""
    waiting: str | None = None
    for chunk in _chunks(stream):
        *parts, rest = (rest + chunk).split(b"\0")
        for part in parts:
            text = part.decode("utf-8", "surrogateescape")
            # The heading of a pair ends with a line feed and not with a zero.
            while waiting is None and not text.startswith(":") and "\n" in text:
                head, _, text = text.partition("\n")
                first, _, second = head.partition(" ")
                yield "pair", first, second, ""
            if waiting is None:
                waiting = text
                continue
            about = waiting.lstrip(":").split(" ")
            after = "link" if about[1] not in ("100644", "100755", "000000") else about[3]
            yield "file", about[2], after, text
            waiting = None


def _chunks(stream: Iterable[bytes]) -> Iterator[bytes]:
    read = getattr(stream, "read1", None) or stream.read  # type: ignore[attr-defined]
    while chunk := read(1 << 16):
        yield chunk


def read_lines(
    repository: Repository, *what: str, tips: Iterable[str] = (), paths: Sequence[str] = ()
) -> tuple[Line, ...]:
    """Versions, newest first, as `git log` lists them."""
    form = "%H%x00%P%x00%ct%x00%an%x00%B%x01%x00"
    # git takes no paths beside what it reads from its input.
    fed = "".join(f"{tip}\n" for tip in dict.fromkeys(tips)).encode()
    words = ("log", f"--format=tformat:{form}", *what)
    words += ("--stdin",) if fed else ("--", *paths)
    said = repository.ask(*words, said=fed).decode("utf-8", "surrogateescape")
    found = []
    for record in said.split("\x01\0\n"):
        if record.strip("\n"):
            id, parents, time, author, message = record.split("\0", 4)
            found.append(
                Line(id.strip(), tuple(parents.split()), int(time), author, message.strip())
            )
    return tuple(found)


def read_graph(
    repository: Repository, tips: Iterable[str]
) -> Mapping[str, tuple[tuple[str, ...], str, int]]:
    """Per version its parents, its tree and its time: everything that can be reached."""
    said = repository.ask(
        "log",
        "--format=tformat:%H %T %ct %P",
        "--stdin",
        said="".join(f"{t}\n" for t in tips).encode(),
    ).decode()
    graph = {}
    for line in said.split("\n"):
        if line:
            id, tree, time, *parents = line.split(" ")
            graph[id] = (tuple(p for p in parents if p), tree, int(time))
    return graph


def broken() -> ConvenantError:
    """What to say when Git stops in the middle."""
    return ConvenantError(
        N_("Git stopped while it was being read."),
        N_("Run “git fsck” in the folder and ask for help with what it reports."),
    )
