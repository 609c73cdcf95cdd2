"""Dates and amounts in the data, written another way than the schema asks, put right in place.

Only what can be read in one way is mended: a day comes before a month, as Dutch has it, and an
amount with three digits behind a full stop is in thousands, since no amount has three decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from convenant.model.annotation import Leaf, Schema, leaves
from convenant.model.month import MONTHS
from convenant.model.tree import Map

_WORDS = re.compile(r"(\d{1,2}) ([a-zA-Z]{3,9})\.? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_AMOUNT = re.compile(
    r"(?:€|EUR|euro)? ?(?P<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?P<cents>\d\d|-+|=))?"
    r"(?: ?(?:euro|EUR))?"
)
_SCALAR = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[^\s,}\]#][^,}\]#\n]*")

_MODELINE = re.compile(
    r"# yaml-language-server: \$schema=(?P<home>\S*?)(?P<key>[a-z]+)\.schema\.json"
)


def mend_data(text: str, tree: Map, schema: Schema) -> str:
    """The file with its dates as `2027-03-01` and its amounts as `12500.00`."""
    lines = text.split("\n")
    for leaf in sorted(_written_otherwise(tree, schema), key=lambda leaf: leaf.place, reverse=True):
        line, start = lines[leaf.place.line - 1], leaf.place.column - 1
        found = _SCALAR.match(line, start)
        if found is None:
            continue
        said = found[0].rstrip()
        better = _mended(leaf, said.strip("\"'"))
        if better:
            quoted = f'"{better}"' if said[0] in "\"'" and not _is_money(leaf) else better
            lines[leaf.place.line - 1] = line[:start] + quoted + line[start + len(said) :]
    return "\n".join(lines)


def mend_modeline(text: str, key: str, home: str) -> str:
    """The file with a first line that tells editors its schema.

    Args:
        key: of the schema, such as `ambition`.
        home: where the schemas are, from the file; empty leaves a file without the line as it is.
    """
    found = _MODELINE.match(text)
    if found is None:
        return f"# yaml-language-server: $schema={home}{key}.schema.json\n{text}" if home else text
    return text[: found.start("key")] + key + text[found.end("key") :]


def schema_home(text: str) -> str:
    """Where a file says that the schemas are; empty when it does not."""
    found = _MODELINE.match(text)
    return found["home"] if found else ""


def iso_date(text: str) -> str:
    """The ISO date that a text means; empty when it means none, or more than one."""
    if found := _WORDS.fullmatch(text):
        day, month, year = found[1], str(MONTHS.get(found[2].lower(), 0)), found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = found[1], found[2], found[3]
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = found[1], found[2], found[3]
    else:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def plain_amount(text: str) -> str:
    """The amount that a text means, with two decimals; empty when it means none."""
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        return ""
    cents = (found["cents"] or "").strip("-=") or "00"
    return f"{found['whole'].replace('.', '')}.{cents}"


def _written_otherwise(tree: Map, schema: Schema) -> Iterator[Leaf]:
    """Dates and amounts that the schema would refuse."""
    for leaf in leaves(tree, schema, "format", "x-format"):
        if _is_money(leaf):
            whole = isinstance(leaf.value, Decimal) and leaf.value.as_tuple().exponent == -3
            if isinstance(leaf.value, str) or whole:
                yield leaf
        elif isinstance(leaf.value, str) and _is_date(leaf):
            yield leaf


def _is_money(leaf: Leaf) -> bool:
    return leaf.schema.get("x-format") == "money"


def _is_date(leaf: Leaf) -> bool:
    return leaf.schema.get("format") == "date" or leaf.schema.get("x-format") == "month-or-date"


def _mended(leaf: Leaf, said: str) -> str:
    better = plain_amount(said) if _is_money(leaf) else iso_date(said)
    return "" if better == said else better
