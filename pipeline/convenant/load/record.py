"""Trees → records: a tolerant decoder that takes what fits and leaves the rest to the checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from convenant.model.tree import Map, Seq
from convenant.problem import Place

T = TypeVar("T")

_ABSENT = object()
"""What a decoder gives for a value that does not fit; the record's default stands then."""

_Decoder = Callable[[Any], Any]


def load_record(kind: type[T], tree: Map | None, file: str) -> T:
    """A record of `kind` from a mapping whose keys are the record's fields.

    A value of another type than its field is left out, as is an unknown key: the schema check
    reports both. Numbers become text where text is meant, and text loses the space around it.

    Args:
        tree: None gives a record with nothing but defaults, at the start of `file`.
    """
    if tree is None:
        return kind(at=Place(file))  # type: ignore[call-arg]
    record: T = _record_decoder(kind)(tree)  # type: ignore[arg-type]  # a class is hashable
    return record


@cache
def _record_decoder(kind: type[Any]) -> _Decoder:
    hints = get_type_hints(kind)
    decoders = {f.name: _decoder(hints[f.name]) for f in fields(kind) if f.name != "at"}

    def decode(value: Any) -> Any:
        if not isinstance(value, Map):
            return _ABSENT
        found = {"at": Place(value.file, *value.spot)}
        for key, raw in value.items():
            if key in decoders and raw is not None:
                decoded = decoders[key](raw)
                if decoded is not _ABSENT:
                    found[key] = decoded
        return kind(**found)

    return decode


def _decoder(hint: Any) -> _Decoder:
    """The decoder for a field's type; a type that no field has yet is refused when it comes."""
    if get_origin(hint) in (Union, UnionType):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        item, rest = get_args(hint)
        if rest is Ellipsis:
            return _list_decoder(_decoder(item))
    if isinstance(hint, type) and issubclass(hint, Struct):
        return _record_decoder(hint)
    raise TypeError(f"no decoder for {hint}")


def _list_decoder(item: _Decoder) -> _Decoder:
    def decode(value: Any) -> Any:
        if not isinstance(value, Seq):
            return _ABSENT
        decoded = (item(raw) for raw in value if raw is not None)
        return tuple(found for found in decoded if found is not _ABSENT)

    return decode


def _text(value: Any) -> Any:
    kind = type(value)
    if kind is str:
        return value.strip()
    if kind is int:
        return str(value)
    return format(value, "f") if kind is Decimal else _ABSENT


def _integer(value: Any) -> Any:
    return value if type(value) is int else _ABSENT


def _truth(value: Any) -> Any:
    return value if type(value) is bool else _ABSENT


def _decimal(value: Any) -> Any:
    if type(value) is int:
        return Decimal(value)
    return value if type(value) is Decimal else _ABSENT


_PLAIN: Mapping[Any, _Decoder] = {str: _text, int: _integer, bool: _truth, Decimal: _decimal}
