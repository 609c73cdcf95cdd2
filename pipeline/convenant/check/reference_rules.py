"""What the rules for names that point elsewhere say."""

from __future__ import annotations

from convenant.locale import N_
from convenant.model.rule import Example, Rule

RULES = (
    Rule(
        code="reference-taken-id",
        title=N_("An id belongs to a part of the document"),
        message=N_("The id “{id}” is that of a part of the document."),
        hint=N_("Choose another id, and mend the references to it."),
        reason=N_(
            "Sections without an id of their own, the signatures and the list of sources get one "
            "from the build, so that the text can refer to them. A second thing with that id "
            "would send readers to the wrong place."
        ),
        example=Example(
            "1-ambition.yaml",
            bad="maturity: outline\ngoals:\n  - id: partnership\n    text: Meer contact\n",
            good="maturity: outline\ngoals:\n  - id: D1\n    text: Meer contact\n",
        ),
    ),
    Rule(
        code="reference-double-id",
        title=N_("An id is used twice"),
        message=N_("The id “{id}” is already in use at {first}."),
        hint=N_("Give one of the two another id, and mend the references to it."),
        reason=N_(
            "A reference by id must lead to one place, in the text and in the data. An id that is "
            "used twice would send half of the readers to the wrong clause."
        ),
        example=Example(
            "1-ambition.yaml",
            bad="maturity: outline\ngoals:\n  - id: D1\n    text: Meer contact\n"
            "  - id: D1\n    text: Minder zorg\n",
            good="maturity: outline\ngoals:\n  - id: D1\n    text: Meer contact\n"
            "  - id: D2\n    text: Minder zorg\n",
        ),
    ),
    Rule(
        code="reference-party",
        title=N_("A party is not in the list of parties"),
        message=N_("“{id}” is not one of the parties."),
        hint=N_("Choose from: {choices}. A new party is added in {file} first."),
        hint_without=N_("Add the party in {file} first."),
        reason=N_(
            "Only who takes part can promise, contribute or decide. The list of parties in "
            "covenant.yaml is the one place where that is settled."
        ),
        source="awz2003:5",
        example=Example(
            "2-partnership.yaml",
            bad="maturity: outline\nbenefits:\n  - party: gemeete\n    text: Minder zorg\n",
            good="maturity: outline\nbenefits:\n  - party: gemeente\n    text: Minder zorg\n",
        ),
    ),
    Rule(
        code="reference-data",
        title=N_("The data name something that is not there"),
        message=N_("There is no {kind} with the id “{id}”."),
        hint=N_("Choose from: {choices}. Or add it in {file}."),
        hint_without=N_("Add it in {file}."),
        reason=N_(
            "Commitments serve goals, activities wait for one another, funding pays for costs. "
            "Such a link is worth something only when the other end exists."
        ),
        example=Example(
            "2-partnership.yaml",
            bad="maturity: outline\ncommitments:\n  - id: A1\n    by: gemeente\n"
            "    text: De gemeente stelt de ruimte beschikbaar.\n    goals: [D9]\n",
            good="maturity: outline\ncommitments:\n  - id: A1\n    by: gemeente\n"
            "    text: De gemeente stelt de ruimte beschikbaar.\n",
        ),
    ),
    Rule(
        code="reference-text",
        title=N_("A cross-reference leads nowhere"),
        message=N_("Nothing in this covenant has the id “{id}”."),
        hint=N_("Choose from: {choices}. Or give the clause or figure that you mean this id."),
        hint_without=N_("Mend the id, or give the clause or figure that you mean this id."),
        reason=N_(
            "Numbers of clauses are printed by the build, so that they are always right. That "
            "works only when the id that a reference names exists."
        ),
        example=Example(
            "2-partnership.md",
            bad="# Samenwerkingsverband\n\n## Inbreng {#inbreng}\n\nZie [](#inbrengen).\n",
            good="# Samenwerkingsverband\n\n## Inbreng {#inbreng}\n\nZie [](#inbreng).\n",
        ),
    ),
    Rule(
        code="reference-source",
        title=N_("A source is not in the register"),
        message=N_("The source “{id}” is not in the register of sources."),
        hint=N_("Choose from: {choices}. Or add it under sources in 5-annexes.yaml."),
        hint_without=N_("Add it under sources in 5-annexes.yaml."),
        reason=N_(
            "Who reads that a goal follows from a coalition agreement wants to look it up. Every "
            "source that the text cites is therefore listed at the end of the document."
        ),
        example=Example(
            "1-ambition.md",
            bad="# Maatschappelijke ambitie\n\nDat past bij het akkoord [](@coalitieakkoord).\n",
            good="# Maatschappelijke ambitie\n\nDat past bij het coalitieakkoord.\n",
        ),
    ),
    Rule(
        code="reference-footnote",
        title=N_("A footnote is not there"),
        message=N_("The text has no footnote “{id}”."),
        hint=N_("Write it on a line of its own: [^{id}]: the words of the note."),
        reason=N_(
            "Without the note the document would show the bare sign between brackets, and readers "
            "would look for words that are not there."
        ),
        example=Example(
            "1-ambition.md",
            bad="# Maatschappelijke ambitie\n\nWij beginnen samen.[^begin]\n",
            good="# Maatschappelijke ambitie\n\nWij beginnen samen.[^begin]\n\n"
            "[^begin]: Op 1 maart.\n",
        ),
    ),
    Rule(
        code="reference-annex",
        title=N_("A link to an annex leads nowhere"),
        message=N_("There is no file {file} in the covenant's folder."),
        hint=N_("Choose from: {choices}. Or put the file there."),
        hint_without=N_("Put the file there, or mend its name."),
        reason=N_(
            "A link to an annex is printed as a reference to it. An annex that is not there cannot "
            "be read by who signs."
        ),
        example=Example(
            "1-ambition.md",
            bad="# Maatschappelijke ambitie\n\nZie [de regels](annexes/regel.md).\n",
            good="# Maatschappelijke ambitie\n\nZie [de regels](annexes/regels.md).\n",
            beside=(("annexes/regels.md", "# Huisregels\n"),),
        ),
    ),
    Rule(
        code="reference-value",
        title=N_("A value in the text is not in the data"),
        message=N_("There is no value “{path}” in the data."),
        hint=N_("Close to it: {choices}."),
        hint_without=N_("Look in the data for the value that you mean."),
        reason=N_(
            "An amount or a date stands in one place and is printed wherever the text asks for it. "
            "A path that names nothing would leave a gap in the document."
        ),
        example=Example(
            "1-ambition.md",
            bad="# Maatschappelijke ambitie\n\nWij zijn actief in {{ covenant.place.town }}.\n",
            good="# Maatschappelijke ambitie\n\n"
            "Wij zijn actief in {{ covenant.place.municipality }}.\n",
        ),
    ),
)
