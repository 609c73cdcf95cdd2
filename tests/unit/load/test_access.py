from __future__ import annotations

from pathlib import Path

from convenant.load.access import load_access
from convenant.model.access import FACILITATOR, JURIST

ROOT = Path(__file__).parents[3]


def test_the_roles_of_the_examples_are_read() -> None:
    access, problems = load_access((ROOT / "access.yaml").read_bytes())
    assert problems == ()
    assert access.holds("wolderveen-jurist", JURIST, "de-linde")
    assert not access.holds("wolderveen-jurist", JURIST, "groene-kade")
    assert access.logins(FACILITATOR, "groene-kade") == ("voorbeeld-gespreksleider",)


def test_a_role_on_behalf_of_another_party_is_not_held() -> None:
    access, _ = load_access((ROOT / "access.yaml").read_bytes())
    assert access.holds("wolderveen-jurist", JURIST, "de-linde", party="gemeente")
    assert not access.holds("wolderveen-jurist", JURIST, "de-linde", party="lindewonen")


def test_a_login_is_known_in_capitals_too() -> None:
    access, _ = load_access(b"roles:\n  - {login: De-Linde, role: publisher}\n")
    assert [r.role for r in access.roles_of("de-LINDE", "x")] == ["publisher"]


def test_a_workspace_without_the_file_gives_nobody_a_role() -> None:
    access, problems = load_access(None)
    assert (access.roles, problems) == ((), ())


def test_what_cannot_be_read_gives_nobody_a_role() -> None:
    for data in (b"roles: [", b"\xff\xfe\x00", b"- 1", b"roles: {login: a, role: facilitator}"):
        access, _ = load_access(data)
        assert access.roles == (), data
    assert load_access(b"roles: [")[1] != ()
