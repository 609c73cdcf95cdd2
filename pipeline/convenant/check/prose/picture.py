"""Rules for image files: inside the folder, what they say they are, and harmless."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule

_TITLE = "# Maatschappelijke ambitie\n\n"
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
_HUGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000186a0000186a00100000000802936"
    "650000000949444154789c630000000100015eff7df90000000049454e44ae426082"
)
"""100,000 by 100,000 pixels in 66 bytes."""

_DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>\n'

RULES = (
    Rule(
        code="figure-outside",
        title=N_("A picture is outside the folder"),
        message=N_("The picture “{file}” is not inside the covenant's folder."),
        hint=N_("Put the image in figures/ and name it from there: figures/name.png"),
        reason=N_(
            "A path that leads out of the folder could put any file of the computer into "
            "the document."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + '![Het plein](../plein.png){alt="Een plein"}\n',
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="figure-remote",
        title=N_("A picture is on the web"),
        message=N_("The picture “{file}” is not a file of the covenant."),
        hint=N_("Save the image in figures/ and name it from there."),
        reason=N_(
            "A picture on the web can change or disappear after signing, and fetching it "
            "tells others who is reading. What was agreed must be complete by itself."
        ),
        example=Example(
            "1-ambition.md",
            bad=_TITLE + '![Het plein](https://example.nl/plein.png){alt="Een plein"}\n',
            good=_TITLE + "Wij beginnen samen.\n",
        ),
    ),
    Rule(
        code="figure-type",
        title=N_("A file in figures/ is no image"),
        message=N_("The file {file} is {kind}, not PNG, JPEG or SVG."),
        hint=N_("Save it as PNG, JPEG or SVG."),
        reason=N_("Only these three can be shown in every format that a covenant is published in."),
        example=Example("figures/plein.png", bad=b"GIF89a", good=_PIXEL),
    ),
    Rule(
        code="figure-mismatch",
        title=N_("An image has the wrong suffix"),
        message=N_("The file {file} is in fact {kind}."),
        hint=N_("Give it the suffix of what it is."),
        reason=N_(
            "A file that says it is something else is shown by one program and refused by another."
        ),
        example=Example(
            "figures/plein.png", bad=b'<svg xmlns="http://www.w3.org/2000/svg"/>', good=_PIXEL
        ),
    ),
    Rule(
        code="figure-damaged",
        title=N_("An image is damaged"),
        message=N_("The file {file} is damaged."),
        hint=N_("Save the image again from the program that made it."),
        reason=N_(
            "A damaged image looks different in every program, or stops the making of the document."
        ),
        example=Example("figures/plein.png", bad=_PIXEL[:-5], good=_PIXEL),
    ),
    Rule(
        code="figure-huge",
        title=N_("An image has too many pixels"),
        message=N_("The image {file} has more than {limit} million pixels."),
        hint=N_("Scale it down; 3,000 pixels wide is enough for a page."),
        reason=N_("A small file can unfold to an image that fills all memory."),
        example=Example("figures/plein.png", bad=_HUGE, good=_PIXEL),
    ),
    Rule(
        code="figure-active",
        title=N_("A drawing holds more than a drawing"),
        message=N_("The drawing {file} holds {part}."),
        hint=N_("Save it as plain SVG, without scripts, links and references to other files."),
        reason=N_(
            "An SVG can hold programs, fetch files from the web and unfold without end. In "
            "a covenant it may only draw."
        ),
        example=Example(
            "figures/plein.svg",
            bad=_DRAWING.format("<script>alert(1)</script>"),
            good=_DRAWING.format("<title>Het plein</title>"),
        ),
    ),
)
