"""`draft`: findings, measures, memo and report written from the scores; a person's words stay as they are."""

from __future__ import annotations

import argparse

from ita_desktop import paths
from ita_desktop.cli.opening import opened, year_of
from ita_desktop.cli.parser import Parser
from ita_desktop.cli.printing import print_json


def declare(parser: Parser) -> None:
    parser.workbook()
    parser.year()
    parser.json()


def do(options: argparse.Namespace) -> int:
    from ita_desktop.actions.drafting import Count, draft_year
    from ita_desktop.drafting.phrases import Phrases

    with opened(options.file) as document:
        year_of(document, options.year)
        done = draft_year(document, options.year, Phrases.load(paths.PHRASES))

    def numbers(count: Count) -> dict[str, int]:
        return {"added": count.added, "renewed": count.renewed, "removed": count.removed}

    if options.json:
        print_json(
            {
                "year": options.year,
                "findings": numbers(done.findings),
                "measures": numbers(done.measures),
                "rounds": done.rounds,
                "memo": done.memo,
                "report_sections": done.report,
            }
        )
    else:
        print(f"ปี {options.year}: {done.in_words()}")
    return 0
