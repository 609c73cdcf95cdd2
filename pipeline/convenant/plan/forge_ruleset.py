"""The rules of a forge that hold the main version shut for everything but allowed proposals.

Source: docs.github.com, "Available rules for rulesets". A required check is matched by its name and
by the App that posted it: every job of Actions is the same App, and a proposal can bring a job of
its own, so only an App of the workspace makes the gate binding.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CHECK = "convenant gate"
MAIN_RULES = "convenant: main version"
RECORD_RULES = "convenant: records"


def wanted_rulesets(app_id: int | None) -> Mapping[str, Mapping[str, Any]]:
    """The rulesets by name.

    Args:
        app_id: of the workspace's App; None where it has none, and the gate only advises.
    """
    main: list[Mapping[str, Any]] = [
        {"type": "deletion"},
        {"type": "non_fast_forward"},
        {
            "type": "pull_request",
            "parameters": {
                "required_approving_review_count": 0,
                "dismiss_stale_reviews_on_push": False,
                "require_code_owner_review": True,
                "require_last_push_approval": False,
                "required_review_thread_resolution": False,
                # What was agreed stays to be found: its own versions enter as they are.
                "allowed_merge_methods": ["merge"],
            },
        },
    ]
    if app_id is not None:
        check = {"context": CHECK, "integration_id": app_id}
        main.append(
            {
                "type": "required_status_checks",
                "parameters": {
                    "strict_required_status_checks_policy": True,
                    "do_not_enforce_on_create": True,
                    "required_status_checks": [check],
                },
            }
        )
    kept = [{"type": "deletion"}, {"type": "non_fast_forward"}]
    return {
        MAIN_RULES: _ruleset(MAIN_RULES, "~DEFAULT_BRANCH", main),
        RECORD_RULES: _ruleset(RECORD_RULES, "refs/heads/convenant/records", kept),
    }


def differs(wanted: Any, present: Any) -> bool:
    """Whether something that we ask for is not so; what the forge adds does not matter."""
    if isinstance(wanted, Mapping):
        return not isinstance(present, Mapping) or any(
            differs(value, present.get(key)) for key, value in wanted.items()
        )
    if isinstance(wanted, list):
        return (
            not isinstance(present, list)
            or len(wanted) != len(present)
            or any(all(differs(one, other) for other in present) for one in wanted)
        )
    return bool(wanted != present)


def _ruleset(name: str, ref: str, rules: list[Any]) -> Mapping[str, Any]:
    return {
        "name": name,
        "target": "branch",
        "enforcement": "active",
        "conditions": {"ref_name": {"include": [ref], "exclude": []}},
        "rules": rules,
    }
