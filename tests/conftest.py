"""What every test may use: compiled catalogues, a small covenant, the command line."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

ROOT = Path(__file__).parent.parent
MINIMAL = ROOT / "tests/golden/minimal"


def _compile_catalogues() -> None:
    """The `.mo` files follow the `.po` files, also when a developer has just edited one."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    for source in (ROOT / "pipeline/convenant/locale").glob("*/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name)
        part = target.with_suffix(f".{os.getpid()}")
        with part.open("wb") as binary:
            write_mo(binary, catalogue)
        part.replace(target)


_compile_catalogues()


@pytest.fixture
def ends() -> Callable[[], AbstractContextManager[None]]:
    """`with ends():` fails what would go on for ever; it measures no speed.

    A minute of processor time is a hundred times what any of these texts needs, and thousands of
    times less than a way of working that grows with the square of the text.
    """

    @contextmanager
    def within_a_minute() -> Iterator[None]:
        if not hasattr(signal, "setitimer"):
            yield
            return

        def give_up(*_: object) -> None:
            raise AssertionError("still busy after a minute of processor time")

        before = signal.signal(signal.SIGVTALRM, give_up)
        signal.setitimer(signal.ITIMER_VIRTUAL, 60)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            signal.signal(signal.SIGVTALRM, before)

    return within_a_minute


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVENANT_CACHE", str(tmp_path_factory.mktemp("cache")))
    monkeypatch.setenv("CONVENANT_LANG", "nl")


@pytest.fixture
def covenant(tmp_path: Path) -> Path:
    """The folder of a small sound covenant, `buurtkamer`, in a workspace of its own."""
    folder = tmp_path / "work" / "covenants" / "buurtkamer"
    shutil.copytree(MINIMAL, folder)
    return folder


@pytest.fixture
def convenant() -> Callable[..., Result]:
    """The command line in this process: `convenant("check", folder)`."""
    from convenant.cli import cli

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(cli, [str(a) for a in arguments], catch_exceptions=False)

    return run


@pytest.fixture
def problems(convenant: Callable[..., Result]) -> Callable[[Path], list[dict[str, Any]]]:
    """What `convenant check --format json` finds in a covenant's folder."""

    def check(folder: Path) -> list[dict[str, Any]]:
        result = convenant("check", folder, "--format", "json", "--quiet")
        found: list[dict[str, Any]] = json.loads(result.stdout)["problems"]
        return found

    return check
