"""Pictures of more dots than paper shows are made smaller, in a limited child."""

from __future__ import annotations

import base64
import json
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from msgspec.structs import replace

from convenant.edges.engine.failure import LimitExceeded, ToolFailed
from convenant.edges.engine.sandbox import run_limited
from convenant.model.picture import ImageFile, Size

_CHILD = Path(__file__).parent / "scaling_child.py"


def scale_images(
    images: Mapping[str, ImageFile],
    sizes: Mapping[str, Size],
    *,
    seconds: float = 60,
    memory_mb: int = 1024,
) -> Mapping[str, ImageFile]:
    """The images that got smaller, by name; one that cannot be scaled stays as it is.

    Args:
        sizes: by name width and height that an image is to have.
    """
    spec = find_spec("PIL") if sizes else None
    if spec is None or spec.origin is None:
        return {}
    site = Path(spec.origin).resolve().parent.parent
    order = [(base64.b64encode(images[name].data).decode(), *size) for name, size in sizes.items()]
    child: list[str | Path] = [sys.executable, "-I", "-S", _CHILD, site]
    try:
        made = run_limited(
            child, data=json.dumps(order).encode(), seconds=seconds, memory_mb=memory_mb
        )
    except (ToolFailed, LimitExceeded):
        return {}
    return {
        name: replace(images[name], data=base64.b64decode(data))
        for name, data in zip(sizes, json.loads(made), strict=True)
    }
