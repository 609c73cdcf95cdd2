"""Writing a record down: show it, write it, store it as a version."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
from msgspec import Struct

from convenant.cli.steps.version.standing import Refused, Standing
from convenant.locale import N_
from convenant.model.record import ROUNDS_FILE, Answer, Review, Round, Signature
from convenant.model.tree import Map
from convenant.report.difference import line_differences

Record = Answer | Review | Signature | Round


class Entry(Struct, frozen=True):
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
    from convenant.edges.disk.atomic import write_atomically
    from convenant.edges.disk.record_file import add_record
    from convenant.edges.vcs.commit import commit_files

    slug, written = standing.covenant.slug, dict[str, bytes]()
    for entry in entries:
        schema, key = _LISTS[type(entry.record)]
        head = {"covenant": slug}
        if entry.file != ROUNDS_FILE:
            head["party"] = Path(entry.file).stem
        old = written.get(entry.file, _bytes(standing.path / entry.file))
        written[entry.file] = add_record(old, schema, head, key, entry.record)
    _refuse_unsound(standing, written)
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


def _refuse_unsound(standing: Standing, written: Mapping[str, bytes]) -> None:
    """See that the files fit their schemas and hold nothing private: Git keeps what it once had.

    Raises:
        Refused: with everything that is wrong.
    """
    from convenant.check.record import check_records
    from convenant.check.registry import rules
    from convenant.check.schema.fit import SchemaBook
    from convenant.edges.disk.resource import read_schemas
    from convenant.load.record_files import load_records, record_schema
    from convenant.load.yaml import load_yaml
    from convenant.problem import Problem
    from convenant.report.finding import tell
    from convenant.report.text import text_report

    book, trees, problems = SchemaBook(read_schemas()), dict[str, Map](), list[Problem]()
    for name, data in written.items():
        tree, found = load_yaml(f"{standing.covenant.folder}/{name}", data)
        problems += found
        schema = record_schema(name)
        if tree is not None and schema:
            trees[name] = tree
            problems += book.problems(schema, tree)
    problems += check_records(standing.covenant, load_records(trees))
    if problems:
        told = text_report([tell(problem, rules(), standing.voice) for problem in problems])
        click.echo(told, nl=False, err=True)
        raise Refused(N_("Nothing was written down."))


def _bytes(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() and not file.is_symlink() else b""
