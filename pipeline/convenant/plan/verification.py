"""What a bundle proves by itself: its sums, its manifest, its text, the rules that were met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from convenant.locale import N_
from convenant.model.bundle import BEFORE, MANIFEST, RECORDS, SOURCE, STYLE, SUMS, Inputs
from convenant.model.covenant import Covenant
from convenant.model.record import Records
from convenant.model.release import Change, Kind, Todo
from convenant.model.verdict import Outcome, Verdict
from convenant.plan.consent import plan_positions
from convenant.plan.digest import Digest
from convenant.plan.manifest import sha256
from convenant.plan.release import Copy, plan_copy, plan_final
from convenant.problem import Term

_LINE = re.compile(r"([0-9a-f]{64})  ([^\n\r]+)")


def judge_sums(files: Mapping[str, bytes]) -> Iterator[Verdict]:
    """Every file is the one that `SHA256SUMS` names, and there is no other."""
    listed, wrong = dict[str, str](), list[Verdict]()
    for line in files.get(SUMS, b"").decode("utf-8", "replace").splitlines():
        match = _LINE.fullmatch(line)
        if not match or match[2] in listed:
            said = N_("SHA256SUMS has a line that is none of its own: {line}")
            wrong.append(Verdict("sums", Outcome.FALSE, said, {"line": line[:80]}))
        else:
            listed[match[2]] = match[1]
    for name in sorted({*listed, *files} - {SUMS}):
        said = ""
        if name not in files:
            said = N_("{file} is missing.")
        elif name not in listed:
            said = N_("{file} is not in SHA256SUMS: somebody added it.")
        elif sha256(files[name]) != listed[name]:
            said = N_("{file} is not the file that SHA256SUMS names: it was changed.")
        if said:
            wrong.append(Verdict("sums", Outcome.FALSE, said, {"file": name}))
    if SUMS not in files:
        wrong = [Verdict("sums", Outcome.FALSE, N_("There is no SHA256SUMS in it."))]
    right = N_("All {count} files are those that SHA256SUMS names.")
    counted = {"count": str(len(listed))}
    yield from wrong or [Verdict("sums", Outcome.PROVEN, right, counted)]


def judge_manifest(given: bytes, planned: bytes) -> Verdict:
    """The manifest says what follows from the text and the records, to the byte."""
    if given == planned:
        said = N_("The manifest says what follows from the text and the records beside it.")
        return Verdict("manifest", Outcome.PROVEN, said)
    said = N_("The manifest says something else than the text and the records beside it.")
    return Verdict("manifest", Outcome.FALSE, said)


def judge_cover(printed: str, present: str) -> Iterator[Verdict]:
    """The cover that is kept with the records agrees with the text: only its decisions are newer.

    Args:
        printed: the digest of the text.
        present: the digest of the text with that cover.
    """
    if printed != present:
        said = N_("The cover beside the records says something else than the text.")
        yield Verdict("cover", Outcome.FALSE, said)


def judge_rebuild(
    files: Mapping[str, bytes], rebuilt: Mapping[str, bytes], told: str, *, same_tools: bool
) -> Iterator[Verdict]:
    """Every document follows from the text beside it, to the byte.

    Args:
        told: how to install the tools that the bundle was made with.
    """
    own, given = (MANIFEST, SUMS), (SOURCE, RECORDS, BEFORE, STYLE)
    names = {*files, *rebuilt}
    made = {n for n in names if not n.startswith(given) and n not in own}
    different = sorted(name for name in made if files.get(name) != rebuilt.get(name))
    if not different:
        said = N_("Built again from the text beside them, all {count} documents are the same.")
        yield Verdict("rebuild", Outcome.PROVEN, said, {"count": str(len(made))})
    elif same_tools or any(name not in rebuilt or name not in files for name in different):
        for name in different:
            said = N_("{file} does not follow from the text beside it.")
            yield Verdict("rebuild", Outcome.FALSE, said, {"file": name})
    else:
        said = N_("Rebuild not proven: other tools are installed here. To prove it: {install}")
        yield Verdict("rebuild", Outcome.UNPROVEN, said, {"install": told})


def judge_rules(
    inputs: Inputs,
    covenant: Covenant,
    records: Records,
    digest: Digest,
    document: str,
    change: Change,
    joined: tuple[str, ...],
    printed: Covenant,
) -> Iterator[Verdict]:
    """What had to be there for a version of this kind was there.

    Args:
        document: SHA-256 of the PDF.
        change: from the version before.
        joined: ids of the parties that it adds.
        printed: the covenant as its documents print it.
    """
    kind, asked = inputs.name.kind, (covenant, records, digest.whole, digest.sections)
    if kind is Kind.CONCEPT:
        said = N_("This is a concept: nobody is bound by it.")
        yield Verdict("rules", Outcome.NOTE, said)
        return
    if kind is Kind.COPY:
        yield from _met(plan_copy(*asked), copy=True)
        return
    copy = Copy(inputs.copy, digest.whole, document)
    yield from _met(plan_final(*asked, copy, change, joined, printed=printed))


def _met(todos: tuple[Todo, ...], *, copy: bool = False) -> Iterator[Verdict]:
    if not todos:
        said = N_("All that the rules ask for is there: consents, reviews, decisions, signatures.")
        if copy:
            said = N_("All that the rules ask for before signing is there: consents and reviews.")
        yield Verdict("rules", Outcome.PROVEN, said)
    for todo in todos:
        said = N_("A rule was not met. {who} still had to: {todo}")
        yield Verdict("rules", Outcome.FALSE, said, todo=todo)


def tell_records(
    inputs: Inputs, covenant: Covenant, records: Records, digest: Digest
) -> Iterator[Verdict]:
    """Who agreed, by which decision, and who signed: what is written down, party by party."""
    positions = plan_positions(covenant, records, digest.whole, digest.sections)
    for position in positions:
        party, answer = position.party, position.answer
        if answer and position.stand.is_consent:
            said = N_("{party}: agreed to this text on {date} ({function}).")
            values = {"party": party.name, "date": answer.date, "function": answer.function}
            yield Verdict("consents", Outcome.NOTE, said, values)
        for approval in party.approvals:
            if approval.status == "granted":
                said = N_("{party}: {kind} of {body} on {date} ({reference}).")
                values = {"party": party.name, "body": approval.body}
                values["kind"] = KINDS.get(approval.kind, Term())
                values |= {"date": approval.date, "reference": approval.reference}
                yield Verdict("authority", Outcome.NOTE, said, values)
        for signature in records.signatures_of(party.id):
            if signature.copy == inputs.copy and signature.digest == digest.whole:
                said = N_("{party}: signed by {function} on {date} ({method}).")
                values = {"party": party.name, "function": signature.function}
                values |= {"date": signature.date, "method": METHODS.get(signature.method, Term())}
                yield Verdict("signatures", Outcome.NOTE, said, values)
    yield Verdict("persons", Outcome.NOTE, _PERSONS)


KINDS = {
    "decision": Term(N_("decision")),
    "consent": Term(N_("consent")),
    "advice": Term(N_("advice")),
    "wishes_and_concerns": Term(N_("wishes and concerns")),
}

METHODS = {"wet_ink": Term(N_("in ink")), "pades": Term(N_("with a certificate"))}

_PERSONS = N_(
    "That a person held the function named is shown by the decisions and the signed papers "
    "themselves, which the parties keep."
)


def install_line(tools: Mapping[str, Any]) -> str:
    """How to get the tools that a bundle was made with."""
    packages = tools.get("packages")
    named = packages.items() if isinstance(packages, Mapping) else ()
    words = [f"convenant=={tools.get('convenant', '')}"]
    words += [f"{n}=={p.get('version', '')}" for n, p in named if isinstance(p, Mapping)]
    return "pip install " + " ".join(word for word in words if _REQUIREMENT.fullmatch(word))


_REQUIREMENT = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+]+")
"""A manifest is of others: nothing else may stand on a line that people copy."""
