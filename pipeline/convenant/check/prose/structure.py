"""Rules for the headings of a section and the order of its parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping

from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.prose import Heading, Prose
from convenant.model.rule import Example, Rule
from convenant.model.section import Maturity
from convenant.problem import Place, Problem, Severity

_LEVELS = 4
_TITLE = "# Maatschappelijke ambitie\n\n"
_GROWING = (
    (Maturity.OUTLINE, Severity.HINT),
    (Maturity.CONCRETE, Severity.WARNING),
    (Maturity.SETTLED, Severity.ERROR),
)


def check_titles(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """A section starts with its title, and has no other one; an annex has one at most."""
    for prose in covenant.all_prose():
        titles = [heading for heading in prose.headings if heading.level == 1]
        for second in titles[1:]:
            yield Problem(second.at, "prose-title-second", Severity.ERROR)
        if prose not in covenant.prose.values():
            continue
        if not titles:
            yield Problem(Place(prose.file), "prose-title-missing", Severity.WARNING)
        elif not _is_title(prose):
            yield Problem(titles[0].at, "prose-title-late", Severity.ERROR)


def check_levels(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Headings go down one level at a time, to the fourth."""
    for prose in covenant.all_prose():
        previous = 1
        for heading in prose.headings:
            values = {"level": str(heading.level), "previous": str(previous)}
            if heading.level > _LEVELS:
                yield Problem(heading.at, "prose-heading-deep", Severity.ERROR, values)
            elif heading.level > previous + 1:
                yield Problem(heading.at, "prose-heading-jump", Severity.ERROR, values)
            previous = heading.level


def check_articles(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every article has an id of its own."""
    for section, prose in covenant.prose.items():
        weight = dict(_GROWING)[covenant.maturity(section)]
        for heading in prose.headings:
            if heading.level == 2 and not heading.id and "unnumbered" not in heading.classes:
                values = {"text": heading.text, "id": _id_for(heading)}
                yield Problem(heading.at, "prose-article-id", weight, values)


def check_markers(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every generated block has one place at most."""
    first: dict[str, Place] = {}
    for prose in covenant.all_prose():
        for marker in prose.markers:
            if marker.name in first:
                values = {"name": marker.name, "first": str(first[marker.name])}
                yield Problem(marker.at, "prose-marker-twice", Severity.ERROR, values)
            first.setdefault(marker.name, marker.at)


def _is_title(prose: Prose) -> bool:
    block = prose.blocks[0]
    return bool(block["t"] == "Header" and block["c"][0] == 1)


def _id_for(heading: Heading) -> str:
    """An id that the author could give."""
    letters = unicodedata.normalize("NFKD", heading.text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-0123456789")[:60] or "id"


CHECKS = (check_titles, check_levels, check_articles, check_markers)

RULES = (
    Rule(
        code="prose-title-missing",
        title=N_("A section has no title"),
        message=N_("This section has no title of its own."),
        hint=N_("Start the file with a line such as: # Our ambition"),
        reason=N_(
            "The title is the name of the section in the document and in its contents. "
            "Without it the section gets a standard name."
        ),
        severity=Severity.WARNING,
        example=Example("1-ambition.md", bad="Wij beginnen samen.\n", good=_TITLE),
    ),
    Rule(
        code="prose-title-late",
        title=N_("Text stands above the title"),
        message=N_("The title of the section must come first."),
        hint=N_("Move it to the first line of the file."),
        reason=N_("Each file is one section of the document and starts with its title."),
        example=Example("1-ambition.md", bad="Wij beginnen samen.\n\n" + _TITLE, good=_TITLE),
    ),
    Rule(
        code="prose-title-second",
        title=N_("A section has a second title"),
        message=N_("This is the second title in this file."),
        hint=N_("Use ## for an article, or ### for a heading within one."),
        reason=N_(
            "Each file is one section of the document. A second title would start a section"
            " that no one can find."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "# Samen beginnen\n",
            good=_TITLE + "## Samen beginnen {#samen-beginnen}\n",
        ),
    ),
    Rule(
        code="prose-heading-jump",
        title=N_("A level of headings is skipped"),
        message=N_("A heading of level {level} comes after one of level {previous}."),
        hint=N_("Use the next level, or none."),
        reason=N_(
            "Who hears the document instead of seeing it finds the way by the levels of "
            "headings. A level that is missing seems to be a part that is missing."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "### Samen beginnen\n",
            good=_TITLE + "## Samen beginnen {#samen-beginnen}\n",
        ),
    ),
    Rule(
        code="prose-heading-deep",
        title=N_("A heading is too small"),
        message=N_("Headings have four levels; this is level {level}."),
        hint=N_("Use a heading of level 3 or 4, or a list."),
        reason=N_("Deeper levels cannot be told apart on paper."),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "## A {#a}\n\n### B\n\n#### C\n\n##### D\n",
            good=_TITLE + "## A {#a}\n\n### B\n\n#### C\n",
        ),
    ),
    Rule(
        code="prose-heading-empty",
        title=N_("A heading has no words"),
        message=N_("This heading has no words."),
        hint=N_("Write what the part below it is about, or remove the line."),
        reason=N_(
            "The contents list every heading, and who hears the document goes from one to the "
            "next. A heading without words leads them to nothing."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "## {#samen-beginnen}\n",
            good=_TITLE + "## Samen beginnen {#samen-beginnen}\n",
        ),
    ),
    Rule(
        code="prose-heading-place",
        title=N_("A heading stands in a list or quotation"),
        message=N_("A heading cannot stand within a list, a quotation or a block."),
        hint=N_("Put it on a line of its own, without spaces before it."),
        reason=N_(
            "Headings divide the whole section. Within a list they would give an article a "
            "number that nobody sees."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "> ## Samen beginnen\n",
            good=_TITLE + "## Samen beginnen {#samen-beginnen}\n",
        ),
    ),
    Rule(
        code="prose-article-id",
        title=N_("An article has no id"),
        message=N_("The article “{text}” has no id."),
        hint=N_("Write: ## {text} {#{id}}"),
        reason=N_(
            "The number of an article changes when another one is added; its id never does."
            " References, comments and decisions hold on to the id."
        ),
        by_maturity=_GROWING,
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "## Samen beginnen\n",
            good=_TITLE + "## Samen beginnen {#samen-beginnen}\n",
        ),
    ),
    Rule(
        code="prose-marker-twice",
        title=N_("A block stands twice"),
        message=N_("The block {name} already stands at {first}."),
        hint=N_("Keep one of the two."),
        reason=N_(
            "A table that stands twice has to be read twice, and a reference to something "
            "in it could lead to either."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "::: goals\n:::\n\n::: goals\n:::\n",
            good=_TITLE + "::: goals\n:::\n",
        ),
    ),
)
