"""Backups looked into: what is different now, one record taken back, and when the next one is due."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from ita_desktop.actions.workbook import tidy_up
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.delivery.trouble import could_not_read
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import FollowUp, Measure
from ita_desktop.domain.workbook import Workbook
from ita_desktop.storage import backups
from ita_desktop.storage.backups import Backup
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Document
from ita_desktop.storage.tables import PAPER_RECORDS, RECORD_TABLES

BETWEEN = datetime.timedelta(minutes=30)
SECOND_PLACE_OLD = datetime.timedelta(days=7)

Key = tuple[str, int | None, str]
"""Kind, year and id: what the rest of the house calls a record by; a score by its indicator or item."""

_OFFICE: Key = ("office", None, "")
_SCORES = {"indicator_score": "indicator_scores", "eit_part": "eit_parts", "item_score": "item_scores"}
_FACTS = ("measures_year", "framework", "reported", "strength_rule")


@dataclass(frozen=True, slots=True)
class Difference:
    """One record as it was and as it is."""

    kind: str
    year: int | None
    id: str
    old: Any
    """As the backup has it; None where it is not there."""
    new: Any
    """As it is now; None where it is gone."""

    @property
    def same(self) -> bool:
        return bool(self.old == self.new)


def look_into(backup: Path, *, frameworks: Frameworks) -> Workbook:
    """All that a backup holds; raises DamagedFile unless all of it is what was stored."""
    with Document.open(backup, frameworks=frameworks, read_only=True) as document:
        return document.workbook()


def side_by_side(then: Workbook, now: Workbook) -> tuple[Difference, ...]:
    """Every record there was or is, in the order of the years and of the officer."""
    old, new = dict(_records(then)), dict(_records(now))
    place = {key: number for number, key in enumerate([*old, *(key for key in new if key not in old)])}
    kinds = {kind: number for number, kind in enumerate(dict.fromkeys(key[0] for key in place))}
    keys = sorted(place, key=lambda key: (key[1] or 0, kinds[key[0]], place[key]))
    return tuple(Difference(*key, old.get(key), new.get(key)) for key in keys)


def compare(document: Document, backup: Path, *, frameworks: Frameworks) -> tuple[Difference, ...]:
    """What was added, removed and changed since the backup."""
    every = side_by_side(look_into(backup, frameworks=frameworks), document.workbook())
    return tuple(each for each in every if not each.same)


def take_back(
    document: Document, backup: Path, kind: str, year: int | None, id: str = "", *, frameworks: Frameworks
) -> None:
    """One record becomes what it is in the backup, together with what it cannot stand without; nothing else changes."""
    old = dict(_records(look_into(backup, frameworks=frameworks)))
    new = dict(_records(document.workbook()))
    wanted: Key = (kind, year, id)
    if wanted not in old and wanted not in new:
        raise WrongUsage("ไม่พบรายการนี้ทั้งในข้อมูลสำรองและในสมุดงาน", do="เปิดหน้าต่างเปรียบเทียบใหม่")
    with document.change("นำรายการกลับจากข้อมูลสำรอง") as change:
        if wanted not in old:
            _remove(change, wanted, new[wanted])
            return
        needed = () if wanted in new and kind == "year" else _needed(wanted, old)
        for key in dict.fromkeys((*needed, wanted)):
            if key == wanted or key not in new:
                _put(change, key, old[key], is_there=key in new)


def due(last: datetime.datetime | None, now: datetime.datetime, *, changed: bool) -> bool:
    """Whether work went on for half an hour without a backup; a clock that was set back makes one due, too."""
    return changed and (last is None or abs(now - last) >= BETWEEN)


def latest(workbook: Path, root: Path) -> Backup | None:
    """The last backup below `root`, which may be the usual place or a second one."""
    return next(reversed(backups.found_in(backups.folder_of(workbook, root))), None)


def carry_over(backup: Backup, workbook: Path, second: Path, now: datetime.datetime) -> Path:
    """A finished backup once more in the second place, read back from there; old ones there are thinned."""
    folder = backups.folder_of(workbook, second)
    tidy_up([folder], now)
    for path in (backups.beside(backup), backup.path):
        try:
            content = path.read_bytes()
        except OSError as error:
            raise could_not_read(error, path) from error
        write_whole(folder / path.name, content)
    backups.thin(folder, now)
    return folder / backup.path.name


def second_place_is_old(last: datetime.datetime | None, now: datetime.datetime) -> bool:
    """Whether to remind of the stick: what is stolen or burns with the computer is in no backup on it."""
    return last is None or abs(now - last) >= SECOND_PLACE_OLD


def _records(workbook: Workbook) -> Iterator[tuple[Key, Any]]:
    yield _OFFICE, workbook.office
    for year in workbook.years:
        yield ("year", year.number, ""), {name: getattr(year, name) for name in _FACTS}
        for kind, field in _SCORES.items():
            for key, score in getattr(year, field).items():
                yield (kind, year.number, str(key)), score
        for table in RECORD_TABLES:
            for record in getattr(year, table.table.name):
                yield (table.table.kind, year.number, "/".join(map(str, table.key(year.number, record)[1:]))), record
        for name in PAPER_RECORDS:
            if getattr(year, name) is not None:
                yield (name, year.number, ""), getattr(year, name)
    for kind, items in workbook.shelf.items():
        for name, value in items.items():
            yield ("shelf", None, f"{kind}/{name}"), value
    for name, picture in workbook.pictures.items():
        yield ("picture", None, name), picture


def _needed(key: Key, old: Mapping[Key, Any]) -> Iterator[Key]:
    """What a record refers to, what it refers to in turn first; a year that is gone comes back with all it held."""
    kind, year, _ = key
    if kind == "year":
        yield key
        yield from (other for other in old if other[1] == year)
        return
    if year is not None:
        yield ("year", year, "")
    record = old[key]
    if isinstance(record, Measure):
        yield from (("finding", year, id) for id in record.findings)
    elif isinstance(record, FollowUp):
        measure: Key = ("measure", year, record.measure)
        yield from _needed(measure, old)
        yield measure
        yield ("round", year, record.round)


def _put(change: Change, key: Key, value: Any, *, is_there: bool) -> None:  # noqa: ANN401 - a record of any kind
    kind, year, id = key
    if kind == "office":
        change.save_office(value)
    elif kind == "shelf":
        shelf, _, name = id.partition("/")
        change.put_on_shelf(shelf, name, value)
    elif kind == "picture":
        change.save_picture(id, value)
    elif year is None:
        raise LookupError(key)
    elif kind == "year":
        if not is_there:
            change.add_year(year)
        change.save_year_facts(year, **value)
    elif kind in _SCORES:
        _set_score(change, kind, year, id, value)
    else:
        change.save(year, value)


def _remove(change: Change, key: Key, value: Any) -> None:  # noqa: ANN401 - a record of any kind
    kind, year, id = key
    if kind == "shelf":
        shelf, _, name = id.partition("/")
        change.take_off_shelf(shelf, name)
    elif kind == "picture":
        change.delete_picture(id)
    elif year is None:
        raise LookupError(key)
    elif kind == "year":
        change.delete_year(year)
    elif kind in _SCORES:
        _set_score(change, kind, year, id, None)
    else:
        change.delete(year, value)


def _set_score(change: Change, kind: str, year: int, id: str, score: Decimal | None) -> None:
    if kind == "item_score":
        change.set_item_score(year, id, score)
    elif kind == "indicator_score":
        change.set_indicator_score(year, int(id), score)
    else:
        change.set_eit_part(year, int(id), score)
