"""What Git knows about many covenants at once, in a few short questions whatever their number."""

from __future__ import annotations

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
    asked = [
        f"{name}:./covenants/{slug}"
        for slug, version in old.items()
        for name in (
            *_candidates(slug, version),
            *(_candidates(slug, new[slug]) if new else ("HEAD",) * 3),
        )
    ]
    said = "".join(f"{name}\n" for name in asked)
    answer = ask_git(root, "cat-file", "--batch-check=%(objectname)", said=said)
    if answer is None:
        return tuple(old)
    trees = answer.split("\n")
    changed = []
    for index, slug in enumerate(old):
        before, after = (_first(trees[6 * index + k : 6 * index + k + 3]) for k in (0, 3))
        if not before or before != after:
            changed.append(slug)
    return tuple(dict.fromkeys([*changed, *(() if new else _touched(root))]))


def _candidates(slug: str, name: str) -> tuple[str, str, str]:
    """The three readings of a name, as `edges.history` tries them."""
    plain = name if name.isprintable() and " " not in name else "-"
    return (f"refs/tags/{slug}/{plain}", f"refs/tags/{slug}/meeting/{plain}", plain)


def _first(trees: list[str]) -> str:
    return next((tree for tree in trees if not tree.endswith((" missing", " ambiguous"))), "")


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
