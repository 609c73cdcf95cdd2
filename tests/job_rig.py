"""Jobs of a workspace, really run: by act on this machine, without GitHub.

Installing is left out, and of the actions what only GitHub itself can do. What one job leaves for
the next lies in a folder beside the workspace.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from outside import TEST_EXTRA, program

ROOT = Path(__file__).parent.parent
START = "from convenant.cli import main; main()"
_NOTHING = ": nothing"
_ACTIONS = {
    "actions/setup-python@42375524e23c412d93fb67b49958b491fce71c38": _NOTHING,
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02": (
        'mkdir -p "$LEFT" && cp -r $INPUT_PATH "$LEFT/"'
    ),
    "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093": (
        'cp -r "$LEFT"/* "${INPUT_PATH:-.}/"'
    ),
    "actions/attest-build-provenance@977bb373ede98d70efdf65b84cb5f73e068dcc2a": _NOTHING,
    "actions/create-github-app-token@df432ceedc7162793a195dd1713ff69aefc7379e": _NOTHING,
}


CHECKOUT = "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683"
LEAN = "--depth 50 --filter=blob:none --no-tags --branch main"
WHOLE = "--branch main"


def run_job(
    folder: Path,
    workflow: str,
    event: str,
    start: str = START,
    origin: Path | None = None,
    clone: str = LEAN,
) -> subprocess.CompletedProcess[str]:
    """Run a workflow of the workspace in a folder; the message lies beside it as `event.json`.

    Args:
        start: Python that starts the program.
        origin: where jobs have their clones from; without it act copies the folder.
        clone: how much of it, in Git's words.
    """
    around = folder.parent
    programs = around / "programs"
    programs.mkdir()
    python = programs / "python"
    python.write_text(
        f'#!/bin/sh\ncase "$*" in *"pip install"*) exit 0;; esac\nexec {sys.executable} "$@"\n'
    )
    (around / "start.py").write_text(start)
    own = programs / "convenant"
    own.write_text(f'#!/bin/sh\nexec {sys.executable} {around / "start.py"} "$@"\n')
    for one in (python, own):
        one.chmod(0o755)
    (around / ".config/act").mkdir(parents=True)
    (around / ".config/act/actrc").touch()
    words = [program("act", TEST_EXTRA), event, "-e", str(around / "event.json")]
    words += ["-P", "ubuntu-24.04=-self-hosted", "-W", f".github/workflows/{workflow}"]
    words += ["-s", "GITHUB_TOKEN=x"]
    cloned = {CHECKOUT: f"git clone -q {clone} file://{origin} ."} if origin else {}
    for number, (action, line) in enumerate({**_ACTIONS, **cloned}.items()):
        words += ["--local-repository", f"{action}={_stub(around, number, line)}"]
    env = {**os.environ, "HOME": str(around), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    env = {k: v for k, v in env.items() if k not in ("GITHUB_ACTIONS", "XDG_CONFIG_HOME")}
    return subprocess.run(
        words, cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300
    )


def _stub(around: Path, number: int, line: str) -> Path:
    place = around / f"stub-{number}"
    place.mkdir()
    (place / "action.yml").write_text(
        "name: stub\ndescription: stub\ninputs:\n  path:\n    default: ''\n  name:\n"
        "    default: ''\nruns:\n  using: composite\n  steps:\n    - shell: bash\n"
        f"      env:\n        LEFT: {around / 'left'}\n        INPUT_PATH: ${{{{ inputs.path }}}}\n"
        f"      run: |\n        {line}\n"
    )
    return place
