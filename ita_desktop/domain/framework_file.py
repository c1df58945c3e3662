"""The rules of a year as a file that offices read, correct and pass on: TOML, read strictly.

A file may say `inherit = "2567"`: it then starts from that year's rules, and every key it states replaces the same key
of that year whole; of `items` the list of one tool. What is taken over is no surer than `inherit_as` (or, where that is
not given, than the file's own `confidence`); what the file states itself is as sure as the file unless it says
otherwise.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.framework import (
    Confidence,
    Framework,
    Indicator,
    Item,
    Level,
    SubIndicator,
    Tool,
    Topic,
    UsualRound,
)
from ita_desktop.domain.framework_rules import Fault, faults, items_by_tool, letter
from ita_desktop.domain.toml_table import TomlTable, WrongKey

T = TypeVar("T")


class BrokenFramework(AnswerIsNo):
    """A year's rules that cannot be used, with the line that a person has to mend."""

    def __init__(self, name: str, line: int | None, message: str) -> None:
        place = f" บรรทัดที่ {line}" if line else ""
        super().__init__(
            f"ไฟล์หลักเกณฑ์ {name}{place}: {message}",
            safe="ข้อมูลและหลักเกณฑ์เดิมไม่ถูกแก้ไข",
            do="แก้ไฟล์ตรงที่ระบุแล้วลองอีกครั้ง",
        )
        self.line = line
        self.reason = message


def read_framework(text: str, *, name: str, base: Callable[[str], Framework] | None = None) -> Framework:
    """The rules in a file's text; `name` is how the file is called, `base` gives the rules a file inherits from."""
    text = text.removeprefix("\ufeff")  # Notepad puts one in front
    try:
        raw = tomllib.loads(text, parse_float=_decimal)
    except (ValueError, RecursionError) as problem:  # also numbers and nestings beyond all measure
        raise BrokenFramework(name, _syntax_line(text, problem), _syntax_reason(str(problem))) from problem
    try:
        framework = _Reader(raw, name, base).framework()
        found = faults(framework)
    except WrongKey as wrong:
        found = (Fault(wrong.path, wrong.message),)
    if found:
        from ita_desktop.domain.toml_lines import line_of, lines_of

        lines = lines_of(text)  # read a second time for it, so only where somebody has to be shown the line
        # A fault in what was taken over has no line of its own: the line that took it over is the one to look at.
        line = line_of(lines, found[0].path) or lines.get(("inherit",))
        raise BrokenFramework(name, line, found[0].message)
    return framework


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written)
    except ArithmeticError as problem:
        raise ValueError(written) from problem


def _syntax_line(text: str, problem: Exception) -> int:
    found = re.search(r"at line (\d+)", str(problem))
    return int(found[1]) if found else text.rstrip("\n").count("\n") + 1


def _syntax_reason(english: str) -> str:
    """What `tomllib` says, for a person who does not know TOML."""
    reasons = {
        "overwrite|declare|Duplicate": "มีชื่อนี้เขียนไว้แล้วก่อนหน้า ให้เหลือที่เดียว",
        "Unterminated|Illegal character": "ลืมปิดเครื่องหมายคำพูด",
        "Unclosed": "ลืมวงเล็บปิด หรือลืมจุลภาคคั่นระหว่างรายการ",
        "Invalid value": "ค่าหลังเครื่องหมาย = ไม่ถูกต้อง ข้อความต้องอยู่ในเครื่องหมายคำพูด",
    }
    found = (thai for pattern, thai in reasons.items() if re.search(pattern, english))
    return next(found, "เขียนผิดรูปแบบ TOML ให้ดูเครื่องหมายคำพูด วงเล็บ และจุลภาค")


