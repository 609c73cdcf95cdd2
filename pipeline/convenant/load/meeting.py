"""`meetings/<id>.yaml` → what a meeting decided."""

from __future__ import annotations

from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.model.meeting import Meeting


def load_meeting(file: str, data: bytes) -> Meeting:
    """The record of a meeting; what does not fit is left out, and told of by the checks."""
    tree, _ = load_yaml(file, data)
    return load_record(Meeting, tree, file)
