"""Three published documents with their data: what is wrong in them is found, what is right is left in peace."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from published import REPORT_2565, REPORT_2568, TOPICS_2567, report_2565, report_2568, text_of, topics_2567

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review import review, review_text


@dataclass(frozen=True)
class Wrong:
    """One mistake that is known to be in a document: which rule says so, and what it points at."""

    row: str
    rule: str
    quote: str | None = None
    where: str | None = None
    """Of a record: its id."""

    def is_found_in(self, problems: list[Problem]) -> bool:
        return any(
            problem.rule == self.rule
            and (self.quote is None or (problem.quote is not None and self.quote in problem.quote))
            and (self.where is None or problem.where.id == self.where)
            for problem in problems
        )


CERTAIN = {
    REPORT_2568: (
        Wrong("0-1 not all tools reach 85", "claim-about-all", "OIT"),
        Wrong("0-2 parts of EIT named, not given", "eit-part-unknown", "EIT"),
        Wrong("0-6 o6 and o15 without a measure", "finding-without-measure", where="f3"),
        Wrong("0-6 o27 without a measure", "finding-without-measure", where="f4"),
        Wrong("0-8 nothing says how measures are followed up", "measure-incomplete", where="m1"),
        Wrong("0-10 two names of indicator 5", "indicator-name", "การแก้ปัญหาการทุจริต"),
        Wrong("0-11 two names of indicator 8", "indicator-name", "การปรับปรุงระบบการทำงาน"),
        Wrong("0-15 a sentence cut off", "unfinished-sentence", "ควร"),
    ),
    REPORT_2565: (
        Wrong("2-1 score of 1", "score-in-text", "๙๐.๗๔"),
        Wrong("2-2 score of 7", "score-in-text", "๘๐.๘๑"),
        Wrong("2-3 score of 6", "score-in-text", "๘๐.๗๔"),
        *(
            Wrong(f"2-4 rank {rank} as a number", "rank-as-number", rank)
            for rank in ("๒", "๔", "๕", "๖", "๗", "๙", "๑๐")
        ),
        Wrong("2-6 bands with gaps", "band-with-gaps", "๙๔"),
        Wrong("2-7 exactly 85 belongs nowhere", "more-than-and-up", "๘๕"),
        Wrong("2-8 a weighted total called a mean", "weighted-called-mean"),
        Wrong("2-10 a drop of 4.44 not discussed", "drop-not-discussed", where="f9"),
        Wrong("2-12 no rounds", "no-rounds"),
        Wrong("2-14 name of the assessment", "wrong-word", "ดำเนินการของหน่วยงานภาครัฐ"),
        Wrong("2-15 EITI", "tool-code", "EITI"),
        Wrong("2-16 two names of OIT", "tool-name", "สาธารณะ"),
        Wrong("2-17 two names of indicator 8", "indicator-name", "การปรับปรุงระบบการทำงาน"),
        Wrong("2-18 another name of indicator 4", "indicator-name", "การใช้ทรัพย์สินทางราชการ"),
        *(Wrong("2-21 said twice", "word-twice", word) for word in ("คุณธรรมคุณธรรม", "การประเมินการประเมิน", "ข้อมูลข้อมูล")),
        Wrong("2-22 a sentence cut off", "unfinished-sentence", "และ"),
    ),
    TOPICS_2567: (
        Wrong("3-2 a fault where indicator 2 is full", "fault-at-full-score", where="f5"),
        Wrong("3-3 a fault where indicator 3 is full", "fault-at-full-score", where="f6"),
        Wrong("3-6 nothing says how measures are followed up", "measure-incomplete", where="m1"),
        Wrong("3-7 no item scores behind the faults", "item-score-unknown", where="f1"),
        Wrong("3-8 misspelt", "wrong-word", "บุคคลากร"),
    ),
}
"""Rows that are sure, whose letters no scanner can have damaged, and about which the data says something."""

LIKELY = {
    REPORT_2568: (
        Wrong("0-3 items of EIT do not make the score", "item-mean", where="6"),
        Wrong("0-5 one of eight items makes 80", "item-mean", where="10"),
        Wrong("0-7 i7 and i9 without a measure", "finding-without-measure", where="f2"),
        Wrong("0-9 nothing runs in the first half", "half-year-empty"),
        Wrong("0-12 i2 read as 12", "code-form", "12"),
        Wrong("0-13 a Thai zero for o", "code-form", "๐10"),
        Wrong("0-14 a picture that is not there", "figure-missing", "ภาพที่ 2"),
        Wrong("0-21 nobody is responsible", "measure-incomplete", where="m11"),
    ),
    REPORT_2565: (
        Wrong("2-5 no measure of indicator 3", "weak-without-measure", where="3"),
        Wrong("2-5b a measure that answers nothing", "measure-without-finding", where="m99"),
        Wrong("2-13 agencies of another year", "other-year", "๒๕๖๖"),
        Wrong("2-19 a Thai zero for o", "code-form", "๐๔๒"),
    ),
    TOPICS_2567: (
        Wrong("3-1 an item without its letter", "code-form", "๑๑"),
        Wrong("3-5 nothing runs after February", "half-year-empty"),
        Wrong("3-10 two kinds of digits", "mixed-digits"),
    ),
}
NOT_SAID_BY_OUR_RULES = {"0-3 items of EIT do not make the score", "0-5 one of eight items makes 80"}
"""No source says by which weights these items make their indicators: the program does not pretend to know."""

YEARS: dict[str, Callable[[], Year]] = {REPORT_2568: report_2568, REPORT_2565: report_2565, TOPICS_2567: topics_2567}


def everything_said(name: str) -> list[Problem]:
    """Of the paper's text, and of its findings and measures as records."""
    year = YEARS[name]()
    return [*review_text(year, text_of(name)), *review(year)]


