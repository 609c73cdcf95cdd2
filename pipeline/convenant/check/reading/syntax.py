"""Rules for YAML that cannot be read to its end: the usual causes, one rule each."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule

_FILE = "1-ambition.yaml"
_START = "maturity: outline\n"
_CORE = _START + 'core: "Samen doen: niemand staat alleen."\n'
_LIST = _START + "out_of_scope:\n  - Verbouwing\n  - Parkeren\n"

_REASON = N_(
    "The data of a covenant are kept in YAML: names and values, with spaces that say what belongs "
    "to what. From a line that does not fit, the rest of the file cannot be understood, so "
    "nothing of it is used until it is mended."
)

SYNTAX = (
    Rule(
        code="yaml-colon",
        title=N_("A text with a colon has no quotes"),
        message=N_("This colon cannot be read: it seems to start a value within a value."),
        hint=N_("Put the whole text behind the first colon between quotes."),
        reason=_REASON,
        example=Example(_FILE, bad=_CORE.replace('"', ""), good=_CORE),
    ),
    Rule(
        code="yaml-no-colon",
        title=N_("A colon, or the space behind it, is missing"),
        message=N_("“{text}” has no colon with a space behind it."),
        hint=N_("Write `name: value`, with a colon and a space."),
        reason=_REASON,
        example=Example(_FILE, bad=_CORE.replace("maturity: ", "maturity:"), good=_CORE),
    ),
    Rule(
        code="yaml-tab",
        title=N_("A line is indented with a tab"),
        message=N_("This line is indented with a tab."),
        hint=N_("Use spaces, two for each level."),
        reason=N_(
            "Indentation says what belongs to what. A tab is wide in one editor and narrow in "
            "another, so YAML does not allow it there."
        ),
        example=Example(_FILE, bad=_LIST.replace("  - Park", "\t- Park"), good=_LIST),
    ),
    Rule(
        code="yaml-indentation",
        title=N_("A line starts in the wrong column"),
        message=N_("This line is indented differently from the lines it seems to belong to."),
        hint=N_(
            "Let what belongs together start in the same column. If this is still the text of the "
            "line above, put that text between quotes."
        ),
        reason=_REASON,
        example=Example(_FILE, bad=_LIST.replace("  - Park", " - Park"), good=_LIST),
    ),
    Rule(
        code="yaml-quote",
        title=N_("A quote is not closed"),
        message=N_("The quote {quote} that opens here is not closed."),
        hint=N_("Close it at the end of the text."),
        reason=_REASON,
        example=Example(_FILE, bad=_CORE.replace('."', "."), good=_CORE),
    ),
    Rule(
        code="yaml-after-quote",
        title=N_("A text goes on behind its closing quote"),
        message=N_("The text goes on behind the closing quote {quote}."),
        hint=N_(
            'Put the quotes around the whole text. A quote within it is written \\" between '
            "double quotes and '' between single ones. Perhaps an earlier quote is not closed."
        ),
        reason=_REASON,
        example=Example(
            _FILE,
            bad=_START + 'core: "Samen" staat niemand alleen.\n',
            good=_START + "core: '\"Samen\" staat niemand alleen.'\n",
        ),
    ),
    Rule(
        code="yaml-bracket",
        title=N_("A bracket is not closed, or a comma is missing"),
        message=N_("What opens here with {opening} is not closed, or lacks a comma."),
        hint=N_("Put a comma between the parts and close with {closing}."),
        reason=_REASON,
        example=Example(
            _FILE,
            bad=_START + "out_of_scope: [Verbouwing, Parkeren\n",
            good=_START + "out_of_scope: [Verbouwing, Parkeren]\n",
        ),
    ),
    Rule(
        code="yaml-start",
        title=N_("A text starts with a sign that has a meaning of its own"),
        message=N_("A text cannot start with {character} without quotes."),
        hint=N_("Put the text between quotes."),
        reason=N_(
            "Signs such as @ * & ! > and % have a meaning of their own at the start of a value. "
            "Between quotes they are plain text."
        ),
        example=Example(
            _FILE,
            bad=_START + "core: > 65 jaar en toch samen.\n",
            good=_START + 'core: "> 65 jaar en toch samen."\n',
        ),
    ),
    Rule(
        code="yaml-dash",
        title=N_("A list starts behind a colon"),
        message=N_("A list cannot start on the line of its name."),
        hint=N_("Put each item on a line of its own. If this dash is text, use quotes."),
        reason=_REASON,
        example=Example(_FILE, bad=_LIST.replace("\n  - Verb", " - Verb"), good=_LIST),
    ),
    Rule(
        code="yaml-escape",
        title=N_("A backslash between double quotes is not understood"),
        message=N_("{text} is no escape that can be read."),
        hint=N_("Write \\\\ for a backslash, or put the text between single quotes."),
        reason=N_(
            "Between double quotes a backslash starts a code for another character, such as \\n "
            "for a new line. Between single quotes it is plain text."
        ),
        example=Example(
            _FILE,
            bad=_START + 'core: "Map C:\\delen"\n',
            good=_START + "core: 'Map C:\\delen'\n",
        ),
    ),
    Rule(
        code="yaml-syntax",
        title=N_("A file is no YAML"),
        message=N_("From “{near}” on this cannot be read as YAML."),
        hint=N_("Compare this line and the one above with an example; quotes often help."),
        reason=_REASON,
        example=Example(_FILE, bad=_CORE + "out_of_scope: [a] b\n", good=_CORE),
    ),
)
