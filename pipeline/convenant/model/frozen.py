"""Records that the type checker holds frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(kind: type[T]) -> type[T]:
    """A dataclass with slots whose fields mypy lets nobody assign.

    For the records of a covenant's data, of which every command imports some eighty: a class takes
    0.36 ms to make this way, and 0.88 ms as a frozen dataclass, which writes twice as many methods.
    Such a record cannot be a key or a member of a set.
    """
    return dataclass(slots=True, repr=False)(kind)
