"""What each section is for, and the questions that the method asks about it.

Source: the instrument "Convenant" (Emergent): five sections, questions that are answered first
roughly and later in detail.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from convenant.locale import N_


class Question(Struct, frozen=True):
    """A question to the partners; answered once one of these keys of the data says something."""

    text: str
    answered_by: tuple[str, ...] = ()


PURPOSES: Mapping[int, str] = {
    1: N_("Say together what we want to reach for whom, and why now."),
    2: N_("Say who takes part, what each brings and what each gets from it."),
    3: N_("See before us what it will look like when it is there."),
    4: N_("Agree how we get there: who does what, when, with which money and who decides."),
    5: N_("Gather what belongs with it, and note legal questions without answering them yet."),
}

QUESTIONS: Mapping[int, tuple[Question, ...]] = {
    1: (
        Question(
            N_("Which problem do we want to do something about, and whose problem is it?"),
            ("challenge.problem",),
        ),
        Question(
            N_("What is different in a few years, and how does somebody notice that?"),
            ("horizon.picture",),
        ),
        Question(N_("Which goals follow from that?"), ("goals",)),
        Question(N_("Where does this touch what your own organisation wants?"), ("touchpoints",)),
        Question(N_("What is it explicitly not about?"), ("out_of_scope",)),
    ),
    2: (
        Question(N_("Who is still missing at this table?"), ()),
        Question(
            N_("What can you bring: money, people, products and services, or facilities?"),
            ("contributions",),
        ),
        Question(N_("What do you get from it in return?"), ("benefits",)),
        Question(N_("Which first step do you take on, and when?"), ("commitments",)),
        Question(N_("What must be arranged before you can take part?"), ()),
    ),
    3: (
        Question(N_("Imagine that it is there. What do you see on an ordinary day?"), ("scenes",)),
        Question(N_("Where does it happen?"), ("sites",)),
        Question(N_("Which steps lead there, and which date decides all others?"), ("roadmap",)),
        Question(N_("What has to stay as it is?"), ("boundaries",)),
    ),
    4: (
        Question(N_("Which activities are needed, and who pulls each?"), ("plan",)),
        Question(N_("Who decides, and what if we do not agree?"), ("governance",)),
        Question(N_("What does it cost, and who pays what?"), ("budget",)),
        Question(N_("How do we see that it works?"), ("monitoring",)),
        Question(N_("What can go wrong, and what do we do then?"), ("risks",)),
    ),
    5: (
        Question(N_("Which documents belong with the agreement?"), ("annexes",)),
        Question(N_("Which legal questions did we come across on the way?"), ("signals",)),
        Question(N_("When does it begin and when does it end?"), ("duration",)),
    ),
}

ATTITUDE: tuple[str, ...] = (
    N_("Ask on with real interest and without judging, so that everybody can name own interests."),
    N_("Ask for clarification as soon as something may be unclear."),
    N_("Invite to say it as concretely as possible."),
    N_("Allow nobody to be agitated or cynical towards another."),
    N_("Look for dialogue, which is listening; avoid debate, which is convincing."),
    N_("Is somebody angry? Name the commitment that shows in it."),
    N_("Let everybody take part actively."),
)
"""The basic attitude of the facilitator."""


def open_questions(number: int, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The questions about a section that its data do not answer yet.

    Args:
        data: the section's YAML as read.
    """
    return tuple(
        question.text
        for question in QUESTIONS.get(number, ())
        if not any(_says(data, path) for path in question.answered_by)
    )


def _says(data: Mapping[str, Any], path: str) -> bool:
    here: Any = data
    for step in path.split("."):
        here = here.get(step) if isinstance(here, Mapping) else None
    return bool(here)
