"""Sheets of invented offices as offices make them, and what each has to come to; in a few hundred shapes."""

from __future__ import annotations

import io
import itertools
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made_by
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Finding, FollowUpState, Measure, Remark, Respondents
from ita_desktop.exchange.grid import Grid, Span, Value, exact
from ita_desktop.exchange.recognise import Kind, Known, Recognised, recognise
from ita_desktop.exchange.recognise.found import EitPartScore, IndicatorScore, ItemScore, Report
from ita_desktop.exchange.sheets.reader_process import lines_of
from ita_desktop.exchange.sheets.wire import Unpacking
from ita_desktop.thai.digits import to_thai

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")
OFFICE = "เทศบาลตำบลตัวอย่าง"
DIVISIONS = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองยุทธศาสตร์และงบประมาณ")


def known(year: int = 2568, **more: Any) -> Known:
    return Known(
        year=year,
        framework_of=FRAMEWORKS.for_year,
        measures_year=year + 1,
        office=OFFICE,
        divisions=DIVISIONS,
        **more,
    )


def grid(*rows: Sequence[Value], name: str = "Sheet1", **more: Any) -> Grid:
    return Grid(name=name, rows=tuple(tuple(row) for row in rows), **more)


def grids_of(data: bytes) -> list[Grid]:
    """What comes of a file's content, as between the two processes, but in this one."""
    unpacking = Unpacking()
    for line in lines_of(data):
        unpacking.take(line)
    return unpacking.grids


def see(*rows: Sequence[Value], year: int = 2568, **more: Any) -> Recognised:
    return recognise([grid(*rows, **more)], known(year))


@dataclass(frozen=True)
class Base:
    """One table: heading, rows, what stands around it, and what it comes to."""

    kind: Kind
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    expected: frozenset[object]
    title: str = ""
    group: tuple[str, int, int] | None = None
    """A second heading row: these words above the columns from … to …."""
    totals: tuple[tuple[Value, ...], ...] = ()
    numeric: frozenset[int] = frozenset()
    """Columns that hold figures and may bear a unit."""
    unit: str = " คะแนน"
    rows_may_move: bool = True
    year: int = 2568


def plain(entry: Any) -> object:
    """What an entry says, in a form that sets can hold."""
    year, record = entry.year, entry.record
    match record:
        case IndicatorScore():
            return ("indicator", year, record.indicator, record.score.normalize())
        case EitPartScore():
            return ("part", year, record.part, record.score.normalize())
        case ItemScore():
            return ("item", year, record.code, record.score.normalize())
        case Remark():
            return ("remark", year, record.item, record.text)
        case Respondents():
            return ("respondents", record.tool, record.by, record.group, record.male, record.female, record.other)
        case Finding():
            return (
                "finding",
                record.indicator,
                record.topic,
                record.items,
                str(record.kind),
                record.text,
                record.advice,
            )
        case Measure():
            answered = plain(entry.answers) if entry.answers else None
            period = (record.start, record.end, record.period_text)
            about = (record.indicator, record.topic, record.items)
            return ("measure", *about, record.title, record.analysis, record.steps, record.owners, *period, answered)
        case Report():
            told = record.followup
            return ("report", record.measure, record.round, str(told.state), told.progress, told.result)


def said(recognised: Recognised) -> frozenset[object]:
    return frozenset(plain(entry) for table in recognised.tables for row in table.usable for entry in row.entries)


# ------------------------------------------------------------------------------------------------------------ the bases

NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
TOOLS = ("IIT",) * 5 + ("EIT",) * 3 + ("OIT",) * 2
NOW = (88.25, 91.4, 86.07, 79.53, 90.11, 87.36, 84.2, 92.86, 95.5, 100)
BEFORE = (80.12, 77.05, 79.52, 74.1, 78.3, 78.88, 82.02, 74.75, 97.5, 100)
TOTAL_NOW, TOTAL_BEFORE = 91.66, 86.41


def _indicators(year: int | None, scores: Sequence[float]) -> frozenset[object]:
    return frozenset(("indicator", year, number, exact(score)) for number, score in enumerate(scores, 1))


