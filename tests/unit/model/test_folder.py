from __future__ import annotations

import pytest

from convenant.model.folder import is_slug


@pytest.mark.parametrize("name", ["de-linde", "2030", "a", "console", "com10", "x" * 60])
def test_a_plain_name_is_one_of_a_covenant(name: str) -> None:
    assert is_slug(name)


@pytest.mark.parametrize("name", ["", "-rf", "De-Linde", "a b", "é", "..", "a/b", "a\n", "x" * 61])
def test_a_name_that_means_more_to_a_shell_a_disk_or_a_log_is_refused(name: str) -> None:
    assert not is_slug(name)


@pytest.mark.parametrize("name", ["con", "prn", "aux", "nul", "com1", "lpt9"])
def test_a_name_that_is_a_device_on_windows_is_refused(name: str) -> None:
    assert not is_slug(name)
