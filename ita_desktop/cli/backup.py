"""`backup`: a verified copy, in the usual place or in a folder of one's choice."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path

from ita_desktop import paths
from ita_desktop.cli.opening import opened
from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.add_argument("--to", type=Path, metavar="โฟลเดอร์", help="ที่เก็บแฟ้มสำรอง ถ้าไม่ระบุจะเก็บในที่ประจำของโปรแกรม")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions import workbook

    now = datetime.now().astimezone()
    with opened(options.file, read_only=True) as document:
        if options.to is not None:
            backup = workbook.back_up_to(document, options.to, now)
        else:
            backup = workbook.back_up(document, paths.backups_folder(), now)
    print(f"สำรองแฟ้มแล้วที่ {backup.path}")
    return 0
