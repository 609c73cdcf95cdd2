"""A pilot covenant, comments and all, before and after: one folder a case."""

from pathlib import Path

import pytest

from convenant.edges.yaml.migration import migrate_covenant
from convenant.load.yaml import load_yaml
from convenant.locale import voice
from convenant.plan.migration import MIGRATIONS, SCHEMA_VERSION

CASES = sorted(folder for folder in Path(__file__).parent.iterdir() if (folder / "before").is_dir())


def read(folder):
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_pilot_covenant_becomes_the_expected_files_and_notes(case):
    before = read(case / "before")
    result = migrate_covenant(before, MIGRATIONS, folder="covenants/wending")
    assert {**before, **result.files} == read(case / "after")
    assert (result.old, result.new) == (1, SCHEMA_VERSION)
    english = voice("en")
    notes = [f"{n.place}: {english.say(n.message, **n.values)}\n" for n in result.notes]
    assert "".join(notes) == (case / "notes.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_comment_is_lost(case):
    for name, data in read(case / "before").items():
        after = (case / "after" / name).read_text(encoding="utf-8")
        for line in data.decode().splitlines():
            if name.endswith(".yaml") and "#" in line:
                assert line[line.index("#") :] in after


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_result_is_read_without_a_problem_and_not_migrated_again(case):
    after = read(case / "after")
    for name, data in after.items():
        if name.endswith(".yaml"):
            assert load_yaml(name, data)[1] == ()
    assert migrate_covenant(after, MIGRATIONS).files == {}
