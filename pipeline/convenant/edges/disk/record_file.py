"""Adding one record to a file of records, so that what stands in it stays byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import fields

from convenant.edges.yaml.file import edit_yaml

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

_MODELINE = "# yaml-language-server: $schema=../../../schema/{schema}.schema.json\n"


def add_record(
    data: bytes, schema: str, head: Mapping[str, str], key: str, record: object
) -> bytes:
    """The file with one more record at the end of its list.

    Args:
        data: the file as it is; empty where there is none yet.
        schema: the key of its schema, for editors.
        head: what a new file says of itself.
        key: of the list.
        record: one of `model.record`.

    Raises:
        ConvenantError: when the file cannot be read.
    """

    def edit(content: CommentedMap) -> None:
        from ruamel.yaml.comments import CommentedSeq

        for name, value in head.items():
            content.setdefault(name, value)
        if not isinstance(content.get(key), list):
            content[key] = CommentedSeq()
        content[key].append(_mapping(record))

    return edit_yaml(data or _MODELINE.format(schema=schema).encode(), edit)


def _mapping(record: Any) -> CommentedMap:
    """The filled fields of a record, in their order; places stay behind."""
    from ruamel.yaml.comments import CommentedMap

    content = CommentedMap()
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name == "at" or value in ("", None, ()):
            continue
        content[field.name] = _mapping(value) if isinstance(value, Struct) else value
    return content
