"""The language of the command line itself: what the user's surroundings ask for."""

from __future__ import annotations

import gettext
import os

from convenant.locale import CATALOGUES, LANGUAGES, Voice, voice

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


def teach_click() -> None:
    """Let click say its own words, such as “Usage”, in the user's language.

    Click asks the standard library, which looks for a language in `LANGUAGE` first.
    """
    os.environ["LANGUAGE"] = speaker().language
    gettext.bindtextdomain("click", CATALOGUES)
    gettext.textdomain("click")


def say(text: str) -> str:
    """A help text in the user's language."""
    return speaker().say(text)
