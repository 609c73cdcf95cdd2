"""What stands beside a published version on a forge, for whoever comes by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from convenant.locale import N_, Voice
from convenant.model.cover_page import RESERVATION
from convenant.report.markdown import plain

_OPENING = {
    "concept": N_("This is a concept of {title}. Nobody is bound by it."),
    "copy": N_("This is the text of {title} that is put up for signature."),
    "final": N_("This is {title} as its parties signed it."),
}
_CHANGES_LIMIT = 60


def release_notes(manifest: Mapping[str, Any], changes: str, voice: Voice) -> str:
    """Markdown: what it is, who agreed and signed, what changed, and how to check it.

    Args:
        manifest: of the bundle.
        changes: the sentences on what changed since the version before; empty for a first one.
    """
    parts = [*_said(manifest, voice), *_changed(manifest, changes, voice), *_check(manifest, voice)]
    return "\n\n".join(parts) + "\n"


def _said(manifest: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    kind = manifest["kind"]
    yield plain(voice.say(_OPENING[kind], title=manifest["title"]))
    if kind != "final":
        yield plain(voice.say(RESERVATION))
    lines = [line for party in manifest["parties"] for line in _party(party, kind, voice)]
    if lines:
        yield "## " + voice.say(N_("The parties"))
        yield "\n".join(f"- {plain(line)}" for line in lines)


def _party(party: Mapping[str, Any], kind: str, voice: Voice) -> Iterator[str]:
    name = party["name"]
    if party["role"] != "signatory":
        return
    if party["state"] == "left":
        yield voice.say(N_("{party}: no longer takes part."), party=name)
        return
    signatures = party["signatures"] if kind == "final" else ()
    for signature in signatures:
        said = N_("{party}: signed on {date} by {function}.")
        values = {"date": voice.date(signature["date"]), "function": signature["function"]}
        yield voice.say(said, party=name, **values)
    if not signatures and kind != "concept":
        consent = party["consent"]
        if consent["stand"] in ("agrees", "confirmed"):
            said = N_("{party}: agreed on {date} ({function}).")
            values = {"date": voice.date(consent["date"]), "function": consent["function"]}
            yield voice.say(said, party=name, **values)
        else:
            yield name


def _changed(manifest: Mapping[str, Any], changes: str, voice: Voice) -> Iterator[str]:
    before = manifest["inputs"]["previous"]
    lines = [line.strip() for line in changes.splitlines() if line.strip()]
    if not before or not lines:
        return
    yield "## " + plain(voice.say(N_("Changed since {version}"), version=before))
    yield "\n".join(f"- {plain(line)}" for line in lines[:_CHANGES_LIMIT])
    if len(lines) > _CHANGES_LIMIT:
        yield plain(voice.say(N_("The rest is in the file with the changes.")))


def _check(manifest: Mapping[str, Any], voice: Voice) -> Iterator[str]:
    title = f"{manifest['covenant']}-{manifest['version']}"
    yield "## " + voice.say(N_("How to check this"))
    said = N_("The fingerprint of the text is {digest}. It is printed on every document.")
    yield plain(voice.say(said, digest=manifest["digest"]["whole"]))
    yield plain(
        voice.say(
            N_("Everything is in {file}. Whoever has it can check it offline:"), file=f"{title}.zip"
        )
    )
    yield f"    convenant verify {title}.zip"
