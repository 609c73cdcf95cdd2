"""What the minutes of a meeting are made from."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from convenant.model.meeting import Meeting
from convenant.model.party import Cover
from convenant.model.passage import Passage


class Minutes(Struct, frozen=True):
    """A meeting with what it changed.

    Attributes:
        slug: of the covenant.
        sentences: by proposal what it changed in the data, a sentence each.
        passages: by proposal the places in the text that it changed.
        titles: by the number of a section what it is called.
    """

    slug: str
    cover: Cover
    meeting: Meeting
    titles: Mapping[int, str]
    sentences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    passages: Mapping[str, tuple[Passage, ...]] = field(default_factory=dict)
