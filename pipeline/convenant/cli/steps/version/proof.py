"""Telling verdicts, and the exit code that says the same."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from convenant.locale import Voice
from convenant.model.verdict import Outcome, Verdict
from convenant.report.verdict import conclusion, verdict_lines, verdict_record

WRONG, UNPROVEN = 1, 4


def tell_verdicts(verdicts: Sequence[Verdict], voice: Voice, *, as_json: bool) -> int:
    """Print them; gives 0 where all is proven, 1 where something is wrong, else 4."""
    outcomes = {verdict.outcome for verdict in verdicts}
    code = WRONG if Outcome.FALSE in outcomes else UNPROVEN if Outcome.UNPROVEN in outcomes else 0
    if as_json:
        record = {**verdict_record(verdicts, voice), "exit_code": code}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2).encode())
    else:
        click.echo(conclusion(verdicts, voice))
        for line in verdict_lines(verdicts, voice):
            click.echo(line)
    return code
