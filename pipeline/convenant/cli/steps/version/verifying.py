"""The verification of a bundle by itself: read, built again, compared, judged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from convenant.cli.steps.version.bundling import Parts, Understood, make_bundle, understand
from convenant.edges.disk.bundle_file import UnsafeBundleError, read_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.edges.engine.tools import read_tools
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.bundle import BEFORE, MANIFEST, RECORDS, SOURCE, STYLE, SUMS, Bundle, Inputs
from convenant.model.release import Change, Kind
from convenant.model.verdict import Outcome, Verdict
from convenant.plan.consent import plan_positions
from convenant.plan.digest import canonical_form, digest_covenant
from convenant.plan.manifest import inputs_of, plan_manifest, sha256
from convenant.plan.verification import (
    install_line,
    judge_cover,
    judge_manifest,
    judge_rebuild,
    judge_rules,
    judge_sums,
    tell_records,
)
from convenant.plan.version import change_between
from convenant.problem import Severity


class Opened(Struct, frozen=True):
    """A bundle that could be read, with what it says it was made from."""

    bundle: Bundle
    inputs: Inputs
    parts: Parts
    understood: Understood


def open_bundle(place: Path, cache: Cache) -> tuple[Opened | None, list[Verdict]]:
    """A bundle as read, and what is wrong with it so far; nothing where it cannot be understood."""
    try:
        bundle = read_bundle(place)
    except UnsafeBundleError as error:
        return None, [Verdict("bundle", Outcome.FALSE, error.message, error.values)]
    verdicts = list(judge_sums(bundle.files))
    try:
        manifest: Any = json.loads(bundle.files.get(MANIFEST, b""))
        inputs = inputs_of(manifest)
    except (ValueError, RecursionError):
        said = N_("There is no manifest in it that this program knows.")
        return None, [*verdicts, Verdict("manifest", Outcome.FALSE, said)]
    if place.is_file() and bundle.title != inputs.title:
        said = N_("The archive calls itself {title}, and its manifest {named}.")
        values = {"title": bundle.title, "named": inputs.title}
        verdicts.append(Verdict("bundle", Outcome.FALSE, said, values))
    folders = (SOURCE, RECORDS, BEFORE, STYLE)
    parts = Parts(*(_below(bundle, folder) for folder in folders))
    understood = understand(inputs.slug, parts, cache)
    problems = (*understood.text.problems, *understood.now.problems)
    for problem in problems:
        if problem.severity is Severity.ERROR:
            said = N_("The text in it has an error: {place} ({code}).")
            values = {"place": str(problem.place), "code": problem.code}
            verdicts.append(Verdict("text", Outcome.FALSE, said, values))
    return Opened(bundle, inputs, parts, understood), verdicts


def judge_alone(opened: Opened, cache: Cache) -> Iterator[Verdict]:
    """Everything that a bundle proves without a clone."""
    bundle, inputs, understood = opened.bundle, opened.inputs, opened.understood
    covenant, records = understood.now.covenant, understood.now.records
    digest = understood.digest
    said = N_("The fingerprint of the text is {digest}.")
    yield Verdict("digest", Outcome.PROVEN, said, {"digest": digest.whole})
    positions = plan_positions(covenant, records, digest.whole, digest.sections)
    rest = {n: d for n, d in bundle.files.items() if n not in (MANIFEST, SUMS)}
    planned = plan_manifest(inputs, covenant, records, digest, positions, rest)
    yield judge_manifest(bundle.files[MANIFEST], planned)
    yield from _rebuilt(opened, cache)
    document = sha256(bundle.files.get(f"{inputs.slug}.pdf", b""))
    change, joined = _change(opened)
    printed = understood.text.covenant
    yield from judge_cover(digest.whole, digest_covenant(covenant, read_schemas()).whole)
    yield from judge_rules(inputs, covenant, records, digest, document, change, joined, printed)
    if inputs.name.kind is not Kind.CONCEPT:
        yield from tell_records(inputs, covenant, records, digest)


def _change(opened: Opened) -> tuple[Change, tuple[str, ...]]:
    """How the text differs from the one before it, and who joins; without one it is the first.

    Whether that is the text that was really before it, a clone shows.
    """
    before, understood, schemas = opened.understood.before, opened.understood, read_schemas()
    if before is None:
        return Change.AMENDMENT if opened.inputs.previous else Change.FIRST, ()
    known = {party.id for party in before.covenant.cover.parties}
    now = understood.now.covenant
    change = change_between(
        (before.covenant, canonical_form(before.covenant, schemas)),
        (now, canonical_form(understood.text.covenant, schemas)),
    )
    return change, tuple(p.id for p in now.cover.parties if p.id not in known)


def _rebuilt(opened: Opened, cache: Cache) -> Iterator[Verdict]:
    tools = read_tools()
    told = install_line(opened.inputs.tools)
    try:
        made = make_bundle(
            replace(opened.inputs, tools=tools), opened.parts, opened.understood, cache
        )
    except (ConvenantError, OverflowError):
        said = N_("The text in it cannot be built.")
        yield Verdict("rebuild", Outcome.FALSE, said)
        return
    same = opened.inputs.tools == tools
    yield from judge_rebuild(opened.bundle.files, made.files, told, same_tools=same)


def _below(bundle: Bundle, folder: str) -> dict[str, bytes]:
    return {
        name.removeprefix(folder): data
        for name, data in bundle.files.items()
        if name.startswith(folder)
    }
