"""The five sections of a covenant and how far each has grown."""

from __future__ import annotations

from enum import Enum


class Maturity(Enum):
    """How concrete a section is; a check's severity follows it."""

    OUTLINE = "outline"
    CONCRETE = "concrete"
    SETTLED = "settled"


class Section(Enum):
    """A part of the covenant with a data file of its own; the value is its file stem.

    The cover has data only; the five sections have prose beside it.
    """

    COVER = "covenant"
    AMBITION = "1-ambition"
    PARTNERSHIP = "2-partnership"
    VISUALISATION = "3-visualisation"
    PROGRAMME = "4-programme"
    ANNEXES = "5-annexes"

    @property
    def key(self) -> str:
        """The section's name in paths and schemas: `ambition` for `1-ambition`."""
        return self.value.partition("-")[2] or self.value

    @property
    def number(self) -> int:
        """1 to 5; the cover is 0."""
        return 0 if self is Section.COVER else int(self.value[0])

    @property
    def data_file(self) -> str:
        """Name of the YAML file in the covenant's folder."""
        return f"{self.value}.yaml"

    @property
    def prose_file(self) -> str:
        """Name of the Markdown file in the covenant's folder."""
        return f"{self.value}.md"


SECTIONS: tuple[Section, ...] = tuple(section for section in Section if section.number)
"""The five sections in the order of the document."""
