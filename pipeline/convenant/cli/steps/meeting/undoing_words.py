"""What undoing a meeting would do, and how it ended."""

from __future__ import annotations

from convenant.check.registry import rules
from convenant.cli.steps.meeting.closing_words import clash_lines
from convenant.cli.steps.meeting.undoing import Undoing
from convenant.edges.vcs.closing import Outcome, Turned
from convenant.locale import N_, Voice
from convenant.report.finding import tell
from convenant.report.shown import shown
from convenant.report.text import text_report


def undoing_text(undoing: Undoing, voice: Voice) -> str:
    """The plan, or why it cannot simply go back."""
    slug, meeting = undoing.slug, undoing.meeting
    lines = [voice.say(N_("Undoing meeting {id} of {slug}:"), id=meeting, slug=slug)]
    lines += ["  " + voice.say(N_("puts back {file}"), file=name) for name in _texts(undoing)]
    for id in undoing.reopened:
        lines.append("  " + voice.say(N_("opens proposal {id} again"), id=id))
    lines.append("  " + voice.say(N_("keeps the record and the minutes, marked as undone")))
    if undoing.clashes:
        said = N_("The text was changed since at these places. Propose a change there instead.")
        lines = [voice.say(said)]
        for number, clash in enumerate(undoing.clashes, 1):
            lines += clash_lines(number, clash, voice)
    told = "".join(f"{shown(line)}\n" for line in lines)
    if undoing.problems:
        told += voice.say(N_("By that the covenant would have these errors:")) + "\n"
        told += text_report([tell(problem, rules(), voice) for problem in undoing.problems])
    return told


def undone_text(turned: Turned, id: str, voice: Voice) -> str:
    """How it ended."""
    said = {
        Outcome.DONE: N_("Meeting {id} is undone."),
        Outcome.HERE: N_("Meeting {id} is undone here; “convenant sync” shares it later."),
        Outcome.WAITING: N_("Meeting {id} is undone once it is taken over at the others."),
        Outcome.BEFORE: N_("Meeting {id} is as it was; nothing was changed."),
    }[turned.outcome]
    return voice.say(said, id=id) + "\n"


def _texts(undoing: Undoing) -> list[str]:
    return [name for name in undoing.files if not name.startswith("meetings/")]
