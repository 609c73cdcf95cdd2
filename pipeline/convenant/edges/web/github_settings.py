"""The settings of a repository on GitHub.

Source: docs.github.com, "GitHub REST API": labels, rulesets, pages, permissions and variables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from convenant.edges.web.http import Interface, Refusal
from convenant.model.forge_settings import About, NotAllowed, Setting

_MISSING = 404
_REFUSED = (403, _MISSING, 409, 422)
_JOBS = "actions/permissions/workflow"


class GitHubSettings(Struct, frozen=True):
    """How one repository is set up."""

    interface: Interface
    repository: str

    def fetch_about(self) -> About:
        """The repository itself.

        Raises:
            ConvenantError: when it is not shown to us.
        """
        raw = self.interface.ask("GET", self._path(""))
        managed = bool((raw.get("permissions") or {}).get("admin"))
        return About(bool(raw.get("private")), bool(raw.get("has_pages")), managed)

    def fetch_labels(self) -> Sequence[Mapping[str, str]]:
        """Name, color and description of every label."""
        keys = ("name", "color", "description")
        shown = self.interface.pages(self._path("labels"))
        return [{key: str(one.get(key) or "") for key in keys} for one in shown]

    def fetch_rules(self) -> Mapping[str, Mapping[str, Any]]:
        """Every ruleset by its name.

        Raises:
            NotAllowed: when the plan has none, or they are not shown.
        """
        try:
            shown = list(self.interface.pages(self._path("rulesets")))
            return {
                one["name"]: self.interface.ask("GET", self._path(f"rulesets/{one['id']}"))
                for one in shown
            }
        except Refusal as refusal:
            raise _not_allowed(refusal) from refusal

    def fetch_app(self, name: str) -> int | None:
        """The number of an App; None where there is none by this name."""
        found = self._seek(f"/apps/{quote(name, safe='')}")
        return int(found["id"]) if found else None

    def fetch_pages(self) -> str:
        """What the pages are made from: `workflow`, `legacy` for a line, or nothing."""
        found = self._seek(self._path("pages"))
        return str(found.get("build_type") or "legacy") if found else ""

    def fetch_jobs(self) -> Mapping[str, Any]:
        """What jobs may do by themselves.

        Raises:
            NotAllowed: when it is not shown.
        """
        try:
            found: Mapping[str, Any] = self.interface.ask("GET", self._path(_JOBS))
        except Refusal as refusal:
            raise _not_allowed(refusal) from refusal
        return found

    def fetch_variable(self, name: str) -> str | None:
        """What a variable for jobs holds; None where there is none."""
        found = self._seek(self._path(f"actions/variables/{name}"))
        return str(found.get("value")) if found else None

    def has_secret(self, name: str) -> bool:
        """Whether jobs have a secret by this name; what it holds is not shown to anybody."""
        return self._seek(self._path(f"actions/secrets/{name}")) is not None

    def post_setting(self, setting: Setting) -> None:
        """Make or mend one thing.

        Raises:
            NotAllowed: when the plan or a permission does not allow it.
        """
        name = quote(setting.name, safe="")
        method, path = {
            ("label", False): ("POST", "labels"),
            ("label", True): ("PATCH", f"labels/{name}"),
            ("rules", False): ("POST", "rulesets"),
            ("rules", True): ("PUT", f"rulesets/{name}"),
            ("pages", False): ("POST", "pages"),
            ("pages", True): ("PUT", "pages"),
            ("jobs", True): ("PUT", _JOBS),
            ("variable", False): ("POST", "actions/variables"),
            ("variable", True): ("PATCH", f"actions/variables/{name}"),
        }[setting.kind, bool(setting.name)]
        try:
            self.interface.ask(method, self._path(path), setting.form)
        except Refusal as refusal:
            raise _not_allowed(refusal) from refusal

    def _seek(self, path: str) -> Any:
        """What is there; None for nothing.

        Raises:
            NotAllowed: when it is not shown.
        """
        try:
            return self.interface.ask("GET", path)
        except Refusal as refusal:
            if refusal.status == _MISSING:
                return None
            raise _not_allowed(refusal) from refusal

    def _path(self, rest: str) -> str:
        return f"/repos/{self.repository}/{rest}".rstrip("/")


def _not_allowed(refusal: Refusal) -> Exception:
    """What callers act on; anything else, such as a token that nobody knows, stays an error."""
    if refusal.status not in _REFUSED:
        return refusal
    return NotAllowed(str(refusal.values.get("said", "")))
