"""Keeps every change of a text as it is found, with where it stands and what it weighs."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from convenant.diff.covenant import change_id
from convenant.locale import N_
from convenant.model.comparison import Change, ChangeKind, Weight
from convenant.model.saying import Saying, Spoken
from convenant.model.section import Section
from convenant.problem import Place

_MONEY = re.compile(r"[€$£]|\b(euro|EUR|btw|VAT|subsid\w+)\b", re.IGNORECASE)
_DAYS = re.compile(
    r"\b(\d{4}|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
    r"|december|january|february|march|may|june|july|august|october|day|week|month|year"
    r"|dag|weken|maand|jaar|kwartaal|quarter|termijn|uiterlijk|vóór)(s|en)?\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(moet|moeten|mag|mogen|kan|kunnen|zal|zullen|verplicht\w*|recht\w*|verbod\w*|niet|geen"
    r"|must|shall|may|can|will|oblig\w*|right\w*|not|no)\b",
    re.IGNORECASE,
)
_LOOKS = re.compile(r"[\W_]+")
_LONGEST = 200


class Where(Struct, frozen=True):
    """Where the walk through a text is.

    Attributes:
        clause: the printed label of the article or annex.
        anchor: its id.
        member: which member of the article.
        computed: whether it follows from the data, whose changes are told already.
    """

    section: Section = Section.COVER
    file: str = ""
    clause: str = ""
    anchor: str = ""
    member: Spoken = ""
    computed: bool = False


class Ledger(Struct):
    """The changes so far.

    Attributes:
        parties: by id the names that a text may call a party by.
        following: ids of drawn changes that follow from the data, or from numbers that moved on.
    """

    parties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    where: Where = field(default_factory=Where)
    drawn: dict[str, Change] = field(default_factory=dict)
    listed: dict[str, Change] = field(default_factory=dict)
    following: set[str] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)

    def draw(
        self,
        kind: ChangeKind,
        before: str,
        after: str,
        *,
        at: tuple[int, int] = (1, 1),
        around: tuple[str, str] | None = None,
        whole: str = "",
        computed: bool = False,
    ) -> str:
        """Keep a change that is marked in the text, and give its id.

        Args:
            around: both versions with a few words beside them, where the change is within a line.
            whole: the whole paragraph, to see whom it is about.
        """
        change = self._change(kind, before, after, at, around, whole)
        self.drawn[change.id] = change
        if self.where.computed or computed:
            self.following.add(change.id)
        return change.id

    def list_layout(self, text: str, at: tuple[int, int]) -> None:
        """Keep a change of layout alone, which is not marked."""
        shown = _short(text)
        change = self._change(ChangeKind.FORMATTED, shown, shown, at)
        if not self.where.computed:
            self.listed[change.id] = change

    def _change(
        self,
        kind: ChangeKind,
        before: str,
        after: str,
        at: tuple[int, int],
        around: tuple[str, str] | None = None,
        whole: str = "",
    ) -> Change:
        where = self.where
        path = f"{where.section.key}#{where.anchor or where.section.key}"
        id = change_id(path, kind.value, before, after)
        count = self._counts[id] = self._counts.get(id, 0) + 1
        whole = whole or f"{before} {after}"
        return Change(
            id=id if count == 1 else change_id(id, str(count)),
            section=where.section,
            clause=where.clause,
            place=Place(where.file, *at),
            kind=kind,
            weight=self._weight(kind, before, after, around),
            parties=tuple(
                party
                for party, names in self.parties.items()
                if any(re.search(rf"\b{re.escape(name)}\b", whole) for name in names)
            ),
            said=self._said(kind, before, after, around),
            path=path,
            before=before or None,
            after=after or None,
        )

    def _weight(
        self, kind: ChangeKind, before: str, after: str, around: tuple[str, str] | None
    ) -> Weight:
        weight = _weight(kind, before, after, around)
        # A member of an article binds, whatever its words.
        whole = around is None and kind in (ChangeKind.ADDED, ChangeKind.REMOVED)
        binds = whole and self.where.member and self.where.section is not Section.AMBITION
        return Weight.OBLIGATION if binds and weight is Weight.CONTENT else weight

    def _said(
        self, kind: ChangeKind, before: str, after: str, around: tuple[str, str] | None
    ) -> Saying:
        here = self.where
        number = {"number": str(here.section.number)}
        where: Spoken = here.clause or Saying(N_("section {number}"), number)
        if here.clause and here.member:
            where = Saying(N_("{clause}, {member}"), {"clause": here.clause, "member": here.member})
        values: dict[str, Spoken] = {"where": where}
        if around and (kind in _WITHIN or (kind in _CUT and not _alike(before, after))):
            values |= {"before": _short(around[0]), "after": _short(around[1])}
            return Saying(_WITHIN_TEXTS[kind], values, capital=True)
        values |= {"before": _short(before), "after": _short(after)}
        return Saying(_TEXTS[kind], values, capital=True)


_TEXTS = {
    ChangeKind.ADDED: N_("{where}: added “{after}”."),
    ChangeKind.REMOVED: N_("{where}: dropped “{before}”."),
    ChangeKind.CHANGED: N_("{where}: “{before}” became “{after}”."),
    ChangeKind.MOVED: N_("{where}: moved to here, “{after}”."),
    ChangeKind.SPLIT: N_("{where}: split in two."),
    ChangeKind.MERGED: N_("{where}: two paragraphs became one."),
    ChangeKind.REPLACED: N_("{where}: the figure “{before}” was replaced by “{after}”."),
    ChangeKind.FORMATTED: N_("{where}: only the layout changed, “{after}”."),
}


_WITHIN = frozenset((ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED))
_CUT = frozenset((ChangeKind.SPLIT, ChangeKind.MERGED))
_WITHIN_TEXTS = {
    **dict.fromkeys(_WITHIN, N_("{where}: “{before}” became “{after}”.")),
    ChangeKind.SPLIT: N_("{where}: split in two, and “{before}” became “{after}”."),
    ChangeKind.MERGED: N_("{where}: two paragraphs became one, and “{before}” became “{after}”."),
}

_LIGHT = frozenset((ChangeKind.FORMATTED, ChangeKind.MOVED))
_JOINS = re.compile(r"\b(en|and)\b", re.IGNORECASE)
"""What a sentence loses when it becomes two, without saying anything else."""


def _weight(kind: ChangeKind, before: str, after: str, around: tuple[str, str] | None) -> Weight:
    if kind in _LIGHT or (kind in _CUT and _alike(before, after)):
        return Weight.WORDING
    if _LOOKS.sub("", before).lower() == _LOOKS.sub("", after).lower():
        return Weight.WORDING
    # A number alone says little: the words beside it say whether it is an amount or a term.
    text = " ".join((before, after, *(around or ())))
    if _MONEY.search(text):
        return Weight.MONEY
    if _DAYS.search(text):
        return Weight.DATE
    if _DUTY.search(text):
        return Weight.OBLIGATION
    return Weight.CONTENT


def _alike(before: str, after: str) -> bool:
    """Whether a cut or a join changed no word that matters."""
    one, other = (_LOOKS.sub("", _JOINS.sub("", text)).lower() for text in (before, after))
    return one == other


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
