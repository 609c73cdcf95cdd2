"""What is said of a house style that cannot be had as it was asked for."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_GOOD = "language: nl\nhouse_style:\n  colour: '#1f5b4e'\n"

RULES = (
    Rule(
        code="style-file",
        title=N_("A file of the house style is not there"),
        message=N_("The file {file} is not there, is a link, or is too large."),
        hint=N_("Write its path from the folder that convenant.yaml is in."),
        reason=N_(
            "Documents are made without what is missing, and look different from what was meant."
        ),
        example=Example(
            "../../convenant.yaml",
            bad="language: nl\nhouse_style:\n  logo: beeldmerk.svg\n",
            good=_GOOD,
        ),
    ),
    Rule(
        code="style-theme",
        title=N_("A theme has no values that can be used"),
        message=N_("{file} is no theme: it has no design tokens and no custom properties."),
        hint=N_("Take the theme.css or the tokens.json from the package that was published."),
        reason=N_(
            "A theme of the NL Design System is a list of values. Of any other file nothing "
            "can be taken."
        ),
        example=Example(
            "../../convenant.yaml",
            bad="language: nl\nhouse_style:\n  theme: convenant.yaml\n",
            good=_GOOD,
        ),
    ),
    Rule(
        code="style-logo",
        title=N_("A logo is no picture that can be shown"),
        message=N_("{file} is no sound PNG, JPEG or SVG."),
        hint=N_("Save it again as SVG or PNG, without scripts and not larger than needed."),
        reason=N_("The logo stands on every title page: one that is broken would break them all."),
        example=Example(
            "../../convenant.yaml",
            bad="language: nl\nhouse_style:\n  logo: convenant.yaml\n",
            good=_GOOD,
        ),
    ),
    Rule(
        code="style-contrast",
        title=N_("A colour cannot be read well on paper"),
        message=N_("{colour} is too light for words: on paper they need a contrast of 4.5 : 1."),
        hint=N_("Choose {near}: it is the nearest that can be read. The documents use it already."),
        reason=N_("Who sees less must be able to read headings and labels too."),
        severity=Severity.WARNING,
        source="wcag22:1.4.3",
        example=Example(
            "../../convenant.yaml",
            bad="language: nl\nhouse_style:\n  colour: '#f2b705'\n",
            good=_GOOD,
        ),
    ),
)
