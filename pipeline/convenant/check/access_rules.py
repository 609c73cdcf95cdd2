"""What the rules on accessibility say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)

RULES = (
    Rule(
        code="access-alt-says-nothing",
        title=N_("An alternative text says nothing"),
        message=N_("“{text}” does not tell what the picture shows."),
        hint=N_("Say in one or two sentences what a reader should take from it."),
        reason=N_(
            "Who hears the document instead of seeing it knows that there is a "
            "picture. What counts is what it says."
        ),
        severity=Severity.WARNING,
        source="wcag22:1.1.1",
        example=Example(
            "3-visualisation.md",
            bad=('# Visualisatie\n\n![Het plein](figures/plein.png){alt="Foto van het plein"}\n'),
            good=(
                "# Visualisatie\n"
                "\n"
                '![Het plein](figures/plein.png){alt="Bankjes rond de boom, kinderen '
                'op een hek."}\n'
            ),
            beside=(("figures/plein.png", _PIXEL),),
        ),
    ),
    Rule(
        code="access-alt-is-caption",
        title=N_("An alternative text repeats the caption"),
        message=N_("“{text}” is the caption as well, so that a listener hears it twice."),
        hint=N_("Let the alternative say what is to be seen, and the caption what it means."),
        reason=N_("A screen reader reads both. The same words twice tell nothing of the picture."),
        severity=Severity.WARNING,
        source="wcag22:1.1.1",
        example=Example(
            "3-visualisation.md",
            bad=(
                "# Visualisatie\n"
                "\n"
                '![Het nieuwe plein in mei](figures/plein.png){alt="Het nieuwe plein '
                'in mei"}\n'
            ),
            good=(
                "# Visualisatie\n"
                "\n"
                '![Het nieuwe plein in mei](figures/plein.png){alt="Bankjes rond de '
                'boom, kinderen op een hek."}\n'
            ),
            beside=(("figures/plein.png", _PIXEL),),
        ),
    ),
    Rule(
        code="access-link-text",
        title=N_("The words of a link do not say where it leads"),
        message=N_("“{text}” does not say where the link leads."),
        hint=N_("Make the name of the document or page the link."),
        reason=N_("A screen reader can list all links of a page. Five times “here” helps nobody."),
        severity=Severity.WARNING,
        source="wcag22:2.4.4",
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n\nDe monitor staat [hier](https://wolderveen.example/monitor).\n"
            ),
            good=(
                "# Samenwerking\n"
                "\n"
                "Lees de [buurtmonitor 2026](https://wolderveen.example/monitor).\n"
            ),
        ),
    ),
    Rule(
        code="access-table-header",
        title=N_("A column of a table has no header"),
        message=N_("A column of this table has no header."),
        hint=N_("Give every column a word in the first row."),
        reason=N_(
            "A screen reader says the header with each cell. Without one a listener "
            "hears numbers and does not know of what."
        ),
        severity=Severity.WARNING,
        source="wcag22:1.3.1",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\n| Ruimte | |\n|:--|--:|\n| Zaal | 92 |\n"),
            good=("# Samenwerking\n\n| Ruimte | Oppervlakte |\n|:--|--:|\n| Zaal | 92 |\n"),
        ),
    ),
    Rule(
        code="access-colour",
        title=N_("Something is said by colour alone"),
        message=N_("“{text}” says nothing to who cannot see the colour."),
        hint=N_("Name what is meant, or add a word or a sign to the colour."),
        reason=N_(
            "One in twelve men sees colours differently, and many people print in black and white."
        ),
        severity=Severity.WARNING,
        source="wcag22:1.4.1",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe rode tekst geldt pas in 2028.\n"),
            good=("# Samenwerking\n\nHet derde lid geldt pas in 2028.\n"),
        ),
    ),
    Rule(
        code="access-capitals",
        title=N_("Words are written in capitals"),
        message=N_("“{text}” is hard to read, and some screen readers spell it."),
        hint=N_("Write it in small letters; strong emphasis is written **like this**."),
        reason=N_("Capitals take away the shape by which readers know a word."),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n\nDe gemeente BEHOUDT VOORRANG ONDANKS INSCHRIJVING op de zaal.\n"
            ),
            good=(
                "# Samenwerking\n\nDe gemeente behoudt voorrang ondanks inschrijving op de zaal.\n"
            ),
        ),
    ),
    Rule(
        code="access-language",
        title=N_("A passage is in another language and does not say so"),
        message=N_("“{text} …” is read aloud as if it were in the language of the covenant."),
        hint=N_("Mark it: [the words]{lang=en}, or translate it."),
        reason=N_(
            "A screen reader speaks every word with the sounds of one language. "
            "Another one becomes noise."
        ),
        severity=Severity.HINT,
        source="wcag22:3.1.2",
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n"
                "\n"
                "The parties of this covenant will meet in the hall for as long as it "
                "is open.\n"
            ),
            good=("# Samenwerking\n\nDe partijen komen bijeen in de hal zolang die open is.\n"),
        ),
    ),
)
