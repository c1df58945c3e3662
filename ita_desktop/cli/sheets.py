"""`import`: tables of a sheet into a workbook, with everything that is wrong with them named by its cell."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop import paths
from ita_desktop.actions.outcomes import Duplicates, RowState
from ita_desktop.actions.sheets import Summary, import_tables, known_of, with_backup
from ita_desktop.cli.opening import frameworks, opened
from ita_desktop.cli.parser import Parser
from ita_desktop.cli.printing import print_json, progress_line
from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.recognise import CellProblem, Recognised, recognise
from ita_desktop.exchange.sheets.reading import read_tables

_IN_WORDS = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน", Severity.HINT: "แจ้ง"}


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.add_argument("sheet", metavar="ตาราง", type=Path, help="ไฟล์ Excel, OpenDocument, Word หรือ CSV")
    parser.year()
    parser.add_argument(
        "--duplicates",
        choices=[choice.value for choice in Duplicates],
        default=Duplicates.UPDATE.value,
        help="เมื่อสมุดงานมีข้อมูลนั้นแล้วและไม่ตรงกับตาราง: update แก้ตามตาราง (ปกติ) skip ข้ามแถวนั้น stop ไม่นำเข้าสิ่งใด",
    )
    parser.add_argument("--dry-run", action="store_true", help="แสดงผลที่จะเกิดขึ้นโดยไม่บันทึกสิ่งใด")
    parser.json()


def do(options: argparse.Namespace) -> int:
    with opened(options.file) as document, progress_line() as progress:
        grids = read_tables(options.sheet, progress=progress)
        recognised = recognise(grids, known_of(document, options.year, frameworks()), progress=progress)
        summary = import_tables(
            document,
            recognised.tables,
            options.year,
            on_duplicates=Duplicates(options.duplicates),
            dry_run=options.dry_run,
            backup=with_backup(document, paths.backups_folder(), datetime.now(UTC)),
            progress=progress,
        )
    problems = (*summary.problems, *recognised.notices)
    if options.json:
        print_json(as_json(recognised, summary, problems))
    if not summary.taken and not summary.differing:
        raise _nothing_taken(recognised, problems)
    if not options.json:
        print("\n".join(as_text(recognised, summary, problems)))
    return 0


def _nothing_taken(recognised: Recognised, problems: Sequence[CellProblem]) -> AnswerIsNo:
    first = next((problem for problem in problems if problem.severity is Severity.ERROR), None)
    if not recognised.tables:
        why = "ไม่พบตารางที่รู้จักในไฟล์นี้"
    elif first is not None:
        why = f"ใช้ข้อมูลในตารางนี้ไม่ได้เลย เช่น {first.sheet} {first.cell} {first.message}"
    else:
        why = "ตารางนี้ยังไม่มีข้อมูลให้นำเข้า"
    return AnswerIsNo(why, safe="สมุดงานไม่เปลี่ยนแปลง", do="แก้ตารางแล้วนำเข้าอีกครั้ง หรือกรอกลงใน template.xlsx ที่มากับโปรแกรม")


def as_json(recognised: Recognised, summary: Summary, problems: Sequence[CellProblem]) -> dict[str, object]:
    """The contract's shape, and beside it how many rows were new, updated or as before."""
    first = recognised.tables[0] if recognised.tables else None
    return {
        "sheet": first.sheet if first else recognised.grids[0].name,
        "kind": first.kind.value if first else None,
        "year": summary.year,
        "found": [
            {
                "kind": table.kind.value,
                "also": [kind.value for kind in table.also],
                "sheet": table.sheet,
                "header_row": table.head + 1,
                "rows": len(table.rows),
                "year": table.year,
            }
            for table in recognised.tables
        ],
        "taken": summary.taken,
        "changed": summary.changed,
        "skipped": summary.skipped,
        "new": summary.count(RowState.NEW),
        "updated": summary.count(RowState.UPDATED),
        "unchanged": summary.count(RowState.UNCHANGED),
        "dry_run": summary.dry_run,
        "problems": [_problem_as_json(problem) for problem in problems],
    }


def _problem_as_json(problem: CellProblem) -> dict[str, object]:
    plain: dict[str, object] = {
        "sheet": problem.sheet,
        "cell": problem.cell,
        "severity": problem.severity.value,
        "message": problem.message,
        "value": problem.value,
    }
    return plain | ({"fix": problem.fix} if problem.fix else {})


def as_text(recognised: Recognised, summary: Summary, problems: Sequence[CellProblem]) -> Iterator[str]:
    for table in recognised.tables:
        yield f"แผ่นงาน {table.sheet}: {table.kind.label} {len(table.rows)} แถว"
    if summary.dry_run:
        yield "ทดลองนำเข้า ยังไม่ได้บันทึกสิ่งใด"
    yield (
        f"ปี {summary.year}: เพิ่ม {summary.count(RowState.NEW)} แถว แก้ {summary.count(RowState.UPDATED)} แถว "
        f"({summary.changed} ค่า) เหมือนเดิม {summary.count(RowState.UNCHANGED)} แถว ไม่ได้นำเข้า {summary.skipped} แถว"
    )
    for problem in problems:
        yield f"{_IN_WORDS[problem.severity]}  {problem.sheet} {problem.cell}  {problem.message}"
