"""The worked examples in all formats, as the command builds them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(folder.name for folder in (ROOT / "covenants").iterdir() if folder.is_dir())


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `<slug>.pdf`, `.docx`, `.odt` and `.html` of every example."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "convenant", "build", ROOT / "covenants", "--output", folder],
        check=True,
        timeout=180,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
    )
    return folder


@pytest.fixture(params=EXAMPLES)
def example(built: Path, request: pytest.FixtureRequest) -> Path:
    """One example without its suffix: `example.with_suffix(".pdf")`."""
    return built / str(request.param)
