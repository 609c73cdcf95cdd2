"""From a forge's message about a form to what it asks to be proposed; nothing is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from convenant.check.registry import rules
from convenant.cli.steps.gate.ground import Ground, read_ground
from convenant.cli.steps.soundness import new_errors
from convenant.edges.disk.resource import read_schemas
from convenant.edges.vcs.version_folder import read_files
from convenant.edges.yaml.answer import put_answers
from convenant.load.answer import UnreadableForm, load_answers
from convenant.load.record import load_record
from convenant.load.yaml import load_yaml
from convenant.locale import voice
from convenant.locale.voice import LANGUAGES
from convenant.model.annotation import Schema, leaves
from convenant.model.event import Actor
from convenant.model.form import Form, Request, Submission
from convenant.model.party import Cover
from convenant.model.section import Section
from convenant.plan.form.change import WordingNotFound, plan_changes, plan_wording
from convenant.plan.form.field import COVENANT, NEW, OLD, PARTY, SUMMARY, plan_forms
from convenant.plan.form.submitter import NotKnown, submitter
from convenant.problem import Problem
from convenant.report.finding import tell
from convenant.report.form import fault_text

_TITLE = 200
_SLUG = re.compile(r"[a-z0-9-]{1,100}")


class _Fault(Exception):  # noqa: N818  (a fact about a form)
    """Why no proposal is made of it."""

    def __init__(
        self, code: str, values: Mapping[str, str], problems: Sequence[Problem] = ()
    ) -> None:
        super().__init__(code)
        self.code, self.values, self.problems = code, values, problems


def receive(submission: Submission) -> Request:
    """What a form asks to be proposed, or what its author is told instead.

    An issue that is no form of ours, or is closed, gives a request without either.

    Raises:
        ConvenantError: when the workspace is not kept in Git.
    """
    ground, schemas = read_ground(), read_schemas()
    forms = _forms(submission.body, schemas)
    if submission.closed or not forms:
        return Request(submission.number)
    language = forms[0].language
    try:
        form, answers = _answers(submission, forms)
        language = form.language
        return _request(ground, schemas, submission, form, answers)
    except _Fault as fault:
        told = voice(language)
        findings = [tell(problem, rules(), told) for problem in fault.problems]
        values = {"login": submission.by, **fault.values}
        reply = fault_text(fault.code, values, findings, told)
        return Request(submission.number, reply, language=language)


def _forms(body: str, schemas: Mapping[str, Schema]) -> list[Form]:
    """The forms, in the language of which a text has the first questions; none for others."""
    for language in LANGUAGES:
        forms = plan_forms(schemas, voice(language))
        first = [f.label for f in forms[0].fields if f.id in (COVENANT, SUMMARY)]
        if all(f"### {label}" in body for label in first):
            return list(forms)
    return []


def _answers(submission: Submission, forms: list[Form]) -> tuple[Form, dict[str, str]]:
    if not submission.person:
        raise _Fault("program", {})
    if submission.by.casefold() != submission.sender.casefold():
        raise _Fault("sender", {})
    why = "order"
    for form in forms:
        try:
            return form, load_answers(submission.body, [f.label for f in form.fields])
        except UnreadableForm as error:
            why = str(error)
    raise _Fault(why, {})


def _request(
    ground: Ground,
    schemas: Mapping[str, Schema],
    submission: Submission,
    form: Form,
    answers: Mapping[str, str],
) -> Request:
    said = {field.id: answers[field.label] for field in form.fields}
    slug = said[COVENANT]
    known = _SLUG.fullmatch(slug) is not None
    files = read_files(ground.repository, ground.tip, slug) if known else {}
    if Section.COVER.data_file not in files:
        raise _Fault("covenant", {"name": slug[:60]})
    cover = _cover(slug, files)
    access, login = ground.roles.access, submission.by
    try:
        actor = submitter(access, login, slug, cover.parties, said[PARTY])
    except NotKnown as error:
        raise _Fault(str(error), {"name": said[PARTY][:60]}) from error
    changed = dict(_changed(schemas, form, answers, said, files, actor))
    if not changed:
        raise _Fault("nothing", {})
    if problems := new_errors(slug, files, {**files, **changed}):
        raise _Fault("errors", {}, problems)
    title = " ".join("".join(c if c.isprintable() else " " for c in said[SUMMARY]).split())
    return Request(
        submission.number,
        "",
        slug,
        actor,
        title[:_TITLE] or form.title,
        ground.tip,
        form.language,
        {name: data.decode() for name, data in changed.items()},
    )


def _changed(
    schemas: Mapping[str, Schema],
    form: Form,
    answers: Mapping[str, str],
    said: Mapping[str, str],
    files: Mapping[str, bytes],
    actor: Actor,
) -> Iterator[tuple[str, bytes]]:
    """The files of the section that become different, by name."""
    section = form.section
    name = section.data_file
    ids = list(_ids(schemas, files))
    changes = list(plan_changes(form, answers, schemas[section.key], ids, actor.party))
    old = files.get(name, b"")
    if changes and (new := put_answers(old, changes)) != old:
        yield name, new
    text = files.get(section.prose_file, b"").decode("utf-8", "replace")
    try:
        wording = plan_wording(text, said[OLD], said[NEW])
    except WordingNotFound as error:
        raise _Fault("wording-0" if str(error) == "0" else "wording-many", {}) from error
    if wording != text:
        yield section.prose_file, wording.encode()


def _ids(schemas: Mapping[str, Schema], files: Mapping[str, bytes]) -> Iterator[str]:
    for section in Section:
        tree, _ = load_yaml(section.data_file, files.get(section.data_file, b""))
        if tree is not None:
            for leaf in leaves(tree, schemas[section.key], "x-defines"):
                yield str(leaf.value)


def _cover(slug: str, files: Mapping[str, bytes]) -> Cover:
    name = f"covenants/{slug}/{Section.COVER.data_file}"
    tree, _ = load_yaml(name, files.get(Section.COVER.data_file, b""))
    return load_record(Cover, tree, name)
