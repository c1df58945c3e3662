"""Workbooks for tests: the sample that ships, a small one with everything in it, many full years, random ones."""

from __future__ import annotations

import builtins
import datetime
import types
import typing
from collections import abc
from collections.abc import Callable
from dataclasses import is_dataclass, replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as some

from ita_desktop.domain.json_text import read_json
from ita_desktop.domain.plain import from_plain
from ita_desktop.domain.records import (
    Agenda,
    AgendaItem,
    CalendarEntry,
    ChecklistEntry,
    Draft,
    Evidence,
    Finding,
    FindingKind,
    FollowUp,
    FollowUpState,
    Measure,
    Member,
    Memo,
    MemoPart,
    Office,
    Order,
    Person,
    Remark,
    Report,
    Reported,
    Respondents,
    Round,
    Section,
    Signatory,
    Signature,
    Silenced,
    StrengthRule,
)
from ita_desktop.domain.workbook import Picture, Workbook, YearRecords
from ita_desktop.storage.document import Document

RESOURCES = Path(__file__).parents[1] / "resources"
T = TypeVar("T")
Make = Callable[[Path, Workbook], Document]
Reopen = Callable[..., Document]

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", kind="เทศบาลตำบล", divisions=("สำนักปลัดเทศบาล", "กองคลัง"))


def sample() -> Workbook:
    """The example that ships: three years of an invented office."""
    plain = read_json((RESOURCES / "sample" / "sample.json").read_text(encoding="utf-8"))
    assert isinstance(plain, dict)
    del plain["format"]
    return from_plain(Workbook, plain)


def everything() -> Workbook:
    """Small, with every field of every record set to something that is not its default."""
    day = datetime.date(2025, 3, 20)
    draft = Draft(field="text", text="ร่าง", basis={"indicator.8": "83.40"})
    year = YearRecords(
        number=2568,
        measures_year=2569,
        framework="2567",
        reported=Reported(total=Decimal("92.89"), level="ผ่าน"),
        strength_rule=StrengthRule(mark=Decimal("90.5"), top=3),
        indicator_scores={1: Decimal("86.5"), 10: Decimal("80.00")},
        eit_parts={1: Decimal("85.10"), 2: Decimal(85)},
        item_scores={"i1": Decimal("98.2"), "e9": Decimal(0), "o28": Decimal(100)},
        respondents=(Respondents(tool="IIT", by="age", group="20-30 ปี", male=6, female=11, other=1),),
        remarks=(Remark(item="o27", text="ไม่พบข้อมูล"), Remark(item="o1", text="ลิงก์ใช้ไม่ได้")),
        findings=(
            Finding(
                id="f2",
                indicator=8,
                items=("e7", "e8"),
                topic=3,
                kind=FindingKind.IMPROVE,
                text="คะแนนต่ำ",
                advice="ปรับปรุง",
                drafts=(draft,),
            ),
            Finding(id="f1"),
        ),
        measures=(
            Measure(
                id="m1",
                findings=("f1", "f2"),
                indicator=8,
                items=("e7",),
                topic=3,
                title="เพิ่มช่องทาง 'ถาม-ตอบ'",
                analysis="ผู้มาติดต่อไม่ทราบช่องทาง",
                steps=("สำรวจ", "ประกาศ"),
                owners=("นิติกร",),
                start=day,
                end=datetime.date(2025, 9, 30),
                revised_end=datetime.date(2025, 12, 31),
                period_text="ตลอดปีงบประมาณ",
                followup="รอบ 6 เดือน",
                budget=Decimal("15000.50"),
                drafts=(draft,),
            ),
            Measure(id="m2"),
        ),
        rounds=(Round(id="r1", name="รอบ 6 เดือน", due=day), Round(id="r2", name="รอบ 12 เดือน")),
        followups=(
            FollowUp(
                measure="m1",
                round="r1",
                state=FollowUpState.IN_PROGRESS,
                progress=50,
                result="ดำเนินการแล้ว",
                obstacles="ไม่มี",
                reported=day,
                evidence=(
                    Evidence(title="ภาพถ่าย", link="https://www.example.go.th/1", file="1.jpg", size=123, sha256="ab"),
                ),
            ),
            FollowUp(measure="m2", round="r1"),
        ),
        checklist=(
            ChecklistEntry(
                item="o1",
                owner="สำนักปลัดเทศบาล",
                due=day,
                link="https://x.example",
                state=FollowUpState.DONE,
                note="ครบ",
            ),
        ),
        calendar=(CalendarEntry(id="c1", title="เปิดแบบวัด IIT", start=day, end=day, owner="ปลัด"),),
        silenced=(
            Silenced(rule="a-rule", kind="measure", record="m1", field="end", quote="9", reason="ตกลงแล้ว", when=day),
        ),
        memo=Memo(
            division="สำนักปลัดเทศบาล",
            number="ตย 1/2568",
            date=day,
            subject="ผลการประเมิน",
            to="นายกเทศมนตรี",
            parts=(MemoPart(heading="เรื่องเดิม", text="ตามที่…", drafts=(draft,)),),
            signatures=(
                Signature(
                    to="ปลัด",
                    comments=("- เพื่อโปรดพิจารณา",),
                    name="นายสมมติ ใจดี",
                    position="นิติกร",
                    acting_for="ปลัด",
                    date=day,
                ),
            ),
        ),
        report=Report(preset="short", sections=(Section(key="background", included=False, text="…", drafts=(draft,)),)),
        order=Order(
            number="45/2568",
            date=day,
            subject="แต่งตั้งคณะทำงาน",
            whereas="ด้วย…",
            members=(Member(name="นางสมมุติ ใจงาม", position="ปลัด", role="ประธาน", charge=("9.1", "o12")),),
            duties=("รวบรวม",),
            effective=day,
            signatory=Signatory(name="นายตัวอย่าง", position="นายกเทศมนตรี"),
        ),
        agenda=Agenda(
            meeting="1/2568",
            date=day,
            time="13:30",
            place="ห้องประชุม",
            items=(AgendaItem(number="1", title="แจ้ง", points=("ก", "ข")),),
        ),
    )
    office = Office(
        name="เทศบาลตำบลตัวอย่าง",
        kind="เทศบาลตำบล",
        district="สมมติ",
        province="ตัวอย่าง",
        divisions=("สำนักปลัดเทศบาล", "กองคลัง"),
        people=(Person(name="นายสมมติ ใจดี", position="ปลัด", division="สำนักปลัดเทศบาล"),),
        telephone="0 0000 0000",
        website="https://www.example.go.th",
    )
    return Workbook(
        office=office,
        years=(YearRecords(number=2567, measures_year=2568, framework="2567"), year),
        shelf={
            "preset": {"ของเรา": {"digits": "thai", "marks": [1, Decimal("2.50"), None, True]}},
            "phrase": {"a": "ข"},
        },
        pictures={"emblem": Picture(media_type="image/png", content=bytes(range(256)))},
    )


