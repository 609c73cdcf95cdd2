"""A write leaves the old file or the new one, and nothing else in the folder."""

import os
import stat
from pathlib import Path

import pytest

from convenant.edges.disk.atomic import write_atomically
from convenant.errors import ConvenantError


def names(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_new_file_is_written_with_the_usual_permissions(tmp_path):
    write_atomically(tmp_path / "a.yaml", b"een")
    beside = tmp_path / "b.yaml"
    beside.write_bytes(b"twee")
    assert (tmp_path / "a.yaml").read_bytes() == b"een"
    assert (tmp_path / "a.yaml").stat().st_mode == beside.stat().st_mode
    assert names(tmp_path) == ["a.yaml", "b.yaml"]


def test_an_existing_file_is_replaced_and_keeps_its_permissions(tmp_path):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"een")
    file.chmod(0o640)
    write_atomically(file, b"twee")
    assert file.read_bytes() == b"twee"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("error", [OSError("disk full"), KeyboardInterrupt()])
def test_a_write_that_stops_halfway_leaves_the_old_file_alone(tmp_path, monkeypatch, step, error):
    file = tmp_path / "a.yaml"
    file.write_bytes(b"een")

    def fail(*_):
        raise error

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    expected = ConvenantError if isinstance(error, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write_atomically(file, b"twee")
    assert file.read_bytes() == b"een"
    assert names(tmp_path) == ["a.yaml"]


def test_a_folder_that_is_not_there_is_an_error_with_the_path(tmp_path):
    with pytest.raises(ConvenantError, match="geen"):
        write_atomically(tmp_path / "geen" / "a.yaml", b"een")


def test_a_link_is_never_written_through(tmp_path):
    target = tmp_path / "b.yaml"
    target.write_bytes(b"een")
    (tmp_path / "a.yaml").symlink_to(target)
    with pytest.raises(ConvenantError):
        write_atomically(tmp_path / "a.yaml", b"twee")
    assert target.read_bytes() == b"een"
    assert (tmp_path / "a.yaml").is_symlink()
