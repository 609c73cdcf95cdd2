"""A forge as the rest of the program knows it: proposals, labels, comments, checks, settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from convenant.model.forge import Facts


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

    def post_labels(self, number: int, add: Sequence[str], remove: Sequence[str]) -> None:
        """Put labels on a proposal and take others off."""

    def post_check(
        self, head: str, passed: bool | None, title: str, summary: str, *, agreed: bool = False
    ) -> None:
        """Show the gate's ruling beside a version; None for one that waits."""

    def fetch_address(self, branch: str) -> str:
        """Where the open proposal on a line of ours is shown; empty where there is none."""

    def post_proposal(self, branch: str, base: str, title: str, body: str) -> str:
        """Open a proposal, and tell where it is shown."""
