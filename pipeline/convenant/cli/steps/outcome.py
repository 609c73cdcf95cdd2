"""What a check found in a covenant, remembered by a digest of everything that was looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from convenant.check.inquiry import Inquiry
from convenant.check.readiness import gaps
from convenant.check.registry import counsel
from convenant.cli.steps.reading import Reading, read_covenants
from convenant.cli.steps.snapshot import Snapshot
from convenant.edges.disk.cache import Cache, cache_key
from convenant.edges.engine.program import program_state
from convenant.load.waiver import load_waivers
from convenant.model.annotation import Schema
from convenant.model.folder import Folder
from convenant.model.house_rules import HouseRules, Waiver
from convenant.model.readiness import Readiness
from convenant.model.rule import Stage
from convenant.model.section import Maturity, Section
from convenant.problem import Place, Problem, Severity, Term


class Outcome(Struct, frozen=True):
    """The problems of one covenant and the language to tell them in; no slug: the workspace.

    Attributes:
        waivers: those in its files, used or not.
        ground: what each section lacks, before findings are added to it.
        failures: rules that failed themselves, by code, with what went wrong.
    """

    slug: str
    language: str
    problems: tuple[Problem, ...]
    waivers: tuple[Waiver, ...] = ()
    ground: tuple[Readiness, ...] = ()
    failures: tuple[tuple[str, str], ...] = ()


def check_snapshot(
    snapshot: Snapshot,
    schemas: Mapping[str, Schema],
    cache: Cache,
    house: HouseRules | None = None,
    today: str = "",
) -> Iterator[Outcome]:
    """The outcome for each selected covenant; those that have not changed come from the cache.

    Args:
        house: its thresholds count here; severities and waivers are weighed later.
        today: ISO date; empty where the day should not matter.
    """
    keys: dict[str, bytes] = {}
    remembered: list[Outcome] = []
    thresholds = house.thresholds if house else None
    around = f"{thresholds and replace(thresholds, at=Place(''))} {today}"

    def changed() -> Iterator[Folder]:
        for folder in snapshot.folders():
            key = cache_key("outcome", program_state(), around, *_content(folder))
            kept = cache.get(key)
            if kept is None:
                keys[folder.path] = key
                yield folder
            else:
                remembered.append(_outcome(json.loads(kept)))

    alone = len(snapshot.selection.folders) == 1
    for reading in read_covenants(changed(), schemas, cache, keep=alone):
        texts = reading.texts
        inquiry = Inquiry(reading.covenant, schemas, texts, thresholds, today, reading.kept)
        outcome = _looked_at(reading, inquiry)
        if not outcome.failures:
            cache.put(keys[reading.covenant.folder], json.dumps(_record(outcome)).encode())
        yield outcome
    yield from remembered


def _looked_at(reading: Reading, inquiry: Inquiry) -> Outcome:
    failed: list[tuple[str, Exception]] = []
    advice = counsel(inquiry, sound=reading.is_sound, failures=failed)
    problems = sorted((*reading.problems, *advice), key=lambda problem: problem.sort_key)
    return Outcome(
        reading.covenant.slug,
        reading.covenant.language,
        tuple(problems),
        tuple(w for file, text in inquiry.texts.items() for w in load_waivers(file, text)),
        gaps(reading.covenant, inquiry.schemas),
        tuple((code, f"{type(error).__name__}: {error}") for code, error in failed),
    )


def _content(folder: Folder) -> Iterator[bytes]:
    yield _bytes(folder.path)
    for name, data in sorted(folder.files.items()):
        yield _bytes(name)
        yield data
    for name, data in sorted(folder.records.items()):
        yield _bytes(f"record {name}")
        yield data
    for name, digest in sorted(folder.sums.items()):
        yield _bytes(f"{name} {digest}")
    for problem in folder.problems:
        yield _bytes(f"{problem.place} {problem.code}")


def _bytes(name: str) -> bytes:
    """A name may hold halves of characters: on Linux a file can be called anything."""
    return name.encode("utf-8", "surrogatepass")


def _record(outcome: Outcome) -> dict[str, Any]:
    problems = [
        [
            *_spot(problem.place),
            problem.code,
            problem.severity.value,
            [[key, text, isinstance(text, Term)] for key, text in problem.values.items()],
        ]
        for problem in outcome.problems
    ]
    ground = [
        [one.section.value, one.maturity.value, [one.todo[stage] for stage in Stage]]
        for one in outcome.ground
    ]
    waivers = [[*_spot(w.at), w.line, w.code, w.reason] for w in outcome.waivers]
    return {
        "slug": outcome.slug,
        "language": outcome.language,
        "problems": problems,
        "waivers": waivers,
        "ground": ground,
    }


def _spot(place: Place) -> tuple[str, int, int]:
    return place.file, place.line, place.column


def _outcome(record: Mapping[str, Any]) -> Outcome:
    return Outcome(
        record["slug"],
        record["language"],
        tuple(
            Problem(
                Place(*spot),
                code,
                Severity(severity),
                {key: Term(text) if ours else text for key, text, ours in values},
            )
            for *spot, code, severity, values in record["problems"]
        ),
        tuple(Waiver(Place(*spot[:3]), *spot[3:]) for spot in record["waivers"]),
        tuple(
            Readiness(Section(section), Maturity(maturity), dict(zip(Stage, todo, strict=True)))
            for section, maturity, todo in record["ground"]
        ),
    )
