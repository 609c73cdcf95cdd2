"""The language of the command line itself: what the user's surroundings ask for."""

from __future__ import annotations

import os

from convenant.locale import LANGUAGES, Voice, voice

_VARIABLES = ("CONVENANT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def speaker() -> Voice:
    """The first language that a variable names and that we have; English where none does.

    What is said *about a covenant* is in the covenant's own language instead.
    """
    for variable in _VARIABLES:
        language = os.environ.get(variable, "")[:2].lower()
        if language in LANGUAGES:
            return voice(language)
    return voice("en")


def say(text: str) -> str:
    """A help text in the user's language."""
    return speaker().say(text)
