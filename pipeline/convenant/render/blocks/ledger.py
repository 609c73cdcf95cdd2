"""Amounts by line and year, as a table with totals that never cover for a missing amount."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from msgspec import Struct

from convenant.locale import N_, Voice
from convenant.model.ast import Cell, Node, para
from convenant.model.sums import amounts_total
from convenant.render.blocks.register import Row, register
from convenant.render.words import anchored, cell, cell_of, text, total

_LEAST_NAME_WIDTH = 0.27
_WIDTH_PER_CHARACTER, _PADDING = 0.0115, 0.03


class Line(Struct, frozen=True):
    """An amount of a year; lines with the same name share a row. Year 0 is not known yet."""

    id: str
    name: str
    year: int
    amount: Decimal | None
    status: str = ""
    origin: str = ""


class Sum(Struct, frozen=True):
    """A row of totals: its English title, and what it comes to in some lines of some years."""

    title: str
    of: Callable[[Sequence[Line], Sequence[int]], Decimal | None]


TOTAL = Sum(N_("Total"), lambda some, _years: amounts_total(line.amount for line in some))


def ledger(
    voice: Voice,
    title: str,
    first: str,
    lines: Sequence[Line],
    *,
    sums: Sequence[Sum] = (TOTAL,),
    details: Callable[[Sequence[Line]], str] = lambda some: "",
    years: Iterable[int] = (),
) -> list[Node]:
    """The table of these lines, years side by side where that fits on the page.

    Args:
        title: the caption, English.
        first: English title of the first column.
        sums: rows of totals; a sum that is not known is a dash, with a note.
        details: a second line for the name of a row.
        years: further years that the sums are wanted for.
    """
    if not lines:
        return []
    shown = sorted({line.year for line in lines} | set(years), key=lambda year: (not year, year))
    money = money_format(voice, [line.amount for line in lines])
    page = _Page(voice, title, first, tuple(lines), tuple(shown), tuple(sums), details, money)
    longest = max(len(money(one.of(lines, shown) or Decimal(0))) for one in (TOTAL, *sums))
    width = round(_PADDING + _WIDTH_PER_CHARACTER * max(longest, 8), 3)
    columns = len(shown) + (len(shown) > 1)
    fits = 1 - columns * width >= _LEAST_NAME_WIDTH
    blocks = page.side_by_side(width) if fits else page.one_below_another(width)
    if any(line.amount is None for line in lines):
        note = N_("A dash in the totals means that not every amount is known yet.")
        blocks.append(para(text(voice.say(note))))
    return blocks


def money_format(voice: Voice, amounts: Iterable[Decimal | None]) -> Callable[[Decimal], str]:
    """How the amounts of one table are written: with cents as soon as one of them has any."""
    if all(amount == amount.to_integral_value() for amount in amounts if amount is not None):
        return voice.money
    cents = voice.number(Decimal("0.5"))[1] + "00"
    return lambda amount: voice.money(amount) + cents * (amount == amount.to_integral_value())


class _Page(Struct, frozen=True):
    voice: Voice
    title: str
    first: str
    lines: tuple[Line, ...]
    years: tuple[int, ...]
    sums: tuple[Sum, ...]
    details: Callable[[Sequence[Line]], str]
    money: Callable[[Decimal], str]

    def side_by_side(self, width: float) -> list[Node]:
        """A row for each name, a column for each year and one for all years."""
        groups: dict[str, list[Line]] = {}
        for line in self.lines:
            groups.setdefault(line.name, []).append(line)
        several = len(self.years) > 1
        rows = []
        for name, group in groups.items():
            alone = len(group) == 1
            cells = [
                self._amounts([line for line in group if line.year == year], anchor=not alone)
                for year in self.years
            ]
            if several:
                cells.append(cell(self._sum(TOTAL, group, self.years)))
            id = group[0].id if alone else ""
            rows.append(Row(id, text(name), [text(self.details(group))], cells))
        titles = [self._year(year) for year in self.years]
        titles += [N_("Total")] * several
        foot = [
            [
                total(self.voice.say(one.title)),
                *(total(self._sum(one, self._of(year), [year])) for year in self.years),
                *([total(self._sum(one, self.lines, self.years))] if several else []),
            ]
            for one in self.sums
        ]
        return register(
            self.voice,
            self.title,
            [(self.first, 1 - len(titles) * width), *((one, width) for one in titles)],
            rows,
            right=range(1, len(titles) + 1),
            foot=foot,
        )

    def one_below_another(self, width: float) -> list[Node]:
        """A row for each line in the order of its year, for many years or large amounts."""
        rows = [
            Row(
                line.id,
                text(line.name),
                [text(self.details([line]))],
                [cell(self._year(year)), self._amounts([line], anchor=False)],
            )
            for year in self.years
            for line in self._of(year)
        ]
        foot = [
            [
                total(self.voice.say(one.title)),
                total(label or self.voice.say(N_("all years"))),
                total(self._sum(one, lines, years)),
            ]
            for one in self.sums
            for label, lines, years in [
                *((self._year(year), self._of(year), [year]) for year in self.years),
                ("", self.lines, self.years),
            ]
        ]
        year_width = 0.16
        return register(
            self.voice,
            self.title,
            [(self.first, 1 - width - year_width), (N_("Year"), year_width), (N_("Amount"), width)],
            rows,
            right=(2,),
            foot=foot,
        )

    def _of(self, year: int) -> list[Line]:
        return [line for line in self.lines if line.year == year]

    def _year(self, year: int) -> str:
        return str(year) if year else self.voice.say(N_("Year open"))

    def _sum(self, one: Sum, lines: Sequence[Line], years: Sequence[int]) -> str:
        amount = one.of(lines, years)
        return "" if amount is None else self.money(amount)

    def _amounts(self, lines: Sequence[Line], *, anchor: bool) -> Cell:
        """The amount of a row in a year; lines of the same name and year stay visible."""
        inlines: list[Node] = []
        for line in lines:
            open_yet = self.voice.say(N_("not known yet"))
            shown = open_yet if line.amount is None else self.money(line.amount)
            inlines += [{"t": "LineBreak"}] if inlines else []
            inlines += anchored(line.id if anchor else "", text(shown))
        return cell_of(inlines)
