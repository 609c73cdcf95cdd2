"""Bytes become text, and what does not belong in a text is named at its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convenant.load.text import FORBIDDEN, REPORTED, load_text, mend_text
from convenant.problem import Severity, Term


def found(data):
    """Code, line, column and values of each problem."""
    _, problems = load_text("f.md", data)
    return [(p.code, p.place.line, p.place.column, dict(p.values)) for p in problems]


def test_clean_utf8_is_read_as_it_is():
    data = "Café – € 20.000\n\tnaïef\n".encode()
    assert load_text("f.md", data) == (data.decode(), ())


def test_an_empty_file_is_an_empty_text():
    assert load_text("f.md", b"") == ("", ())


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
        ("utf-32-le", "UTF-32"),
        ("utf-32-be", "UTF-32"),
    ],
)
def test_a_wide_encoding_is_named_once(encoding, name):
    text, problems = load_text("f.md", "Artikel 1\nDe gemeente betaalt.\n".encode(encoding))
    assert text is None
    assert [(p.code, p.values["encoding"]) for p in problems] == [("text-encoding", name)]
    assert problems[0].place.line == 1


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [("één\nen twéé", "latin-1", "Latin-1"), ("een\n“café”", "cp1252", "Windows-1252")],
)
def test_an_older_encoding_is_guessed_at_the_first_bad_byte(text, encoding, name):
    first = next(i for i, c in enumerate(text) if not c.isascii())
    line = text.count("\n", 0, first) + 1
    column = first - text.rfind("\n", 0, first)
    assert found(text.encode(encoding)) == [("text-encoding", line, column, {"encoding": name})]


def test_the_place_of_a_bad_byte_counts_characters_and_any_line_end():
    data = "één\r\ntwéé\r".encode() + "drié".encode("latin-1")
    assert found(data)[0][:3] == ("text-encoding", 3, 4)


def test_a_picture_under_the_name_of_a_text_is_no_text():
    code, _, _, values = found(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")[0]
    assert code == "text-encoding"
    assert isinstance(values["encoding"], Term)


def test_a_mark_and_line_ends_are_mended_and_reported_once():
    text, problems = load_text("f.md", "\ufeffa\r\nb\rc\n".encode())
    assert text == "a\nb\nc\n"
    assert [(p.code, p.place.line, p.place.column, p.severity) for p in problems] == [
        ("text-bom", 1, 1, Severity.WARNING),
        ("text-line-ends", 1, 2, Severity.WARNING),
    ]


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\x00", "text-control"),
        ("\x0b", "text-control"),
        ("\x7f", "text-control"),
        ("\x85", "text-control"),
        ("\ufeff", "text-control"),
        ("\U000e0041", "text-control"),
        ("\u202e", "text-direction"),
        ("\u200f", "text-direction"),
        ("\u2066", "text-direction"),
        ("\u2028", "text-separator"),
        ("\u2029", "text-separator"),
        ("\ufdd0", "text-noncharacter"),
        ("\uffff", "text-noncharacter"),
        ("\U0010fffe", "text-noncharacter"),
        ("\ud800", "text-noncharacter"),
    ],
)
def test_a_forbidden_character_is_reported_at_its_place_and_replaced(character, code):
    text, problems = load_text("f.md", f"één\nab{character}c".encode("utf-8", "surrogatepass"))
    assert text == "één\nab\ufffdc"
    assert [(p.code, p.place.line, p.place.column, p.severity) for p in problems] == [
        (code, 2, 3, Severity.ERROR)
    ]
    assert problems[0].values["character"] == f"U+{ord(character):04X}"


@pytest.mark.parametrize("character", ["\u00a0", "\u00ad", "\u200d", "\u2011", "😀", "ÿ", "𝄞"])
def test_a_character_that_writers_use_is_left_alone(character):
    assert load_text("f.md", f"a{character}b".encode()) == (f"a{character}b", ())


def test_a_file_full_of_forbidden_characters_is_reported_in_part():
    assert len(found("\u202e".encode() * 500)) == REPORTED


def test_a_text_that_is_too_large_is_not_read():
    assert found(b"a" * 256_001) == [("file-too-large", 1, 1, {"file": "f.md", "limit": "256 kB"})]
    assert load_text("f.md", b"a" * 256_000) == ("a" * 256_000, ())


@given(st.binary(max_size=300))
def test_no_bytes_raise_and_what_is_read_is_clean(data):
    text, problems = load_text("f.md", data)
    assert (text is None) <= any(p.severity is Severity.ERROR for p in problems)
    if text is not None:
        assert not FORBIDDEN.search(text)
        assert "\r" not in text
        text.encode()


@given(st.text(alphabet=st.sampled_from("aé\n\r\u202e\x00\u2028\U0010ffff"), max_size=60))
def test_every_place_points_at_the_character(text):
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _, problems = load_text("f.md", text.encode())
    for problem in problems:
        if "character" in problem.values:
            character = lines[problem.place.line - 1][problem.place.column - 1]
            assert f"U+{ord(character):04X}" == problem.values["character"]


def test_mending_takes_the_mark_and_the_line_ends():
    assert mend_text(b"\xef\xbb\xbfa\r\n\tb\rc") == b"a\n\tb\nc"


def test_mending_puts_spaces_for_tabs_where_asked():
    assert mend_text(b"\ta\nab\tc", tabs=True) == b"    a\nab  c"


def test_what_is_no_utf8_is_not_mended():
    data = "é\r\n".encode("latin-1")
    assert mend_text(data) == data


@given(st.text(max_size=200))
def test_a_mended_text_needs_no_mending(text):
    once = mend_text(text.encode("utf-8", "ignore"), tabs=True)
    if not once.startswith(b"\xef\xbb\xbf"):
        assert mend_text(once, tabs=True) == once
        assert not {p.code for p in load_text("f.md", once)[1]} & {"text-bom", "text-line-ends"}
