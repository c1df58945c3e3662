"""How sheets travel from the process that reads to the one that asked: one JSON value a line, rows in handfuls.

JSON and nothing that could run: what comes back was made from a file that anybody may have written.
"""

from __future__ import annotations

import datetime
import json
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from itertools import islice
from typing import Any

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.grid import NO_FLAWS, Grid, Place, Span, Value, cut
from ita_desktop.exchange.sheets.look import too_large

_HANDFUL = 500
_LONGEST_TEXT = 32_767
"""What a cell of Excel holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A grid on its way out of a file. Its rows are sent as they are read: all of them at once fill the memory."""

    name: str
    rows: Iterable[Sequence[object]]
    """With whatever empty cells the file has; who takes them in leaves those out."""
    height: int
    spans: tuple[Span, ...] = ()
    above: str = ""
    flaws: Mapping[Place, str] = made_by(default_factory=lambda: NO_FLAWS)
    """Of cells without a value."""


def as_sheet(grid: Grid) -> Sheet:
    return Sheet(
        name=grid.name, rows=grid.rows, height=len(grid.rows), spans=grid.spans, above=grid.above, flaws=grid.flaws
    )


def lines_of(sheet: Sheet) -> Iterator[bytes]:
    yield _line(
        {
            "grid": sheet.name,
            "height": sheet.height,
            "above": sheet.above,
            "spans": [[span.top, span.left, span.bottom, span.right] for span in sheet.spans],
            "flaws": [[*place, why] for place, why in sheet.flaws.items()],
        }
    )
    rows = iter(sheet.rows)
    while handful := list(islice(rows, _HANDFUL)):
        yield _line(handful)


def refusal(trouble: FileTrouble) -> bytes:
    return _line({"refused": [trouble.happened, trouble.safe, trouble.do]})


READY = b'{"ready": true}\n'
"""The reader runs and has the whole file: from now on it is the file that takes its time."""
END = b'{"end": true}\n'


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=_plain, separators=(",", ":")).encode() + b"\n"


def _plain(value: object) -> object:
    """What JSON has no word for: dates and times of day."""
    match value:
        case datetime.datetime() if value.time() == datetime.time():
            return {"date": value.date().isoformat()}
        case datetime.date():
            return {"date": value.isoformat()}
        case datetime.time():
            return f"{value:%H:%M}"
        case datetime.timedelta():
            return str(value)
    raise TypeError(type(value))


class _Texts(dict[str, str | None]):
    """Each text once, for long sheets say the same again and again; and nothing for one in which nothing is said."""

    def __missing__(self, text: str) -> str | None:
        if len(text) > _LONGEST_TEXT:
            raise too_large()
        kept = self[text] = None if not text or text.isspace() else text
        return kept


@dataclass(slots=True)
class Unpacking:
    """Lines back into grids; a sheet with nothing in it becomes none."""

    grids: list[Grid] = made_by(default_factory=list)
    ready_at: float | None = None
    """On the clock that only goes forward."""
    ended: bool = False
    _head: Mapping[str, Any] | None = None
    _rows: list[tuple[Value, ...]] = made_by(default_factory=list)
    _texts: _Texts = made_by(default_factory=_Texts)

    def take(self, line: bytes) -> None:
        """Takes a line in; raises what the reader refused with."""
        value = json.loads(line, object_hook=_object)
        if isinstance(value, list):
            texts = self._texts
            self._rows += [cut(tuple([texts[cell] if type(cell) is str else cell for cell in row])) for row in value]
        elif "refused" in value:
            happened, safe, do = value["refused"]
            raise FileTrouble(happened, safe=safe, do=do)
        elif "ready" in value:
            self.ready_at = time.monotonic()
        else:
            self._finish_grid()
            self._head, self._rows = value if "grid" in value else None, []
            self.ended = "end" in value

    def _finish_grid(self) -> None:
        if self._head is None:
            return
        head, rows = self._head, self._rows
        while rows and not rows[-1]:
            rows.pop()
        spans = tuple(Span(*span) for span in head["spans"])
        grid = Grid(name=head["grid"], rows=tuple(rows), spans=spans, above=head["above"])
        flaws = {(row, column): why for row, column, why in head["flaws"] if grid.value(row, column) is None}
        if rows or flaws:
            self.grids.append(replace(grid, flaws=flaws))

    @property
    def share(self) -> float:
        """How much of the sheet at hand has come, 0 to 1; asked beside the thread that takes lines in."""
        head = self._head
        return len(self._rows) / max(head["height"], 1) if head else 0.0


def _object(value: dict[str, Any]) -> object:
    if len(value) == 1 and "date" in value:
        written = value["date"]
        return datetime.datetime.fromisoformat(written) if "T" in written else datetime.date.fromisoformat(written)
    return value
