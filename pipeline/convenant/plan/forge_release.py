"""What still differs between a version that we made and what a forge shows of it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from convenant.locale import N_, Voice
from convenant.model.bundle import MANIFEST, Bundle, Inputs
from convenant.model.forge_release import Asset, ForgeRelease, ForgeTag, Publication
from convenant.model.release import Kind
from convenant.plan.manifest import sha256, tag_facts, tag_message


def plan_publication(
    bundle: Bundle, inputs: Inputs, archive: bytes, notes: str, voice: Voice
) -> Publication:
    """What a forge is to show of a bundle: the archive, and each document by itself."""
    manifest = json.loads(bundle.files[MANIFEST])
    title, digest = str(manifest["title"]), str(manifest["digest"]["whole"])
    files = {name: data for name, data in bundle.files.items() if "/" not in name}
    shown = voice.say(_TITLES[inputs.name.kind], title=title, version=inputs.name.base)
    return Publication(
        f"{inputs.slug}/{inputs.name}",
        inputs.commit,
        tag_message(title, inputs, digest, bundle.files),
        inputs.time,
        shown,
        notes,
        inputs.name.kind is Kind.FINAL,
        {f"{bundle.title}.zip": archive, **files},
    )


_TITLES = {
    Kind.CONCEPT: N_("{title}, concept {version}"),
    Kind.COPY: N_("{title}, {version} for signature"),
    Kind.FINAL: N_("{title}, {version}"),
}


def names_it(tag: ForgeTag, wanted: Publication) -> bool:
    """Whether a name on the forge is that of exactly this version.

    Its message names the hash of the manifest, and that names all else: also the version in Git.
    Who gave the name in a clone may have put it on a later version that holds the same.
    """
    facts = tag_facts(tag.message)
    return "manifest" in facts and facts == tag_facts(wanted.message)


def main_release(found: Sequence[ForgeRelease]) -> ForgeRelease | None:
    """The one that counts: what is published, else the oldest draft; two may begin at once."""
    return min(found, key=lambda one: (one.draft, one.id), default=None)


def unwanted(release: ForgeRelease, wanted: Publication) -> tuple[Asset, ...]:
    """Files that are not ours, or did not arrive as they left."""
    return tuple(asset for asset in release.assets if not _is_right(asset, wanted))


def missing(release: ForgeRelease, wanted: Publication) -> tuple[str, ...]:
    """Files that are still to be sent."""
    there = {asset.name for asset in release.assets if _is_right(asset, wanted)}
    return tuple(name for name in sorted(wanted.files) if name not in there)


def _is_right(asset: Asset, wanted: Publication) -> bool:
    data = wanted.files.get(asset.name)
    return asset.whole and data is not None and asset.sha256 == sha256(data)
