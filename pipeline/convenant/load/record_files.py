"""The record files of a covenant → records, with what does not fit their schemas left to others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.load.record import load_record
from convenant.model.meeting import Meeting
from convenant.model.record import ROUNDS_FILE, Consents, Records, Reviews, Rounds, Signatures
from convenant.model.tree import Map

SCHEMA_OF = {
    "consents": "consent",
    "reviews": "review",
    "signatures": "signature",
    "meetings": "meeting",
}
"""The schema of the files in each folder of records."""


def record_schema(name: str) -> str | None:
    """The schema of a record file, by its path from the covenant's folder; None for others."""
    if name == ROUNDS_FILE:
        return "consent_round"
    folder, _, file = name.partition("/")
    return SCHEMA_OF.get(folder) if file.endswith(".yaml") and "/" not in file else None


def load_records(trees: Mapping[str, Map]) -> Records:
    """The records of a covenant.

    Args:
        trees: the files that could be read, by path from the covenant's folder.
    """

    def of(kind: str) -> Iterator[tuple[str, Map]]:
        yield from ((name, tree) for name, tree in trees.items() if record_schema(name) == kind)

    rounds = trees.get(ROUNDS_FILE)
    return Records(
        rounds=load_record(Rounds, rounds, rounds.file) if rounds is not None else None,
        consents={name: load_record(Consents, tree, tree.file) for name, tree in of("consent")},
        reviews={name: load_record(Reviews, tree, tree.file) for name, tree in of("review")},
        signatures={
            name: load_record(Signatures, tree, tree.file) for name, tree in of("signature")
        },
        meetings={name: load_record(Meeting, tree, tree.file) for name, tree in of("meeting")},
    )
