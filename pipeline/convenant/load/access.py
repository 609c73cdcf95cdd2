"""`access.yaml` → who holds which role."""

from __future__ import annotations

from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.model.access import Access
from convenant.problem import Problem

FILE = "access.yaml"


def load_access(data: bytes | None) -> tuple[Access, tuple[Problem, ...]]:
    """The roles of a workspace, and what is wrong with how they are written.

    A line that does not fit is left out: a doubtful line gives nobody a role.

    Args:
        data: the file as it stands in the *main version*: a proposal must not appoint its own
            judge. None where the workspace has none.
    """
    tree, problems = load_yaml(FILE, data) if data is not None else (None, ())
    return load_record(Access, tree, FILE), problems
