r"""Cross-references as fields: Word can bring them up to date, and they print right before that.

The printed text is the field's cached result. A number comes from the paragraph it belongs to
(`REF name \r \h`), a figure's or table's from its own counting field in the caption.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy

from msgspec import Struct

from convenant.edges.office.package import replace
from convenant.edges.word.numbering import Headings, heading_level, list_of
from convenant.edges.word.xml import (
    NAMESPACES,
    Element,
    field,
    make,
    only,
    paragraphs,
    q,
    run,
    style_of,
    text_of,
    value,
)

_STYLE = "Reference"
_RUNS = (q("w:r"), q("w:bookmarkStart"), q("w:bookmarkEnd"))


class Target(Struct, frozen=True):
    """What a bookmark stands at.

    Attributes:
        printed: the words or digits that a reference to it ends with.
        code: the field that gives them.
        within: bookmark and label of the article that a member belongs to.
    """

    printed: str
    code: str
    within: Target | None = None


def number_captions(body: Element) -> None:
    """Let captions count by themselves; their bookmark goes round the bare number.

    A reference then repeats the number only, and the word before it can have a small letter. An
    edition of a part keeps the numbers of the whole, so a count may start anywhere.
    """
    last: dict[str, int] = {}
    for paragraph in paragraphs(body):
        if style_of(paragraph) not in ("ImageCaption", "TableCaption"):
            continue
        runs = [r for r in paragraph.iter(q("w:r")) if _style(r) == "CaptionLabel"]
        word, _, number = " ".join("".join(map(text_of, runs)).split()).rpartition(" ")
        if not word or not number.isdigit():
            continue
        start_at = "" if int(number) == last.get(word, 0) + 1 else f" \\r {number}"
        last[word] = int(number)
        counted = field(f"SEQ {word} \\* ARABIC{start_at}", number, "CaptionLabel")
        place = paragraph.index(runs[0])
        start = paragraph.find("w:bookmarkStart", NAMESPACES)
        if start is not None:
            end = only(paragraph, "w:bookmarkEnd")
            place -= 1
            paragraph.remove(start)
            paragraph.remove(end)
            counted = [start, *counted, end]
        for old in runs:
            paragraph.remove(old)
        paragraph[place:place] = [run(f"{word}\u00a0", "CaptionLabel"), *counted]


def targets_of(body: Element, headings: Headings) -> Mapping[str, Target]:
    """By bookmark what a reference to it prints."""
    targets: dict[str, Target] = {}
    article: Target | None = None
    counted: dict[str, int] = {}
    remaining = iter(headings)
    for paragraph in paragraphs(body):
        names = [value(b, "w:name") for b in paragraph.iter(q("w:bookmarkStart"))]
        list_id, depth = list_of(paragraph)
        if level := heading_level(paragraph):
            _, label = next(remaining)
            here = Target(label.text, f"REF {names[0]} \\r \\h") if label.kind and names else None
            article = here if label.kind == "article" else article if level > 2 else None
            targets |= {name: here for name in names if here}
        elif list_id and depth == 0:
            counted[list_id] = counted.get(list_id, 0) + 1
            number = str(counted[list_id])
            for name in names if article else ():
                targets[name] = Target(number, f"REF {name} \\r \\h", article)
        elif names and style_of(paragraph) in ("ImageCaption", "TableCaption"):
            printed = text_of(_between(paragraph))
            targets |= {name: Target(printed, f"REF {name} \\h") for name in names if printed}
    return targets


def link_references(root: Element, targets: Mapping[str, Target]) -> None:
    """Put fields in place of the links whose printed text they would give."""
    for anchor in list(root.iter(q("w:hyperlink"))):
        target = targets.get(value(anchor, "w:anchor"))
        # A link with marks of a redline inside says two things: its text is no result of a field.
        if target is None or any(inner.tag not in _RUNS for inner in anchor):
            continue
        runs = list(_reference(text_of(anchor), target))
        if not runs:
            continue
        replace(anchor, runs)


def _reference(text: str, target: Target) -> Iterator[Element]:
    """The runs of a reference; none where the author chose other words."""
    if target.within is None:
        before = text[: len(text) - len(target.printed)]
        yield from _words(before, text[len(before) :], target)
        return
    whole = target.within.printed
    middle = text[len(whole) : len(text) - len(target.printed)]
    if text[: len(whole)].casefold() == whole.casefold() and text.endswith(target.printed):
        yield from _words("", text[: len(whole)], target.within)
        yield from _words(middle, target.printed, target)


def _words(before: str, printed: str, target: Target) -> Iterator[Element]:
    if printed.casefold() != target.printed.casefold():
        return
    if before:
        yield run(before, _STYLE)
    # The list prints "Artikel 5"; in the middle of a sentence it has a small letter. LibreOffice
    # knows no such switch, nor `\t` or a locked field: it prints what the list has.
    lower = " \\* lower" if printed != target.printed else ""
    yield from field(target.code + lower, printed, _STYLE)


def _style(run: Element) -> str:
    return value(run.find("w:rPr/w:rStyle", NAMESPACES))


def _between(paragraph: Element) -> Element:
    """What stands inside the first bookmark of a paragraph."""
    inside = make("w:p")
    start = only(paragraph, "w:bookmarkStart")
    for sibling in start.itersiblings():
        if sibling.tag == q("w:bookmarkEnd"):
            break
        inside.append(deepcopy(sibling))
    return inside
