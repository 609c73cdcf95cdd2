"""Outcomes weighed: the workspace's settings, waivers, and what was there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from convenant.check.house import check_house_rules, weigh
from convenant.check.news import brought_in
from convenant.check.readiness import readiness
from convenant.check.schema.fit import SchemaBook
from convenant.cli.steps.outcome import Outcome
from convenant.cli.steps.style import read_house_style
from convenant.edges.disk.workspace import read_settings
from convenant.load.house_rules import load_house_rules
from convenant.load.yaml import load_yaml
from convenant.locale import LANGUAGES
from convenant.model.annotation import Schema
from convenant.model.house_rules import HouseRules, Waived
from convenant.model.readiness import Readiness
from convenant.problem import Problem

_SCHEMA_OF = {"convenant.yaml": "workspace", "access.yaml": "access"}


class Settings(Struct, frozen=True):
    """The workspace's own files: what they say about rules, and what is wrong in them."""

    language: str
    house: HouseRules
    problems: tuple[Problem, ...]


class Judgement(Struct, frozen=True):
    """What is told about one covenant, or with an empty slug about the workspace."""

    slug: str
    language: str
    problems: tuple[Problem, ...]
    waived: tuple[Waived, ...] = ()
    readiness: tuple[Readiness, ...] = ()


def check_settings(root: Path, schemas: Mapping[str, Schema]) -> Settings:
    """`convenant.yaml` and `access.yaml` as read."""
    book, problems, language = SchemaBook(schemas), list[Problem](), ""
    house = load_house_rules(None)
    for name, data in read_settings(root).items():
        tree, found = load_yaml(name, data)
        problems += found
        if tree is not None:
            problems += book.problems(_SCHEMA_OF[name], tree)
            language = language or str(tree.get("language") or "")
            if name == "convenant.yaml":
                house = load_house_rules(tree, name)
                problems += read_house_style(root)[1]
    return Settings(language or LANGUAGES[0], house, tuple(problems))


def judge(
    outcomes: Sequence[Outcome],
    settings: Settings,
    *,
    before: Iterable[Outcome] | None = None,
    whole: bool = True,
) -> Iterator[Judgement]:
    """What stands of each outcome; at last what is wrong with the settings.

    Args:
        before: outcomes of an earlier version; only what came since is told. Both are weighed by
            the settings of now, so that another setting makes no old problem new.
        whole: whether all covenants were looked at.
    """
    house = settings.house
    earlier = {old.slug: weigh(old.problems, old.waivers, house)[0] for old in before or ()}
    for outcome in outcomes:
        standing, waived = weigh(outcome.problems, outcome.waivers, house)
        ready = readiness(outcome.ground, standing)
        if before is not None:
            standing = tuple(brought_in(earlier.get(outcome.slug, ()), standing))
        yield Judgement(outcome.slug, outcome.language, standing, waived, ready)
    found = [problem.code for outcome in outcomes for problem in outcome.problems]
    unfit = check_house_rules(house, found if whole else None)
    yield Judgement("", settings.language, (*settings.problems, *unfit))
