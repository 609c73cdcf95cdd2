"""The forge of the workspace that we are in, and the message that a job was started by."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click
from msgspec import Struct

from convenant.cli.steps.gate.ground import SETTINGS
from convenant.cli.steps.speech import speaker
from convenant.edges.disk.workspace import find_root, read_settings
from convenant.edges.web import http
from convenant.edges.web.github import JOBS, GitHub, Parsers
from convenant.edges.web.github_release import UPLOADS, GitHubReleases
from convenant.edges.web.github_settings import GitHubSettings
from convenant.errors import ConvenantError
from convenant.load.answer import load_submission
from convenant.load.facts import (
    load_comment,
    load_labelling,
    load_moment,
    load_notice,
    load_review,
    load_said,
)
from convenant.load.hook import UnreadableHook, load_hook, load_request
from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.locale import N_, Voice, voice
from convenant.model.forge import Hook
from convenant.model.form import Submission
from convenant.model.workspace import Workspace

_PARSERS = Parsers(
    load_request, load_labelling, load_review, load_comment, load_moment, load_notice, load_said
)


class Here(Struct, frozen=True):
    """The workspace as its own settings describe it.

    Attributes:
        app: name of its App; empty for none.
    """

    repository: str
    app: str
    voice: Voice
    name: str = ""
    pages: bool = False
    discussion: bool = False


def workspace_here() -> Here:
    """The workspace that we are in."""
    data = read_settings(find_root(Path.cwd())).get(SETTINGS)
    tree = load_yaml(SETTINGS, data)[0] if data is not None else None
    workspace = load_record(Workspace, tree, SETTINGS)
    forge = workspace.forge
    return Here(
        forge.repository if forge else "",
        forge.app if forge else "",
        voice(workspace.language or "nl"),
        workspace.name,
        pages=bool(forge and forge.pages),
        discussion=bool(forge and forge.discussion),
    )


def open_forge(repository: str) -> GitHub:
    """The repository on GitHub, with the token of the surroundings.

    Raises:
        ConvenantError: when no repository or no token is named.
    """
    return GitHub(*_reach(repository), _PARSERS, own_app())


def open_settings(repository: str) -> GitHubSettings:
    """How the repository on GitHub is set up, with the token of the surroundings.

    Raises:
        ConvenantError: when no repository or no token is named.
    """
    return GitHubSettings(*_reach(repository))


def open_releases(repository: str) -> GitHubReleases:
    """The published versions of the repository on GitHub, with the token of the surroundings.

    Raises:
        ConvenantError: when no repository or no token is named.
    """
    interface, name = _reach(repository)
    uploads = http.Interface(http.connect(UPLOADS), time.sleep, interface.token)
    return GitHubReleases(interface, uploads, name)


def _reach(repository: str) -> tuple[http.Interface, str]:
    name = os.environ.get("GITHUB_REPOSITORY", "") or repository
    token = os.environ.get("GITHUB_TOKEN", "") or os.environ.get("GH_TOKEN", "")
    if not name:
        raise ConvenantError(
            N_("It is not known which repository on GitHub this is."),
            N_("Name it in convenant.yaml: forge, with kind: github and repository: owner/name"),
        )
    if not token:
        raise ConvenantError(
            N_("There is no token for GitHub."),
            N_("Give one in GITHUB_TOKEN. With the program of GitHub: gh auth token"),
        )
    return http.Interface(http.connect(), time.sleep, token), name


def own_app() -> str:
    """The App in whose name we post: the workspace's, else that of all jobs."""
    return os.environ.get("CONVENANT_APP", "") or JOBS


def event_of(event: Path | None) -> Hook:
    """The message that the forge started a job with.

    Raises:
        click.UsageError: when there is none, or it is about no proposal.
    """
    if event is None:
        raise click.UsageError(speaker().say(N_("Which proposal? Name the message with --event.")))
    try:
        hook = load_hook(event.read_bytes())
    except UnreadableHook as error:
        said = N_("The message is about no proposal: {said} is missing or wrong.")
        raise click.UsageError(speaker().say(said, said=str(error))) from error
    _refuse_foreign(hook.request.repository)
    return hook


def submission_of(event: Path | None) -> Submission:
    """The form that the forge's message is about.

    Raises:
        click.UsageError: when there is no message, or it is about none.
    """
    if event is None:
        raise click.UsageError(speaker().say(N_("Which form? Name the message with --event.")))
    try:
        submission = load_submission(event.read_bytes())
    except UnreadableHook as error:
        said = N_("The message is about no form: {said} is missing or wrong.")
        raise click.UsageError(speaker().say(said, said=str(error))) from error
    _refuse_foreign(submission.repository)
    return submission


def _refuse_foreign(repository: str) -> None:
    ours = os.environ.get("GITHUB_REPOSITORY", "").casefold()
    if ours and repository.casefold() != ours:
        said = N_("The message is about another repository: {said}.")
        raise click.UsageError(speaker().say(said, said=repository))
