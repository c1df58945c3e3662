"""Scores in prose against the tables: the first thing a hurried copy gets wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import FULL, half_up
from ita_desktop.review.case import Case
from ita_desktop.review.known import HUNDREDTH, Known
from ita_desktop.review.readings import Reading, readings, subjects_of
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.sayings import Role
from ita_desktop.review.speech import LAST_YEAR
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import agrees, as_said, decimals_of, named

PERCENT = "ร้อยละ"


@rule(
    "score-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนในข้อความไม่ตรงกับตารางคะแนน",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 93.17 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน",
    texts=True,
)
def score_in_text(case: Case) -> Iterator[Found]:
    for reading in readings(case, Role.SCORE, Role.CELL):
        said = reading.said
        if said.sure:
            yield from _wrong_score(reading, case)


def _wrong_score(reading: Reading, case: Case) -> Iterator[Found]:
    said, known, value = reading.said, reading.known, abs(reading.said.number.value)
    expected: list[tuple[Subject, Decimal]] = []
    for subject in subjects_of(said):
        score = known.score(subject, said.year)
        if score is None:
            return  # nothing to hold it against
        expected.append((subject, score))
    if not expected:
        return
    if len(expected) > 1 and "เฉลี่ย" in said.before:
        yield from _wrong_mean(reading, case, expected)
        return
    wrong = [(subject, score) for subject, score in expected if not agrees(value, score)]
    if not wrong or _right_in_another_way(reading, expected):
        return
    subject, score = wrong[0]
    year = said.year
    before = known.score(subject, said.or_year) if said.or_year else None
    if before is not None and abs(value - before) < abs(value - score):
        score, year = before, said.or_year  # it is the earlier year's that was meant
    when = f"ปี {year} " if year else ""
    names = named(called(subject, case.year.framework) for subject, _ in wrong)
    if len(wrong) < len(expected):
        yield reading.found(
            score,
            f"{names} {when}ได้ {as_said(score, said.number)} คะแนน ไม่ใช่ {said.number.text} อย่างข้ออื่นที่กล่าวไว้ด้วยกัน",
            Severity.WARNING,
        )
        return
    yield reading.found(
        score,
        f"{names} {when}ได้ {as_said(score, said.number)} คะแนน แต่ข้อความเขียน {said.number.text}{reading.instead()}",
    )


def _wrong_mean(reading: Reading, case: Case, of: list[tuple[Subject, Decimal]]) -> Iterator[Found]:
    """ "ข้อ i1–i3 เฉลี่ย 96.03": the mean of what was named, which may be written exactly or at two decimals."""
    mean = half_up(sum((score for _, score in of), Decimal(0)) / len(of))
    number = reading.said.number
    if not agrees(abs(number.value), mean):
        names = named(called(subject, case.year.framework) for subject, _ in of)
        yield reading.found(mean, f"{names} เฉลี่ย {as_said(mean, number)} คะแนน แต่ข้อความเขียน {number.text}")


def _right_in_another_way(reading: Reading, expected: list[tuple[Subject, Decimal]]) -> bool:
    said, known, value = reading.said, reading.known, abs(reading.said.number.value)
    for subject, _ in expected:
        before = known.score(subject, said.or_year or known.year.number - 1)
        if (said.or_year or said.role is Role.CELL) and before is not None and agrees(value, before):
            return True
        change = known.change(subject)
        if said.role is Role.CELL and change is not None and agrees(value, abs(change)):
            return True
        if said.role is Role.CELL and _derived(known, subject, value):
            return True
    return said.role is Role.CELL and decimals_of(value) < 2


def _derived(known: Known, subject: Subject, value: Decimal) -> bool:
    """Points lost, or what a tool contributes to the total: tables have columns of them."""
    lost, score = known.lost(subject), known.score(subject)
    tool = known.year.framework.tool(subject.key) if subject.about is About.TOOL else None
    share = score * tool.weight / FULL if tool and score is not None else None
    return any(figure is not None and abs(figure - value) <= HUNDREDTH for figure in (lost, share))


@rule(
    "change-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="ผลต่างจากปีก่อนในข้อความไม่ตรงกับตารางคะแนน",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ลดลงจากปีก่อน 1.41 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ลดลงจากปีก่อน 0.41 คะแนน",
    texts=True,
)
def change_in_text(case: Case) -> Iterator[Found]:
    for reading in readings(case, Role.CHANGE):
        said, subjects = reading.said, subjects_of(reading.said)
        changes = [change for subject in subjects if (change := reading.known.change(subject, said.since)) is not None]
        if not said.sure or not changes or len(changes) < len(subjects):
            continue
        value = abs(said.number.value)
        in_points = any(agrees(value, abs(change)) for change in changes)
        if said.number.unit == PERCENT and decimals_of(value):
            yield from _wrong_percent(reading, subjects[0], changes[0], in_points=in_points)
        elif not in_points and not _is_a_score(reading, value):
            expected, number = abs(changes[0]), said.number
            name, since = called(subjects[0], case.year.framework), f" {said.since}" if said.since else "ก่อน"
            yield reading.found(
                expected,
                f"ผลต่างจากปี{since}ของ{name} คือ {as_said(expected, number)} คะแนน แต่ข้อความเขียน {number.text}",
            )


def _wrong_percent(reading: Reading, subject: Subject, change: Decimal, *, in_points: bool) -> Iterator[Found]:
    """Of a hundred points a point is a percent, and papers write it so; but 10 of 90 are 11.11 per cent less."""
    number, last = reading.said.number, reading.known.year.number - 1
    before = reading.known.score(subject, reading.said.since or last)
    if not before:
        return
    percent, points = half_up(100 * abs(change) / before), abs(half_up(change))
    if agrees(abs(number.value), percent) or (points == percent and in_points):
        return
    told = f"{called(subject, reading.known.year.framework)} ต่างจากปีก่อน {points} คะแนน คิดเป็นร้อยละ {percent}"
    severity = Severity.HINT if in_points else None
    yield reading.found(percent, f"{told} แต่ข้อความเขียนร้อยละ {number.text}", severity)


def _is_a_score(reading: Reading, value: Decimal) -> bool:
    """ "ลดลง 83.17" gives the score itself: clumsy, but no wrong figure."""
    scores = [reading.known.score(subject) for subject in subjects_of(reading.said)]
    return any(score is not None and agrees(value, score) for score in scores)


@rule(
    "unknown-figure",
    Severity.WARNING,
    Group.FIGURES,
    title="ตัวเลขในข้อความไม่ตรงกับคะแนนใดเลย",
    bad="ภาพรวมของหน่วยงานยังต้องพัฒนา เพราะมีคะแนนเพียงบางเรื่องที่สูง เช่น ได้ 72.44 คะแนนในเรื่องการบริการ",
    good="ภาพรวมของหน่วยงานยังต้องพัฒนา เพราะมีคะแนนเพียงบางเรื่องที่สูง เช่น ได้ 97.33 คะแนนในเรื่องการใช้อำนาจ",
    texts=True,
)
def unknown_figure(case: Case) -> Iterator[Found]:
    if not case.year.indicator_scores:
        return
    for reading in readings(case, Role.SCORE, Role.CHANGE, Role.GAP, Role.LOST, Role.CELL, Role.MARK):
        said, number = reading.said, reading.said.number
        if (said.sure and said.role is not Role.MARK and _can_be_judged(reading)) or decimals_of(number.value) < 2:
            continue
        if not _speaks_of_scores(reading) or reading.known.is_known(number.value) or _is_between_two(reading):
            continue
        if any(
            subject.about in {About.SUB, About.ITEM} and reading.known.score(subject) is None
            for subject in said.subjects
        ):
            continue  # scores that nobody entered
        nearest = reading.known.nearest(abs(number.value))
        meant = f" ที่ใกล้เคียงคือ {as_said(nearest, number)} ({reading.known.what(nearest)})" if nearest is not None else ""
        yield reading.found(nearest, f"{number.text} ไม่ตรงกับคะแนนใดของปีนี้หรือปีก่อน{meant}", Severity.WARNING)


def _is_between_two(reading: Reading) -> bool:
    """By how much one thing that the line names lies above another."""
    prose, known = reading.prose, reading.known
    start, end = prose.line_of(reading.said.number.start)
    named = [subject for one in prose.mentions if start <= one.start < end for subject in one.subjects]
    scores = [score for subject in dict.fromkeys(named) if (score := known.score(subject)) is not None]
    value = abs(reading.said.number.value)
    return any(abs(abs(one - other) - value) <= HUNDREDTH for one in scores for other in scores if one != other)


def _can_be_judged(reading: Reading) -> bool:
    """Another rule says whether it is right."""
    subjects = subjects_of(reading.said)
    if reading.said.role is Role.CHANGE:
        return bool(subjects) and all(reading.known.change(subject) is not None for subject in subjects)
    return bool(subjects) and all(reading.known.score(subject, reading.said.year) is not None for subject in subjects)


_OF_OTHER_OFFICES = ("ประเทศ", "ระดับจังหวัด", "ระดับอำเภอ", "หน่วยงานอื่น", "ทุกหน่วยงาน", "อปท.")


def _speaks_of_scores(reading: Reading) -> bool:
    number, text = reading.said.number, reading.prose.text
    near = text[max(0, number.start - 25) : number.end + 12]
    if any(word in near for word in _OF_OTHER_OFFICES):
        return False  # figures that no workbook holds
    if number.unit == "คะแนน":
        return True
    return ("คะแนน" in near or (number.unit == PERCENT and "ผลการประเมิน" in near)) and not any(
        word in near for word in ("บาท", "เวลา", "คิดเป็น")
    )


_OF_THEN = re.compile(rf"{LAST_YEAR.pattern}|เดิม|จาก|เทียบ|ย้อนหลัง")
_OF_THE_OFFICE = re.compile("ผลการประเมิน|ผลคะแนน|ระดับ|ปีนี้|หน่วยงาน|ITA|ได้รับการประเมิน")


@rule(
    "earlier-figure",
    Severity.ERROR,
    Group.FIGURES,
    title="ใช้คะแนนของปีก่อนแทนคะแนนของปีนี้",
    bad="ปีนี้หน่วยงานมีผลการประเมิน 90.90 คะแนน อยู่ในระดับผ่านดี",
    good="ปีนี้หน่วยงานมีผลการประเมิน 88.98 คะแนน อยู่ในระดับผ่านดี",
    texts=True,
)
def earlier_figure(case: Case) -> Iterator[Found]:
    for reading in readings(case, Role.SCORE):
        said, number, prose = reading.said, reading.said.number, reading.prose
        if (said.sure and _can_be_judged(reading)) or decimals_of(number.value) < 2 or said.year:
            continue
        earlier = reading.known.only_earlier(number.value)
        start, end = prose.line_of(number.start)
        near, far = max(start, number.start - 100), min(end, number.end + 60)
        line = prose.arabic[near:far]
        of_then = _OF_THEN.search(line) or any(
            year.year != case.year.number and year.year in case.known.years and near <= year.start < far
            for year in prose.years
        )
        if earlier is None or of_then or not _speaks_of_scores(reading):
            continue
        now = reading.known.score(earlier)
        sure = earlier.about is About.TOTAL and now is not None and _OF_THE_OFFICE.search(line)
        right = f" ปีนี้คือ {as_said(now, number)}" if now is not None else ""
        yield reading.found(
            now,
            f"{number.text} คือ{reading.known.what(number.value)} ข้อความไม่ได้กล่าวถึงปีนั้น{right}",
            None if sure else Severity.WARNING if earlier.about is About.TOTAL else Severity.HINT,
        )
