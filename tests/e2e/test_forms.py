"""A form that somebody fills in on GitHub becomes a proposal, by the commands of the jobs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from convenant.cli.upgrade import command as upgrade
from convenant.edges.web import http
from convenant.report.form import FORM_MARK
from forge_description import FOLDER, needs_node
from forge_double import JOB, REPOSITORY, Double
from round_rig import clone, copy_to, git, make_origin

Run = Callable[..., Result]
ROOT = Path(__file__).parents[2]
MINIMAL = ROOT / "tests/golden/minimal"
MESSAGES = FOLDER / "@octokit/webhooks-examples/api.github.com/index.json"
ACCESS = """roles:
  - {login: gespreksleider, role: facilitator}
  - {login: bestuur-linde, role: representative, party: linde}
  - {login: adviseur, role: representative, party: linde}
  - {login: adviseur, role: representative, party: gemeente}
  - {login: uitgever, role: publisher}
"""
AMBITION = """# yaml-language-server: $schema=../../schema/ambition.schema.json
# Wat wij samen willen.
maturity: outline
challenge:
  problem: Buren kennen elkaar niet.   # uit de buurtscan
"""
TEXT = "# Maatschappelijke ambitie\n\nBuren eten samen.\nWie wil,\nkookt mee.\n"


@pytest.fixture
def github(monkeypatch: pytest.MonkeyPatch) -> Double:
    double = Double()
    monkeypatch.setattr(http, "connect", lambda: double)
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    monkeypatch.setenv("GITHUB_TOKEN", "x")
    monkeypatch.setenv("GITHUB_REPOSITORY", REPOSITORY)
    return double


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An origin and a clone with forms that `upgrade` wrote."""
    place = tmp_path_factory.mktemp("forms")
    source = place / "source/buurtkamer"
    source.mkdir(parents=True)
    for file in MINIMAL.iterdir():
        (source / file.name).write_bytes(file.read_bytes())
    (source / "1-ambition.yaml").write_text(AMBITION)
    (source / "1-ambition.md").write_text(TEXT)
    folder = clone(make_origin(place, source), "one")
    (folder / "access.yaml").write_text(ACCESS)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        CliRunner().invoke(upgrade, catch_exceptions=False)
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "Formulieren")
    git(folder, "push", "-q", "origin", "main")
    return place


