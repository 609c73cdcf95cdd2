"""The strict reader: values as YAML 1.2 means them, each with its place; all else is refused."""

import io
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from convenant.load.core_schema import resolve
from convenant.load.text import FORBIDDEN
from convenant.load.yaml import load_yaml, parse_yaml
from convenant.load.yaml_reader import DEPTH, NODES
from convenant.model.tree import Map, Seq
from convenant.problem import Problem


def found(text):
    """Code, line, column and values of each problem."""
    _, problems = parse_yaml("f.yaml", text)
    return [(p.code, p.place.line, p.place.column, dict(p.values)) for p in problems]


def read(text):
    """The data of a text without problems."""
    tree, problems = parse_yaml("f.yaml", text)
    assert problems == ()
    return tree


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("False", False),
        ("no", "no"),
        ("Yes", "Yes"),
        ("on", "on"),
        ("12:30:00", "12:30:00"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T12:00:00Z", "2026-01-31T12:00:00Z"),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("0o17", 15),
        ("0xff", 255),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("01234567", "01234567"),
        ("1.50", Decimal("1.50")),
        (".5", Decimal("0.5")),
        ("-1.", Decimal("-1")),
        ("2e3", Decimal("2000")),
        ("1.2.3", "1.2.3"),
        ("20.000,00", "20.000,00"),
        ("-", "-"),
        (".", "."),
        ("nul", "nul"),
        ("tRUE", "tRUE"),
    ],
)
def test_an_unquoted_word_means_what_the_core_schema_says(word, value):
    found_value = resolve(word)
    assert found_value == value
    assert type(found_value) is type(value)


def test_a_decimal_keeps_the_figures_that_were_written():
    assert str(read("a: 20000.00")["a"]) == "20000.00"


def test_quotes_make_text_of_anything():
    assert read("a: '12'\nb: \"true\"\nc: |\n  1\n") == {"a": "12", "b": "true", "c": "1\n"}


@pytest.mark.parametrize(
    "word", [".inf", "-.Inf", ".nan", "9" * 19, "1e999999999", "0x" + "f" * 20]
)
def test_a_number_that_cannot_be_counted_with_is_refused(word):
    tree, problems = parse_yaml("f.yaml", f"a: {word}")
    assert [(p.code, p.place.column, p.values) for p in problems] == [
        ("yaml-number", 4, {"text": word})
    ]
    assert tree == {"a": word}


def test_every_value_knows_its_place():
    tree = read("# één\né: x\nlijst:\n- a\n-   b: 'ü'  # c\n    c: [1, {d: é, e: 2}]\n")
    assert tree.place_of_key("é").line == 2
    assert tree.value_spots == {"é": (2, 4), "lijst": (4, 1)}
    items = tree["lijst"]
    assert items.item_spots == [(4, 3), (5, 5)]
    assert items[1].spot == (5, 5)
    assert items[1].value_spots == {"b": (5, 8), "c": (6, 8)}
    assert items[1]["c"].item_spots == [(6, 9), (6, 12)]
    assert items[1]["c"][1].value_spots == {"d": (6, 16), "e": (6, 22)}


def test_a_value_that_is_not_there_is_placed_at_its_key():
    tree = read("a:\nb:\n  c:\n")
    assert tree.value_spots["a"] == (1, 1)
    assert tree["b"].value_spots["c"] == (3, 3)


@pytest.mark.parametrize("text", ["", "\n\n", "# alleen dit\n", "---\n", "~\n", "---\n...\n"])
def test_an_empty_file_is_an_empty_mapping(text):
    assert read(text) == {}


@pytest.mark.parametrize("text", ["- a\n", "een zin\n", "[]\n", "12\n", "a:b\n"])
def test_a_file_that_is_no_mapping_is_refused(text):
    tree, problems = parse_yaml("f.yaml", text)
    assert tree is None
    assert [p.code for p in problems] == ["yaml-top"]


def test_a_second_equal_key_is_refused_at_its_place():
    tree, problems = parse_yaml("f.yaml", "a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n")
    assert [(p.code, p.place.line, p.place.column, p.values) for p in problems] == [
        ("yaml-duplicate-key", 4, 3, {"key": "c", "first": "3"}),
        ("yaml-duplicate-key", 5, 1, {"key": "a", "first": "1"}),
    ]
    assert tree == {"a": 1, "b": {"c": 1}}


@pytest.mark.parametrize(
    ("text", "shown"),
    [("1: x", "1"), ("true: x", "true"), ("~: x", "~"), ("1e99: x", "1e99")],
)
def test_a_key_that_is_no_text_is_refused(text, shown):
    assert found(text) == [("yaml-key", 1, 1, {"text": shown})]


