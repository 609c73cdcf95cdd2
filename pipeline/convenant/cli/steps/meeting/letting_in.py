"""The gate's say in what a meeting agreed on: the same ruling as on a forge, asked once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from convenant.cli.steps.gate.ground import ground_of
from convenant.cli.steps.gate.question import ask_of
from convenant.cli.steps.meeting.round import Round
from convenant.cli.steps.meeting.sitting import Table, keep, note
from convenant.locale import N_, Voice
from convenant.model.event import OVERRIDDEN
from convenant.model.proposal import Proposal
from convenant.model.ruling import Reason, Verdict
from convenant.plan.gate.ruling import plan_gate
from convenant.plan.meeting import Sitting
from convenant.report.gate import SIGNS, next_step

GATE = "gate"
"""What an override is about that lets in what the gate lets wait."""

_SEEN_TO = frozenset({"clash", "errors", "order"})
"""What closing itself looks at, for all that was agreed on together."""

_FINAL = frozenset({"closed", "decided-other", "head-missing"})
"""What no reason replaces: its party took the proposal back, or it reads otherwise by now."""


def held_back(
    round_: Round, agreed: Sequence[Proposal], *, overruled: bool
) -> dict[str, tuple[Reason, ...]]:
    """The agreed proposals that the gate does not let in, each with its reasons.

    Args:
        overruled: whether a facilitator wrote down why what waits is taken over nevertheless;
            what is refused stays out.
    """
    counts = {Verdict.REFUSE} if overruled else {Verdict.REFUSE, Verdict.WAIT}
    ground, found = ground_of(round_), {}
    for proposal in agreed:
        question = ask_of(ground, proposal, round_.voice(proposal.draft.covenant))
        against = tuple(
            reason
            for reason in plan_gate(question.asked).reasons
            if reason.code not in _SEEN_TO and (reason.verdict in counts or _is_final(reason))
        )
        if against:
            found[proposal.id] = against
    return found


def held_back_lines(
    waits: Mapping[str, tuple[Reason, ...]], proposals: Sequence[Proposal], voice: Voice
) -> Iterator[str]:
    """Why each of them stays out, what helps, and whether a reason is enough."""
    concerns = {one.id: one.concerns for one in proposals}
    for id, reasons in waits.items():
        yield voice.say(N_("Proposal {id} was agreed on, and cannot be taken over yet."), id=id)
        for reason in reasons:
            yield f"  {SIGNS[reason.verdict]} {reason.why.tell(voice)}"
            if reason.code == "concern":
                for number, concern in enumerate(concerns.get(id, ()), 1):
                    yield f"    {number}. {concern.text}"
                    command = f"convenant proposal answer {id} {number}"
                    yield "       " + voice.say(N_("Answered? Note it: {command}"), command=command)
            elif step := next_step(reason, voice):
                yield f"    → {step}"
    if can_be_overruled(waits):
        yield voice.say(N_("You may go on with a reason that stays in the record: --because “…”"))


def can_be_overruled(waits: Mapping[str, tuple[Reason, ...]]) -> bool:
    """Whether all of it waits for something that a reason can replace."""
    return bool(waits) and not any(_is_final(r) for some in waits.values() for r in some)


def _is_final(reason: Reason) -> bool:
    against = reason.verdict is not Verdict.ALLOW
    return reason.verdict is Verdict.REFUSE or (against and reason.code in _FINAL)


def overrule(table: Table, sitting: Sitting, because: str, *, keep_it: bool) -> Sitting:
    """The meeting with the facilitator's reason why what waits is taken over nevertheless."""
    if keep_it:
        keep(table, note(table, OVERRIDDEN, sitting.id, about=GATE, reason=because))
    return replace(sitting, overrides={**sitting.overrides, GATE: because})
