"""An amendment as a document of its own: numbered, what it changes one by one, and what holds."""

from __future__ import annotations

from convenant.locale import N_, Voice
from convenant.model.ast import Node, para, plain, words
from convenant.model.comparison import Comparison
from convenant.model.document import Document

_OPENING = N_("The parties amend “{title}”, version {old}, as follows.")
_CONSENT = N_(
    "This amendment needs the consent of all parties. What each of them said of it is kept with "
    "version {new}, under the same fingerprint."
)
_CONSOLIDATED = N_(
    "The consolidated text is the whole covenant as it reads with this amendment. It goes with "
    "this amendment, as version {new} with fingerprint {digest}."
)


def amendment_blocks(
    comparison: Comparison, document: Document, before: str, voice: Voice
) -> list[Node]:
    """What an amendment says, in the order of the sections.

    Args:
        document: of the consolidated text.
        before: the version that is amended.
    """
    # One thing to a reader: it is not to be broken over two lines.
    digest = document.short_digest.replace(" ", "\u00a0")
    values = {"title": document.citation_title or document.title, "old": before}
    values |= {"new": document.stamp.version, "digest": digest}
    changes = sorted(comparison.changes, key=lambda one: one.section.number if one.section else 0)
    said = [change.sentence(voice) for change in changes]
    style = [1, {"t": "UpperAlpha"}, {"t": "Period"}]
    return [
        para(words(voice.say(_OPENING, **values))),
        *(para(words(note.tell(voice))) for note in comparison.notes),
        {"t": "OrderedList", "c": [style, [[plain(words(one))] for one in said]]},
        para(words(voice.say(_CONSOLIDATED, **values))),
        para(words(voice.say(_CONSENT, **values))),
    ]
