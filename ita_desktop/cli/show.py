"""`show`: what a year's scores come to, for a person or as JSON."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.cli.opening import opened, year_of
from ita_desktop.cli.parser import Parser
from ita_desktop.cli.printing import number, print_json
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results, results, score_text, signed_text

_GROUPS = {"strength": "จุดแข็ง", "weak": "ต้องพัฒนา", None: "–"}


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    parser.json()


def do(options: argparse.Namespace) -> int:
    with opened(options.file, read_only=True) as document:
        year = year_of(document, options.year)
    found = results(year)
    if options.json:
        print_json(as_json(year, found))
    else:
        print("\n".join(as_text(year, found)))
    return 0


def as_json(year: Year, found: Results) -> dict[str, object]:
    """The contract's shape: two decimals, half up; unknown is null."""
    return {
        "year": year.number,
        "framework": year.framework.name,
        "tools": {code: number(mean) for code, mean in found.tools.items()},
        "total": number(found.total),
        "level": found.level.name if found.level else None,
        "reported": {"total": number(year.reported.total), "level": year.reported.level},
        "previous": {
            "year": year.number - 1,
            "total": number(found.previous_total),
            "level": found.previous_level,
        },
        "indicators": [
            {
                "number": each.number,
                "name": each.name,
                "tool": each.tool,
                "score": number(each.score),
                "rank": each.rank,
                "previous": number(each.previous),
                "change": number(each.change),
                "group": each.group,
                "points_lost": number(each.points_lost),
            }
            for each in found.indicators
        ],
        "items": [
            {
                "code": each.code,
                "indicator": each.indicator,
                "score": number(each.score),
                "points_lost": number(each.points_lost),
            }
            for each in found.items
        ],
    }


def as_text(year: Year, found: Results) -> Iterator[str]:
    yield f"{year.office.name} ปีงบประมาณ พ.ศ. {year.number}"
    level = f" ระดับ {found.level.name}" if found.level else ""
    yield f"คะแนนรวม {_known(found.total)}{level}{_change(found.total_change, ' เทียบกับปีก่อน ')}"
    yield "  ".join(f"{code} {_known(mean)}" for code, mean in found.tools.items())
    if year.reported.total is not None:
        yield f"ผลที่ ป.ป.ช. ประกาศ {score_text(year.reported.total)} {year.reported.level or ''}".rstrip()
    yield ""
    yield "อันดับ  ตัวชี้วัด  คะแนน  เปลี่ยนแปลง  คะแนนรวมที่เสียไป"
    for each in (*found.ranking(), *(each for each in found.indicators if each.rank is None)):
        yield (
            f"{each.rank or '–':>4}    {each.number}. {each.name} ({each.tool})  {_known(each.score)}"
            f"  {_change(each.change) or '–'}  {_known(each.points_lost)}  {_GROUPS[each.group]}"
        )
    lost = [each for each in found.items if each.points_lost]
    if lost:
        yield ""
        yield "รายข้อที่เสียคะแนน"
        for item in sorted(lost, key=lambda each: each.points_lost or 0, reverse=True):
            yield f"  {item.code}  {item.title}  {_known(item.score)}  เสียคะแนนรวม {_known(item.points_lost)}"


def _known(value: Decimal | None) -> str:
    return "ยังไม่ทราบ" if value is None else score_text(value)


def _change(value: Decimal | None, before: str = "") -> str:
    return "" if value is None else f"{before}{signed_text(value)}"
