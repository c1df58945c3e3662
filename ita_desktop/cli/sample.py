"""`sample`: a workbook to play with, filled in, of an invented office."""

from __future__ import annotations

import argparse

from ita_desktop import paths
from ita_desktop.cli.opening import frameworks
from ita_desktop.cli.parser import Parser


def declare(parser: Parser) -> None:
    parser.workbook("สมุดงานที่จะสร้าง .ita")


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.workbook import create_from_data

    with create_from_data(options.file, paths.SAMPLE, frameworks=frameworks()) as document:
        years = ", ".join(map(str, document.years()))
    print(f"สร้างสมุดงานตัวอย่าง {options.file} แล้ว มีข้อมูลปี {years}")
    return 0
