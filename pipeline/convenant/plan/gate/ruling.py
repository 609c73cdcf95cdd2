"""The gate: whether a proposal may enter the main version now, and if not, what helps.

A pure function over resolved facts, the same for a forge, for a folder and for a test. On any doubt
it does not allow.
"""

from __future__ import annotations

from collections.abc import Iterator

from convenant.model.gate import Asked
from convenant.model.ruling import Reason, Ruling, Stage
from convenant.plan.gate.form import form_reasons
from convenant.plan.gate.legal import legal_reasons, legal_stage
from convenant.plan.gate.method import label_agrees, method_reasons
from convenant.plan.gate.words import reason


def plan_gate(asked: Asked) -> Ruling:
    """The ruling on a proposal: every reason, those that weigh most first."""
    found = list(_reasons(asked))
    unique = {(r.code, r.party, str(r.why.values)): r for r in found}
    reasons = sorted(unique.values(), key=lambda r: -_WEIGHTS.index(r.verdict.value))
    stage = legal_stage(asked)
    return Ruling(tuple(reasons), stage, _labels(asked, stage), label_agrees(asked))


def _reasons(asked: Asked) -> Iterator[Reason]:
    yield from (reason(doubt.code, said=doubt.said) for doubt in asked.doubts)
    yield from form_reasons(asked)
    if asked.touched is not None:
        yield from method_reasons(asked, asked.touched)
        yield from legal_reasons(asked, asked.touched)


def _labels(asked: Asked, stage: Stage) -> frozenset[str]:
    """The labels that the tool itself keeps: those that follow from the text and the records."""
    touched = asked.touched
    if touched is None:
        return frozenset()
    labels = {f"section/{number}" for number in touched.sections if number}
    if touched.concerns:
        labels.add("concern")
    if stage is Stage.CLOSED:
        labels.add("legal-approved")
    return frozenset(labels)


_WEIGHTS = ("allow", "wait", "refuse")
