"""One approved sentence from the notebook to a proposal on section 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from convenant.cli.steps.asking import ask_covenant
from convenant.cli.steps.meeting.round import open_round, record
from convenant.cli.steps.proposing import plan_proposal, proposed, share_proposal, write_proposal
from convenant.edges.vcs.main_version import read_file_at, refuse_elsewhere
from convenant.edges.yaml.file import edit_yaml
from convenant.errors import ConvenantError
from convenant.locale import N_
from convenant.model.event import Actor
from convenant.model.section import Section

if TYPE_CHECKING:
    from ruamel.yaml.comments import CommentedMap

_FILE = Section.AMBITION.data_file


def propose_sentence(slug: str, party: str, sentence: str) -> str:
    """Propose the sentence as an own ambition of its party; gives the proposal's id.

    Nothing but the sentence is passed on. The folder is not touched.

    Raises:
        ConvenantError: when the covenant would get an error by it.
    """
    selection, name = ask_covenant(slug)
    round_ = open_round(selection, name, share=True)
    refuse_elsewhere(round_.repository, round_.main)
    data = read_file_at(round_.repository, "HEAD", f"covenants/{name}/{_FILE}") or b""
    edits: dict[str, bytes | None] = {_FILE: _with_sentence(data, party, sentence)}
    voice = round_.voice(name)
    message = voice.say(N_("An own interest, in words of our own"))
    actor = Actor("facilitator") if party == "facilitator" else Actor("party", party)
    intent = plan_proposal(round_, name, actor, message, edits=edits)
    if intent.problems:
        raise ConvenantError(
            N_("The sentence does not fit into section 1 of {slug}."),
            N_("Run “convenant check {slug}” and mend what it says first."),
            slug=name,
        )
    write_proposal(round_, intent, keep=True)
    record(round_, proposed(intent))
    share_proposal(round_, name, intent.id)
    return intent.id


def _with_sentence(data: bytes, party: str, sentence: str) -> bytes:
    def edit(content: CommentedMap) -> None:
        from ruamel.yaml.comments import CommentedMap, CommentedSeq

        if not isinstance(content.get("touchpoints"), list):
            content["touchpoints"] = CommentedSeq()
        own = next((t for t in content["touchpoints"] if t.get("party") == party), None)
        if own is None:
            own = CommentedMap(party=party)
            content["touchpoints"].append(own)
        before = str(own.get("own_ambition") or "").strip()
        own["own_ambition"] = f"{before} {sentence}".strip()

    return edit_yaml(data, edit)
