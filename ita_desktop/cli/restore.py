"""`restore`: a backup becomes a workbook again; what stood there is kept beside it."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.add_argument("backup", metavar="แฟ้มสำรอง", type=Path, help="แฟ้มสำรอง .ita")
    parser.add_argument("--to", type=Path, required=True, metavar="แฟ้ม", help="ชื่อแฟ้มงานที่จะคืนค่าไป")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.workbook import restore

    kept = restore(options.backup, options.to, datetime.now().astimezone())
    print(f"คืนแฟ้มงานไว้ที่ {options.to} แล้ว")
    if kept is not None:
        print(f"แฟ้มเดิมเก็บไว้ที่ {kept}")
    return 0
