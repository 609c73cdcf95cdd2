"""Rules on what is not filled in yet: mild while a section is young, strict once it is settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convenant.check.missing import LADDER, Missing, missing, next_maturity
from convenant.locale import N_, Voice
from convenant.model.annotation import Schema
from convenant.model.covenant import Covenant
from convenant.model.rule import Example, Rule
from convenant.model.section import Maturity, Section
from convenant.problem import Problem, Severity, Term

_SAID_ELSEWHERE = ("sha256",)
"""`annex-no-sum` says this too, with the sum to write down."""


def check_completeness(covenant: Covenant, schemas: Mapping[str, Schema]) -> Iterator[Problem]:
    """What each file lacks for the maturity it claims, and what the next one will ask."""
    for section in covenant.data:
        maturity = covenant.maturity(_pace_of(section))
        for gap in _gaps(covenant, section, schemas):
            if gap.keys == _SAID_ELSEWHERE:
                continue
            now = LADDER.index(gap.needed_at) <= LADDER.index(maturity)
            rule = INCOMPLETE if now else NEXT
            item = f" {gap.item}" if gap.item else ""
            values = {"title": gap.title, "of": gap.of, "item": item}
            if not now:
                values["maturity"] = Term(MATURITIES[gap.needed_at])
            yield Problem(gap.place, rule.code, rule.weight(maturity), values)


def open_points(
    covenant: Covenant, schemas: Mapping[str, Schema], voice: Voice
) -> dict[Section, tuple[str, ...]]:
    """Per section what is still to be filled in before its next step, as a reader would say it.

    What the cover lacks is about the parties, so it is listed with the partnership.
    """
    points: dict[Section, list[str]] = {}
    for section in covenant.data:
        gaps = list(_gaps(covenant, section, schemas))
        points.setdefault(_pace_of(section), []).extend(_said(gaps, voice))
    return {section: tuple(said) for section, said in points.items() if said}


def _gaps(covenant: Covenant, section: Section, schemas: Mapping[str, Schema]) -> Iterator[Missing]:
    maturity = covenant.maturity(_pace_of(section))
    return missing(schemas[section.key], covenant.data[section], next_maturity(maturity))


def _pace_of(section: Section) -> Section:
    """The section whose maturity counts: the cover names the parties and grows with them."""
    return Section.PARTNERSHIP if section is Section.COVER else section


def _said(gaps: list[Missing], voice: Voice) -> Iterator[str]:
    """One sentence for all items that lack the same, in the order in which they first come up."""
    by_item: dict[tuple[Term, str], list[Missing]] = {}
    for gap in gaps:
        of = gap.of if gap.path else Term("")  # The heading names the section already.
        item = gap.labels.get(voice.language, gap.item)
        by_item.setdefault((of, item), []).append(gap)
    alike: dict[tuple[Term, tuple[Term, ...]], list[str]] = {}
    for (of, item), lacking in by_item.items():
        titles = tuple(gap.title for gap in lacking)
        alike.setdefault((of, titles), []).append(item)
    for (of, titles), items in alike.items():
        said = voice.enumerate([_within_a_sentence(voice.say(title)) for title in titles])
        if not of:
            yield voice.say(N_("Not filled in yet: {titles}"), titles=said)
            continue
        named = voice.enumerate([item for item in items if item])
        subject = f"{voice.say(of)} {named}".strip()
        yield voice.say(N_("{subject}: {titles}"), subject=subject, titles=said)


def _within_a_sentence(title: str) -> str:
    """A title with a small first letter, unless it starts with an abbreviation."""
    first = title.split(" ", maxsplit=1)[0].split("-", maxsplit=1)[0]
    return title if first[1:] != first[1:].lower() else title[:1].lower() + title[1:]


MATURITIES = {
    Maturity.OUTLINE: N_("outline"),
    Maturity.CONCRETE: N_("concrete"),
    Maturity.SETTLED: N_("ready for decision"),
}
"""What the maturities are called in a sentence."""

INCOMPLETE = Rule(
    code="incomplete-key",
    title=N_("Something is not filled in yet"),
    message=N_("{of}{item}: “{title}” is not filled in yet."),
    hint=N_("Fill it in, or take the maturity of this section one step back."),
    reason=N_(
        "A section says itself how far it has grown. Concrete means that everybody can see who "
        "does what; ready for decision means that a competent body can decide on it as it "
        "stands. What is still open then would come back as a question at the worst moment."
    ),
    severity=Severity.ERROR,
    by_maturity=((Maturity.OUTLINE, Severity.HINT), (Maturity.CONCRETE, Severity.WARNING)),
    source="awz2003:7",
    example=Example(
        "1-ambition.yaml",
        bad="maturity: settled\ncore: Iedereen kent een buur.\n",
        good="maturity: outline\ncore: Iedereen kent een buur.\n",
    ),
)

_OTHERS = (
    (
        "2-partnership.yaml",
        "contributions:\n  - id: c1\n    party: gemeente\n    kind: money\n    text: Huur\n"
        "commitments:\n  - id: A1\n    by: linde\n    text: Stichting De Linde opent het huis.\n",
    ),
    ("3-visualisation.yaml", "scenes:\n  - id: dinsdag\n    text: De soep staat op tafel.\n"),
    (
        "4-programme.yaml",
        "plan:\n  result: Een open huis\n"
        "  activities:\n    - id: act1\n      text: Openen\n      owner: linde\n"
        "governance:\n  bodies:\n    - id: stuurgroep\n      name: Stuurgroep\n"
        "budget:\n  costs:\n    - id: k1\n      text: Huur\n      amount: 100\n"
        "  funding:\n    - id: f1\n      party: gemeente\n      amount: 100\n",
    ),
    ("5-annexes.yaml", "binding:\n  nature: none\nduration:\n  kind: fixed\n"),
)
"""Other sections that lack nothing for the next step."""

NEXT = Rule(
    code="incomplete-next",
    title=N_("The next step will ask for something"),
    message=N_("{of}{item}: “{title}” is needed before this is {maturity}."),
    hint=N_("Nothing is wrong. Put it on the agenda when the partners are ready for it."),
    reason=N_(
        "A covenant grows from outline to concrete to ready for decision. These hints are the "
        "list of what to talk about next; they never make a check fail."
    ),
    severity=Severity.HINT,
    example=Example(
        "1-ambition.yaml",
        bad="maturity: outline\ngoals:\n  - id: D1\n",
        good="maturity: outline\ncore: Iedereen kent een buur.\nchallenge:\n"
        "  problem: Bewoners zijn eenzaam.\n  target_group: Ouderen\n"
        "goals:\n  - id: D1\n    text: Minder eenzaamheid\n",
        beside=_OTHERS,
    ),
)

CHECKS = (check_completeness,)

RULES = (INCOMPLETE, NEXT)
