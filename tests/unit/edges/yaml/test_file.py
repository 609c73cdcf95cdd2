"""An edit changes what it means to change; every other byte stays."""

import difflib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convenant.edges.yaml.file import edit_yaml
from convenant.errors import ConvenantError
from convenant.load.yaml import parse_yaml

TEXT = """\
# yaml-language-server: $schema=../../schema/partnership.schema.json
maturity: concrete   # hoe ver

# Wat ieder inbrengt
contributions:
  - id: c1
    text:   "Geld voor de 'exploitatie'"   # uitgelijnd
    amount: 1_000.50
    quantity: 0012
    date: 2026-01-31
    empty: ~
    period: {  start: 2026-01-01,end: 2028-12-31 }

  # de tweede
  - id: c2
    text: een lange tekst die de auteur
      zelf over twee regels verdeelde
    condition: >-
      zolang het
      kan
benefits:
- party: linde       # andere inspringing
  text: 'rust'
# einde
"""


def edited(text, edit):
    return edit_yaml(text.encode(), edit).decode()


def changes(old, new):
    """The lines that went and came."""
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_an_edit_that_changes_nothing_gives_the_same_bytes():
    data = TEXT.encode()
    assert edit_yaml(data, lambda content: None) is data


def test_a_changed_value_changes_its_line_only():
    def edit(content):
        content["maturity"] = "settled"

    assert changes(TEXT, edited(TEXT, edit)) == [
        "- maturity: concrete   # hoe ver",
        "+ maturity: settled    # hoe ver",
    ]


def test_values_that_the_writer_would_write_otherwise_stay_as_they_are():
    def edit(content):
        content["contributions"][0]["id"] = "c9"
        content["contributions"][1]["id"] = "c8"

    assert changes(TEXT, edited(TEXT, edit)) == [
        "-   - id: c1",
        "+   - id: c9",
        "-   - id: c2",
        "+   - id: c8",
    ]


def test_a_new_item_is_indented_as_its_neighbours_are():
    def edit(content):
        content["contributions"].append({"id": "c3", "amount": 5, "text": "12"})
        content["benefits"].append({"party": "zorg", "text": "tijd"})

    new = edited(TEXT, edit)
    assert "  - id: c3\n    amount: 5\n    text: '12'\nbenefits:\n" in new
    assert "\n- party: zorg\n  text: tijd\n" in new
    assert not [line for line in changes(TEXT, new) if line[0] == "-"]


def test_a_removed_item_goes_alone():
    def edit(content):
        del content["benefits"]

    assert changes(TEXT, edited(TEXT, edit)) == [
        "- benefits:",
        "- - party: linde       # andere inspringing",
        "-   text: 'rust'",
        "- # einde",
    ]


def test_numbers_and_dates_are_text_as_written():
    seen = {}

    def edit(content):
        seen.update(content["contributions"][0])

    edited(TEXT, edit)
    assert (seen["amount"], seen["quantity"], seen["date"]) == ("1_000.50", "0012", "2026-01-31")
    assert seen["empty"] is None


def test_windows_line_ends_and_a_mark_stay():
    def edit(content):
        content["a"] = 2

    assert edit_yaml(b"\xef\xbb\xbfa: 1\r\nb:   1\r\n", edit) == b"\xef\xbb\xbfa: 2\r\nb:   1\r\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "a: 1\n"),
        ("# alleen dit\n", "# alleen dit\na: 1\n"),
        ("---\nb:  2", "---\nb:  2\na: 1\n"),
        ("b:  2\n# slot\n", "b:  2\n# slot\na: 1\n"),
        ("{b:  2}\n", "{b: 2, a: 1}\n"),
    ],
)
def test_a_key_is_added_to_any_file(old, new):
    def edit(content):
        content["a"] = 1

    assert edited(old, edit) == new


@pytest.mark.parametrize("data", [b"- a\n", b"a: [\n", b"a: 1\na: 2\n", b"\xff", b"[" * 5000])
def test_what_cannot_be_read_is_not_changed(data):
    with pytest.raises(ConvenantError, match="cannot be read"):
        edit_yaml(data, lambda content: content.update(a=1))


WORD = st.sampled_from(
    ["een", "'twee'", '"drie: 3"', "12", "1.50", "2026-01-01", "no", "0012", "~"]
)
SPACES = st.sampled_from([" ", "  ", "    "])
COMMENT = st.sampled_from(["", "", "", "  # één", " # twee"])
ABOVE = st.sampled_from(["", "", "", "\n", "# kop\n", "\n# kop\n\n"])


@st.composite
def items(draw, indent):
    """A list whose items are mappings, with the dash at some column."""
    dash = indent + draw(st.sampled_from([0, 2, 4]))
    gap = draw(st.sampled_from([1, 1, 1, 3]))
    lines = []
    for n in range(draw(st.integers(1, 3))):
        lines.append(f"{' ' * dash}-{' ' * gap}id:{draw(SPACES)}i{n}{draw(COMMENT)}\n")
        for key in ("p", "q")[: draw(st.integers(0, 2))]:
            margin = " " * (dash + 1 + gap)
            lines.append(f"{margin}{key}:{draw(SPACES)}{draw(WORD)}{draw(COMMENT)}\n")
        lines.append(draw(st.sampled_from(["", "", "\n"])))
    return "".join(lines)


@st.composite
def files(draw):
    """A file as people write one: aligned, commented, indented now so and now otherwise."""
    lines = []
    for n in range(draw(st.integers(1, 5))):
        lines.append(draw(ABOVE))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            lines.append(f"k{n}:{draw(COMMENT)}\n{draw(items(0))}")
        elif kind == 1:
            lines.append(f"k{n}:{draw(SPACES)}>-\n    gevouwen\n    tekst\n")
        elif kind == 2:
            lines.append(f"k{n}:{draw(COMMENT)}\n   x:{draw(SPACES)}{draw(WORD)}{draw(COMMENT)}\n")
        else:
            lines.append(f"k{n}:{draw(SPACES)}{draw(WORD)}{draw(COMMENT)}\n")
    return "".join(lines)


def leaves(tree, path=()):
    """The paths of all values that are no mapping or list."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in pairs:
        if isinstance(value, (dict, list)):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key)


def put(tree, path, value):
    for step in path[:-1]:
        tree = tree[step]
    tree[path[-1]] = value


@settings(max_examples=150, deadline=None)
@given(files(), st.data())
def test_any_value_is_changed_alone_and_no_comment_is_lost(text, data):
    expected, problems = parse_yaml("f.yaml", text)
    assert problems == ()
    path = data.draw(st.sampled_from(list(leaves(expected))))
    put(expected, path, "nieuw")
    new = edited(text, lambda content: put(content, path, "nieuw"))
    assert parse_yaml("f.yaml", new) == (expected, ())
    assert list(parse_yaml("f.yaml", new)[0]) == list(expected)
    assert new.count("#") == text.count("#")


@settings(max_examples=150, deadline=None)
@given(files())
def test_a_key_at_the_end_leaves_all_lines_before_it(text):
    expected, _ = parse_yaml("f.yaml", text)
    new = edited(text, lambda content: content.update(laatste=1))
    assert parse_yaml("f.yaml", new) == ({**expected, "laatste": 1}, ())
    assert [line for line in changes(text, new) if line.strip() != "-"] == ["+ laatste: 1"]


def test_empty_lines_at_the_start_change_nothing_else():
    assert edited("\n\nk0: ~\n", lambda c: c.update(laatste=1)) == "\n\nk0: ~\nlaatste: 1\n"
