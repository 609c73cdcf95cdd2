from __future__ import annotations

import json
from typing import Any

import pytest

from convenant.load.facts import consent_digest, facts_form, load_facts, load_review
from convenant.load.hook import UnreadableHook, load_hook
from convenant.model.forge import Facts, Labelling, Login, Request, Word
from convenant.model.gate import Account

HEAD = "a" * 40


@pytest.mark.parametrize(
    ("comment", "digest"),
    [
        ("/akkoord 1a2b3c4d5e6f", "1a2b3c4d5e6f"),
        ("/agree 1a2b3c4d5e6f", "1a2b3c4d5e6f"),
        ("Dank!\r\n\r\n/akkoord 1a2b 3c4d 5e6f  \r\nGroet", "1a2b3c4d5e6f"),
        ("> /akkoord 1a2b3c4d5e6f", ""),
        ("    /akkoord 1a2b3c4d5e6f", ""),
        ("```\n/akkoord 1a2b3c4d5e6f\n```", ""),
        ("~~~~\n```\n/akkoord 1a2b3c4d5e6f\n~~~~", ""),
        ("`/akkoord 1a2b3c4d5e6f`", ""),
        ("Niet /akkoord 1a2b3c4d5e6f", ""),
        ("/akkoord 1A2B3C4D5E6F", ""),
        ("/akkoord 1a2b3c4d5e6f behalve artikel 3", ""),
        ("/akkoord", ""),
    ],
)
def test_a_comment_agrees_only_in_so_many_words(comment: str, digest: str) -> None:
    assert consent_digest(comment) == digest


def test_facts_come_back_as_they_were_written() -> None:
    person, ghost = Login("anna"), Login("", Account.GONE)
    request = Request("o/r", 7, HEAD, "x", "main", person, "T", labels=frozenset({"agreed"}))
    facts = Facts(
        request,
        (Labelling("agreed", True, person, HEAD), Labelling("agreed", False, ghost)),
        (Word(person, True, commit=HEAD), Word(ghost, True, digest="1a2b", edited=True)),
        ("reviews",),
    )
    assert load_facts(json.dumps(facts_form(facts)).encode()) == facts


@pytest.mark.parametrize("word", ["--upload-pack=x", "main", "a" * 39, "A" * 40, f"{HEAD}\n", 7])
def test_what_is_no_version_never_goes_to_git(word: Any) -> None:
    review = {"state": "APPROVED", "commit_id": word, "user": {"login": "a", "type": "User"}}
    found = load_review(review)
    assert found is not None
    assert found.commit == ""
    form = facts_form(Facts(Request(number=1)))
    form["request"]["head"] = word
    assert load_facts(json.dumps(form).encode()).request.head == ""


def test_what_is_missing_from_the_facts_is_read_as_the_heavier() -> None:
    found = load_facts(b'{"facts":1,"request":{"number":1},"words":[{"approves":true}]}')
    assert found.request.fork
    assert found.words[0].edited
    assert found.words[0].by.account is Account.GONE


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"{", b"[" * 100_000, b'{"pull_request":{}}', b'{"pull_request":{"number":1}}'],
)
def test_another_message_is_none(data: bytes) -> None:
    with pytest.raises(UnreadableHook):
        load_hook(data)
