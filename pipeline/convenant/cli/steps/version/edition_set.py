"""The documents of one version: the whole in every format, and editions for some readers."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from convenant.cli.steps.change.homeward import check_word_file
from convenant.cli.steps.drawing import Drawings
from convenant.cli.steps.edition import EditionChoice
from convenant.cli.steps.writing import FORMATS, Writer, write_plain
from convenant.edges.disk.cache import Cache
from convenant.model.covenant import Covenant
from convenant.model.document import Document
from convenant.model.release import Kind


def write_documents(
    covenant: Covenant, full: Document, kind: Kind, cache: Cache
) -> dict[str, bytes]:
    """The documents by file name: all of the whole, the brief edition, and the notes to decide.

    Raises:
        ConvenantError: when a format cannot be written.
    """
    from convenant.render.editions import decision_note

    writers = {**FORMATS, "docx": _homeward(FORMATS["docx"]), "txt": write_plain}
    wanted = [(full, form) for form in writers]
    for brief in EditionChoice("brief").of(covenant, full):
        wanted += [(brief, "pdf"), (brief, "html")]
    if kind is not Kind.CONCEPT:
        signing = [party for party in covenant.cover.parties if party.signs]
        wanted += [(decision_note(covenant, full, party), "docx") for party in signing]
    drawn: dict[str, Drawings] = {}
    for document, _ in wanted:
        name = document.edition
        drawn[name] = drawn.get(name) or Drawings(document, cache, pictures=True)
    # Most of the work is done by other processes.
    with ThreadPoolExecutor(max_workers=4) as pool:
        running = {
            f"{document.file_stem}.{form}": pool.submit(
                writers[form], document, cache, drawn[document.edition]
            )
            for document, form in wanted
        }
    return {name: future.result() for name, future in running.items()}


def _homeward(write: Writer) -> Writer:
    """Word files that say what the text says: partners will send them back as theirs."""

    def written(document: Document, cache: Cache, drawings: Drawings) -> bytes:
        data = write(document, cache, drawings)
        check_word_file(document, data)
        return data

    return written
