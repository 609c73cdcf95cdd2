from __future__ import annotations

import os
from pathlib import Path

import pytest

from convenant.edges.disk.intake import Entry, take_in
from convenant.edges.disk.workspace import find_covenants, find_root, read_folder
from convenant.errors import ConvenantError
from convenant.model.folder import IMAGE_LIMIT


def codes(folder: Path) -> dict[str, str]:
    read = read_folder(folder.parent.parent, folder)
    return {p.place.file.removeprefix(f"{read.path}/"): p.code for p in read.problems}


def test_the_root_is_the_nearest_folder_that_looks_like_a_workspace(covenant: Path) -> None:
    root = covenant.parent.parent
    assert find_root(covenant) == root
    assert find_root(root) == root


def test_outside_a_workspace_there_is_one_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ConvenantError, match="no workspace"):
        find_root(tmp_path)


def test_a_link_is_reported_and_never_followed(covenant: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("geheim")
    (covenant / "1-ambition.md").unlink()
    (covenant / "1-ambition.md").symlink_to(secret)
    (covenant / "figures").symlink_to(tmp_path)
    assert codes(covenant) == {"1-ambition.md": "file-link", "figures": "file-link"}
    assert b"geheim" not in b"".join(read_folder(covenant.parents[1], covenant).files.values())


@pytest.mark.parametrize("target", ["buurtkamer", "nergens"])
def test_a_link_in_place_of_a_covenant_is_reported_and_not_read(
    target: str, covenant: Path
) -> None:
    other = covenant.parent / "other"
    other.symlink_to(target)
    assert find_covenants(covenant.parents[1]) == [covenant, other]
    read = read_folder(covenant.parents[1], other)
    assert (read.files, read.sums) == ({}, {})
    assert [(p.place.file, p.code) for p in read.problems] == [("covenants/other", "file-link")]


def test_the_folder_of_all_covenants_may_be_no_link(covenant: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "covenants").symlink_to(covenant.parent)
    with pytest.raises(ConvenantError, match="is a link"):
        find_covenants(linked)


def test_a_large_image_is_left_out_unread(covenant: Path) -> None:
    image = covenant / "figures" / "foto.png"
    image.parent.mkdir()
    with image.open("wb") as sparse:
        sparse.truncate(IMAGE_LIMIT + 1)
    assert codes(covenant) == {"figures/foto.png": "file-too-large"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes need a POSIX system")
def test_a_named_pipe_does_not_hang_the_reader(covenant: Path) -> None:
    (covenant / "1-ambition.md").unlink()
    os.mkfifo(covenant / "1-ambition.md")
    assert codes(covenant) == {"1-ambition.md": "file-missing"}


def test_annexes_are_summed_and_only_markdown_is_read(covenant: Path) -> None:
    (covenant / "annexes").mkdir()
    (covenant / "annexes" / "regels.md").write_text("# Regels\n")
    (covenant / "annexes" / "kaart.pdf").write_bytes(b"%PDF-")
    read = read_folder(covenant.parents[1], covenant)
    assert set(read.sums) == {"annexes/regels.md", "annexes/kaart.pdf"}
    assert "annexes/regels.md" in read.files
    assert "annexes/kaart.pdf" not in read.files


def test_records_are_no_part_of_the_document(covenant: Path) -> None:
    (covenant / "meetings").mkdir()
    (covenant / "meetings" / "1.yaml").write_text("kind: plenary\n")
    assert codes(covenant) == {}


def test_what_lies_too_deep_is_told(covenant: Path) -> None:
    deep = covenant / "annexes/a/b/c"
    deep.mkdir(parents=True)
    (covenant / "annexes/a/b/kaart.pdf").write_bytes(b"%PDF-")
    (deep / "kaart.pdf").write_bytes(b"%PDF-")
    assert codes(covenant) == {"annexes/a/b/c": "file-unexpected"}
    assert set(read_folder(covenant.parents[1], covenant).sums) == {"annexes/a/b/kaart.pdf"}


@pytest.mark.skipif(os.name == "nt", reason="such names need a POSIX system")
@pytest.mark.parametrize("name", ["x\n::error::forged", "Hoofdletter", "met spatie", "\x1b[31m"])
def test_a_folder_name_that_could_forge_a_line_is_refused(name: str, covenant: Path) -> None:
    (covenant.parent / name).mkdir()
    with pytest.raises(ConvenantError, match="cannot be used") as caught:
        find_covenants(covenant.parents[1])
    assert str(caught.value).isprintable()


def test_an_image_whose_name_has_its_accents_apart_is_found_by_its_name(covenant: Path) -> None:
    (covenant / "figures").mkdir(exist_ok=True)
    (covenant / "figures" / "cafe\u0301.png").write_bytes(b"x")
    assert "figures/caf\u00e9.png" in read_folder(covenant.parents[1], covenant).files


def test_of_two_names_that_look_the_same_one_is_refused() -> None:
    """One with its accent apart, as a Mac writes it; and one with other capitals."""
    names = ("annexes/caf\u00e9.csv", "annexes/cafe\u0301.csv", "annexes/CAF\u00c9.csv")
    entries = [Entry(name, is_link=False, read=lambda _: b"x") for name in names]
    folder = take_in("buurtkamer", "covenants/buurtkamer", entries)
    refused = [p.values["file"] for p in folder.problems if p.code == "file-twice"]
    assert refused == [*names[1:]]
    assert list(folder.sums) == [names[0]]
