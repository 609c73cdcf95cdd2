"""Steps on real files: what fits is carried over with its comments, the rest stays and is named."""

import pytest

from convenant.edges.yaml.migration import migrate_covenant
from convenant.errors import ConvenantError
from convenant.model.migration import Enlist, Migration, Nest, Quote, Rename, Shape

COVER = {"covenant.yaml": b"schema_version: 1\n"}


def migrated(text, *steps):
    """The file after these steps, and the notes as line, column and values."""
    files = {**COVER, "a.yaml": text.encode()}
    result = migrate_covenant(files, [Migration(2, {"a.yaml": steps})])
    notes = [(n.place.line, n.place.column, dict(n.values)) for n in result.notes]
    return result.files.get("a.yaml", files["a.yaml"]).decode(), notes


def test_a_key_is_renamed_where_it_stands():
    text = "# kop\na:   1 # een\n\n# twee\nb: 2\n"
    assert migrated(text, Rename((), "a", "c")) == ("# kop\nc: 1   # een\n\n# twee\nb: 2\n", [])


def test_a_key_is_renamed_in_every_item():
    text = "a:\n- {x: 1}\n- y: 2\n- x: # leeg\n"
    new, notes = migrated(text, Rename(("a", "*"), "x", "z"))
    assert (new, notes) == ("a:\n- {z: 1}\n- y: 2\n- z: # leeg\n", [])


def test_a_key_stays_when_the_new_one_is_there():
    text = "a: 1\nb: 2\n"
    assert migrated(text, Rename((), "a", "b")) == (
        text,
        [(1, 1, {"key": "a", "new": "b", "value": "1"})],
    )


@pytest.mark.parametrize(
    ("shape", "fits", "does_not"),
    [
        (Shape.TEXT, "een", "[een]"),
        (Shape.DATE, "2026-01-31", "31 januari"),
        (Shape.LIST, "[een]", "een"),
        (Shape.MAPPING, "{a: b}", "[een]"),
    ],
)
def test_a_key_is_renamed_only_if_its_value_fits(shape, fits, does_not):
    step = Rename((), "a", "b", shape)
    assert migrated(f"a: {fits}\n", step) == (f"b: {fits}\n", [])
    assert migrated("a:\n", step) == ("b:\n", [])
    new, notes = migrated(f"x: 0\na: {does_not}\n", step)
    assert new == f"x: 0\na: {does_not}\n"
    assert [note[:2] for note in notes] == [(2, 1)]


def test_a_note_names_the_place_also_after_another_step():
    steps = (Rename((), "a", "b"), Rename((), "b", "c", Shape.LIST))
    assert migrated("# x\n\na: 1\n", *steps)[1][0][:2] == (3, 1)


def test_a_number_becomes_the_text_that_was_written():
    assert migrated("a: 0012  # x\nb: '3'\n", Quote((), "a"), Quote((), "b"), Quote((), "c")) == (
        "a: \"0012\" # x\nb: '3'\n",
        [],
    )


NEST = Nest((), "a", "n", {"no": "none"})


def test_a_word_moves_into_a_mapping_with_its_comment():
    assert migrated('a: "no"   # x\n\n# y\nb: 1\n', NEST) == (
        "a:\n  n: none # x\n\n# y\nb: 1\n",
        [],
    )


@pytest.mark.parametrize("text", ["a: {n: none}\n", "a:\n", "b: 1\n"])
def test_what_is_in_a_mapping_or_absent_needs_no_moving(text):
    assert migrated(text, NEST) == (text, [])


@pytest.mark.parametrize("value", ["misschien", "false", "0", "[no]"])
def test_an_unknown_word_is_left_and_named(value):
    new, notes = migrated(f"a: {value}\n", NEST)
    assert new == f"a: {value}\n"
    assert notes[0][2]["choices"] == "no"


ENLIST = Enlist((), "a", "id", "answer", ("yes", "no"))


def test_pairs_become_a_list_with_their_comments():
    text = "a: # s\n  # een\n  x: yes # 1\n  # twee\n  y: # 2\n\n# slot\nb: 1\n"
    assert migrated(text, ENLIST) == (
        "a: # s\n  # een\n"
        "  - id: x\n    answer: yes # 1\n  # twee\n"
        "  - id: y\n    answer: # 2\n\n# slot\nb: 1\n",
        [],
    )


def test_an_unknown_answer_is_carried_over_unchanged_and_named():
    new, notes = migrated("a:\n  x: true\n  y: weet niet\n", ENLIST)
    assert new == "a:\n  - id: x\n    answer: true\n  - id: y\n    answer: weet niet\n"
    assert [(line, column, values["value"]) for line, column, values in notes] == [
        (2, 3, "true"),
        (3, 3, "weet niet"),
    ]


@pytest.mark.parametrize("text", ["a:\n", "a: [{id: x, answer: no}]\n", "b: 1\n"])
def test_what_is_a_list_or_absent_needs_no_enlisting(text):
    assert migrated(text, ENLIST) == (text, [])


def test_what_is_no_set_of_pairs_is_left_and_named():
    assert migrated("a: nee\n", ENLIST) == ("a: nee\n", [(1, 1, {"key": "a"})])


def test_only_migrations_that_were_not_done_yet_are_done():
    chain = [
        Migration(2, {"covenant.yaml": (Rename((), "a", "b"),)}),
        Migration(3, {"covenant.yaml": (Rename((), "b", "c"),)}),
    ]

    def cover(text):
        result = migrate_covenant({"covenant.yaml": text}, chain)
        return result.old, result.new, result.files.get("covenant.yaml", text)

    assert cover(b"schema_version: 1\na: x\n") == (1, 3, b"schema_version: 3\nc: x\n")
    assert cover(b"schema_version: 2\na: x\n") == (2, 3, b"schema_version: 3\na: x\n")
    assert cover(b"schema_version: 3\na: x\n") == (3, 3, b"schema_version: 3\na: x\n")


@pytest.mark.parametrize("cover", [b"a: x\n", b"", b"schema_version: een\n", b"schema_version:\n"])
def test_without_a_version_nothing_is_guessed(cover):
    result = migrate_covenant({"covenant.yaml": cover}, [Migration(2, {})], folder="covenants/x")
    assert (result.old, result.new, result.files) == (0, 0, {})
    assert [note.place.file for note in result.notes] == ["covenants/x/covenant.yaml"]


def test_a_newer_version_than_known_is_refused():
    with pytest.raises(ConvenantError, match="version 3"):
        migrate_covenant({"covenant.yaml": b"schema_version: 3\n"}, [Migration(2, {})])
