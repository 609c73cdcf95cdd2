"""What a workspace has ready to be published: signed versions, and names that were given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from convenant.cli.steps.version.forging import UNDO
from convenant.cli.steps.version.planning import Plan, plan_signed
from convenant.cli.steps.version.publishing import shelf_of
from convenant.cli.steps.version.standing import Refused
from convenant.cli.steps.version.verifying import judge_alone, open_bundle
from convenant.cli.steps.version.verifying_git import judge_beside, judge_records
from convenant.cli.steps.version.verifying_target import place_of
from convenant.edges.disk.bundle_file import read_bundle, write_bundle
from convenant.edges.disk.cache import Cache
from convenant.edges.disk.workspace import find_covenants
from convenant.edges.vcs.history import History, UnknownVersionError
from convenant.edges.web.forge import ReleaseForge
from convenant.locale import N_, voice
from convenant.model.release import version_name
from convenant.model.verdict import Outcome
from convenant.report.verdict import verdict_lines

_TAGS = "refs/tags/"
_NOT_PUBLISHED = N_("{name} is not published, since something about it is wrong.\n{reasons}")


def name_in(ref: str) -> str:
    """The name of a version that was given, as `de-linde/v1.0.0`; empty for anything else."""
    name = ref.removeprefix(_TAGS)
    slug, _, version = name.rpartition("/")
    return name if ref.startswith(_TAGS) and slug and version_name(version) else ""


def signed_plans(
    root: Path, forge: ReleaseForge, history: History, cache: Cache
) -> Iterator[tuple[str, Plan | Refused]]:
    """By covenant the version that its signatures lead to, or why there is none.

    One that everybody sees already is left out.
    """
    for path in find_covenants(root):
        slug = path.name
        shelf = shelf_of(root, slug)
        try:
            if not _has_signatures(history, slug, shelf.head):
                continue
            plan = plan_signed(shelf, history, cache)
        except Refused as refusal:
            yield slug, refusal
            continue
        wrong = [v for v in judge_records(shelf, shelf.head) if v.outcome is Outcome.FALSE]
        if wrong and not plan.todos:
            told = voice(plan.understood.text.covenant.language)
            reasons = "\n".join(verdict_lines(wrong, told))
            hint = N_("Let somebody who holds the role write it down again.")
            yield slug, Refused(_NOT_PUBLISHED, hint, name=slug, reasons=reasons)
        elif not forge.is_published(f"{slug}/{plan.inputs.name}"):
            yield slug, plan


def _has_signatures(history: History, slug: str, head: str) -> bool:
    try:
        return any(name.startswith("signatures/") for name in history.sources(slug, head)[0])
    except UnknownVersionError:
        return False


def write_named(root: Path, name: str, output: Path) -> tuple[Path, Path]:
    """The bundle of a version whose name was given by a person, after it was verified.

    Raises:
        Refused: when something about it is wrong, with the commands that undo the name.
    """
    with Cache(None) as cache, place_of(name, root, cache) as place:
        opened, verdicts = open_bundle(place, cache)
        if opened:
            verdicts += judge_alone(opened, cache)
            verdicts += judge_beside(opened, shelf_of(root, opened.inputs.slug), None)
        # A version beside the main line is no version of this workspace.
        wrong = [v for v in verdicts if v.outcome is Outcome.FALSE or v.subject == "history"]
        if wrong or opened is None:
            told = voice(opened.understood.text.covenant.language if opened else "nl")
            reasons = "\n".join(verdict_lines(wrong, told))
            raise Refused(_NOT_PUBLISHED, UNDO, name=name, reasons=reasons)
        return write_bundle(output, read_bundle(place))
