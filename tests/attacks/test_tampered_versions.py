"""Published versions that somebody tampered with: each is caught, with the reason.

The weak attacker changes a file. The strong one also makes the sums and the manifest anew, or
builds a whole new bundle; only the clone, and the parties' own papers, stand in the way then.
"""

from __future__ import annotations

import json
import os
import shutil
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1]))

from convenant.cli import cli
from convenant.cli.steps.assembling import content_of
from convenant.cli.steps.version.bundling import make_bundle, understand
from convenant.cli.steps.version.verifying import Parts, open_bundle
from convenant.edges.disk.bundle_file import pack, read_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.engine.tools import read_tools
from convenant.model.bundle import MANIFEST, SUMS
from convenant.plan.consent import plan_positions
from convenant.plan.manifest import plan_manifest, plan_sums, sha256
from sample_release import agree, de_linde, sign
from sample_repository import git, store

TITLE = "de-linde-v1.0.0"


def run(*words: object) -> Result:
    return CliRunner().invoke(cli, [str(w) for w in words], catch_exceptions=False)


class Published(Struct, frozen=True):
    folder: Path
    clone: Path


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """A signed version with its clone; what was written once is not written again."""
    from convenant.cli.steps.version import edition_set

    patch = pytest.MonkeyPatch()
    patch.setenv("CONVENANT_LANG", "nl")
    patch.setenv("CONVENANT_CACHE", str(tmp_path_factory.mktemp("cache")))
    written: dict[tuple[str, bytes], bytes] = {}

    def remembering(form: str, write: Callable[..., bytes]) -> Callable[..., bytes]:
        def once(document: Any, cache: Any, drawings: Any) -> bytes:
            key = (form, content_of(document))
            if key not in written:
                written[key] = write(document, cache, drawings)
            return written[key]

        return once

    patch.setattr(
        edition_set, "FORMATS", {f: remembering(f, w) for f, w in edition_set.FORMATS.items()}
    )
    patch.setattr(edition_set, "write_plain", remembering("txt", edition_set.write_plain))
    base = tmp_path_factory.mktemp("published")
    path = de_linde(base / "work")
    agree(path)
    assert run("sign", "open", path, "-o", base / "dist").exit_code == 0
    sign(path)
    assert run("release", path, "-o", base / "dist").exit_code == 0
    yield Published(base / "dist" / TITLE, base / "work")
    patch.undo()


@pytest.fixture(autouse=True)
def _the_same_cache(kept: Published, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONVENANT_LANG", "nl")
    monkeypatch.setenv("CONVENANT_CACHE", str(kept.folder.parents[1] / "cache"))


@pytest.fixture
def copy(kept: Published, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept.folder, tmp_path / TITLE))


@pytest.fixture
def clone(kept: Published, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept.clone, tmp_path / "clone"))


def told(place: Path, clone: Path | None = None) -> dict[str, Any]:
    """What verify says; without a clone it runs where there is none."""
    here = Path.cwd()
    os.chdir(place.parent)
    try:
        words = ["--repository", clone] if clone else []
        result = run("verify", place, *words, "--json")
    finally:
        os.chdir(here)
    said: dict[str, Any] = json.loads(result.stdout)
    assert said["exit_code"] == result.exit_code
    return said


def wrong(said: dict[str, Any]) -> list[str]:
    """`subject: sentence` of everything that is wrong."""
    return [f"{v['subject']}: {v['said']}" for v in said["verdicts"] if v["outcome"] == "false"]


