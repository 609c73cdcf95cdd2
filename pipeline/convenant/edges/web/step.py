"""The summary page of a step on GitHub: a file that the runner names."""

from __future__ import annotations

import os
from pathlib import Path

from convenant.errors import ConvenantError
from convenant.locale import N_


def write_step_summary(text: str) -> None:
    """Add to the summary of this step; nothing where no runner asks for one.

    Raises:
        ConvenantError: when the file cannot be written.
    """
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        with Path(name).open("ab") as file:
            file.write(text.encode("utf-8", "replace"))
    except OSError as error:
        raise ConvenantError(
            N_("The summary of this step cannot be written to {path}."),
            N_(
                "Check that the folder is there, or take GITHUB_STEP_SUMMARY out of the "
                "surroundings."
            ),
            path=name,
        ) from error
