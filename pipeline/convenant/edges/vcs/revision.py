"""What Git knows about many covenants at once, in a few short questions whatever their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from pathlib import Path

from convenant.edges.vcs.place import ask_git
from convenant.edges.vcs.repository import ORIGIN, RECORDS_BRANCH
from convenant.model.proposal import FOLDER


def find_last_meetings(root: Path) -> Mapping[str, str]:
    """By covenant the name of the iteration that its last meeting left, such as `meeting/2027-1`.

    An iteration is an annotated tag `<slug>/meeting/<id>`; the last one made counts.
    """
    question = ("for-each-ref", "--sort=creatordate", "--format=%(objecttype) %(refname:strip=2)")
    found: dict[str, str] = {}
    for line in (ask_git(root, *question, "refs/tags/*/meeting/*") or "").split("\n"):
        kind, _, name = line.partition(" ")
        slug, _, rest = name.partition("/")
        if kind == "tag" and rest:
            found[slug] = rest
    return found


def find_names(root: Path, slug: str) -> tuple[str, ...]:
    """Every name of a version that a person could mean for a covenant."""
    places = ("refs/tags/", "refs/heads/", f"refs/remotes/{ORIGIN}/{FOLDER}/")
    question = ("for-each-ref", "--format=%(refname)", *places)
    names = []
    for ref in (ask_git(root, *question) or "").split("\n"):
        kind, _, name = ref.removeprefix("refs/").partition("/")
        name = name.removeprefix(f"{ORIGIN}/") if kind == "remotes" else name
        if kind == "tags" and name.startswith(f"{slug}/"):
            names.append(name.removeprefix(f"{slug}/").removeprefix("meeting/"))
        elif kind != "tags" and name.startswith(f"{FOLDER}/"):
            owner, _, id = name.removeprefix(f"{FOLDER}/").partition("/")
            names += [id] if owner == slug else []
        elif name and ("/" not in name or (kind == "heads" and name != RECORDS_BRANCH)):
            names.append(name)
    return tuple(dict.fromkeys(names))


def find_changed(
    root: Path, old: Mapping[str, str], new: Mapping[str, str] | None = None
) -> Collection[str]:
    """The covenants whose folder differs between two versions, with what Git cannot tell.

    Args:
        old: by slug the name of the version.
        new: likewise, of the same ones; None for the working folder.
    """
    known = set((ask_git(root, "for-each-ref", "--format=%(refname)", "refs/tags/") or "").split())
    before = {slug: _meant(slug, name, known) for slug, name in old.items()}
    after = {slug: _meant(slug, new[slug], known) if new else "HEAD" for slug in old}
    trees = _trees(root, {*before.items(), *after.items()})
    changed = [
        slug
        for slug in old
        if not (tree := trees.get((slug, before[slug]))) or tree != trees.get((slug, after[slug]))
    ]
    return tuple(dict.fromkeys([*changed, *(() if new else _touched(root))]))


def _meant(slug: str, name: str, known: Collection[str]) -> str:
    """What a name stands for, in the order in which `edges.vcs.history` tries it."""
    plain = name if name.isprintable() and " " not in name else "-"
    own = (f"refs/tags/{slug}/{plain}", f"refs/tags/{slug}/meeting/{plain}")
    return next((ref for ref in own if ref in known), plain)


def _trees(root: Path, wanted: Collection[tuple[str, str]]) -> Mapping[tuple[str, str], str]:
    """By covenant and version the id of its folder, without those that Git does not have.

    A version of many covenants is listed once: asking for each of them takes a look at every
    folder above it, again and again.
    """
    counts = Counter(version for _, version in wanted)
    shared = [version for version, count in counts.items() if count > 1]
    single = [(slug, version) for slug, version in wanted if counts[version] == 1]
    asked = [f"{version}:./covenants" for version in shared]
    asked += [f"{version}:./covenants/{slug}" for slug, version in single]
    said = "".join(f"{name}\n" for name in asked)
    answer = ask_git(root, "cat-file", "--batch-check=%(objectname)", said=said) or ""
    ids = ["" if " " in line else line for line in answer.split("\n")]
    found = {key: id for key, id in zip(single, ids[len(shared) :], strict=False) if id}
    for version, id in zip(shared, ids, strict=False):
        listed = (ask_git(root, "ls-tree", "-z", id) or "") if id else ""
        entries = {
            slug: entry.split(" ")[-1]
            for entry, _, slug in (line.partition("\t") for line in listed.split("\0"))
        }
        found |= {(s, v): entries[s] for s, v in wanted if v == version and s in entries}
    return found


def _touched(root: Path) -> list[str]:
    """Covenants with something that no version has yet."""
    question = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=normal")
    inside = (ask_git(root, "rev-parse", "--show-prefix") or "").strip()
    start = f"{inside}covenants/"
    found = []
    for entry in (ask_git(root, *question, "--", "covenants") or "").split("\0"):
        path = entry[3:]
        if path.startswith(start):
            found.append(path.removeprefix(start).partition("/")[0])
        elif path and start.startswith(path):
            found += [folder.name for folder in (root / "covenants").iterdir()]
    return found
