"""What the line of versions proves of the records: who could write them, and that they stayed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from convenant.locale import N_
from convenant.model.access import FACILITATOR, JURIST, REPRESENTATIVE, SECRETARY, Access
from convenant.model.record_line import RecordStep
from convenant.model.verdict import Outcome, Verdict

_OWN = {"consents": REPRESENTATIVE, "reviews": JURIST}
"""Whose word a party's own people may write down themselves; a signature, nobody of the party."""


def judge_record_line(steps: Sequence[RecordStep], slug: str) -> Iterator[Verdict]:
    """By the roles that held just before each record, and never by those of now."""
    last = {name: step.id for step in steps for name in step.after if _changes(step, name)}
    doubts = [verdict for step in steps for verdict in _doubts(step, slug, last)]
    yield from doubts
    if any(step.access is None for step in steps):
        said = N_("When something was written down, there was no list of who may do that.")
        yield Verdict("roles", Outcome.NOTE, said)
    elif steps and not doubts:
        said = N_(
            "Whatever was written down here, somebody held the role for it at that moment, and "
            "nothing was rewritten later."
        )
        yield Verdict("roles", Outcome.PROVEN, said)


def _changes(step: RecordStep, name: str) -> bool:
    return step.before.get(name) != step.after.get(name)


def _doubts(step: RecordStep, slug: str, last: Mapping[str, str]) -> Iterator[Verdict]:
    for name in sorted({*step.before, *step.after}):
        if not _changes(step, name):
            continue
        before, after = step.before.get(name, b""), step.after.get(name, b"")
        values = {"file": name, "date": step.date, "version": step.id[:12]}
        if not after.startswith(before.rstrip()):
            said = N_(
                "{file} was rewritten on {date}, in version {version}: what it said before is no "
                "longer there."
            )
            yield Verdict("records", Outcome.UNPROVEN, said, values)
        # Of what a party said, the last word counts; every signature does.
        counts = last.get(name) == step.id or name.startswith("signatures/")
        if counts and step.access is not None and not _somebody_may(step.access, slug, name):
            said = N_(
                "{file}: on {date}, when this was written down (version {version}), nobody held a "
                "role that allows it."
            )
            yield Verdict("roles", Outcome.FALSE, said, values)


def _somebody_may(access: Access, slug: str, name: str) -> bool:
    folder, _, file = name.partition("/")
    anybody = any(access.logins(role, slug) for role in (FACILITATOR, SECRETARY))
    own = _OWN.get(folder)
    return anybody or bool(own and access.logins(own, slug, party=file.removesuffix(".yaml")))
