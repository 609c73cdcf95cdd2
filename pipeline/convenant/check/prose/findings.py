"""Rules for Markdown: that it can be read, holds nothing harmful and has its parts in order."""

from __future__ import annotations

from convenant.check.prose import markup, member, picture, structure, text

CHECKS = (*structure.CHECKS, *member.CHECKS)

RULES = (
    *text.RULES,
    *markup.RULES,
    *structure.RULES,
    *member.RULES,
    *picture.RULES,
)
