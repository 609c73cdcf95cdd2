"""What is still to be done, person by person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from convenant.locale import Voice
from convenant.model.release import Todo

VERSION = 1


def todo_lines(todos: Sequence[Todo], voice: Voice) -> Iterator[str]:
    """A heading for each person, and below it what is asked."""
    for who in dict.fromkeys(_who(todo, voice) for todo in todos):
        yield f"{who}:"
        for todo in todos:
            if _who(todo, voice) == who:
                yield f"  - {voice.say(todo.said, **todo.values)}"


def todo_record(todos: Sequence[Todo], voice: Voice) -> dict[str, Any]:
    """The same for a machine."""
    return {
        "version": VERSION,
        "todo": [
            {"who": _who(todo, voice), "what": voice.say(todo.said, **todo.values)}
            for todo in todos
        ],
    }


def _who(todo: Todo, voice: Voice) -> str:
    return voice.say(todo.who) if todo.role else todo.who