SCORES = Base(
    kind=Kind.SCORES,
    title="ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568",
    heads=("ที่", "ตัวชี้วัด", "แบบวัด", "คะแนนที่ได้"),
    rows=tuple((n, f"ตัวชี้วัดที่ {n} {NAMES[n - 1]}", TOOLS[n - 1], NOW[n - 1]) for n in range(1, 11)),
    expected=_indicators(None, NOW),
    group=("ผลการประเมิน", 2, 3),
    totals=((None, "คะแนนรวม", None, TOTAL_NOW), (None, "ระดับผลการประเมิน", None, "ผ่าน")),
    numeric=frozenset({3}),
)
RANKED = Base(
    kind=Kind.SCORES,
    title="เรียงลำดับคะแนนรายตัวชี้วัด",
    heads=("อันดับ", "รายละเอียดตัวชี้วัด", "ร้อยละ"),
    rows=tuple(
        (rank, NAMES[n], NOW[n]) for rank, n in enumerate(sorted(range(10), key=lambda n: NOW[n], reverse=True), 1)
    ),
    expected=_indicators(None, NOW),
    group=("คะแนน", 2, 2),
    totals=((None, "ค่าเฉลี่ยรวม", TOTAL_NOW),),
    numeric=frozenset({2}),
)
COMPARED = Base(
    kind=Kind.COMPARED,
    heads=("ลำดับที่", "ตัวชี้วัด", "คะแนนปี 2567", "คะแนนปี 2568", "ผลต่าง"),
    rows=tuple(
        (n, f"{NAMES[n - 1]} ({TOOLS[n - 1]})", BEFORE[n - 1], NOW[n - 1], f"{NOW[n - 1] - BEFORE[n - 1]:+.2f}")
        for n in range(1, 11)
    ),
    expected=_indicators(2567, BEFORE) | _indicators(2568, NOW),
    group=("ผลการประเมิน", 2, 4),
    totals=((None, "คะแนนเฉลี่ย", TOTAL_BEFORE, TOTAL_NOW, "+5.25"),),
    numeric=frozenset({2, 3}),
)
_CODES = ("i1", "i2", "i3", "i4", "e1", "e2", "e7", "o1", "o6", "o27")
ITEMS = Base(
    kind=Kind.ITEMS,
    title="คะแนนรายข้อ ปี 2568",
    heads=("ข้อ", "ข้อคำถาม", "คะแนน", "ข้อเสนอแนะของผู้ประเมิน"),
    rows=tuple(
        (code, f"คำถามของข้อนี้ {n}", 100 - n * 3.25, "ลิงก์ใช้ไม่ได้" if code == "o27" else None)
        for n, code in enumerate(_CODES)
    ),
    expected=frozenset(
        {("item", None, code, exact(100 - n * 3.25)) for n, code in enumerate(_CODES)}
        | {("remark", None, "o27", "ลิงก์ใช้ไม่ได้")}
    ),
    group=("ผลการประเมิน", 2, 3),
    totals=(("รวมเฉลี่ย", None, 85.38, None),),
    numeric=frozenset({2}),
)
_AGES = ("ต่ำกว่า 20 ปี", "20-30 ปี", "31-40 ปี", "41-50 ปี", "51-60 ปี", "มากกว่า 60 ปี")
RESPONDENTS = Base(
    kind=Kind.RESPONDENTS,
    title="จำนวนผู้ตอบแบบวัด IIT จำแนกตามช่วงอายุ",
    heads=("ช่วงอายุ", "ชาย", "หญิง", "อื่น ๆ", "รวม"),
    rows=tuple((age, 6 + n, 11 + 2 * n, 0, 17 + 3 * n) for n, age in enumerate(_AGES)),
    expected=frozenset(("respondents", "IIT", "age", age, 6 + n, 11 + 2 * n, 0) for n, age in enumerate(_AGES)),
    group=("จำนวน (คน)", 1, 4),
    totals=(("รวมทั้งสิ้น", 51, 96, 0, 147),),
    numeric=frozenset({1, 2, 3, 4}),
    unit=" คน",
)
FINDINGS = Base(
    kind=Kind.FINDINGS,
    title="จุดอ่อนที่ต้องแก้ไข",
    heads=("ที่", "ตัวชี้วัด", "จุดอ่อน", "ข้อเสนอแนะ"),
    rows=tuple(
        (n, NAMES[n - 1], f"ผู้มาติดต่อกลุ่มที่ {n} ยังไม่ได้รับข้อมูลครบ (e{n - 5})", f"ควรเพิ่มช่องทางที่ {n}") for n in (6, 7, 8)
    ),
    expected=frozenset(
        ("finding", n, None, (f"e{n - 5}",), "fix", f"ผู้มาติดต่อกลุ่มที่ {n} ยังไม่ได้รับข้อมูลครบ (e{n - 5})", f"ควรเพิ่มช่องทางที่ {n}")
        for n in (6, 7, 8)
    ),
    group=("ผลการวิเคราะห์", 2, 3),
)
_OCTOBER, _SEPTEMBER = date(2025, 10, 1), date(2026, 9, 30)
_DONE = (
    ("เผยแพร่แผนการใช้จ่ายงบประมาณ", "1. จัดทำข้อมูล 2. ลงเว็บไซต์ 3. รายงานผล", ("จัดทำข้อมูล", "ลงเว็บไซต์", "รายงานผล")),
    ("กำหนดแนวทางมอบหมายงาน", "- ทบทวนคำสั่ง\n- แจ้งเวียน", ("ทบทวนคำสั่ง", "แจ้งเวียน")),
    ("จัดทำทะเบียนคุมทรัพย์สิน", "➤ สำรวจ ➤ ลงทะเบียน", ("สำรวจ", "ลงทะเบียน")),
    ("อบรมเจ้าหน้าที่ผู้ให้บริการ", "จัดอบรมปีละสองครั้ง", ("จัดอบรมปีละสองครั้ง",)),
)
_OWNERS = (
    ("กองคลัง/กองช่าง", ("กองคลัง", "กองช่าง")),
    ("ทุกสำนัก/กอง", ("ทุกสำนัก/กอง",)),
    ("กองยุทธศาสตร์และ งบประมาณ", ("กองยุทธศาสตร์และงบประมาณ",)),
    ("สำนักปลัดเทศบาล และกองคลัง", ("สำนักปลัดเทศบาล", "กองคลัง")),
)
_PERIODS = (
    ("ต.ค. ๖๘ - ก.ย. ๖๙", _OCTOBER, _SEPTEMBER),
    ("1 ตุลาคม 2568 ถึง 30 กันยายน 2569", _OCTOBER, _SEPTEMBER),
    ("ตลอดปีงบประมาณ พ.ศ. 2569", _OCTOBER, _SEPTEMBER),
    ("ภายใน 30 กันยายน 2569", None, _SEPTEMBER),
)
MEASURES = Base(
    kind=Kind.MEASURES,
    title="มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2569",
    heads=("ตัวชี้วัด", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน/วิธีการดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"),
    rows=tuple(
        (f"{n + 2}. {NAMES[n + 1]}", title, steps, _OWNERS[n][0], _PERIODS[n][0])
        for n, (title, steps, _) in enumerate(_DONE)
    ),
    expected=frozenset(
        (
            "measure",
            n + 2,
            None,
            (),
            title,
            "",
            steps,
            _OWNERS[n][1],
            _PERIODS[n][1],
            _PERIODS[n][2],
            _PERIODS[n][0],
            None,
        )
        for n, (title, _, steps) in enumerate(_DONE)
    ),
    group=("การดำเนินการ", 2, 4),
)
_E9, _I10 = "ข้อ e9 ยังไม่มีผู้ใช้บริการออนไลน์", "ข้อ i10 การยืมยังไม่เป็นระบบ"
_GUIDE, _FORM = "จัดทำคู่มือใช้งานระบบออนไลน์", "จัดทำแบบยืมทรัพย์สิน"
_HALF, _QUARTER = "ต.ค. 68 - มี.ค. 69", "ไตรมาสที่ 1"
_TOPIC_2, _TOPIC_4 = "๒. การให้บริการและระบบ E-Service", "๔. กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ"
_PLAN_2 = (_GUIDE, "", ("ร่างคู่มือ", "เผยแพร่"), ("กองช่าง",), _OCTOBER, date(2026, 3, 31), _HALF)
_PLAN_4 = (_FORM, "", ("ร่าง", "ประกาศใช้"), ("กองคลัง",), _OCTOBER, date(2025, 12, 31), _QUARTER)
TOPICS = Base(
    kind=Kind.MEASURES,
    title="การวิเคราะห์ผลการประเมิน ปี พ.ศ. 2568",
    heads=(
        "ประเด็น",
        "ข้อบกพร่อง/การดำเนินการ",
        "มาตรการ โครงการ หรือกิจกรรม",
        "ขั้นตอนหรือวิธีการปฏิบัติ",
        "ระยะเวลา",
        "ผู้รับผิดชอบ",
    ),
    rows=(
        (_TOPIC_2, _E9, _GUIDE, "ร่างคู่มือ\nเผยแพร่", _HALF, "กองช่าง"),
        (_TOPIC_4, _I10, _FORM, "1) ร่าง 2) ประกาศใช้", _QUARTER, "กองคลัง"),
    ),
    expected=frozenset(
        {
            ("measure", 8, 2, ("e9",), *_PLAN_2, ("finding", 8, 2, ("e9",), "fix", _E9, "")),
            ("measure", 4, 4, ("i10",), *_PLAN_4, ("finding", 4, 4, ("i10",), "fix", _I10, "")),
        }
    ),
    group=("แนวทางการดำเนินการ", 3, 5),
)
FOLLOWUPS = Base(
    kind=Kind.FOLLOWUP,
    title="รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน",
    heads=("ที่", "มาตรการ", "สถานะ", "ร้อยละความก้าวหน้า", "ผลการดำเนินการ"),
    rows=(
        (1, "เผยแพร่แผนการใช้จ่ายงบประมาณ", "ดำเนินการแล้วเสร็จ", 100, "ลงเว็บไซต์ครบทุกไตรมาส"),
        (2, "กำหนดแนวทางมอบหมายงาน", "อยู่ระหว่างดำเนินการ", 40, "ร่างคำสั่งแล้ว"),
    ),
    expected=frozenset(
        {
            ("report", "เผยแพร่แผนการใช้จ่ายงบประมาณ", "รอบ 6 เดือน", str(FollowUpState.DONE), 100, "ลงเว็บไซต์ครบทุกไตรมาส"),
            ("report", "กำหนดแนวทางมอบหมายงาน", "รอบ 6 เดือน", str(FollowUpState.IN_PROGRESS), 40, "ร่างคำสั่งแล้ว"),
        }
    ),
    group=("ผลการติดตาม", 2, 4),
    numeric=frozenset({3}),
    unit=" %",
)
BASES = {
    "scores": SCORES,
    "ranked": RANKED,
    "compared": COMPARED,
    "items": ITEMS,
    "respondents": RESPONDENTS,
    "findings": FINDINGS,
    "measures": MEASURES,
    "topics": TOPICS,
    "followup": FOLLOWUPS,
}

# --------------------------------------------------------------------------------------------------------- their shapes


@dataclass(frozen=True)
class Shape:
    """A table on its way to a sheet: rows of cells with the heading as the first one or two."""

    base: Base
    order: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    notes: tuple[tuple[Value, ...], ...] = ()
    two_heads: bool = False
    above: int = 0
    left: int = 0
    merged: bool = True
    repeat: int | None = None
    """The heading once more before this row, as after the end of a page."""
    texts: tuple[Callable[[str], str], ...] = made_by(default=())

    @classmethod
    def of(cls, base: Base) -> Shape:
        return cls(base, tuple(range(len(base.heads))), base.rows)

    def grids(self) -> list[Grid]:
        return [self._grid(self.rows, "ตาราง")]

    def split(self) -> list[Grid]:
        half = len(self.rows) // 2
        return [self._grid(self.rows[:half], "แผ่น 1", last=False), self._grid(self.rows[half:], "แผ่น 2", totals=False)]

    def _grid(self, body: Sequence[Sequence[Value]], name: str, *, last: bool = True, totals: bool = True) -> Grid:
        width = len(self.order)
        lines: list[list[Value]] = [[] for _ in range(self.above)]
        spans = []
        if self.base.title:
            lines.append([self.base.title])
            if self.merged:
                spans.append((len(lines) - 1, 0, len(lines) - 1, width - 1))
            lines.append([])
        head = [[self.base.heads[at] for at in self.order]]
        if self.two_heads and self.base.group:
            words, first, to = self.base.group
            grouped = [at for at in range(width) if first <= self.order[at] <= to]
            head = [
                [None if at in grouped else head[0][at] for at in range(width)],
                [head[0][at] if at in grouped else None for at in range(width)],
            ]
            head[0][grouped[0]] = words
            if self.merged:
                spans.append((len(lines), grouped[0], len(lines), grouped[-1]))
                spans += [(len(lines), at, len(lines) + 1, at) for at in range(width) if at not in grouped]
        lines += head
        for number, row in enumerate(body):
            if self.repeat is not None and number == self.repeat:
                lines += head
            lines.append([row[at] for at in self.order])
        if totals:
            lines += [[row[at] for at in self.order] for row in self.notes if len(row) == width]
            lines += [list(row) for row in self.notes if len(row) != width]
        shifted = [tuple([None] * self.left + [self._text(cell) for cell in line]) for line in lines]
        moved = tuple(Span(top, left + self.left, bottom, right + self.left) for top, left, bottom, right in spans)
        return Grid(name=name, rows=tuple(shifted), spans=moved if self.merged else ())

    def _text(self, cell: Value) -> Value:
        if isinstance(cell, str):
            for change in self.texts:
                cell = change(cell)
        return cell


Change = Callable[[Shape, random.Random], Shape]


def columns_moved(shape: Shape, dice: random.Random) -> Shape:
    if shape.two_heads:
        return shape  # the columns of one group stay together
    order = list(shape.order)
    dice.shuffle(order)
    return replace(shape, order=tuple(order))


def rows_moved(shape: Shape, dice: random.Random) -> Shape:
    rows = list(shape.rows)
    dice.shuffle(rows)
    return replace(shape, rows=tuple(rows))


def thai_digits(shape: Shape, _dice: random.Random) -> Shape:
    def thai(cell: Value) -> Value:
        return (
            to_thai(f"{exact(cell):f}")
            if isinstance(cell, int | float)
            else to_thai(cell)
            if isinstance(cell, str)
            else cell
        )

    rows = tuple(tuple(thai(cell) for cell in row) for row in shape.rows)
    notes = tuple(tuple(thai(cell) for cell in row) for row in shape.notes)
    return replace(shape, rows=rows, notes=notes, texts=(*shape.texts, to_thai))


def units(shape: Shape, _dice: random.Random) -> Shape:
    def with_unit(row: Sequence[Value]) -> tuple[Value, ...]:
        numeric = shape.base.numeric
        return tuple(
            f"{exact(cell):f}{shape.base.unit}" if at in numeric and isinstance(cell, int | float)
            else f"{cell}{shape.base.unit}" if at in numeric and isinstance(cell, str) and cell[:1].isdigit()
            else cell
            for at, cell in enumerate(row)
        )  # fmt: skip

    return replace(shape, rows=tuple(map(with_unit, shape.rows)))


def two_heads(shape: Shape, _dice: random.Random) -> Shape:
    return replace(shape, two_heads=True, order=tuple(range(len(shape.base.heads))))


def blank_edges(shape: Shape, dice: random.Random) -> Shape:
    return replace(shape, above=dice.randint(1, 4), left=dice.randint(1, 3))


def totals(shape: Shape, _dice: random.Random) -> Shape:
    notes = (*shape.base.totals, ("หมายเหตุ : ข้อมูล ณ วันที่รายงาน",), ("ที่มา: ระบบ ITAS",))
    return replace(shape, notes=notes)


def page_break(shape: Shape, dice: random.Random) -> Shape:
    return replace(shape, repeat=dice.randint(1, len(shape.rows) - 1))


def not_merged(shape: Shape, _dice: random.Random) -> Shape:
    return replace(shape, merged=False)


def broken_lines(shape: Shape, dice: random.Random) -> Shape:
    """A heading wrapped by hand, with a space where the line was."""
    heads = tuple(f"{head[:4]} {head[4:]}" if len(head) > 8 and "25" not in head else head for head in shape.base.heads)
    return replace(shape, base=replace(shape.base, heads=heads))


CHANGES: dict[str, Change] = {
    "columns": columns_moved,
    "rows": rows_moved,
    "thai": thai_digits,
    "units": units,
    "two-heads": two_heads,
    "edges": blank_edges,
    "totals": totals,
    "page-break": page_break,
    "not-merged": not_merged,
    "broken-lines": broken_lines,
}


def variants() -> Iterator[tuple[str, Shape]]:
    """Every base as it is, with each change, with every two changes."""
    for name, base in BASES.items():
        yield name, Shape.of(base)
        for count in (1, 2):
            for chosen in itertools.combinations(CHANGES, count):
                label = "+".join((name, *chosen))
                dice = random.Random(label)
                shape = Shape.of(base)
                for change in chosen:
                    shape = CHANGES[change](shape, dice)
                yield label, shape


def expected(shape: Shape) -> frozenset[object]:
    """What the table comes to; a period keeps the digits in which it was written."""
    if to_thai not in shape.texts:
        return shape.base.expected
    return frozenset(_in_thai(item) for item in shape.base.expected)


def _in_thai(item: Any, depth: int = 0) -> Any:
    if isinstance(item, tuple):
        if item and item[0] in {"respondents", "item", "remark"}:
            return item
        if item and item[0] == "report":
            return tuple(part if at == 2 else _in_thai(part, 1) for at, part in enumerate(item))
        return tuple(_in_thai(part, depth + 1) if not _is_code(part) else part for part in item)
    return to_thai(item) if isinstance(item, str) and depth else item


def _is_code(part: object) -> bool:
    return isinstance(part, tuple) and bool(part) and all(map(_names_an_item, part))


def _names_an_item(text: object) -> bool:
    return isinstance(text, str) and text[:1] in {"i", "e", "o"} and text[1:].isdigit()


# ------------------------------------------------------------------------------------------------------------- as files


def as_xlsx(grids: Sequence[Grid], path: Path) -> Path:
    import openpyxl

    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for one in grids:
        sheet = workbook.create_sheet(one.name)
        for row, cells in enumerate(one.rows, 1):
            for column, value in enumerate(cells, 1):
                if value is not None:
                    sheet.cell(row, column, value)
        for span in one.spans:
            sheet.merge_cells(
                start_row=span.top + 1, start_column=span.left + 1, end_row=span.bottom + 1, end_column=span.right + 1
            )
    workbook.save(path)
    return path


def as_ods(grids: Sequence[Grid], path: Path) -> Path:
    """A minimal OpenDocument sheet, written by hand."""
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    tables = []
    for one in grids:
        lines = []
        for row in one.rows:
            cells = "".join(map(_ods_cell, row)) or "<table:table-cell/>"
            lines.append(f"<table:table-row>{cells}</table:table-row>")
        tables.append(f'<table:table table:name="{escape(one.name)}">{"".join(lines)}</table:table>')
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{ns}:office:1.0"'
        f' xmlns:table="{ns}:table:1.0" xmlns:text="{ns}:text:1.0" office:version="1.2"><office:body>'
        f"<office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{ns}:manifest:1.0"><manifest:file-entry manifest:full-path="/"'
            ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>',
        )
    return path


def _ods_cell(value: Value) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        shown = f"<text:p>{value}</text:p>"
        return f'<table:table-cell office:value-type="float" office:value="{value}">{shown}</table:table-cell>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in str(value).split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'


def as_csv(one: Grid, path: Path, encoding: str = "utf-8", separator: str = ",") -> Path:
    import csv

    made = io.StringIO()
    csv.writer(made, delimiter=separator).writerows(
        [["" if cell is None else cell for cell in row] for row in one.rows]
    )
    path.write_bytes(made.getvalue().encode(encoding))
    return path
