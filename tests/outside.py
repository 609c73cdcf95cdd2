"""What a test needs from outside: without it a test skips at a desk, and fails in CI."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest

TEST_EXTRA = "pip install -e '.[test]'"


def missing(what: str, install: str) -> NoReturn:
    """Skip with the line that installs it; in CI everything has to be there."""
    said = f"{what} is missing: {install}"
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)


def program(name: str, install: str) -> str:
    """The path of a program: beside this Python, or where the machine has it."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    return found or missing(name, install)
