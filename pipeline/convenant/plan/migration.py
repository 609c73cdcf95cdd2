"""The schema's versions, and the steps from each to the next."""

from __future__ import annotations

from convenant.model.migration import Enlist, Migration, Nest, Quote, Rename, Shape

SCHEMA_VERSION = 2
"""The version that this program reads and writes."""

_TO_2 = Migration(
    version=2,
    steps={
        "covenant.yaml": (
            Rename(("parties", "*"), "kvk", "registration"),
            Quote(("parties", "*"), "registration"),
            Rename(("parties", "*"), "legal_form", "form", Shape.TEXT),
        ),
        "2-partnership.yaml": (
            Rename((), "agreements", "commitments", Shape.LIST),
            Rename(("commitments", "*"), "who", "by", Shape.TEXT),
            Rename(("commitments", "*"), "when", "due", Shape.DATE),
        ),
        "5-annexes.yaml": (
            Nest((), "binding", "nature", {"no": "none", "partly": "partial", "yes": "full"}),
            Rename((), "term", "duration", Shape.MAPPING),
            Enlist((), "signals", "id", "answer", ("yes", "no", "unknown")),
        ),
    },
)

MIGRATIONS: tuple[Migration, ...] = (_TO_2,)
"""In order; the last leads to `SCHEMA_VERSION`."""
