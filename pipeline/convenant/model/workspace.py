"""The settings of a workspace that are about where it is kept: `convenant.yaml`."""

from __future__ import annotations

from dataclasses import dataclass

from convenant.problem import Place


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the workspace is kept together.

    Attributes:
        kind: `github` or `none`.
        repository: `owner/name`.
        app: name of the program by which the workspace opens proposals and posts its checks.
    """

    at: Place
    kind: str = ""
    repository: str = ""
    app: str = ""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace by its own settings."""

    at: Place
    name: str = ""
    language: str = ""
    forge: Forge | None = None
