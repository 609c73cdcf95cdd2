"""Reads a redline as somebody would who accepts or rejects every change in it.

It knows the marks from the docstring of `convenant.model.redline` and shares no code with what
makes or writes them.
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct

ACCEPT, REJECT = "accept", "reject"
_STAYS = {ACCEPT: {"insertion", "move-to"}, REJECT: {"deletion", "move-from"}}


class Line(Struct):
    """A paragraph: what it is in, what it says, and whether its end stays."""

    path: str
    text: str
    ends: bool = True


def resolved(blocks: list[Any], action: str) -> list[tuple[str, str]]:
    """Every paragraph of one version, each with what it is in."""
    result: list[tuple[str, str]] = []
    pending = ""
    for line in _lines(blocks, "", action):
        text = pending + line.text
        if line.ends:
            result.append((line.path, " ".join(text.split())))
            pending = ""
        else:
            pending = text
    assert not pending.strip(), pending
    return [line for line in result if line[1]]


def changes_in(value: Any) -> set[str]:
    """The ids of all marks."""
    if isinstance(value, dict):
        return changes_in(value.get("c"))
    if isinstance(value, list):
        own = (
            {dict(value[2])["change"]}
            if len(value) == 3 and isinstance(value[1], list) and "redline" in value[1]
            else set()
        )
        return own.union(*(changes_in(item) for item in value if isinstance(item, dict | list)))
    return set()


def _lines(blocks: list[Any], path: str, action: str) -> list[Line]:
    found: list[Line] = []
    for block in blocks:
        content = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                found.append(_line(content, f"{path}/p", action))
            case "Header":
                found.append(_line(content[2], f"{path}/h{content[0]}", action))
            case "BulletList":
                for item in content:
                    found += _lines(item, f"{path}/ul", action)
            case "OrderedList":
                for item in content[1]:
                    found += _lines(item, f"{path}/ol", action)
            case "DefinitionList":
                for term, meanings in content:
                    found.append(_line(term, f"{path}/dt", action))
                    for meaning in meanings:
                        found += _lines(meaning, f"{path}/dd", action)
            case "BlockQuote":
                found += _lines(content, f"{path}/quote", action)
            case "CodeBlock":
                found.append(Line(f"{path}/p", content[1]))
            case "LineBlock":
                text = " ".join(_text(line, action) for line in content)
                found.append(Line(f"{path}/p", text))
            case "Div":
                found += _lines(content[1], path, action)
            case "Figure":
                found += _lines(content[2], f"{path}/picture", action)
                found += _lines(content[1][1], f"{path}/caption", action)
            case "Table":
                found += _lines(content[1][1], f"{path}/caption", action)
                for row in _rows(content):
                    if "redline" in row[0][1] and not _stays(row[0][1], action):
                        continue
                    for cell in row[1]:
                        lines = _lines(cell[4], f"{path}/cell", action)
                        assert all(line.ends for line in lines[-1:]), "a cell keeps its end"
                        found += lines
            case "HorizontalRule" | "RawBlock":
                pass
            case kind:
                raise AssertionError(kind)
    return found


def _rows(content: list[Any]) -> list[Any]:
    bodies = [row for body in content[4] for row in (*body[2], *body[3])]
    return [*content[3][1], *bodies, *content[5][1]]


def _line(inlines: list[Any], path: str, action: str) -> Line:
    ends = True
    for node in inlines:
        if node["t"] == "Span" and "redline" in node["c"][0][1]:
            kind = node["c"][0][1][1]
            if kind.startswith("break-"):
                ends = _stays(node["c"][0][1], action)
    return Line(path, _text(inlines, action), ends)


def _stays(classes: list[str], action: str) -> bool:
    _, kind, *more = classes
    return kind.removeprefix("break-") in _STAYS[action] and "within" not in more


def _text(inlines: list[Any], action: str) -> str:
    return "".join(_word(node, action) for node in inlines)


def _word(node: Any, action: str) -> str:
    content = node.get("c")
    match node["t"]:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(content[1])
        case "Quoted":
            marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
            return marks[0] + _text(content[1], action) + marks[1]
        case "Note":
            inner = " ".join(line.text for line in _lines(content, "", action))
            return f"[{inner.strip()}]"
        case "Image":
            return f"({dict(content[0][2]).get('alt', '')})"
        case "Span" if "redline" in content[0][1]:
            return _text(content[1], action) if _stays(content[0][1], action) else ""
        case "Span" if "label" in content[0][1]:
            return ""
        case "Span" | "Link":
            return _text(content[1], action)
        case "RawInline":
            return ""
        case _:
            return _text(content, action)
