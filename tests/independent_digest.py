"""The digest once more, written from docs/digest.md alone: what anybody could write.

It shares nothing with `convenant.plan`. It takes what the page says that one starts from: the
data as YAML has them, the schemas, pandoc's tree after the allow-list, the bytes of the images, and
the sums by name.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

PARTS = ("covenant", "ambition", "partnership", "visualisation", "programme", "annexes")


class Covenant:
    """What the page starts from.

    Attributes:
        data: per part its YAML.
        prose: per part its blocks.
        annexes: per file of a Markdown annex its blocks.
        images: bytes by path.
        sums: by name.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        prose: Mapping[str, list[Any]],
        annexes: Mapping[str, list[Any]],
        images: Mapping[str, bytes],
        sums: Mapping[str, Decimal],
    ) -> None:
        self.data, self.prose, self.annexes = data, prose, annexes
        self.images, self.sums = images, sums


def digests(covenant: Covenant, schemas: Mapping[str, Any]) -> dict[str, str]:
    """Per part, and `whole`."""
    found = {}
    for part, form in forms(covenant, schemas).items():
        found[part] = sha256(b"convenant-digest/1 " + part.encode() + b"\n" + form.encode())
    lines = "".join(f"{part} {found[part]}\n" for part in PARTS)
    return {**found, "whole": sha256(b"convenant-digest/1\n" + lines.encode())}


def forms(covenant: Covenant, schemas: Mapping[str, Any]) -> dict[str, str]:
    """The canonical form of each part, as JSON."""
    found = {}
    for part in PARTS:
        kept = data_form(covenant.data.get(part), schemas[part], schemas[part])
        form: dict[str, Any] = {"data": kept if isinstance(kept, dict) else {}}
        if part in covenant.prose:
            form["prose"] = blocks_form(covenant.prose[part], covenant)
        if part == "annexes":
            form["annexes"] = {
                file: blocks_form(blocks, covenant) for file, blocks in covenant.annexes.items()
            }
        found[part] = to_json(form)
    return found


def to_json(value: Any) -> str:
    if isinstance(value, dict):
        pairs = (f"{to_json(key)}:{to_json(value[key])}" for key in sorted(value))
        return "{" + ",".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(to_json, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def data_form(value: Any, schema: Any, root: Any) -> Any:
    """Empty is None."""
    schema = follow(schema, root)
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            known = schema.get("properties", {}).get(key)
            if known is not None and follow(known, root).get("x-digest") is True:
                form = data_form(inner, known, root)
                if form is not None:
                    kept[key] = form
        return kept or None
    if isinstance(value, list):
        forms = [data_form(inner, schema.get("items", {}), root) for inner in value]
        return [form for form in forms if form is not None] or None
    return scalar_form(value) or None


def follow(schema: Any, root: Any) -> Any:
    while "$ref" in schema:
        rest = {key: inner for key, inner in schema.items() if key != "$ref"}
        schema = {**root["$defs"][schema["$ref"].split("/")[-1]], **rest}
    return schema


def scalar_form(value: Any) -> str:
    if value is None:
        return ""
    if value is True or value is False:
        return str(value).lower()
    if isinstance(value, str):
        return text_form(value)
    written = f"{value:f}" if isinstance(value, Decimal) else str(value)
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written.strip("-0.") == "" else written


def text_form(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.replace("\xad", ""))).strip(" ")


