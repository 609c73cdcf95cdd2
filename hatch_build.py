"""Build hook: compiles the message catalogues (`.po`) that the package reads as `.mo`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):
    """Runs for wheels and editable installs alike."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write a `.mo` beside every `.po`."""
        for source in Path(self.root, "pipeline/convenant/locale").glob("*/LC_MESSAGES/*.po"):
            with source.open("rb") as text:
                catalogue = read_po(text, locale=source.parent.parent.name)
            with source.with_suffix(".mo").open("wb") as binary:
                write_mo(binary, catalogue)
