"""Everything that the program says, it says in Dutch too."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import click
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[3] / "pipeline/convenant"
CATALOGUES = sorted((PACKAGE / "locale/nl/LC_MESSAGES").glob("*.po"))


@cache
def said() -> set[str]:
    found = extract_from_dir(
        str(PACKAGE), [("**.py", "python")], keywords={"N_": None, "say": None, "plural": (1, 2)}
    )
    texts: set[str] = set()
    for _, _, message, _, _ in found:
        texts.update([message] if isinstance(message, str) else message)
    return texts


def said_by_click() -> set[str]:
    keywords = {"_": None, "ngettext": (1, 2)}
    folder = str(Path(click.__file__).parent)
    texts: set[str] = set()
    for _, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=keywords):
        texts.update([message] if isinstance(message, str) else message)
    return texts


@cache
def translated() -> dict[str, str]:
    words: dict[str, str] = {}
    for file in CATALOGUES:
        with file.open("rb") as text:
            for message in read_po(text):
                if not message.id:
                    continue
                ids = [message.id] if isinstance(message.id, str) else list(message.id)
                texts = [message.string] if isinstance(message.string, str) else message.string
                words.update(zip(ids, texts, strict=True))
    return words


def test_no_text_lacks_its_dutch() -> None:
    assert sorted(text for text in said() if not translated().get(text)) == []


def test_a_translation_has_the_blanks_of_its_text() -> None:
    blanks = re.compile(r"\{\w+\}")
    wrong = {
        text: dutch
        for text, dutch in translated().items()
        if set(blanks.findall(text)) != set(blanks.findall(dutch)) and "{count}" not in text
    }
    assert wrong == {}


def test_no_text_is_translated_in_two_catalogues() -> None:
    home: dict[str, str] = {}
    twice: list[tuple[str, str, str]] = []
    for file in CATALOGUES:
        with file.open("rb") as text:
            for message in read_po(text):
                if message.id:
                    first = home.setdefault(str(message.id), file.stem)
                    if first != file.stem:
                        twice.append((str(message.id), first, file.stem))
    assert twice == []


def test_dutch_has_its_own_quotes_and_apostrophes() -> None:
    other = re.compile(r"[“”]|\w'\w")
    assert [dutch for dutch in translated().values() if other.search(dutch)] == []


def test_a_reader_is_addressed_in_one_way_and_a_thing_has_one_name() -> None:
    # Fingerprint, id, editor, observer and secured money: each had a second word once.
    stray = re.compile(
        r"(?<!\{)\b(je|jij|jouw|id|controlegetal|tekstverwerker|waarnemers?|toegezegd|tips?)\b",
        re.IGNORECASE,
    )
    assert [dutch for dutch in translated().values() if stray.search(dutch)] == []


def test_no_partner_reads_a_word_of_git() -> None:
    git = re.compile(r"\b(commit|branch|merge|pull request|rebase|staging)\w*\b", re.IGNORECASE)
    assert [dutch for dutch in translated().values() if git.search(dutch)] == []


def test_no_translation_outlives_its_text() -> None:
    # The titles of fields come from the schemas; their own test holds them equal.
    fields = PACKAGE / "locale/nl/LC_MESSAGES/schema.po"
    with fields.open("rb") as text:
        of_schemas = {str(message.id) for message in read_po(text)}
    assert sorted(set(translated()) - said() - said_by_click() - of_schemas) == []


def test_what_is_said_of_being_bound_is_marked_for_a_jurist() -> None:
    from convenant.model.cover_page import RESERVATION

    (message,) = [
        found
        for catalogue in CATALOGUES
        if (found := read_po(catalogue.open("rb"), locale="nl").get(RESERVATION))
    ]
    assert any("jurist" in comment for comment in message.auto_comments)
