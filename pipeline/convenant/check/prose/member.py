"""The rule for the members of an article: each has a number of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.list_mark import list_mark
from convenant.model.prose import Heading
from convenant.model.rule import Example, Rule
from convenant.problem import Place, Problem, Severity

_TITLE = "# Maatschappelijke ambitie\n\n"


def check_members(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """No two members of an article have the same number: a second list goes on counting."""
    for prose in covenant.prose.values():
        titles = {(heading.at.line, heading.at.column): heading for heading in prose.headings}
        article: Heading | None = None
        counted: dict[str, int] = {}
        for block in prose.blocks:
            if block["t"] == "Header" and block["c"][0] <= 2:
                line, column, *_ = block.get("at", (0, 0))
                heading = titles.get((line, column))
                article, counted = (heading if _is_article(heading) else None), {}
            elif block["t"] == "OrderedList" and article:
                (start, style, _), items = block["c"]
                last = counted.get(style["t"], 0)
                if last and start <= last:
                    line, column, *_ = block.get("at", (article.at.line, 1))
                    place = Place(prose.file, line, column)
                    values = {
                        "text": article.text,
                        "number": list_mark(start, style["t"]),
                        "next": list_mark(last + 1, style["t"]),
                    }
                    yield Problem(place, "prose-list-restarts", Severity.ERROR, values)
                counted[style["t"]] = max(last, start + len(items) - 1)


def _is_article(heading: Heading | None) -> bool:
    return heading is not None and heading.level == 2 and "unnumbered" not in heading.classes


CHECKS = (check_members,)

RULES = (
    Rule(
        code="prose-list-restarts",
        title=N_("The members of an article start again"),
        message=N_("Article “{text}” already has an item {number}."),
        hint=N_("Start this list with {next}, or make it part of an item by indenting it."),
        reason=N_(
            "The items of an article's lists are its members, and people refer to them by number. "
            "Two members with one number would make such a reference mean two things."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + "## Samen {#samen}\n\n1. Een.\n\nVerder geldt:\n\n1. Twee.\n",
            good=_TITLE + "## Samen {#samen}\n\n1. Een.\n\nVerder geldt:\n\n2. Twee.\n",
        ),
    ),
)