class _Reader:
    def __init__(self, raw: object, name: str, base: Callable[[str], Framework] | None) -> None:
        self.top = TomlTable(raw)
        self.confidence = self.top.one_of("confidence", Confidence.SURE)
        self.start = self._inherited(base)
        self.name = self.top.text("name", name)

    def _inherited(self, base: Callable[[str], Framework] | None) -> Framework:
        year = self.top.integer("year")
        inherit_as = self.top.one_of("inherit_as", self.confidence)
        if "inherit" not in self.top:
            return Framework(year=year, name="", tools=(), indicators=(), sub_indicators=(), items=(), levels=())
        parent = self.top.text("inherit")
        if base is None:
            self.top.refuse("inherit", "ใช้กับไฟล์นี้ไม่ได้ ต้องเขียนหลักเกณฑ์ให้ครบในไฟล์เดียว")
        return replace(base(parent).no_surer_than(inherit_as), year=year, announced=None, agencies=None)

    def framework(self) -> Framework:
        top, start = self.top, self.start
        given = set(top.raw)

        def own(key: str, read: Callable[[str], T], inherited: T) -> T:
            return read(key) if key in given else inherited

        framework = replace(
            start,
            name=self.name,
            confidence=self.confidence,
            tools=own("tools", self._each(_tool), start.tools),
            indicators=own("indicators", self._each(_indicator), start.indicators),
            sub_indicators=own("sub_indicators", self._each(self._sub_indicator), start.sub_indicators),
            levels=own("levels", self._each(self._level), start.levels),
            rounds=own("rounds", self._each(_round), start.rounds),
            topics=own("topics", self._each(_topic), start.topics),
            measures_item=own("measures_item", self._maybe, start.measures_item),
            followup_item=own("followup_item", self._maybe, start.followup_item),
            preset=own("preset", top.text, start.preset),
            eit_in_two_parts=own("eit_in_two_parts", top.flag, start.eit_in_two_parts),
            means_from_items=own("means_from_items", self._set, start.means_from_items),
            means_from_sub_indicators=own("means_from_sub_indicators", self._set, start.means_from_sub_indicators),
            unconfirmed=own("unconfirmed", self._set, start.unconfirmed),
            announced=own("announced", self._date, None),
            agencies=own("agencies", top.integer, None),
        )
        framework = replace(framework, items=self._items(framework))
        top.finish()
        return framework

    def _each(self, read: Callable[[TomlTable], T]) -> Callable[[str], tuple[T, ...]]:
        return lambda key: self.top.each(key, read)

    def _items(self, framework: Framework) -> tuple[Item, ...]:
        tools = [tool.code for tool in framework.tools]
        groups: dict[str, Iterable[Item]] = dict(items_by_tool(framework))
        if "items" in self.top:
            by_tool = TomlTable(self.top.raw.pop("items"), ("items",))
            for code in tools:
                if code in by_tool:
                    groups[code] = by_tool.each(code, self._item)
            by_tool.finish()
        return tuple(item for code in tools for item in groups[code])

    def _item(self, table: TomlTable) -> Item:
        code = table.text("code")
        tool = str(table.path[1])
        if not re.fullmatch(letter(tool) + r"[1-9]\d{0,2}", code):
            table.refuse("code", f"ของ {tool} ต้องเป็น {letter(tool)} ตามด้วยเลขข้อ เช่น {letter(tool)}1 ไม่ใช่ {code}")
        return Item(
            code=code,
            title=table.text("title"),
            indicator=table.integer("indicator"),
            sub=table.text("sub", ""),
            meaning=table.text("meaning", ""),
            confidence=table.one_of("confidence", self.confidence),
        )

    def _sub_indicator(self, table: TomlTable) -> SubIndicator:
        return SubIndicator(
            code=table.text("code"),
            name=table.text("name"),
            indicator=table.integer("indicator"),
            confidence=table.one_of("confidence", self.confidence),
        )

    def _level(self, table: TomlTable) -> Level:
        return Level(
            name=table.text("name"),
            minimum=table.number("minimum"),
            tools_minimum=table.number("tools_minimum") if "tools_minimum" in table else None,
            passed=table.flag("passed"),
            confidence=table.one_of("confidence", self.confidence),
        )

    def _set(self, key: str) -> frozenset[str]:
        return frozenset(self.top.texts(key))

    def _maybe(self, key: str) -> str:
        return self.top.text(key, "")

    def _date(self, key: str) -> date:
        value = self.top.take(key, date, "วันที่ตามรูปแบบ ค.ศ. เช่น 2025-08-18")
        if isinstance(value, datetime):
            self.top.refuse(key, "ต้องเป็นวันที่อย่างเดียว ไม่มีเวลา")
        return value


def _tool(table: TomlTable) -> Tool:
    return Tool(
        code=table.text("code"),
        name=table.text("name"),
        english=table.text("english", ""),
        weight=table.number("weight"),
        aliases=table.texts("aliases"),
    )


def _indicator(table: TomlTable) -> Indicator:
    return Indicator(
        number=table.integer("number"),
        name=table.text("name"),
        tool=table.text("tool"),
        aliases=table.texts("aliases"),
    )


def _round(table: TomlTable) -> UsualRound:
    return UsualRound(name=table.text("name"), month=table.integer("month"), day=table.integer("day"))


def _topic(table: TomlTable) -> Topic:
    return Topic(number=table.integer("number"), name=table.text("name"), indicators=table.integers("indicators"))
