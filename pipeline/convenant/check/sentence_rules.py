"""What the rules on sentences say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="sentence-long",
        title=N_("A sentence is very long"),
        message=N_("This sentence has {count} words."),
        hint=N_("Make two sentences of it, or a list. Up to {limit} words pass without a remark."),
        reason=N_(
            "In a long sentence a condition gets lost, or two readers attach it to different words."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=(
                "# Samenwerking\n"
                "\n"
                "De gemeente en De Linde spreken elkaar elk kwartaal over de ruimte, "
                "de sleutels, het rooster, de kosten, de klachten van buren, de wensen "
                "van bezoekers, de stand van de verbouwing, de werving van "
                "vrijwilligers, de contacten met de school, de huisarts en de "
                "wijkagent, en alles wat zij verder van elkaar willen weten voordat "
                "het nieuwe kwartaal begint.\n"
            ),
            good=("# Samenwerking\n\nDe gemeente en De Linde spreken elkaar elk kwartaal.\n"),
        ),
    ),
    Rule(
        code="sentence-core-long",
        title=N_("The core of the ambition is too long to repeat"),
        message=N_("The core sentence has {count} words."),
        hint=N_(
            "Bring it back to {limit} words; what falls out fits in the challenge or the picture."
        ),
        reason=N_(
            "The core is what every partner should be able to say at home without the paper."
        ),
        severity=Severity.HINT,
        example=Example(
            "1-ambition.yaml",
            bad=(
                "maturity: outline\n"
                "core: >-\n"
                "  Iedereen in de buurt kent een ander en helpt waar het kan, \n"
                "  Iedereen in de buurt kent een ander en helpt waar het kan, \n"
                "  Iedereen in de buurt kent een ander en helpt waar het kan, \n"
                "  Iedereen in de buurt kent een ander en helpt waar het kan,\n"
            ),
            good=("maturity: outline\ncore: Iedereen in de buurt kent een ander.\n"),
        ),
    ),
    Rule(
        code="sentence-nobody",
        title=N_("Something has to be done, and nobody does it"),
        message=N_("“{text}” does not say who does it."),
        hint=N_("Start with who does it: the party, the body or the function."),
        reason=N_(
            "What nobody has to do is not done. The name at the start of the sentence "
            "is the shortest agreement there is."
        ),
        severity=Severity.HINT,
        source="awz2003:7",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nEr wordt elk kwartaal een verslag gemaakt.\n"),
            good=("# Samenwerking\n\nDe Linde maakt elk kwartaal een verslag.\n"),
        ),
    ),
    Rule(
        code="sentence-abbreviation",
        title=N_("Letters are not explained"),
        message=N_("“{text}” is nowhere written out."),
        hint=N_(
            "Write it out the first time with the letters behind it, or add it to the definitions."
        ),
        reason=N_(
            "One sector's daily word is another one's riddle, and three letters often "
            "mean two things."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe Linde overlegt elke maand met de POH.\n"),
            good=(
                "# Samenwerking\n"
                "\n"
                "De Linde overlegt elke maand met de praktijkondersteuner van de "
                "huisarts (POH).\n"
            ),
        ),
    ),
)
