"""Rules for reading a file at all: its bytes here, its YAML in two modules beside this one."""

from __future__ import annotations

from convenant.check.reading.syntax import SYNTAX
from convenant.check.reading.yaml import REFUSED
from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_FILE = "1-ambition.md"
_TITLE = "# Maatschappelijke ambitie\n"
_GOOD = _TITLE + "\nIedereen één buurt.\n"

_HIDDEN = N_(
    "A character that nobody sees can change what a text says, hide words from the reader or make "
    "two equal texts differ. In an agreement every character counts, so it has to be visible."
)

_TEXT = (
    Rule(
        code="text-encoding",
        title=N_("A file is not stored as UTF-8"),
        message=N_("This file is not stored as UTF-8; it looks like {encoding}."),
        hint=N_(
            "Store it again as UTF-8. Most editors have this under “Save as” or “Save with "
            "encoding”."
        ),
        reason=N_(
            "UTF-8 is the one way to store text that every computer reads the same. With another "
            "encoding letters such as é and signs such as € come out wrong."
        ),
        example=Example(_FILE, bad=_GOOD.encode("latin-1"), good=_GOOD),
    ),
    Rule(
        code="text-bom",
        title=N_("A file starts with a byte order mark"),
        message=N_("This file starts with an invisible mark (a byte order mark)."),
        hint=N_("Store it as “UTF-8 without BOM”, or run `convenant check --fix`."),
        reason=N_(
            "Some editors put an invisible mark before the first letter. It does no harm in the "
            "document, but it makes equal files differ and shifts what a comparison shows."
        ),
        severity=Severity.WARNING,
        example=Example(_FILE, bad=b"\xef\xbb\xbf" + _GOOD.encode(), good=_GOOD),
    ),
    Rule(
        code="text-line-ends",
        title=N_("A file has other line ends than the rest"),
        message=N_("The lines of this file end as on Windows or an old Mac, from here on."),
        hint=N_("Set the line ends to LF in the editor, or run `convenant check --fix`."),
        reason=N_(
            "Lines end in one way in all files (LF). With two ways a comparison shows every line "
            "as changed, although no word has."
        ),
        severity=Severity.WARNING,
        example=Example(_FILE, bad=_GOOD.replace("\n", "\r\n"), good=_GOOD),
    ),
    Rule(
        code="text-control",
        title=N_("A text holds a control character"),
        message=N_("Here stands an invisible control character ({character})."),
        hint=N_("Remove it. It usually comes along when text is copied from another program."),
        reason=_HIDDEN,
        example=Example(_FILE, bad=_GOOD.replace("één", "één\x0b"), good=_GOOD),
    ),
    Rule(
        code="text-direction",
        title=N_("A text holds a character that turns the reading direction"),
        message=N_("Here stands an invisible character that changes the order ({character})."),
        hint=N_("Remove it, and read the sentence again: the words may stand in another order."),
        reason=N_(
            "Characters that turn the reading direction can show a sentence or an amount in "
            "another order than it is stored in. What a party reads is then not what it signs."
        ),
        example=Example(_FILE, bad=_GOOD.replace("één", "\u202eéén"), good=_GOOD),
    ),
    Rule(
        code="text-separator",
        title=N_("A text holds an unusual line break"),
        message=N_("Here stands a line break of an unusual kind ({character})."),
        hint=N_("Replace it by an ordinary new line."),
        reason=N_(
            "Programs disagree whether this character starts a new line. Places, comparisons and "
            "the document itself would then differ from one program to the next."
        ),
        example=Example(_FILE, bad=_GOOD.replace("één ", "één\u2028"), good=_GOOD),
    ),
    Rule(
        code="text-noncharacter",
        title=N_("A text holds something that is no character"),
        message=N_("Here stands something that is no character at all ({character})."),
        hint=N_("Remove it, and check whether a letter got lost here."),
        reason=_HIDDEN,
        example=Example(_FILE, bad=_GOOD.replace("één", "één\ufffe"), good=_GOOD),
    ),
)

RULES: tuple[Rule, ...] = (*_TEXT, *SYNTAX, *REFUSED)
