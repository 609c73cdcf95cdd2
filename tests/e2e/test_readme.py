"""What the README shows is what a reader gets."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_mistake_in_the_readme_is_told_as_the_readme_says(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "covenants/de-linde", tmp_path / "covenants/de-linde")
    data = tmp_path / "covenants/de-linde/2-partnership.yaml"
    text = data.read_text(encoding="utf-8")
    data.write_text(text.replace("party: gemeente", "party: gemeete", 1), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "convenant", "check"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        timeout=60,
        # The reader's own language is another one than the covenant's.
        env={**os.environ, "CONVENANT_LANG": "en", "PYTHONPATH": str(ROOT / "pipeline")},
    )
    assert told.returncode == 1
    assert f"```\n{told.stdout}```\n" in (ROOT / "README.md").read_text(encoding="utf-8")
