"""Rules for texts before they are parsed: what costs too much to read, and what gets lost."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_TITLE = "# Maatschappelijke ambitie\n\n"

RULES = (
    Rule(
        code="prose-tab",
        title=N_("A text holds a tab"),
        message=N_("There is a tab in this text."),
        hint=N_("convenant check --fix puts spaces for every tab."),
        reason=N_(
            "How wide a tab is depends on the program that shows it. With spaces everyone "
            "sees the same text, and every message points at the right column."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md", bad=_TITLE + "-\tEen punt\n", good=_TITLE + "- Een punt\n"
        ),
    ),
    Rule(
        code="prose-accent",
        title=N_("A letter is stored apart from its accent"),
        message=N_("A letter and its accent are stored as two characters here."),
        hint=N_("Type the letter again."),
        reason=N_(
            "Such text comes from some programs when it is pasted. It looks right, but searching "
            "for the word does not find it, and messages point beside the right column."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij drinken cafe\u0301 au lait.\n",
            good=_TITLE + "Wij drinken caf\u00e9 au lait.\n",
        ),
    ),
    Rule(
        code="prose-line-long",
        title=N_("A line is too long"),
        message=N_("This line has more than {limit} characters."),
        hint=N_("Start a new line after each sentence."),
        reason=N_(
            "Such a line is rarely written by hand, and it can keep the program that reads "
            "it busy for a long time."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij doen mee. " * 400 + "\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-deep",
        title=N_("Something is nested too deeply"),
        message=N_("Too many lists, quotations or brackets stand in each other here."),
        hint=N_("Bring the text back to a few levels."),
        reason=N_(
            "Nobody can follow twenty levels, and a program that reads them can run out of "
            "time or memory."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "> " * 21 + "Wij beginnen samen.\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-dense",
        title=N_("A paragraph holds too many marks"),
        message=N_("This paragraph holds more links, notes or emphasis than can be read."),
        hint=N_("Split it with blank lines, or make it a list of several parts."),
        reason=N_(
            "The time that reading a paragraph takes grows with the square of its marks. A "
            "paragraph with thousands of them is no text."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + ("[a] " * 101 + "\n") * 10,
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-note-nested",
        title=N_("A footnote stands in a footnote"),
        message=N_("This footnote cites a footnote."),
        hint=N_("Say it in one footnote, or in the text."),
        reason=N_(
            "A footnote in a footnote cannot be printed, and one that cites itself would never end."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Zie[^a].\n\n[^a]: Zie ook[^b].\n\n[^b]: Het verslag.\n",
            good=_TITLE + "Zie[^a].\n\n[^a]: Zie ook het verslag.\n",
        ),
    ),
    Rule(
        code="prose-note-unused",
        title=N_("A footnote is not printed"),
        message=N_("Nothing in the text asks for the footnote “{id}”, or it stands here twice."),
        hint=N_("Write [^{id}] where the note belongs, give it a label of its own, or remove it."),
        reason=N_(
            "A note is printed where the text asks for it, and only the first of two with the same "
            "label. Words that are never printed are words that the partners do not agree on."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij beginnen samen.\n\n[^begin]: Op 1 maart.\n",
            good=_TITLE + "Wij beginnen samen.[^begin]\n\n[^begin]: Op 1 maart.\n",
        ),
    ),
    Rule(
        code="prose-repeats",
        title=N_("A long note is cited very often"),
        message=N_("This note is long and is cited {count} times."),
        hint=N_("Cite it once, or make it shorter."),
        reason=N_(
            "A footnote is printed again at every place that cites it. A long one that is "
            "cited often would fill the memory."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Zie[^a]. " * 90 + "\n\n[^a]: " + "Het verslag. " * 190 + "\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-table-wide",
        title=N_("A table has too many columns"),
        message=N_("This table has {count} columns; more than {limit} cannot be set."),
        hint=N_("Turn rows into columns, or split the table."),
        reason=N_("A table with so many columns fits on no page."),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "|a" * 41 + "|\n" + "|-" * 41 + "|\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-division-open",
        title=N_("A block is not closed"),
        message=N_("The block that starts here is never closed."),
        hint=N_("Put a line with ::: after it."),
        reason=N_(
            "A block that is not closed goes on to the end of the file and takes everything"
            " after it along."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md", bad=_TITLE + "::: goals\n", good=_TITLE + "::: goals\n:::\n"
        ),
    ),
    Rule(
        code="prose-lost",
        title=N_("An id or class gets lost"),
        message=N_("The part between braces belongs to nothing here and gets lost."),
        hint=N_("An id of a paragraph (lid) is written like this: 1. []{#id} Text."),
        reason=N_(
            "Braces give an id to what stands before them. At the start of a paragraph "
            "nothing stands before them, and a reference to the id would lead nowhere."
        ),
        severity=Severity.WARNING,
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "1. {#lid-start} Wij beginnen samen.\n",
            good=_TITLE + "1. Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-limit",
        title=N_("A text could not be read"),
        message=N_("This text takes too much time or memory and was not read."),
        hint=N_(
            "Look for parts that are very long, that repeat or that refer to themselves, "
            "and simplify them."
        ),
        reason=N_(
            "Anyone may propose a text. One that would keep the computer busy without end "
            "is put aside, so that the others can still be read."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Zie[^a\\]].\n\n[^a\\]]: Zie ook[^a\\]].\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
)
