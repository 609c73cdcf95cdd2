"""§5: the register of annexes and the list of sources."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.annexes import Annex, Source
from convenant.model.ast import Node, attr, emphasis, link, numbered, plain
from convenant.model.covenant import Covenant
from convenant.render.blocks.label import ANNEX_STATUS, SOURCE_KIND, spoken, yes_no
from convenant.render.blocks.register import Row, register
from convenant.render.words import (
    DASH,
    anchored,
    capital,
    cell,
    joined,
    lines,
    remark,
    text,
)


def annexes(covenant: Covenant, voice: Voice) -> list[Node]:
    """The annexes with their status; a file of its own by its SHA-256.

    An annex that is printed in the document has its anchor there, and a link here.
    """
    rows = [
        _annex(annex, number, covenant, voice)
        for number, annex in enumerate(covenant.annexes.annexes, 1)
    ]
    columns = [
        (N_("Annex"), 0.16),
        (N_("Title"), 0.48),
        (N_("Status"), 0.16),
        (N_("Part of the covenant"), 0.20),
    ]
    return register(voice, N_("Annexes"), columns, rows)


def sources(covenant: Covenant, voice: Voice) -> list[Node]:
    """The sources, numbered in the order of the register as citations number them."""
    items = [[plain(_source(source, voice))] for source in covenant.annexes.sources]
    return [numbered(items)] if items else []


def _annex(annex: Annex, number: int, covenant: Covenant, voice: Voice) -> Row:
    label = text(voice.say(N_("Annex {number}"), number=number))
    printed = annex.file in covenant.annex_prose
    if annex.id:
        label = (
            [link(label, f"#{annex.id}", attr(classes=["ref"]))]
            if printed
            else anchored(annex.id, label)
        )
    file = "" if printed else annex.file.rpartition("/")[2]
    status = capital(spoken(voice, ANNEX_STATUS, annex.status))
    title = [
        text(annex.title or file),
        remark(voice, N_("File"), file),
        remark(voice, "SHA-256", " ".join(_groups(annex.sha256))),
    ]
    cells = [lines(title), cell(status), cell(capital(yes_no(voice, annex.binding)))]
    return Row("", label, (), cells)


def _groups(digest: str, size: int = 16) -> list[str]:
    """A digest in groups, so that it can break over lines."""
    return [digest[start : start + size] for start in range(0, len(digest), size)]


def _source(source: Source, voice: Voice) -> list[Node]:
    year = f"({source.year})" if source.year else ""
    # A document of another kind has no word for it.
    kind = capital(spoken(voice, SOURCE_KIND, source.kind)) if source.kind != "other" else ""
    lead = " ".join(part for part in (source.author.strip(), year) if part)
    parts = [
        _sentence(text(lead), lead),
        _sentence([emphasis(text(source.title))] if source.title.strip() else [], source.title),
        text(f"{kind}." if kind else ""),
        _address(source.url.strip()),
    ]
    first, *rest = [part for part in parts if part] or [text(DASH)]
    return joined([anchored(source.id, first), *rest], " ")


def _sentence(inlines: list[Node], content: str) -> list[Node]:
    ended = content.rstrip().endswith((".", "?", "!"))
    return [*inlines, *text("." if inlines and not ended else "")]


def _address(url: str) -> list[Node]:
    """A web address as a link; anything else as plain text."""
    return [link(text(url), url)] if url.startswith(("https://", "http://")) else text(url)
