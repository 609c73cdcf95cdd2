"""What the tool says to people, in their language. English texts are their own keys."""

from __future__ import annotations

from convenant.locale.voice import CATALOGUES, LANGUAGES, N_, Voice, voice

__all__ = ["CATALOGUES", "LANGUAGES", "N_", "Voice", "voice"]
