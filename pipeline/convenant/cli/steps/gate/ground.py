"""The main version that a proposal is judged by."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from convenant.cli.steps.gate.who import Roles, read_roles
from convenant.cli.steps.meeting.round import Round, open_round
from convenant.cli.steps.selection import Selection
from convenant.edges.disk.workspace import find_root
from convenant.edges.vcs.main_version import read_file_at
from convenant.edges.vcs.repository import Repository
from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.model.workspace import Workspace

SETTINGS = "convenant.yaml"
_NO_COVENANT = "-"
"""No covenant is called so: the records are read once it is known of which one."""


class Ground(Struct, frozen=True):
    """The main version that everything is judged by.

    Attributes:
        tip: its id.
        name: what the others call it, such as `main`.
    """

    repository: Repository
    refs: Mapping[str, str]
    tip: str
    name: str
    workspace: Workspace
    roles: Roles


def read_ground() -> Ground:
    """The main version of the workspace that we are in.

    Raises:
        ConvenantError: when it is not kept in Git.
    """
    round_ = open_round(Selection(find_root(Path.cwd()), ()), _NO_COVENANT)
    return ground_of(round_)


def ground_of(round_: Round) -> Ground:
    """The main version of an opened workspace."""
    repository, tip = round_.repository, round_.tip
    data = read_file_at(repository, tip, SETTINGS)
    tree = load_yaml(SETTINGS, data)[0] if data is not None else None
    workspace = load_record(Workspace, tree, SETTINGS)
    roles = read_roles(repository, tip)
    name = round_.main.removeprefix("refs/heads/")
    return Ground(repository, round_.refs, tip, name, workspace, roles)
