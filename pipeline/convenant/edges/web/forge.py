"""A forge as the rest of the program knows it: proposals, labels, comments, checks, settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from convenant.model.forge import Facts, Notice, Said, Suggestion
from convenant.model.forge_release import Asset, ForgeRelease, ForgeTag, Publication
from convenant.model.forge_settings import About, Setting


class Forge(Protocol):
    """What a forge can tell and do. `edges/web/github.py` is one."""

    def fetch_facts(self, number: int) -> Facts:
        """Everything about a proposal at this moment; what could not be told is named in it."""

    def fetch_comments(self, number: int) -> Sequence[Mapping[str, Any]]:
        """The comments under a proposal, oldest first."""

    def post_comment(self, number: int, body: str) -> None:
        """Say something under a proposal."""

    def post_comment_anew(self, comment: int, body: str) -> None:
        """Say something else in an earlier comment of our own."""

    def fetch_remarks(self, number: int) -> Sequence[Mapping[str, Any]]:
        """What was said beside lines of a proposal."""

    def post_suggestions(
        self, number: int, head: str, said: str, suggestions: Sequence[Suggestion]
    ) -> None:
        """Say beside lines of a version how they can be written."""

    def post_labels(self, number: int, add: Sequence[str], remove: Sequence[str]) -> None:
        """Put labels on a proposal and take others off."""

    def post_check(
        self, head: str, passed: bool | None, title: str, summary: str, *, agreed: bool = False
    ) -> None:
        """Show the gate's ruling beside a version; None for one that waits."""

    def fetch_lists(self, mark: str) -> Sequence[Notice]:
        """What is shown by itself and begins with a mark, by whomever."""

    def post_list(self, title: str, body: str) -> None:
        """Show something by itself."""

    def post_list_anew(self, number: int, body: str, *, is_open: bool) -> None:
        """Let what is shown by itself say this, or put it away."""

    def fetch_discussion(self, branch: str) -> Sequence[Said]:
        """What people said under the proposals on a line of ours, oldest first."""

    def fetch_address(self, branch: str) -> str:
        """Where the open proposal on a line of ours is shown; empty where there is none."""

    def post_proposal(self, branch: str, base: str, title: str, body: str) -> str:
        """Open a proposal, and tell where it is shown."""


class ForgeSettings(Protocol):
    """How a forge is set up. `edges/web/github_settings.py` is one."""

    @property
    def repository(self) -> str:
        """`owner/name`."""

    def fetch_about(self) -> About:
        """The repository itself."""

    def fetch_labels(self) -> Sequence[Mapping[str, str]]:
        """Name, color and description of every label."""

    def fetch_rules(self) -> Mapping[str, Mapping[str, Any]]:
        """Every ruleset by its name."""

    def fetch_app(self, name: str) -> int | None:
        """The number of an App; None where there is none by this name."""

    def fetch_pages(self) -> str:
        """What the pages are made from: `workflow`, `legacy` for a line, or nothing."""

    def fetch_jobs(self) -> Mapping[str, Any]:
        """What jobs may do by themselves."""

    def fetch_variable(self, name: str) -> str | None:
        """What a variable for jobs holds; None where there is none."""

    def has_secret(self, name: str) -> bool:
        """Whether jobs have a secret by this name."""

    def post_setting(self, setting: Setting) -> None:
        """Make or mend one thing."""


class ReleaseForge(Protocol):
    """What a forge can tell and do about published versions. `edges/web/github_release.py` is one.

    Every step raises `ConvenantError` where it may not have been done.
    """

    def fetch_tag(self, name: str) -> ForgeTag | None:
        """A name as it stands on the forge."""

    def post_tag(self, wanted: Publication) -> None:
        """Give a version its name."""

    def fetch_releases(self, name: str) -> Sequence[ForgeRelease]:
        """What there is by this name, drafts too."""

    def is_published(self, name: str) -> bool:
        """Whether visitors see a version by this name."""

    def post_draft(self, wanted: Publication) -> None:
        """Begin a version that nobody sees yet."""

    def drop_draft(self, release: ForgeRelease) -> None:
        """Take a draft away."""

    def post_asset(self, release: ForgeRelease, name: str, data: bytes) -> None:
        """Send a file."""

    def drop_asset(self, asset: Asset) -> None:
        """Take a file away from a draft."""

    def post_published(self, release: ForgeRelease, wanted: Publication) -> None:
        """Let everybody see it."""
