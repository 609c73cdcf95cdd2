"""From edits in the folder to a proposal in Git."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from convenant.cli.steps.meeting.round import FACILITATOR, Round
from convenant.cli.steps.moment import now
from convenant.cli.steps.soundness import new_errors
from convenant.edges.vcs.proposal_branch import LOCAL, proposal_tips
from convenant.edges.vcs.read import list_tree, read_blobs
from convenant.edges.vcs.remote import Pushed, push
from convenant.edges.vcs.working_edit import put_aside, read_edits
from convenant.edges.vcs.write import Writer, move_refs, signature
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.event import PROPOSED, REVISED, Actor, Event
from convenant.model.party import Cover
from convenant.model.proposal import sections_of
from convenant.problem import Problem


class Intent(Struct, frozen=True):
    """What a proposal would be.

    Attributes:
        id: such as `kadegroep-2`.
        onto: the version that it goes on from: that of the folder, or of the proposal it revises.
        edits: by path from the covenant's folder, its bytes; None for what is taken away.
        old: the bytes of the edited files before, in the folder's own version.
        problems: errors that the covenant would have by it and does not have now.
    """

    slug: str
    id: str
    actor: Actor
    name: str
    message: str
    onto: str
    revised: bool
    edits: Mapping[str, bytes | None]
    old: Mapping[str, bytes]
    problems: tuple[Problem, ...]

    @property
    def sections(self) -> tuple[int, ...]:
        """Numbers of the sections that it touches."""
        return sections_of(self.edits)


def plan_proposal(
    round_: Round,
    slug: str,
    actor: Actor,
    message: str,
    revise: str = "",
    *,
    edits: Mapping[str, bytes | None] | None = None,
) -> Intent:
    """What the edits in the folder would become.

    Args:
        edits: takes these instead, by path from the covenant's folder.

    Raises:
        ConvenantError: when there is nothing to propose, or no proposal to revise.
    """
    repository, cover = round_.repository, round_.cover(slug)
    edits = read_edits(repository, slug) if edits is None else edits
    if not edits:
        raise ConvenantError(
            N_("Nothing was changed in the folder of {slug}, so there is nothing to propose."),
            N_("Change the text or the data of the covenant first, and save it."),
            slug=slug,
        )
    head = repository.text("rev-parse", "HEAD")
    leaves = {
        leaf.path: leaf.id for leaf in list_tree(repository, head, repository.folder_of(slug))
    }
    data = read_blobs(repository, leaves.values())
    files = {path: data[id] for path, id in leaves.items() if id in data}
    after = {**files, **{name: text for name, text in edits.items() if text is not None}}
    for name, text in edits.items():
        if text is None:
            after.pop(name, None)
    tips = proposal_tips(round_.refs)
    if revise and (slug, revise) not in tips:
        raise ConvenantError(
            N_("There is no proposal “{id}” of {slug}."),
            N_("“convenant proposals” shows which there are."),
            id=revise,
            slug=slug,
        )
    return Intent(
        slug=slug,
        id=revise or _free_id(round_, slug, actor.party or actor.role),
        actor=actor,
        name=author_name(cover, actor),
        message=message,
        onto=tips[slug, revise][-1] if revise else head,
        revised=bool(revise),
        edits=edits,
        old={name: files[name] for name in edits if name in files},
        problems=new_errors(slug, files, after),
    )


def author_name(cover: Cover, actor: Actor) -> str:
    """A role as the author of a version: the party's name, or the role itself."""
    party = next((p for p in cover.parties if p.id == actor.party), None)
    return (party.name or party.label) if party else actor.party or actor.role


def write_proposal(round_: Round, intent: Intent, *, keep: bool = False) -> tuple[str, ...]:
    """Make the proposal, and show the folder's own version again.

    Args:
        keep: leaves the edits in the folder.

    Returns:
        Names that were edited once more in the meantime, and stay in the folder.

    Raises:
        ConvenantError: when it cannot be kept; the folder is as it was.
    """
    repository, moment = round_.repository, now()
    prefix = f"{repository.folder_of(intent.slug)}/"
    head = repository.text("rev-parse", "HEAD")
    author = signature(intent.name, intent.actor.party or intent.actor.role, intent.slug, moment)
    with Writer(repository) as writer:
        tree = writer.tree(head, {prefix + name: data for name, data in intent.edits.items()})
        parents = list(dict.fromkeys((intent.onto, head)))
        if intent.onto != head and _knows(round_, intent.onto, head):
            parents = [intent.onto]
        commit = writer.commit(tree, parents, author, _message(intent))
    ref = f"{LOCAL}{intent.slug}/{intent.id}"
    move_refs(repository, {ref: (round_.refs.get(ref, ""), commit)}, f"proposal {intent.id}")
    left = () if keep else put_aside(repository, intent.slug, intent.edits, intent.old)
    return tuple(left)


def proposed(intent: Intent) -> Event:
    """The record of a proposal."""
    kind = REVISED if intent.revised else PROPOSED
    return Event(kind, intent.slug, "", intent.actor, intent.id, said={"title": intent.message})


def share_proposal(round_: Round, slug: str, id: str) -> Pushed:
    """Give a proposal to the others."""
    ref = f"{LOCAL}{slug}/{id}"
    return push(round_.repository, [f"{ref}:{ref}"]).outcome


def is_party(cover: Cover, party: str) -> bool:
    """Whether somebody takes part under this id."""
    return any(p.id == party for p in cover.parties) or party == FACILITATOR.role


def _free_id(round_: Round, slug: str, owner: str) -> str:
    """The owner and the first number that nobody used, not even for what was withdrawn."""
    used = {id for covenant, id in proposal_tips(round_.refs) if covenant == slug}
    used |= {event.proposal for event in round_.events if event.covenant == slug}
    number = 1
    while f"{owner}-{number}" in used:
        number += 1
    return f"{owner}-{number}"


def _message(intent: Intent) -> str:
    party = f"\nParty: {intent.actor.party}" if intent.actor.party else ""
    return f"{intent.message}\n\nCovenant: {intent.slug}\nProposal: {intent.id}{party}\n"


def _knows(round_: Round, newer: str, older: str) -> bool:
    return round_.repository.text("merge-base", newer, older) == older
