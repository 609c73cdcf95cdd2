from __future__ import annotations

from convenant.model.ast import attr, bullets, emphasis, para, plain, span, words
from convenant.render.walk import nodes_of, rewrite, text_of


def test_what_does_not_change_is_the_same_object() -> None:
    blocks = [para(words("een twee")), bullets([[plain(words("drie"))]])]
    rewritten = rewrite(blocks, lambda node: None)
    assert [a is b for a, b in zip(blocks, rewritten, strict=True)] == [True, True]


def test_a_node_is_replaced_by_any_number_of_nodes() -> None:
    blocks = [para(words("a b"))]
    doubled = rewrite(blocks, lambda n: [n, n] if n["t"] == "Str" else None)
    assert text_of(doubled) == "aa bb"
    assert text_of(blocks) == "a b"
    assert text_of(rewrite(blocks, lambda n: [] if n["t"] == "Str" else None)) == " "


def test_quotations_are_walked_although_they_mix_nodes_and_lists() -> None:
    quoted = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, words("ja")]}
    changed = rewrite([para([quoted])], lambda n: words("nee") if n.get("c") == "ja" else None)
    assert text_of(changed) == "“nee”"


def test_every_node_is_found_once() -> None:
    tree = [para([emphasis(words("a b")), span(words("c"), attr("x"))])]
    assert [n["t"] for n in nodes_of(tree)] == [
        "Para",
        "Emph",
        "Str",
        "Space",
        "Str",
        "Span",
        "Str",
    ]


def test_text_leaves_notes_out() -> None:
    note = {"t": "Note", "c": [para(words("noot"))]}
    assert text_of([para([*words("tekst"), note])]) == "tekst"
