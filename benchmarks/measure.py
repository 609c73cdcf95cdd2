"""Whole processes, timed from outside, in turn: A B A B …, so that a drifting machine is fair."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Command:
    """A process to time; `before` runs untimed ahead of each run."""

    name: str
    words: Sequence[str]
    environment: Mapping[str, str] | None = None
    before: Callable[[], None] | None = None


@dataclass(frozen=True)
class Result:
    name: str
    seconds: float
    megabytes: float
    ratio: float | None = None


def run_once(command: Command) -> Run:
    if command.before:
        command.before()
    start = time.perf_counter()
    process = subprocess.Popen(
        command.words,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **(command.environment or {})},
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{command.name} failed: {said.decode(errors='replace')[-2000:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def compare(floor: Command, *others: Command, runs: int = 5) -> list[Result]:
    """Medians, and the median of the ratios to the floor, pair by pair; one run warms up."""
    seen: dict[str, list[Run]] = {command.name: [] for command in (floor, *others)}
    for turn in range(runs + 1):
        for command in (floor, *others):
            run = run_once(command)
            if turn:
                seen[command.name].append(run)
    base = seen[floor.name]
    results = []
    for command in (floor, *others):
        own = seen[command.name]
        ratios = [a.seconds / b.seconds for a, b in zip(own, base, strict=True)]
        results.append(
            Result(
                command.name,
                statistics.median(run.seconds for run in own),
                max(run.megabytes for run in own),
                None if command is floor else statistics.median(ratios),
            )
        )
    return results


def table(title: str, results: Sequence[Result]) -> str:
    lines = [f"### {title}", "", "| what | median s | peak MB | ratio |", "|---|--:|--:|--:|"]
    for one in results:
        ratio = "1" if one.ratio is None else f"{one.ratio:.2f}"
        lines.append(f"| {one.name} | {one.seconds:.3f} | {one.megabytes:.0f} | {ratio} |")
    return "\n".join([*lines, ""])
