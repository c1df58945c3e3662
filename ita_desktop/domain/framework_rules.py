"""What makes a year's rules usable: everything that must hold inside one framework, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import pairwise

from ita_desktop.domain.framework import Framework, Item, Level
from ita_desktop.domain.toml_table import KeyPath

FULL = Decimal(100)
CODE = re.compile(r"[a-z][1-9]\d{0,2}")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that does not hold, and the path in a framework's file where a person would mend it."""

    path: KeyPath
    message: str


def faults(framework: Framework) -> tuple[Fault, ...]:
    """Everything wrong with these rules; empty where they can be used."""
    checks: tuple[Callable[[Framework], Iterable[Fault]], ...] = (
        _year,
        _tools,
        _indicators,
        _sub_indicators,
        _codes,
        _items,
        _meanings,
        _levels,
        _mentions,
        _topics,
        _rounds,
    )
    return tuple(fault for check in checks for fault in check(framework))


def letter(tool: str) -> str:
    """How the codes of a tool's items begin: `i`, `e`, `o`."""
    return tool[:1].lower()


def items_by_tool(framework: Framework) -> dict[str, list[Item]]:
    """The items as a file groups them."""
    return {
        tool.code: [item for item in framework.items if item.code[:1] == letter(tool.code)] for tool in framework.tools
    }


def _year(framework: Framework) -> Iterator[Fault]:
    if not 2500 <= framework.year <= 2700:
        yield Fault(("year",), f"ปี {framework.year} ไม่ใช่ปีพุทธศักราช")
    if framework.announced and framework.announced.year + 543 != framework.year:
        yield Fault(
            ("announced",),
            f"วันที่ประกาศผล {framework.announced.isoformat()} ไม่อยู่ในปี ค.ศ. {framework.year - 543}",
        )


def _tools(framework: Framework) -> Iterator[Fault]:
    yield from _repeated("tools", "code", [letter(tool.code) for tool in framework.tools], "อักษรแรกของรหัสเครื่องมือ")
    for index, tool in enumerate(framework.tools):
        if tool.weight <= 0:
            yield Fault(("tools", index, "weight"), f"น้ำหนักของ {tool.code} ต้องมากกว่า 0")
        if not framework.indicators_of(tool.code):
            yield Fault(("tools", index), f"เครื่องมือ {tool.code} ไม่มีตัวชี้วัด")
    total = sum(tool.weight for tool in framework.tools)
    if total != FULL:
        yield Fault(("tools",), f"น้ำหนักของเครื่องมือรวมกันได้ {total} แต่ต้องรวมเป็น 100")


def _indicators(framework: Framework) -> Iterator[Fault]:
    yield from _repeated("indicators", "number", [i.number for i in framework.indicators], "หมายเลขตัวชี้วัด")
    yield from _repeated("indicators", "name", [i.name for i in framework.indicators], "ชื่อตัวชี้วัด")
    for index, indicator in enumerate(framework.indicators):
        if framework.tool(indicator.tool) is None:
            yield Fault(("indicators", index, "tool"), f"ตัวชี้วัดที่ {indicator.number} อยู่ในเครื่องมือ {indicator.tool} ซึ่งไม่มี")
    numbers = {indicator.number for indicator in framework.indicators}
    for missing in sorted(set(range(1, len(numbers) + 1)) - numbers):
        yield Fault(("indicators",), f"ขาดตัวชี้วัดที่ {missing}")


def _sub_indicators(framework: Framework) -> Iterator[Fault]:
    yield from _repeated("sub_indicators", "code", [s.code for s in framework.sub_indicators], "รหัสตัวชี้วัดย่อย")
    for index, sub in enumerate(framework.sub_indicators):
        if framework.indicator(sub.indicator) is None:
            yield Fault(("sub_indicators", index, "indicator"), f"ตัวชี้วัดย่อย {sub.code} อยู่ในตัวชี้วัดที่ {sub.indicator} ซึ่งไม่มี")
        elif sub.code.partition(".")[0] != str(sub.indicator):
            yield Fault(("sub_indicators", index, "code"), f"ตัวชี้วัดย่อย {sub.code} ไม่ใช่ของตัวชี้วัดที่ {sub.indicator}")


def _codes(framework: Framework) -> Iterator[Fault]:
    letters = sorted(letter(tool.code) for tool in framework.tools)
    for item in framework.items:
        if not (CODE.fullmatch(item.code) and item.code[0] in letters):
            yield Fault(("items",), f"รหัสข้อ {item.code} ต้องเป็น {' หรือ '.join(letters)} ตามด้วยเลขข้อ")
    for tool, items in items_by_tool(framework).items():
        yield from _repeated(("items", tool), "code", [item.code for item in items], "รหัสข้อ")


def _items(framework: Framework) -> Iterator[Fault]:
    for tool, items in items_by_tool(framework).items():
        for index, item in enumerate(items):
            for key, message in _item(framework, tool, item):
                yield Fault(("items", tool, index, key), f"ข้อ {item.code} {message}")


