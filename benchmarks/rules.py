"""What the rules cost beside parsing and validating: processor time, in one process and in turn.

Each covenant is first parsed with libyaml and validated with jsonschema, as any linter would, and
then looked at by every rule. Reading Markdown comes between and is not counted on either side.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from time import process_time
from typing import Any

from benchmarks.corpus import ROOT, many_covenants
from convenant.check.inquiry import Inquiry
from convenant.check.readiness import gaps
from convenant.check.registry import check_covenant, counsel
from convenant.cli.steps.reading import read_covenants
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.resource import read_schemas
from convenant.edges.disk.workspace import find_covenants, read_folder
from convenant.model.section import Section

TODAY = "2026-11-25"
COUNTS = (100, 1000)


def report(counts: tuple[int, ...] = COUNTS) -> str:
    """A table with a row for each number of covenants."""
    lines = ["| covenants | parse + schema, s | all rules, s | ratio |", "|--:|--:|--:|--:|"]
    for count in counts:
        floor, rules = measure(count)
        lines.append(f"| {count:,} | {floor:.1f} | {rules:.1f} | {rules / floor:.2f} |")
    return "\n".join(["### Rules", "", *lines, ""])


def measure(count: int) -> tuple[float, float]:
    """Seconds of processor time: parsing and validating, and all rules."""
    validate = _validator()
    schemas, root = read_schemas(), many_covenants(count)
    floor = rules = 0.0
    folders = map(partial(read_folder, root), find_covenants(root))
    for reading in read_covenants(folders, schemas, Cache(None), keep=False):
        start = process_time()
        validate(reading.files)
        between = process_time()
        inquiry = Inquiry(reading.covenant, schemas, reading.texts, None, TODAY)
        failures: list[tuple[str, Exception]] = []
        for _ in (
            *check_covenant(reading.covenant, schemas),
            *counsel(inquiry, sound=True, failures=failures),
            *gaps(reading.covenant, schemas),
        ):
            pass
        assert not failures
        floor += between - start
        rules += process_time() - between
    return floor, rules


def _validator() -> Callable[[Mapping[str, bytes]], None]:
    import yaml
    from jsonschema import Draft202012Validator

    class Loader(yaml.CSafeLoader):
        yaml_implicit_resolvers = {
            first: [(tag, rule) for tag, rule in rules if not tag.endswith("timestamp")]
            for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
        }

    schemas: dict[str, Any] = {
        section.data_file: json.loads((ROOT / f"schema/{section.key}.schema.json").read_text())
        for section in Section
    }
    validators = {name: Draft202012Validator(schema) for name, schema in schemas.items()}

    def validate(files: Mapping[str, bytes]) -> None:
        for name, validator in validators.items():
            for _ in validator.iter_errors(yaml.load(files[name], Loader)):
                pass

    return validate
