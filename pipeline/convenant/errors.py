"""The one error for broken surroundings: no Git, no permission, no network, no pandoc."""

from __future__ import annotations


class ConvenantError(Exception):
    """What the tool needs is missing or refuses; a wrong document never raises this.

    Attributes:
        message: an English sentence, also the key of its translation. Blanks are `{name}`.
        hint: what to do about it, likewise.
        values: what fills the blanks of both.
    """

    def __init__(self, message: str, hint: str = "", **values: str) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.hint = hint
        self.values = values
