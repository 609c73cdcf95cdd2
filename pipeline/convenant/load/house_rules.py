"""What `convenant.yaml` says about rules."""

from __future__ import annotations

from convenant.load.record import load_record
from convenant.model.house_rules import HouseRules
from convenant.model.tree import Map


def load_house_rules(tree: Map | None, file: str = "convenant.yaml") -> HouseRules:
    """The settings of rules; a line that is not whole is left to the schema check."""
    return load_record(HouseRules, tree, file)
