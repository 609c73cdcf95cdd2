"""Rules for images: every one is there, is used and says what it shows to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.rule import Example, Rule
from convenant.model.section import SECTIONS, Maturity, Section
from convenant.problem import Problem, Severity

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def check_pictures(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every picture in the text exists and has an alternative text, there or in the register."""
    register = {figure.file: figure for figure in covenant.visualisation.figures}
    for prose in covenant.all_prose():
        for picture in prose.pictures:
            values = {"file": picture.file}
            if _is_missing(picture.file, covenant):
                yield Problem(picture.at, "figure-missing", Severity.ERROR, values)
            known = register.get(picture.file)
            if not picture.alternative and not (known and known.alternative):
                yield Problem(picture.at, "figure-no-alternative", Severity.ERROR, values)


def check_register(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every file in the register of figures is there, and the text shows it."""
    shown = {picture.file for prose in covenant.all_prose() for picture in prose.pictures}
    whole = all(section in covenant.prose for section in SECTIONS)
    weight = UNUSED.weight(covenant.maturity(Section.VISUALISATION))
    for figure in covenant.visualisation.figures:
        if not figure.file:
            continue
        values = {"file": figure.file}
        if _is_missing(figure.file, covenant):
            yield Problem(figure.at, "figure-missing", Severity.ERROR, values)
        elif figure.file not in shown and whole:
            yield Problem(figure.at, "figure-unused", weight, values)


def _is_missing(file: str, covenant: Covenant) -> bool:
    """Whether nothing is there: what is there and refused has a problem of its own."""
    return file not in covenant.images and file not in covenant.refused


UNUSED = Rule(
    code="figure-unused",
    title=N_("A figure of the register is shown nowhere"),
    message=N_("The text shows the picture {file} nowhere."),
    hint=N_("Put ![]({file}) where it belongs, or take it out of the register."),
    reason=N_(
        "Whatever is agreed must be in the document, or nobody can know what was signed. The "
        "register tells about a picture; the text says where it stands."
    ),
    by_maturity=(
        (Maturity.OUTLINE, Severity.HINT),
        (Maturity.CONCRETE, Severity.WARNING),
        (Maturity.SETTLED, Severity.ERROR),
    ),
    example=Example(
        "3-visualisation.md",
        bad="# Visualisatie\n\nZo gaat het eruitzien.\n",
        good="# Visualisatie\n\nZo gaat het eruitzien.\n\n![](figures/plein.png)\n",
        beside=(
            ("figures/plein.png", _PIXEL),
            (
                "3-visualisation.yaml",
                "maturity: outline\nfigures:\n  - id: fig-plein\n    file: figures/plein.png\n"
                "    caption: Het plein\n    alternative: Bankjes rond de boom.\n",
            ),
        ),
    ),
)

NO_ALTERNATIVE = Rule(
    code="figure-no-alternative",
    title=N_("A picture has no alternative text"),
    message=N_("The picture {file} has no alternative text."),
    hint=N_(
        'Say in one or two sentences what it shows: ![Caption]({file}){alt="…"}, or in the '
        "register of figures in 3-visualisation.yaml."
    ),
    reason=N_(
        "Some readers cannot see the picture and hear its alternative text instead. Public bodies "
        "must publish documents that everybody can use, and without the text no accessible PDF "
        "can be made."
    ),
    source="wcag22:1.1.1",
    example=Example(
        "3-visualisation.md",
        bad="# Visualisatie\n\n![Het plein](figures/plein.png)\n",
        good='# Visualisatie\n\n![Het plein](figures/plein.png){alt="Bankjes rond de boom."}\n',
        beside=(("figures/plein.png", _PIXEL),),
    ),
)

CHECKS = (check_pictures, check_register)

RULES = (
    NO_ALTERNATIVE,
    UNUSED,
    Rule(
        code="figure-missing",
        title=N_("A picture is not there"),
        message=N_("The picture {file} is not in the covenant's folder."),
        hint=N_("Put the image in figures/, or mend its name; capitals count."),
        reason=N_(
            "A document is built from what is in its own folder and nothing else. So every picture "
            "must be there, under exactly the name that the text uses."
        ),
        example=Example(
            "3-visualisation.md",
            bad='# Visualisatie\n\n![Het plein](figures/plien.png){alt="Bankjes rond de boom."}\n',
            good='# Visualisatie\n\n![Het plein](figures/plein.png){alt="Bankjes rond de boom."}\n',
            beside=(("figures/plein.png", _PIXEL),),
        ),
    ),
)
