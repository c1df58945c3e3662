"""`check`: the review of a year, or of a paper that was edited elsewhere; exit 1 where errors were found."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ita_desktop.cli.opening import opened, year_of
from ita_desktop.cli.parser import Parser
from ita_desktop.cli.printing import print_json
from ita_desktop.domain.problems import SEVERITY_NAMES, Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review import review, review_text
from ita_desktop.review.place_names import place_name
from ita_desktop.thai.quoting import quoted


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    parser.add_argument("--paper", type=Path, metavar="เอกสาร", help="ตรวจเอกสาร .docx .pdf หรือ .txt กับข้อมูลในไฟล์")
    parser.json()


def do(options: argparse.Namespace) -> int:
    with opened(options.file, read_only=True) as document:
        year = year_of(document, options.year)
    today = datetime.now().astimezone().date()
    if options.paper is None:
        problems = review(year, today)
    else:
        from ita_desktop.exchange.paper_text import read_paper

        problems = review_text(year, read_paper(options.paper), today)
    if options.json:
        print_json(as_json(year, problems))
    else:
        print("\n".join(as_text(year, problems)))
    return 1 if any(problem.severity is Severity.ERROR for problem in problems) else 0


def as_json(year: Year, problems: Sequence[Problem]) -> dict[str, object]:
    """The contract's shape, and the characters of the quote beside it."""
    return {
        "year": year.number,
        "errors": _count(problems, Severity.ERROR),
        "warnings": _count(problems, Severity.WARNING),
        "hints": _count(problems, Severity.HINT),
        "problems": [_problem(problem) for problem in problems],
    }


def _problem(problem: Problem) -> dict[str, object]:
    where = problem.where
    told: dict[str, object] = {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "where": {"kind": where.kind, "id": where.id, "field": where.field, "start": where.start, "end": where.end},
        "quote": problem.quote,
        "expected": problem.expected,
        "message": problem.message,
    }
    return told if problem.fix is None else {**told, "fix": problem.fix}


def _count(problems: Sequence[Problem], severity: Severity) -> int:
    return sum(problem.severity is severity for problem in problems)


def as_text(year: Year, problems: Sequence[Problem]) -> Iterator[str]:
    if not problems:
        yield f"ตรวจทานปี {year.number} แล้ว ไม่พบสิ่งที่ต้องแก้ไข"
        return
    counts = (f"{called} {_count(problems, severity)}" for severity, called in SEVERITY_NAMES.items())
    yield f"ตรวจทานปี {year.number}: {' '.join(counts)}"
    for severity, called in SEVERITY_NAMES.items():
        members = [problem for problem in problems if problem.severity is severity]
        if members:
            yield ""
            yield called
        for problem in members:
            quote = f" {quoted(problem.quote)}" if problem.quote else ""
            fix = f" → {problem.fix}" if problem.fix and problem.fix.strip() else ""
            yield f"  {place_name(year, problem.where)}:{quote} {problem.message}{fix}"
