"""Whole processes, timed from outside, in turn: A B A B …, so that a drifting machine is fair."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

_PYTHON_SETTINGS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH")
"""What a developer's shell may have and a user's has not."""


class Run(Struct, frozen=True):
    seconds: float
    cpu: float


class Command(Struct, frozen=True):
    """A process to time; `before` runs untimed ahead of each run."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] | None = None
    before: Callable[[], None] | None = None


class Result(Struct, frozen=True):
    """Medians; the ratios are medians of ratios to the first command, pair by pair.

    Attributes:
        cpu: seconds of processor time, of the process and all that it started.
    """

    name: str
    seconds: float
    cpu: float
    ratio: float = 1
    cpu_ratio: float = 1


def start(command: Command) -> subprocess.Popen[bytes]:
    kept = {name: text for name, text in os.environ.items() if name not in _PYTHON_SETTINGS}
    return subprocess.Popen(
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**kept, **(command.environment or {})},
    )


def run_once(command: Command) -> Run:
    if command.before:
        command.before()
    begin = time.perf_counter()
    process = start(command)
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command.name} failed: {said.decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_utime + usage.ru_stime)


def compare(floor: Command, *others: Command, runs: int = 5, warm: bool = True) -> list[Result]:
    """Every command in turn, `runs` times; `warm` adds one turn that does not count."""
    seen: dict[str, list[Run]] = {command.name: [] for command in (floor, *others)}
    for turn in range(runs + warm):
        for command in (floor, *others):
            run = run_once(command)
            if turn or not warm:
                seen[command.name].append(run)
    base = seen[floor.name]
    return [
        Result(
            name,
            statistics.median(run.seconds for run in own),
            statistics.median(run.cpu for run in own),
            statistics.median(a.seconds / b.seconds for a, b in zip(own, base, strict=True)),
            statistics.median(a.cpu / b.cpu for a, b in zip(own, base, strict=True)),
        )
        for name, own in seen.items()
    ]


def peak_megabytes(command: Command) -> float:
    """The most memory that the process and its children hold at one time (Linux).

    Pages that several of them share count once; looked at ten times a second.
    """
    if command.before:
        command.before()
    process = start(command)
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(_held(pid) for pid in _family(process.pid)))
        time.sleep(0.1)
    return peak / 1024


def _family(pid: int) -> list[int]:
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        children = [int(c) for t in threads for c in (t / "children").read_text().split()]
    except OSError:
        return []
    return [pid, *(one for child in children for one in _family(child))]


def _held(pid: int) -> int:
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(row.split()[1]) for row in rows if row.startswith("Pss:")), 0)


def table(title: str, results: Sequence[Result]) -> str:
    lines = [
        f"### {title}",
        "",
        "| what | median s | ratio | processor s | ratio |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {one.name} | {one.seconds:.3f} | {one.ratio:.2f} "
        f"| {one.cpu:.2f} | {one.cpu_ratio:.2f} |"
        for one in results
    ]
    return "\n".join([*lines, ""])
