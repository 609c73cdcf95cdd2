from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convenant.diff.apply import apply_edits, edits_of, file_edits
from sample_redline import edited

TEXT = st.lists(st.sampled_from(["a\n", "b\n", "\n", "een lange regel\n", "c", "\r\n"])).map(
    "".join
)


@given(TEXT, TEXT)
def test_the_edits_of_two_texts_make_the_second_of_the_first(old: str, new: str) -> None:
    assert apply_edits(old, edits_of(old, new)) == new


def test_edits_touch_no_more_than_what_differs() -> None:
    old = "".join(f"regel {n}\n" for n in range(100))
    (edit,) = edits_of(old, old.replace("regel 40\n", "regel veertig\n"))
    assert (edit.start, edit.count, edit.lines) == (41, 1, ("regel veertig\n",))
    assert edits_of(old, old) == ()


def test_edits_of_a_real_text_make_the_new_one() -> None:
    for seed in range(20):
        old, new = edited(3, seed)
        assert apply_edits(old, edits_of(old, new)) == new


def test_a_file_that_came_went_or_is_no_text_is_told_apart() -> None:
    old = {"a.md": b"a\n", "weg.md": b"x\n", "beeld.png": b"\xff\x00", "zelfde.md": b"z\n"}
    new = {"a.md": b"b\n", "nieuw.md": b"n\n", "beeld.png": b"\xff\x01", "zelfde.md": b"z\n"}
    found = file_edits(old, new)
    assert set(found) == {"a.md", "weg.md", "nieuw.md", "beeld.png"}
    assert found["weg.md"] is None
    assert found["beeld.png"] is None
    assert apply_edits("", found["nieuw.md"] or ()) == "n\n"
