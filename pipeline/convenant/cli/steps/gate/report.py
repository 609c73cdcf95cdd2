"""The report under a proposal, from the question that the gate was asked and its ruling."""

from __future__ import annotations

from convenant.check.registry import rules
from convenant.cli.steps.change.set import compare_readings
from convenant.cli.steps.gate.question import Question
from convenant.cli.steps.mending import mended_files
from convenant.edges.disk.cache import Cache, cache_folder
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.place import Version
from convenant.edges.vcs.version_folder import folder_of_files
from convenant.model.forge import Suggestion
from convenant.model.ruling import Ruling
from convenant.report.finding import tell
from convenant.report.request import request_report
from convenant.report.suggestion import suggestions


def suggestions_of(question: Question) -> tuple[Suggestion, ...]:
    """What is mechanical in the proposal's own lines.

    None where the text would become something else than the proposal says: its lines are then
    not those that a reader would see.
    """
    text = question.text
    if text is None or not text.as_proposed:
        return ()
    slug = text.touched.slug
    with Cache(cache_folder()) as cache:
        folder = folder_of_files(slug, text.new.files)
        mended = mended_files(folder, read_schemas(), cache)
    place = text.repository.folder_of(slug)
    return suggestions(text.old.files, text.new.files, mended, place, question.voice)


def report_of(question: Question, ruling: Ruling) -> str:
    """The report in Markdown."""
    text, voice = question.text, question.voice
    comparison, findings, unheard = None, [], []
    if text is not None:
        if text.existed:
            comparison = compare_readings(text.old, text.new, ("", ""), Version()).comparison
        findings = [tell(problem, rules(), voice) for problem in text.problems]
        said = [a.who for a in question.asked.approvals] + [question.asked.author]
        heard = {line.party for who in said for line in who.lines}
        if question.asked.own_program:
            # Whose form it was: the program opens proposals on behalf of a party.
            heard.add(question.subject.get("proposal", "").rpartition("-")[0])
        unheard = [p.label for p in text.touched.parties if p.signs and p.id not in heard]
    return request_report(
        ruling, question.subject, comparison, findings, unheard, question.papers, voice
    )
