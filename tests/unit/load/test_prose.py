"""The allow-list: what it lets through, what it finds, what it refuses and where."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from convenant.edges.engine.pandoc import READER, MarkdownReader, convert, find_pandoc
from convenant.edges.engine.sandbox import run_limited
from convenant.load.allow_list import BLOCKS, link_target, local_path
from convenant.load.markdown import lint_markdown
from convenant.load.prose import load_prose
from convenant.model.ast import document
from convenant.model.prose import Prose
from convenant.problem import Problem
from convenant.render.blocks import BLOCKS as BUILT

Read = Callable[[str], tuple[Prose, tuple[Problem, ...]]]
COVENANTS = Path(__file__).parents[3] / "covenants"

FUZZ = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PIECES = [
    *(
        "woord",
        "é",
        "😀",
        "de\u0301",
        "漢字",
        " ",
        "  ",
        "\n",
        "\n\n",
        "1. ",
        "- ",
        "> ",
        "# ",
        "## ",
    ),
    *(
        "*",
        "**",
        "_",
        "`",
        "```\n",
        "~",
        "^",
        "[",
        "]",
        "(",
        ")",
        "](",
        "[^1]",
        "[^1]: ",
        "![",
        "{",
    ),
    *("}", "{{ a.b }}", r"\{\{", "{#x}", "{.y}", "{lang=en}", "|", "|-|\n", "::: goals\n", ":::\n"),
    *(
        "<b>",
        "<!--",
        "-->",
        "&amp;",
        "&#8238;",
        "'",
        '"',
        "--",
        "...",
        "\\",
        "\\\n",
        "\t",
        ":",
        ";",
    ),
    *("https://x.nl", "<https://x.nl>", "](#a)", "](@b)", "](javascript:x)", "](../x)", "$x$"),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map(
    lambda parts: "".join(parts).replace("\t", "    ").replace("\r", "")
)


def codes(problems: tuple[Problem, ...]) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.code) for p in problems]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        yield from nodes(value.get("c"))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from nodes(item)


def kinds(prose: Prose) -> list[str]:
    return [node["t"] for node in nodes(prose.blocks)]


def words(prose: Prose) -> list[str]:
    return [node["c"] for node in nodes(prose.blocks) if node["t"] == "Str"]


# What is let through


def test_a_word_is_one_token_at_its_exact_place(read: Read) -> None:
    prose, problems = read("# Titel\n\nFoto's van **'s-Gravenhage**, m² en 😀 x.\n")
    lines = ["# Titel", "", "Foto's van **'s-Gravenhage**, m² en 😀 x.", ""]
    found = [(n["c"], n["at"]) for n in nodes(prose.blocks) if n["t"] == "Str"]
    assert problems == ()
    assert [word for word, _ in found] == [
        *("Titel", "Foto’s", "van", "’s-Gravenhage", ",", "m²", "en", "😀", "x.")
    ]
    for word, (line, start, end_line, end) in found:
        assert line == end_line
        assert lines[line - 1][start - 1 : end - 1].replace("'", "’") == word


def test_an_escaped_character_keeps_the_place_of_its_backslash(read: Read) -> None:
    prose, _ = read(r"a\*b &amp; c")
    assert [(n["c"], n["at"]) for n in nodes(prose.blocks) if n["t"] == "Str"] == [
        ("a", [1, 1, 1, 2]),
        ("*", [1, 2, 1, 4]),
        ("b", [1, 4, 1, 5]),
        ("&", [1, 6, 1, 11]),
        ("c", [1, 12, 1, 13]),
    ]


def test_a_block_ends_with_its_last_word(read: Read) -> None:
    prose, _ = read("- a\n- b\n  c\n\ntekst\n::: goals\n:::\n")
    assert [block["at"] for block in prose.blocks] == [[1, 1, 3, 4], [5, 1, 5, 6], [6, 1, 8, 1]]


def test_a_place_in_a_quotation_or_cell_is_that_of_the_source(read: Read) -> None:
    text = "> een *twee\n> drie*\n\n| a | b |\n|---|---|\n| c | **d** |\n"
    prose, _ = read(text)
    lines = text.split("\n")
    for node in nodes(prose.blocks):
        if node["t"] == "Str":
            line, start, _, end = node["at"]
            assert lines[line - 1][start - 1 : end - 1] == node["c"]
    emphasis = next(node for node in nodes(prose.blocks) if node["t"] == "Emph")
    assert emphasis["at"] == [1, 7, 2, 8]


def test_nothing_of_the_reader_s_wrapping_is_left(read: Read) -> None:
    prose, problems = read("# A\n\n1. x *y*\n\n> z[^1]\n\n| a |\n|---|\n| b |\n\n[^1]: n\n")
    assert problems == ()
    assert not {"Span", "Div"} & set(kinds(prose))
    assert "data-pos" not in json.dumps(prose.blocks)


def test_the_text_stays_as_it_was_written(reader: MarkdownReader) -> None:
    text = (
        '# Titel\n\nEen *zin* met "aanhaling" -- en `code`, H~2~O, x^2^ en ~~weg~~...\nTweede '
        "regel\\\nderde.\n\n1. a\n2. b\n\n   c\n\n- d\n- e\n\n> citaat\n\nTerm\n: uitleg\n\n---\n\n"
        "    code\n\n| a | b |\n|--:|:-:|\n| c | d |\n\nNoot[^1].\n\n[^1]: De noot.\n"
    )
    prose, problems = load_prose("a.md", reader.read(text))
    mine = json.dumps(document(list(prose.blocks))).encode()
    plainly = [find_pandoc(), f"--from={READER.replace('+sourcepos', '')}", "--to=plain"]
    assert problems == ()
    assert convert(mine, ["--to=plain"], time=0) == run_limited(
        plainly, data=text.encode(), seconds=20
    )


def test_headings_are_found_with_their_ids_and_classes(read: Read) -> None:
    prose, problems = read(
        "# Titel\n\n## Over *ons* {#ons .unnumbered}\n\n## Weg {.repealed #weg}\n\n### Klein\n"
    )
    assert problems == ()
    assert [(h.at.line, h.level, h.id, h.text, h.classes) for h in prose.headings] == [
        (1, 1, "", "Titel", ()),
        (3, 2, "ons", "Over ons", ("unnumbered",)),
        (5, 2, "weg", "Weg", ("repealed",)),
        (7, 3, "", "Klein", ()),
    ]


@pytest.mark.parametrize("text", ["## {#leeg}", "###", "##  ##", "## []{#leeg}", "## [^1]"])
def test_a_heading_without_words_is_refused_and_not_passed_on(read: Read, text: str) -> None:
    prose, problems = read(f"# A\n\n{text}\n\ntekst\n\n[^1]: Noot.\n")
    assert (3, 1, "prose-heading-empty") in codes(problems)
    assert kinds(prose).count("Header") == 1
    assert len(prose.headings) == 1


def test_a_heading_may_be_a_value_alone(read: Read) -> None:
    prose, problems = read("# A\n\n## {{ covenant.title }} {#titel}\n")
    assert problems == ()
    assert [heading.id for heading in prose.headings] == ["", "titel"]


def test_a_heading_gets_no_id_that_nobody_gave(read: Read) -> None:
    prose, _ = read("## Inbreng\n\n[Inbreng]\n")
    assert [(n["t"], n["c"][1]) for n in prose.blocks if n["t"] == "Header"] == [
        ("Header", ["", [], []])
    ]
    assert prose.references == ()


def test_an_item_of_an_article_can_have_an_id_at_its_start(read: Read) -> None:
    prose, problems = read("## A {#a}\n\n1. []{#lid-x} De gemeente\n2. Anders\n")
    assert problems == ()
    assert [(str(a.at), a.id, a.kind) for a in prose.anchors] == [
        ("a.md:1:1", "a", "heading"),
        ("a.md:3:4", "lid-x", "member"),
    ]
    first = prose.blocks[1]["c"][1][0][0]["c"]
    assert [n["t"] for n in first] == ["Span", "Str", "Space", "Str"]


@pytest.mark.parametrize(
    "text",
    [
        "## A {#a}\n\n1. De []{#x} gemeente\n",
        "## A {#a .unnumbered}\n\n1. []{#x} De gemeente\n",
        "## A {#a}\n\n- []{#x} De gemeente\n",
        "## A {#a}\n\n1. a\n   1. []{#x} b\n",
        "[]{#x} tekst\n",
        "{#x}\ntekst\n",
        "tekst ![a](figures/b.png){#x}\n",
        "::: {.goals #x}\n:::\n",
    ],
)
def test_an_id_where_nothing_is_numbered_is_refused(read: Read, text: str) -> None:
    _, problems = read(text)
    assert [p.code for p in problems] == ["prose-id-place"]
    assert problems[0].values == {"id": "x"}


def test_a_second_equal_id_is_found_but_not_printed(read: Read) -> None:
    prose, problems = read("## A {#a}\n\n## B {#a}\n")
    assert problems == ()
    assert [(a.at.line, a.id) for a in prose.anchors] == [(1, "a"), (3, "a")]
    assert [block["c"][1][0] for block in prose.blocks] == ["a", ""]


def test_an_id_with_other_characters_is_refused(read: Read) -> None:
    prose, problems = read('## A {#1a}\n\n## B {#é}\n\n## C {#a:b}\n\n## D {id="a b"}\n')
    assert [p.code for p in problems] == ["prose-id"] * 4
    assert all(block["c"][1][0] == "" for block in prose.blocks)


def test_references_are_found_with_their_text(read: Read) -> None:
    prose, problems = read(
        "[](#lid-x) [p. *12*](@akkoord) [site](https://a.nl/b?c=d#e) <a@b.nl> [b](annexes/b.pdf)\n"
    )
    assert problems == ()
    assert [(r.at.column, r.target, r.text) for r in prose.references] == [
        (1, "#lid-x", ""),
        (12, "@akkoord", "p. 12"),
        (32, "https://a.nl/b?c=d#e", "site"),
        (61, "mailto:a@b.nl", "a@b.nl"),
        (70, "annexes/b.pdf", "b"),
    ]


def test_a_link_without_words_shows_its_address(read: Read) -> None:
    prose, _ = read("[](https://a.nl)\n")
    assert words(prose) == ["https://a.nl"]


def test_a_language_change_stays_and_nothing_else_on_a_span(read: Read) -> None:
    prose, problems = read('[mind the gap]{lang=en-GB} [x]{lang="en;x"} [y]{.z}\n')
    spans = [node["c"][0] for node in nodes(prose.blocks) if node["t"] == "Span"]
    assert spans == [["", [], [["lang", "en-GB"]]]]
    assert [p.code for p in problems] == ["prose-attribute", "prose-class"]


# Placeholders


def test_a_placeholder_becomes_a_value_at_its_place(read: Read) -> None:
    prose, problems = read("x {{ a.b-c.d_e }}{{a.1}} *{{  a.b--c  }}* {{ a.b\n}}.\n")
    assert problems == ()
    assert [(str(p.at), p.path) for p in prose.placeholders] == [
        ("a.md:1:3", "a.b-c.d_e"),
        ("a.md:1:18", "a.1"),
        ("a.md:1:27", "a.b--c"),
        ("a.md:1:43", "a.b"),
    ]
    value = next(node for node in nodes(prose.blocks) if node["t"] == "Span")
    assert value == {
        "t": "Span",
        "c": [["", ["value"], [["path", "a.b-c.d_e"]]], []],
        "at": [1, 3, 1, 18],
    }


@pytest.mark.parametrize("text", [r"\{\{ a.b \}\}", "`{{ a.b }}`", "{a.b}", "    {{ a.b }}"])
def test_escaped_braces_and_code_stay_text(read: Read, text: str) -> None:
    prose, problems = read(text)
    assert problems == ()
    assert prose.placeholders == ()


def test_an_entity_cannot_open_a_placeholder(read: Read) -> None:
    prose, _ = read("&lbrace;&lbrace; a.b }} &#123;{ a.b }}\n")
    assert prose.placeholders == ()


@pytest.mark.parametrize(
    "text", ["{{ a }}", "{{ }}", "{{ a.b", "{{ a. b }}", "{{ *a*.b }}", "{{ a.b }"]
)
def test_braces_without_a_path_are_refused_and_stay_text(read: Read, text: str) -> None:
    prose, problems = read(f"x {text}\n")
    assert codes(problems) == [(1, 3, "prose-placeholder")]
    assert prose.placeholders == ()
    assert "{{" in "".join(words(prose))


# Blocks


def test_an_empty_division_asks_for_a_generated_block(read: Read) -> None:
    prose, problems = read("::: goals\n:::\n\n::: {.risks}\n:::\n")
    assert problems == ()
    assert [(m.at.line, m.name) for m in prose.markers] == [(1, "goals"), (4, "risks")]
    assert prose.blocks[0] == {
        "t": "Div",
        "c": [["", ["block"], [["name", "goals"]]], []],
        "at": [1, 1, 3, 1],
    }


def test_every_block_that_is_built_can_be_asked_for() -> None:
    assert set(BLOCKS) == set(BUILT)


def test_an_unknown_block_is_reported_with_the_nearest_name_and_keeps_its_text(read: Read) -> None:
    prose, problems = read("::: gaols\ntekst\n:::\n")
    assert codes(problems) == [(1, 1, "prose-class")]
    assert problems[0].values == {"name": "gaols", "choices": ".goals"}
    assert kinds(prose) == ["Para", "Str"]


def test_text_in_a_generated_block_is_reported_and_kept(read: Read) -> None:
    prose, problems = read("::: goals\ntekst\n:::\n")
    assert codes(problems) == [(1, 1, "prose-marker-content")]
    assert kinds(prose) == ["Div", "Para", "Str"]


def test_a_block_cannot_be_imitated(read: Read) -> None:
    prose, problems = read('::: {.block name="x"}\n:::\n\n[a]{.value path="b.c"}\n')
    assert "Div" not in kinds(prose)
    assert "Span" not in kinds(prose)
    assert [p.code for p in problems] == [
        *("prose-attribute", "prose-class", "prose-attribute", "prose-class")
    ]


def test_a_table_gets_its_id_and_caption_from_the_division_around_it(read: Read) -> None:
    prose, problems = read(
        "::: {.table #tab-x}\n\n| a | b |\n|--:|---|\n| c | d |\n\nHet *x*.\n:::\n"
    )
    (table,) = prose.blocks
    assert problems == ()
    assert table["t"] == "Table"
    assert table["c"][0] == ["tab-x", [], []]
    assert [n["t"] for n in table["c"][1][1]] == ["Plain"]
    assert [column[0]["t"] for column in table["c"][2]] == ["AlignRight", "AlignDefault"]
    assert [(a.id, a.kind) for a in prose.anchors] == [("tab-x", "table")]


@pytest.mark.parametrize("inside", ["tekst", "", "| a |\n|---|\n\n- b", "x\n\n| a |\n|---|"])
def test_a_table_division_with_something_else_is_refused(read: Read, inside: str) -> None:
    prose, problems = read(f"::: {{.table}}\n\n{inside}\n\n:::\n")
    assert codes(problems) == [(1, 1, "prose-table")]
    assert "Div" not in kinds(prose)


def test_an_image_alone_in_a_paragraph_is_a_figure(read: Read) -> None:
    prose, problems = read('![Het *plein*](figures/p%20q.png){#fig-p alt="Een plein"}\n')
    assert problems == ()
    assert prose.blocks[0]["c"][0] == ["fig-p", [], []]
    assert kinds(prose) == ["Figure", "Plain", "Str", "Space", "Emph", "Str", "Plain", "Image"]
    image = next(node for node in nodes(prose.blocks) if node["t"] == "Image")
    assert image["c"] == [["", [], [["alt", "Een plein"]]], [], ["figures/p q.png", ""]]
    assert [(p.file, p.id, p.alternative, p.caption) for p in prose.pictures] == [
        ("figures/p q.png", "fig-p", "Een plein", "Het plein")
    ]
    assert [(a.id, a.kind) for a in prose.anchors] == [("fig-p", "figure")]


def test_an_image_in_a_line_stays_in_it(read: Read) -> None:
    prose, problems = read("zie ![dit](figures/a.png) en\n![dat](figures/b.png)\n")
    assert problems == ()
    assert "Figure" not in kinds(prose)
    assert [picture.file for picture in prose.pictures] == ["figures/a.png", "figures/b.png"]


@pytest.mark.parametrize(
    "text", ["> # Kop", "- # Kop", "::: goals\n# Kop\n:::", "a[^1]\n\n[^1]: # Kop"]
)
def test_a_heading_within_something_else_is_refused_and_stays_readable(
    read: Read, text: str
) -> None:
    prose, problems = read(text)
    assert "prose-heading-place" in [p.code for p in problems]
    assert "Header" not in kinds(prose)
    assert prose.headings == ()
    assert "Kop" in words(prose)


# What is refused


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a <b>c</b>", (1, 3)),
        ("a\n\n<script>x</script>\n", (3, 1)),
        ("a <!-- b -->", (1, 3)),
        ("a `x`{=html} b", (1, 3)),
        ("a `#read(1)`{=typst}", (1, 3)),
        ("a\n\n```{=openxml}\n<w:p/>\n```\n", (3, 1)),
        ("``` =tex\nx\n```\n", (1, 1)),
    ],
)
def test_code_for_a_writer_is_refused_at_its_place(
    read: Read, text: str, place: tuple[int, int]
) -> None:
    prose, problems = read(text)
    assert codes(problems)[0] == (*place, "prose-raw")
    assert not {"RawInline", "RawBlock"} & set(kinds(prose))
    assert "script" not in json.dumps(prose.blocks)


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "file:///etc/passwd"),
        *("//evil.example/x", "ftp://a.nl/x", "https://gemeente.nl@evil.example/", "vbscript:x"),
        *("../secret", "/etc/passwd", "annexes/../../x", "annexes//x", "C:/x", "covenant.yaml"),
        *("#", "@", "#a b", "#é", "mailto:", "mailto:a@b.nl?bcc=c@d.nl", "https://", "http:x"),
        *("java\nscript:x", " javascript:x", "https://a.nl/\u202ex", "annexes/%2e%2e/x", ""),
    ],
)
def test_a_target_that_is_not_allowed_is_none(target: str) -> None:
    assert link_target(target) is None


def test_a_refused_link_keeps_its_words(read: Read) -> None:
    prose, problems = read("zie [dit *hier*](javascript:alert(1))\n")
    assert codes(problems) == [(1, 5, "prose-link")]
    assert words(prose) == ["zie", "dit", "hier"]
    assert prose.references == ()


@pytest.mark.parametrize(
    "path",
    [
        *("/a.png", "../a.png", "a/../../b", "a//b", "./../a", "C:\\a.png", "c:a.png", "\\\\h\\a"),
        *("http://x/a.png", "//x/a.png", "data:image/png;base64,AA", "file:a.png", "", "."),
        *("%2e%2e/a.png", "%2Fa.png", "a%00b", "a\nb", "..%5ca", "a/..", "https%3A//x/a.png"),
    ],
)
def test_a_path_that_leads_elsewhere_is_none(path: str) -> None:
    assert local_path(path) is None


def test_a_path_inside_is_read_as_it_is_named() -> None:
    assert local_path("figures/a%20b.svg") == "figures/a b.svg"
    assert local_path("./figures/a.svg") == "figures/a.svg"


def test_attributes_are_refused_wherever_they_hide(read: Read) -> None:
    prose, problems = read(
        '[a]{onclick="x"} b{.c} {.d} `e`{style="x"} ![f](figures/g.png){srcset="y"}\n\n'
        '::: {.goals data-x="1"}\n:::\n\n# H {onmouseover="z"}\n\n{typst:text:fill="red"}\nslot\n'
    )
    names = {p.values["name"] for p in problems}
    assert names == {
        "onclick",
        "c",
        "d",
        "style",
        "srcset",
        "data-x",
        "onmouseover",
        "typst:text:fill",
    }
    assert not any(name in json.dumps(prose.blocks) for name in names - {"c", "d"})


def test_a_wrapper_cannot_be_imitated(read: Read) -> None:
    prose, _ = read('[x]{wrapper=1 data-pos="9:9-9:10"} [y]{wrapper=1} [z]{data-pos="8:8-8:9"}\n')
    assert [(n["c"], n["at"][:2]) for n in nodes(prose.blocks) if n["t"] == "Str"] == [
        ("x", [1, 2]),
        ("y", [1, 37]),
        ("z", [1, 52]),
    ]


def test_an_invisible_character_from_an_entity_is_refused(read: Read) -> None:
    prose, problems = read('a&#8238;b &#7; `c` ![d](figures/e.png){alt="&#8238;"}\n')
    assert [p.values["character"] for p in problems] == ["U+202E", "U+0007", "U+202E"]
    assert "\u202e" not in json.dumps(prose.blocks, ensure_ascii=False)


def test_a_note_in_a_note_is_refused(reader: MarkdownReader) -> None:
    note = {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "diep"}]}]}
    outer = {"t": "Note", "c": [{"t": "Para", "c": [{"t": "Str", "c": "ondiep"}, note]}]}
    prose, problems = load_prose("a.md", {"blocks": [{"t": "Para", "c": [outer]}]})
    assert [p.code for p in problems] == ["prose-note-nested"]
    assert words(prose) == ["ondiep"]


def test_nodes_that_the_dialect_does_not_have_are_refused() -> None:
    unknown = [
        {"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, "x"]}]},
        {"t": "Para", "c": [{"t": "Cite", "c": [[], []]}]},
        {"t": "LineBlock", "c": [[{"t": "Str", "c": "a"}]]},
        {"t": "Null"},
    ]
    prose, problems = load_prose("a.md", {"blocks": unknown})
    assert prose.blocks == ()
    assert [p.code for p in problems] == ["prose-raw"] * 4


def test_foreign_keys_of_a_node_are_not_passed_on() -> None:
    odd = {"t": "Para", "x": 1, "c": [{"t": "Str", "c": "a", "x": 1}, {"t": "Space", "x": 2}]}
    prose, _ = load_prose("a.md", {"blocks": [odd], "meta": {"css": "evil"}})
    assert prose.blocks == ({"t": "Para", "c": [{"t": "Str", "c": "a"}, {"t": "Space"}]},)


def test_what_is_too_deep_is_cut_off_and_said() -> None:
    node: dict[str, Any] = {"t": "Str", "c": "diep"}
    for _ in range(100):
        node = {"t": "Emph", "c": [node]}
    prose, problems = load_prose("a.md", {"blocks": [{"t": "Para", "c": [node]}]})
    assert [p.code for p in problems] == ["prose-deep"]
    assert words(prose) == []


def test_a_tree_too_deep_to_parse_is_a_problem_and_no_crash() -> None:
    tree = b'{"blocks":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    prose, problems = load_prose("a.md", tree)
    assert prose.blocks == ()
    assert [p.code for p in problems] == ["prose-deep"]


def test_problems_are_in_the_order_of_the_text(read: Read) -> None:
    _, problems = read("<b> [x](file:y)\n\n<i>\n\nz[^1] <u>\n\n[^1]: <s>\n")
    assert codes(problems) == sorted(codes(problems))
    assert len(problems) == 5


@pytest.mark.parametrize(
    "file", sorted(COVENANTS.glob("*/**/*.md")), ids=lambda f: f"{f.parent.name}/{f.name}"
)
def test_the_worked_examples_are_let_through_whole(read: Read, file: Path) -> None:
    _, problems = read(file.read_text(encoding="utf-8"))
    assert problems == ()


# Anything at all

ALLOWED = {
    *("Para", "Plain", "Header", "BulletList", "OrderedList", "DefinitionList", "BlockQuote"),
    *("HorizontalRule", "CodeBlock", "Table", "Figure", "Div", "Str", "Space", "SoftBreak"),
    *("LineBreak", "Emph", "Strong", "Strikeout", "Superscript", "Subscript", "Quoted", "Code"),
    *("Link", "Image", "Note", "Span", "Decimal", "LowerAlpha", "UpperAlpha", "LowerRoman"),
    *("UpperRoman", "Period", "OneParen", "TwoParens", "AlignLeft", "AlignRight", "AlignCenter"),
    *("AlignDefault", "ColWidth", "ColWidthDefault", "SingleQuote", "DoubleQuote"),
}


def attributes_of(value: Any) -> Iterator[list[Any]]:
    """Everything that has the shape of an attribute: an id, classes and pairs."""
    if isinstance(value, dict):
        yield from attributes_of(value.get("c"))
    elif isinstance(value, list | tuple):
        shape = [type(item) for item in value]
        if shape == [str, list, list]:
            yield list(value)
        for item in value:
            yield from attributes_of(item)


@FUZZ
@given(TEXTS)
def test_whatever_is_written_only_allowed_nodes_come_out(reader: MarkdownReader, text: str) -> None:
    assume(not lint_markdown("a.md", text))
    prose, problems = load_prose("a.md", reader.read(text))
    assert {node["t"] for node in nodes(prose.blocks)} <= ALLOWED
    for id, classes, pairs in attributes_of(prose.blocks):
        assert id == "" or id.replace("-", "").isalnum()
        assert set(classes) <= {"unnumbered", "repealed", "block", "value"}
        assert {key for key, _ in pairs} <= {"name", "path", "lang", "alt"}
    for node in nodes(prose.blocks):
        if node["t"] == "Link":
            assert node["c"][2][0].startswith(("#", "@", "https://", "http://", "mailto:"))
        if node["t"] == "Str":
            assert "\u202e" not in node["c"]
    assert all(problem.place.line <= text.count("\n") + 2 for problem in problems)


@FUZZ
@given(TEXTS)
def test_whatever_is_written_a_word_stands_where_it_says(reader: MarkdownReader, text: str) -> None:
    assume(not lint_markdown("a.md", text))
    prose, _ = load_prose("a.md", reader.read(text))
    lines = text.split("\n")
    same = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\ufffd": "?"})
    for node in nodes(prose.blocks):
        if node["t"] == "Str" and "at" in node and node["at"][3] - node["at"][1] == len(node["c"]):
            line, start, end_line, end = node["at"]
            source = lines[line - 1][start - 1 : end - 1]
            assert line == end_line
            assert len(source) == len(node["c"])
            if source.isprintable():
                assert source.translate(same) == node["c"].translate(same)
