"""Rules for what a text may hold: ids, classes, links and values, and no code."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule

_TITLE = "# Maatschappelijke ambitie\n\n"

RULES = (
    Rule(
        code="prose-raw",
        title=N_("A text holds code for another program"),
        message=N_("“{markup}” is code and is not let through."),
        hint=N_(
            "Say it in plain Markdown. A new line within a paragraph is a backslash at the "
            "end of the line."
        ),
        reason=N_(
            "HTML, Typst or Word code would do something in one kind of document and "
            "nothing in another, and it can do harm. Everything in the document must be "
            "text that the parties can read."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij beginnen <b>samen</b>.\n",
            good=_TITLE + "Wij beginnen **samen**.\n",
        ),
    ),
    Rule(
        code="prose-class",
        title=N_("A block or class is unknown"),
        message=N_("“{name}” is not known here."),
        hint=N_("Known here: {choices}. Mend the name, or take it away."),
        hint_without=N_("Mend the name, or take it away."),
        reason=N_(
            "Names of blocks ask for a table or drawing that is made from the data. With a "
            "mistake in the name, it would be missing without anybody noticing."
        ),
        example=Example(
            "1-ambition.md", bad=_TITLE + "::: gaols\n:::\n", good=_TITLE + "::: goals\n:::\n"
        ),
    ),
    Rule(
        code="prose-attribute",
        title=N_("An attribute is not let through"),
        message=N_("“{name}” cannot be set here."),
        hint=N_(
            "Take it away. Only ids, the language of words and the alternative text of a "
            "picture can be set."
        ),
        reason=N_(
            "How the document looks is the same for every covenant and is right in all "
            "formats. An attribute could change that in one of them, or carry code along."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + '[Wij]{style="color: red"} beginnen samen.\n',
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-id",
        title=N_("An id is not well formed"),
        message=N_("“{id}” cannot be an id."),
        hint=N_("Start with a letter, and use letters, digits and hyphens only, at most 60."),
        reason=N_(
            "Ids end up in web addresses and in bookmarks in Word, which accept no other "
            "characters."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "## Samen beginnen {#1-begin}\n",
            good=_TITLE + "## Samen beginnen {#begin-1}\n",
        ),
    ),
    Rule(
        code="prose-id-place",
        title=N_("An id stands where nothing can be referred to"),
        message=N_("The id “{id}” does not belong to a numbered part."),
        hint=N_(
            "Put it on a heading, a figure or a table, or at the very start of a numbered "
            "paragraph (lid)."
        ),
        reason=N_(
            "A reference prints a number, such as “article 3, paragraph 2”. Only what is "
            "numbered can be referred to."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij beginnen []{#begin} samen.\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-marker-content",
        title=N_("A block that is generated holds text"),
        message=N_("The block {name} is filled from the data, but there is text in it."),
        hint=N_("Put the line ::: right below its first line, and the text after that."),
        reason=N_(
            "What stands in such a block is made anew for every document. A text of your "
            "own would be lost in it."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "::: goals\nWij beginnen samen.\n:::\n",
            good=_TITLE + "::: goals\n:::\n\nWij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-table",
        title=N_("A table block holds something else"),
        message=N_(
            "This block must hold one table, and after it perhaps one paragraph as its caption."
        ),
        hint=N_("Put other text above or below the block."),
        reason=N_(
            "A caption and a number belong to one table. With more in the block, nobody "
            "could tell to what."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "::: {.table}\nWij beginnen samen.\n:::\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="prose-link",
        title=N_("A link is not let through"),
        message=N_("“{target}” cannot be linked to."),
        hint=N_("Link to https://…, mailto:…, #id, @source or a file in annexes/."),
        reason=N_(
            "A link in a covenant must be safe and must still be clear on paper. Other "
            "kinds of links can run code, open files or hide where they lead."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "[Begin](javascript:alert(1)) samen.\n",
            good=_TITLE + "[Begin](https://example.nl/begin) samen.\n",
        ),
    ),
    Rule(
        code="prose-placeholder",
        title=N_("A value is not well formed"),
        message=N_("The braces {{ stand here without a path to a value."),
        hint=N_("Write {{ path.to.value }}. Braces that are meant as such are written \\{\\{."),
        reason=N_(
            "Braces ask for a value from the data. When they hold anything else, the reader"
            " would see them as they are."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij beginnen in {{ gemeente }}.\n",
            good=_TITLE + "Wij beginnen in \\{\\{ gemeente \\}\\}.\n",
        ),
    ),
    Rule(
        code="prose-character",
        title=N_("A character may not be in a text"),
        message=N_("The character {character} cannot be seen and may do harm."),
        hint=N_("Take it away."),
        reason=N_(
            "Such characters can turn the order of words around or break a document. The "
            "reader must see exactly what was agreed."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "Wij beginnen &#8238;samen.\n",
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
)