@pytest.mark.parametrize(("text", "column"), [("? \n: x", 2), ("a: {? , b}", 7)])
def test_a_key_that_is_not_there_is_refused(text, column):
    assert found(text) == [("yaml-key", 1, column, {"text": ""})]


def test_a_key_of_several_parts_is_refused_and_read_past():
    tree, problems = parse_yaml("f.yaml", "? [a, b]\n: x\nc: d\n")
    assert [p.code for p in problems] == ["yaml-key"]
    assert tree == {"c": "d"}


def test_a_text_that_libyaml_takes_for_a_key_is_refused():
    assert found("a: [ë, ?b, {?c: d}]") == [
        ("yaml-start", 1, 8, {"character": "?"}),
        ("yaml-start", 1, 13, {"character": "?"}),
    ]
    assert read("a: [b?, wat?]\n? c?\n: d?\n") == {"a": ["b?", "wat?"], "c?": "d?"}


@pytest.mark.parametrize("key", ["no", "on", "2026-01-01", "'1'", '"true"'])
def test_a_key_that_is_text_is_read(key):
    assert list(read(f"{key}: x")) == [key.strip("'\"")]


def test_anchors_aliases_and_merge_keys_are_refused_where_they_stand():
    tree, problems = parse_yaml("f.yaml", "a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n  e: 2\n")
    assert [(p.code, p.place.line, p.place.column, p.values["text"]) for p in problems] == [
        ("yaml-alias", 1, 4, "&x"),
        ("yaml-alias", 2, 4, "*x"),
        ("yaml-alias", 4, 3, "<<"),
        ("yaml-alias", 4, 7, "*x"),
    ]
    assert tree == {"a": {"b": 1}, "c": None, "d": {"e": 2}}


def test_an_alias_bomb_is_refused_at_once():
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 25)]
    tree, problems = parse_yaml("f.yaml", "\n".join(lines))
    assert {p.code for p in problems} == {"yaml-alias"}
    assert tree["a24"] == [None] * 10


@pytest.mark.parametrize(
    ("text", "tag", "column"),
    [
        ("a: !!python/object:os.system x", "!!python/object:os.system", 4),
        ("a: !Let op", "!Let", 4),
        ("a: !!map {b: 1}", "!!map", 4),
        ("!x b: 1", "!x", 1),
    ],
)
def test_a_tag_is_refused(text, tag, column):
    assert found(text) == [("yaml-tag", 1, column, {"text": tag})]


def test_more_than_one_document_is_refused_at_the_second():
    assert found("a: 1\n---\nb: 2\n") == [("yaml-documents", 2, 1, {})]
    assert found("a: 1\n...\nb: 2\n") == [("yaml-documents", 3, 1, {})]


@pytest.mark.parametrize("line", ["%YAML 1.1", "%YAML 9.0", "%TAG ! tag:x,2000:", "%x"])
def test_a_directive_is_refused(line):
    assert found(f"{line}\n---\na: 1\n") == [("yaml-directive", 1, 1, {})]


SYNTAX = [
    ("text: Let op: dit is fout\n", "yaml-colon", 1, 13),
    ("a: 1\ntitle Buurtkamer\nb: 2\n", "yaml-no-colon", 2, 1),
    ("a:1\nb: 2\n", "yaml-no-colon", 1, 1),
    ("a:\n\tb: 1\n", "yaml-tab", 2, 1),
    ("a:\n  b: 1\n \tc: 2\n", "yaml-tab", 3, 2),
    ("a: |\n  x\n\ty\n", "yaml-tab", 3, 1),
    ("a:\n  b: 1\n c: 2\n", "yaml-indentation", 3, 2),
    ("a:\n    b: 1\n  c: 2\n", "yaml-indentation", 3, 3),
    ("a: 1\n  b: 2\n", "yaml-indentation", 2, 3),
    ("a: 1\n- b\n", "yaml-indentation", 2, 1),
    ("a:\n  - b\n  c: 1\n", "yaml-indentation", 3, 3),
    ("  a: 1\nb: 2\n", "yaml-indentation", 2, 1),
    ('a: "een\nb: 2\n', "yaml-quote", 1, 4),
    ("a: 1\nb: 'een\n\n\n", "yaml-quote", 2, 4),
    ('a: "een" twee\n', "yaml-after-quote", 1, 10),
    ("a: 'foto's'\n", "yaml-after-quote", 1, 10),
    ("a: [b, c\nd: 1\n", "yaml-bracket", 1, 4),
    ("a: {b: c\n", "yaml-bracket", 1, 4),
    ("a: @gemeente\n", "yaml-start", 1, 4),
    ("a: `code`\n", "yaml-start", 1, 4),
    ("a: 100\nb: %\n", "yaml-start", 2, 4),
    ("a: **vet**\n", "yaml-start", 1, 4),
    ("a: & co\n", "yaml-start", 1, 4),
    ("a: > 65 jaar\n", "yaml-start", 1, 4),
    ("a: ]\n", "yaml-start", 1, 4),
    ("a: !<\n", "yaml-start", 1, 4),
    ("a: - 5 graden\n", "yaml-dash", 1, 4),
    ('a: "C:\\data"\n', "yaml-escape", 1, 7),
    ('a: "\\ud800"\n', "yaml-escape", 1, 5),
    ("a: [b: c: d]\n", "yaml-bracket", 1, 4),
    (": a\n", "yaml-start", 1, 1),
    ("a: {:0}\n", "yaml-start", 1, 5),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), SYNTAX)
