"""A meeting's record as YAML, and small edits in the data of a section."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import fields

from convenant.edges.yaml.file import edit_yaml
from convenant.model.meeting import Meeting

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

_MODELINE = b"# yaml-language-server: $schema=../../../schema/meeting.schema.json\n"


def meeting_bytes(meeting: Meeting, data: bytes = b"") -> bytes:
    """The record's file; what stood in it and still holds stays byte for byte.

    Args:
        data: the file as it is; empty for a new one.
    """

    def edit(content: CommentedMap) -> None:
        form = _mapping(meeting)
        for key in [key for key in content if key not in form]:
            del content[key]
        for key, value in form.items():
            if content.get(key) != value:
                content[key] = value

    return edit_yaml(data or _MODELINE, edit)


def set_value(data: bytes, key: str, value: str) -> bytes:
    """A YAML file in which one key at the left margin has another value."""

    def edit(content: CommentedMap) -> None:
        content[key] = value

    return edit_yaml(data, edit)


def _mapping(record: Any) -> CommentedMap:
    """The filled fields of a record, in their order; places stay behind."""
    from ruamel.yaml.comments import CommentedMap

    content = CommentedMap()
    for field in fields(record):
        value = getattr(record, field.name)
        zero = value == 0 and field.name != "section"
        if field.name == "at" or value in ("", None, ()) or zero:
            continue
        content[field.name] = _plain(value)
    return content


def _plain(value: Any) -> Any:
    from ruamel.yaml.comments import CommentedSeq

    if isinstance(value, Struct):
        return _mapping(value)
    if isinstance(value, tuple):
        items = CommentedSeq(_plain(item) for item in value)
        if value and isinstance(value[0], int):
            items.fa.set_flow_style()
        return items
    return value