def _item(framework: Framework, tool: str, item: Item) -> Iterator[tuple[str, str]]:
    if not item.title.strip():
        yield "title", "ไม่มีชื่อ"
    indicator = framework.indicator(item.indicator)
    if indicator is None:
        yield "indicator", f"อยู่ในตัวชี้วัดที่ {item.indicator} ซึ่งไม่มี"
    elif indicator.tool != tool:
        yield "indicator", f"เป็นข้อของ {tool} แต่ตัวชี้วัดที่ {item.indicator} เป็นของ {indicator.tool}"
    if item.sub:
        sub = next((sub for sub in framework.sub_indicators if sub.code == item.sub), None)
        if sub is None:
            yield "sub", f"อยู่ในตัวชี้วัดย่อย {item.sub} ซึ่งไม่มี"
        elif sub.indicator != item.indicator:
            yield "sub", f"อยู่ในตัวชี้วัดที่ {item.indicator} แต่ตัวชี้วัดย่อย {item.sub} เป็นของตัวชี้วัดที่ {sub.indicator}"


def _meanings(framework: Framework) -> Iterator[Fault]:
    first: dict[str, str] = {}
    for tool, items in items_by_tool(framework).items():
        for index, item in enumerate(items):
            if item.meaning and first.setdefault(item.meaning, item.code) != item.code:
                message = f"ข้อ {item.code} มีความหมาย {item.meaning} ซ้ำกับข้อ {first[item.meaning]}"
                yield Fault(("items", tool, index, "meaning"), message)


def _levels(framework: Framework) -> Iterator[Fault]:
    levels = framework.levels
    if not levels:
        yield Fault(("levels",), "ไม่มีระดับผลการประเมิน")
        return
    yield from _repeated("levels", "name", [level.name for level in levels], "ชื่อระดับ")
    for index, level in enumerate(levels):
        if not all(0 <= limit <= FULL for limit in (level.minimum, level.tools_minimum or 0)):
            yield Fault(("levels", index), f"เกณฑ์ของระดับ {level.name} ต้องอยู่ระหว่าง 0 ถึง 100")
    for index, (better, worse) in enumerate(pairwise(levels), 1):
        if not _is_harder(better, worse):
            yield Fault(
                ("levels", index),
                f"ระดับต้องเรียงจากสูงไปต่ำ แต่ระดับ {worse.name} ไม่ต่ำกว่าระดับ {better.name} ที่อยู่ก่อนหน้า",
            )
    lowest = levels[-1]
    if lowest.minimum != 0:
        yield Fault(
            ("levels", len(levels) - 1, "minimum"),
            f"มีช่องว่างในเกณฑ์ระดับ คะแนนต่ำกว่า {lowest.minimum} ไม่อยู่ในระดับใด ระดับสุดท้ายต้องเริ่มที่ 0",
        )
    elif lowest.tools_minimum is not None:
        yield Fault(
            ("levels", len(levels) - 1, "tools_minimum"),
            f"มีช่องว่างในเกณฑ์ระดับ ระดับสุดท้าย ({lowest.name}) ต้องไม่มีเงื่อนไขรายเครื่องมือ",
        )


def _is_harder(better: Level, worse: Level) -> bool:
    if better.minimum != worse.minimum:
        return better.minimum > worse.minimum
    return (better.tools_minimum or 0) > (worse.tools_minimum or 0)


def _mentions(framework: Framework) -> Iterator[Fault]:
    for field in ("measures_item", "followup_item"):
        code = getattr(framework, field)
        if code and framework.item(code) is None:
            yield Fault((field,), f"{field} อ้างถึงข้อ {code} ซึ่งไม่มีในรายการข้อ")
    for field in ("means_from_items", "means_from_sub_indicators"):
        for code in sorted(getattr(framework, field)):
            if framework.tool(code) is None:
                yield Fault((field,), f"{field} อ้างถึงเครื่องมือ {code} ซึ่งไม่มี")
    for name in sorted(framework.unconfirmed - {field.name for field in fields(framework)}):
        yield Fault(("unconfirmed",), f"unconfirmed อ้างถึง {name} ซึ่งไม่มี")


def _topics(framework: Framework) -> Iterator[Fault]:
    yield from _repeated("topics", "number", [topic.number for topic in framework.topics], "หมายเลขประเด็น")
    for index, topic in enumerate(framework.topics):
        for number in topic.indicators:
            if framework.indicator(number) is None:
                yield Fault(("topics", index, "indicators"), f"ประเด็นที่ {topic.number} อ้างถึงตัวชี้วัดที่ {number} ซึ่งไม่มี")


def _rounds(framework: Framework) -> Iterator[Fault]:
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    for index, round in enumerate(framework.rounds):
        if not (1 <= round.month <= 12 and 1 <= round.day <= longest[round.month - 1]):
            yield Fault(("rounds", index), f"{round.name}: ไม่มีวันที่ {round.day} เดือนที่ {round.month}")


def _repeated(table: str | tuple[str, ...], key: str, values: list[str] | list[int], called: str) -> Iterator[Fault]:
    path: KeyPath = (table,) if isinstance(table, str) else table
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Fault((*path, index, key), f"{called} {value} ซ้ำกัน")
        seen.add(value)
