"""A form as GitHub shows one to who opens an issue.

Source: docs.github.com, "Syntax for GitHub's form schema". Every text is written as JSON has it:
no word of ours can then be taken for a mark of YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from convenant.locale import N_, Voice
from convenant.model.form import Field, Form, Kind
from convenant.plan.form.field import COVENANT

CHOICES_LIMIT = 100
"""Covenants that can be chosen from; of more the name is asked."""


def issue_form_text(form: Form, slugs: Sequence[str], voice: Voice) -> str:
    """The file of a form.

    Args:
        slugs: of the covenants that it can be about.
    """
    said = voice.say(
        N_("Propose a change of {section}. You need no other tool."), section=form.title
    )
    heading = voice.say(N_("Proposal about §{number}"), number=form.section.number)
    intro = voice.say(
        N_(
            "Fill in only what should be different. A proposal is made of it on behalf of your "
            "party, and here you get a link to it. Nothing changes in the agreement itself until "
            "the parties have agreed. **What you write here can be read by everybody who sees "
            "this page.**"
        )
    )
    lines = [
        f"name: {_quoted(form.title)}",
        f"description: {_quoted(said)}",
        f"title: {_quoted(heading)}",
        f'labels: ["section/{form.section.number}"]',
        "body:",
        "  - type: markdown",
        "    attributes:",
        f"      value: {_quoted(intro)}",
    ]
    for field in form.fields:
        lines += _element(field, slugs if field.id == COVENANT else list(field.choices))
    return "\n".join(lines) + "\n"


def _element(field: Field, choices: Sequence[str]) -> Iterator[str]:
    chosen = field.kind is Kind.CHOICE and len(choices) <= CHOICES_LIMIT
    long = field.kind in (Kind.TEXT, Kind.LIST)
    yield f"  - type: {'dropdown' if chosen else 'textarea' if long else 'input'}"
    yield f"    id: {field.id}"
    yield "    attributes:"
    yield f"      label: {_quoted(field.label)}"
    if field.meaning:
        yield f"      description: {_quoted(field.meaning)}"
    if chosen:
        yield "      options:"
        yield from (f"        - {_quoted(choice)}" for choice in choices)
        if field.required and len(choices) == 1:
            yield "      default: 0"
    elif field.example:
        yield f"      placeholder: {_quoted(field.example)}"
    if field.required:
        yield "    validations:"
        yield "      required: true"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
