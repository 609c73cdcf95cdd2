"""What closing a meeting would do, or what stands in its way, in the covenant's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convenant.check.registry import rules
from convenant.cli.steps.meeting.closing import Closing
from convenant.cli.steps.meeting.letting_in import held_back_lines
from convenant.edges.vcs.closing import Outcome, Turned
from convenant.locale import N_, Voice
from convenant.plan.merge import Clash
from convenant.plan.order import Hurdle
from convenant.report.finding import tell
from convenant.report.proposal import party_label
from convenant.report.shown import shown
from convenant.report.text import text_report


def closing_text(closing: Closing, voice: Voice) -> str:
    """The plan itself: the order of taking over, what is recorded, and the name it gets."""
    lines = [
        voice.say(N_("Closing meeting {id} of {slug}:"), id=closing.sitting.id, slug=closing.slug)
    ]
    assert closing.plan is not None  # noqa: S101  (for the type checker)
    heads = {p.id: p for p in closing.proposals}
    for number, step in enumerate(closing.plan.steps, 1):
        proposal = heads[step.id]
        name = party_label(closing.cover, proposal.party, voice)
        said = N_("{number}. takes over {id} of {name}: {title}")
        title = proposal.draft.message
        lines.append("  " + voice.say(said, number=number, id=step.id, name=name, title=title))
        lines += [f"     {file}" for file in step.files]
    for id, event in closing.sitting.decided.items():
        if event.get("outcome") != "agreed":
            word = N_("parked") if event.get("outcome") == "parked" else N_("rejected")
            said = N_("{id}: {outcome}, {reason}")
            told = voice.say(said, id=id, outcome=voice.say(word), reason=event.get("reason"))
            lines.append(f"  {told}")
    for section, level in sorted(closing.sitting.raised.items()):
        said = N_("§{section} becomes {maturity}")
        word = voice.say(_MATURITY.get(level, level))
        lines.append("  " + voice.say(said, section=section, maturity=word))
    where = f"meetings/{closing.sitting.id}"
    lines.append(
        "  " + voice.say(N_("writes {file}.yaml and the minutes in {file}.md"), file=where)
    )
    tag = f"{closing.slug}/meeting/{closing.sitting.id}"
    lines.append("  " + voice.say(N_("names the new version {name}"), name=tag))
    return "".join(f"{shown(line)}\n" for line in lines)


_MATURITY = {
    "outline": N_("outline"),
    "concrete": N_("concrete"),
    "settled": N_("ready for decision"),
}


def obstacles_text(closing: Closing, voice: Voice) -> str:
    """Everything that stands in the way, with what to do about each."""
    lines = list(_refused(closing, voice))
    lines += hurdle_lines(closing.hurdles, voice)
    lines += held_back_lines(closing.waits, closing.proposals, voice)
    for number, clash in enumerate(closing.clashes, 1):
        lines += clash_lines(number, clash, voice)
    if closing.clashes:
        said = N_("Choose with --choose, such as --choose 1=2, 1=both or 1=“a text of your own”.")
        lines += ["", voice.say(said)]
    found = "".join(f"{shown(line)}\n" for line in lines)
    for id, problems in closing.blamed.items():
        said = N_("With proposal {id} the covenant would have these errors:")
        none = N_("With the maturity that was decided on the covenant would have these errors:")
        found += voice.say(said if id else none, id=id) + "\n"
        found += text_report([tell(problem, rules(), voice) for problem in problems])
    return found


def clash_lines(number: int, clash: Clash, voice: Voice) -> Iterator[str]:
    """The two texts one under the other, and who wants which."""
    yield ""
    who = voice.enumerate(clash.others) if clash.others else voice.say(N_("the present text"))
    said = N_("{number}. Two texts want the same place: {file}, line {line}")
    yield voice.say(said, number=number, file=clash.file, line=clash.line)
    if clash.before and not clash.whole:
        yield "   " + voice.say(N_("There stood:"))
        yield from _block(clash.before)
    nothing = "     " + voice.say(N_("(taken away)"))
    yield f"   1 – {who}:"
    yield from _block(clash.first) or [nothing]
    yield f"   2 – {clash.proposal}:"
    yield from _block(clash.second) or [nothing]
    if clash.both:
        yield "   both – " + voice.say(N_("the first, then the second"))


def hurdle_lines(hurdles: Sequence[Hurdle], voice: Voice) -> list[str]:
    """Why the method waits, what is missing, and how to go on nevertheless."""
    lines = []
    for hurdle in hurdles:
        missing = voice.enumerate([f"§{number}" for number in hurdle.missing])
        lines.append(voice.say(hurdle.why))
        lines.append(voice.say(N_("Not concrete yet: {missing}."), missing=missing))
        said = N_("You may go on with a reason that stays in the record: --because “…”")
        lines.append(voice.say(said))
    return lines


def turned_text(turned: Turned, slug: str, meeting: str, voice: Voice) -> str:
    """How it ended, and what to do if it was a mistake."""
    said = {
        Outcome.DONE: N_("Meeting {id} is closed and shared with the others."),
        Outcome.HERE: N_(
            "Meeting {id} is closed here. The others could not be reached; “convenant sync” "
            "shares it later."
        ),
        Outcome.WAITING: N_(
            "The others protect the main version. The new version is waiting there under "
            "convenant/close. Take it over there as it is, without squeezing it into one; then "
            "run “convenant meeting close” once more."
        ),
        Outcome.BEFORE: N_("Meeting {id} was not closed; nothing was changed."),
    }[turned.outcome]
    lines = [voice.say(said, id=meeting)]
    if turned.outcome in (Outcome.DONE, Outcome.HERE):
        undo = f"convenant meeting undo {meeting} --covenant {slug} --because “…”"
        lines.append(voice.say(N_("Was it a mistake? {command}"), command=undo))
    return "\n".join(lines) + "\n"


def _refused(closing: Closing, voice: Voice) -> Iterator[str]:
    for refusal in closing.refusals:
        why = voice.say(refusal.why, said=refusal.said)
        said = N_("Proposal {id} cannot be taken over. {why}")
        yield voice.say(said, id=refusal.proposal, why=why)


def _block(text: str) -> list[str]:
    return [f"     {line}" for line in text.rstrip("\n").split("\n")] if text else []
