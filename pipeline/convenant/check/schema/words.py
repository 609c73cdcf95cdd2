"""The rules of the schema check: what is said about data that do not fit, and why."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.model.section import Maturity
from convenant.problem import Severity


def _example(bad: str, good: str, file: str = "1-ambition.yaml") -> Example:
    return Example(file, bad=f"maturity: outline\n{bad}", good=f"maturity: outline\n{good}")


def _cover(bad: str, good: str, version: tuple[str, str] = ("2", "2")) -> Example:
    rest = (
        "language: nl\ntitle: Convenant Buurtkamer\nparties:\n"
        "  - id: gemeente\n    name: Gemeente Wolderveen\n    role: signatory\n"
        "  - id: linde\n    name: Stichting De Linde\n    role: signatory\n"
    )
    before, after = (f"schema_version: {number}\n{rest}" for number in version)
    return Example("covenant.yaml", bad=before + bad, good=after + good)


CONDITION = Rule(
    code="schema-condition",
    title=N_("One choice asks for another"),
    message=N_("“{title}” is missing. {because}"),
    hint=N_("Fill it in, or make the other choice."),
    reason=N_(
        "Some choices mean nothing by themselves. Whoever reads that notice is the only way out "
        "of a covenant must also be able to read how it is given. While a section is an outline "
        "this is only a hint."
    ),
    by_maturity=((Maturity.OUTLINE, Severity.HINT), (Maturity.CONCRETE, Severity.WARNING)),
    source="awz2003:20",
    example=_example(
        "duration:\n  kind: indefinite\n",
        "duration:\n  kind: indefinite\nnotice:\n  months: 3\n  consequence: continues\n",
        "5-annexes.yaml",
    ),
)

RULES = (
    Rule(
        code="schema-misspelt-key",
        title=N_("A key is spelled a little differently"),
        message=N_("“{key}” is not a key of “{of}”."),
        hint=N_("Did you mean “{suggestion}”?"),
        reason=N_(
            "Programs find each piece of data by its key. The keys are English and always "
            "spelled the same way, so that a value is never lost unseen."
        ),
        example=_example("doelen:\n  - id: D1\n", "goals:\n  - id: D1\n"),
    ),
    Rule(
        code="schema-misplaced-key",
        title=N_("A key stands in the wrong place"),
        message=N_("“{key}” is not a key of “{of}”."),
        hint=N_("It belongs under: {home}. Move it there and mind the indentation."),
        reason=N_(
            "What belongs together stands together in a group of keys. The spaces at the start "
            "of a line decide to which group a key belongs."
        ),
        example=_example(
            "phases:\n  - id: opbouw\n", "plan:\n  phases:\n    - id: opbouw\n", "4-programme.yaml"
        ),
    ),
    Rule(
        code="schema-unknown-key",
        title=N_("A key is not known"),
        message=N_("“{key}” is not a key of “{of}”."),
        hint=N_("The keys here are: {choices}. What fits nowhere belongs in the text."),
        reason=N_(
            "A key that nobody knows would be read by nobody: not printed, not checked and not "
            "signed for. What has no key of its own has its place in the Markdown."
        ),
        example=_example("mascotte: een otter\n", "core: Iedereen kent een buur.\n"),
    ),
    Rule(
        code="schema-required",
        title=N_("Something is missing that nothing can do without"),
        message=N_("“{of}” has no “{title}”."),
        hint=N_("Add it, for example: {example}"),
        reason=N_(
            "A few keys are needed from the first day, such as the id by which other places find "
            "a goal or a party. All others may wait."
        ),
        example=_example(
            "goals:\n  - text: Minder eenzaamheid\n",
            "goals:\n  - id: D1\n    text: Minder eenzaamheid\n",
        ),
    ),
    Rule(
        code="schema-type",
        title=N_("A value is of another kind"),
        message=N_("“{title}” should be {expected}, but is {found}."),
        hint=N_("Write it like this: {example}"),
        reason=N_(
            "A list is written with a dash before each item, a group with keys below it. A text "
            "that looks like a number needs quotes, or its leading zeros are lost."
        ),
        example=_example("goals: Minder eenzaamheid\n", "goals:\n  - id: D1\n"),
    ),
    Rule(
        code="schema-misspelt-choice",
        title=N_("A choice is spelled a little differently"),
        message=N_("“{value}” is not one of the choices for “{title}”."),
        hint=N_("Did you mean “{suggestion}”? The choices are: {choices}."),
        reason=N_(
            "Where the choice is limited, the file has an English word for each. The document "
            "prints it in the language of the covenant."
        ),
        example=_example(
            "commitments:\n  - id: A1\n    kind: inspanning\n",
            "commitments:\n  - id: A1\n    kind: effort\n",
            "2-partnership.yaml",
        ),
    ),
    Rule(
        code="schema-choice",
        title=N_("A choice does not exist"),
        message=N_("“{value}” is not one of the choices for “{title}”."),
        hint=N_("Choose one of: {choices}."),
        reason=N_(
            "Where the choice is limited, checks and drawings depend on it. What does not fit "
            "any choice can be said in the text."
        ),
        example=Example("1-ambition.yaml", bad="maturity: klaar\n", good="maturity: outline\n"),
    ),
    Rule(
        code="schema-pattern",
        title=N_("A value has another form"),
        message=N_("“{value}” does not fit “{title}”."),
        hint=N_("Write {form}, for example: {example}"),
        reason=N_(
            "Some values are looked up by people or by programs, such as an id or a trade "
            "register number. That works only in one form."
        ),
        example=_example("goals:\n  - id: 1e doel\n", "goals:\n  - id: D1\n"),
    ),
    Rule(
        code="schema-date",
        title=N_("A date is not a date"),
        message=N_("“{value}” is not an existing date that can be read."),
        hint=N_("Write {form}, for example: {example}"),
        reason=N_(
            "Dates are written as year, month and day with hyphens, so that nobody takes the day "
            "for the month. The document prints them in words."
        ),
        example=_example(
            "commitments:\n  - id: A1\n    due: 31-2-2027\n",
            "commitments:\n  - id: A1\n    due: 2027-02-28\n",
            "2-partnership.yaml",
        ),
    ),
    Rule(
        code="schema-money",
        title=N_("An amount has more than two decimals"),
        message=N_("“{value}” has more than two decimals, which no amount in euro has."),
        hint=N_("Leave out the points between thousands: {digits}"),
        reason=N_(
            "In data a point always stands before the cents. 20.000 is then twenty euro, and not "
            "the twenty thousand that a Dutch reader sees."
        ),
        example=_example(
            "contributions:\n  - id: c1\n    amount: 20.000\n",
            "contributions:\n  - id: c1\n    amount: 20000\n",
            "2-partnership.yaml",
        ),
    ),
    Rule(
        code="schema-length",
        title=N_("A text is too long for its place"),
        message=N_("“{title}” has {count} characters; there is room for {limit}."),
        hint=N_("Shorten it. Details can go into the text."),
        reason=N_("Titles and names stand on the first page, in headers and in tables."),
        example=_cover(f"subtitle: {'Samen sterk voor de buurt. ' * 8}\n", "subtitle: Samen\n"),
    ),
    Rule(
        code="schema-range",
        title=N_("A number is out of range"),
        message=N_("{value} is out of range for “{title}”."),
        hint=N_("Choose a number in this range: {range}."),
        reason=N_("A number outside the range is nearly always a slip of the keyboard."),
        example=_example("horizon:\n  year: 20300\n", "horizon:\n  year: 2030\n"),
    ),
    Rule(
        code="schema-count",
        title=N_("A list has too few or too many items"),
        message=N_("“{title}” needs {wanted} items and has {count}."),
        hint=N_("Add what is missing, or move what is too many to an item of its own."),
        reason=N_("A relation on the partnership map, for one, is between exactly two parties."),
        example=_example(
            "partnership_map:\n  relations:\n    - between: [linde]\n",
            "partnership_map:\n  relations:\n    - between: [linde, gemeente]\n",
            "2-partnership.yaml",
        ),
    ),
    Rule(
        code="schema-duplicate-item",
        title=N_("An item is in a list twice"),
        message=N_("“{value}” is in the list “{title}” twice."),
        hint=N_("Take one of the two out."),
        reason=N_("Twice the same name in a list is a slip, or hides that another was meant."),
        example=_example(
            "commitments:\n  - id: A1\n    partners: [linde, linde]\n",
            "commitments:\n  - id: A1\n    partners: [linde]\n",
            "2-partnership.yaml",
        ),
    ),
    CONDITION,
    Rule(
        code="schema-version-old",
        title=N_("The covenant is written for an older program"),
        message=N_("This covenant has schema version {version}; the program reads {current}."),
        hint=N_("Run “convenant migrate”. It changes the keys and keeps your words and comments."),
        reason=N_(
            "Keys change now and then. The version says which keys a covenant was written with, "
            "so that it can be brought up to date without guessing."
        ),
        example=_cover("", "", version=("1", "2")),
    ),
    Rule(
        code="schema-version-new",
        title=N_("The covenant is written for a newer program"),
        message=N_("This covenant has schema version {version}; the program reads {current}."),
        hint=N_("Install a newer version of convenant."),
        reason=N_(
            "A newer covenant may have keys that this program does not know. Reading it as if "
            "they were not there could lose what was agreed."
        ),
        example=_cover("", "", version=("3", "2")),
    ),
)
