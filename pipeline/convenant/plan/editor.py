"""What an editor needs to know the keys: schemas in the workspace, and a line that names them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from convenant.locale import N_
from convenant.model.section import Section

FOLDER = "schema"
"""Where the schemas stand in a workspace; records that the program writes point there too."""

_KEYS = {
    "convenant.yaml": "workspace",
    "access.yaml": "access",
    **{section.data_file: section.key for section in Section},
}
_LINE = re.compile(rb"^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S*)", re.MULTILINE)
_BOM = b"\xef\xbb\xbf"


class EditorFile(Struct, frozen=True):
    """A file as it is to become.

    Attributes:
        path: POSIX path from the workspace root.
        reason: what is done to it, with the blank `{file}`.
    """

    path: str
    data: bytes
    reason: str


def plan_editor_files(
    schemas: Mapping[str, bytes], present: Mapping[str, bytes]
) -> Iterator[EditorFile]:
    """The schemas that are missing or old, and the data files that name none.

    Args:
        schemas: by file name, as this program has them.
        present: by POSIX path from the workspace root, schemas and data files as they are.
    """
    for name, data in schemas.items():
        path = f"{FOLDER}/{name}"
        if path not in present:
            yield EditorFile(path, data, N_("Add {file}."))
        elif present[path] != data:
            yield EditorFile(path, data, N_("Renew {file}."))
    for path, data in present.items():
        key = _KEYS.get(path.rpartition("/")[2])
        if key and not path.startswith(f"{FOLDER}/"):
            line = f"{'../' * path.count('/')}{FOLDER}/{key}.schema.json".encode()
            named = _with_line(data, line)
            if named != data:
                yield EditorFile(path, named, N_("Name the schema in {file}."))


def schema_in(language: str, data: bytes) -> bytes:
    """A schema whose titles and descriptions are in one language: an editor shows no other."""
    spoken = _spoken(json.loads(data), f"x-{language}")
    return f"{json.dumps(spoken, ensure_ascii=False, indent=2)}\n".encode()


def _spoken(value: Any, mark: str) -> Any:
    if isinstance(value, list):
        return [_spoken(part, mark) for part in value]
    if not isinstance(value, dict):
        return value
    words = value.get(mark, {})
    said = {key: words[key] for key in ("title", "description") if key in words}
    return {**{k: _spoken(v, mark) for k, v in value.items() if k != mark}, **said}


def _with_line(data: bytes, schema: bytes) -> bytes:
    """The file with the line on top. One that names another schema was written on purpose."""
    if b"\0" in data:
        return data  # no UTF-8: a check says so
    if found := _LINE.search(data):
        ours = found[1].rpartition(b"/")[2] == schema.rpartition(b"/")[2]
        if not ours or b"://" in found[1]:
            return data
        return data[: found.start(1)] + schema + data[found.end(1) :]
    mark = _BOM if data.startswith(_BOM) else b""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = b"# yaml-language-server: $schema=" + schema + end
    return mark + line + data[len(mark) :]
