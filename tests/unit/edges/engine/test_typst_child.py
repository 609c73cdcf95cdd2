"""The limited child process that makes a PDF."""

from __future__ import annotations

import os
import re
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest

from convenant.edges.engine import font, sandbox
from convenant.edges.engine.font import FAMILIES, find_fonts
from convenant.edges.engine.sandbox import LimitExceeded
from convenant.edges.engine.typst import compile_pdf
from convenant.edges.pdf.touch import separate_stream_ends
from convenant.errors import ConvenantError

HEAD = '#set document(title: "T")\n#set text(lang: "nl", font: "Source Serif 4")\n'


def project(body: str, **files: bytes) -> dict[str, bytes]:
    return {"main.typ": (HEAD + body).encode(), **files}


def stream(data: bytes, more: bytes = b"") -> bytes:
    head = b"1 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n" % len(data)
    return head + data + b"\nendstream\nendobj\n" + more


def test_a_project_becomes_a_pdf() -> None:
    assert compile_pdf(project("Tekst."), time=0).startswith(b"%PDF-1.7")


def test_equal_input_gives_equal_bytes_in_any_folder_time_zone_and_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compile_pdf(project("Tekst."), time=1_803_859_200)
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert compile_pdf(project("Tekst."), time=1_803_859_200) == first


def test_the_time_of_the_build_is_in_the_pdf() -> None:
    assert b"D:20270301" in compile_pdf(project("Tekst."), time=1_803_859_200)


def test_nothing_is_left_of_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    compile_pdf(project("Tekst."), time=0)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
def test_only_the_user_may_look_into_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen: list[int] = []
    started = sandbox.start_limited

    def look(*arguments: Any, **options: Any) -> Any:
        seen.extend(path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.is_dir())
        return started(*arguments, **options)

    monkeypatch.setattr(sandbox, "start_limited", look)
    compile_pdf(project("Tekst."), time=0)
    assert seen == [0o700]


def test_what_the_compiler_says_is_not_told() -> None:
    with pytest.raises(ConvenantError) as error:
        compile_pdf(project("#panic[geheim]"), time=0)
    assert "geheim" not in str(error.value)
    assert error.value.hint


def test_what_the_compiler_says_is_the_cause_for_developers() -> None:
    with pytest.raises(ConvenantError) as error:
        compile_pdf(project("#nergens"), time=0)
    assert "unknown variable" in str(error.value.__cause__)


@pytest.mark.parametrize("path", ["/etc/passwd", "../../../../../../etc/passwd"])
def test_a_file_outside_of_the_project_cannot_be_read(path: str) -> None:
    with pytest.raises(ConvenantError):
        compile_pdf(project(f'#read("{path}")'), time=0)


def test_a_package_is_not_fetched() -> None:
    started = time.monotonic()
    with pytest.raises(ConvenantError):
        compile_pdf(project('#import "@preview/cetz:0.3.4"'), time=0)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("name", ["/main.typ", "../main.typ", "a/../../b"])
def test_a_project_writes_only_under_its_root(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name)):
        compile_pdf({name: b""}, time=0)


def test_a_long_loop_is_ended() -> None:
    started = time.monotonic()
    loop = "#for i in range(90000) { for j in range(90000) { let k = j } }"
    with pytest.raises(LimitExceeded, match="Typst") as error:
        compile_pdf(project(loop), time=0, seconds=1)
    assert error.value.limit == "time"
    assert time.monotonic() - started < 6


@pytest.mark.skipif(os.name != "posix", reason="address space is limited on POSIX only")
def test_a_giant_text_is_stopped_by_the_memory_limit() -> None:
    with pytest.raises(LimitExceeded, match="memory"):
        compile_pdf(project('#let x = "a" * 1900000000\n#x.len()'), time=0, memory_mb=512)


def test_no_font_but_ours_is_there() -> None:
    pdf = compile_pdf(project('#set text(font: "DejaVu Sans Mono", fallback: true)\nabc'), time=0)
    named = set(re.findall(rb"/FontName/[A-Z]{6}\+([A-Za-z0-9]+)", pdf))
    assert named
    assert all(name.startswith((b"SourceSerif4", b"SourceSans3", b"SourceCode")) for name in named)


def test_every_family_has_its_files() -> None:
    found = find_fonts()
    assert len(found) == len(FAMILIES)
    assert all(list(folder.glob("*.ttf")) for folder in found)


def test_a_missing_font_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(font, "FAMILIES", {"Bestaat Niet": "fontpkg_bestaat_niet"})
    find_fonts.cache_clear()
    with pytest.raises(ConvenantError) as error:
        find_fonts()
    find_fonts.cache_clear()
    assert error.value.values["package"] == "fontpkg-bestaat-niet"


def test_a_stream_that_ends_in_a_carriage_return_gets_a_full_line_end() -> None:
    made = separate_stream_ends(stream(b"abc\r", stream(b"x")))
    assert b">>stream\nabc\r\r\nendstream" in made
    assert made.endswith(stream(b"x"))


def test_nothing_moves_in_the_file() -> None:
    before = stream(b"abc\r", stream(b"de\r", stream(b"x")))
    after = separate_stream_ends(before)
    assert len(after) == len(before)
    assert [m.start() for m in re.finditer(b" obj", after)] == [
        m.start() for m in re.finditer(b" obj", before)
    ]


@pytest.mark.parametrize("data", [b"abc", b"abc\n", b"", b"a\r\nendstream\nb"])
def test_other_streams_stay_as_they_are(data: bytes) -> None:
    assert separate_stream_ends(stream(data)) == stream(data)
