from __future__ import annotations

import time

import pytest

from convenant.cli.steps.assembling import stamp_of
from convenant.edges.vcs.place import Version
from convenant.errors import ConvenantError
from convenant.model.document import Status


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def version(*tags: str, changed: bool = False) -> Version:
    return Version(commit="a" * 40, time=1_767_225_600, tags=tags, changed=changed)


@pytest.mark.parametrize(
    ("tags", "status", "name"),
    [
        ((), Status.CONCEPT, ""),
        (("v0.3",), Status.CONCEPT, "v0.3"),
        (("v0.9", "v0.10"), Status.CONCEPT, "v0.10"),
        (("v1.0.0-sign.1",), Status.TO_SIGN, "v1.0.0"),
        (("v1.0.0",), Status.FINAL, "v1.0.0"),
        (("v1.0.0-sign.2", "v1.0.0"), Status.FINAL, "v1.0.0"),
        (("v1.0.0", "v1.0.0-sign.2"), Status.FINAL, "v1.0.0"),
        (("v0.4", "v1.0.0-sign.1"), Status.TO_SIGN, "v1.0.0"),
        (("v1.0.0", "v1.1.0-sign.1"), Status.TO_SIGN, "v1.1.0"),
        (("meeting/2027-03-01", "latest", "v1", "v1.0.0-rc1"), Status.CONCEPT, ""),
    ],
)
def test_the_highest_version_decides_what_a_build_may_call_itself(
    tags: tuple[str, ...], status: Status, name: str
) -> None:
    stamp = stamp_of(version(*tags))
    assert (stamp.status, stamp.version) == (status, name)
    assert (stamp.time, stamp.commit) == (1_767_225_600, "a" * 40)


def test_a_folder_with_changes_is_a_working_version_whatever_its_tags() -> None:
    stamp = stamp_of(version("v1.0.0", changed=True))
    assert (stamp.status, stamp.version) == (Status.WORKING, "")
    assert 0 <= time.time() - stamp.time < 2 * 24 * 3600


@pytest.mark.parametrize("changed", [True, False])
def test_the_epoch_of_the_surroundings_is_the_time(
    changed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert stamp_of(version(changed=changed)).time == 1_700_000_000


@pytest.mark.parametrize("epoch", ["gisteren", "-1", "1.5", "253402300800", "9" * 5_000])
def test_an_epoch_that_is_no_time_is_one_clear_error(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(ConvenantError, match="SOURCE_DATE_EPOCH"):
        stamp_of(version())
