"""A Word file of our own read back, in pandoc's sandbox."""

from __future__ import annotations

import json
from typing import Any

from convenant.edges.engine.pandoc_program import pandoc_command
from convenant.edges.engine.sandbox import run_limited
from convenant.model.ast import Node

_SECONDS = 60.0
_HEAP_MB = 1024


def read_docx_tree(package: bytes) -> list[Node]:
    """The blocks of a Word file, as pandoc reads it.

    Raises:
        LimitExceeded: when it takes too long or too much memory.
        ToolFailed: when pandoc refuses.
    """
    command = [*pandoc_command(_HEAP_MB), "--sandbox", "--from=docx", "--to=json", "--output=-"]
    said = run_limited(command, data=package, seconds=_SECONDS, memory_mb=_HEAP_MB)
    tree: Any = json.loads(said)
    blocks: list[Node] = tree["blocks"]
    return blocks
