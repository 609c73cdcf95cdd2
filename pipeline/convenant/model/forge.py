"""What a forge tells about a proposal: its message about an event, and the facts of the moment."""

from __future__ import annotations

from msgspec import Struct

from convenant.model.gate import Account


class Login(Struct, frozen=True):
    """Somebody on the forge; a deleted account has no name any more."""

    name: str = ""
    account: Account = Account.PERSON


class Labelling(Struct, frozen=True):
    """A label that was put on or taken off.

    Attributes:
        head: the version that the proposal had at that moment; empty where nobody knows.
    """

    label: str
    put: bool
    by: Login
    head: str = ""


class Word(Struct, frozen=True):
    """What somebody said of a text.

    Attributes:
        approves: false for a review that asks for changes or was dismissed.
        commit: the version that a review is about; empty for a comment.
        digest: the beginning of a digest, as a comment gives it; empty for a review.
        edited: whether a comment was changed after it was written.
        date: ISO date, by the forge's own clock; for records, the gate compares no dates.
    """

    by: Login
    approves: bool
    commit: str = ""
    digest: str = ""
    edited: bool = False
    date: str = ""


class Request(Struct, frozen=True):
    """A proposal as it lies on a forge.

    Attributes:
        repository: `owner/name`.
        head: id of its newest version.
        branch: the name of the line that it lies on, as its author chose it.
        base: the name of the version that it wants to enter.
    """

    repository: str = ""
    number: int = 0
    head: str = ""
    branch: str = ""
    base: str = ""
    author: Login = Login()
    title: str = ""
    fork: bool = False
    draft: bool = False
    closed: bool = False
    labels: frozenset[str] = frozenset()


class Hook(Struct, frozen=True):
    """A message about an event.

    Attributes:
        name: of the kind of event, such as `pull_request`.
        labelling: where a label was put on or taken off.
    """

    name: str
    action: str
    request: Request
    labelling: Labelling | None = None


class Said(Struct, frozen=True):
    """What a person said under a proposal."""

    by: Login
    time: str
    text: str


class Notice(Struct, frozen=True):
    """Something that is shown on a forge by itself, and beside no proposal."""

    number: int
    body: str
    by: Login
    is_open: bool


class Suggestion(Struct, frozen=True):
    """Lines of a file that should read otherwise.

    Attributes:
        file: POSIX path from the top of the repository.
        start: first line, from 1.
        end: last line.
        body: what is said there, in Markdown.
    """

    file: str
    start: int
    end: int
    body: str


class Papers(Struct, frozen=True):
    """Documents that a job made of a proposal's text.

    Attributes:
        name: `documents` or `redline`.
        run: number of the job's run.
        artifact: number of what it left.
    """

    name: str
    run: int
    artifact: int


class Facts(Struct, frozen=True):
    """Everything about a proposal at one moment.

    Attributes:
        papers: of this very version; none as long as they are being made.
        labellings: in the order in which they happened.
        words: likewise.
        incomplete: what could not be asked, in a few words of ours each.
        agreed_seen: whether our own check beside this very version noted that the label “agreed”
            was put on it.
    """

    request: Request
    labellings: tuple[Labelling, ...] = ()
    words: tuple[Word, ...] = ()
    incomplete: tuple[str, ...] = ()
    agreed_seen: bool = False
    papers: tuple[Papers, ...] = ()
