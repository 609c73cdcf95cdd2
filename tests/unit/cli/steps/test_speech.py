from __future__ import annotations

import pytest

from convenant.cli.steps.speech import say, speaker

VARIABLES = ("CONVENANT_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("surroundings", "language"),
    [
        ({}, "en"),
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "nl_NL", "LC_MESSAGES": "en_US"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "nl_BE"}, "nl"),
        ({"CONVENANT_LANG": "nl", "LC_ALL": "en_US"}, "nl"),
        ({"CONVENANT_LANG": "NL"}, "nl"),
        ({"CONVENANT_LANG": "", "LANG": "nl"}, "nl"),
    ],
)
def test_the_first_variable_that_names_a_known_language_decides(
    surroundings: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    for variable, value in surroundings.items():
        monkeypatch.setenv(variable, value)
    assert speaker().language == language


def test_help_is_in_the_language_of_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    assert say("Read everything anew.") == "Lees alles opnieuw."
    monkeypatch.setenv("CONVENANT_LANG", "en")
    assert say("Read everything anew.") == "Read everything anew."
