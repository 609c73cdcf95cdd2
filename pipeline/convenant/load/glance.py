"""The little that an overview needs of a covenant's cover, at the speed of C."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from convenant.model.party import Cover, Party, Standing
from convenant.problem import Place

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def glance(data: bytes, file: str) -> Cover:
    """Title, language and parties of `covenant.yaml`; nothing of what does not fit.

    The strict reader says what is wrong with the file. This one only looks, a thousand times in
    a row, and follows no alias further than one step.
    """
    if b"*" in data and b"&" in data:
        data = b"\n".join(line for line in data.split(b"\n") if b"&" not in line)
    try:
        form = yaml.load(data, _LOADER)  # noqa: S506  (text only: no object is ever made)
    except (yaml.YAMLError, ValueError, RecursionError):
        return Cover(Place(file))
    if not isinstance(form, Mapping):
        return Cover(Place(file))
    items = form.get("parties")
    found = [_party(item, file) for item in items] if isinstance(items, list) else []
    return Cover(
        Place(file),
        title=_text(form, "title"),
        language=_text(form, "language"),
        parties=tuple(p for p in found if p is not None and p.id),
    )


def _party(item: object, file: str) -> Party | None:
    if not isinstance(item, Mapping):
        return None
    status = item.get("status")
    state = _text(status, "state") if isinstance(status, Mapping) else ""
    return Party(
        Place(file),
        id=_text(item, "id"),
        name=_text(item, "name"),
        short=_text(item, "short"),
        role=_text(item, "role"),
        status=Standing(Place(file), state),
    )


def _text(form: Mapping[str, object], key: str) -> str:
    value = form.get(key)
    return value.strip() if isinstance(value, str) else ""
