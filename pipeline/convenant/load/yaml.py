"""The strict YAML reader: the core schema of YAML 1.2, every value with its place."""

from __future__ import annotations

from yaml.error import YAMLError

from convenant.load.text import find_forbidden, load_text
from convenant.load.yaml_reader import Reader, StopReading
from convenant.load.yaml_syntax import explain
from convenant.model.tree import Map
from convenant.problem import Problem

_BREAKS = ("\x85", "\u2028", "\u2029")
"""Line ends to libyaml and to nobody else: with one of them its places would be wrong."""


def load_yaml(file: str, data: bytes) -> tuple[Map | None, tuple[Problem, ...]]:
    """Like `parse_yaml`, from the bytes of a file."""
    text, problems = load_text(file, data)
    if text is None:
        return None, problems
    tree, more = parse_yaml(file, text)
    return tree, (*problems, *more)


def parse_yaml(file: str, text: str) -> tuple[Map | None, tuple[Problem, ...]]:
    """The mapping that a YAML text holds, and what is wrong with how it is written.

    Values are `str`, `int`, `Decimal`, `bool`, None, `Map` and `Seq`. An empty text is an empty
    mapping. Of two equal keys the first is kept.

    Args:
        file: POSIX path from the workspace root, for the places.

    Returns:
        The mapping, or None where the text cannot be read to its end or is no mapping.
    """
    if any(mark in text for mark in _BREAKS):
        return None, tuple(find_forbidden(file, text))
    reader = Reader(file, text)
    try:
        tree = reader.document()
    except YAMLError as error:
        # libyaml stops at the first character that YAML forbids, whatever it says about it.
        problems = tuple(find_forbidden(file, text)) or (explain(file, text, error),)
        return None, (*reader.problems, *problems)
    except UnicodeEncodeError:
        return None, tuple(find_forbidden(file, text))
    except StopReading:
        tree = None
    return tree, tuple(reader.problems)
