"""Totals and levels: what was announced, what the scores come to, and what the texts say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.item_means import item_means
from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.scoring import half_up, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import LAST_YEAR
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import agrees
from ita_desktop.thai.digits import to_thai


@rule(
    "reported-total",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนรวมที่บันทึกว่าประกาศไม่ตรงกับที่คำนวณจากตัวชี้วัด",
    bad="คะแนนรวมที่ประกาศ 89.98 แต่ตัวชี้วัดทั้งสิบคำนวณได้ 88.98",
    good="คะแนนรวมที่ประกาศ 88.98 เท่ากับที่คำนวณได้",
)
def reported_total(case: Case) -> Iterator[Found]:
    reported, computed = case.year.reported.total, case.results.total
    if reported is not None and computed is not None and not agrees(_plain(reported), computed):
        yield Found(
            where=Place("scores", None, "reported.total"),
            quote=score_text(reported),
            expected=score_text(computed),
            message=(
                f"คะแนนรวมที่ประกาศ {score_text(reported)} แต่คำนวณจากคะแนนตัวชี้วัดได้ {score_text(computed)} "
                "อาจพิมพ์คะแนนบางตัวผิด"
            ),
        )


def _plain(value: Decimal) -> Decimal:
    """86.50 and 86.5 are the same announcement: zeros at the end say nothing of how exact it is."""
    return value.normalize() if value != value.to_integral_value() else value


@rule(
    "reported-level",
    Severity.ERROR,
    Group.FIGURES,
    title="ระดับผลการประเมินที่บันทึกไว้ไม่ตรงกับหลักเกณฑ์ของปี",
    bad="ปี 2568 บันทึกระดับ A ทั้งที่หลักเกณฑ์ของปีนั้นไม่มีระดับ A",
    good="ปี 2568 ได้คะแนนรวม 88.98 ทุกเครื่องมือไม่ต่ำกว่า 85 บันทึกระดับผ่านดี",
)
def reported_level(case: Case) -> Iterator[Found]:
    reported, level = case.year.reported.level, case.results.level
    if not reported:
        return
    names = [one.name for one in case.year.framework.levels]
    place = Place("scores", None, "reported.level")
    if names and reported not in names:
        yield Found(
            where=place,
            quote=reported,
            expected=level.name if level else None,
            message=f"หลักเกณฑ์ปี {case.year.number} ไม่มีระดับ {reported} มีแต่ {' '.join(names)}",
        )
    elif level is not None and level.name != reported:
        unsure = level.confidence is not Confidence.SURE or "eit_in_two_parts" in case.year.framework.unconfirmed
        yield Found(
            where=place,
            quote=reported,
            expected=level.name,
            message=f"คะแนนปีนี้อยู่ในระดับ{level.name}ตามหลักเกณฑ์ แต่บันทึกว่าประกาศระดับ{reported}",
            severity=Severity.WARNING if unsure else None,
        )


@rule(
    "item-mean",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนตัวชี้วัดไม่เท่ากับค่าเฉลี่ยของรายข้อ",
    bad="ตัวชี้วัดที่ 1 ได้ 96.03 แต่ข้อ i1 i2 i3 เฉลี่ยได้ 94.03",
    good="ตัวชี้วัดที่ 1 ได้ 96.03 เท่ากับค่าเฉลี่ยของข้อ i1 i2 i3",
)
def item_mean(case: Case) -> Iterator[Found]:
    for mean in item_means(case.year):
        if mean.agrees is False and mean.mean is not None:
            name = called(Subject(About.INDICATOR, str(mean.indicator)), case.year.framework)
            right = score_text(half_up(mean.mean))
            yield Found(
                where=Place("scores", str(mean.indicator), "score"),
                quote=score_text(mean.score),
                expected=right,
                message=f"{name} ได้ {score_text(mean.score)} แต่รายข้อเฉลี่ยได้ {right} โปรดตรวจกับผลที่ประกาศ",
                severity=None if mean.confirmed else Severity.WARNING,
            )


@rule(
    "eit-parts",
    Severity.WARNING,
    Group.FIGURES,
    title="คะแนน EIT สองส่วนไม่เข้ากับคะแนนเฉลี่ย EIT",
    bad="EIT ส่วนที่ 1 ได้ 90.00 ส่วนที่ 2 ได้ 92.00 แต่ตัวชี้วัดที่ 6-8 เฉลี่ยได้ 89.39",
    good="EIT ส่วนที่ 1 ได้ 92.16 ส่วนที่ 2 ได้ 86.62 ค่าเฉลี่ย 89.39 อยู่ระหว่างสองส่วน",
)
def eit_parts(case: Case) -> Iterator[Found]:
    parts, mean = sorted(case.year.eit_parts.values()), case.results.tools.get("EIT")
    if len(parts) == 2 and mean is not None and not parts[0] - 1 <= mean <= parts[1] + 1:
        yield Found(
            where=Place("scores", None, "eit_parts"),
            quote=" ".join(score_text(part) for part in parts),
            message=f"คะแนนเฉลี่ยของ EIT คือ {score_text(mean)} ซึ่งไม่อยู่ระหว่างคะแนนสองส่วน โปรดตรวจคะแนนอีกครั้ง",
        )


@rule(
    "item-outside-year",
    Severity.ERROR,
    Group.CODES,
    title="มีคะแนนของข้อที่ไม่มีในหลักเกณฑ์ของปี",
    bad="ปี 2568 มีคะแนนของข้อ o35 ทั้งที่ปีนั้นมีถึง o28",
    good="ปี 2568 มีคะแนนข้อ o1 ถึง o28",
)
def item_outside_year(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    for code in case.year.item_scores:
        if framework.items and framework.item(code) is None:
            yield Found(
                where=Place("scores", code, "score"),
                quote=code,
                message=f"ข้อ {code} ไม่มีในหลักเกณฑ์ปี {case.year.number}",
            )


# ------------------------------------------------------------------------------------------------------------ in texts

_THIS_YEAR = re.compile("ปีนี้|ครั้งนี้|ปัจจุบัน")
_SAID = re.compile(r"(?:อยู่ใน|อยู่|จัดอยู่ใน|จัดเป็น|ได้|ผล(?:การประเมิน)?(?:อยู่ใน)?|คงอยู่ใน|มีผล|\()\s*(?P<word>ระดับ)?\s*")


@rule(
    "level-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="ระดับผลการประเมินในข้อความไม่ตรงกับคะแนนหรือหลักเกณฑ์ของปี",
    bad="เทศบาลตำบลตัวอย่างได้คะแนนรวม 88.98 คะแนน อยู่ในระดับ A",
    good="เทศบาลตำบลตัวอย่างได้คะแนนรวม 88.98 คะแนน อยู่ในระดับผ่านดี",
    texts=True,
)
def level_in_text(case: Case) -> Iterator[Found]:
    if not case.known.level():
        return
    names = "|".join(map(re.escape, _level_names(case)))
    pattern = re.compile(rf"{_SAID.pattern}[“\"]?(?P<level>{names})(?![A-Za-zก-๎])(?!\s*(?:\)?\s*ขึ้นไป|หรือ|–|-))")
    for prose in case.texts:
        for match in pattern.finditer(prose.text):
            letter, worded = match["level"].isascii(), match["word"] is not None
            if (letter and not worded) or (not worded and not _after_a_score(prose, match.start())):
                continue
            yield from _level_said(case, prose, match)


def _level_names(case: Case) -> list[str]:
    schemes = [level.name for year in case.known.years.values() for level in year.framework.levels]
    letters = ["AA", "A", "B", "C", "D", "E", "F"]
    new = ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุงโดยด่วน", "ต้องปรับปรุง"]
    return sorted({*schemes, *letters, *new}, key=len, reverse=True)


def _after_a_score(prose: Prose, at: int) -> bool:
    return (
        re.search(r"[0-9]{2}(?:\.[0-9]+)?\s*(?:คะแนน)?\s*(?:ซึ่ง|และ|โดย|ถือว่า)?\s*$", prose.arabic[max(0, at - 30) : at])
        is not None
    )


def _level_said(case: Case, prose: Prose, match: re.Match[str]) -> Iterator[Found]:
    start, _ = prose.line_of(match.start())
    near = max(start, match.start() - 60)
    said = [(one.end(), case.year.number - 1) for one in LAST_YEAR.finditer(prose.text, near, match.start())]
    said += [(one.end(), case.year.number) for one in _THIS_YEAR.finditer(prose.text, near, match.start())]
    said += [(one.end, one.year) for one in prose.years if near <= one.start < match.start()]
    year = max(said)[1] if said else case.year.number
    if year > case.year.number:
        year = case.year.number
    if year not in case.known.years:
        return
    right = case.known.level(year)
    if right is None or match["level"] == right:
        return
    if year == case.year.number and match["level"] == case.year.reported.level:
        return  # as announced: what is wrong then is said of the announcement
    scheme = [level.name for level in case.known.years[year].framework.levels]
    why = f"หลักเกณฑ์ปี {year} ไม่มีระดับนี้ " if match["level"] not in scheme else ""
    yield Found(
        where=prose.at(*match.span("level")),
        quote=match["level"],
        expected=right,
        fix=right,
        message=f"{why}คะแนนปี {year} อยู่ในระดับ{right}",
    )


@rule(
    "weighted-called-mean",
    Severity.HINT,
    Group.FIGURES,
    title="เรียกคะแนนรวมว่าคะแนนเฉลี่ย",
    bad="คะแนนเฉลี่ยรวม 88.98 คะแนน",
    good="คะแนนรวม 88.98 คะแนน",
    texts=True,
)
def weighted_called_mean(case: Case) -> Iterator[Found]:
    total = case.results.total
    means = {half_up(mean) for mean in case.results.tools.values() if mean is not None}
    if total is None or total in means:
        return
    for prose in case.texts:
        for match in re.finditer(r"คะแนนเฉลี่ย(?:รวม)?\s{0,3}(?P<value>[0-9]{2}\.[0-9]{2})", prose.arabic):
            if Decimal(match["value"]) == total:
                word = match.group()[: match.start("value") - match.start()].rstrip()
                yield Found(
                    where=prose.at(match.start(), match.start() + len(word)),
                    quote=word,
                    expected="คะแนนรวม",
                    fix="คะแนนรวม",
                    message="คะแนนรวมของ ITA ถ่วงน้ำหนักตามเครื่องมือ มิใช่ค่าเฉลี่ยของตัวชี้วัด",
                )


_BAND = re.compile(
    r"(?P<low>[0-9]{1,3})(?:\.00)?\s*[-–]\s*(?P<high>[0-9]{2})(?!\.?[0-9])\s*(?:คะแนน)?[\s:=|ระดับ]*(?P<level>[A-F]{1,2}|ผ่าน[ก-๎]*|ต้องปรับปรุง[ก-๎]*)(?![A-Za-zก-๎])"
)


@rule(
    "band-with-gaps",
    Severity.WARNING,
    Group.FIGURES,
    title="ช่วงคะแนนของระดับเว้นช่องว่าง",
    bad="คะแนน 85 - 94 ระดับ A",
    good="คะแนน 85.00 - 94.99 ระดับ A",
    texts=True,
)
def band_with_gaps(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _BAND.finditer(prose.arabic):
            high = Decimal(match["high"])
            if high < 100 and int(match["low"]) < high:
                start, end = match.span("high")
                fix = f"{high}.99"
                thai = any("๐" <= letter <= "๙" for letter in prose.text[start:end])
                yield Found(
                    where=prose.at(start, end),
                    quote=prose.text[start:end],
                    expected=fix,
                    fix=to_thai(fix) if thai else fix,
                    message=f"คะแนนระหว่าง {high} กับ {high + 1} เช่น {high}.50 ไม่อยู่ในระดับใด ควรเขียนถึง {fix}",
                )


_MORE_AND_UP = re.compile(r"(?:มากกว่า|เกินกว่า|เกิน|สูงกว่า)(?P<mark>(?:ร้อยละ|\s)*[0-9๐-๙]{2,3}\s*(?:คะแนน)?\s*)ขึ้นไป")


@rule(
    "more-than-and-up",
    Severity.WARNING,
    Group.FIGURES,
    title="เขียนว่ามากกว่า … ขึ้นไป จนคะแนนที่เท่าเกณฑ์พอดีไม่อยู่กลุ่มใด",
    bad="ตัวชี้วัดที่มีคะแนนมากกว่า 85 คะแนนขึ้นไป เป็นจุดแข็ง",
    good="ตัวชี้วัดที่มีคะแนนตั้งแต่ 85 คะแนนขึ้นไป เป็นจุดแข็ง",
    texts=True,
)
def more_than_and_up(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _MORE_AND_UP.finditer(prose.text):
            fix = f"ตั้งแต่{match['mark']}ขึ้นไป"
            yield Found(
                where=prose.at(*match.span()),
                quote=match.group(),
                expected=fix,
                fix=fix,
                message="คะแนนที่เท่าเกณฑ์พอดีจะไม่เป็นทั้งจุดแข็งและจุดอ่อน",
            )