def test_a_usual_mistake_is_named_where_a_person_looks_for_it(text, code, line, column):
    tree, problems = parse_yaml("f.yaml", text)
    assert tree is None
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [(code, line, column)]


def test_problems_before_broken_syntax_are_kept():
    assert [code for code, *_ in found("a: 1\na: 2\nb: @x\n")] == [
        "yaml-duplicate-key",
        "yaml-start",
    ]


def test_as_deep_as_allowed_is_read_and_deeper_is_refused():
    read("a: " + "[" * (DEPTH - 1) + "]" * (DEPTH - 1))
    text = "a: " + "[" * DEPTH + "]" * DEPTH
    assert found(text) == [("yaml-depth", 1, 3 + DEPTH, {"limit": "32"})]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 10_000,
        "a: " + "[" * 10_000 + "]" * 10_000,
        "{a: " * 10_000,
        "- " * 10_000,
        "? " * 10_000,
        "\n".join(" " * n + "a:" for n in range(600)),
    ],
)
def test_endless_nesting_is_refused(text, ends):
    with ends():
        assert [code for code, *_ in found(text)][-1:] == ["yaml-depth"]


def test_too_many_values_are_refused():
    read("a: [" + "x," * (NODES - 2) + "]")
    assert [code for code, *_ in found("a: [" + "x," * NODES + "]")] == ["yaml-count"]
    keys = "\n".join(f"a{n}: x" for n in range(NODES // 2 + 1))
    assert [code for code, *_ in found(keys)] == ["yaml-count"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "- " * 120_000 + ": :",
        "a: x\n  " + "- " * 120_000 + ": :",
        "a: 'x\n" + "- " * 120_000,
        "a: " + "b: " * 80_000,
        "a: " + '"' * 250_000,
        "[" + "a: b, " * 40_000,
        "a\n" * 120_000 + "b: c",
        "a:\n" + "- !b c\n" * 36_000,
        "a:\n" + "- &b c\n" * 36_000,
        "a: 1\n" * 50_000,
        "a: [" + "?b," * 60_000 + "]",
        "a: [" + "*b," * 60_000 + "]",
        "\n" * 200_000 + "b: [",
    ],
)
def test_a_long_text_full_of_mistakes_is_explained(text, ends):
    with ends():
        assert found(text)


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        (r"\0", "text-control"),
        (r"\r", "text-control"),
        (r"\N", "text-control"),
        (r"\u202e", "text-direction"),
        (r"\L", "text-separator"),
        (r"\uFFFE", "text-noncharacter"),
    ],
)
def test_an_escape_brings_in_no_hidden_character(escape, code):
    tree, problems = parse_yaml("f.yaml", f'a:\n  - "een{escape}twee"\n')
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [(code, 2, 5)]
    assert tree == {"a": ["een\ufffdtwee"]}
    assert [c for c, *_ in found(f'"een{escape}": x')] == [code]


def test_an_escape_that_writers_use_is_read():
    assert read(r'a: "een\ntwee\tdrie\_\"vier\""') == {"a": 'een\ntwee\tdrie\u00a0"vier"'}


@pytest.mark.parametrize("character", ["\x00", "\x85", "\u2028", "\ud800", "\ufffe"])
def test_a_text_that_was_not_vetted_gives_a_problem_all_the_same(character):
    tree, problems = parse_yaml("f.yaml", f"a: b\nc: d{character}e: f\n")
    assert tree is None
    assert [(p.place.line, p.place.column) for p in problems] == [(2, 5)]
    assert problems[0].code.startswith("text-")


