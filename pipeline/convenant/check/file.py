"""Rules for the files of a covenant's folder: the names, the kinds, the sizes."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, LinkTo, Rule
from convenant.problem import Severity

_TITLE = "# Maatschappelijke ambitie\n"

RULES = (
    Rule(
        code="file-missing",
        title=N_("A file of the covenant is missing"),
        message=N_("The file {file} is missing."),
        hint=N_("Add it. It may be nearly empty: a title, or a line with the maturity."),
        reason=N_(
            "A covenant has a cover and five sections, each with a file for its text and one for "
            "its data. A section that has not started yet is still there, so that everybody sees "
            "that it is still to come."
        ),
        example=Example("1-ambition.md", bad=None, good=_TITLE),
    ),
    Rule(
        code="file-missing-cover",
        title=N_("A covenant has no cover"),
        message=N_("The file {file} is missing."),
        hint=N_("Add it with at least the lines schema_version: 2 and title: (what it is called)."),
        reason=N_(
            "The cover says what the covenant is called and who takes part. All other files lean "
            "on it: without it nobody can tell whose agreements they hold."
        ),
        example=Example(
            "covenant.yaml",
            bad=None,
            good="schema_version: 2\ntitle: Convenant Buurtkamer Wolderveen\n",
        ),
    ),
    Rule(
        code="file-misnamed",
        title=N_("A file name looks like a known one"),
        message=N_("The file {file} is not read. Its name looks like {near}."),
        hint=N_("Rename it to {near}."),
        reason=N_(
            "The parts of a covenant are found by their exact names. A file with almost the right "
            "name would be left out without anybody noticing."
        ),
        example=Example("1-ambtion.md", bad=_TITLE, good=None),
    ),
    Rule(
        code="file-unexpected",
        title=N_("A file has no place in the covenant"),
        message=N_("The file {file} is not part of the covenant and is left out."),
        hint=N_("Put images in figures/ and other documents in annexes/, or move it elsewhere."),
        reason=N_(
            "Only the sections, their data, the figures and the annexes enter the document. What "
            "else lies in the folder is never published by accident."
        ),
        severity=Severity.HINT,
        example=Example("notes.txt", bad="Bellen met de wijk.\n", good=None),
    ),
    Rule(
        code="file-link",
        title=N_("A file is a symbolic link"),
        message=N_("{file} is a link to another place and is not read."),
        hint=N_("Put the file itself here."),
        reason=N_(
            "A link can point at any file of the computer that builds the document, and its "
            "content would then be published. So links are never followed."
        ),
        example=Example("1-ambition.md", bad=LinkTo("/etc/hostname"), good=_TITLE),
    ),
    Rule(
        code="file-too-large",
        title=N_("A file is too large"),
        message=N_("{file} is larger than {limit} and is not read."),
        hint=N_("Split the text, or scale the image down."),
        reason=N_(
            "Texts of more than 256 kB, images of more than 8 MB and annexes of more than 64 MB "
            "are almost always there by mistake, and they can exhaust the computer that checks."
        ),
        example=Example("1-ambition.md", bad=_TITLE + "a\n" * 130_000, good=_TITLE),
    ),
    Rule(
        code="file-too-many",
        title=N_("The folder holds too many files"),
        message=N_("The folder holds more than {limit} files. The rest is not read."),
        hint=N_("Move what does not belong to the covenant elsewhere."),
        reason=N_(
            "A covenant is a handful of texts with its figures and annexes. Thousands of files are "
            "there by mistake or by malice, and reading them would cost everybody time."
        ),
        example=Example(
            "annexes/lijst.csv",
            bad="a\n",
            good=None,
            beside=tuple((f"annexes/lijst-{n}.csv", "a\n") for n in range(1_989)),
        ),
    ),
    Rule(
        code="file-twice",
        title=N_("Two files have a name that some computers take for one"),
        message=N_("{file} is not read: some computers take its name for that of {other}."),
        hint=N_("Give one of the two another name, not only other capitals or accents."),
        reason=N_(
            "On many computers capitals make no difference to the name of a file, and an accent "
            "can be kept in two ways that look the same. There one file takes the place of the "
            "other, and two partners would hold different annexes under one name."
        ),
        example=Example(
            "annexes/Regels.csv",
            bad="b\n",
            good=None,
            beside=(("annexes/regels.csv", "a\n"),),
        ),
    ),
)
