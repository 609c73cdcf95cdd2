"""What changed since an earlier version: as sentences, and as a text with marks."""

from __future__ import annotations

from msgspec.structs import replace

from convenant.cli.steps.change.amending import amendment_of, write_amendment
from convenant.cli.steps.change.comparing import Compared, compare
from convenant.cli.steps.change.redlining import write_redline
from convenant.cli.steps.change.sides import Side, Sides
from convenant.cli.steps.reading import Reading
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.place import Version
from convenant.locale import N_, voice
from convenant.model.document import Stamp
from convenant.model.house_style import HouseStyle
from convenant.report.change import change_report


def compare_readings(
    old: Reading, new: Reading, names: tuple[str, str], version: Version
) -> Compared:
    """Two versions that were read, side by side.

    Args:
        names: what a reader calls them.
        version: of the new one.
    """
    nothing = frozenset[str]()
    before = Side(names[0], Version(), old, frozenset(), nothing)
    after = Side(names[1], version, new, frozenset(), nothing)
    return compare(Sides(new.covenant.slug, before, after), read_schemas())


def write_changes(
    old: Reading,
    new: Reading,
    names: tuple[str, str],
    stamp: Stamp,
    style: HouseStyle,
    cache: Cache,
    *,
    amendment: int = 0,
) -> dict[str, bytes]:
    """Files by name: the sentences, a Word file with tracked changes, a page, an amendment.

    Args:
        names: of both versions, the second as its tag has it.
        amendment: its number; 0 where this amends nothing that is in force.
    """
    slug, told = new.covenant.slug, voice(new.covenant.language)
    version = Version(stamp.commit, stamp.time, changed=False, tags=(names[1],))
    compared = compare_readings(old, new, names, version)
    title = told.say(
        N_("{title}: from {old} to {new}"),
        title=new.covenant.cover.title,
        old=names[0],
        new=stamp.version,
    )
    said = f"{title}\n\n{change_report(compared.comparison, told)}"
    files = {f"{slug}-changes.txt": said.encode()}
    if compared.redline:
        # Of the surroundings of this run, such as the day, nothing may enter.
        document = replace(compared.redline.document, stamp=stamp, style=style)
        redline = replace(compared.redline, document=document)
        for form in ("docx", "html"):
            files[f"{slug}-redline.{form}"] = write_redline(redline, form, cache)
        if amendment and compared.comparison.changes:
            own = amendment_of(compared, document, amendment, names[0])
            files |= dict(write_amendment(own, cache))
    return files
