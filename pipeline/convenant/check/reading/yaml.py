"""Rules for YAML that can be read but is not allowed, because it is unclear or unsafe."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule

_FILE = "1-ambition.yaml"
_START = "maturity: outline\n"
_GOOD = _START + "core: Niemand staat alleen.\n"

_PLAIN = N_(
    "A covenant's data have to say the same to everybody who reads them, also without knowing "
    "YAML's finer points. What one has to look up elsewhere, or what programs read in different "
    "ways, is therefore not allowed."
)
_BOUND = N_(
    "A small file can be written so that reading it takes a computer's whole memory. Real "
    "covenants stay far below these limits."
)

REFUSED = (
    Rule(
        code="yaml-top",
        title=N_("A file holds no names with values"),
        message=N_("This file holds no names with values."),
        hint=N_("Write `name: value` on each line, such as `maturity: outline`."),
        reason=N_(
            "Every data file is a set of names with values. A list or a single text says nothing "
            "about what it is."
        ),
        example=Example(_FILE, bad="- outline\n", good=_GOOD),
    ),
    Rule(
        code="yaml-duplicate-key",
        title=N_("A name stands twice"),
        message=N_("“{key}” stands here twice; it is on line {first} as well."),
        hint=N_("Keep one of the two."),
        reason=N_(
            "Of two values for one name most programs keep the last without a word. Then two "
            "readers of one file can each be right about something else."
        ),
        example=Example(_FILE, bad=_GOOD + "core: Samen eten.\n", good=_GOOD),
    ),
    Rule(
        code="yaml-key",
        title=N_("A name is no text"),
        message=N_("The name before this colon is no text: “{text}”."),
        hint=N_("Use a name of letters, or put it between quotes."),
        reason=_PLAIN,
        example=Example(_FILE, bad=_GOOD + "2026: Samen eten.\n", good=_GOOD),
    ),
    Rule(
        code="yaml-alias",
        title=N_("A value refers to another place in the file"),
        message=N_("“{text}” names or repeats another part of the file."),
        hint=N_("Write out the value itself. If it is meant as text, put it between quotes."),
        reason=_PLAIN,
        example=Example(_FILE, bad=_START + "core: &kern Niemand staat alleen.\n", good=_GOOD),
    ),
    Rule(
        code="yaml-tag",
        title=N_("A value has a type mark"),
        message=N_("“{text}” is a type mark, which is not used here."),
        hint=N_("Leave it out. If it is meant as text, put the whole text between quotes."),
        reason=_PLAIN,
        example=Example(_FILE, bad=_START + "core: !kern Niemand staat alleen.\n", good=_GOOD),
    ),
    Rule(
        code="yaml-directive",
        title=N_("A file starts with an instruction for programs"),
        message=N_("A line that starts with “%” is an instruction for programs."),
        hint=N_("Remove the line."),
        reason=_PLAIN,
        example=Example(_FILE, bad="%YAML 1.1\n---\n" + _GOOD, good=_GOOD),
    ),
    Rule(
        code="yaml-documents",
        title=N_("A file holds more than one document"),
        message=N_("Here starts a second document in the same file."),
        hint=N_("Remove the line with --- or ... above it, or move the second part elsewhere."),
        reason=_PLAIN,
        example=Example(_FILE, bad=_START + "---\ncore: Niemand staat alleen.\n", good=_GOOD),
    ),
    Rule(
        code="yaml-number",
        title=N_("A number cannot be counted with"),
        message=N_("{text} is no number that can be counted with."),
        hint=N_("Write it with at most 18 figures. If it is a code, put it between quotes."),
        reason=N_(
            "Infinite and endlessly long numbers spoil every sum they enter. A long row of "
            "figures is mostly a code, and as a number it would lose its leading zeros."
        ),
        example=Example(
            _FILE,
            bad=_START + "goals:\n  - id: D1\n    target: .inf\n",
            good=_START + "goals:\n  - id: D1\n    target: '100'\n",
        ),
    ),
    Rule(
        code="yaml-depth",
        title=N_("Lists and names are nested too deeply"),
        message=N_("This is nested more than {limit} levels deep."),
        hint=N_("Remove the superfluous levels."),
        reason=_BOUND,
        example=Example(_FILE, bad=_GOOD + "values: " + "[" * 40 + "]" * 40 + "\n", good=_GOOD),
    ),
    Rule(
        code="yaml-count",
        title=N_("A file holds too many values"),
        message=N_("This file holds more than {limit} names and values."),
        hint=N_("Remove what does not belong in it."),
        reason=_BOUND,
        example=Example(_FILE, bad=_GOOD + "values: [" + "a," * 50_001 + "]\n", good=_GOOD),
    ),
)
