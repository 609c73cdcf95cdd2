from __future__ import annotations

from convenant.plan.merge import BOTH, FIRST, SECOND, Change, applies, plan_merge

NOW = {"a.md": b"1\n2\n3\n", "b.md": b"x\n"}


def change(id: str, text: bytes | None, name: str = "a.md") -> Change:
    base = {name: NOW[name]} if name in NOW else {}
    return Change(id, base, {} if text is None else {name: text})


def test_proposals_to_different_lines_are_all_taken_over() -> None:
    plan = plan_merge(NOW, [change("p", b"1\n2\nC\n"), change("q", b"A\n2\n3\n")], {})
    assert plan.result == {"a.md": b"A\n2\nC\n", "b.md": b"x\n"}
    assert [step.id for step in plan.steps] == ["p", "q"]
    assert plan.clashes == ()


def test_a_clash_shows_both_texts_and_who_wants_them() -> None:
    plan = plan_merge(NOW, [change("p", b"1\nP\n3\n"), change("q", b"1\nQ\n3\n")], {})
    (clash,) = plan.clashes
    assert (clash.first, clash.second, clash.before) == ("P\n", "Q\n", "2\n")
    assert (clash.proposal, clash.others, clash.file, clash.line) == ("q", ("p",), "a.md", 2)


def test_a_choice_settles_a_clash_and_is_remembered_by_its_texts() -> None:
    changes = [change("p", b"1\nP\n3\n"), change("q", b"1\nQ\n3\n")]
    key = plan_merge(NOW, changes, {}).clashes[0].key
    results = {
        choice: plan_merge(NOW, changes, {key: choice}).result["a.md"]
        for choice in (FIRST, SECOND, "Samen")
    }
    assert results == {
        FIRST: b"1\nP\n3\n",
        SECOND: b"1\nQ\n3\n",
        "Samen": b"1\nSamen\n3\n",
    }
    other = [change("p", b"1\nP\n3\n"), change("q", b"1\nZ\n3\n")]
    assert plan_merge(NOW, other, {key: SECOND}).clashes != ()


def test_two_additions_at_one_place_may_follow_each_other() -> None:
    changes = [change("p", b"1\np\n2\n3\n"), change("q", b"1\nq\n2\n3\n")]
    (clash,) = plan_merge(NOW, changes, {}).clashes
    assert clash.both
    assert plan_merge(NOW, changes, {clash.key: BOTH}).result["a.md"] == b"1\np\nq\n2\n3\n"


def test_what_clashes_with_nobody_goes_first() -> None:
    changes = [
        change("p", b"1\nP\n3\n"),
        change("q", b"1\nQ\n3\n"),
        change("r", b"y\n", "b.md"),
    ]
    assert [step.id for step in plan_merge(NOW, changes, {}).steps] == ["r", "p", "q"]


def test_a_file_that_one_takes_away_and_another_changes_is_a_choice_about_the_file() -> None:
    changes = [change("p", b"1\nP\n3\n"), change("q", None)]
    (clash,) = plan_merge(NOW, changes, {}).clashes
    assert clash.whole
    assert "a.md" not in plan_merge(NOW, changes, {clash.key: SECOND}).result
    assert plan_merge(NOW, changes, {clash.key: FIRST}).result["a.md"] == b"1\nP\n3\n"


def test_pictures_that_both_replace_are_a_choice_about_the_file() -> None:
    now = {"figures/x.png": b"\x89\x00"}
    wants = [Change(id, now, {"figures/x.png": b"\x89" + id.encode()}) for id in "pq"]
    (clash,) = plan_merge(now, wants, {}).clashes
    assert clash.whole
    assert plan_merge(now, wants, {clash.key: SECOND}).result == {"figures/x.png": b"\x89q"}


def test_a_new_file_and_one_taken_away_are_taken_over() -> None:
    plan = plan_merge(NOW, [change("p", b"n\n", "c.md"), change("q", None, "b.md")], {})
    assert plan.result == {"a.md": NOW["a.md"], "c.md": b"n\n"}


def test_a_proposal_applies_until_somebody_changes_the_same_line() -> None:
    wants = change("p", b"1\nP\n3\n")
    assert applies(NOW, wants)
    assert applies({**NOW, "a.md": b"1\n2\nX\n"}, wants)
    assert not applies({**NOW, "a.md": b"1\nX\n3\n"}, wants)
