"""The clock of the command line: the one place where it is looked at."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime


def now() -> int:
    """Seconds since 1970."""
    return int(time.time())


def today() -> date:
    """The day where the user is."""
    return datetime.fromtimestamp(now()).astimezone().date()


def iso(moment: int) -> str:
    """`2026-11-25T19:30:00Z`."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def seconds(moment: str) -> int:
    """The other way round."""
    return int(datetime.strptime(moment, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())
