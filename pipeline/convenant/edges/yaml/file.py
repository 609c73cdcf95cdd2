"""Changing a YAML file so that comments and layout stay, down to the byte where nothing changed."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from convenant.edges.yaml.layout import keep_layout
from convenant.errors import ConvenantError
from convenant.locale import N_

if TYPE_CHECKING:
    from ruamel.yaml import YAML
    from ruamel.yaml.comments import CommentedMap

_BOM = "\ufeff"


def edit_yaml(data: bytes, edit: Callable[[CommentedMap], None]) -> bytes:
    """The file after `edit` has changed its mapping in place.

    Comments, quotes, order and indentation are kept; lines that say what they said before are
    the same bytes, line ends included. In the mapping numbers and dates are `str` as written; put
    in an `int`, a `float` or a `bool` to write one.

    Args:
        data: a file that the strict reader accepts; an empty one counts as an empty mapping.

    Raises:
        ConvenantError: when the file cannot be read.
    """
    text = _decoded(data)
    newline = "\r\n" if "\r\n" in text else "\n"
    old = text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")
    # ruamel.yaml forgets empty lines at the very start, and all places shift with them.
    start = len(old) - len(old.lstrip("\n"))
    new = old[:start] + _edited(old[start:], edit)
    if new == old:
        return data
    mark = _BOM if text.startswith(_BOM) else ""
    return f"{mark}{new}".replace("\n", newline).encode("utf-8")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _unreadable() from error


def _edited(old: str, edit: Callable[[CommentedMap], None]) -> str:
    from ruamel.yaml.comments import CommentedMap

    from convenant.edges.yaml.verbatim import round_trip

    yaml = round_trip(old)
    content = _load(yaml, old)
    if content is None:
        content = CommentedMap()
    if not isinstance(content, CommentedMap):
        raise _unreadable()
    before = _dump(yaml, content) if content else ""
    edit(content)
    after = _dump(yaml, content)
    if after == before:
        return old
    if not before:  # ruamel.yaml has nothing to hang the comments of an empty file on
        return f"{old.rstrip()}\n{after}".lstrip("\n")
    kept = "\n".join(keep_layout(old.split("\n"), before.split("\n"), after.split("\n")))
    kept += "" if kept.endswith("\n") else "\n"
    return kept if _same(yaml, kept, after) else after


def _same(yaml: YAML, one: str, other: str) -> bool:
    """Whether two texts hold the same data in the same order."""
    try:
        return json.dumps(_load(yaml, one), default=str) == json.dumps(
            _load(yaml, other), default=str
        )
    except ConvenantError:
        return False


def _load(yaml: YAML, text: str) -> Any:
    from ruamel.yaml.error import YAMLError

    try:
        return yaml.load(text)
    except (YAMLError, RecursionError, ValueError) as error:
        raise _unreadable() from error


def _dump(yaml: YAML, content: Any) -> str:
    stream = io.StringIO()
    yaml.dump(content, stream)
    return stream.getvalue()


def _unreadable() -> ConvenantError:
    return ConvenantError(
        N_("A YAML file that has to be changed cannot be read."),
        N_("Run `convenant check` and mend what it says first."),
    )
