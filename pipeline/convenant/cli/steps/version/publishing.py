"""From a covenant in Git to a published version: what it is made from, and the steps in order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import click
from msgspec import Struct

from convenant.cli.steps.selection import select
from convenant.cli.steps.speech import speaker
from convenant.cli.steps.style import SETTINGS, style_files
from convenant.cli.steps.version.bundling import (
    Parts,
    Understood,
    make_bundle,
    parts_of,
    understand,
)
from convenant.cli.steps.version.standing import Refused
from convenant.edges.disk.bundle_file import write_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.engine.tools import read_tools
from convenant.edges.vcs.history import History
from convenant.edges.vcs.place import read_version
from convenant.edges.vcs.tag import Tag, create_tag, fetch_tags, push_tag, read_head, read_tags
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.bundle import MANIFEST, Bundle, Inputs
from convenant.model.release import Kind, VersionName
from convenant.plan.manifest import MEETING, named_versions, sha256, tag_facts, tag_message
from convenant.plan.version import in_force
from convenant.problem import Severity


class Shelf(Struct, frozen=True):
    """A covenant's versions: those that were published, and the one that is stored last.

    Attributes:
        tags: by name.
        head: the id of the version that is stored last: what is published and named.
    """

    root: Path
    slug: str
    tags: Mapping[str, Tag]
    head: str

    @property
    def names(self) -> list[VersionName]:
        """The published versions, from low to high."""
        return named_versions(self.tags)

    def facts(self, name: VersionName | str) -> dict[str, str]:
        """What the tag of a version says."""
        return tag_facts(self.tags[str(name)].message)


def open_shelf(argument: str, remote: str = "") -> Shelf:
    """The versions of the covenant that a command is about.

    Args:
        remote: whose tags are fetched first; empty for none.

    Raises:
        click.UsageError: when the argument names more than one covenant.
        Refused: when the folder has changes that no version holds.
        ConvenantError: when it is not kept in Git, or the remote cannot be reached.
    """
    selection = select([argument])
    if len(selection.folders) != 1:
        raise click.UsageError(speaker().say(N_("Name one covenant.")))
    path = selection.folders[0]
    if read_version(path).changed:
        raise Refused(
            N_("The folder of {slug} has changes that no version holds yet."),
            N_("Store them first: what is published is a version."),
            slug=path.name,
        )
    if remote:
        fetch_tags(selection.root, remote)
    return shelf_of(selection.root, path.name)


def shelf_of(root: Path, slug: str) -> Shelf:
    """The versions of a covenant, whatever is in its folder now."""
    return Shelf(root, slug, read_tags(root, slug), read_head(root))


def gather(
    shelf: Shelf, history: History, name: VersionName, copy: str = ""
) -> tuple[Inputs, Parts]:
    """What a version is made from: of one that was published, or of the last one stored.

    Args:
        copy: the copy that a signed version publishes.
    """
    at = f"refs/tags/{shelf.slug}/{name}" if str(name) in shelf.tags else shelf.head
    now, version = history.sources(shelf.slug, at)
    text, text_version = (
        history.sources(shelf.slug, f"refs/tags/{shelf.slug}/{copy}") if copy else (now, version)
    )
    meetings = (Path(n).stem for n in now if n.startswith("meetings/") and n.endswith(".yaml"))
    inputs = Inputs(
        shelf.slug,
        name,
        version.commit,
        version.time,
        text_version.commit,
        text_version.time,
        copy,
        _previous(name, shelf.names),
        max((one for one in meetings if MEETING.fullmatch(one)), default=""),
        read_tools(),
    )
    before = _text_of(shelf, history, inputs.previous)
    ref = f"refs/tags/{shelf.slug}/{copy}" if copy else at
    beside = partial(history.beside, shelf.slug, ref)
    return inputs, parts_of(text, now, before, style_files(beside(SETTINGS), beside))


def _text_of(shelf: Shelf, history: History, name: str) -> dict[str, bytes]:
    """The text of a published version: of one that was signed, that of its copy."""
    if not name:
        return {}
    copy = shelf.facts(name).get("copy") or name
    return history.sources(shelf.slug, f"refs/tags/{shelf.slug}/{copy}")[0]


def _previous(name: VersionName, names: list[VersionName]) -> str:
    """The concept before a concept; else what was in force."""
    if name.kind is Kind.CONCEPT:
        earlier = [one for one in names if one.kind is Kind.CONCEPT and one < name]
        return str(earlier[-1]) if earlier else ""
    before = in_force(one for one in names if one.base != name.base and one < name)
    return str(before) if before else ""


def read_soundly(shelf: Shelf, parts: Parts, cache: Cache) -> Understood:
    """The parts as read.

    Raises:
        Refused: when they have errors.
    """
    understood = understand(shelf.slug, parts, cache)
    problems = (*understood.text.problems, *understood.now.problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise Refused(N_("{slug} has errors."), N_("Run: convenant check {slug}"), slug=shelf.slug)
    return understood


def publish(
    shelf: Shelf,
    inputs: Inputs,
    parts: Parts,
    understood: Understood,
    cache: Cache,
    *,
    output: Path,
    remote: str,
) -> Bundle:
    """Make the bundle, put it in its place, name the version, publish the name.

    Each step leaves things as they were or done, and does nothing where it was done before: after
    an interruption the same command goes on.

    Args:
        remote: where the tag goes; empty for nowhere.

    Raises:
        ConvenantError: when a version by this name says something else.
    """
    bundle = make_version(shelf, inputs, parts, understood, cache)
    name = str(inputs.name)
    for place in write_bundle(output, bundle):
        click.echo(str(place))
    if name not in shelf.tags:
        title = understood.text.covenant.cover.title
        message = tag_message(title, inputs, understood.digest.whole, bundle.files)
        create_tag(shelf.root, shelf.slug, name, shelf.head, message)
    if remote:
        push_tag(shelf.root, remote, shelf.slug, name)
    return bundle


def make_version(
    shelf: Shelf, inputs: Inputs, parts: Parts, understood: Understood, cache: Cache
) -> Bundle:
    """The bundle of a version, which says what its name says and holds what was signed.

    Raises:
        ConvenantError: when a version by this name says something else, or the document that was
            signed comes out otherwise here.
    """
    bundle = make_bundle(inputs, parts, understood, cache)
    if inputs.copy:
        _same_as_signed(shelf, inputs, bundle)
    if str(inputs.name) in shelf.tags:
        _same_as_published(shelf, inputs, bundle)
    return bundle


def _same_as_signed(shelf: Shelf, inputs: Inputs, bundle: Bundle) -> None:
    document = sha256(bundle.files[f"{inputs.slug}.pdf"])
    if shelf.facts(inputs.copy).get("document") == document:
        return
    raise ConvenantError(
        N_("The document that was put up for signature as {copy} comes out otherwise here."),
        N_(
            "Other tools are installed than those that made it. What to install is said by: "
            "convenant verify, for the bundle of {copy}"
        ),
        copy=inputs.copy,
    )


def _same_as_published(shelf: Shelf, inputs: Inputs, bundle: Bundle) -> None:
    if shelf.facts(inputs.name).get("manifest") == sha256(bundle.files[MANIFEST]):
        return
    raise ConvenantError(
        N_("{slug}/{name} was published with another content than it would get now."),
        N_("See what differs: convenant verify {slug}/{name}"),
        slug=shelf.slug,
        name=str(inputs.name),
    )
