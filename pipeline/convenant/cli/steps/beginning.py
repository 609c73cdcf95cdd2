"""What a new workspace and a new covenant consist of, and writing it without overwriting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from convenant import __version__
from convenant.cli.steps.gate.forging import workspace_here
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.resource import read_schemas
from convenant.edges.disk.workspace import find_covenants, find_root
from convenant.edges.disk.workspace_file import read_present, read_scaffold, write_new
from convenant.load.access import load_access
from convenant.load.glance import glance
from convenant.locale import N_, Voice
from convenant.locale import voice as told
from convenant.plan.form.field import plan_forms
from convenant.plan.form.issue_form import issue_form_text
from convenant.plan.workspace_file import (
    Fate,
    WorkspaceFile,
    access_text,
    asked_text,
    fill,
    owners_text,
    plan_workspace_files,
)
from convenant.report.difference import line_differences

_PARTY = re.compile(r"(?P<id>[A-Za-z][A-Za-z0-9-]{0,59})=(?P<name>.+)")
_LOGIN = re.compile(r"[A-Za-z0-9](-?[A-Za-z0-9]){0,38}")
_REPOSITORY = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")
_TOOL = re.compile(r"(?P<tool>[A-Za-z0-9._-]+/[A-Za-z0-9._-]+)@(?P<commit>[0-9a-f]{40})")
_CALL = re.compile(
    r"uses: (?P<tool>[\w.-]+/[\w.-]+)/\.github/workflows/check\.yml@(?P<commit>[0-9a-f]{40})"
    r" # v(?P<version>[\w.+-]+)"
)
OWNERS = ".github/CODEOWNERS"
JOBS = ".github/workflows"
PAGES = f"{JOBS}/pages.yml"
ASKED = ".github/pull_request_template.md"


def parties_of(said: Sequence[str]) -> dict[str, str]:
    """Names of parties by id, from `id=name`.

    Raises:
        click.BadParameter: when one is written otherwise.
    """
    found = {}
    for one in said:
        match = _PARTY.fullmatch(one)
        if not match:
            text = N_("Write a party as id=name, such as gemeente=Gemeente Wolderveen.")
            raise click.BadParameter(speaker().say(text), param_hint="--party")
        found[match["id"]] = match["name"]
    return found


def logins_of(said: Sequence[str]) -> tuple[str, ...]:
    """Logins that a forge can have.

    Raises:
        click.BadParameter: when one is none.
    """
    for one in said:
        if not _LOGIN.fullmatch(one):
            text = N_("“{name}” is no login.")
            raise click.BadParameter(speaker().say(text, name=one), param_hint="--facilitator")
    return tuple(said)


def repository_of(said: str) -> str:
    """A repository as a forge names it, `owner/name`; empty for none.

    Raises:
        click.BadParameter: when it is none.
    """
    if said and not _REPOSITORY.fullmatch(said):
        text = N_("Write the repository as owner/name.")
        raise click.BadParameter(speaker().say(text), param_hint="--repository")
    return said


def tool_files(
    root: Path,
    voice: Voice,
    *,
    tool: str = "",
    app: str = "",
    facilitators: Sequence[str] = (),
    covenants: Mapping[str, str] | None = None,
    pages: bool = False,
) -> dict[str, str]:
    """The files that the program brings and renews, by path.

    Args:
        covenants: their languages by slug: there is a form for each section in each language.
        pages: whether what is in force is shown on pages of the forge.
        tool: `owner/name@version id` of the program, which the jobs on GitHub call; without it
            they call what they call now, and where there are none they are left out, since they
            would call something that is not certain.

    Raises:
        click.BadParameter: when the program is named otherwise.
    """
    files = read_scaffold()
    values = {"version": __version__, "app": app}
    if tool:
        match = _TOOL.fullmatch(tool)
        if not match:
            text = N_("Name the program as owner/name@ with the 40 digits of its version.")
            raise click.BadParameter(speaker().say(text), param_hint="--tool")
        values |= match.groupdict()
    elif called := _called(root):
        values |= called
    else:
        files = {path: text for path, text in files.items() if not path.startswith(JOBS)}
    if not pages:
        files.pop(PAGES, None)
    known = read_present(root, ["access.yaml"]).get("access.yaml")
    access, _ = load_access(known or access_text(tuple(facilitators)).encode())
    if owners := owners_text(access):
        files[OWNERS] = owners
    brought = {path: fill(text, values) for path, text in files.items()}
    return brought | {ASKED: asked_text(voice)} | dict(_forms(covenants or {}))


def languages_here(root: Path, language: str) -> dict[str, str]:
    """The languages of the workspace's covenants, by slug.

    Args:
        language: of one that names none.

    Raises:
        ConvenantError: when the folder of all covenants cannot be read.
    """
    names = {f.name: f"covenants/{f.name}/covenant.yaml" for f in find_covenants(root)}
    present = read_present(root, names.values())
    covers = {slug: glance(present.get(file, b""), file) for slug, file in names.items()}
    return {slug: told(cover.language or language).language for slug, cover in covers.items()}


def _forms(covenants: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """A form for each section in each language that a covenant has."""
    schemas = read_schemas()
    for language in sorted(set(covenants.values())):
        slugs = sorted(slug for slug, spoken in covenants.items() if spoken == language)
        for form in plan_forms(schemas, told(language)):
            yield form.path, issue_form_text(form, slugs, told(language))


def _called(root: Path) -> dict[str, str]:
    """What the jobs of a workspace call now; nothing where it has none of ours."""
    file = f"{JOBS}/check.yml"
    said = read_present(root, [file]).get(file, b"").decode("utf-8", "replace")
    match = _CALL.search(said)
    return match.groupdict() if match else {}


def plan_new(root: Path, files: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Which of some files would be written, and which stay as they are."""
    present = read_present(root, files)
    return [path for path in files if path not in present], list(present)