def change(file: str, old: str, new: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        text = (folder / file).read_text()
        assert old in text, file
        (folder / file).write_text(text.replace(old, new, 1))

    return done


def flip(file: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        data = bytearray((folder / file).read_bytes())
        data[len(data) // 2] ^= 1
        (folder / file).write_bytes(data)

    return done


def drop(file: str) -> Callable[[Path], None]:
    return lambda folder: (folder / file).unlink()


def add(file: str, text: str = "x") -> Callable[[Path], None]:
    return lambda folder: (folder / file).write_text(text) and None


def link(file: str, target: str) -> Callable[[Path], None]:
    def done(folder: Path) -> None:
        (folder / file).unlink()
        (folder / file).symlink_to(target)

    return done


def test_what_nobody_touched_is_proven(copy: Path, clone: Path) -> None:
    assert wrong(told(copy)) == []
    said = told(copy, clone)
    assert (said["exit_code"], wrong(said)) == (0, [])


WEAK = {
    "a byte of the PDF": (flip("de-linde.pdf"), "sums: de-linde.pdf is niet"),
    "a byte of the Word file": (flip("de-linde.docx"), "sums: de-linde.docx is niet"),
    "a byte of the OpenDocument file": (flip("de-linde.odt"), "rebuild: de-linde.odt volgt niet"),
    "a word of the page": (
        change("de-linde.html", "buurthuis", "clubhuis"),
        "rebuild: de-linde.html volgt niet",
    ),
    "a number of the plain text": (
        change("de-linde.txt", "3 maart 2027", "3 maart 2028"),
        "rebuild: de-linde.txt volgt niet",
    ),
    "an amount of the data": (change("de-linde.json", "2027", "2026"), "sums: de-linde.json"),
    "the brief edition": (flip("de-linde-brief.pdf"), "sums: de-linde-brief.pdf"),
    "a note to decide": (
        flip("de-linde-decision-gemeente.docx"),
        "sums: de-linde-decision-gemeente.docx",
    ),
    "the metadata for the index": (
        change("metadata/diwoo.xml", "convenanten", "adviezen"),
        "sums: metadata/diwoo.xml",
    ),
    "the metadata for the archive": (
        change("metadata/mdto.xml", "Wolderveen", "Elders"),
        "sums: metadata/mdto.xml",
    ),
    "a word of the source": (
        change("source/1-ambition.md", "niet later", "later"),
        "sums: source/1-ambition.md",
    ),
    "an amount of the source": (
        change("source/2-partnership.yaml", "amount: ", "amount: 1"),
        "sums: source/2-partnership.yaml",
    ),
    "a picture": (
        change("source/figures/week.svg", "</svg>", "<g/></svg>"),
        "sums: source/figures/week.svg",
    ),
    "an annex": (add("source/annexes/begroting.csv", "post;1\n"), "sums: source/annexes/begrot"),
    "a consent": (
        change("records/consents/gemeente.yaml", "answer: agree", "answer: object"),
        "rules: Aan een regel was niet voldaan. Voor de gemeente",
    ),
    "a consent that is gone": (
        drop("records/consents/gemeente.yaml"),
        "rules: Aan een regel was niet voldaan. Voor de gemeente stond nog open: zeggen of u",
    ),
    "a signature that is gone": (
        drop("records/signatures/lindewonen.yaml"),
        "v1.0.0-sign.1 laten tekenen door: directeur-bestuurder",
    ),
    "a decision that was never taken": (
        change("records/covenant.yaml", "status: granted", "status: requested"),
        "rules: Aan een regel was niet voldaan.",
    ),
    "the version": (change(MANIFEST, '"version": "v1.0.0"', '"version": "v1.0.1"'), "rebuild: "),
    "the kind": (change(MANIFEST, '"kind": "final"', '"kind": "concept"'), "manifest: Er zit geen"),
    "an older form of the manifest": (
        change(MANIFEST, "convenant-manifest/1", "convenant-manifest/0"),
        "manifest: Er zit geen manifest in dat dit programma kent",
    ),
    "a manifest that is no JSON": (add(MANIFEST, "{"), "manifest: Er zit geen manifest"),
    "a manifest deep as a well": (add(MANIFEST, "[" * 100_000), "manifest: Er zit geen manifest"),
    "a key that stands twice": (
        change(MANIFEST, '  "title"', '  "title": "Anders",\n  "title"'),
        "manifest: Het manifest zegt iets anders",
    ),
    "the digest in the manifest": (
        change(MANIFEST, '"whole": "', '"whole": "0'),
        "manifest: Het manifest zegt iets anders",
    ),
    "no manifest": (drop(MANIFEST), "manifest: Er zit geen manifest"),
    "no sums": (drop(SUMS), "sums: Er zit geen SHA256SUMS in."),
    "a line of the sums": (
        lambda folder: (folder / SUMS).write_text((folder / SUMS).read_text() + "0 niets\n"),
        "sums: In SHA256SUMS staat een regel die er niet hoort",
    ),
    "a sum that stands twice": (
        lambda folder: (folder / SUMS).write_text((folder / SUMS).read_text() * 2),
        "sums: In SHA256SUMS staat een regel die er niet hoort",
    ),
    "a way out in the sums": (
        lambda folder: (folder / SUMS).write_text(
            f"{'0' * 64}  ../../etc/passwd\n" + (folder / SUMS).read_text()
        ),
        "sums: ../../etc/passwd ontbreekt.",
    ),
    "a file more": (add("leesmij.txt"), "sums: leesmij.txt staat niet in SHA256SUMS"),
    "a file less": (drop("de-linde.txt"), "sums: de-linde.txt ontbreekt."),
    "a link in place of a file": (link("de-linde.txt", "de-linde.json"), "bundle: ‘de-linde.txt’"),
    "a link out of the bundle": (link("de-linde.txt", "/etc/hostname"), "bundle: ‘de-linde.txt’"),
}


@pytest.mark.parametrize("name", WEAK)
def test_who_changes_a_file_is_caught(name: str, copy: Path) -> None:
    tamper, reason = WEAK[name]
    tamper(copy)
    found = told(copy)
    assert found["exit_code"] == 1
    assert any(reason in one for one in wrong(found)), wrong(found)


def resealed(folder: Path) -> None:
    """Make the sums and the manifest anew, as somebody with this program can."""
    with Cache(None) as cache:
        opened, _ = open_bundle(folder, cache)
    assert opened
    now = opened.understood.now
    digest = opened.understood.digest
    positions = plan_positions(now.covenant, now.records, digest.whole, digest.sections)
    files = {n: d for n, d in read_bundle(folder).files.items() if n not in (MANIFEST, SUMS)}
    manifest = plan_manifest(opened.inputs, now.covenant, now.records, digest, positions, files)
    (folder / MANIFEST).write_bytes(manifest)
    (folder / SUMS).write_bytes(plan_sums({**files, MANIFEST: manifest}))


def forged(folder: Path) -> None:
    """Build the whole bundle anew from the changed text, every record pointing at it."""
    with Cache(None) as cache:
        opened, _ = open_bundle(folder, cache)
        assert opened
        old = json.loads((folder / MANIFEST).read_text())
        new = opened.understood.digest.whole
        said = dict(opened.parts.said)
        for _ in range(2):
            pairs = [(old["digest"]["whole"], new)]
            parts = Parts(opened.parts.text, _with(said, pairs), opened.parts.before)
            inputs = replace(opened.inputs, tools=read_tools())
            bundle = make_bundle(inputs, parts, understand(inputs.slug, parts, cache), cache)
            document = sha256(bundle.files["de-linde.pdf"])
            was = next(f for f in old["files"] if f["name"] == "de-linde.pdf")["sha256"]
            said = _with(said, [*pairs, (was, document)])
    shutil.rmtree(folder)
    for name, data in bundle.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _with(said: dict[str, bytes], pairs: list[tuple[str, str]]) -> dict[str, bytes]:
    for old, new in pairs:
        said = {name: data.replace(old.encode(), new.encode()) for name, data in said.items()}
    return said


CONSENT = "records/consents/gemeente.yaml"
SIGNATURE = "records/signatures/gemeente.yaml"
OTHER = "0" * 64
RESEALED = {
    "a consent to another section": (
        lambda folder: _swap_digest(folder / CONSENT, "  programme: "),
        "rules: Aan een regel was niet voldaan. Voor de gemeente",
    ),
    "a consent of another party": (
        lambda folder: shutil.copy(folder / "records/consents/lindewonen.yaml", folder / CONSENT),
        "text: In de tekst van de bundel zit een fout",
    ),
    "a consent of another covenant": (
        change(CONSENT, "covenant: de-linde", "covenant: groene-kade"),
        "record-covenant",
    ),
    "a consent to another version": (
        lambda folder: _replace_digest(folder / CONSENT, OTHER),
        "rules: Aan een regel was niet voldaan. Voor de gemeente",
    ),
    "a review of another text": (
        lambda folder: _replace_digest(folder / "records/reviews/gemeente.yaml", OTHER),
        "de huidige tekst laten toetsen",
    ),
    "a confirmation by the wrong function": (
        lambda folder: _confirm(folder / CONSENT, "wethouder"),
        "rules: Aan een regel was niet voldaan. Voor de gemeente",
    ),
    "a signature on another document": (
        lambda folder: _replace_after(folder / SIGNATURE, "document: ", OTHER),
        "laten tekenen door: wethouder",
    ),
    "a signature on another copy": (
        change(SIGNATURE, "copy: v1.0.0-sign.1", "copy: v1.0.0-sign.2"),
        "laten tekenen door: wethouder",
    ),
    "a signature by another function": (
        change(SIGNATURE, "function: wethouder Sociaal domein", "function: stagiair"),
        "laten tekenen door: wethouder",
    ),
    "a signature on another text": (
        lambda folder: _replace_digest(folder / SIGNATURE, OTHER),
        "laten tekenen door: wethouder",
    ),
    "one of two joint signatures": (
        lambda folder: _keep_first(folder / "records/signatures/wolderzorg.yaml"),
        "laten tekenen door: lid van de raad van bestuur",
    ),
    "a party that never signs": (
        change("records/covenant.yaml", "role: signatory", "role: observer"),
        "cover: De omslag",
    ),
    "a party that is said to have left": (
        change(
            "records/covenant.yaml",
            'state: joined\n      joined: "2026-02-05"',
            'state: left\n      left: "2026-02-05"',
        ),
        "een nieuwe tekenversie maken",
    ),
    "a joint signatory who is left out": (
        change("records/covenant.yaml", "      - function: lid van de raad van bestuur\n", ""),
        "een nieuwe tekenversie maken",
    ),
    "a word of the text": (
        change("source/1-ambition.md", "niet later dan", "later dan"),
        "rules: Aan een regel was niet voldaan",
    ),
    "a text with an error": (
        change("source/1-ambition.md", "niet later", "[](#nergens)"),
        "text: In de tekst van de bundel zit een fout",
    ),
}


def _swap_digest(file: Path, mark: str) -> None:
    text = file.read_text()
    part = text.partition(mark)[2][:64]
    _replace_after(file, "    digest: ", part)


def _replace_digest(file: Path, new: str) -> None:
    _replace_after(file, "    digest: ", new)


def _replace_after(file: Path, mark: str, new: str) -> None:
    text = file.read_text()
    start = text.index(mark) + len(mark)
    file.write_text(text[:start] + new + text[start + 64 :])


def _confirm(file: Path, function: str) -> None:
    text = file.read_text()
    digest = text.partition("    digest: ")[2][:64]
    _replace_digest(file, OTHER)
    with file.open("a") as more:
        more.write(
            f"  - answer: confirm\n    digest: {digest}\n    function: {function}\n"
            "    date: 2026-11-25\n"
        )


def _keep_first(file: Path) -> None:
    head, mark, rest = file.read_text().partition("  - copy:")
    file.write_text(head + mark + rest.split("  - copy:")[0])


@pytest.mark.parametrize("name", RESEALED)
def test_new_sums_and_a_new_manifest_do_not_help(name: str, copy: Path, clone: Path) -> None:
    tamper, reason = RESEALED[name]
    tamper(copy)
    resealed(copy)
    found = told(copy, clone)
    assert found["exit_code"] == 1
    assert any(reason in one for one in wrong(found)), wrong(found)
    assert not any(one.startswith("sums") for one in wrong(found))
    assert any(one.startswith("tag") for one in wrong(found)), wrong(found)


def test_a_forgery_from_head_to_foot_is_caught_by_the_clone(copy: Path, clone: Path) -> None:
    change("source/1-ambition.md", "niet later dan", "later dan")(copy)
    forged(copy)
    # Nothing in the bundle itself shows it: that is why a clone, or a signed paper, is needed.
    assert wrong(told(copy)) == []
    found = wrong(told(copy, clone))
    assert any("hoort bij een andere bundel" in one for one in found)
    assert any("source:" in one or "copy:" in one for one in found)


MANIFESTS = {
    "the version in Git": ('"commit": "', "0" * 24),
    "the moment": ('"time": ', "1"),
    "the copy": ('"copy": "v1.0.0-sign.', "2"),
    "the version before": ('"previous": "', "v0.9"),
    "the tools": ('"pandoc": "', "9"),
}


@pytest.mark.parametrize("name", MANIFESTS)
def test_what_a_bundle_says_it_was_made_from_is_compared_with_git(
    name: str, copy: Path, clone: Path
) -> None:
    mark, more = MANIFESTS[name]
    change(MANIFEST, mark, mark + more)(copy)
    resealed(copy)
    found = wrong(told(copy, clone))
    assert any(one.startswith("tag: De versienaam") for one in found), found


def entry(name: str, mode: int = stat.S_IFREG) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.create_system, made.external_attr = 3, (mode | 0o644) << 16
    return made


ARCHIVES: dict[str, tuple[Callable[[zipfile.ZipFile], None], str]] = {
    "a way out": (
        lambda archive: archive.writestr(entry(f"{TITLE}/../../x"), "x"),
        "leidt de bundel uit",
    ),
    "an absolute name": (lambda archive: archive.writestr(entry("/etc/x"), "x"), "leidt de bundel"),
    "a name of Windows": (
        lambda archive: archive.writestr(entry(f"{TITLE}/C:\\x"), "x"),
        "leidt de bundel uit",
    ),
    "a name twice": (
        lambda archive: archive.writestr(entry(f"{TITLE}/{MANIFEST}"), "{}"),
        "zit er twee keer in",
    ),
    "a link": (
        lambda archive: archive.writestr(entry(f"{TITLE}/x", stat.S_IFLNK), "/etc/passwd"),
        "is een koppeling",
    ),
    "a second bundle": (lambda archive: archive.writestr(entry("ander/x"), "x"), "meer dan één"),
    "a remark": (lambda archive: setattr(archive, "comment", b"hallo"), "meer dan de bestanden"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_with_more_than_its_files_is_refused(name: str, copy: Path) -> None:
    tamper, reason = ARCHIVES[name]
    place = copy.parent / f"{TITLE}.zip"
    place.write_bytes(pack(read_bundle(copy)))
    with zipfile.ZipFile(place, "a") as archive:
        tamper(archive)
    (found,) = wrong(told(place))
    assert found.startswith("bundle: ")
    assert reason in found


def test_a_damaged_archive_is_refused(copy: Path) -> None:
    place = copy.parent / f"{TITLE}.zip"
    data = pack(read_bundle(copy))
    for damaged in (data[: len(data) // 2], b"", b"PK\x03\x04", data + b"x", b"x" + data):
        place.write_bytes(damaged)
        assert [one for one in wrong(told(place)) if one.startswith("bundle: ")]


def test_an_archive_with_another_name_inside_is_refused(copy: Path) -> None:
    place = copy.parent / "x.zip"
    place.write_bytes(pack(replace(read_bundle(copy), title="de-linde-v2.0.0")))
    assert any("Het archief noemt zichzelf" in one for one in wrong(told(place)))


def _moved_tag(clone: Path) -> None:
    message = git(clone, "for-each-ref", "--format=%(contents)", "refs/tags/de-linde/v1.0.0")
    git(clone, "tag", "-f", "-a", "de-linde/v1.0.0", "-m", message, "HEAD~1")


def _plain_tag(clone: Path) -> None:
    git(clone, "tag", "-f", "de-linde/v1.0.0", "HEAD")


def _other_tag(clone: Path) -> None:
    git(clone, "tag", "-f", "-a", "de-linde/v1.0.0", "-m", f"x\n\nmanifest: {OTHER}\n", "HEAD")


def _no_copy(clone: Path) -> None:
    git(clone, "tag", "-d", "de-linde/v1.0.0-sign.1")


def _rewritten(clone: Path) -> None:
    file = clone / "covenants/de-linde/consents/gemeente.yaml"
    file.write_text(file.read_text().replace("answer: agree", "answer: object"))
    store(clone, "Anders")


def _taken_away(clone: Path) -> None:
    (clone / "covenants/de-linde/signatures/gemeente.yaml").unlink()
    store(clone, "Weg")


def _other_copy(clone: Path) -> None:
    file = clone / "covenants/de-linde/1-ambition.md"
    file.write_text(file.read_text().replace("niet later", "later"))
    store(clone, "Anders")
    message = git(clone, "for-each-ref", "--format=%(contents)", "refs/tags/de-linde/v1.0.0-sign.1")
    git(clone, "tag", "-f", "-a", "de-linde/v1.0.0-sign.1", "-m", message, "HEAD")


CLONES = {
    "a tag that was moved": (_moved_tag, "source: In Git staat onder deze naam een andere tekst"),
    "a tag without a message": (_plain_tag, "git tag --delete de-linde/v1.0.0"),
    "a tag of another bundle": (_other_tag, "hoort bij een andere bundel"),
    "a copy that is gone": (_no_copy, "copy: Het document is niet het stuk"),
    "a copy of another text": (_other_copy, "source: In Git staat onder deze naam"),
    "a record rewritten after the fact": (_rewritten, "consents/gemeente.yaml is sindsdien hersch"),
    "a record taken away after the fact": (_taken_away, "signatures/gemeente.yaml is sindsdien"),
}


@pytest.mark.parametrize("name", CLONES)
def test_a_clone_that_was_tampered_with_shows_it(name: str, copy: Path, clone: Path) -> None:
    tamper, reason = CLONES[name]
    tamper(clone)
    found = told(copy, clone)
    assert found["exit_code"] == 1
    assert any(reason in one for one in wrong(found)), wrong(found)


NOBODY = "roles: []\n"
OTHERS = "roles:\n  - {login: linde, role: representative, party: lindewonen}\n"


def _made_again(clone: Path, roles: str, change: Callable[[Path], None]) -> Path:
    """The whole way once more with other roles, and something done on the way; gives the bundle.

    Everything that the strongest attacker can make fits: sums, manifest, tags.
    """
    (clone / "access.yaml").write_text(roles)
    store(clone, "Rollen")
    path = clone / "covenants/de-linde"
    change(path)
    git(clone, "tag", "--delete", TITLE.replace("-v", "/v"))
    here = Path.cwd()
    os.chdir(clone)
    done = run("release", path, "-o", clone.parent / "made")
    os.chdir(here)
    assert done.exit_code == 0, done.output
    return clone.parent / "made" / TITLE


def _said_again(path: Path) -> None:
    agree(path, ("gemeente",))


def _corrected(path: Path) -> None:
    file = path / "consents/gemeente.yaml"
    file.write_text(file.read_text().replace("wethouder Sociaal domein", "burgemeester"))
    store(path.parents[1], "Verbeterd")


def _appointed_later(path: Path) -> None:
    agree(path, ("gemeente",))
    (path.parents[1] / "access.yaml").write_text(OTHERS.replace("lindewonen", "gemeente"))
    store(path.parents[1], "Alsnog de rol")


def _appointed_along(path: Path) -> None:
    """A record and the role for it in one version: nobody appoints himself."""
    agree(path, ("gemeente",))
    (path.parents[1] / "access.yaml").write_text(OTHERS.replace("lindewonen", "gemeente"))
    git(path.parents[1], "add", "--all")
    git(path.parents[1], "commit", "--quiet", "--amend", "--no-edit")


LATER: dict[str, tuple[str, Callable[[Path], None], str, str]] = {
    "a record while nobody held a role": (NOBODY, _said_again, "roles", "had niemand een rol"),
    "a record of one party by the people of another": (
        OTHERS,
        _said_again,
        "roles",
        "consents/gemeente.yaml",
    ),
    "a role that was given after the fact": (OTHERS, _appointed_later, "roles", "had niemand een"),
    "a role that came along with its record": (OTHERS, _appointed_along, "roles", "had niemand"),
    "a record that was rewritten on the way": (NOBODY, _corrected, "records", "herschreven"),
}


@pytest.mark.parametrize("name", LATER)
def test_roles_and_records_are_judged_by_their_own_time(name: str, clone: Path) -> None:
    roles, change, subject, reason = LATER[name]
    found = told(_made_again(clone, roles, change), clone)
    assert found["exit_code"] in (1, 4)
    said = [v["said"] for v in found["verdicts"] if v["outcome"] in ("false", "unproven")]
    about = [v["subject"] for v in found["verdicts"] if v["outcome"] in ("false", "unproven")]
    assert subject in about, said
    assert any(reason in one for one in said), said


def test_records_were_written_by_who_held_the_role_then(copy: Path, clone: Path) -> None:
    (one,) = [v for v in told(copy, clone)["verdicts"] if v["subject"] == "roles"]
    assert one["outcome"] == "proven"


def test_a_version_that_the_clone_lacks_is_not_proven(copy: Path, clone: Path) -> None:
    git(clone, "tag", "-d", "de-linde/v1.0.0")
    found = told(copy, clone)
    assert (found["exit_code"], wrong(found)) == (4, [])


def test_other_tools_make_the_rebuild_not_proven_and_nothing_more(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from convenant.cli.steps.version import edition_set, verifying

    writers = edition_set.FORMATS
    other = {**writers, "docx": lambda *given: writers["docx"](*given) + b"x"}
    monkeypatch.setattr(edition_set, "FORMATS", other)
    monkeypatch.setattr(verifying, "read_tools", lambda: {**read_tools(), "pandoc": "3.99"})
    found = told(copy)
    assert (found["exit_code"], wrong(found)) == (4, [])
    (one,) = [v for v in found["verdicts"] if v["outcome"] == "unproven"]
    assert "pip install convenant==" in one["said"]
    assert "typst==" in one["said"]


ODD = (None, [], {}, "", "x", -1, 1e308, 10**30, True, "\ud800", "../../x", "--help", "{who}")


def _odd_manifests(text: str) -> Iterator[tuple[str, str]]:
    """The manifest with each of its values in turn made into something odd."""
    whole = json.loads(text)
    yield "all", json.dumps([whole])
    for number, key in enumerate(whole):
        yield key, json.dumps({**whole, key: ODD[number % len(ODD)]})
    for number, (key, odd) in enumerate((k, o) for k in whole["inputs"] for o in ODD):
        if number % 7 == 0:
            yield f"inputs.{key}", json.dumps({**whole, "inputs": {**whole["inputs"], key: odd}})
    for odd in ODD[::3]:
        tools = {**whole["tools"], "pandoc": odd, "packages": {"typst": {"version": odd}}}
        yield "tools", json.dumps({**whole, "tools": tools})


def test_a_manifest_of_any_shape_is_answered_and_never_breaks_the_program(
    copy: Path, clone: Path
) -> None:
    file = copy / MANIFEST
    text = file.read_text()
    for name, odd in _odd_manifests(text):
        file.write_text(odd)
        for known in (None, clone) if name.startswith("inputs") else (None,):
            assert told(copy, known)["exit_code"] == 1, (name, odd[:200])