def full_years(count: int, measures: int = 300, rounds: int = 4) -> Workbook:
    """As much as an office could ever gather."""
    template = sample().years[-1]
    text = "ดำเนินการเผยแพร่ข้อมูลข่าวสารบนเว็บไซต์ของหน่วยงานให้ครบถ้วนและเป็นปัจจุบัน " * 3
    base = template.measures[0]
    year = replace(
        template,
        measures=tuple(
            replace(base, id=f"m{number}", title=f"มาตรการที่ {number}", analysis=text, steps=(text, text, text))
            for number in range(1, measures + 1)
        ),
        rounds=tuple(Round(id=f"r{number}", name=f"รอบที่ {number}") for number in range(1, rounds + 1)),
        followups=tuple(
            FollowUp(measure=f"m{measure}", round=f"r{round}", state=FollowUpState.DONE, progress=100, result=text)
            for measure in range(1, measures + 1)
            for round in range(1, rounds + 1)
        ),
    )
    years = tuple(
        replace(year, number=number, measures_year=number + 1, framework=str(number))
        for number in range(2569 - count, 2569)
    )
    return Workbook(office=OFFICE, years=years)


# Random ones, for hypothesis

_TEXTS = some.sampled_from(
    [
        "",
        "มาตรการ",
        "ป้าย 'ถาม-ตอบ'",
        'เรียก "ปั๊ม"',
        "บรรทัด\nใหม่\t",
        "๑๒.๕๐",
        "null",
        "😀",
        "\\u0000",
        "a/b",
        " ",
        "\u200b",
    ]
)
_ANY_TEXT = some.text(
    some.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff", include_characters="\n\t"),
    max_size=8,
)
_CODES = some.builds("{}{}".format, some.sampled_from("ieo"), some.integers(1, 43))
_SCORES = some.decimals(0, 100, places=2) | some.integers(0, 100).map(Decimal)
_YEARS = some.integers(2560, 2575)
_PLAIN_TYPES = {
    str: _TEXTS,
    int: some.integers(0, 10_000),
    bool: some.booleans(),
    bytes: some.binary(max_size=20),
    Decimal: some.decimals(0, 10**9, places=2),
    datetime.date: some.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)),
    Any: some.recursive(
        some.none() | some.booleans() | some.integers(-(10**9), 10**9) | _TEXTS,
        lambda inner: some.lists(inner, max_size=2) | some.dictionaries(_TEXTS, inner, max_size=2),
        max_leaves=4,
    ),
}
_SPECIAL = {
    (Office, "name"): some.just("เทศบาลตำบลตัวอย่าง"),
    (YearRecords, "measures_year"): _YEARS,
    (YearRecords, "framework"): some.sampled_from(["2566", "2568"]),
    (YearRecords, "indicator_scores"): some.dictionaries(some.integers(1, 10), _SCORES, max_size=10),
    (YearRecords, "eit_parts"): some.dictionaries(some.integers(1, 2), _SCORES),
    (YearRecords, "item_scores"): some.dictionaries(_CODES, _SCORES, max_size=10),
    (Finding, "text"): _ANY_TEXT,
    (Evidence, "title"): _ANY_TEXT,
    (Reported, "total"): some.none() | _SCORES,
    (StrengthRule, "mark"): _SCORES,
    (StrengthRule, "top"): some.none() | some.integers(1, 10),
    (FollowUp, "progress"): some.none() | some.integers(0, 100),
    **{(kind, "indicator"): some.none() | some.integers(1, 10) for kind in (Finding, Measure)},
    **{(kind, "topic"): some.none() | some.integers(1, 7) for kind in (Finding, Measure)},
}


