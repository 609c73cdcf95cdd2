"""The verification of a bundle beside a clone: its tag, its versions, its records in history."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from convenant.cli.steps.version.publishing import Shelf, gather
from convenant.cli.steps.version.verifying import Opened
from convenant.edges.disk.cache import Cache
from convenant.edges.vcs.history import History, UnknownVersionError
from convenant.edges.vcs.record_line import read_record_line
from convenant.edges.vcs.tag import Tag
from convenant.edges.vcs.tag_signature import TagSignature, read_tag_signature
from convenant.load.access import load_access
from convenant.locale import N_
from convenant.model.bundle import MANIFEST
from convenant.model.release import Kind
from convenant.model.verdict import Outcome, Verdict
from convenant.plan.manifest import sha256
from convenant.plan.record_line import judge_record_line

SIGNERS = "allowed_signers"


def judge_beside(opened: Opened, shelf: Shelf, signers: Path | None) -> Iterator[Verdict]:
    """Whether a clone knows this version, and says the same of it."""
    name = str(opened.inputs.name)
    tag = shelf.tags.get(name)
    if tag is None:
        said = N_("This clone knows no version {name}.")
        yield Verdict("tag", Outcome.UNPROVEN, said, {"name": f"{shelf.slug}/{name}"})
        return
    yield from judge_tag(opened, shelf, tag)
    with History(shelf.root) as history:
        yield from _sources(opened, shelf, history)
        yield from _consents(opened, history)
        yield from _kept(opened, shelf, history)
    yield from judge_records(shelf, f"refs/tags/{shelf.slug}/{name}")
    yield _signature(shelf, name, signers)


def judge_records(shelf: Shelf, ref: str) -> Iterator[Verdict]:
    """Whether the records up to a version were written by the roles of their own time."""
    steps = read_record_line(shelf.root, shelf.slug, ref, lambda data: load_access(data)[0])
    yield from judge_record_line(steps, shelf.slug)


def judge_tag(opened: Opened, shelf: Shelf, tag: Tag) -> Iterator[Verdict]:
    """The tag is one of ours, and names exactly this bundle."""
    values = {"name": f"{shelf.slug}/{tag.name}"}
    facts = shelf.facts(tag.name)
    if not tag.annotated or "manifest" not in facts:
        said = N_(
            "The name {name} was not given by this program. To undo it: git tag --delete {name} "
            "and git push origin :refs/tags/{name}"
        )
        yield Verdict("tag", Outcome.FALSE, said, values)
        return
    wrong = [
        facts["manifest"] != sha256(opened.bundle.files[MANIFEST]),
        facts.get("digest") != opened.understood.digest.whole,
        facts.get("document") != sha256(opened.bundle.files.get(f"{shelf.slug}.pdf", b"")),
        facts.get("copy", "") != opened.inputs.copy,
    ]
    if any(wrong):
        said = N_("The name {name} was given to another bundle than this one.")
        yield Verdict("tag", Outcome.FALSE, said, values)
    else:
        said = N_("The name {name} in this clone was given to exactly this bundle.")
        yield Verdict("tag", Outcome.PROVEN, said, values)


def _sources(opened: Opened, shelf: Shelf, history: History) -> Iterator[Verdict]:
    """Text and records are those that Git holds under the tag."""
    inputs = opened.inputs
    if inputs.name.kind is Kind.FINAL:
        copy = shelf.tags.get(inputs.copy)
        document = sha256(opened.bundle.files.get(f"{shelf.slug}.pdf", b""))
        if copy is None or shelf.facts(copy.name).get("document") != document:
            said = N_("The document is not the one that was put up for signature as {copy}.")
            yield Verdict("copy", Outcome.FALSE, said, {"copy": inputs.copy or "—"})
            return
        said = N_("The document is, to the byte, the one that was put up for signature as {copy}.")
        yield Verdict("copy", Outcome.PROVEN, said, {"copy": inputs.copy})
    try:
        given, parts = gather(shelf, history, inputs.name, inputs.copy)
    except UnknownVersionError:
        said = N_("Git holds no text under the name {name}.")
        yield Verdict("source", Outcome.FALSE, said, {"name": str(inputs.name)})
        return
    same = (given.commit, given.text_commit) == (inputs.commit, inputs.text_commit)
    times = (given.time, given.text_time) == (inputs.time, inputs.text_time)
    if parts == opened.parts and same and times:
        said = N_("Text and records are those that Git holds under this name.")
        yield Verdict("source", Outcome.PROVEN, said)
    else:
        said = N_("Git holds another text or other records under this name.")
        yield Verdict("source", Outcome.FALSE, said)


def _consents(opened: Opened, history: History) -> Iterator[Verdict]:
    """Each last answer names a version that held exactly the text that it speaks of."""
    slug, digest = opened.inputs.slug, opened.understood.digest.whole
    records, checked = opened.understood.now.records, 0
    for party in opened.understood.now.covenant.cover.parties:
        for answer in records.answers(party.id)[-1:]:
            if answer.digest != digest or not answer.commit:
                continue
            values = {"party": party.label}
            try:
                files, _ = history.sources(slug, answer.commit)
            except UnknownVersionError:
                said = N_("{party}: the version that it agreed to is not in this clone.")
                yield Verdict("consents", Outcome.UNPROVEN, said, values)
                continue
            checked += 1
            if not _same_text(opened, files):
                said = N_("{party}: the version that it agreed to held another text.")
                yield Verdict("consents", Outcome.FALSE, said, values)
    if checked:
        said = N_("Each consent names a version in Git that holds exactly this text.")
        yield Verdict("consents", Outcome.PROVEN, said)


def _same_text(opened: Opened, files: dict[str, bytes]) -> bool:
    """Whether a version says the same; most often it is the same to the byte."""
    from convenant.cli.steps.version.bundling import parts_of, understand

    parts = parts_of(files, files)
    if parts.text == opened.parts.text:
        return True
    understood = understand(opened.inputs.slug, parts, Cache(None))
    return understood.digest.whole == opened.understood.digest.whole


def _kept(opened: Opened, shelf: Shelf, history: History) -> Iterator[Verdict]:
    """Records are only ever added to: those of then still stand in the present version."""
    now, _ = history.sources(shelf.slug, "HEAD")
    for name, data in sorted(opened.parts.said.items()):
        if "/" in name and not now.get(name, b"").startswith(data.rstrip()):
            said = N_("{file} was rewritten since: what it said then is no longer there.")
            yield Verdict("records", Outcome.FALSE, said, {"file": name})
    if not history.is_in_line(shelf.tags[str(opened.inputs.name)].commit):
        said = N_("This version is not in the line of versions that this clone is at.")
        yield Verdict("history", Outcome.UNPROVEN, said)


def _signature(shelf: Shelf, name: str, signers: Path | None) -> Verdict:
    file = signers or shelf.root / SIGNERS
    known = file if file.is_file() else None
    found = read_tag_signature(shelf.root, f"refs/tags/{shelf.slug}/{name}", known)
    return Verdict("tag-signature", *_SIGNED[found])


_SIGNED = {
    TagSignature.NONE: (
        Outcome.NOTE,
        N_("The name is not signed: Git alone does not show who published this version."),
    ),
    TagSignature.GOOD: (Outcome.PROVEN, N_("The name was signed by an allowed signer.")),
    TagSignature.BAD: (Outcome.FALSE, N_("The signature of the name is false.")),
    TagSignature.UNKNOWN: (
        Outcome.UNPROVEN,
        N_("The name was signed with a key that is not among the allowed signers."),
    ),
}
