"""Words of people in Markdown of our own: they are text there and never markup."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_SIGN = re.compile(r"([\\`*_\[\]<>|~^$@{}])")
_START = re.compile(r"^(\s*)([#+\-:>=]|\d+(?=[.)]))")
_LEAST_ALIKE = 0.3


def escaped(text: str) -> str:
    """A text on one line in which nothing is markup."""
    line = _SIGN.sub(r"\\\1", " ".join(text.split()))
    return _START.sub(r"\1\\\2", line) if not line[:1].isdigit() else _number(line)


def redline(before: str, after: str) -> str:
    """Both texts in one: what goes struck out, what comes in bold; whole where little is alike."""
    old, new = before.split(), after.split()
    if not old or not new:
        return f"**{escaped(after)}**" if new else f"~~{escaped(before)}~~"
    match = SequenceMatcher(None, old, new, autojunk=False)
    if match.ratio() < _LEAST_ALIKE:
        return f"~~{escaped(before)}~~ **{escaped(after)}**"
    parts = list[str]()
    for tag, i, j, m, n in match.get_opcodes():
        gone, come = _inner(old[i:j]), _inner(new[m:n])
        if tag == "equal":
            parts.append(gone)
            continue
        parts += [f"~~{gone}~~"] if gone else []
        parts += [f"**{come}**"] if come else []
    return " ".join(parts)


def _inner(words: list[str]) -> str:
    return _SIGN.sub(r"\\\1", " ".join(words))


def _number(line: str) -> str:
    """`3. x` at the start of a line would begin a list."""
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
