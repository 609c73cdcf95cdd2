"""Where covenants stand: for a terminal, a machine, a page, and as a picture."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.section import Maturity
from convenant.model.status import CovenantStatus
from convenant.report.consent import position_line
from convenant.report.shown import shown

JSON_VERSION = 1
_STEPS = {Maturity.OUTLINE: 1, Maturity.CONCRETE: 2, Maturity.SETTLED: 3}
_WORDS = {
    Maturity.OUTLINE: N_("outline"),
    Maturity.CONCRETE: N_("concrete"),
    Maturity.SETTLED: N_("ready for decision"),
}
_FILLS = {1: "#b9cfc8", 2: "#5f9485", 3: "#1f5b4e"}


def status_text(statuses: Sequence[CovenantStatus], voice: Voice, *, private: bool) -> str:
    """A few lines a covenant, with a bar a section.

    Args:
        private: also how much was heard of each party.
    """
    lines = [voice.say(N_("●○○ outline   ●●○ concrete   ●●● ready for decision")), ""]
    width = max((len(status.slug) for status in statuses), default=0)
    for status in statuses:
        bars = "  ".join(f"§{n} {_bar(status.maturity[n])}" for n in range(1, 6))
        lines.append(f"{status.slug.ljust(width)}  {bars}")
        lines.append(f"{''.ljust(width)}  {', '.join(_facts(status, voice))}")
        if status.points:
            open_ = [f"§{n}: {count}" for n, count in status.points.items() if count]
            said = N_("still open for the next step: {points}")
            told = voice.say(said, points=", ".join(open_) or "–")
            lines.append(f"{''.ljust(width)}  {told}")
        lines += [f"{''.ljust(width)}  {position_line(p, voice)}" for p in status.positions]
        if private:
            lines += [f"{''.ljust(width)}  {line}" for line in _heard(status, voice)]
    return "".join(f"{shown(line)}\n" for line in lines)


def status_json(statuses: Sequence[CovenantStatus], *, private: bool) -> str:
    """The same for a machine; a later version only adds keys."""
    form = {"version": JSON_VERSION, "covenants": [_record(s, private) for s in statuses]}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def status_markdown(statuses: Sequence[CovenantStatus], voice: Voice) -> str:
    """A table for a page; never how much was heard of whom."""
    heads = [N_("covenant"), N_("open proposals"), N_("open concerns"), N_("next meeting")]
    first, *rest = (voice.say(head) for head in heads)
    lines = [f"| {first} | §1 | §2 | §3 | §4 | §5 | {' | '.join(rest)} |"]
    lines.append("|---" * 9 + "|")
    for status in statuses:
        words = [voice.say(_WORDS[status.maturity[n]]) for n in range(1, 6)]
        day = voice.date(status.next_meeting) if status.next_meeting else "–"
        title = status.title.replace("|", "\\|").replace("\n", " ")
        cells = [title, *words, str(status.proposals), str(status.concerns), day]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def status_picture(statuses: Sequence[CovenantStatus], voice: Voice) -> str:
    """An SVG with a bar a section; its words say the same as its bars."""
    row, left = 26, 230
    height = 40 + row * len(statuses)
    title = voice.say(N_("Where the covenants stand"))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="t d" '
        f'viewBox="0 0 720 {height}" font-family="sans-serif" font-size="13">',
        f'<title id="t">{escape(title)}</title>',
        f'<desc id="d">{escape(" ".join(_described(statuses, voice)))}</desc>',
    ]
    parts += [f'<text x="{left + 96 * n - 96}" y="20">§{n}</text>' for n in range(1, 6)]
    for index, status in enumerate(statuses):
        y = 34 + row * index
        parts.append(f'<text x="8" y="{y + 13}">{escape(_short(status.title))}</text>')
        for number in range(1, 6):
            parts += _drawn(left + 96 * (number - 1), y, _STEPS[status.maturity[number]])
    return "\n".join([*parts, "</svg>"]) + "\n"


def _drawn(x: int, y: int, step: int) -> Iterator[str]:
    for box in range(3):
        fill = _FILLS[step] if box < step else "none"
        yield (
            f'<rect x="{x + 28 * box}" y="{y}" width="26" height="16" rx="2" '
            f'fill="{fill}" stroke="#1f5b4e"/>'
        )


def _described(statuses: Sequence[CovenantStatus], voice: Voice) -> Iterator[str]:
    for status in statuses:
        words = [f"§{n} {voice.say(_WORDS[status.maturity[n]])}" for n in range(1, 6)]
        yield f"{status.title}: {', '.join(words)}."


def _short(title: str) -> str:
    return title if len(title) <= 30 else f"{title[:29]}…"


def _bar(maturity: Maturity) -> str:
    step = _STEPS[maturity]
    return "●" * step + "○" * (3 - step)


def _facts(status: CovenantStatus, voice: Voice) -> Iterator[str]:
    yield voice.plural(N_("{count} open proposal"), N_("{count} open proposals"), status.proposals)
    yield voice.plural(N_("{count} open concern"), N_("{count} open concerns"), status.concerns)
    if status.answers:
        said = N_("{count} of {all} answered the consent round")
        yield voice.say(said, count=status.answers, all=status.parties)
    yield voice.plural(N_("{count} meeting"), N_("{count} meetings"), status.meetings)
    if status.next_meeting:
        yield voice.say(N_("next on {date}"), date=voice.date(status.next_meeting))
    if status.days >= 0:
        one, many = N_("last movement {count} day ago"), N_("last movement {count} days ago")
        yield voice.plural(one, many, status.days)


def _heard(status: CovenantStatus, voice: Voice) -> Iterator[str]:
    for one in status.participation:
        proposals = voice.plural(N_("{count} proposal"), N_("{count} proposals"), one.proposals)
        said = N_("{name}: {proposals}, at {present} of {meetings} meetings")
        told = voice.say(
            said, name=one.label, proposals=proposals, present=one.present, meetings=one.meetings
        )
        quiet = one.proposals == 0 and one.present == 0
        word = voice.say(N_("not heard yet"))
        yield f"{told} – {word}" if quiet else told


def _record(status: CovenantStatus, private: bool) -> dict[str, Any]:
    form: dict[str, Any] = {
        "covenant": status.slug,
        "title": status.title,
        "maturity": {str(n): m.value for n, m in status.maturity.items()},
        "proposals": status.proposals,
        "concerns": status.concerns,
        "answers": status.answers,
        "parties": status.parties,
        "meetings": status.meetings,
        "next_meeting": status.next_meeting,
        "days": status.days,
    }
    if status.positions:
        form["consents"] = [{"party": p.party.id, "stand": p.stand.value} for p in status.positions]
    if private:
        form["participation"] = [
            {"party": p.party, "proposals": p.proposals, "present": p.present, "of": p.meetings}
            for p in status.participation
        ]
    return form
