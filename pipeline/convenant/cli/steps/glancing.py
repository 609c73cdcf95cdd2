"""What an overview shows of a covenant's folder, remembered by the tree that Git knows it by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct

from convenant.cli.steps.meeting.round import Round
from convenant.edges.disk.memory import remember_all, version_key
from convenant.edges.vcs.read import Leaf, list_folders, list_tree, read_blobs
from convenant.load.glance import glance
from convenant.load.maturity import maturity_of
from convenant.load.meeting import load_meeting
from convenant.model.meeting import Meeting
from convenant.model.party import Cover, Party
from convenant.model.section import Maturity, Section

_DATA = frozenset(section.data_file for section in Section)
_LIMIT = 256_000
_FEW = 20
"""Folders that are listed one by one; more of them in one question."""


class Glance(Struct, frozen=True, array_like=True):
    """A covenant's folder at a glance.

    Attributes:
        meetings: the records of the meetings that are closed.
        answered: ids of the parties of whom an answer is on record.
    """

    title: str
    language: str
    parties: tuple[Party, ...]
    maturity: dict[int, Maturity]
    meetings: tuple[Meeting, ...]
    answered: frozenset[str]


def glances(round_: Round, chosen: set[str]) -> dict[str, Glance]:
    """Each chosen covenant that the main version has, by slug."""
    prefix = f"{round_.repository.prefix}covenants"
    trees = list_folders(round_.repository, round_.tip, prefix)
    keys = {slug: version_key("glance", slug, trees[slug]) for slug in chosen & set(trees)}
    return remember_all(keys, Glance, lambda missing: _read(round_, trees, missing))


def _read(round_: Round, trees: Mapping[str, str], slugs: list[str]) -> dict[str, Glance]:
    """One list and one stream; of few covenants a list each, so that cost follows the change."""
    wanted: list[tuple[str, Leaf]] = []
    if len(slugs) <= _FEW:
        for slug in slugs:
            wanted += [(slug, leaf) for leaf in list_tree(round_.repository, trees[slug])]
    else:
        here, chosen = f"{round_.repository.prefix}covenants", set(slugs)
        for leaf in list_tree(round_.repository, round_.tip, here):
            slug, _, name = leaf.path.partition("/")
            if slug in chosen:
                wanted.append((slug, Leaf(name, leaf.mode, leaf.id)))
    wanted = [(slug, leaf) for slug, leaf in wanted if not leaf.is_link and _shows(leaf.path)]
    data = read_blobs(round_.repository, (leaf.id for _, leaf in wanted), _LIMIT)
    files: dict[str, dict[str, bytes]] = defaultdict(dict)
    for slug, leaf in wanted:
        files[slug][leaf.path] = data.get(leaf.id, b"")
    return {slug: _glance(slug, files[slug]) for slug in slugs}


def _shows(name: str) -> bool:
    """Whether a file has anything that the overview shows."""
    record = name.startswith(("meetings/", "consents/")) and name.endswith(".yaml")
    return name in _DATA or record


def _glance(slug: str, files: Mapping[str, bytes]) -> Glance:
    cover: Cover = glance(files.get("covenant.yaml", b""), f"covenants/{slug}/covenant.yaml")
    return Glance(
        cover.title,
        cover.language,
        cover.parties,
        maturity_of(files),
        tuple(load_meeting(n, data) for n, data in files.items() if n.startswith("meetings/")),
        frozenset(n[9:-5] for n in files if n.startswith("consents/")),
    )
