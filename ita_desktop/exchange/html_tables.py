"""Tables of a web page: what Word, Excel and browsers put on the clipboard, and what some systems save as .xls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field as made_by
from html.parser import HTMLParser

from ita_desktop.exchange.grid import Grid, Span, Value, trimmed

_UNSEEN = frozenset({"style", "script", "head", "title", "template", "noscript"})
_NEW_LINE = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_WIDEST = 200
_MOST_CELLS = 200_000
_LONGEST_WORDS = 300


class TooManyCells(ValueError):
    """No table that a person would paste."""


@dataclass(slots=True)
class _Table:
    rows: list[list[Value]] = made_by(default_factory=list)
    spans: list[Span] = made_by(default_factory=list)
    still: dict[int, int] = made_by(default_factory=dict)
    """Columns that a cell above still covers → how many rows."""
    words_before: str = ""


@dataclass(slots=True)
class _Cell:
    wide: int
    high: int
    text: list[str] = made_by(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[_Table] = []
        self._open: list[_Table] = []
        self._cell: list[_Cell | None] = []
        self._words: list[str] = []
        self._hidden = 0
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag == "table":
            self._open.append(_Table(words_before=_tidy("".join(self._words))[-_LONGEST_WORDS:]))
            self._cell.append(None)
            self._words = []
        elif tag == "tr" and self._open:
            self._close_cell()
            self._open[-1].rows.append([])
        elif tag in {"td", "th"} and self._open:
            self._close_cell()
            named = dict(attrs)
            self._cell[-1] = _Cell(_count(named.get("colspan")), _count(named.get("rowspan")))
        elif tag in _NEW_LINE:
            self._say("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in {"td", "th", "tr"} and self._open:
            self._close_cell()
        elif tag == "table" and self._open:
            self._close_cell()
            self._cell.pop()
            self.done.append(self._open.pop())
        elif tag in _NEW_LINE:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        # Line ends in the source are mere spaces; only tags end a line.
        self._say(re.sub(r"[ \t\r\n]+", " ", data))

    def finish(self) -> list[_Table]:
        self.close()
        while self._open:
            self.handle_endtag("table")
        return self.done

    def _say(self, text: str) -> None:
        if self._hidden:
            return
        if self._open:
            if (cell := self._cell[-1]) is not None:
                cell.text.append(text)
        else:
            self._words.append(text)

    def _close_cell(self) -> None:
        cell, self._cell[-1] = self._cell[-1], None
        if cell is None:
            return
        table = self._open[-1]
        if not table.rows:
            table.rows.append([])
        row, at = table.rows[-1], len(table.rows) - 1
        _pass_covered(table, row)
        left = len(row)
        wide = min(cell.wide, _WIDEST - left)
        self._cells += max(wide, 1)
        if wide < 1 or self._cells > _MOST_CELLS:
            raise TooManyCells
        row += [_tidy("".join(cell.text)) or None, *[None] * (wide - 1)]
        if cell.high > 1:
            table.still |= dict.fromkeys(range(left, left + wide), at + cell.high - 1)
        if wide > 1 or cell.high > 1:
            table.spans.append(Span(at, left, at + cell.high - 1, left + wide - 1))


def _pass_covered(table: _Table, row: list[Value]) -> None:
    while table.still.get(len(row), -1) >= len(table.rows) - 1:
        row.append(None)


def _count(written: str | None) -> int:
    return min(max(int(written), 1), 10_000) if written and written.isdecimal() and len(written) < 9 else 1


def _tidy(text: str) -> str:
    lines = (" ".join(line.replace("\xa0", " ").split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def read_html(html: str, name: str) -> list[Grid]:
    """Every table of the page, in its order; a table inside another one's cell comes before it."""
    reader = _Reader()
    reader.feed(html)
    grids = []
    for table in reader.finish():
        rows = trimmed([tuple(row) for row in table.rows])
        spans = tuple(
            Span(span.top, span.left, min(span.bottom, len(rows) - 1), span.right)
            for span in table.spans
            if span.top < len(rows)
        )
        if rows:
            grids.append(Grid(name=name, rows=rows, spans=spans, above=table.words_before))
    if len(grids) > 1:
        return [
            Grid(name=f"{name} {number}", rows=grid.rows, spans=grid.spans, above=grid.above)
            for number, grid in enumerate(grids, 1)
        ]
    return grids
