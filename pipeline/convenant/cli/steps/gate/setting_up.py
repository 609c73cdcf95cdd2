"""What a repository on GitHub lacks to keep a workspace together, and doing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

import click
from msgspec import Struct, field

from convenant.cli.steps.gate.forging import Here
from convenant.cli.steps.gate.setting_words import (
    ADVISORY,
    DRAFT_PAGES,
    KEY,
    MEND,
    NO_ADMIN,
    NO_APP,
    NO_KEY,
    NO_PAGES,
    NO_PERMISSION,
    NO_RULES,
    NOT_SHOWN,
    NUMBER,
    PERMISSIONS,
    PRIVATE_PAGES,
)
from convenant.edges.web.forge import ForgeSettings
from convenant.locale import N_, Voice
from convenant.model.forge_settings import About, NotAllowed, Setting
from convenant.plan.forge_label import LabelStep, plan_labels
from convenant.plan.forge_ruleset import differs, wanted_rulesets

T = TypeVar("T")
_READ_ONLY = {"default_workflow_permissions": "read", "can_approve_pull_request_reviews": False}
_Note = tuple[str, Mapping[str, str]]


class Step(Struct, frozen=True):
    """One thing to do.

    Attributes:
        said: what is done, a sentence for the catalogues.
        lacks: what is not right as long as it is not done.
        otherwise: what is the next best where it is not allowed.
    """

    said: str
    lacks: str
    values: Mapping[str, str]
    setting: Setting
    otherwise: str = NO_PERMISSION


class Setup(Struct, frozen=True):
    """All there is to do, and what nobody can do for the user."""

    steps: tuple[Step, ...]
    said: tuple[_Note, ...] = field(default=())

    def notes(self, voice: Voice) -> Iterator[str]:
        """What else the user has to know."""
        for text, values in self.said:
            yield voice.say(text, **values)


def plan_setup(forge: ForgeSettings, here: Here) -> Setup:
    """What differs from how it should be.

    Raises:
        ConvenantError: when the repository is not shown to us.
    """
    about = forge.fetch_about()
    notes: list[_Note] = []
    steps = [_label(step) for step in plan_labels(forge.fetch_labels(), here.voice)]
    app_id = _app_id(forge, here.app, notes)
    steps += _rules(forge, app_id, notes)
    steps += _jobs(forge, notes)
    steps += _app_for_jobs(forge, app_id, notes)
    steps += _pages(forge, about, here, notes)
    if not about.managed:
        notes.append((NO_ADMIN, {"repository": forge.repository}))
    return Setup(tuple(steps), tuple(notes))


def do_step(forge: ForgeSettings, step: Step, voice: Voice) -> None:
    """Do one thing; where the plan or a permission does not allow it, tell the next best."""
    try:
        forge.post_setting(step.setting)
    except NotAllowed as refusal:
        said = voice.say(step.otherwise, said=refusal.said, repository=forge.repository)
        click.echo(f"  ✗ {said}")


def _label(step: LabelStep) -> Step:
    form = {"color": step.label.colour, "description": step.meaning}
    values = {"label": step.label.name}
    if not step.name:
        said, lacks = N_("Make the label {label}."), N_("The label {label} is missing.")
        return Step(said, lacks, values, Setting("label", "", {"name": step.label.name, **form}))
    said, lacks = N_("Mend the label {label}."), N_("The label {label} looks different.")
    if step.name != step.label.name:
        said = N_("Call the label {old} {label}.")
        values |= {"old": step.name}
    renewed = {"new_name": step.label.name, **form}
    return Step(said, lacks, values, Setting("label", step.name, renewed))


def _app_id(forge: ForgeSettings, app: str, notes: list[_Note]) -> int | None:
    if not app:
        notes.append((ADVISORY, {"permissions": PERMISSIONS}))
        return None
    number = _shown(lambda: forge.fetch_app(app), "Metadata: read", notes)
    if number is None:
        notes.append((NO_APP, {"app": app}))
    return number


def _rules(forge: ForgeSettings, app_id: int | None, notes: list[_Note]) -> Iterator[Step]:
    try:
        present = forge.fetch_rules()
    except NotAllowed as refusal:
        notes.append((NO_RULES, {"said": refusal.said, "repository": forge.repository}))
        return
    lacks = N_("The rules “{name}” are not as they should be.")
    for name, wanted in wanted_rulesets(app_id).items():
        if name not in present:
            setting = Setting("rules", "", wanted)
            yield Step(N_("Make the rules “{name}”."), lacks, {"name": name}, setting, NO_RULES)
        elif differs(wanted, present[name]):
            setting = Setting("rules", str(present[name]["id"]), wanted)
            yield Step(N_("Mend the rules “{name}”."), lacks, {"name": name}, setting, NO_RULES)


def _jobs(forge: ForgeSettings, notes: list[_Note]) -> Iterator[Step]:
    """Jobs read and no more, unless one asks for more by name; none of them approves."""
    present = _shown(forge.fetch_jobs, "Administration: read", notes)
    if present is not None and differs(_READ_ONLY, present):
        said = N_("Let jobs only read unless they ask for more.")
        lacks = N_("Every job may write, whether it asks for that or not.")
        yield Step(said, lacks, {}, Setting("jobs", "all", _READ_ONLY))


def _app_for_jobs(forge: ForgeSettings, app_id: int | None, notes: list[_Note]) -> Iterator[Step]:
    """What jobs need to post in the App's name: its number, and a key that only a person has."""
    if app_id is None:
        return
    missing = object()
    value = _shown(lambda: forge.fetch_variable(NUMBER) or missing, "Variables: read", notes)
    if value is not None and value != str(app_id):
        form = {"name": NUMBER, "value": str(app_id)}
        setting = Setting("variable", "" if value is missing else NUMBER, form)
        said, lacks = N_("Tell jobs the number of the App."), N_("Jobs lack the App’s number.")
        yield Step(said, lacks, {}, setting)
    if _shown(lambda: forge.has_secret(KEY), "Secrets: read", notes) is False:
        notes.append((NO_KEY, {"name": KEY}))


def _pages(forge: ForgeSettings, about: About, here: Here, notes: list[_Note]) -> Iterator[Step]:
    """Pages show what is in force and never a line of texts, which may hold drafts."""
    kind = _shown(forge.fetch_pages, "Pages: read", notes)
    form = {"build_type": "workflow"}
    if kind == "legacy":
        said = N_("Let the pages show only what is in force.")
        yield Step(said, DRAFT_PAGES, {}, Setting("pages", "all", form))
    elif kind == "" and here.pages:
        said, lacks = N_("Make pages for what is in force."), N_("There are no pages yet.")
        yield Step(said, lacks, {}, Setting("pages", "", form), NO_PAGES)
    if about.private and (about.pages or kind or here.pages):
        notes.append((PRIVATE_PAGES, {}))


def _shown(fetch: Callable[[], T], permission: str, notes: list[_Note]) -> T | None:
    """What the forge shows; where it does not, that and the permission is noted."""
    try:
        return fetch()
    except NotAllowed as refusal:
        notes.append((NOT_SHOWN, {"said": refusal.said, "permission": permission, "where": MEND}))
        return None
