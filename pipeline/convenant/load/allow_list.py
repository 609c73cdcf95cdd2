"""What a text may hold. Everything that is not named here is refused."""

from __future__ import annotations

import re
from urllib.parse import unquote

ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,59}")
"""An id, as the schemas have it for the data."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

HEADING_CLASSES = ("unnumbered", "repealed")
"""Classes of a level-2 heading."""

TABLE = "table"
"""Class of the division that gives a table its id and caption."""

BLOCKS = (
    *("challenge", "horizon", "goals", "touchpoints", "values", "out-of-scope"),
    *("third-party-interests", "statutes"),
    *("parties", "contributions", "benefits", "commitments", "roles", "accession"),
    "partnership-map",
    *("scenes", "sites", "roadmap", "boundaries"),
    *("plan", "governance", "budget", "funding", "effects-arena", "effects-calculator"),
    *("monitoring", "evaluation", "communication", "risks"),
    *("definitions", "conditions", "duration", "privacy", "provisions", "signals"),
    *("annexes", "sources"),
)
"""Names of generated blocks: classes of an empty division."""

MARKS = frozenset(
    {"Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Underline", "SmallCaps"}
)
QUOTES = frozenset({"SingleQuote", "DoubleQuote"})
LIST_STYLES = frozenset({"Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman", "UpperRoman"})
LIST_DELIMITERS = frozenset({"Period", "OneParen", "TwoParens"})
ALIGNMENTS = frozenset({"AlignLeft", "AlignRight", "AlignCenter", "AlignDefault"})

DEPTH = 64
"""Blocks and inlines in each other."""

# A name and password in an address make it look like another one: https://gemeente.nl@example.org
_WEB = re.compile(r"https?://[^\s/?#@\\<>\"`^{}|]+([/?#][^\s\\<>\"`^{}|]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@?&%<>\"]+@[^\s@?&%<>\"]+", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)


def link_target(target: str) -> str | None:
    """The target of a link as the tree may have it: `#id`, `@source`, an address, an annex."""
    if target[:1] in ("#", "@"):
        return target if ID.fullmatch(target, 1) else None
    if target.isprintable() and (_WEB.fullmatch(target) or _MAIL.fullmatch(target)):
        return target
    path = local_path(target)
    return target if path and path.startswith("annexes/") else None


def local_path(target: str) -> str | None:
    """A path that cannot lead out of the covenant's folder, without its `%20`s; else nothing."""
    path = unquote(target).removeprefix("./")
    if is_remote(target) or is_remote(path) or not path.isprintable() or "\\" in path:
        return None
    return None if any(part in ("", ".", "..") for part in path.split("/")) else path


def is_remote(target: str) -> bool:
    """Whether a target names a scheme or a host: https:, data:, file:, C:, //host."""
    return bool(_SCHEME.match(target))
