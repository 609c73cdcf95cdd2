"""Pandoc reads text after text, writes each format, and a bad text harms only itself."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from convenant.edges.engine import child, pandoc_worker
from convenant.edges.engine.pandoc import MarkdownReader, convert, find_pandoc, pandoc_version
from convenant.edges.engine.sandbox import LimitExceeded, ToolFailed
from convenant.errors import ConvenantError
from convenant.model.ast import document, para, words

ENDLESS = "a[^1]\n\n[^1]: a[^1]\n"
TREE = json.dumps(document([para(words("Goede morgen"))])).encode()


def blocks(tree: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(tree)["blocks"]
    return found


def texts(tree: bytes) -> str:
    return "".join(node["c"] for node in blocks(tree)[0]["c"][1][0]["c"] if node["t"] == "Str")


def test_pandoc_is_found_without_importing_its_package() -> None:
    program = (
        "import sys; from convenant.edges.engine.pandoc import find_pandoc; "
        "print(find_pandoc().is_file(), 'pypandoc' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, timeout=30
    )
    assert said.stdout == b"True False\n"


def test_a_missing_pandoc_is_a_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    find_pandoc.cache_clear()
    with pytest.raises(ConvenantError, match="Pandoc is missing"):
        find_pandoc()
    find_pandoc.cache_clear()


def test_the_version_is_a_number() -> None:
    assert [part.isdigit() for part in pandoc_version().split(".")][:2] == [True, True]


def test_many_texts_come_back_in_order_by_name() -> None:
    with MarkdownReader(workers=3) as reader:
        given = [(f"{n}.md", f"w{n} " * (1 + n % 7)) for n in range(60)]
        read = [(name, tree) for name, tree in reader.read_all(iter(given))]
    assert [name for name, _ in read] == [name for name, _ in given]
    for (_, text), (_, tree) in zip(given, read, strict=True):
        assert isinstance(tree, bytes)
        assert texts(tree) == text.replace(" ", "")


def test_words_carry_their_places_themselves() -> None:
    with MarkdownReader(workers=1) as reader:
        (block,) = blocks(reader.read("Goede *morgen* {x}"))
    first, space, *_ = block["c"][1][0]["c"]
    assert first == {"t": "Str", "c": "Goede", "at": [1, 1, 1, 6]}
    assert space == {"t": "Space", "at": [1, 6, 1, 7]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "a\u2028b \u0000 \ufffd \U0001f600",
        '{"t":"Span","c":[["",[],[["wrapper","1"],["data-pos","1:1-1:2"]]],[{"t":"Str","c":"x"}]]}',
        "ready",
        "a\\\nb\n\n\\\\",
    ],
)
def test_a_text_cannot_break_the_talk_with_the_worker(text: str) -> None:
    with MarkdownReader(workers=1) as reader:
        again = [reader.read("eerst"), reader.read(text), reader.read("eerst")]
    assert again[0] == again[2]
    assert json.loads(again[1])["pandoc-api-version"][0] == 1


def test_texts_are_asked_for_little_ahead_of_their_trees() -> None:
    asked = 0

    def given() -> Any:
        nonlocal asked
        for n in range(200):
            asked = n + 1
            yield str(n), "a"

    with MarkdownReader(workers=2) as reader:
        for done, _ in enumerate(reader.read_all(given()), 1):
            assert asked - done <= 8


def test_a_text_without_end_costs_only_itself() -> None:
    given = [("a", "a"), ("endless", ENDLESS), ("b", "b"), ("endless 2", ENDLESS), ("c", "c")]
    start = time.monotonic()
    with MarkdownReader(workers=2, seconds=1.0) as reader:
        read = dict(reader.read_all(given))
    assert [name for name, tree in read.items() if isinstance(tree, LimitExceeded)] == [
        "endless",
        "endless 2",
    ]
    assert texts(read["c"]) == "c" if isinstance(read["c"], bytes) else False
    assert time.monotonic() - start < 8


def test_a_text_that_fills_the_heap_is_stopped_by_it() -> None:
    with MarkdownReader(workers=1, seconds=60, heap_mb=128) as reader:
        assert texts(reader.read("a")) == "a"
        with pytest.raises(LimitExceeded) as raised:
            reader.read(ENDLESS)
        assert texts(reader.read("b")) == "b"
    assert raised.value.limit == "memory"


def test_a_tree_that_is_too_large_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc_worker, "_TREE_BYTES", 2_000)
    with MarkdownReader(workers=1) as reader:
        with pytest.raises(LimitExceeded) as raised:
            reader.read("woord " * 500)
        assert texts(reader.read("b")) == "b"
    assert raised.value.limit == "output"


def test_a_worker_that_does_not_start_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc_worker, "resource_folder", lambda name: Path("/nonexistent"))
    with MarkdownReader(workers=1) as reader, pytest.raises(ToolFailed, match=r"worker\.lua"):
        reader.read("a")


def test_leaving_early_ends_every_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_running", set())
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), MarkdownReader(workers=2) as reader:  # noqa: PT012
        for name, _ in reader.read_all([("a", "a"), *[("x", ENDLESS)] * 9]):
            assert name == "a"
            raise KeyboardInterrupt
    assert time.monotonic() - start < 5
    assert not child._running


def test_a_reader_that_is_not_used_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "_running", set())
    with MarkdownReader() as reader:
        assert list(reader.read_all([])) == []
        assert not child._running


def test_writing_does_not_look_at_the_user_s_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "pandoc" / "templates"
    templates.mkdir(parents=True)
    (templates / "default.html5").write_text("planted")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    bare = [str(find_pandoc()), "--from=json", "--to=html", "--standalone"]
    control = subprocess.run(bare, input=TREE, capture_output=True, timeout=20, check=True)
    assert control.stdout == b"planted"
    assert b"<p>Goede morgen</p>" in convert(TREE, ["--to=html", "--standalone"], time=0)


def test_a_tree_is_written_as_text_and_as_a_package() -> None:
    assert convert(TREE, ["--to=html"], time=0) == b"<p>Goede morgen</p>\n"
    docx = convert(TREE, ["--to=docx"], time=0)
    assert "word/document.xml" in zipfile.ZipFile(BytesIO(docx)).namelist()


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_package_says_nothing_of_the_moment_it_was_made(form: str) -> None:
    first = convert(TREE, [f"--to={form}"], time=86_400)
    time.sleep(1.1)
    assert convert(TREE, [f"--to={form}"], time=86_400) == first


def test_files_that_arguments_name_are_given_along() -> None:
    template = {"t.html": b"<main>$body$</main>\n"}
    said = convert(TREE, ["--to=html", "--template=t.html"], time=0, files=template)
    assert said == b"<main><p>Goede morgen</p></main>\n"


def test_what_pandoc_refuses_is_an_error_in_its_words() -> None:
    with pytest.raises(ToolFailed, match="JSON"):
        convert(b"{", ["--to=html"], time=0)


def test_a_writer_has_limits_too() -> None:
    many = json.dumps(document([para(words("woord " * 200_000))])).encode()
    with pytest.raises(LimitExceeded) as raised:
        convert(many, ["--to=html"], time=0, heap_mb=64)
    assert raised.value.limit == "memory"
    with pytest.raises(LimitExceeded) as raised:
        convert(many, ["--to=docx"], time=0, seconds=0.05)
    assert raised.value.limit == "time"
