"""Two versions of a covenant compared: the data, and the text of both documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.assembling import make_document, stamp_of
from convenant.cli.steps.change.sides import Sides, side_name
from convenant.cli.steps.reading import Reading
from convenant.diff.covenant import diff_covenants
from convenant.diff.document import Sources, diff_documents
from convenant.locale import N_, voice
from convenant.model.annotation import Schema
from convenant.model.comparison import Comparison
from convenant.model.covenant import Covenant
from convenant.model.redline import Redline
from convenant.model.saying import Saying
from convenant.model.section import Section
from convenant.problem import Severity


class Compared(Struct, frozen=True):
    """Both versions of a covenant, and what differs.

    Attributes:
        comparison: changes of the data, then those of the text that the data do not explain.
        redline: the text of both; None where there is no old one.
    """

    sides: Sides
    comparison: Comparison
    redline: Redline | None = None


def compare(
    sides: Sides, schemas: Mapping[str, Schema], sections: Sequence[int] = (), author: str = ""
) -> Compared:
    """What differs between two versions, in some sections or in all.

    Args:
        author: who proposes; empty for the party of the proposal, else the pair of versions.
    """
    now = sides.new.reading.covenant
    if sides.old is None:
        note = Saying(N_("This covenant is new: the old version does not have it."))
        return Compared(sides, Comparison(now.slug, now.language, notes=(note,)))
    was = sides.old.reading.covenant
    unread = sides.old.unread | sides.new.unread
    data = diff_covenants(was, now, schemas, unread=unread)
    redline = _redline(sides, sides.old.reading, schemas, author)
    text = (one for one in (*redline.drawn, *redline.listed) if one.id not in redline.generated)
    changes = sorted([*data.changes, *text], key=lambda one: list(Section).index(one.section))
    comparison = replace(data, changes=tuple(changes), notes=tuple(_notes(sides, unread)))
    if sections:
        chosen = [section for section in Section if section.number in sections]
        comparison, redline = comparison.chosen(chosen), redline.chosen(chosen)
    return Compared(sides, comparison, redline)


def _redline(sides: Sides, before: Reading, schemas: Mapping[str, Schema], author: str) -> Redline:
    new = sides.new
    lost = new.unread | (sides.old.unread if sides.old else frozenset())
    prose = new.unread_prose | (sides.old.unread_prose if sides.old else frozenset())
    was, now = before.covenant, new.reading.covenant
    # What one version cannot say is taken from the other, so that it shows no change.
    was, now = _lent(was, now, lost, prose), _lent(now, was, lost, prose)
    stamp = stamp_of(new.version)
    old, both = (
        make_document(replace(new.reading, covenant=one), schemas, stamp, placed=True)
        for one in (was, now)
    )
    told = voice(now.language)
    names = [side_name(side, told) for side in (sides.old, new) if side]
    sources = Sources(
        now.folder,
        {annex.id: annex.file for annex in now.annexes.annexes},
        {
            party.id: tuple(name for name in {party.name, party.short} if name)
            for one in (was, now)
            for party in one.cover.parties
        },
    )
    party = now.party(sides.party) or was.party(sides.party)
    author = author or (party.name or party.label if party else " → ".join(names))
    return diff_documents(old, both, sources, author)


def _lent(
    one: Covenant, other: Covenant, sections: frozenset[Section], files: frozenset[str]
) -> Covenant:
    """A covenant with what cannot be read in it as the other version has it."""
    data = {**one.data}
    records = {}
    for section in sections:
        if section not in one.data and section in other.data:
            data[section] = other.data[section]
            name = "cover" if section is Section.COVER else section.key
            records[name] = getattr(other, name)
    prose = {
        **{s: text for s, text in other.prose.items() if s.prose_file in files},
        **one.prose,
    }
    annexes = {
        **{file: text for file, text in other.annex_prose.items() if file in files},
        **one.annex_prose,
    }
    return replace(one, data=data, prose=prose, annex_prose=annexes, **records)


def _notes(sides: Sides, unread: frozenset[Section]) -> list[Saying]:
    data = N_("The data in {file} cannot be read in one of the versions and were not compared.")
    text = N_("The text {file} cannot be read in one of the versions and was not compared.")
    wrong = N_("The version {name} has errors; check tells them.")
    notes = [Saying(data, {"file": s.data_file}) for s in Section if s in unread]
    both = [side for side in (sides.old, sides.new) if side]
    files = sorted({file for side in both for file in side.unread_prose})
    notes += [Saying(text, {"file": file}) for file in files]
    for side in both:
        if any(problem.severity is Severity.ERROR for problem in side.reading.problems):
            told = voice(side.reading.covenant.language)
            notes.append(Saying(wrong, {"name": side_name(side, told)}))
    return notes