def test_problems_of_bytes_and_of_yaml_come_together():
    tree, problems = load_yaml("f.yaml", b"\xef\xbb\xbfa: 1\r\na: 2\r\n")
    assert tree == {"a": 1}
    assert [(p.code, p.place.line) for p in problems] == [
        ("text-bom", 1),
        ("text-line-ends", 1),
        ("yaml-duplicate-key", 2),
    ]


def test_without_libyaml_the_reader_says_what_to_install():
    script = (
        "import sys; sys.modules['yaml._yaml'] = None\n"
        "from convenant.errors import ConvenantError\n"
        "try: import convenant.load.yaml\n"
        "except ConvenantError as error: print(error.message, error.hint)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "libyaml" in done.stdout
    assert "pip install" in done.stdout


# Arbitrary input


@settings(max_examples=300)
@given(st.text(max_size=120))
def test_no_text_raises(text):
    check_result(text, *parse_yaml("f.yaml", text))


YAML_BITS = st.sampled_from(
    [
        *"abé12:-?[]{},&*!|>'\"%@`#~ \n\t.",
        ": ",
        "- ",
        "\n  ",
        "\n- ",
        "<<",
        "---\n",
        "\\u202e",
        "no",
    ]
)


@settings(max_examples=600)
@given(st.lists(YAML_BITS, max_size=40).map("".join))
def test_no_yaml_like_text_raises_and_every_place_is_in_the_text(text):
    check_result(text, *parse_yaml("f.yaml", text))


@settings(max_examples=200)
@given(st.binary(max_size=120))
def test_no_bytes_raise(data):
    tree, problems = load_yaml("f.yaml", data)
    assert isinstance(tree, Map) or problems


def check_result(text, tree, problems):
    assert isinstance(tree, Map) or problems
    assert all(isinstance(problem, Problem) for problem in problems)
    if "\r" in text:  # never after load_text
        return
    lines = [*text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), ""]
    for problem in problems:
        assert problem.place.column <= len(lines[problem.place.line - 1]) + 1


def data(characters):
    """Mappings whose texts hold these characters."""
    text = st.text(characters, max_size=12).filter(
        lambda s: not FORBIDDEN.search(s) and not set("\r\x85\ufeff") & set(s)
    )
    leaf = st.one_of(text, st.integers(-(10**17), 10**17), st.booleans(), st.none())
    value = st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(text, inner, max_size=4)
        ),
        max_leaves=12,
    )
    return st.dictionaries(text, value, max_size=5)


ANY = st.characters(exclude_categories=("Cs", "Cn", "Co"))
# ruamel writes [?a] and {:a}, which YAML 1.2 allows; libyaml does not understand them, and the
# reader refuses them.
FLOW = st.characters(exclude_categories=("Cs", "Cn", "Co"), exclude_characters="?:")


@settings(max_examples=150, deadline=None)
@given(data(ANY))
def test_what_ruamel_writes_in_lines_is_read_as_the_same_data(content):
    check_ruamel(content, flow=False)


@settings(max_examples=150, deadline=None)
@given(data(FLOW))
def test_what_ruamel_writes_in_brackets_is_read_as_the_same_data(content):
    check_ruamel(content, flow=True)


def check_ruamel(content, *, flow):
    writer = YAML(pure=True)
    writer.default_flow_style = flow
    stream = io.StringIO()
    writer.dump(content, stream)
    tree, problems = parse_yaml("f.yaml", stream.getvalue())
    assert problems == ()
    assert tree == content
    check_places(tree, stream.getvalue().split("\n"))


def check_places(tree, lines):
    """Every plain word stands where its place says."""

    def at(spot):
        return lines[spot[0] - 1][spot[1] - 1 :]

    if isinstance(tree, Map):
        for key, value in tree.items():
            assert at(tree.key_spots[key]).startswith((key.partition(" ")[0], "'", '"', "?"))
            check_value(value, at(tree.value_spots[key]), key)
            check_places(value, lines)
    elif isinstance(tree, Seq):
        for value, spot in zip(tree, tree.item_spots, strict=True):
            check_value(value, at(spot), "")
            check_places(value, lines)


def check_value(value, here, key):
    if isinstance(value, bool):
        assert here.startswith(str(value).lower())
    elif isinstance(value, int):
        assert here.startswith(str(value))
    elif isinstance(value, str):
        assert here[:1] in "'\"|>" or value.startswith(here.split(" ")[0].rstrip(",]}:"))
    elif isinstance(value, Map):
        assert (
            here[:1] == "{"
            or not value
            or here.startswith(next(iter(value)).partition(" ")[0])
            or here[0] in "'\"?"
        )
    elif isinstance(value, Seq):
        assert here[:1] in "[-"