@pytest.mark.parametrize("name", YEARS)
def test_all_that_is_certainly_wrong_is_found(name):
    problems = everything_said(name)
    assert [wrong.row for wrong in CERTAIN[name] if not wrong.is_found_in(problems)] == []


@pytest.mark.parametrize("name", YEARS)
def test_what_is_probably_wrong_is_found_as_far_as_the_data_goes(name):
    problems = everything_said(name)
    missed = [wrong.row for wrong in LIKELY[name] if not wrong.is_found_in(problems)]
    assert set(missed) <= NOT_SAID_BY_OUR_RULES


@pytest.mark.parametrize("name", YEARS)
def test_no_error_is_reported_that_is_none(name):
    """Everything called an error in these texts is one of the known ones."""
    errors = [p for p in review_text(YEARS[name](), text_of(name)) if p.severity is Severity.ERROR]
    known = [*CERTAIN[name], *LIKELY[name]]
    assert [p for p in errors if not any(wrong.is_found_in([p]) for wrong in known)] == []


_TRUE_ALL_THE_SAME = {
    "space-before-repeat",
    "code-form",
    "mixed-digits",
    "band-with-gaps",
    "tool-name",
    "indicator-name",
    "wrong-word",
}
"""Found in more places than the list of known mistakes names, and rightly."""


@pytest.mark.parametrize("name", YEARS)
def test_hardly_a_warning_is_raised_in_vain(name):
    said = review_text(YEARS[name](), text_of(name))
    known = [*CERTAIN[name], *LIKELY[name]]
    in_vain = [p for p in said if p.rule not in _TRUE_ALL_THE_SAME and not any(w.is_found_in([p]) for w in known)]
    found = [wrong for wrong in known if wrong.is_found_in(everything_said(name))]
    print(f"{name}: {len(found)} found, {len(known) - len(found)} missed, {len(in_vain)} false alarms of {len(said)}")  # noqa: T201
    assert [(p.rule, p.quote) for p in in_vain] == []


def test_what_passes_is_not_flagged():
    """Totals, levels, differences between years, ranks, every score that is the table's, the best item, the codes."""
    for name, make in YEARS.items():
        silent = {
            "reported-total", "reported-level", "level-in-text", "change-in-text", "direction-in-text", "rank-in-text",
            "count-in-text", "count-of-list", "superlative", "top-list", "code-outside-year", "code-with-other-title",
            "indicator-number", "strength-named", "impossible-date", "period-in-text", "other-office", "other-place",
            "before-announcement", "end-before-start", "measure-outside-year",
        }  # fmt: skip
        assert not [problem for problem in everything_said(name) if problem.rule in silent]
        wrong_scores = {p.quote for p in review_text(make(), text_of(name)) if p.rule == "score-in-text"}
        assert wrong_scores <= {"๙๐.๗๔", "๘๐.๘๑", "๘๐.๗๔"}


def test_another_offices_name_is_seen_everywhere_in_a_copied_paper():
    year = report_2565()
    copied = text_of(REPORT_2568)
    names = [problem for problem in review_text(year, copied) if problem.rule == "other-office"]
    assert len(names) == len(re.findall(re.escape(report_2568().office.name), copied))
