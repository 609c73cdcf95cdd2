"""Attacks by text: code in disguise, files and addresses, metadata."""

from __future__ import annotations

import http.server
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

Bare = Callable[..., bytes]
Safe = Callable[[str, str], tuple[bytes, set[str]]]
SECRET = b"kroonjuwelen"


def unpacked(package: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(package)) as parts:
        return b"\n".join(parts.read(name) for name in parts.namelist())


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Paths that a local server was asked for; its address is the first item."""
    seen: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(SECRET)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    seen.append(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield seen
    server.shutdown()


def test_a_local_file_does_not_land_in_the_document_as_an_image(
    bare: Bare, safe: Safe, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(SECRET)
    for target in (str(secret), f"file://{secret}", "../" + "/".join(secret.parts[-2:])):
        text = f"![x]({target})\n"
        assert SECRET in unpacked(bare(text, "docx"))
        package, problems = safe(text, "docx")
        assert SECRET not in unpacked(package)
        assert problems & {"figure-outside", "figure-remote"}


def test_an_image_on_the_web_is_not_fetched(bare: Bare, safe: Safe, asked: list[str]) -> None:
    text = f"![x]({asked[0]}/a.png)\n"
    bare(text, "docx")
    assert asked.pop() == "/a.png"
    _, problems = safe(text, "docx")
    assert len(asked) == 1
    assert problems == {"figure-remote"}


def test_an_image_within_an_address_is_refused(bare: Bare, safe: Safe) -> None:
    text = "![x](data:text/html;base64,PHNjcmlwdD4=)\n"
    assert b"data:text/html" in bare(text, "html")
    page, problems = safe(text, "html")
    assert b"data:" not in page
    assert problems == {"figure-remote"}


def test_raw_html_does_not_pass(bare: Bare, safe: Safe) -> None:
    text = "<script>alert(1)</script>\n\nEen <img src=x onerror=alert(1)> beeld.\n"
    # Switching the extension off does nothing in this reader: only the allow-list removes it.
    assert b"<script>" in bare(text, "html", reader="commonmark_x-raw_html")
    page, problems = safe(text, "html")
    assert b"<script" not in page
    assert b"onerror" not in page
    assert problems == {"prose-raw"}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("typst", '#read("/etc/passwd")'),
        ("openxml", "<w:p><w:r><w:t>x</w:t></w:r></w:p>"),
        ("html", "<script>x</script>"),
    ],
)
def test_code_for_a_writer_does_not_pass(bare: Bare, safe: Safe, form: str, code: str) -> None:
    writer = "docx" if form == "openxml" else form
    text = f"`{code}`{{={form}}}\n\n```{{={form}}}\n{code}\n```\n"
    control = bare(text, writer)
    assert code.encode() in (unpacked(control) if writer == "docx" else control)
    result, problems = safe(text, writer)
    assert code.encode() not in (unpacked(result) if writer == "docx" else result)
    assert problems == {"prose-raw"}


def test_typst_code_in_an_attribute_does_not_pass(bare: Bare, safe: Safe) -> None:
    text = '[x]{typst:text:fill="red)[#read(1)]"}\n\n::: {.goals typst:fill="red"}\n:::\n'
    assert b"#read(1)" in bare(text, "typst")
    source, problems = safe(text, "typst")
    assert b"#read" not in source
    assert b"fill" not in source
    assert problems == {"prose-attribute"}


def test_typst_code_in_words_is_words(safe: Safe) -> None:
    source, problems = safe('#read("/etc/passwd") #let x = 1 $x$ @ref <label>\n', "typst")
    assert b"\\#read(" in source
    assert b"\\#let" in source
    assert not re.search(rb"(?<!\\)[#$@<]", source)
    assert problems == {"prose-raw"}


@pytest.mark.parametrize(
    "text",
    [
        '[x]{onclick="alert(1)"}\n',
        '[x]{style="position:fixed"}\n',
        '![x](figures/a.png){srcset="https://evil.example/a.png"}\n',
        '## Kop {onmouseover="alert(1)"}\n',
        '`x`{onclick="alert(1)"}\n',
        '[x](#a){onclick="alert(1)"}\n',
        '::: {onclick="alert(1)"}\nx\n:::\n',
        '```{.x onclick="alert(1)"}\nx\n```\n',
        '{onclick="alert(1)"}\nx\n',
        '::: {.table onclick="alert(1)"}\n\n| a |\n|---|\n\n:::\n',
        "[x]{class=MsoTitle}\n",
    ],
)
def test_attributes_that_act_do_not_pass(bare: Bare, safe: Safe, text: str) -> None:
    key = next(
        key for key in ("onclick", "style", "srcset", "onmouseover", "MsoTitle") if key in text
    )
    assert key.encode() in bare(text, "html")
    page, problems = safe(text, "html")
    assert key.encode() not in page
    assert problems & {"prose-attribute", "prose-class"}


@pytest.mark.parametrize("form", ["html", "docx", "odt", "typst"])
@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "smb://evil.example/x",
    ],
)
def test_links_that_act_do_not_pass(bare: Bare, safe: Safe, target: str, form: str) -> None:
    def whole(data: bytes) -> bytes:
        return unpacked(data) if form in ("docx", "odt") else data

    text = f"[klik]({target})\n"
    scheme = target.partition(":")[0].encode() + b":"
    assert scheme in whole(bare(text, form))
    result, problems = safe(text, form)
    assert scheme not in whole(result)
    assert b"klik" in whole(result)
    assert problems == {"prose-link"}


def test_metadata_in_a_text_is_text(bare: Bare, safe: Safe) -> None:
    text = (
        "---\nheader-includes: '<script>alert(1)</script>'\ncss: https://evil.example/x.css\n"
        "mainfont: 'x\") #let a = 1'\ntitle: Ander\n---\n\nTekst.\n"
    )
    control = bare(text, "html", "--standalone")
    assert b"<script>alert(1)</script>" in control
    assert b'href="https://evil.example/x.css"' in control
    page, _ = safe(text, "html")
    assert b"<script" not in page
    assert b"<link" not in page


def test_a_bibliography_in_a_text_is_not_read(bare: Bare, safe: Safe, tmp_path: Path) -> None:
    secret = tmp_path / "secret.bib"
    secret.write_text("@book{x, title={" + SECRET.decode() + "}, author={A}, year=2000}")
    text = f"---\nbibliography: {secret}\nnocite: '@*'\n---\n\n[@x]\n"
    control = bare(text, "html", "--citeproc", "--sandbox", reader="markdown")
    assert SECRET in control.lower()
    page, _ = safe(text, "html")
    assert SECRET not in page.lower()


def test_text_that_runs_the_other_way_is_refused(bare: Bare, safe: Safe) -> None:
    turned = "Wij betalen \u202e000.1\u202c euro.\n"
    assert "\u202e" in bare(turned, "html").decode()
    for text in (turned, "Wij betalen &#8238;000.1 euro.\n", "Wij betalen &#x202e;000.1 euro.\n"):
        page, problems = safe(text, "html")
        assert "\u202e" not in page.decode()
        assert problems & {"text-direction", "prose-character"}


def test_control_characters_do_not_break_a_package(bare: Bare, safe: Safe) -> None:
    text = "a&#7;b&#1;c\n"
    package, problems = safe(text, "docx")
    assert b"\x07" not in unpacked(package)
    assert problems == {"prose-character"}


def test_an_address_that_pretends_to_be_another_is_refused(safe: Safe) -> None:
    page, problems = safe("[gemeente](https://gemeente.nl@evil.example/)\n", "html")
    assert b"evil.example" not in page
    assert problems == {"prose-link"}


def test_a_value_of_the_data_cannot_be_imitated(safe: Safe) -> None:
    page, problems = safe(
        '[x]{.value path="partnership.a"} {.value path="b.c"}\n\n::: {.block name="goals"}\n:::\n',
        "html",
    )
    assert b"path" not in page
    assert b'class="block"' not in page
    assert problems == {"prose-class", "prose-attribute"}
