"""The data document: a whole workbook as JSON, for archives, for other programs, for tests.

Strict on the way in: a document that breaks the rules is refused whole, with the path of the first value that is
wrong. Unknown names are refused too, since behind a misspelt one a value would be lost in silence. Nothing is lost on
the way out: what the contract does not name is added under names of our own where it holds anything.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from ita_desktop.domain.errors import AnswerIsNo, FileTrouble
from ita_desktop.domain.json_text import NamedTwice, read_json, write_json
from ita_desktop.domain.plain import from_plain, to_plain
from ita_desktop.domain.plain_values import Misfit
from ita_desktop.domain.workbook import Workbook, YearRecords

FORMAT = "ita-workbook/1"

R = TypeVar("R")


class WrongDocument(AnswerIsNo):
    """A data document with a value that cannot be taken over, and so is not taken over at all."""

    def __init__(self, misfit: Misfit) -> None:
        super().__init__(
            f"เอกสารข้อมูลผิดที่ {misfit.where}: {misfit.reason}", safe="ยังไม่ได้นำเข้าสิ่งใด", do="แก้ค่านั้นในเอกสารแล้วลองใหม่"
        )
        self.path = misfit.where


def write_document(workbook: Workbook) -> str:
    plain = to_plain(workbook)
    assert isinstance(plain, dict)
    return write_json({"format": FORMAT} | plain, indent=1) + "\n"


def read_document(text: str) -> Workbook:
    try:
        plain = read_json(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise _no_document("เนื้อหาไม่ใช่ JSON ที่ถูกต้อง") from error
    if not isinstance(plain, dict) or "format" not in plain:
        if isinstance(plain, NamedTwice):
            raise WrongDocument(Misfit("เขียนไว้ซ้ำสองครั้ง").under(plain.key))
        raise _no_document(f'ไม่มี "format": "{FORMAT}"')
    if plain["format"] != FORMAT:
        raise _no_document(f"รูปแบบ {plain['format']} ไม่ใช่ {FORMAT}")
    content = {key: _with_usual_years(value) if key == "years" else value for key, value in plain.items()}
    del content["format"]
    try:
        workbook = from_plain(Workbook, content)
        workbook = replace(workbook, years=tuple(map(_with_ids, workbook.years)))
        for wrong in _contradictions(workbook):
            raise wrong
    except Misfit as misfit:
        raise WrongDocument(misfit) from misfit
    return replace(workbook, years=tuple(sorted(workbook.years, key=lambda year: year.number)))


def _no_document(why: str) -> FileTrouble:
    return FileTrouble(
        f"ไฟล์นี้ไม่ใช่เอกสารข้อมูลที่โปรแกรมรุ่นนี้อ่านได้ ({why})", safe="ยังไม่ได้นำเข้าสิ่งใด", do="เลือกไฟล์ที่ส่งออกจาก ITA Desktop"
    )


def _with_usual_years(years: object) -> object:
    if not isinstance(years, list):
        return years
    return [_with_usual_facts(year) for year in years]


def _with_usual_facts(year: object) -> object:
    """A year that says nothing else goes by the rules of its number, and its measures run in the year that follows."""
    if not isinstance(year, dict) or type(year.get("year")) is not int:
        return year
    usual = {"measures_year": year["year"] + 1, "framework": str(year["year"])}
    return year | {key: value for key, value in usual.items() if key not in year}


def _with_ids(year: YearRecords) -> YearRecords:
    return replace(
        year,
        findings=_named(year.findings, "f"),
        measures=_named(year.measures, "m"),
        rounds=_named(year.rounds, "r"),
        calendar=_named(year.calendar, "c"),
    )


def _named(records: tuple[Any, ...], prefix: str) -> tuple[Any, ...]:
    """Ids may be left out as everything else may; nothing can refer to such a record yet."""
    taken = {record.id for record in records}
    free = (id for id in (f"{prefix}{number}" for number in itertools.count(1)) if id not in taken)
    return tuple(record if record.id else replace(record, id=next(free)) for record in records)


def _contradictions(workbook: Workbook) -> Iterator[Misfit]:
    """What no single value shows: the same thing said twice, and references to nothing."""
    yield from _twice("year", workbook.years, lambda year: year.number, ("years",))
    for index, year in enumerate(workbook.years):
        place = ("years", index)
        yield from _twice("class", year.respondents, lambda row: (row.tool, row.by, row.group), (*place, "respondents"))
        yield from _twice("item", year.remarks, lambda remark: remark.item, (*place, "assessor_remarks"))
        yield from _twice("id", year.findings, lambda finding: finding.id, (*place, "findings"))
        yield from _twice("id", year.measures, lambda measure: measure.id, (*place, "measures"))
        yield from _twice("id", year.rounds, lambda one: one.id, (*place, "rounds"))
        yield from _twice("round", year.followups, lambda report: report.id, (*place, "followups"))
        yield from _twice("item", year.checklist, lambda entry: entry.item, (*place, "checklist"))
        yield from _twice("id", year.calendar, lambda entry: entry.id, (*place, "calendar"))
        yield from _twice("quote", year.silenced, lambda silenced: silenced.id, (*place, "silenced"))
        yield from _references_to_nothing(year, place)


def _twice(
    key: str, records: Iterable[R], identity: Callable[[R], Hashable], place: tuple[str | int, ...]
) -> Iterator[Misfit]:
    seen: set[Hashable] = set()
    for index, record in enumerate(records):
        if identity(record) in seen:
            yield Misfit("ซ้ำกับรายการก่อนหน้า", (*place, index, key))
        seen.add(identity(record))


def _references_to_nothing(year: YearRecords, place: tuple[str | int, ...]) -> Iterator[Misfit]:
    findings = {finding.id for finding in year.findings}
    measures = {measure.id for measure in year.measures}
    rounds = {round.id for round in year.rounds}
    for index, measure in enumerate(year.measures):
        for inner, finding in enumerate(measure.findings):
            if finding not in findings:
                yield Misfit(f"ไม่มีข้อค้นพบ {finding} ในปีนี้", (*place, "measures", index, "findings", inner))
    for index, report in enumerate(year.followups):
        if report.measure not in measures:
            yield Misfit(f"ไม่มีมาตรการ {report.measure} ในปีนี้", (*place, "followups", index, "measure"))
        if report.round not in rounds:
            yield Misfit(f"ไม่มีรอบ {report.round} ในปีนี้", (*place, "followups", index, "round"))