def plan_renewal(root: Path, wanted: Mapping[str, str]) -> tuple[WorkspaceFile, ...]:
    """What becomes of the files that the program brings."""
    return plan_workspace_files(wanted, read_present(root, wanted))


def write_files(root: Path, files: Mapping[str, str], *, dry_run: bool, voice: Voice) -> None:
    """Write what is not there yet, and say so; what is there stays."""
    new, kept = plan_new(root, files)
    for path in new:
        click.echo(voice.say(N_("Add {file}."), file=path))
        if not dry_run:
            write_new(root, path, files[path].encode())
    for path in kept:
        click.echo(voice.say(N_("{file} is there already and stays as it is."), file=path))


def renew_workspace(*, tool: str = "", dry_run: bool = False) -> bool:
    """Renew what the program brought into the workspace that we are in, and show it.

    Returns:
        Whether anything differed.

    Raises:
        ConvenantError: when there is no workspace, or something cannot be written.
    """
    root, here = find_root(Path.cwd()), workspace_here()
    covenants = languages_here(root, here.voice.language)
    brought = tool_files(
        root, here.voice, tool=tool, app=here.app, covenants=covenants, pages=here.pages
    )
    plan = plan_renewal(root, brought)
    renew_files(root, plan, dry_run=dry_run, voice=here.voice)
    return bool(plan)


def renew_files(root: Path, plan: Sequence[WorkspaceFile], *, dry_run: bool, voice: Voice) -> None:
    """Write what is new or may be renewed; of what somebody changed the difference is shown."""
    said = {
        Fate.NEW: N_("Add {file}."),
        Fate.RENEWED: N_("Renew {file}."),
        Fate.KEPT: N_("{file} was changed here and stays as it is. The program would write:"),
    }
    for one in plan:
        click.echo(voice.say(said[one.fate], file=one.path))
        if one.old is not None:
            click.echo(line_differences(one.old, one.new, one.path), nl=False)
        if one.fate is not Fate.KEPT and not dry_run:
            write_new(root, one.path, one.new)
