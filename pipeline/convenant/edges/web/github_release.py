"""Published versions on GitHub: names, releases and their files.

Source: docs.github.com, "GitHub REST API": Git database, releases and release assets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from msgspec import Struct

from convenant.edges.web.http import Interface, Refusal
from convenant.model.forge_release import Asset, ForgeRelease, ForgeTag, Publication

UPLOADS = "uploads.github.com"
_MISSING = 404
_TAGGER = {"name": "convenant", "email": "convenant@users.noreply.github.com"}


class GitHubReleases(Struct, frozen=True):
    """The published versions of one repository.

    Attributes:
        uploads: the host that takes files.
        repository: `owner/name`.
    """

    interface: Interface
    uploads: Interface
    repository: str

    def fetch_tag(self, name: str) -> ForgeTag | None:
        """A name as it stands on the forge; without a message it is none of ours."""
        ref = self._ask_known(f"git/ref/tags/{quote(name)}")
        if ref is None:
            return None
        if ref["object"]["type"] != "tag":
            return ForgeTag(str(ref["object"]["sha"]))
        tag = self.interface.ask("GET", self._path(f"git/tags/{ref['object']['sha']}"))
        is_commit = tag["object"]["type"] == "commit"
        return ForgeTag(str(tag["object"]["sha"]) if is_commit else "", str(tag["message"]))

    def post_tag(self, wanted: Publication) -> None:
        """Give a version its name: equal versions get equal objects, whoever makes them."""
        moment = datetime.fromtimestamp(wanted.time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        body = {"tag": wanted.name, "message": wanted.message}
        body |= {"object": wanted.commit, "type": "commit"}
        made = self.interface.ask(
            "POST", self._path("git/tags"), {**body, "tagger": {**_TAGGER, "date": moment}}
        )
        ref = {"ref": f"refs/tags/{wanted.name}", "sha": made["sha"]}
        self.interface.ask("POST", self._path("git/refs"), ref)

    def fetch_releases(self, name: str) -> Sequence[ForgeRelease]:
        """What there is by this name; only the list shows drafts."""
        found = self.interface.pages(self._path("releases"))
        return [
            ForgeRelease(int(one["id"]), bool(one["draft"]), self._assets(int(one["id"])))
            for one in found
            if one["tag_name"] == name
        ]

    def is_published(self, name: str) -> bool:
        """Whether visitors see a version by this name."""
        return self._ask_known(f"releases/tags/{quote(name)}") is not None

    def post_draft(self, wanted: Publication) -> None:
        """Begin a version that nobody sees yet."""
        body = {"tag_name": wanted.name, "name": wanted.title, "body": wanted.notes}
        shown = {"draft": True, "prerelease": not wanted.in_force}
        self.interface.ask("POST", self._path("releases"), {**body, **shown})

    def drop_draft(self, release: ForgeRelease) -> None:
        """Take a draft away; one that is gone already is no matter."""
        self._drop(f"releases/{release.id}")

    def post_asset(self, release: ForgeRelease, name: str, data: bytes) -> None:
        """Send a file."""
        path = self._path(f"releases/{release.id}/assets?name={quote(name, safe='')}")
        self.uploads.upload(path, data)

    def drop_asset(self, asset: Asset) -> None:
        """Take a file away; one that is gone already is no matter."""
        self._drop(f"releases/assets/{asset.id}")

    def post_published(self, release: ForgeRelease, wanted: Publication) -> None:
        """Let everybody see it, with the notes of now."""
        body: dict[str, Any] = {"draft": False, "name": wanted.title, "body": wanted.notes}
        # A concept, or a copy to sign, is never what the forge calls the latest.
        body |= {"make_latest": "true" if wanted.in_force else "false"}
        self.interface.ask("PATCH", self._path(f"releases/{release.id}"), body)

    def _assets(self, release: int) -> tuple[Asset, ...]:
        found = self.interface.pages(self._path(f"releases/{release}/assets"))
        return tuple(_asset(one) for one in found)

    def _ask_known(self, rest: str) -> Any:
        """What is answered; None where there is no such thing."""
        try:
            return self.interface.ask("GET", self._path(rest))
        except Refusal as refusal:
            if refusal.status != _MISSING:
                raise
            return None

    def _drop(self, rest: str) -> None:
        try:
            self.interface.ask("DELETE", self._path(rest))
        except Refusal as refusal:
            if refusal.status != _MISSING:
                raise

    def _path(self, rest: str) -> str:
        return f"/repos/{self.repository}/{rest}"


def _asset(raw: Mapping[str, Any]) -> Asset:
    kind, _, value = str(raw.get("digest") or "").partition(":")
    whole = raw["state"] == "uploaded"
    return Asset(int(raw["id"]), str(raw["name"]), whole, value if kind == "sha256" else "")
