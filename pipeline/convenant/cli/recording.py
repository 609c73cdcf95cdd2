"""Writing a record down: show it, write it, store it as a version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from convenant.cli.standing import Standing
from convenant.model.record import ROUNDS_FILE, Answer, Review, Round, Signature
from convenant.report.difference import line_differences

Record = Answer | Review | Signature | Round


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and the file that it goes into, by path from the covenant's folder."""

    file: str
    record: Record


_LISTS = {
    Answer: ("consent", "consents"),
    Review: ("review", "reviews"),
    Signature: ("signature", "signatures"),
    Round: ("consent_round", "rounds"),
}


def record_all(standing: Standing, entries: list[Entry], message: str, *, dry_run: bool) -> None:
    """Add the records to their files and store these, or show with `dry_run` what would change."""
    from convenant.edges.atomic import write_atomically
    from convenant.edges.commit import commit_files
    from convenant.edges.record_file import add_record

    slug, written = standing.covenant.slug, dict[str, bytes]()
    for entry in entries:
        schema, key = _LISTS[type(entry.record)]
        head = {"covenant": slug}
        if entry.file != ROUNDS_FILE:
            head["party"] = Path(entry.file).stem
        old = written.get(entry.file, _bytes(standing.path / entry.file))
        written[entry.file] = add_record(old, schema, head, key, entry.record)
    for name, data in written.items():
        file = standing.path / name
        if dry_run:
            shown = f"{standing.covenant.folder}/{name}"
            click.echo(line_differences(_bytes(file), data, shown), nl=False)
        else:
            file.parent.mkdir(exist_ok=True)
            write_atomically(file, data)
    if written and not dry_run:
        commit_files(standing.root, [standing.path / name for name in written], message)
        for name in written:
            click.echo(f"{standing.covenant.folder}/{name}")


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else b""
