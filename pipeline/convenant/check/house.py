"""Findings weighed once more: by the workspace's settings and the waivers in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from convenant.check.registry import is_firm, rules
from convenant.model.house_rules import HouseRules, RuleSetting, Waived, Waiver
from convenant.problem import Problem, Severity


def weigh(
    problems: Iterable[Problem], waivers: Sequence[Waiver], house: HouseRules | None
) -> tuple[tuple[Problem, ...], tuple[Waived, ...]]:
    """The problems that stand, and those that are waived.

    A waiver without a reason, of a rule that is not known or that cannot be waived, or of nothing,
    is a problem itself.
    """
    settings = _usable(house)
    standing: list[Problem] = []
    waived: list[Waived] = []
    sound = {(w.at.file, w.line, w.code): w for w in waivers if not _fault(w)}
    used: set[Waiver] = set()
    for problem in problems:
        waiver = sound.get((problem.place.file, problem.place.line, problem.code))
        if waiver is not None:
            used.add(waiver)
            waived.append(Waived(problem, waiver))
            continue
        setting = settings.get(problem.code)
        if setting is None:
            standing.append(problem)
        elif setting.weight is not None:
            standing.append(replace(problem, severity=setting.weight))
    for waiver in waivers:
        values = {"code": waiver.code}
        if code := _fault(waiver):
            standing.append(Problem(waiver.at, code, _WEIGHTS[code], values))
        elif waiver not in used and waiver.code not in settings:
            standing.append(Problem(waiver.at, "house-waiver-unused", Severity.WARNING, values))
    return tuple(sorted(standing, key=lambda p: p.sort_key)), tuple(waived)


def check_house_rules(house: HouseRules | None, found: Iterable[str] | None) -> Iterator[Problem]:
    """What is wrong with the settings of rules.

    Args:
        found: codes of everything that was found before settings; None when only a part of the
            covenants was looked at, so that nobody can say what is not used.
    """
    seen = None if found is None else set(found)
    known: dict[str, RuleSetting] = {}
    for setting in house.rules if house else ():
        values = {"code": setting.code}
        if setting.code not in rules():
            values["choices"] = ", ".join(_near(setting.code))
            yield Problem(setting.at, "house-rule-unknown", Severity.ERROR, values)
        elif is_firm(setting.code):
            yield Problem(setting.at, "house-rule-firm", Severity.ERROR, values)
        elif setting.code in known:
            yield Problem(setting.at, "house-rule-twice", Severity.ERROR, values)
        elif seen is not None and setting.code not in seen and _softens(setting):
            yield Problem(setting.at, "house-rule-unused", Severity.HINT, values)
        known[setting.code] = setting


def _usable(house: HouseRules | None) -> Mapping[str, RuleSetting]:
    """Settings that are whole; the schema's own rules tell of the others."""
    return {
        setting.code: setting
        for setting in (house.rules if house else ())
        if setting.code in rules()
        and not is_firm(setting.code)
        and setting.reason
        and setting.severity in _SEVERITIES
    }


def _softens(setting: RuleSetting) -> bool:
    """Whether a setting only matters once the rule finds something that is heavier."""
    return setting.severity in ("silent", "hint")


def _fault(waiver: Waiver) -> str:
    if waiver.code not in rules():
        return "house-waiver-unknown"
    if is_firm(waiver.code):
        return "house-waiver-firm"
    return "" if waiver.reason else "house-waiver-bare"


def _near(code: str) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(code, rules(), n=3)


_SEVERITIES = ("error", "warning", "hint", "silent")
_WEIGHTS = {
    "house-waiver-unknown": Severity.ERROR,
    "house-waiver-firm": Severity.ERROR,
    "house-waiver-bare": Severity.ERROR,
}
