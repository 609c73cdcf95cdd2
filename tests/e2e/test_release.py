"""From concept to signed version to amendment, with five parties and a bare origin."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import page
import pytest
from click.testing import Result

from convenant.cli.steps.version import publishing
from convenant.cli.steps.version.bundling import understand
from convenant.cli.steps.version.publishing import gather, make_version, shelf_of
from convenant.edges.disk.cache import Cache
from convenant.edges.vcs.history import History
from convenant.edges.web import http
from convenant.errors import ConvenantError
from convenant.model.bundle import Bundle
from convenant.model.release import version_name
from forge_double import REPOSITORY
from release_double import Releases
from sample_release import DAY, FIVE, PARTIES, agree, de_linde, sign
from sample_repository import git, store
from sample_signer import sign_pdf

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def cli() -> Run:
    from click.testing import CliRunner

    from convenant.cli import cli as command

    def run(*words: object) -> Result:
        return CliRunner().invoke(command, [str(w) for w in words], catch_exceptions=False)

    return run


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, cli: Run) -> dict[str, Any]:
    """The whole way once; each test looks at one thing of it."""
    patch = pytest.MonkeyPatch()
    patch.setenv("CONVENANT_LANG", "nl")
    patch.setenv("CONVENANT_CACHE", str(tmp_path_factory.mktemp("cache")))
    base = tmp_path_factory.mktemp("release")
    path = de_linde(base / "work")
    patch.chdir(base / "work")
    output = base / "dist"
    seen: dict[str, Any] = {"path": path, "output": output, "root": base / "work"}
    seen["concept"] = cli("release", path, "--concept", "-o", output, "--push", "origin")
    site = ("github", "pages", "--bundles", output, "-o")
    seen["pages early"] = cli(*site, base / "early")
    seen["early"] = cli("sign", "open", path, "-o", output)
    agree(path)
    seen["unsigned"] = cli("release", path, "-o", output)
    seen["copy"] = cli("sign", "open", path, "-o", output, "--push", "origin")
    sign(path, ("wolderzorg",))
    copy = (output / "de-linde-v1.0.0-sign.1/de-linde.pdf").read_bytes()
    for name, data in {
        "signed": sign_pdf(copy, "lindewonen-1"),
        "unsigned": copy,
        "other": sign_pdf((output / "de-linde-v0.1/de-linde.pdf").read_bytes(), "", fresh=True),
    }.items():
        (base / f"{name}.pdf").write_bytes(data)
        words = ("--function", "directeur-bestuurder", "--method", "pades", "--date", DAY)
        file = ("--party", "lindewonen", "--file", base / f"{name}.pdf")
        seen[f"pades {name}"] = cli("sign", "record", path, *file, *words)
    words = ("--function", "wethouder Sociaal domein", "--method", "wet_ink", "--date", DAY)
    seen["record"] = cli("sign", "record", path, "--party", "gemeente", *words)
    seen["missing"] = cli("release", path, "-o", output)
    sign(path, ("bewonersvereniging", "ondernemers"))
    github = Releases(base / "origin.git")
    patch.setattr(http, "connect", lambda *host: github)
    patch.setenv("GITHUB_TOKEN", "x")
    patch.setenv("GITHUB_REPOSITORY", REPOSITORY)

    def jobs(number: int) -> dict[str, Any]:
        """What the jobs on GitHub do when the main version gets what was signed."""
        git(base / "work", "push", "--quiet", "origin", "main")
        clone = base / f"clone-{number}"
        git(base, "clone", "--quiet", "origin.git", clone.name)
        patch.chdir(clone)
        made = [cli("github", "ready", "-o", base / f"ci-{number}")]
        bundles = sorted((base / f"ci-{number}").glob("*.zip"))
        made += [cli("github", "publish", *bundles)] if bundles else []
        patch.chdir(base / "work")
        git(base / "work", "fetch", "--quiet", "--tags", "origin")
        return {"made": made, "bundles": bundles, "published": github.published()}

    seen["jobs 1"] = jobs(1)
    seen["final"] = cli("release", path, "-o", output, "--push", "origin")
    seen["again"] = cli("release", path, "-o", output, "--push", "origin")
    seen["verify name"] = cli("verify", "de-linde/v1.0.0", "--json")
    seen["verify"] = cli("verify", output / "de-linde-v1.0.0.zip", "--json")
    cover = path / "1-ambition.md"
    cover.write_text(
        cover.read_text() + "\n## Aanvulling {#aanvulling}\n\nPartijen openen ook op 1 januari.\n"
    )
    store(base / "work", "Wijziging")
    seen["stale"] = cli("release", path, "-o", output)
    agree(path)
    cli("sign", "open", path, "-o", output, "--push", "origin")
    seen["jobs 2"] = jobs(2)
    sign(path)
    seen["jobs 3"] = jobs(3)
    seen["amended"] = cli("release", path, "-o", output)
    seen["pages"] = cli(*site, base / "site")
    forged = base / "forged/de-linde-v1.1.0.zip"
    forged.parent.mkdir()
    forged.write_bytes((output / "de-linde-v1.0.0.zip").read_bytes())
    seen["pages forged"] = cli("github", "pages", "--bundles", forged.parent, "-o", base / "no")
    seen["verify amended"] = cli("verify", output / "de-linde-v1.1.0", "--json")
    cover = path / "covenant.yaml"
    text = cover.read_text()
    mark = "  - id: ondernemers"
    before, _, rest = text.partition(mark)
    left = rest.replace("state: joined", 'state: left\n      left: "2028-03-01"', 1)
    cover.write_text(before + mark + left)
    store(base / "work", "Uittreding")
    seen["leaving"] = cli("release", path, "-o", output)
    seen["leaving copy"] = cli("sign", "open", path, "-o", output)
    seen["left"] = cli("release", path, "-o", output)
    seen["verify left"] = cli("verify", output / "de-linde-v1.2.0", "--json")
    cover.write_text(cover.read_text().replace("\nfunctions:", NEW_PARTY + "\nfunctions:"))
    store(base / "work", "Toetreding")
    agree(path, (*STAYED, "bibliotheek"))
    seen["joining copy"] = cli("sign", "open", path, "-o", output)
    seen["joining"] = cli("release", path, "-o", output)
    sign(path, ("bibliotheek",))
    seen["joined"] = cli("release", path, "-o", output)
    seen["verify joined"] = cli("verify", output / "de-linde-v1.3.0", "--json")
    patch.undo()
    return seen


STAYED = ("gemeente", "lindewonen", "wolderzorg", "bewonersvereniging")
NEW_PARTY = """
  - id: bibliotheek
    name: Stichting Bibliotheek Wolderveen
    short: de bibliotheek
    form: foundation
    role: signatory
    status:
      state: joined
      joined: "2028-06-01"
    capacity: stichting
    registration: "00410606"
    seat: Wolderveen
    competent_body: directeur
    signatories:
      - function: directeur
    minor_changes_by: directeur