def random_records(kind: type[T]) -> some.SearchStrategy[T]:
    """Any record of this class whose single values make sense; ids and references are left to the caller."""
    hints = typing.get_type_hints(kind)
    return some.builds(
        kind, **{name: _SPECIAL[kind, name] if (kind, name) in _SPECIAL else _any(hint) for name, hint in hints.items()}
    )


def _any(hint: Any) -> some.SearchStrategy[Any]:
    parts = typing.get_args(hint)
    match typing.get_origin(hint):
        case types.UnionType:
            return some.none() | _any(parts[0])
        case builtins.tuple:
            return some.lists(_any(parts[0]), max_size=2).map(tuple)
        case abc.Mapping:
            return some.dictionaries(_any(parts[0]), _any(parts[1]), max_size=2)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return some.sampled_from(hint)
    return random_records(hint) if is_dataclass(hint) else _PLAIN_TYPES[hint]


@some.composite
def random_workbooks(draw: some.DrawFn) -> Workbook:
    years = draw(some.lists(random_records(YearRecords), max_size=2))
    first = draw(some.integers(2560, 2570))
    workbook = draw(random_records(Workbook))
    numbered = tuple(replace(_consistent(draw, year), number=first + 2 * index) for index, year in enumerate(years))
    return replace(workbook, years=numbered)


def _consistent(draw: some.DrawFn, year: YearRecords) -> YearRecords:
    """The same year with ids of its own, each said once, and with references to what is there."""
    findings = tuple(replace(finding, id=f"f{index}") for index, finding in enumerate(year.findings))
    answers = some.sets(some.sampled_from([finding.id for finding in findings])) if findings else some.just(set())
    measures = tuple(
        replace(measure, id=f"m{index}", findings=tuple(sorted(draw(answers))))
        for index, measure in enumerate(year.measures)
    )
    rounds = tuple(replace(round, id=f"r{index}") for index, round in enumerate(year.rounds))
    pairs = [(measure.id, round.id) for measure in measures for round in rounds]
    return replace(
        year,
        findings=findings,
        measures=measures,
        rounds=rounds,
        followups=tuple(
            replace(report, measure=measure, round=round)
            for report, (measure, round) in zip(year.followups, pairs, strict=False)
        ),
        calendar=tuple(replace(entry, id=f"c{index}") for index, entry in enumerate(year.calendar)),
        respondents=_each_once(year.respondents, lambda row: (row.tool, row.by, row.group)),
        remarks=_each_once(year.remarks, lambda remark: remark.item),
        checklist=_each_once(year.checklist, lambda entry: entry.item),
        silenced=_each_once(year.silenced, lambda silenced: silenced.id),
    )


def _each_once(records: tuple[T, ...], identity: Callable[[T], object]) -> tuple[T, ...]:
    return tuple({identity(record): record for record in records}.values())
