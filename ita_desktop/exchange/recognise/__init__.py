"""Which tables a grid holds and what they say: read by the words offices use, never by position."""

from __future__ import annotations

from ita_desktop.exchange.recognise.columns import mapping_of
from ita_desktop.exchange.recognise.found import (
    CellProblem,
    Column,
    Entry,
    FoundTable,
    Kind,
    Known,
    LeftOut,
    Recognised,
    TableRow,
)
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.tables import recognise, reread

__all__ = [
    "CellProblem",
    "Column",
    "Entry",
    "FoundTable",
    "Kind",
    "Known",
    "LeftOut",
    "Meaning",
    "Recognised",
    "TableRow",
    "mapping_of",
    "recognise",
    "reread",
]