def blocks_form(blocks: list[Any], covenant: Covenant) -> list[Any]:
    found: list[Any] = []
    for block in blocks:
        kind, inner = block["t"], block.get("c")
        if kind in ("Para", "Plain"):
            line = line_form(inner, covenant)
            found += [["p", line]] if line else []
        elif kind == "Header":
            flags = sorted(name for name in inner[1][1] if name in ("repealed", "unnumbered"))
            line = line_form(inner[2], covenant)
            found.append(["h", str(inner[0]), inner[1][0], flags, line])
        elif kind == "OrderedList":
            items = [blocks_form(item, covenant) for item in inner[1]]
            found.append(["ol", str(inner[0][0]), inner[0][1]["t"], items])
        elif kind == "BulletList":
            found.append(["ul", [blocks_form(item, covenant) for item in inner]])
        elif kind == "DefinitionList":
            pairs = []
            for term, meanings in inner:
                said = [blocks_form(meaning, covenant) for meaning in meanings]
                pairs.append([line_form(term, covenant), said])
            found.append(["dl", pairs])
        elif kind == "BlockQuote":
            found.append(["quote", blocks_form(inner, covenant)])
        elif kind == "CodeBlock":
            found.append(["code", inner[1]])
        elif kind == "Table":
            rows = list(inner[3][1])
            for body in inner[4]:
                rows += body[2] + body[3]
            rows += inner[5][1]
            cells = [[blocks_form(cell[4], covenant) for cell in row[1]] for row in rows]
            found.append(["table", inner[0][0], blocks_form(inner[1][1], covenant), cells])
        elif kind == "Figure":
            shown, said = blocks_form(inner[2], covenant), blocks_form(inner[1][1], covenant)
            found.append(["figure", inner[0][0], shown, said])
        elif kind == "Div":
            found += blocks_form(inner[1], covenant)
    return found


def line_form(inlines: list[Any], covenant: Covenant) -> list[Any]:
    parts: list[Any] = []
    for part in pieces(inlines, covenant):
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        else:
            parts.append(part)
    for index, part in enumerate(parts):
        if isinstance(part, str):
            said = unicodedata.normalize("NFC", part.replace("\xad", ""))
            said = re.sub(r"\s+", " ", said)
            said = said.removeprefix(" ") if index == 0 else said
            parts[index] = said.removesuffix(" ") if index == len(parts) - 1 else said
    return [part for part in parts if part != ""]


def pieces(inlines: list[Any], covenant: Covenant) -> list[Any]:
    found: list[Any] = []
    for inline in inlines:
        kind, inner = inline["t"], inline.get("c")
        if kind == "Str":
            found.append(inner)
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            found.append(" ")
        elif kind == "Quoted":
            marks = "‘’" if inner[0]["t"] == "SingleQuote" else "“”"
            found += [marks[0], *pieces(inner[1], covenant), marks[1]]
        elif kind in ("Emph", "Strong", "Underline", "SmallCaps"):
            found += pieces(inner, covenant)
        elif kind in ("Strikeout", "Superscript", "Subscript"):
            found.append([kind[:3].lower().replace("str", "del"), line_form(inner, covenant)])
        elif kind == "Code":
            found.append(["code", inner[1]])
        elif kind == "Link":
            found.append(["link", inner[2][0], line_form(inner[1], covenant)])
        elif kind == "Image":
            found.append(image_form(inner, covenant))
        elif kind == "Note":
            found.append(["note", blocks_form(inner, covenant)])
        elif kind == "Span":
            id, _, pairs = inner[0]
            if path := dict(pairs).get("path"):
                found.append(["value", scalar_form(value_at(path, covenant))])
            else:
                found += [["id", id]] if id else []
                found += pieces(inner[1], covenant)
    return found


def image_form(inner: list[Any], covenant: Covenant) -> list[str]:
    file = inner[2][0]
    said = dict(inner[0][2]).get("alt", "")
    for figure in covenant.data.get("visualisation", {}).get("figures") or []:
        if figure.get("file") == file and not said:
            said = figure.get("alternative") or ""
    data = covenant.images.get(file)
    return ["image", sha256(data) if data is not None else "", text_form(said)]


def value_at(path: str, covenant: Covenant) -> Any:
    first, *rest = path.split(".")
    if first == "totals":
        return covenant.sums.get(".".join(rest))
    here = covenant.data.get(first)
    for step in rest:
        if isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, list):
            named = [item for item in here if isinstance(item, dict) and item.get("id") == step]
            here = named[0] if named else None
        else:
            return None
    return None if isinstance(here, dict | list) else here


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
