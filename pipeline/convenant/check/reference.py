"""Rules for names that point elsewhere: parties, goals, clauses, sources, values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from convenant.locale import N_
from convenant.model.annotation import Leaf, Schema, leaves
from convenant.model.covenant import Covenant
from convenant.model.rule import Example, Rule
from convenant.model.section import SECTIONS
from convenant.model.value import find_value, value_paths
from convenant.problem import Place, Problem, Severity, Term

_ROOM = 6
"""How many choices a hint lists before it becomes noise."""


def check_ids(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every id is given once in the whole covenant, in prose and data together."""
    first: dict[str, Place] = {}
    given = _given(covenant)
    for id, place in _defined(covenant, schemas):
        if id in given:
            yield Problem(place, "reference-taken-id", Severity.ERROR, {"id": id})
        elif id in first:
            values = {"id": id, "first": str(first[id])}
            yield Problem(place, "reference-double-id", Severity.ERROR, values)
        else:
            first[id] = place


def check_data(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every id that the data names is the id of something of the right kind."""
    known: dict[str, set[str]] = {}
    naming: list[tuple[Leaf, tuple[str, ...]]] = []
    for leaf in _leaves(covenant, schemas):
        if kind := leaf.schema.get("x-defines"):
            known.setdefault(kind, set()).add(str(leaf.value))
        if kinds := leaf.schema.get("x-refers-to"):
            naming.append((leaf, (kinds,) if isinstance(kinds, str) else tuple(kinds)))
    for leaf, kinds in naming:
        choices = sorted(id for kind in kinds for id in known.get(kind, ()))
        if str(leaf.value) not in choices:
            code = "reference-party" if kinds == ("party",) else "reference-data"
            values = {"id": str(leaf.value), "kind": Term(KINDS[kinds[0]]), "file": _HOME[kinds[0]]}
            yield _unknown(leaf.place, code, str(leaf.value), choices, values)


def check_text(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every `#id` in the text exists, and every `@source` is in the register."""
    ids = [*(id for id, _ in _defined(covenant, schemas)), *_given(covenant)]
    sources = [source.id for source in covenant.annexes.sources]
    for prose in covenant.all_prose():
        for reference in prose.references:
            id, kind = reference.target[1:], reference.target[:1]
            if kind == "#" and id not in ids:
                yield _unknown(reference.at, "reference-text", id, ids, {"id": id})
            elif kind == "@" and id not in sources:
                yield _unknown(reference.at, "reference-source", id, sources, {"id": id})


def check_values(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """Every `{{ value }}` names a value that the data has."""
    paths: list[str] | None = None
    for prose in covenant.all_prose():
        for placeholder in prose.placeholders:
            if find_value(covenant.data, covenant.totals, placeholder.path) is None:
                paths = paths or value_paths(covenant.data, covenant.totals)
                values = {"path": placeholder.path}
                yield _unknown(
                    placeholder.at, "reference-value", placeholder.path, paths, values, few=3
                )


def _leaves(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Leaf]:
    for section, tree in covenant.data.items():
        yield from leaves(tree, schemas[section.key])


def _defined(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[tuple[str, Place]]:
    for leaf in _leaves(covenant, schemas):
        if leaf.schema.get("x-defines") and isinstance(leaf.value, str):
            yield leaf.value, leaf.place
    # A picture carries the id that the register of figures gives it.
    registered = {figure.id for figure in covenant.visualisation.figures}
    for prose in covenant.all_prose():
        for anchor in prose.anchors:
            if not (anchor.kind == "figure" and anchor.id in registered):
                yield anchor.id, anchor.at


def _given(covenant: Covenant) -> list[str]:
    """Ids that the document itself gives: to sections without one, the signatures, the sources."""
    named = {
        section
        for section, prose in covenant.prose.items()
        if any(heading.level == 1 and heading.id for heading in prose.headings)
    }
    closing = ["signatures", *(["sources"] if covenant.annexes.sources else [])]
    return [*(section.key for section in SECTIONS if section not in named), *closing]


def _unknown(
    place: Place, code: str, id: str, choices: list[str], values: dict[str, str], few: int = _ROOM
) -> Problem:
    # Capitals count in an id and are easily mistaken.
    spelled = {choice.casefold(): choice for choice in choices}
    alike = get_close_matches(id.casefold(), spelled, n=few, cutoff=0.6)
    near = [spelled[choice] for choice in alike] or (choices if len(choices) <= few else [])
    values["choices"] = ", ".join(near) or "—"
    return Problem(place, code, Severity.ERROR, values)


KINDS = {
    "party": N_("party"),
    "goal": N_("goal"),
    "commitment": N_("commitment"),
    "contribution": N_("contribution"),
    "activity": N_("activity"),
    "phase": N_("phase"),
    "figure": N_("figure"),
    "annex": N_("annex"),
    "source": N_("source"),
    "body": N_("body"),
    "effect": N_("effect"),
    "arena-activity": N_("activity of the effects arena"),
}
"""What a kind of thing is called in a message."""

_HOME = {
    "party": "covenant.yaml",
    "goal": "1-ambition.yaml",
    "commitment": "2-partnership.yaml",
    "contribution": "2-partnership.yaml",
    "figure": "3-visualisation.yaml",
    "annex": "5-annexes.yaml",
    "source": "5-annexes.yaml",
    "activity": "4-programme.yaml",
    "phase": "4-programme.yaml",
    "body": "4-programme.yaml",
    "effect": "4-programme.yaml",
    "arena-activity": "4-programme.yaml",
}

CHECKS = (check_ids, check_data, check_text, check_values)

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
        code="reference-value",
        title=N_("A value in the text is not in the data"),
        message=N_("There is no value “{path}” in the data."),
        hint=N_("Close to it: {choices}."),
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
