"""Bytes → text: UTF-8 with line feeds, and nothing in it that a reader cannot see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from convenant.locale import N_
from convenant.model.folder import TEXT_LIMIT
from convenant.problem import Place, Problem, Severity, Term

REPORTED = 20
"""Forbidden characters that are reported by place in one file; more of them tell nothing new."""

FORBIDDEN = re.compile(
    "(?P<direction>[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])"
    "|(?P<separator>[\u2028\u2029])"
    "|(?P<noncharacter>[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 65536)
    )
    + "])"
    "|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f])"
)
"""What no text may hold; the name of the group is the end of the problem's code."""

_ORDINARY = bytes(range(0x20, 0x7F)) + b"\n\t"
_BOM = "\ufeff"
_NO_TEXT = N_("no text at all")
_MARKS = (  # the longer first: UTF-32's mark begins with UTF-16's
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def load_text(
    file: str, data: bytes, *, limit: int = TEXT_LIMIT
) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of a file with line feeds only, and what is wrong with its bytes.

    A byte order mark and other line ends are mended in what is returned. A forbidden character
    becomes U+FFFD there, so that every place stays right and the rest can be read on.

    Returns:
        The text, or None where there is none to be had: too large, or no UTF-8.
    """
    if len(data) > limit:
        values = {"file": file.rpartition("/")[2], "limit": f"{limit // 1000} kB"}
        return None, (Problem(Place(file), "file-too-large", Severity.ERROR, values),)
    encoding = _wide_encoding(data)
    if encoding:
        return None, (_wrong_encoding(file, data, data.find(b"\0"), encoding),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        try:
            text = data.decode("utf-8", "surrogatepass")
        except UnicodeDecodeError:
            return None, (_wrong_encoding(file, data, error.start, _guess(data)),)
    else:
        # Most files hold printable ASCII and a few letters with accents: look at those only.
        unusual = data.translate(None, _ORDINARY)
        if not unusual or not (b"\r" in unusual or FORBIDDEN.search(unusual.decode("utf-8"))):
            return text, ()
    return _mended(file, text)


def find_forbidden(file: str, text: str) -> Iterator[Problem]:
    """A problem for each forbidden character in order, up to `REPORTED`."""
    line, start, seen = 1, 0, 0
    for match in islice(FORBIDDEN.finditer(text), REPORTED):
        at = match.start()
        line += text.count("\n", seen, at)
        start = text.rfind("\n", 0, at) + 1
        seen = at
        place = Place(file, line, at - start + 1)
        values = {"character": f"U+{ord(match[0]):04X}"}
        yield Problem(place, f"text-{match.lastgroup}", Severity.ERROR, values)


def mend_text(data: bytes, *, tabs: bool = False) -> bytes:
    """The same text without a byte order mark and with line feeds; no UTF-8 is left as it is.

    Args:
        tabs: put spaces for tabs as well, up to the next column that is a multiple of four.
    """
    try:
        text = data.decode("utf-8").removeprefix(_BOM)
    except UnicodeDecodeError:
        return data
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return (text.expandtabs(4) if tabs else text).encode("utf-8")


def _mended(file: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    problems = []
    if text.startswith(_BOM):
        problems.append(Problem(Place(file), "text-bom", Severity.WARNING))
        text = text[1:]
    if "\r" in text:
        at = text.index("\r")
        place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        problems.append(Problem(place, "text-line-ends", Severity.WARNING))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += find_forbidden(file, text)
    return FORBIDDEN.sub("\ufffd", text), tuple(problems)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 by its mark, or by the NULs that it puts between Latin letters."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:4096]
    if len(sample) < 4 or 0 not in sample:
        return ""
    nuls = [sample[k::4].count(0) / len(sample[k::4]) for k in range(4)]
    if nuls[1] > 0.9 and nuls[2] > 0.9 and min(nuls[0], nuls[3]) < 0.1:
        return "UTF-32"
    even, odd = nuls[0] + nuls[2], nuls[1] + nuls[3]
    return "UTF-16" if max(even, odd) > 1 and min(even, odd) < 0.2 else ""


def _guess(data: bytes) -> str:
    """What bytes that are no UTF-8 seem to be."""
    control = data.translate(None, _ORDINARY + b"\r\f" + bytes(range(0x80, 0x100)))
    if control:
        return Term(_NO_TEXT)
    return "Windows-1252" if any(0x80 <= byte <= 0x9F for byte in data) else "Latin-1"


def _wrong_encoding(file: str, data: bytes, at: int, encoding: str) -> Problem:
    before = data[: max(at, 0)].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix(_BOM)
    place = Place(file, before.count(b"\n") + 1, len(line) + 1)
    if any(data.startswith(mark) for mark, _ in _MARKS):
        place = Place(file)
    return Problem(place, "text-encoding", Severity.ERROR, {"encoding": encoding})
