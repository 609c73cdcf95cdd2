"""The settings of a workspace that are about where it is kept: `convenant.yaml`."""

from __future__ import annotations

from msgspec import Struct

from convenant.problem import Place


class Forge(Struct, frozen=True):
    """Where the workspace is kept together.

    Attributes:
        kind: `github` or `none`.
        repository: `owner/name`.
        app: name of the program by which the workspace opens proposals and posts its checks.
        pages: whether what is in force is shown on pages of the forge.
        discussion: whether the archive keeps what was said under proposals.
    """

    at: Place
    kind: str = ""
    repository: str = ""
    app: str = ""
    pages: bool | None = None
    discussion: bool | None = None


class Workspace(Struct, frozen=True):
    """A workspace by its own settings."""

    at: Place
    name: str = ""
    language: str = ""
    forge: Forge | None = None
