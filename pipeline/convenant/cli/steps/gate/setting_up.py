"""What a repository on GitHub lacks to keep a workspace together, and doing it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import click
from msgspec import Struct, field

from convenant.cli.steps.gate.forging import Here
from convenant.edges.web.github import GitHub
from convenant.edges.web.http import Refusal
from convenant.locale import N_, Voice
from convenant.plan.forge_label import LabelStep, plan_labels
from convenant.plan.forge_ruleset import differs, wanted_rulesets

_REFUSED = (403, 404)


class Step(Struct, frozen=True):
    """One thing to do.

    Attributes:
        said: what is done, a sentence for the catalogues.
        lacks: what is not right as long as it is not done.
        rules: whether it needs what a plan may not offer.
    """

    said: str
    lacks: str
    values: Mapping[str, str]
    method: str
    path: str
    body: Mapping[str, Any]
    rules: bool = False


class Setup(Struct, frozen=True):
    """All there is to do, and what nobody can do for the user."""

    steps: tuple[Step, ...]
    said: tuple[tuple[str, Mapping[str, str]], ...] = field(default=())

    def notes(self, voice: Voice) -> Iterator[str]:
        """What else the user has to know."""
        for text, values in self.said:
            yield voice.say(text, **values)


def plan_setup(forge: GitHub, here: Here) -> Setup:
    """What differs from how it should be.

    Raises:
        ConvenantError: when the repository is not shown to us.
    """
    repository = forge.ask("GET", "")
    notes: list[tuple[str, Mapping[str, str]]] = []
    steps = [_label(step) for step in plan_labels(_labels(forge), here.voice)]
    app_id = _app_id(forge, here.app, notes)
    steps += _rulesets(forge, app_id, notes)
    if not (repository.get("permissions") or {}).get("admin"):
        notes.append((NO_ADMIN, {"repository": forge.repository}))
    if repository.get("private") and repository.get("has_pages"):
        notes.append((PUBLIC_PAGES, {}))
    return Setup(tuple(steps), tuple(notes))


def do_step(forge: GitHub, step: Step, voice: Voice) -> None:
    """Do one thing; where the plan or a permission does not allow it, tell the next best."""
    try:
        forge.ask(step.method, step.path, step.body)
    except Refusal as refusal:
        if refusal.status not in _REFUSED:
            raise
        text = NO_RULES if step.rules else NO_PERMISSION
        said = refusal.values.get("said", "")
        click.echo(f"  ✗ {voice.say(text, said=said, repository=forge.repository)}")


NO_ADMIN = N_(
    "You do not manage {repository}. For rules you need the permission “Administration: write”: "
    "the owner gives it under Settings → Collaborators, or at the token under Permissions."
)
NO_PERMISSION = N_(
    "GitHub does not allow this: {said}. Give the token “Issues: write” and “Administration: "
    "write” for {repository}: Settings → Developer settings → Fine-grained tokens."
)
NO_RULES = N_(
    "GitHub does not protect the main version of this repository: {said}. A private repository "
    "needs a paid plan for that. Until then the gate only advises: let nobody but the facilitator "
    "take proposals over."
)
ADVISORY = N_(
    "The gate only advises: there is no App of the workspace whose word the rules could ask for. "
    "Make one (Settings → Developer settings → GitHub Apps, with {permissions}) and name it in "
    "convenant.yaml under forge: app."
)
PERMISSIONS = "Checks: write, Contents: write, Issues: write, Pull requests: write"
"""As GitHub calls what the App needs."""

NO_APP = N_("GitHub knows no App “{app}”; look at forge: app in convenant.yaml.")
PUBLIC_PAGES = N_(
    "The repository is private, and its pages are public for everybody unless you have Enterprise "
    "Cloud. Concepts are never published by the program; look at what stands there."
)


def _labels(forge: GitHub) -> list[dict[str, str]]:
    return [
        {key: str(one.get(key) or "") for key in ("name", "color", "description")}
        for one in forge.pages("labels")
    ]


def _label(step: LabelStep) -> Step:
    body = {"color": step.label.colour, "description": step.meaning}
    values = {"label": step.label.name}
    if not step.name:
        body = {"name": step.label.name, **body}
        made = partial(Step, N_("Make the label {label}."), N_("The label {label} is missing."))
        return made(values, "POST", "labels", body)
    path = f"labels/{step.name.replace('/', '%2F')}"
    renewed = {"new_name": step.label.name, **body}
    mended = partial(Step, N_("Mend the label {label}."), N_("The label {label} looks different."))
    return mended(values, "PATCH", path, renewed)


def _app_id(forge: GitHub, app: str, notes: list[tuple[str, Mapping[str, str]]]) -> int | None:
    if not app:
        notes.append((ADVISORY, {"permissions": PERMISSIONS}))
        return None
    try:
        found = forge.interface.ask("GET", f"/apps/{app}")
    except Refusal as refusal:
        if refusal.status not in _REFUSED:
            raise
        notes.append((NO_APP, {"app": app}))
        return None
    return int(found["id"])


def _rulesets(
    forge: GitHub, app_id: int | None, notes: list[tuple[str, Mapping[str, str]]]
) -> Iterator[Step]:
    try:
        present = {one["name"]: one["id"] for one in forge.pages("rulesets")}
    except Refusal as refusal:
        if refusal.status not in _REFUSED:
            raise
        values = {"said": refusal.values.get("said", ""), "repository": forge.repository}
        notes.append((NO_RULES, values))
        return
    for name, wanted in wanted_rulesets(app_id).items():
        values = {"name": name}
        lacks = N_("The rules “{name}” are not as they should be.")
        if name not in present:
            said = N_("Make the rules “{name}”.")
            yield Step(said, lacks, values, "POST", "rulesets", wanted, rules=True)
        elif differs(wanted, forge.ask("GET", f"rulesets/{present[name]}")):
            said = N_("Mend the rules “{name}”.")
            path = f"rulesets/{present[name]}"
            yield Step(said, lacks, values, "PUT", path, wanted, rules=True)