"""


def manifest(told: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((told["output"] / name / "manifest.json").read_text())
    return found


def test_a_concept_needs_nobody(told: dict[str, Any]) -> None:
    assert told["concept"].exit_code == 0, told["concept"].stderr
    assert manifest(told, "de-linde-v0.1")["kind"] == "concept"
    assert "de-linde/v0.1" in git(told["root"].parent / "origin.git", "tag")


def test_a_copy_waits_for_every_party(told: dict[str, Any]) -> None:
    assert told["early"].exit_code == 1
    assert "Lindewonen:\n  - de tekst door een jurist laten toetsen" in told["early"].stdout
    assert "zeggen of u akkoord bent" in told["early"].stdout


def test_a_version_waits_for_its_copy_and_for_every_signature(told: dict[str, Any]) -> None:
    assert "convenant sign open de-linde" in told["unsigned"].stdout
    assert told["missing"].exit_code == 1
    assert "v1.0.0-sign.1 laten tekenen door: penningmeester" in told["missing"].stdout
    assert "WolderZorg" not in told["missing"].stdout


def test_a_signature_is_kept_with_its_decision(told: dict[str, Any]) -> None:
    assert told["record"].exit_code == 0, told["record"].stderr
    record = (told["path"] / "signatures/gemeente.yaml").read_text()
    assert "reference: besluit 2026-301" in record
    assert "copy: v1.0.0-sign.1" in record


def test_a_signed_pdf_is_looked_at_before_it_is_kept(told: dict[str, Any]) -> None:
    assert told["pades signed"].exit_code == 0, told["pades signed"].stderr
    assert "method: pades" in (told["path"] / "signatures/lindewonen.yaml").read_text()
    assert told["pades unsigned"].exit_code == 1
    assert "Er staat geen handtekening in." in told["pades unsigned"].stderr
    assert told["pades other"].exit_code == 1
    assert "niet de tekenversie" in told["pades other"].stderr
    # Neither left a record behind.
    assert (told["path"] / "signatures/lindewonen.yaml").read_text().count("pades") == 1


def test_a_name_in_git_is_proven_without_its_bundle(told: dict[str, Any]) -> None:
    assert told["verify name"].exit_code == 0, told["verify name"].stdout


def test_what_was_signed_is_what_is_published(told: dict[str, Any]) -> None:
    assert told["copy"].exit_code == told["final"].exit_code == 0, told["final"].stderr
    for form in ("pdf", "docx", "odt", "html", "txt", "json"):
        copy = told["output"] / f"de-linde-v1.0.0-sign.1/de-linde.{form}"
        assert (
            copy.read_bytes() == (told["output"] / f"de-linde-v1.0.0/de-linde.{form}").read_bytes()
        )
    signed = manifest(told, "de-linde-v1.0.0")
    assert signed["inputs"]["copy"] == "v1.0.0-sign.1"
    assert [len(party["signatures"]) for party in signed["parties"]] == [
        len(PARTIES[party]) for party in FIVE
    ]


def test_what_is_merged_is_published_by_the_jobs_and_is_what_anybody_makes(
    told: dict[str, Any],
) -> None:
    for number, name in ((1, "v1.0.0"), (3, "v1.1.0")):
        jobs = told[f"jobs {number}"]
        assert [one.exit_code for one in jobs["made"]] == [0, 0], jobs["made"][-1].output
        (bundle,) = jobs["bundles"]
        own = told["output"] / f"de-linde-{name}.zip"
        assert bundle.read_bytes() == own.read_bytes()
        digest = hashlib.sha256(own.read_bytes()).hexdigest()
        assert jobs["published"][f"de-linde/{name}"][own.name] == digest


def test_what_waits_for_a_signature_is_told_by_the_job_and_not_published(
    told: dict[str, Any],
) -> None:
    (ready,) = told["jobs 2"]["made"]
    assert (ready.exit_code, told["jobs 2"]["bundles"]) == (0, [])
    assert "laten tekenen door: penningmeester" in ready.stderr
    assert set(told["jobs 2"]["published"]) == {"de-linde/v1.0.0"}


def test_a_document_that_comes_out_otherwise_than_it_was_signed_is_not_published(
    told: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(told["root"])
    shelf = shelf_of(told["root"], "de-linde")
    with History(told["root"]) as history, Cache(None) as cache:
        name = version_name("v1.0.0")
        assert name
        inputs, parts = gather(shelf, history, name, "v1.0.0-sign.1")
        understood = understand("de-linde", parts, cache)
        other = Bundle(inputs.title, {"de-linde.pdf": b"with other tools"})
        monkeypatch.setattr(publishing, "make_bundle", lambda *given: other)
        with pytest.raises(ConvenantError, match="comes out otherwise"):
            make_version(shelf, inputs, parts, understood, cache)


def test_a_copy_carries_no_mark_of_a_concept(told: dict[str, Any]) -> None:
    page = (told["output"] / "de-linde-v1.0.0/de-linde.txt").read_text()
    assert "Ter ondertekening" in page
    assert "Concept" not in page.split("Inhoud")[0][:600]


def test_each_party_gets_a_note_with_which_its_body_can_decide(told: dict[str, Any]) -> None:
    folder = told["output"] / "de-linde-v1.0.0-sign.1"
    notes = {file.stem.rpartition("-")[2]: file for file in folder.glob("*-decision-*.docx")}
    assert set(notes) == set(FIVE)
    said = {}
    for party, file in notes.items():
        with zipfile.ZipFile(file) as parts:
            said[party] = re.sub("<[^>]+>", "", parts.read("word/document.xml").decode())
    for text in said.values():
        assert "versie v1.0.0" in text
        assert manifest(told, "de-linde-v1.0.0-sign.1")["digest"]["whole"][:4] in text
    assert "wethouder Sociaal domein" in said["gemeente"]
    assert "artikel 189" in said["gemeente"]
    assert "artikel 189" not in said["lindewonen"]
    assert not list((told["output"] / "de-linde-v0.1").glob("*-decision-*"))


def test_publishing_twice_changes_nothing(told: dict[str, Any]) -> None:
    assert told["again"].exit_code == 0, told["again"].stderr
    assert told["again"].stdout == told["final"].stdout
    tags = git(told["root"], "tag").split()
    assert tags.count("de-linde/v1.0.0") == 1
    assert "de-linde/v1.0.1" not in tags


def test_everything_of_it_is_proven(told: dict[str, Any]) -> None:
    said = json.loads(told["verify"].stdout)
    assert said["exit_code"] == told["verify"].exit_code == 0, told["verify"].stdout
    proven = {one["subject"] for one in said["verdicts"] if one["outcome"] == "proven"}
    wanted = {"sums", "digest", "manifest", "rebuild", "rules", "tag", "copy", "source", "roles"}
    assert wanted | {"consents"} == proven
    assert sum(one["subject"] == "signatures" for one in said["verdicts"]) == 8


def test_an_amendment_voids_the_consents_and_becomes_the_next_version(
    told: dict[str, Any],
) -> None:
    assert told["stale"].exit_code == 1
    assert "akkoord bent met de huidige tekst" in told["stale"].stdout
    assert "v1.1.0" in told["stale"].stdout
    assert told["amended"].exit_code == 0, told["amended"].stdout
    assert manifest(told, "de-linde-v1.1.0")["inputs"]["previous"] == "v1.0.0"
    assert told["verify amended"].exit_code == 0, told["verify amended"].stdout


def test_an_amendment_is_a_numbered_document_beside_the_consolidated_text(
    told: dict[str, Any],
) -> None:
    folder = told["output"] / "de-linde-v1.1.0"
    assert (folder / "de-linde-amendment-1.docx").exists()
    words = ["pdftotext", "-layout", folder / "de-linde-amendment-1.pdf", "-"]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert "Wijziging 1: van v1.0.0 naar v1.1.0" in said
    assert "openen ook op 1 januari" in said
    assert "De geconsolideerde tekst" in said
    assert manifest(told, "de-linde-v1.1.0")["digest"]["whole"][:4] in said
    assert "openen ook op 1 januari" in (folder / "de-linde.txt").read_text()
    assert not list((told["output"] / "de-linde-v1.0.0").glob("*amendment*"))
    assert list((told["output"] / "de-linde-v1.3.0").glob("*amendment-3.pdf"))
    # Who leaves amends nothing.
    assert not list((told["output"] / "de-linde-v1.2.0").glob("*amendment*"))


@pytest.mark.parametrize("profile", ["PDF_UA_1", "PDF_A_2A"])
@pytest.mark.parametrize("name", ["amendment-1", "brief"])
def test_what_goes_with_an_amendment_keeps_the_standards_for_pdf(
    name: str, profile: str, told: dict[str, Any]
) -> None:
    data = (told["output"] / f"de-linde-v1.1.0/de-linde-{name}.pdf").read_bytes()
    report = page.validate_pdf_bytes(data, profile=getattr(page.ValidationProfile, profile))
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def test_a_party_that_leaves_is_no_longer_bound_and_nobody_signs_again(
    told: dict[str, Any],
) -> None:
    assert "convenant sign open" in told["leaving"].stdout
    assert told["leaving copy"].exit_code == 0, told["leaving copy"].stdout
    assert told["left"].exit_code == 0, told["left"].stdout
    states = {p["id"]: p["state"] for p in manifest(told, "de-linde-v1.2.0")["parties"]}
    assert states["ondernemers"] == "left"
    digests = {manifest(told, f"de-linde-v1.{n}.0")["digest"]["whole"] for n in (1, 2)}
    assert len(digests) == 1
    assert told["verify left"].exit_code == 0, told["verify left"].stdout


def test_who_joins_signs_and_the_others_agree(told: dict[str, Any]) -> None:
    assert told["joining copy"].exit_code == 0, told["joining copy"].stdout
    assert told["joining"].exit_code == 1
    assert told["joining"].stdout.count("laten tekenen door") == 1
    assert told["joined"].exit_code == 0, told["joined"].stdout
    assert told["verify joined"].exit_code == 0, told["verify joined"].stdout
    said = (told["output"] / "de-linde-v1.3.0/de-linde-changes.txt").read_text()
    assert "Bibliotheek Wolderveen" in said


def test_anybody_with_python_can_check_the_sums(told: dict[str, Any]) -> None:
    page = (Path(__file__).parents[2] / "docs/verify.md").read_text()
    (line,) = [one.strip() for one in page.splitlines() if one.strip().startswith("python3 -c")]
    folder = told["output"] / "de-linde-v1.0.0"
    words = [sys.executable, "-c", line.split('"', 1)[1].rsplit('"', 1)[0]]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
    assert "NOT OK" not in done.stdout
    assert done.stdout.count("OK") == len((folder / "SHA256SUMS").read_text().splitlines())


def test_the_sums_are_those_of_sha256sum(told: dict[str, Any]) -> None:
    for line in (told["output"] / "de-linde-v1.0.0/SHA256SUMS").read_text().splitlines():
        digest, _, name = line.partition("  ")
        data = (told["output"] / "de-linde-v1.0.0" / name).read_bytes()
        assert hashlib.sha256(data).hexdigest() == digest


def test_no_login_and_no_address_is_in_a_bundle(told: dict[str, Any]) -> None:
    for file in (told["output"] / "de-linde-v1.0.0").rglob("*"):
        assert file.name != "access.yaml"
        if file.suffix in (".json", ".yaml", ".txt"):
            assert "secretaris@example.org" not in file.read_text()


def test_pages_show_what_is_in_force_to_the_byte_and_no_concept(told: dict[str, Any]) -> None:
    early = told["root"].parent / "early"
    assert [file.name for file in early.iterdir()] == ["index.html"]
    assert "Er is nog geen convenant van kracht." in (early / "index.html").read_text()
    assert told["pages"].exit_code == 0, told["pages"].output
    site, bundle = told["root"].parent / "site", told["output"] / "de-linde-v1.1.0"
    page = (site / "index.html").read_text()
    assert "v1.1.0" in page
    assert "v0.1" not in page
    assert 'lang="nl"' in page
    shown = {file.name: file.read_bytes() for file in (site / "de-linde").iterdir()}
    assert shown.pop("index.html") == (bundle / "de-linde.html").read_bytes()
    assert all(data == (bundle / name).read_bytes() for name, data in shown.items())
    assert {"de-linde.pdf", "de-linde.docx", "manifest.json", "SHA256SUMS"} <= set(shown)


def test_pages_show_no_bundle_that_is_not_the_published_one(told: dict[str, Any]) -> None:
    assert told["pages forged"].exit_code == 1
    assert "niet de bundel die is gepubliceerd" in told["pages forged"].stderr
    assert not (told["root"].parent / "no").exists()
