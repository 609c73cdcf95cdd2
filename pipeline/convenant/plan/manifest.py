"""The manifest of a bundle: what was published, from what, and who said what about it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from convenant.model.bundle import FORMAT, SUMS, Inputs
from convenant.model.covenant import Covenant
from convenant.model.party import Party
from convenant.model.position import Position
from convenant.model.record import Records
from convenant.model.release import VersionName, version_name
from convenant.plan.digest import VERSION, Digest

_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "html": "text/html",
    "txt": "text/plain",
    "json": "application/json",
    "xml": "application/xml",
    "yaml": "application/yaml",
    "md": "text/markdown",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "csv": "text/csv",
}


def plan_manifest(
    inputs: Inputs,
    covenant: Covenant,
    records: Records,
    digest: Digest,
    positions: Sequence[Position],
    files: Mapping[str, bytes],
) -> bytes:
    """The bytes of `manifest.json`.

    Args:
        covenant: as it stands with the records: with the approvals of that moment.
        files: all other files of the bundle, without the sums.
    """
    manifest = {
        "format": FORMAT,
        "covenant": inputs.slug,
        "title": covenant.cover.title,
        "language": covenant.language,
        "version": str(inputs.name),
        "kind": inputs.name.kind.value,
        "date": datetime.fromtimestamp(inputs.time, UTC).date().isoformat(),
        "inputs": {
            "commit": inputs.commit,
            "time": inputs.time,
            "text_commit": inputs.text_commit,
            "text_time": inputs.text_time,
            "copy": inputs.copy,
            "previous": inputs.previous,
            "meeting": inputs.meeting,
        },
        "digest": {
            "version": VERSION,
            "whole": digest.whole,
            "parts": {section.key: value for section, value in digest.sections.items()},
        },
        "parties": [_party(party, records, positions) for party in covenant.cover.parties],
        "tools": inputs.tools,
        "files": [
            {"name": name, "sha256": sha256(data), "size": len(data), "type": _type(name)}
            for name, data in sorted(files.items())
        ],
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode(
        "utf-8", "surrogatepass"
    )


def _party(party: Party, records: Records, positions: Sequence[Position]) -> dict[str, Any]:
    stand = next((p for p in positions if p.party.id == party.id), None)
    reviews = records.reviews_of(party.id)
    return {
        "id": party.id,
        "name": party.name,
        "role": party.role or "signatory",
        "state": party.status.state if party.status else "",
        "competent_body": party.competent_body,
        "functions": [one.function for one in party.signatories],
        "approvals": [
            {"body": a.body, "kind": a.kind, "status": a.status}
            | {"date": a.date, "reference": a.reference}
            for a in party.approvals
        ],
        "consent": {
            "stand": stand.stand.value if stand else "",
            "date": stand.answer.date if stand and stand.answer else "",
            "function": stand.answer.function if stand and stand.answer else "",
            "digest": stand.answer.digest if stand and stand.answer else "",
        },
        "review": {
            "outcome": reviews[-1].outcome if reviews else "",
            "date": reviews[-1].date if reviews else "",
            "digest": reviews[-1].digest if reviews else "",
        },
        "signatures": [
            {"copy": s.copy, "function": s.function, "method": s.method, "date": s.date}
            | {"document": s.document, "signed_file": s.signed_file}
            for s in records.signatures_of(party.id)
        ],
    }


def plan_sums(files: Mapping[str, bytes]) -> bytes:
    """The bytes of `SHA256SUMS`, in the form that `sha256sum --check` reads."""
    return "".join(
        f"{sha256(data)}  {name}\n" for name, data in sorted(files.items()) if name != SUMS
    ).encode()


def inputs_of(manifest: Mapping[str, Any]) -> Inputs:
    """The inputs that a manifest names.

    Raises:
        ValueError: when it is no manifest that this program knows.
    """
    try:
        if manifest["format"] != FORMAT:
            raise ValueError(str(manifest["format"]))
        given, name = manifest["inputs"], version_name(manifest["version"])
        if name is None or name.kind.value != manifest["kind"]:
            raise ValueError(str(manifest["version"]))
        if not _SLUG.fullmatch(manifest["covenant"]):
            raise ValueError("covenant")
        for key, form in _INPUTS.items():
            if not form.fullmatch(given[key]):
                raise ValueError(key)
        times = (given["time"], given["text_time"])
        if not all(type(time) is int and 0 <= time < _END for time in times):
            raise ValueError("time")
        return Inputs(
            str(manifest["covenant"]),
            name,
            given["commit"],
            given["time"],
            given["text_commit"],
            given["text_time"],
            given["copy"],
            given["previous"],
            given["meeting"],
            dict(manifest["tools"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(str(error)) from error


MEETING = re.compile("[A-Za-z0-9-]{0,100}")
"""What the id of a meeting looks like; nothing for none."""

_COMMIT = re.compile("(?:[0-9a-f]{40}|[0-9a-f]{64})?")
_VERSION = re.compile(r"(?:v[0-9]+\.[0-9]+(?:\.[0-9]+)?(?:-sign\.[0-9]+)?)?")
_INPUTS = {
    "commit": _COMMIT,
    "text_commit": _COMMIT,
    "copy": _VERSION,
    "previous": _VERSION,
    "meeting": MEETING,
}
_SLUG = re.compile(r"[a-z0-9-]{1,100}")

_END = 253_402_300_800
"""The first second of the year 10000: no calendar goes further."""


def tag_message(title: str, inputs: Inputs, digest: str, files: Mapping[str, bytes]) -> str:
    """What an annotated tag says: enough to know the bundle by it.

    Args:
        files: of the bundle, with its manifest.
    """
    facts = {
        "digest": digest,
        "manifest": sha256(files["manifest.json"]),
        "document": sha256(files[f"{inputs.slug}.pdf"]),
        "copy": inputs.copy,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in facts.items() if value)
    return f"{title} {inputs.name}\n\n{lines}"


def tag_facts(message: str) -> dict[str, str]:
    """What a tag's message says, by key; the first line that names a key counts."""
    facts: dict[str, str] = {}
    for line in message.split("\n\n", 1)[-1].splitlines():
        key, colon, value = line.partition(": ")
        if colon and key in ("digest", "manifest", "document", "copy"):
            facts.setdefault(key, value.strip())
    return facts


def named_versions(tags: Mapping[str, Any]) -> list[VersionName]:
    """The versions among the names of tags, from low to high."""
    return sorted(name for tag in tags if (name := version_name(tag)))


def sha256(data: bytes) -> str:
    """In hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _type(name: str) -> str:
    return _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
