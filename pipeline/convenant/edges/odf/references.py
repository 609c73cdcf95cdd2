"""Cross-references as ODF fields, with the printed text in them until they are brought up to date.

The office program prints a field as soon as it opens the file, so the fields say exactly what was
printed: an article's in small letters within a sentence, a figure's as a bare number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from convenant.edges.odf.xml import Element, make, q, text_of, unwrap, value
from convenant.edges.office.label import Label
from convenant.edges.office.package import replace, take

_STYLE = "Reference"
_CAPTIONS = ("FigureCaption", "TableCaption")


class Target(Struct, frozen=True):
    """What can be referred to.

    Attributes:
        name: of its bookmark, or of its counting field.
        printed: the words or digits that a reference ends with.
        counts: whether it is a caption's number.
        within: the article that a member belongs to.
    """

    name: str
    printed: str
    counts: bool = False
    within: Target | None = None


def number_captions(body: Element, ids: Iterable[str]) -> dict[str, Target]:
    """Let captions count by themselves: by id what refers to them.

    An edition of a part keeps the numbers of the whole, so a count may start anywhere.
    """
    remaining = iter(ids)
    targets: dict[str, Target] = {}
    words: dict[str, int] = {}
    for paragraph in body.iter(q("text:p")):
        if value(paragraph, "text:style-name") not in _CAPTIONS:
            continue
        id = next(remaining, "")
        label = paragraph.find(q("text:span"))
        word, _, number = text_of(label).rpartition(" ") if label is not None else ("", "", "")
        if label is None or not word or not number.isdigit():
            continue
        follows = int(number) == words.get(word, 0) + 1
        words[word] = int(number)
        name = f"{word}-{number}"
        counted = make(
            "text:sequence",
            {
                "text:ref-name": name,
                "text:name": word,
                "text:formula": f"ooow:{word}+1" if follows else f"ooow:{number}",
                "style:num-format": "1",
            },
            text=number,
        )
        for child in list(label):
            label.remove(child)
        label.text = f"{word}\u00a0"
        label.append(counted)
        if id:
            targets[id] = Target(name, number, counts=True)
            mark = make("text:bookmark", {"text:name": id})
            mark.tail, paragraph.text = paragraph.text, None
            paragraph.insert(0, mark)
    declared = [
        make("text:sequence-decl", {"text:display-outline-level": "0", "text:name": word})
        for word in words
    ]
    if declared:
        body.insert(0, make("text:sequence-decls", None, *declared))
    return targets


def heading_targets(body: Element, labels: Sequence[Label]) -> dict[str, Target]:
    """By id what refers to a numbered heading or to a member of an article."""
    targets: dict[str, Target] = {}
    article: Target | None = None
    remaining = iter(labels)
    for element in body.iter(q("text:h"), q("text:list")):
        if element.tag == q("text:h"):
            label = next(remaining)
            name = next((value(m, "text:name") for m in _marks(element)), "")
            here = Target(name, label.text) if label.kind and name else None
            article = here if label.kind == "article" else article if label.level > 2 else None
            targets |= {name: here} if here else {}
        elif article and element.getparent() is body and element.find(f".//{q('text:h')}") is None:
            for number, item in enumerate(element.findall(q("text:list-item")), 1):
                first = item.find(q("text:p"))
                for mark in _marks(first) if first is not None else ():
                    member = value(mark, "text:name")
                    targets[member] = Target(member, str(number), within=article)
    return targets


def _marks(element: Element) -> Iterator[Element]:
    return element.iter(q("text:bookmark"), q("text:bookmark-start"))


def link_references(root: Element, targets: Mapping[str, Target]) -> None:
    """Put fields in place of the links whose printed text they would give."""
    for anchor in list(root.iter(q("text:a"))):
        take(anchor, q("office:name"))
        for inner in [s for s in anchor.iter(q("text:span")) if _style(s) == "Definition"]:
            unwrap(inner)
        address = value(anchor, "xlink:href")
        target = targets.get(address.removeprefix("#"))
        parts = list(_reference(text_of(anchor), target)) if target else []
        if parts:
            replace(anchor, parts)
        elif not address.startswith("#"):
            anchor.set(q("text:style-name"), "Internet_20_Link")
            anchor.set(q("text:visited-style-name"), "Internet_20_Link")
        else:
            anchor.set(q("text:style-name"), _STYLE)
            anchor.set(q("text:visited-style-name"), _STYLE)


def _style(span: Element) -> str:
    return value(span, "text:style-name")


def _reference(text: str, target: Target) -> Iterator[Element]:
    """The spans of a reference; none where the author chose other words."""
    if target.within is None:
        cut = len(text) - len(target.printed)
        yield from _field(text[:cut], text[cut:], target)
        return
    whole = target.within.printed
    if text[: len(whole)].casefold() == whole.casefold() and text.endswith(target.printed):
        yield from _field("", text[: len(whole)], target.within)
        cut = len(text) - len(target.printed)
        yield from _field(text[len(whole) : cut], target.printed, target)


def _field(before: str, printed: str, target: Target) -> Iterator[Element]:
    if printed.casefold() != target.printed.casefold():
        return
    if before:
        yield make("text:span", {"text:style-name": _STYLE}, text=before)
    kind = "text:sequence-ref" if target.counts else "text:bookmark-ref"
    form = "value" if target.counts else "number"
    given = {"text:reference-format": form, "text:ref-name": target.name}
    style = _STYLE if printed == target.printed else "Reference_20_Lower"
    yield make("text:span", {"text:style-name": style}, make(kind, given, text=printed))
