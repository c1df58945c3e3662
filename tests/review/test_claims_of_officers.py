"""A true claim about the scores is left in peace; a false one is found where it stands, with what is true."""

from __future__ import annotations

from dataclasses import replace

import pytest
from claims_of_officers import FALSE, TRUE

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Finding, Year
from ita_desktop.review import review, review_text
from ita_desktop.thai.digits import to_arabic, to_thai

INNER_RULES = {"finding-without-measure"}
"""What is asked of every finding, whatever it says."""


def said_of(year: Year, text: str) -> list[Problem]:
    """As a text of the year; the rest of the year's texts is left out, for it is not asked about."""
    written = replace(
        year,
        findings=(Finding(id="said", topic=1, text=text),),
        measures=(),
        followups=(),
        memo=None,
        report=None,
        order=None,
        agenda=None,
    )
    return [one for one in review(written) if one.where.id == "said" and one.rule not in INNER_RULES]


def outside(year: Year, text: str) -> list[Problem]:
    return list(review_text(year, text))


READERS = (said_of, outside)


def test_there_are_hundreds_of_sentences():
    assert len(FALSE) > 150
    assert len(TRUE) > 120
    assert len({text for text, _ in FALSE} | set(TRUE)) == len(FALSE) + len(TRUE)


@pytest.mark.parametrize("text", TRUE)
def test_what_is_true_is_left_in_peace(year, text):
    for written in {text, to_thai(text)}:
        for read in READERS:
            assert [one for one in read(year, written) if one.severity is not Severity.HINT] == []


@pytest.mark.parametrize(("text", "right"), FALSE)
def test_what_is_false_is_found_where_it_stands_and_told_what_is_true(year, text, right):
    start, end = text.index("«"), text.index("»") - 1
    plain = text.replace("«", "").replace("»", "")
    for written in {plain, to_thai(plain)}:
        for read in READERS:
            at_it = [
                one
                for one in read(year, written)
                if one.where.start is not None and one.where.start < end and start < (one.where.end or 0)
            ]
            assert any(to_arabic(right) in to_arabic(f"{one.expected} {one.message}") for one in at_it), at_it


def test_what_a_measure_is_to_bring_about_is_no_more_than_a_hint(year):
    goal = "คะแนนเพิ่มขึ้นทุกตัวชี้วัดจากปีก่อน"
    planned = replace(year.measures[0], followup=goal)
    said = [one for one in review(replace(year, measures=(planned,))) if one.quote and one.quote in goal]
    assert [one.severity for one in said] == [Severity.HINT]


@pytest.mark.parametrize(("text", "right"), FALSE)
def test_what_is_mended_is_true(year, text, right):
    """A fix that is offered must not make another mistake in the same place."""
    plain = text.replace("«", "").replace("»", "")
    for problem in said_of(year, plain):
        if problem.fix is None or problem.where.start is None:
            continue
        mended = plain[: problem.where.start] + problem.fix + plain[problem.where.end :]
        left = [
            one for one in said_of(year, mended) if (one.rule, one.where.start) == (problem.rule, problem.where.start)
        ]
        assert not left, mended
