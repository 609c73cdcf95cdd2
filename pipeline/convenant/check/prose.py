"""Rules for Markdown: that it can be read, holds nothing harmful and has its parts in order."""

from __future__ import annotations

from convenant.check import (
    prose_markup,
    prose_member,
    prose_picture,
    prose_structure,
    prose_text,
)

CHECKS = (*prose_structure.CHECKS, *prose_member.CHECKS)

RULES = (
    *prose_text.RULES,
    *prose_markup.RULES,
    *prose_structure.RULES,
    *prose_member.RULES,
    *prose_picture.RULES,
)
