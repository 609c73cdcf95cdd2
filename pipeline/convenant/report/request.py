"""What a forge shows under a proposal: the ruling, what changes, and who does what next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from convenant.locale import N_, Voice
from convenant.model.comparison import Comparison
from convenant.model.forge import Papers
from convenant.model.ruling import Reason, Ruling, Verdict
from convenant.report.finding import Finding
from convenant.report.gate import TITLES
from convenant.report.markdown import plain

MARK = "<!-- convenant: report -->"
"""By this we know our own comment again, together with who wrote it."""

_SIGNS = {Verdict.ALLOW: "✅", Verdict.WAIT: "⏳", Verdict.REFUSE: "⛔"}
_CHANGES = 40
_FINDINGS = 30


def request_report(
    ruling: Ruling,
    subject: Mapping[str, str],
    comparison: Comparison | None,
    findings: Sequence[Finding],
    unheard: Sequence[str],
    papers: Sequence[Papers],
    voice: Voice,
) -> str:
    """The report in Markdown, in the covenant's language.

    Args:
        findings: what is wrong by this change and was not wrong before.
        unheard: names of parties that have not said anything about it yet.
        papers: documents that were made of its text.
    """
    parts = [MARK, f"## {_SIGNS[ruling.verdict]} {voice.say(TITLES[ruling.verdict])}"]
    parts += _steps(ruling, voice)
    parts += _changes(comparison, voice)
    parts += _findings(findings, voice)
    parts += _papers(papers, subject, voice)
    if unheard:
        names = plain(voice.enumerate(list(unheard)))
        parts.append(voice.say(N_("Not heard about this yet: {names}."), names=names))
    if digest := subject.get("digest"):
        shown = " ".join(digest[i : i + 4] for i in (0, 4, 8))
        parts.append(voice.say(N_("Fingerprint of this text: {digest}"), digest=f"`{shown}`"))
    return "\n\n".join(parts) + "\n"


def _steps(ruling: Ruling, voice: Voice) -> Iterator[str]:
    heavy = [r for r in ruling.reasons if r.verdict is not Verdict.ALLOW]
    if heavy:
        head = [voice.say(N_("What is so")), voice.say(N_("Next step")), voice.say(N_("By whom"))]
        rows = [_row(reason, voice) for reason in heavy]
        yield "\n".join((f"| {' | '.join(head)} |", "|:--|:--|:--|", *rows))
    remarks = [f"- {plain(r.why.tell(voice))}" for r in ruling.reasons if r not in heavy]
    if remarks:
        yield "\n".join(remarks)


def _row(reason: Reason, voice: Voice) -> str:
    cells = (part.tell(voice) if part else "" for part in (reason.why, reason.todo, reason.by))
    return f"| {' | '.join(plain(cell) for cell in cells)} |"


def _changes(comparison: Comparison | None, voice: Voice) -> Iterator[str]:
    if comparison is None:
        return
    weighed = comparison.weighed()
    lines = [f"- {plain(change.sentence(voice))}" for change in weighed[:_CHANGES]]
    lines += [f"- {plain(note.tell(voice))}" for note in comparison.notes]
    if (rest := len(weighed) - _CHANGES) > 0:
        lines.append("- " + voice.plural(N_("and one more"), N_("and {count} more"), rest))
    yield _heading(voice.say(N_("What changes by it")))
    yield "\n".join(lines) if lines else voice.say(N_("Nothing that a reader would see."))


def _findings(findings: Sequence[Finding], voice: Voice) -> Iterator[str]:
    if not findings:
        return
    yield _heading(voice.say(N_("What is wrong by it")))
    rows = [
        f"- `{f.place.file.replace('`', '')}:{f.place.line}` {plain(f.message)} {plain(f.hint)}"
        for f in findings[:_FINDINGS]
    ]
    yield "\n".join((*rows, *(["- …"] if len(findings) > _FINDINGS else [])))


def _papers(papers: Sequence[Papers], subject: Mapping[str, str], voice: Voice) -> Iterator[str]:
    repository, number = subject.get("repository"), subject.get("number")
    if not repository or not number or not subject.get("covenant"):
        return
    start = f"https://github.com/{repository}"
    links = [
        f"- [{voice.say(_PAPERS[p.name])}]({start}/actions/runs/{p.run}/artifacts/{p.artifact})"
        for p in sorted(papers, key=lambda p: p.name, reverse=True)
    ]
    if not links:
        soon = voice.say(N_("The documents are being made. In a few minutes they are here:"))
        checks = voice.say(N_("the checks"))
        links = [f"{soon} [{checks}]({start}/pull/{number}/checks)"]
    yield _heading(voice.say(N_("Documents")))
    yield "\n".join(links)


_PAPERS = {
    "documents": N_("The documents as they would become"),
    "redline": N_("The text with its changes marked"),
}


def _heading(text: str) -> str:
    return f"### {text}"
