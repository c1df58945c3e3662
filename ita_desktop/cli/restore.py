"""`restore`: a backup becomes a workbook again; what stood there is kept beside it."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from ita_desktop.cli.opening import opened
from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.add_argument("backup", metavar="ข้อมูลสำรอง", type=Path, help="ข้อมูลสำรอง .ita")
    parser.add_argument("--to", type=Path, required=True, metavar="ไฟล์", help="ชื่อสมุดงานที่จะคืนค่าไป")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.workbook import restore

    kept = restore(options.backup, options.to, datetime.now().astimezone())
    print(f"คืนสมุดงานไว้ที่ {options.to} แล้ว")
    if kept is not None:
        print(f"ไฟล์เดิมเก็บไว้ที่ {kept}")
    if brought := _with_evidence(options.backup, options.to):
        print(brought)
    return 0


def _with_evidence(backup: Path, workbook: Path) -> str:
    """Files that lie beside the backup come back with it."""
    from ita_desktop.actions import evidence

    with opened(workbook, read_only=True) as document:
        target, named = evidence.folder_of(document), evidence.files(document)
    source = evidence.beside_backup(backup, workbook)
    if not named or source is None:
        return ""
    carried = evidence.carry(named, source, target)
    missing = f" ขาด {len(carried.left)} ไฟล์" if carried.left else ""
    return f"ไฟล์หลักฐาน {carried.files} ไฟล์กลับมาที่ {target}{missing}"
