"""What the program promises of reliability, and how often each promise was tried: the table a release shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest

GOALS = {
    "R1": ("killed at any moment: nothing that was saved is lost", 1000),
    "R2": ("power cut, unsynced writes lost, torn or reordered: all or nothing", 500),
    "R3": ("any system call fails, once or from then on: nothing lost, the cause named", 500),
    "R4": ("a full disk: the workbook never shrinks, the cause is named", 20),
    "R5": ("a stick that is pulled out or lies: no half file under a final name", 300),
    "R6": ("flipped bits: refused, or shown as it was stored", 3000),
    "R7": ("cut, zeroed and foreign files: refused, or salvaged without a wrong value", 500),
    "R8": ("every backup can be given back, and holds what it held", 100),
    "R9": ("an upgrade cut short or refused by the system: the old file or the new one, whole", 20),
    "R10": ("two windows on one file; what a crash leaves behind blocks nobody", 50),
    "R11": ("a clock that is wrong or jumps: order is kept", 40),
    "R12": ("any path and name, also on NTFS, exFAT and FAT32", 200),
    "R13": ("hostile sheets: refused in time, in memory and in words", 150),
    "R14": ("broken, huge and foreign pictures: shown or framed, no paper fails", 100),
    "R15": ("a thousand steps undone and redone", 200),
    "R16": ("the same data give the same paper; each text is read back from each PDF", 100),
    "R17": ("twenty full years: started, saved and printed in time; 2 GB are declined", 1),
    "R18": ("eight hours of an officer, one event a second: no crash, no growth", 1),
}
"""What is promised, and how often a release is to try it."""


def tell(reports: Iterable[pytest.TestReport], write) -> None:
    tried: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    failed = []
    for report in reports:
        if report.failed:
            failed.append(report.nodeid)
            for goal, times in report.user_properties:
                if goal in GOALS:
                    lost[goal] += times
        elif report.when == "call":
            for goal, times in report.user_properties:
                if goal in GOALS:
                    tried[goal] += times
    write(f"{'goal':5}{'asked':>7}{'tried':>8}{'passed':>8}{'lost':>6}  what")
    for goal, (what, asked) in GOALS.items():
        if tried[goal] or lost[goal]:
            figures = f"{tried[goal] + lost[goal]:8,}{tried[goal]:8,}{lost[goal]:6,}"
        else:
            figures = f"{'not tried in this run':>22}"
        write(f"{goal:5}{asked:7,}{figures}  {what}")
    write(f"tests that failed, and with them what they tried: {len(failed)}")
    for name in failed:
        write(f"  {name}")
