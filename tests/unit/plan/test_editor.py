from __future__ import annotations

import pytest

from convenant.plan.editor import plan_editor_files

SCHEMAS = {"ambition.schema.json": b"{}", "workspace.schema.json": b"{}"}
LINE = b"# yaml-language-server: $schema="
MARK = b"\xef\xbb\xbf"
AMBITION = "covenants/a/1-ambition.yaml"


def planned(present: dict[str, bytes]) -> dict[str, bytes]:
    return {file.path: file.data for file in plan_editor_files(SCHEMAS, present)}


def test_what_is_missing_or_old_is_put_there_and_the_rest_left_alone() -> None:
    assert planned({}) == {f"schema/{name}": data for name, data in SCHEMAS.items()}
    present = {"schema/ambition.schema.json": b"old", "schema/workspace.schema.json": b"{}"}
    assert planned(present) == {"schema/ambition.schema.json": b"{}"}


@pytest.mark.parametrize(
    ("path", "schema"),
    [
        (AMBITION, b"../../schema/ambition.schema.json"),
        ("covenants/a/covenant.yaml", b"../../schema/covenant.schema.json"),
        ("convenant.yaml", b"schema/workspace.schema.json"),
        ("access.yaml", b"schema/access.schema.json"),
    ],
)
def test_a_data_file_names_its_schema_from_where_it_stands(path: str, schema: bytes) -> None:
    assert planned({path: b"a: 1\n"})[path] == LINE + schema + b"\na: 1\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a: 1\r\nb: 2\r\n", LINE + b"../../schema/ambition.schema.json\r\na: 1\r\nb: 2\r\n"),
        (
            b"\xef\xbb\xbfa: 1\n",
            b"\xef\xbb\xbf" + LINE + b"../../schema/ambition.schema.json\na: 1\n",
        ),
        (b"", LINE + b"../../schema/ambition.schema.json\n"),
        (
            b"# hello\n" + LINE + b"../schema/ambition.schema.json\na: 1\n",
            b"# hello\n" + LINE + b"../../schema/ambition.schema.json\na: 1\n",
        ),
    ],
)
def test_the_line_takes_the_line_ends_of_the_file_and_a_wrong_path_is_mended(
    before: bytes, after: bytes
) -> None:
    assert planned({AMBITION: before})[AMBITION] == after


@pytest.mark.parametrize(
    "data",
    [
        LINE + b"../../schema/ambition.schema.json\na: 1\n",
        LINE + b"https://example.org/ambition.schema.json\na: 1\n",
        LINE + b"../ours.json\na: 1\n",
        "a: 1\n".encode("utf-16"),
    ],
)
def test_what_names_a_schema_on_purpose_stays_as_it_is(data: bytes) -> None:
    assert AMBITION not in planned({AMBITION: data})


def test_a_file_that_no_schema_describes_gets_no_line() -> None:
    path = "covenants/a/annexes/rooster.yaml"
    assert path not in planned({path: b"a: 1\n"})
