"""Lists in running Thai: the members stand apart by spaces, not commas."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONG = 25


def joined(parts: Iterable[str], last: str = "และ") -> str:
    """`ก ข และค`; two short members need no space: `กและข`."""
    members = [part for part in parts if part]
    if len(members) < 2:
        return "".join(members)
    before = " ".join(members[:-1])
    close = len(members) == 2 and _is_thai(before[-1]) and all(len(m) < _LONG and " " not in m for m in members)
    return f"{before}{'' if close else ' '}{last}{gap_before(members[-1])}{members[-1]}"


def gap_before(member: str) -> str:
    """A Thai word is written on to a Thai word; a code, a digit or a bracket keeps its distance."""
    return "" if _is_thai(member[0]) else " "


def code_ranges(codes: Iterable[str]) -> str:
    """`o1–o5 o7 และ o9`: runs of three and more are drawn together."""
    runs: list[list[str]] = []
    for code in codes:
        if runs and _follows(runs[-1][-1], code):
            runs[-1].append(code)
        else:
            runs.append([code])
    parts: list[str] = []
    for run in runs:
        parts += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else run
    return joined(parts)


def _follows(before: str, code: str) -> bool:
    first, second = re.fullmatch(r"(\D*)(\d+)", before), re.fullmatch(r"(\D*)(\d+)", code)
    return bool(first and second and first[1] == second[1] and int(second[2]) == int(first[2]) + 1)


def _is_thai(letter: str) -> bool:
    return "\u0e00" <= letter <= "\u0e7f"
