"""The papers of a meeting, written where the facilitator wants them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from convenant.cli.steps.meeting.sitting import Table
from convenant.cli.steps.moment import now
from convenant.cli.steps.paper import write_paper
from convenant.edges.disk.atomic import write_atomically
from convenant.edges.disk.invitation import invitation
from convenant.edges.vcs.main_version import read_file_at
from convenant.edges.vcs.read import read_lines
from convenant.locale import N_, voice
from convenant.model.agenda import Agenda
from convenant.plan.guidance import ATTITUDE
from convenant.render.markdown.agenda import agenda_markdown, sheet_markdown


def write_pack(agenda: Agenda, output: Path, forms: Sequence[str]) -> list[Path]:
    """The agenda, the facilitator's sheet and the invitation; gives the files.

    Raises:
        ConvenantError: when a file cannot be written.
    """
    language, moment = agenda.cover.language or "nl", now()
    told = voice(language)
    role = told.say(N_("facilitator"))
    papers = [form for form in forms if form != "ics"]
    stem = f"{agenda.slug}-agenda-{agenda.date}"
    sheet = f"{agenda.slug}-{role}-{agenda.date}"
    text = agenda_markdown(agenda)
    files = write_paper(text, stem, language, output=output, forms=papers, time=moment)
    private = sheet_markdown(agenda, ATTITUDE)
    files += write_paper(private, sheet, language, output=output, forms=papers, time=moment)
    if "ics" in forms:
        title = told.say(N_("Meeting {title}"), title=agenda.cover.title or agenda.slug)
        plan = "\n".join(f"§{item.section} {item.title}" for item in agenda.items)
        data = invitation(
            agenda.slug, title, agenda.date, agenda.start, agenda.minutes, plan, moment
        )
        write_atomically(output / f"{stem}.ics", data)
        files.append(output / f"{stem}.ics")
    return files


def write_minutes(table: Table, id: str, output: Path, forms: Sequence[str]) -> list[Path]:
    """The minutes of a closed meeting as they stand in the main version; gives the files.

    Raises:
        ConvenantError: when a file cannot be written.
    """
    name = f"covenants/{table.slug}/meetings/{id}.md"
    data = read_file_at(table.round.repository, table.round.tip, name) or b""
    (line,) = read_lines(table.round.repository, "--max-count=1", table.round.tip)
    stem = f"{table.slug}-{table.voice.say(_MINUTES)}-{id}"
    text, language = data.decode("utf-8", "replace"), table.voice.language
    return write_paper(text, stem, language, output=output, forms=forms, time=line.time)


_MINUTES = N_("minutes")
