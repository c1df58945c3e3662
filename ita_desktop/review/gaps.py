"""What lacks, what is lost, what weighs: figures that are made of scores."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import FULL
from ita_desktop.review.case import Case
from ita_desktop.review.known import Known
from ita_desktop.review.readings import Reading, readings, subjects_of
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.sayings import Role
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import agrees, as_said, decimals_of, in_the_same_digits


@rule(
    "gap-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนที่ขาดหรือเสียไปในข้อความไม่ตรงกับที่คำนวณได้",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ยังขาดอีก 2.83 คะแนนจึงจะถึงเกณฑ์ 85 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ยังขาดอีก 1.83 คะแนนจึงจะถึงเกณฑ์ 85 คะแนน",
    texts=True,
)
def gap_in_text(case: Case) -> Iterator[Found]:
    for reading in readings(case, Role.GAP, Role.LOST):
        said, known = reading.said, reading.known
        subjects = [subject for subject in subjects_of(said) if known.score(subject) is not None]
        if not said.sure or not subjects or decimals_of(said.number.value) < 2:
            continue
        right = [figure for subject in (*subjects, *_wholes(reading)) for figure in _lacking(known, subject)]
        value = abs(said.number.value)
        if any(agrees(value, figure) for figure in right) or (case.outside and known.is_known(value)):
            continue
        expected = _meant(reading, subjects[0])
        name = called(subjects[0], case.year.framework)
        yield reading.found(
            expected, f"{said.number.text} ไม่ใช่คะแนนที่ขาดหรือเสียไปของ{name} คำนวณได้ {as_said(expected, said.number)}"
        )


def _wholes(reading: Reading) -> Iterator[Subject]:
    """What the thing named last is a part of: a sentence about an item may go on to what the indicator loses."""
    yield Subject(About.TOTAL)
    if reading.prose.indicator is not None:
        yield Subject(About.INDICATOR, str(reading.prose.indicator))
    for mention in reading.prose.mentions:
        if mention.about is About.INDICATOR and mention.end <= reading.said.number.start:
            yield from mention.subjects


def _lacking(known: Known, subject: Subject) -> Iterator[Decimal]:
    score, lost, change = known.score(subject), known.lost(subject), known.change(subject)
    if score is None:
        return
    yield FULL - score
    yield from (abs(mark - score) for mark in known.marks())
    if lost is not None:
        yield lost
    if change is not None:
        yield abs(change)


_MARK_NEAR = re.compile(r"(?<![0-9.])(?P<mark>[0-9]{2,3})(?![0-9.])\s*คะแนน")


def _meant(reading: Reading, subject: Subject) -> Decimal:
    """Of all that lacks, what the words speak of; else what the figure is nearest to."""
    score, lost = reading.known.score(subject), reading.known.lost(subject)
    assert score is not None
    if reading.said.role is Role.LOST and lost is not None:
        return lost
    number, arabic = reading.said.number, reading.prose.arabic
    if "เต็ม" in arabic[number.end : number.end + 25]:
        return FULL - score
    around = arabic[max(0, number.start - 30) : number.start] + arabic[number.end : number.end + 40]
    for match in _MARK_NEAR.finditer(around):
        if Decimal(match["mark"]) in reading.known.marks():
            return abs(Decimal(match["mark"]) - score)
    return min(_lacking(reading.known, subject), key=lambda figure: abs(figure - abs(number.value)))


@rule(
    "weight-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="น้ำหนักของเครื่องมือไม่ตรงกับหลักเกณฑ์",
    bad="แบบวัด OIT มีน้ำหนักร้อยละ 30",
    good="แบบวัด OIT มีน้ำหนักร้อยละ 40",
    texts=True,
)
def weight_in_text(case: Case) -> Iterator[Found]:
    for reading in readings(case, Role.WEIGHT):
        for subject in reading.said.subjects[-1:]:
            tool = case.year.framework.tool(subject.key) if subject.about is About.TOOL else None
            if tool and reading.said.sure and reading.said.number.value != tool.weight:
                right = in_the_same_digits(f"{tool.weight.normalize():f}", reading.said.number)
                yield Found(
                    where=reading.prose.at(reading.said.number.start, reading.said.number.end),
                    quote=reading.said.number.text,
                    expected=right,
                    fix=right,
                    message=f"{tool.code} มีน้ำหนักร้อยละ {right} ของคะแนนรวม",
                )
