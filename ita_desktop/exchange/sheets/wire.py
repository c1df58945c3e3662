"""How grids travel from the process that reads to the one that asked: one JSON value a line, rows in handfuls.

JSON and nothing that could run: what comes back was made from a file that anybody may have written.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Any

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.grid import Grid, Span, Value

_HANDFUL = 500


def lines_of(grid: Grid) -> Iterator[bytes]:
    yield _line(
        {
            "grid": grid.name,
            "rows": len(grid.rows),
            "above": grid.above,
            "spans": [[span.top, span.left, span.bottom, span.right] for span in grid.spans],
            "flaws": [[*place, why] for place, why in grid.flaws.items()],
        }
    )
    for start in range(0, len(grid.rows), _HANDFUL):
        yield _line(grid.rows[start : start + _HANDFUL])


def refusal(trouble: FileTrouble) -> bytes:
    return _line({"refused": [trouble.happened, trouble.safe, trouble.do]})


READY = b'{"ready": true}\n'
"""The reader runs and has the whole file: from now on it is the file that takes its time."""
END = b'{"end": true}\n'


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, default=_date, separators=(",", ":")).encode() + b"\n"


def _date(value: object) -> dict[str, str]:
    assert isinstance(value, datetime.date)
    return {"date": value.isoformat()}


@dataclass(slots=True)
class Unpacking:
    """Lines back into grids."""

    grids: list[Grid]
    ended: bool = False
    _head: Mapping[str, Any] | None = None
    _rows: list[tuple[Value, ...]] | None = None
    _texts: dict[str, str] = made_by(default_factory=dict)
    """Each text once: long sheets say the same again and again."""

    def take(self, line: bytes) -> int:
        """Takes a line in and says how many rows came with it; raises what the reader refused with."""
        value = json.loads(line, object_hook=_object)
        if isinstance(value, list):
            assert self._rows is not None
            once = self._texts.setdefault
            self._rows += [tuple([once(cell, cell) if type(cell) is str else cell for cell in row]) for row in value]
            self._finish_grid()
            return len(value)
        if "refused" in value:
            happened, safe, do = value["refused"]
            raise FileTrouble(happened, safe=safe, do=do)
        if "grid" in value:
            self._head, self._rows = value, []
            self._finish_grid()
        self.ended = "end" in value
        return 0

    def _finish_grid(self) -> None:
        head, rows = self._head, self._rows
        if head is None or rows is None or len(rows) < head["rows"]:
            return
        self.grids.append(
            Grid(
                name=head["grid"],
                rows=tuple(rows),
                spans=tuple(Span(*span) for span in head["spans"]),
                above=head["above"],
                flaws={(row, column): why for row, column, why in head["flaws"]},
            )
        )
        self._head = self._rows = None

    @property
    def share(self) -> float:
        """How much of the sheet at hand has come, 0 to 1."""
        return len(self._rows or ()) / max(self._head["rows"], 1) if self._head else 0.0


def _object(value: dict[str, Any]) -> object:
    if len(value) == 1 and "date" in value:
        written = value["date"]
        return datetime.datetime.fromisoformat(written) if "T" in written else datetime.date.fromisoformat(written)
    return value
