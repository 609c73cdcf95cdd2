"""Proposals as Git has them: `proposal/<slug>/<id>`, here and at the others, read in one stream."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from convenant.edges.vcs.read import list_differences, read_graph, read_lines
from convenant.edges.vcs.repository import ORIGIN, Repository
from convenant.model.proposal import FOLDER, Draft

LOCAL = f"refs/heads/{FOLDER}/"
REMOTE = f"refs/remotes/{ORIGIN}/{FOLDER}/"
FILES_LIMIT = 200
"""Files that one proposal may touch."""

_NAME = re.compile(r"(?P<slug>[a-z0-9-]+)/(?P<id>[A-Za-z0-9][A-Za-z0-9-]*)")


class Graph(Struct, frozen=True):
    """Which version came from which."""

    parents: Mapping[str, tuple[str, ...]]
    trees: Mapping[str, str]
    times: Mapping[str, int]
    main: frozenset[str]


def proposal_tips(refs: Mapping[str, str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """The newest versions of each proposal by slug and id: here, and at the others."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for place in (LOCAL, REMOTE):
        for name, commit in refs.items():
            if name.startswith(place) and (match := _NAME.fullmatch(name.removeprefix(place))):
                key = match["slug"], match["id"]
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), commit)))
    return found


def read_drafts(
    repository: Repository, refs: Mapping[str, str], main: str, slug: str = ""
) -> tuple[Draft, ...]:
    """Every proposal of one covenant or of all: one log and one stream of differences."""
    both = {key: tips for key, tips in proposal_tips(refs).items() if slug in ("", key[0])}
    if not both:
        return ()
    graph = read_history(repository, refs[main], [tip for tips in both.values() for tip in tips])
    tips = {key: _newest(graph, *versions) for key, versions in both.items()}
    bases = {key: base_of(graph, tip) for key, tip in tips.items()}
    known = {key: base for key, base in bases.items() if base}
    pairs = [(graph.trees[known[key]], graph.trees[tips[key]]) for key in known]
    limit = FILES_LIMIT
    differences = dict(zip(known, list_differences(repository, pairs, limit), strict=True))
    lines = {
        line.id: line for line in read_lines(repository, "--no-walk=unsorted", tips=tips.values())
    }
    firsts = {key: _first(graph, tip) for key, tip in tips.items()}
    drafts = []
    for (name, id), tip in tips.items():
        prefix = f"{repository.folder_of(name)}/"
        changes = differences.get((name, id), {})
        inside = {p.removeprefix(prefix): v for p, v in changes.items() if p.startswith(prefix)}
        drafts.append(
            Draft(
                id=id,
                covenant=name,
                head=tip,
                base=bases[name, id],
                time=graph.times[firsts[name, id]],
                message=lines[tip].message.split("\n\n")[0] if tip in lines else "",
                files=dict(sorted(inside.items())[:limit]),
                outside=tuple(sorted(p for p in changes if not p.startswith(prefix))),
                too_many=len(changes) > limit,
            )
        )
    return tuple(sorted(drafts, key=lambda draft: (draft.covenant, draft.time, draft.id)))


def find_taken_over(repository: Repository, main: str, head: str) -> tuple[str, str] | None:
    """The versions of the main line just before a proposal became part of it, and with it.

    Args:
        main: the newest version of the main line.
        head: that of the proposal.
    """
    question = ("rev-list", "--merges", "--parents", "--ancestry-path", f"{head}..{main}")
    for line in repository.text(*question).split("\n"):
        version, *parents = line.split(" ")
        if head in parents[1:]:
            return parents[0], version
    return None


def _newest(graph: Graph, *versions: str) -> str:
    """Ours where it goes on from theirs, else theirs: what is shared counts."""
    ours, theirs = versions[0], versions[-1]
    return ours if ours == theirs or _leads(graph, theirs, ours) else theirs


def read_history(repository: Repository, main: str, tips: Iterable[str]) -> Graph:
    """The versions that lead to the main version and to some others."""
    known = read_graph(repository, [main, *tips])
    parents = {id: node[0] for id, node in known.items()}
    waiting, seen = [main], {main}
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return Graph(
        parents,
        {id: node[1] for id, node in known.items()},
        {id: node[2] for id, node in known.items()},
        frozenset(seen),
    )


def base_of(graph: Graph, tip: str) -> str:
    """The newest version of the main line that a proposal knows; empty where it knows none."""
    waiting, seen, found = [tip], {tip}, list[str]()
    while waiting:
        here = waiting.pop()
        if here in graph.main:
            found.append(here)
            continue
        for parent in graph.parents.get(here, ()):
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    # Of several, one that another comes from is the older.
    if len(found) > 1:
        found = [one for one in found if not any(_leads(graph, one, o) for o in found if o != one)]
    return max(found, key=lambda id: (graph.times[id], id)) if found else ""


def _leads(graph: Graph, older: str, newer: str) -> bool:
    waiting, seen = [newer], {newer}
    while waiting:
        for parent in graph.parents.get(waiting.pop(), ()):
            if parent == older:
                return True
            if parent not in seen:
                seen.add(parent)
                waiting.append(parent)
    return False


def _first(graph: Graph, tip: str) -> str:
    """The first version of a proposal itself."""
    here, seen = tip, {tip}
    while True:
        own = [p for p in graph.parents.get(here, ()) if p not in graph.main and p in graph.times]
        if not own or own[0] in seen:
            return here
        here = own[0]
        seen.add(here)
