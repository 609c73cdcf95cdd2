"""The parts of a covenant, each already read, become one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from convenant.load.record import load_record
from convenant.model.ambition import Ambition
from convenant.model.annexes import Annexes
from convenant.model.covenant import Covenant
from convenant.model.folder import Folder
from convenant.model.partnership import Partnership
from convenant.model.party import Cover
from convenant.model.picture import ImageFile
from convenant.model.programme import Programme
from convenant.model.prose import Prose
from convenant.model.section import SECTIONS, Section
from convenant.model.sums import totals
from convenant.model.tree import Map
from convenant.model.visualisation import Visualisation


def load_covenant(
    folder: Folder,
    data: Mapping[Section, Map],
    prose: Mapping[str, Prose],
    images: Mapping[str, ImageFile],
) -> Covenant:
    """The covenant in a folder.

    Args:
        data: per section its YAML, where it could be read.
        prose: Markdown files by path from the folder, where they could be read.
        images: likewise, those that the allow-list let through.
    """

    def file(section: Section) -> str:
        return f"{folder.path}/{section.data_file}"

    def tree(section: Section) -> Map | None:
        return data.get(section)

    covenant = Covenant(
        slug=folder.slug,
        folder=folder.path,
        cover=load_record(Cover, tree(Section.COVER), file(Section.COVER)),
        ambition=load_record(Ambition, tree(Section.AMBITION), file(Section.AMBITION)),
        partnership=load_record(Partnership, tree(Section.PARTNERSHIP), file(Section.PARTNERSHIP)),
        visualisation=load_record(
            Visualisation, tree(Section.VISUALISATION), file(Section.VISUALISATION)
        ),
        programme=load_record(Programme, tree(Section.PROGRAMME), file(Section.PROGRAMME)),
        annexes=load_record(Annexes, tree(Section.ANNEXES), file(Section.ANNEXES)),
        data=data,
        prose={s: prose[s.prose_file] for s in SECTIONS if s.prose_file in prose},
        images=images,
        refused=frozenset(_refused(folder, images)),
        sums=folder.sums,
    )
    registered = [annex.file for annex in covenant.annexes.annexes if annex.file in prose]
    return replace(
        covenant,
        annex_prose={name: prose[name] for name in dict.fromkeys(registered)},
        totals=totals(covenant),
    )


def _refused(folder: Folder, images: Mapping[str, ImageFile]) -> Iterator[str]:
    """Images that the allow-list stopped, and what was left out before it, such as a link."""
    yield from (n for n in folder.files if n.startswith("figures/") and n not in images)
    yield from (p.place.file.removeprefix(f"{folder.path}/") for p in folder.problems)
