"""What the rules on words say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule
from convenant.problem import Severity

RULES = (
    Rule(
        code="wording-vague",
        title=N_("A word leaves open how much or when"),
        message=N_("“{text}” leaves open what was agreed."),
        hint=N_("More concrete: {better}."),
        reason=N_(
            "Each party reads its own measure into such words. As long as all goes "
            "well nobody notices; when it does not, everybody was right."
        ),
        severity=Severity.HINT,
        source="awz2003:7",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente geeft zo veel mogelijk ruimte.\n"),
            good=("# Samenwerking\n\nDe gemeente geeft 200 vierkante meter ruimte.\n"),
        ),
    ),
    Rule(
        code="wording-weak",
        title=N_("A promise is no more than an intention"),
        message=N_("With “{text}” nothing has been promised yet."),
        hint=N_("More concrete: {better}."),
        reason=N_(
            "A covenant says per party who does what and when. An intention is worth "
            "saying, but among the ambitions; here readers look for what they can "
            "count on."
        ),
        severity=Severity.HINT,
        source="awz2003:7",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente streeft ernaar het plein te vergroenen.\n"),
            good=(
                "# Samenwerking\n\nDe gemeente plant vóór 1 maart 2028 tien bomen op het plein.\n"
            ),
        ),
    ),
    Rule(
        code="wording-care",
        title=N_("“Draagt zorg voor” can mean three things"),
        message=N_(
            "“{text}” does not say whether the party does it, has it done or only watches over it."
        ),
        hint=N_("More concrete: {better}."),
        reason=N_(
            "The Instructions for Covenants advise against these words: they read as "
            "a result to one party and as an effort to the other."
        ),
        severity=Severity.HINT,
        source="awz2003:9",
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente draagt zorg voor het groen op het plein.\n"),
            good=("# Samenwerking\n\nDe gemeente maait het plein elke twee weken.\n"),
        ),
    ),
    Rule(
        code="wording-double",
        title=N_("Two negatives stand where one yes would do"),
        message=N_("“{text}” takes two steps to say one thing."),
        hint=N_("Plainer: {better}."),
        reason=N_("Readers have to turn a double negative round, and some turn it once too often."),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nHet is niet ondenkbaar dat het huis later opengaat.\n"),
            good=("# Samenwerking\n\nHet huis gaat mogelijk later open.\n"),
        ),
    ),
    Rule(
        code="wording-open-list",
        title=N_("A list goes on without saying how"),
        message=N_("“{text}” makes a list that everybody completes in another way."),
        hint=N_(
            "Name everything that belongs to it, or say by which rule something belongs to it."
        ),
        reason=N_("What is not in the list is promised to some readers and not to others."),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe Linde leent stoelen, tafels, enzovoort uit.\n"),
            good=("# Samenwerking\n\nDe Linde leent stoelen en tafels uit.\n"),
        ),
    ),
    Rule(
        code="wording-and-or",
        title=N_("“And/or” leaves a choice to the reader"),
        message=N_("“{text}” does not say whether one is enough."),
        hint=N_("Write or where one is enough, and and where both are meant."),
        reason=N_("Whoever has to deliver reads or; whoever is to receive reads and."),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente levert tafels en/of stoelen.\n"),
            good=("# Samenwerking\n\nDe gemeente levert tafels en stoelen.\n"),
        ),
    ),
    Rule(
        code="wording-jargon",
        title=N_("A word of the office has a plain one beside it"),
        message=N_("“{text}” is a word of the office."),
        hint=N_("Plainer: {better}."),
        reason=N_(
            "Residents and volunteers sign as well. They should not have to ask what "
            "a word means before they know what they promise."
        ),
        severity=Severity.HINT,
        example=Example(
            "2-partnership.md",
            bad=("# Samenwerking\n\nDe gemeente meldt dit middels een brief.\n"),
            good=("# Samenwerking\n\nDe gemeente meldt dit met een brief.\n"),
        ),
    ),
)
