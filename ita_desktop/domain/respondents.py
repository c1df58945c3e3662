"""How many people answered: classes in the order of the official form, and totals that have to agree.

The same people are counted by age, by education and (for EIT) by kind of visitor, so the three totals of one tool are
one number, for men, women and others alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ita_desktop.domain.records import Respondents
from ita_desktop.thai.digits import to_arabic

CLASSES: dict[str, tuple[str, ...]] = {
    "age": ("ต่ำกว่า 20 ปี", "20-30 ปี", "31-40 ปี", "41-50 ปี", "51-60 ปี", "มากกว่า 60 ปี"),
    "education": ("ต่ำกว่ามัธยมศึกษา", "มัธยมศึกษา", "อนุปริญญา", "ปริญญาตรี", "สูงกว่าปริญญาตรี", "อื่น ๆ"),
    "visitor": ("บุคคลทั่วไป", "หน่วยงานของรัฐ", "องค์กรธุรกิจ", "อื่น ๆ"),
}

DIVISIONS = {"age": "อายุ", "education": "ระดับการศึกษา", "visitor": "ประเภทผู้มาติดต่อ"}

ASKED = {"IIT": ("age", "education"), "EIT": ("age", "education", "visitor")}
"""By what each tool's respondents are divided."""

_SAME = {
    "ประถมศึกษา": "ต่ำกว่ามัธยมศึกษา",
    "ประถมศึกษาหรือต่ำกว่า": "ต่ำกว่ามัธยมศึกษา",
    "อนุปริญญาหรือเทียบเท่า": "อนุปริญญา",
    "ปวส": "อนุปริญญา",
    "ปริญญาโท": "สูงกว่าปริญญาตรี",
    "สูงกว่า60": "มากกว่า 60 ปี",
    "60ขึ้นไป": "มากกว่า 60 ปี",
    "น้อยกว่า20": "ต่ำกว่า 20 ปี",
    "ประชาชนทั่วไป": "บุคคลทั่วไป",
    "หน่วยงานภาครัฐ": "หน่วยงานของรัฐ",
    "ภาคเอกชน": "องค์กรธุรกิจ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The people of one tool by one division."""

    tool: str
    by: str
    male: int
    female: int
    other: int

    @property
    def all(self) -> int:
        return self.male + self.female + self.other


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two divisions of one tool that count different numbers of people."""

    tool: str
    first: Total
    second: Total
    message: str


def official_class(by: str, written: str) -> str | None:
    """The class of the form that a writing means (`20 – 30`, `๓๑-๔๐ ปี`, `อื่นๆ`); None where it is none of them."""
    key = _key(written)
    known = {_key(group): group for group in CLASSES.get(by, ())}
    same = _SAME.get(key)
    return known.get(key) or (same if same in CLASSES.get(by, ()) else None)


def in_order(rows: Iterable[Respondents]) -> tuple[Respondents, ...]:
    """By tool, division and class as the form has them; classes it does not have come last."""
    tools, divisions = list(ASKED), list(CLASSES)

    def place(row: Respondents) -> tuple[int, int, int]:
        known = official_class(row.by, row.group)
        return (
            tools.index(row.tool) if row.tool in tools else len(tools),
            divisions.index(row.by) if row.by in divisions else len(divisions),
            CLASSES[row.by].index(known) if known else len(CLASSES.get(row.by, ())),
        )

    return tuple(sorted(rows, key=place))


def totals(rows: Iterable[Respondents]) -> tuple[Total, ...]:
    """One total for each tool and division that has rows, in the order of the form."""
    groups: dict[tuple[str, str], list[Respondents]] = {}
    for row in in_order(rows):
        groups.setdefault((row.tool, row.by), []).append(row)
    return tuple(
        Total(
            tool=tool,
            by=by,
            male=sum(row.male for row in group),
            female=sum(row.female for row in group),
            other=sum(row.other for row in group),
        )
        for (tool, by), group in groups.items()
    )


def disagreements(rows: Iterable[Respondents]) -> tuple[Disagreement, ...]:
    """Divisions of one tool whose totals differ from its first division's; none where all agree."""
    by_tool: dict[str, list[Total]] = {}
    for total in totals(rows):
        by_tool.setdefault(total.tool, []).append(total)
    return tuple(
        Disagreement(tool=tool, first=first, second=other, message=_message(first, other))
        for tool, (first, *others) in by_tool.items()
        for other in others
        if (first.male, first.female, first.other) != (other.male, other.female, other.other)
    )


def respondents_of(rows: Iterable[Respondents], tool: str) -> int | None:
    """How many answered one tool; None where nothing is known or the divisions disagree."""
    counted = {total.all for total in totals(rows) if total.tool == tool}
    return counted.pop() if len(counted) == 1 else None


def _message(first: Total, other: Total) -> str:
    differing = [
        f"{called} {one} กับ {two} คน"
        for called, one, two in (
            ("ชาย", first.male, other.male),
            ("หญิง", first.female, other.female),
            ("อื่น ๆ", first.other, other.other),
            ("รวม", first.all, other.all),
        )
        if one != two
    ]
    return (
        f"จำนวนผู้ตอบ {first.tool} จำแนกตาม{DIVISIONS.get(first.by, first.by)}"
        f"กับตาม{DIVISIONS.get(other.by, other.by)}ไม่เท่ากัน: {' '.join(differing)}"
    )


def _key(written: str) -> str:
    plain = re.sub(r"[‐‑–—]|ถึง", "-", to_arabic(written))
    return re.sub(r"[\s.ฯ]|ปี|ระดับ|อายุ", "", plain)
