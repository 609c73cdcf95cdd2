"""A version on its way to a forge: the name, a draft, its files, and only then for everybody.

Each step looks first and does what is left. After any interruption the same thing again goes on.
"""

from __future__ import annotations

import time
from pathlib import Path

from convenant.cli.steps.version.standing import Refused
from convenant.edges.disk.bundle_file import UnsafeBundleError, pack, read_bundle
from convenant.edges.web.forge import ReleaseForge
from convenant.edges.web.http import Refusal
from convenant.errors import ConvenantError
from convenant.locale import N_, voice
from convenant.model.bundle import MANIFEST
from convenant.model.forge_release import ForgeRelease, Publication
from convenant.model.verdict import Outcome
from convenant.plan.forge_release import (
    main_release,
    missing,
    names_it,
    plan_publication,
    unwanted,
)
from convenant.plan.manifest import inputs_of
from convenant.plan.verification import judge_sums
from convenant.report.release_notes import release_notes

TRIES = 4
_TAKEN = 422
"""Somebody else was just before us: looking again tells who."""


def read_publication(place: Path) -> Publication:
    """What a forge is to show of a bundle.

    Raises:
        Refused: when it is none, or not whole.
    """
    import json

    try:
        bundle = read_bundle(place)
        manifest = json.loads(bundle.files.get(MANIFEST, b""))
        inputs = inputs_of(manifest)
    except (UnsafeBundleError, ValueError, RecursionError) as error:
        raise _broken(place) from error
    if any(verdict.outcome is Outcome.FALSE for verdict in judge_sums(bundle.files)):
        raise _broken(place)
    told = voice(str(manifest["language"]))
    changes = bundle.files.get(f"{inputs.slug}-changes.txt", b"").decode("utf-8", "replace")
    notes = release_notes(manifest, changes, told)
    return plan_publication(bundle, inputs, pack(bundle), notes, told)


def publish_on(forge: ReleaseForge, wanted: Publication) -> None:
    """Let a forge show a version: one name, one release, the right bytes.

    Raises:
        Refused: when the name, or what was published by it, is another version.
        ConvenantError: when the forge does not do it, also not when asked again.
    """
    for turn in range(TRIES):
        try:
            _go_on(forge, wanted)
            return
        except ConvenantError as error:
            if not _passes(error) or turn == TRIES - 1:
                raise
            time.sleep(2**turn)


def _go_on(forge: ReleaseForge, wanted: Publication) -> None:
    _name(forge, wanted)
    release = _release(forge, wanted)
    if not release.draft:
        _same(release, wanted)
        return
    _fill(forge, release, wanted)
    arrived = _release(forge, wanted)
    if arrived.draft and not (unwanted(arrived, wanted) or missing(arrived, wanted)):
        forge.post_published(arrived, wanted)
        return
    if arrived.draft:
        raise ConvenantError(
            N_("Not every file of {name} arrived as it was sent."),
            N_("Nothing was published. Run the same again."),
            name=wanted.name,
        )
    _same(arrived, wanted)


def _name(forge: ReleaseForge, wanted: Publication) -> None:
    tag = forge.fetch_tag(wanted.name)
    if tag is None:
        forge.post_tag(wanted)
    elif not names_it(tag, wanted):
        raise Refused(
            N_("The name {name} on GitHub is that of another version than this one."),
            UNDO,
            name=wanted.name,
        )


UNDO = N_(
    "A published name never changes. If nobody was shown this one and it is wrong, undo it: "
    "git push origin :refs/tags/{name} and git tag --delete {name}. Then run the same again."
)


def _release(forge: ReleaseForge, wanted: Publication) -> ForgeRelease:
    """The one release of this name; what another run began beside it is taken away."""
    found = forge.fetch_releases(wanted.name)
    if not found:
        forge.post_draft(wanted)
        found = forge.fetch_releases(wanted.name)
    release = main_release(found)
    if release is None:
        raise ConvenantError(
            N_("GitHub does not show the draft of {name} that was just made."),
            N_("Run the same again. The job needs the permission “contents: write”."),
            name=wanted.name,
        )
    for other in found:
        if other.draft and other.id != release.id:
            forge.drop_draft(other)
    return release


def _fill(forge: ReleaseForge, release: ForgeRelease, wanted: Publication) -> None:
    for asset in unwanted(release, wanted):
        forge.drop_asset(asset)
    for name in missing(release, wanted):
        forge.post_asset(release, name, wanted.files[name])


def _same(release: ForgeRelease, wanted: Publication) -> None:
    names = sorted({a.name for a in unwanted(release, wanted)} | set(missing(release, wanted)))
    if names:
        raise Refused(
            N_("{name} was published with other files than these: {files}"),
            N_("A published version never changes. See what was published: convenant verify"),
            name=wanted.name,
            files=", ".join(names),
        )


def _passes(error: ConvenantError) -> bool:
    """Whether it may be otherwise in a moment."""
    return not isinstance(error, Refusal) or error.status == _TAKEN or error.status >= 500


def _broken(place: Path) -> Refused:
    said = N_("{path} is no bundle as convenant makes it, or it was changed.")
    return Refused(said, N_("See what is wrong: convenant verify {path}"), path=str(place))
