"""Rules for images: every one is there, is used and says what it shows to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.locale import N_
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.rule import Example, Rule
from convenant.model.section import Section
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
            if picture.file not in covenant.images:
                yield Problem(picture.at, "figure-missing", Severity.ERROR, values)
            known = register.get(picture.file)
            if not picture.alternative and not (known and known.alternative):
                weight = _weight(covenant, picture.at.file)
                yield Problem(picture.at, "figure-no-alternative", weight, values)


def check_register(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every file in the register of figures is there."""
    for figure in covenant.visualisation.figures:
        if figure.file and figure.file not in covenant.images:
            values = {"file": figure.file}
            yield Problem(figure.at, "figure-missing", Severity.ERROR, values)


def _weight(covenant: Covenant, file: str) -> Severity:
    name = file.rpartition("/")[2]
    section = next((s for s in Section if s.prose_file == name), Section.ANNEXES)
    return NO_ALTERNATIVE.weight(covenant.maturity(section))


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
