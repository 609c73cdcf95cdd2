"""A redline as native revisions of Word: insertions, deletions, moves, paragraph ends, rows.

Accepting all of them gives the new version, rejecting all the old one. `render.word_revision` has
marked where each begins and ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree
from msgspec import Struct, field

from convenant.edges.office.package import pack, parent_of, parse, serialise, unpack
from convenant.edges.word.xml import NAMESPACES, Element, make, properties_of, put, q

_SPACE = "urn:convenant:redline"
_PARTS = ("word/document.xml", "word/footnotes.xml")
_NAMES = {
    "insertion": "w:ins",
    "deletion": "w:del",
    "move-from": "w:moveFrom",
    "move-to": "w:moveTo",
}
_ROWS = {"insertion": "w:ins", "deletion": "w:del", "move-from": "w:del", "move-to": "w:ins"}
_GOES = ("w:del", "w:moveFrom")
_DELETED = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}


class _Reviser(Struct):
    """Makes revisions with numbers of their own, all by one author at one time."""

    author: str
    moment: str
    number: int = 0
    seen: set[str] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)

    def make(self, kind: str) -> Element:
        """A revision with its number, author and time."""
        self.number += 1
        return make(kind, id=str(self.number), author=self.author, date=self.moment)


class _Mark(Struct, frozen=True):
    kind: str
    change: str
    within: bool


def write_revisions(package: bytes, author: str, time: int) -> bytes:
    """The Word file with its marks as revisions.

    Args:
        author: as Word shows it beside each change.
        time: seconds since 1970, UTC.
    """
    parts = unpack(package)
    moment = datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    reviser = _Reviser(author, moment)
    for name in _PARTS:
        root = parse(parts[name])
        reviser.number = max(reviser.number, _highest(root))
        _revise(root, reviser)
        parts[name] = serialise(root)
    return pack(parts)


def new_text_of(paragraph: Element) -> str:
    """The text of a paragraph without what its marks, not yet revisions, say is gone."""
    gone: list[bool] = []
    parts: list[str] = []
    for element in paragraph.iter():
        if element.tag == f"{{{_SPACE}}}from":
            gone.append(_NAMES[element.get("kind", "")] in _GOES)
        elif element.tag == f"{{{_SPACE}}}to":
            gone.pop()
        elif element.tag == q("w:t") and not any(gone):
            parts.append(element.text or "")
    return "".join(parts)


def is_gone(paragraph: Element) -> bool:
    """Whether a paragraph had words and its marks say that all of them are gone."""
    return not new_text_of(paragraph).strip() and any(t.text for t in paragraph.iter(q("w:t")))


def _revise(root: Element, reviser: _Reviser) -> None:
    open_marks: list[_Mark] = []
    for element in list(root.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.tag.startswith(f"{{{_SPACE}}}"):
            _obey(element, open_marks, reviser)
        elif element.tag == q("w:r") and open_marks:
            _wrap(element, open_marks, reviser)
    for element in [e for e in root.iter() if isinstance(e.tag, str) and _SPACE in e.tag]:
        parent_of(element).remove(element)
    _bracket_moves(root, reviser)
    etree.cleanup_namespaces(root)


def _obey(element: Element, open_marks: list[_Mark], reviser: _Reviser) -> None:
    role = etree.QName(element).localname
    kind, change = element.get("kind", ""), element.get("change", "")
    _name(element, change, reviser)
    if role == "from":
        open_marks.append(_Mark(kind, change, bool(element.get("within"))))
    elif role == "to":
        open_marks.pop()
    elif role == "end":
        paragraph = next(element.iterancestors(q("w:p")))
        if element.get("within"):
            # It came with the move and went again: both marks, in the order of the schema.
            _mark_end(paragraph, reviser.make("w:moveTo"))
        _mark_end(paragraph, reviser.make(_NAMES[kind]))
    elif role == "row":
        row = next(element.iterancestors(q("w:tr")))
        properties = row.find("w:trPr", NAMESPACES)
        if properties is None:
            properties = make("w:trPr")
            before = row.find("w:tblPrEx", NAMESPACES)
            row.insert(0 if before is None else 1, properties)
        if element.get("within"):
            properties.append(reviser.make("w:ins"))
        properties.append(reviser.make(_ROWS[kind]))


def _name(element: Element, change: str, reviser: _Reviser) -> None:
    """A hidden bookmark at the start of each change, so that a comment can lead to it."""
    if change in reviser.seen:
        return
    reviser.seen.add(change)
    reviser.number += 1
    number = str(reviser.number)
    element.addprevious(make("w:bookmarkStart", id=number, name=f"_change_{change}"))
    element.addprevious(make("w:bookmarkEnd", id=number))


def _mark_end(paragraph: Element, revision: Element) -> None:
    properties = properties_of(paragraph)
    found = properties.find("w:rPr", NAMESPACES)
    if found is None:
        found = make("w:rPr")
        put(paragraph, found)
    found.insert(0, revision)


def _wrap(run: Element, open_marks: list[_Mark], reviser: _Reviser) -> None:
    """Put a run inside its revisions; words that went within a moved part inside both."""
    mark = open_marks[-1]
    names = ["w:moveTo"] if mark.within else []
    names.append(_NAMES[mark.kind])
    if mark.kind == "deletion":
        for old, new in _DELETED.items():
            for text in run.iter(q(old)):
                text.tag = q(new)
    outer = inner = reviser.make(names[0])
    for name in names[1:]:
        wrapped = reviser.make(name)
        inner.append(wrapped)
        inner = wrapped
    parent_of(run).replace(run, outer)
    inner.append(run)


def _bracket_moves(root: Element, reviser: _Reviser) -> None:
    """Name the ranges of moves, so that Word pairs both places."""
    for tag in ("moveFrom", "moveTo"):
        for run in list(_stretches(root, tag)):
            name = f"move{reviser.number}"
            start = reviser.make(f"w:{tag}RangeStart")
            start.set(q("w:name"), name)
            end = make(f"w:{tag}RangeEnd", id=start.get(q("w:id"), ""))
            run[0].addprevious(start)
            run[-1].addnext(end)


def _stretches(root: Element, tag: str) -> Iterator[list[Element]]:
    """The moved runs that follow each other within a paragraph."""
    for paragraph in root.iter(q("w:p")):
        found = [e for e in paragraph if e.tag == q(f"w:{tag}")]
        if found:
            yield found


def _highest(root: Element) -> int:
    """The highest number of a bookmark or another mark."""
    named = (q("w:bookmarkStart"), q("w:bookmarkEnd"))
    return max((int(e.get(q("w:id"), "0")) for e in root.iter(*named)), default=0)