@pytest.fixture
def here(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The main version as a job has it checked out."""
    folder = copy_to(place, tmp_path / "place") / "one"
    monkeypatch.chdir(folder)
    return folder


def questions(folder: Path, section: str) -> dict[str, str]:
    """The labels of a form by the id of their field, as the file on GitHub has them."""
    form = yaml.safe_load((folder / f".github/ISSUE_TEMPLATE/{section}.nl.yml").read_text())
    return {e["id"]: e["attributes"]["label"] for e in form["body"] if e["type"] != "markdown"}


def filled(folder: Path, section: str, answers: Mapping[str, str]) -> str:
    """What GitHub makes of a filled-in form."""
    said = {"covenant": "buurtkamer", "summary": "Anders en beter.", **answers}
    asked = questions(folder, section)
    assert set(said) <= set(asked)
    parts = (f"### {asked[id]}\r\n\r\n{said.get(id, '_No response_')}" for id in asked)
    return "\r\n\r\n".join(parts)


Hand = Callable[..., dict[str, Any]]


@pytest.fixture
def hand_in(github: Double, here: Path, tmp_path: Path, convenant: Run) -> Hand:
    """One message about a form through both jobs; gives what the first hands to the second."""

    def run(body: str, by: str = "bestuur-linde", sender: str = "", **issue: Any) -> dict[str, Any]:
        event, request = tmp_path / "event.json", tmp_path / "request.json"
        event.write_text(json.dumps(message(body, by, sender or by, **issue)))
        read = convenant("github", "form", "--event", event, "--output", request)
        assert read.exit_code == 0, read.output
        shown = convenant("github", "propose", "--event", event, "--form", request, "--dry-run")
        assert shown.exit_code == 0, shown.output
        made = convenant("github", "propose", "--event", event, "--form", request)
        assert made.stdout == shown.stdout
        found: dict[str, Any] = json.loads(request.read_bytes())
        return found

    return run


def message(body: str, by: str, sender: str, **issue: Any) -> dict[str, Any]:
    kind = "Bot" if by.endswith("[bot]") else "User"
    return {
        "action": "opened",
        "issue": {
            "number": 12,
            "state": "open",
            "body": body,
            "user": {"login": by, "type": kind},
            **issue,
        },
        "repository": {"full_name": REPOSITORY},
        "sender": {"login": sender, "type": kind},
    }


def proposal(folder: Path, id: str, name: str) -> str:
    origin = folder.parent / "origin.git"
    return git(origin, "show", f"proposal/buurtkamer/{id}:covenants/buurtkamer/{name}") + "\n"


def answer(github: Double) -> str:
    (one,) = [c for c in github.comments if c["issue_url"].endswith("/12")]
    said: str = one["body"]
    assert said.startswith(FORM_MARK)
    return said


def test_answers_become_a_proposal_of_the_party_of_who_gave_them(
    github: Double, here: Path, hand_in: Hand
) -> None:
    answers = {
        "challenge-target-group": "Iedereen in de buurt",
        "horizon-year": "2030",
        "out-of-scope": "- Zorg aan huis\r\nVervoer",
        "goals-text": "Meer buren eten samen: ten minste zestig.",
        "goals-due": "31-12-2029",
        "touchpoints-touchpoint": "De Linde wil hetzelfde",
    }
    hand_in(filled(here, "1-ambition", answers))
    said = proposal(here, "linde-1", "1-ambition.yaml")
    assert said.startswith(AMBITION)
    data = yaml.safe_load(said)
    assert data["challenge"]["target_group"] == "Iedereen in de buurt"
    assert data["horizon"] == {"year": 2030}
    assert data["out_of_scope"] == ["Zorg aan huis", "Vervoer"]
    (goal,) = data["goals"]
    assert goal["text"] == "Meer buren eten samen: ten minste zestig."
    assert str(goal["due"]) == "2029-12-31"
    assert goal["id"] == "meer-buren-eten-samen-ten-minste-zestig"
    assert data["touchpoints"] == [{"party": "linde", "touchpoint": "De Linde wil hetzelfde"}]
    assert proposal(here, "linde-1", "1-ambition.md") == TEXT
    (opened,) = github.pulls
    assert opened["title"] == "Anders en beter."
    assert "Stichting De Linde" in opened["body"]
    assert opened["html_url"] in answer(github)
    assert "namens Stichting De Linde" in answer(github)
    for word in ("commit", "branch", "merge", "pull request", "issue"):
        assert word not in answer(github).lower().replace(opened["html_url"], "")


def test_another_wording_is_put_in_its_place_and_the_rest_stays(here: Path, hand_in: Hand) -> None:
    hand_in(filled(here, "1-ambition", {"old": "Wie wil, kookt mee.", "new": "Wie wil kookt."}))
    assert proposal(here, "linde-1", "1-ambition.md") == TEXT.replace(
        "Wie wil,\nkookt mee.", "Wie wil kookt."
    )


def test_a_form_that_is_changed_is_a_newer_version_of_the_same_proposal(
    github: Double, here: Path, hand_in: Hand
) -> None:
    hand_in(filled(here, "1-ambition", {"challenge-area": "De Linde"}))
    hand_in(filled(here, "1-ambition", {"challenge-area": "De Lindebuurt"}))
    assert "area: De Lindebuurt" in proposal(here, "linde-1", "1-ambition.yaml")
    refs = git(here.parent / "origin.git", "for-each-ref", "--format=%(refname)")
    assert refs.count("proposal/") == 1
    assert len(github.pulls) == 1
    assert "linde\\-1" in answer(github)


def test_money_dates_and_choices_are_read_as_somebody_writes_them(
    here: Path, hand_in: Hand
) -> None:
    answers = {
        "contributions-kind": "geld",
        "contributions-text": "Ja",
        "contributions-amount": "€ 12.500,50",
        "commitments-text": "De Linde zorgt voor koks.",
    }
    hand_in(filled(here, "2-partnership", answers))
    data = yaml.safe_load(proposal(here, "linde-1", "2-partnership.yaml"))
    (given,) = data["contributions"]
    assert given == {
        "id": "ja",
        "party": "linde",
        "kind": "money",
        "text": "Ja",
        "amount": 12500.5,
    }
    assert data["commitments"][0]["by"] == "linde"


def test_a_signal_is_answered_in_its_place(here: Path, hand_in: Hand) -> None:
    for said in ("ja", "nee"):
        answers = {"signals-id": "staatssteun", "signals-answer": said}
        hand_in(filled(here, "5-annexes", answers))
    data = yaml.safe_load(proposal(here, "linde-1", "5-annexes.yaml"))
    assert [(s["id"], s["answer"]) for s in data["signals"]] == [("state_aid", "no")]


def test_who_speaks_for_two_parties_says_for_which(
    github: Double, here: Path, hand_in: Hand
) -> None:
    hand_in(filled(here, "1-ambition", {"challenge-area": "X"}), "adviseur")
    assert "meer dan één partij" in answer(github)
    named = {"challenge-area": "X", "party": "Gemeente Wolderveen"}
    hand_in(filled(here, "1-ambition", named), "adviseur")
    assert "area: X" in proposal(here, "gemeente-1", "1-ambition.yaml")
    assert "namens Gemeente Wolderveen" in answer(github)


def test_where_the_forge_lets_us_open_nothing_the_answer_says_who_can(
    github: Double, here: Path, hand_in: Hand
) -> None:
    github.may_open = False
    hand_in(filled(here, "1-ambition", {"challenge-area": "X"}))
    assert "De gespreksleider moet het hier nog openen" in answer(github)
    assert "area: X" in proposal(here, "linde-1", "1-ambition.yaml")


HOSTILE = [
    ("by-nobody", {"by": "vreemde"}, "namens welke partij u spreekt"),
    ("by-publisher", {"by": "uitgever"}, "namens welke partij u spreekt"),
    ("by-program", {"by": "app[bot]"}, "programma"),
    ("by-ghost", {"by": "ghost"}, "verwijderd account"),
    ("changed-by-another", {"sender": "gespreksleider"}, "Iemand anders"),
    ("for-another", {"answers": {"party": "Gemeente Wolderveen"}}, "spreekt u niet namens"),
    ("for-nobody", {"answers": {"party": "../../x"}}, "spreekt u niet namens"),
    ("other-place", {"answers": {"covenant": "../../.github"}}, "Er is geen convenant"),
    ("other-covenant", {"answers": {"covenant": "buurtkamer\r\nx"}}, "Er is geen convenant"),
    ("unseen", {"answers": {"challenge-area": "a\u202eb"}}, "die niemand kan zien"),
    ("zero", {"answers": {"challenge-area": "a\x00b"}}, "die niemand kan zien"),
    ("huge", {"answers": {"challenge-area": "x" * 70_000}}, "groter dan"),
    ("empty", {"answers": {}}, "verandert er niets"),
    ("no-number", {"answers": {"horizon-year": "2030 of later"}}, "niet meer kloppen"),
    ("no-sentence", {"answers": {"old": "Staat er niet.", "new": "x"}}, "staat niet in de tekst"),
    ("too-often", {"answers": {"old": "e", "new": "x"}}, "meer dan één keer"),
    ("markup", {"answers": {"new": "<script>alert(1)</script>"}}, "niet meer kloppen"),
    ("raw", {"answers": {"new": '`#read("/etc/passwd")`{=typst}'}}, "niet meer kloppen"),
    ("picture", {"answers": {"new": "![x](../../../../etc/passwd)"}}, "niet meer kloppen"),
]


@pytest.mark.parametrize(
    ("said", "expect"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE]
)
def test_a_form_that_cannot_be_taken_changes_nothing_and_its_author_hears_why(
    said: dict[str, Any], expect: str, github: Double, here: Path, hand_in: Hand
) -> None:
    before = git(here.parent / "origin.git", "for-each-ref")
    answers = said.get("answers", {"challenge-area": "X"})
    by, sender = said.get("by", "bestuur-linde"), said.get("sender", "")
    hand_in(filled(here, "1-ambition", answers), by, sender)
    assert expect in answer(github)
    assert git(here.parent / "origin.git", "for-each-ref") == before
    assert github.pulls == []


@pytest.mark.parametrize(
    "answer_with",
    [
        "x\r\n\r\n### {label}\r\n\r\ngehackt",
        "```\r\n### {label}\r\n```",
        "<!--\r\n### {label}\r\n-->",
        "### {label}",
    ],
    ids=["heading", "fence", "comment", "bare"],
)
def test_a_question_within_an_answer_is_refused_as_a_whole(
    answer_with: str, github: Double, here: Path, hand_in: Hand
) -> None:
    label = questions(here, "1-ambition")["challenge-area"]
    hand_in(filled(here, "1-ambition", {"core": answer_with.format(label=label)}))
    assert "staat er dubbel" in answer(github)
    assert github.pulls == []


def test_what_looks_like_yaml_in_an_answer_is_only_text(here: Path, hand_in: Hand) -> None:
    said = "x\r\nmaturity: settled\r\n- &a [*a]\r\n!!python/object:os.system {}"
    hand_in(filled(here, "1-ambition", {"core": said, "challenge-area": "no"}))
    data = yaml.safe_load(proposal(here, "linde-1", "1-ambition.yaml"))
    assert data["maturity"] == "outline"
    assert data["core"] == said.replace("\r\n", "\n")
    assert 'area: "no"' in proposal(here, "linde-1", "1-ambition.yaml").replace("'", '"')


def test_text_of_strangers_mentions_nobody_in_an_answer(
    github: Double, here: Path, hand_in: Hand
) -> None:
    hand_in(filled(here, "1-ambition", {"party": "@wolderveen/allen [x](https://kwaad.example)"}))
    assert "\\@wolderveen/allen \\[x\\]" in answer(github)


@pytest.mark.parametrize("issue", [{"body": "Hallo"}, {"state": "closed"}, {"body": None}])
def test_what_is_no_form_of_ours_or_is_closed_is_left_alone(
    issue: dict[str, Any], github: Double, here: Path, hand_in: Hand
) -> None:
    form = filled(here, "1-ambition", {"challenge-area": "X"})
    hand_in(**{"body": form, **issue})
    assert github.comments == []
    assert github.pulls == []


SOUND: dict[str, Any] = {
    "form": 1,
    "issue": 12,
    "language": "nl",
    "covenant": "buurtkamer",
    "role": "party",
    "party": "linde",
    "title": "Anders",
    "files": {"1-ambition.md": "# Ambitie\n"},
}
FORGED = [
    {"form": 2},
    {"issue": True},
    {"issue": "12"},
    {"language": "xx"},
    {"covenant": "../x"},
    {"role": "jurist"},
    {"title": "x\ny"},
    {"title": "x" * 201},
    {"base": "main"},
    {"files": {}},
    {"files": {"../../access.yaml": "roles: []"}},
    {"files": {"covenant.yaml": "x"}},
    {"files": {"consents/linde.yaml": "x"}},
    {"files": {"1-ambition.md": 7}},
    {"files": {"1-ambition.md": "x" * 300_000}},
]


@pytest.mark.parametrize("change", FORGED, ids=lambda change: json.dumps(change)[:40])
def test_a_request_in_another_form_is_not_carried_out(
    change: dict[str, Any], github: Double, here: Path, tmp_path: Path, convenant: Run
) -> None:
    event, request = tmp_path / "event.json", tmp_path / "request.json"
    event.write_text(json.dumps(message("", "bestuur-linde", "bestuur-linde")))
    base = {"base": git(here, "rev-parse", "HEAD")}
    request.write_text(json.dumps(SOUND | base | change))
    result = convenant("github", "propose", "--event", event, "--form", request)
    assert result.exit_code == 1
    assert "Er is niets voorgesteld" in result.stderr
    assert [c for c in github.calls if c[0] != "G"] == []


@pytest.mark.parametrize(
    ("change", "by"),
    [
        ({"issue": 13}, "bestuur-linde"),
        ({"party": "gemeente"}, "bestuur-linde"),
        ({"role": "facilitator", "party": ""}, "bestuur-linde"),
        ({}, "vreemde"),
        ({}, "app[bot]"),
        ({"base": "0" * 40}, "bestuur-linde"),
        ({"files": {"1-ambition.yaml": "onzin: 1\n"}}, "bestuur-linde"),
    ],
    ids=["other-number", "other-party", "other-role", "stranger", "program", "text", "errors"],
)
def test_the_job_that_writes_takes_no_word_of_the_request_for_who_it_is_from(
    change: dict[str, Any], by: str, github: Double, here: Path, tmp_path: Path, convenant: Run
) -> None:
    event, request = tmp_path / "event.json", tmp_path / "request.json"
    event.write_text(json.dumps(message("", by, by)))
    base = {"base": git(here, "rev-parse", "HEAD")}
    request.write_text(json.dumps(SOUND | base | change))
    with pytest.raises(Exception, match="Nothing was proposed"):
        convenant("github", "propose", "--event", event, "--form", request)
    assert [c for c in github.calls if c[0] != "G"] == []


def test_every_real_message_about_an_issue_is_read() -> None:
    from convenant.load.answer import load_submission

    needs_node(MESSAGES)
    kinds = {kind["name"]: kind["examples"] for kind in json.loads(MESSAGES.read_bytes())}
    seen = set()
    handled = [one for one in kinds["issues"] if one["action"] in ("opened", "edited")]
    for one in handled:
        submission = load_submission(json.dumps(one).encode())
        assert submission.number == one["issue"]["number"]
        assert submission.by == one["issue"]["user"]["login"]
        assert submission.body == (one["issue"]["body"] or "")
        seen.add(one["action"])
    assert {"opened", "edited"} <= seen


def test_the_answer_is_ours_only_when_we_wrote_it(
    github: Double, here: Path, hand_in: Hand
) -> None:
    github.comment("vreemde", f"{FORM_MARK}\n\nDank u wel.", number="12")
    hand_in(filled(here, "1-ambition", {"challenge-area": "X"}))
    assert [c["user"]["login"] for c in github.comments] == ["vreemde", JOB]


def test_forms_are_as_github_reads_them_in_both_languages(here: Path, convenant: Run) -> None:
    convenant("new", "tuin", "--language", "en")
    convenant("upgrade")
    files = sorted((here / ".github/ISSUE_TEMPLATE").iterdir())
    assert [f.name for f in files if f.name.startswith("1")] == [
        "1-ambition.en.yml",
        "1-ambition.nl.yml",
    ]
    assert len(files) == 10
    for file in files:
        form = yaml.safe_load(file.read_text())
        assert set(form) == {"name", "description", "title", "labels", "body"}
        fields = [e for e in form["body"] if e["type"] != "markdown"]
        labels = [e["attributes"]["label"] for e in fields]
        ids = [e["id"] for e in fields]
        assert len(set(labels)) == len(labels)
        assert len(set(ids)) == len(ids)
        for field in fields:
            assert field["type"] in ("input", "textarea", "dropdown")
            options = field["attributes"].get("options", [])
            assert all(isinstance(one, str) and one != "None" for one in options)
            assert len(set(options)) == len(options)
        covenant = next(e for e in fields if e["id"] == "covenant")
        english = file.name.endswith(".en.yml")
        assert covenant["attributes"]["options"] == ["tuin" if english else "buurtkamer"]
