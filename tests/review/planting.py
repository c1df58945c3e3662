"""Mistakes as officers make them, planted into a clean year one at a time at a random place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from sample_year import OFFICE, framework

from ita_desktop.domain.fields import read_field, record_at, with_field
from ita_desktop.domain.item_means import mean_of_items
from ita_desktop.domain.problems import Place, Problem
from ita_desktop.domain.records import (
    Agenda,
    AgendaItem,
    Evidence,
    FollowUp,
    FollowUpState,
    Member,
    Order,
    Reported,
    Respondents,
    Signatory,
    Signature,
    StrengthRule,
    Year,
)
from ita_desktop.domain.scoring import half_up, results
from ita_desktop.drafting.drafting import draft
from ita_desktop.drafting.phrases import Phrases
from ita_desktop.review.prose import Prose
from ita_desktop.review.texts import texts_of

Dice = random.Random
CLERK = ("นายสมมติ ใจดี", "ปลัดเทศบาลตำบลตัวอย่าง")
HEAD = ("นายตัวแทน ประชาราษฎร์", "นายกเทศมนตรีตำบลตัวอย่าง")


# -------------------------------------------------------------------------------------------------------- clean years


@cache
def _phrases() -> Phrases:
    return Phrases.load(Path(__file__).parents[2] / "resources" / "phrases")


def scored_year(dice: Dice, number: int, previous: Year | None = None) -> Year:
    """Scores of any height that agree with each other: items make indicators where the year's rule says so."""
    rules = framework(number)
    low, high = dice.choice([(90, 100), (75, 98), (40, 86), (50, 100)])

    def score() -> Decimal:
        return Decimal(dice.randint(low * 100, high * 100)) / 100

    items = {
        item.code: Decimal(0 if dice.random() < 0.15 else 100) if item.code[0] == "o" else score()
        for item in rules.items
    }
    indicators = {}
    for indicator in rules.indicators:
        mean = mean_of_items(rules, indicator.number, items)
        indicators[indicator.number] = half_up(mean) if mean is not None else score()
    year = Year(
        number=number,
        measures_year=number + 1,
        office=OFFICE,
        framework=rules,
        indicator_scores=indicators,
        item_scores=items if dice.random() < 0.8 else {},
        previous=previous,
        strength_rule=StrengthRule(top=dice.choice([None, None, None, 5])),
    )
    found = results(year)
    return replace(year, reported=Reported(total=found.total, level=found.level.name if found.level else None))


def clean_year(seed: int) -> Year:
    """Drafted from random scores, then as far along as an office gets: order, meeting, signatures, reports."""
    dice = random.Random(seed)
    number = dice.choice([2566, 2567, 2568, 2568, 2569])
    previous = scored_year(dice, number - 1) if dice.random() < 0.8 else None
    common = number - 543
    year = replace(
        scored_year(dice, number, previous),
        order=Order(
            number=f"45/{number}",
            date=date(common, 1, 26),
            subject=f"แต่งตั้งคณะทำงานประเมิน ITA ประจำปีงบประมาณ พ.ศ. {number}",
            members=(Member(name=CLERK[0], position="ปลัดเทศบาล", role="ประธานคณะทำงาน"),),
            duties=("รวบรวมข้อมูล OIT ให้ครบถ้วน", "รายงานผลต่อผู้บริหารตามรอบ"),
            signatory=Signatory(name=HEAD[0], position=HEAD[1]),
        ),
        agenda=Agenda(
            meeting=f"2/{number}",
            date=date(common, 9, 10),
            time="13:30",
            place="ห้องประชุมเทศบาลตำบลตัวอย่าง",
            items=(AgendaItem(number="1", title="เรื่องเพื่อพิจารณา", points=("ร่างรายงานการวิเคราะห์", "ร่างมาตรการ")),),
        ),
        respondents=(
            Respondents(tool="IIT", by="age", group="20-30 ปี", male=10, female=12),
            Respondents(tool="IIT", by="age", group="31-40 ปี", male=20, female=18),
            Respondents(tool="IIT", by="education", group="ปริญญาตรี", male=30, female=30),
        ),
    )
    drafted = draft(year, _phrases()).on(year)
    assert drafted.memo
    signatures = (Signature(name=CLERK[0], position=CLERK[1]), Signature(name=HEAD[0], position=HEAD[1]))
    memo = replace(drafted.memo, date=date(common, 9, 15), number="ตย 52001/263", signatures=signatures)
    first = drafted.rounds[0].id
    reports = tuple(
        FollowUp(
            measure=measure.id,
            round=first,
            state=FollowUpState.DONE,
            progress=100,
            result="ดำเนินการครบทุกขั้นตอนแล้ว",
            reported=(measure.start or date(common, 10, 1)) + timedelta(days=60),
            evidence=(Evidence(title="รายงานผล", link="https://www.tuayang.example/report.pdf"),),
        )
        for measure in drafted.measures
    )
    return replace(drafted, memo=memo, followups=reports)


# ----------------------------------------------------------------------------------------------------------- planting


@dataclass(frozen=True)
class Planted:
    year: Year
    place: Place
    """Where it was planted; with characters where it is in a text."""

    def found_by(self, problem: Problem) -> bool:
        where, here = problem.where, self.place
        if (where.kind, where.id) != (here.kind, here.id):
            return False
        if here.start is None or here.end is None:
            return here.field is None or where.field == here.field
        if where.field != here.field or where.start is None or where.end is None:
            return False
        return where.start < here.end and here.start < where.end


Plant = Callable[[Dice, Year], Planted | None]
PLANTS: dict[str, Plant] = {}


def _plant(name: str) -> Callable[[Plant], Plant]:
    def declare(plant: Plant) -> Plant:
        PLANTS[name] = plant
        return plant

    return declare


def put(year: Year, place: Place, record: object) -> Year:
    """The year with this record in the place of the one that is there."""
    if place.kind in {"memo", "report", "order", "agenda", "office"}:
        return replace(year, **{place.kind: record})
    name = f"{place.kind}s"
    return replace(year, **{name: tuple(record if one.id == place.id else one for one in getattr(year, name))})


def rewritten(year: Year, prose: Prose, start: int, end: int, new: str) -> Planted:
    record = record_at(year, prose.place)
    text = read_field(record, prose.place.field)
    changed = put(year, prose.place, with_field(record, prose.place.field, text[:start] + new + text[end:]))
    return Planted(changed, prose.at(start, start + max(len(new), 1)))


def places(year: Year, pattern: str, *kinds: str) -> list[tuple[Prose, re.Match[str]]]:
    texts = [prose for prose in texts_of(year) if not kinds or prose.place.kind in kinds]
    return [(prose, match) for prose in texts for match in re.finditer(pattern, prose.text)]


def replaced(name: str, pattern: str, new: Callable[[Dice, Year, re.Match[str]], str | None], *kinds: str) -> None:
    """Plants by replacing the group `it` of a random match."""

    def plant(dice: Dice, year: Year) -> Planted | None:
        found = places(year, pattern, *kinds)
        dice.shuffle(found)
        for prose, match in found:
            text = new(dice, year, match)
            if text is not None and text != match["it"]:
                return rewritten(year, prose, *match.span("it"), text)
        return None

    PLANTS[name] = plant


def other_score(dice: Dice, _year: Year, match: re.Match[str]) -> str:
    """A wholly different figure, a digit mistyped, or two changed about: the three ways in which figures go wrong."""
    said = match["it"]
    match dice.choice(["other", "digit", "swapped"]):
        case "other":
            return f"{dice.uniform(20, 99.9):.2f}"
        case "digit":
            at = dice.choice([n for n, letter in enumerate(said) if letter.isdigit()])
            return said[:at] + dice.choice([d for d in "123456789" if d != said[at]]) + said[at + 1 :]
    at = dice.choice([n for n in range(len(said) - 1) if said[n].isdigit() and said[n + 1].isdigit()])
    return said[:at] + said[at + 1] + said[at] + said[at + 2 :]


_SCORE = r"(?P<it>[0-9]{2,3}\.[0-9]{2})"
_INDICATOR = r"ตัวชี้วัดที่ (?P<number>[0-9]{1,2}) (?P<name>(?:การ|คุณภาพ|ประสิทธิภาพ)[ก-๎]+)"


def _scores_differ(dice: Dice, year: Year, match: re.Match[str]) -> str | None:
    scores = [str(half_up(score)) for score in year.indicator_scores.values()]
    return dice.choice([score for score in scores if score != match["it"]] or [None])


def _of_last_year(_dice: Dice, year: Year, match: re.Match[str]) -> str | None:
    last = year.last_year.indicator_scores.get(int(match["number"])) if year.last_year else None
    return None if last is None else str(half_up(last))


replaced("score of an indicator", rf"{_INDICATOR} (?:ได้|มีผลคะแนน|ได้รับการประเมิน) {_SCORE} คะแนน", other_score)
replaced("score of another indicator", rf"{_INDICATOR} (?:ได้|มีผลคะแนน) {_SCORE} คะแนน", _scores_differ, "finding")
replaced("score of last year", rf"^{_INDICATOR} (?:ได้|มีผลคะแนน|ได้รับการประเมิน) {_SCORE} คะแนน", _of_last_year)
replaced("score of an item", rf"ข้อ [ieo][0-9]+ [^()0-9]{{3,120}}\({_SCORE} คะแนน\)", other_score, "finding")
replaced("item in an analysis", rf"ข้อ [ieo][0-9]+ [^()0-9]{{3,120}} (?:ได้|อยู่ที่) {_SCORE} คะแนน", other_score, "measure")
replaced("last year's score", rf"(?:ซึ่งได้|ที่ได้) {_SCORE} คะแนน", other_score, "finding")
replaced("total", rf"คะแนนรวม {_SCORE} คะแนน", other_score, "memo", "report")
replaced("change", r"(?:เพิ่มขึ้น|ลดลง) (?P<it>[0-9]+\.[0-9]{2}) คะแนน", other_score, "finding", "report")
replaced(
    "direction",
    r"(?P<it>เพิ่มขึ้น|ลดลง) [0-9]+\.[0-9]{2} คะแนน",
    lambda _d, _y, match: "ลดลง" if match["it"] == "เพิ่มขึ้น" else "เพิ่มขึ้น",
    "finding",
)
replaced("gap", r"(?:ขาดอีก|ขาดอยู่|เกณฑ์ 85 คะแนน อยู่) (?P<it>[0-9]+\.[0-9]{2}) คะแนน", other_score, "finding")
replaced("points lost", r"(?:คิดเป็น|เสียคะแนนรวมไป|คะแนนรวม) (?P<it>[0-9]\.[0-9]{2}) คะแนน", other_score, "finding")
replaced(
    "rank",
    r"อันดับที่ (?P<it>[0-9]+) ",
    lambda dice, _y, match: str(dice.choice([n for n in range(1, 11) if n != int(match["it"])])),
    "finding",
)
replaced(
    "count of strong or weak",
    r"(?:จุดแข็ง|พัฒนา|คะแนนมีจำนวน|จำนวน) (?P<it>[0-9]+) ตัวชี้วัด",
    lambda dice, _y, match: str(dice.choice([n for n in range(2, 10) if n != int(match["it"])])),
    "memo",
    "report",
)
replaced(
    "count of changes",
    r"(?:เพิ่มขึ้น|ลดลง) (?P<it>[0-9]+) ตัวชี้วัด",
    lambda dice, _y, match: str(int(match["it"]) + dice.choice([1, 2])),
    "report",
)
replaced(
    "count of measures",
    r"(?:จำนวน|รวม) (?P<it>[0-9]+) มาตรการ",
    lambda dice, _y, match: str(int(match["it"]) + dice.choice([-1, 1, 5])),
    "memo",
)
replaced(
    "number of an indicator",
    r"ตัวชี้วัดที่ (?P<it>[0-9]{1,2}) (?:การ|คุณภาพ|ประสิทธิภาพ)",
    lambda dice, _y, match: str(dice.choice([n for n in range(1, 11) if n != int(match["it"])])),
)
replaced(
    "name of an indicator",
    rf"^ตัวชี้วัดที่ (?P<number>[0-9]{{1,2}}) (?P<it>{'|'.join(i.name for i in framework(2568).indicators)})",
    lambda dice, year, match: dice.choice([i.name for i in year.framework.indicators if i.name != match["it"]]),
)
replaced(
    "indicator that no year has",
    r"ตัวชี้วัดที่ (?P<it>[0-9]{1,2}) (?:การ|คุณภาพ|ประสิทธิภาพ)",
    lambda dice, _y, _m: str(dice.choice([11, 12, 15])),
)
replaced(
    "level",
    r"(?:อยู่ในระดับ|ในระดับ ?)(?P<it>ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง)(?= |$)",
    lambda dice, _y, match: dice.choice([n for n in ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", " A", " B") if n != match["it"]]),
    "memo",
)
replaced(
    "claim about the mark",
    r"(?P<it>ต่ำกว่าเกณฑ์ 85|ซึ่งยังไม่ถึงเกณฑ์ 85)",
    lambda dice, _y, _m: dice.choice(["สูงกว่าเกณฑ์ 85", "เกิน 85", "ไม่ต่ำกว่า 85"]),
    "finding",
)
replaced(
    "weight of a tool",
    r"(?:น้ำหนัก)ร้อยละ (?P<it>30|40)",
    lambda dice, _y, match: dice.choice([n for n in ("20", "30", "40", "50") if n != match["it"]]),
    "report",
)
replaced(
    "code beyond the year",
    r"ข้อ (?P<it>[ieo][0-9]+)",
    lambda dice, _y, match: f"{match['it'][0]}{dice.choice([44, 47, 52])}",
)
replaced("code read wrongly", r"ข้อ (?P<it>o[0-9]+)", lambda _d, _y, match: f"๐{match['it'][1:]}")
replaced("code in capitals", r"ข้อ (?P<it>[ieo][0-9]+)", lambda _d, _y, match: match["it"].upper())
replaced(
    "code of another item's title",
    r"ข้อ (?P<it>o[0-9]+) (?:รายงานผล|ข้อมูลสถิติ|การเปิดโอกาส|ประมวลจริยธรรม|แผนปฏิบัติการ|ช่องทางแจ้ง)[ก-๎]+",
    lambda dice, year, match: dice.choice(
        [i.code for i in year.framework.items if i.code[0] == "o" and i.code != match["it"]]
    ),
    "finding",
)
replaced(
    "year in a title",
    r"ประเมินคุณธรรม[^\n]{0,150}?ปีงบประมาณ พ\.ศ\. (?P<it>25[0-9]{2})",
    lambda dice, year, match: (
        str(int(match["it"]) - dice.choice([1, 2, 3])) if match["it"] == str(year.number) else None
    ),
    "memo",
)
replaced(
    "year of the measures",
    r"มาตรการ[ก-๎]*(?: \(ร่าง\))? ?ประจำปีงบประมาณ พ\.ศ\. (?P<it>25[0-9]{2})",
    lambda dice, year, match: str(year.measures_year + dice.choice([-2, -3, 2])),
)
replaced(
    "office of another",
    r"(?P<it>เทศบาลตำบลตัวอย่าง)",
    lambda dice, _y, _m: dice.choice(["เทศบาลตำบลบางสมมุติ", "เทศบาลเมืองทดลอง", "องค์การบริหารส่วนตำบลหนองทดสอบ"]),
)
replaced(
    "kind of the office",
    r"(?P<it>เทศบาลตำบลตัวอย่าง)",
    lambda dice, _y, _m: dice.choice(["เทศบาลเมืองตัวอย่าง", "เทศบาลนครตัวอย่าง"]),
)
replaced(
    "number of the order",
    r"คำสั่งเทศบาลตำบลตัวอย่าง ที่ (?P<it>45/25[0-9]{2})",
    lambda dice, _y, match: dice.choice(["54", "46", "145"]) + match["it"][2:],
)
replaced("date of the order", r"ลงวันที่ (?P<it>26 มกราคม)", lambda dice, _y, _m: dice.choice(["25 มกราคม", "26 กุมภาพันธ์"]))
replaced(
    "number of the meeting",
    r"ครั้งที่ (?P<it>2/25[0-9]{2})",
    lambda dice, _y, match: dice.choice(["1", "3", "12"]) + match["it"][1:],
    "report",
)
replaced(
    "word twice",
    r"(?P<it>คุณธรรมและ|บุคลากร|ผู้รับบริการ|เผยแพร่|ตัวชี้วัด)(?![ก-๎]*ที่ [0-9])",
    lambda _d, _y, match: match["it"] * 2,
)
replaced(
    "misspelt word", r"(?P<it>บุคลากร|ปฏิบัติ|เว็บไซต์|มาตรฐาน|กฎหมาย|มาตรการ)", lambda _d, _y, match: _MISSPELT[match["it"]]
)
replaced("gap left open", _SCORE, lambda dice, _y, _m: dice.choice(["{score}", "{total}", "........"]))
replaced(
    "tool misnamed",
    r"(?P<it>OIT|EIT|IIT)",
    lambda dice, _y, match: {"OIT": "OITI", "EIT": "EITI", "IIT": "IITT"}[match["it"]],
)
replaced(
    "digits of the other kind",
    _SCORE,
    lambda _d, _y, match: "".join(chr(ord(c) + 0xE20) if c.isdigit() else c for c in match["it"]),
    "finding",
)

_MISSPELT = {
    "บุคลากร": "บุคคลากร",
    "ปฏิบัติ": "ปฎิบัติ",
    "เว็บไซต์": "เว็ปไซต์",
    "มาตรฐาน": "มาตราฐาน",
    "กฎหมาย": "กฏหมาย",
    "มาตรการ": "มาตราการ",
}


# ----------------------------------------------------------------------------------------------------- said in addition


def appended(name: str, say: Callable[[Dice, Year], str | None], *fields: str) -> None:
    """Plants a sentence at the end of a random text of these fields."""

    def plant(dice: Dice, year: Year) -> Planted | None:
        sentence = say(dice, year)
        texts = [p for p in texts_of(year) if f"{p.place.kind}.{(p.place.field or '').split('[')[0]}" in fields]
        if sentence is None or not texts:
            return None
        prose = dice.choice(texts)
        return rewritten(year, prose, len(prose.text), len(prose.text), f" {sentence}")

    PLANTS[name] = plant


def _every_indicator(dice: Dice, year: Year) -> str | None:
    lowest = min(year.indicator_scores.values())
    marks = [mark for mark in (85, 90, 95) if lowest < mark]
    if not marks:
        return None
    mark = dice.choice(marks)
    return dice.choice([f"ทุกตัวชี้วัดมีคะแนนเกิน {mark} คะแนน", f"ผลคะแนนทุกตัวชี้วัดไม่ต่ำกว่า {mark} คะแนน"])


def _best(dice: Dice, year: Year) -> str | None:
    best = max(year.indicator_scores.values())
    others = [i for i in year.framework.indicators if year.indicator_scores[i.number] < best]
    other = dice.choice(others)
    return f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ {other.number} {other.name}"


def _strong(dice: Dice, year: Year) -> str | None:
    weak = results(year).group("weak")
    if not weak:
        return None
    other = dice.choice(weak)
    return f"จุดแข็งของหน่วยงาน คือ ตัวชี้วัดที่ {other.number} {other.name}"


def _full(dice: Dice, year: Year) -> str | None:
    lacking = [code for code, score in year.item_scores.items() if score < 100]
    return f"ข้อ {dice.choice(lacking)} ได้คะแนนเต็ม" if lacking else None


def _impossible(dice: Dice, year: Year) -> str:
    day = dice.choice(["30 กุมภาพันธ์", "31 เมษายน", "31 มิ.ย.", "32 มีนาคม"])
    return f"ให้แล้วเสร็จภายในวันที่ {day} {year.measures_year}"


def _weekday(dice: Dice, year: Year) -> str:
    day = date(year.measures_year - 543, dice.randint(1, 9), dice.randint(1, 28))
    names = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
    months = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน")
    wrong = names[(day.weekday() + dice.randint(1, 6)) % 7]
    return f"ประชุมในวัน{wrong}ที่ {day.day} {months[day.month - 1]} {year.measures_year}"


def _identity(dice: Dice, _year: Year) -> str:
    digits = [dice.randint(1, 8), *(dice.randint(0, 9) for _ in range(11))]
    check = (11 - sum(digit * weight for digit, weight in zip(digits, range(13, 1, -1), strict=True)) % 11) % 10
    return "ผู้แจ้งเลขประจำตัว " + "".join(map(str, [*digits, check]))


_SOMEWHERE = ("finding.text", "finding.advice", "measure.analysis", "measure.followup", "memo.parts")

appended("every indicator above", _every_indicator, "finding.text", "memo.parts", "report.sections")
appended("called the best", _best, "finding.advice", "memo.parts")
appended("called a strength", _strong, "memo.parts", "report.sections")
appended("called full", _full, "finding.text", "finding.advice")
appended("date that is none", _impossible, "measure.steps", "measure.followup", "finding.advice")
appended("weekday", _weekday, "measure.steps", "agenda.items", "memo.parts")
appended("date in another year", lambda _d, year: f"ให้แล้วเสร็จภายใน 31 มีนาคม {year.measures_year - 1}", "measure.steps")
appended(
    "period backwards", lambda _d, y: f"ตั้งแต่ 1 มีนาคม {y.measures_year} ถึง 31 มกราคม {y.measures_year}", "measure.steps"
)
appended(
    "sentence cut off",
    lambda dice, _y: dice.choice(["ซึ่งหน่วยงานควร", "เพื่อให้ประชาชนทราบและ", "โดยผู้บริหารต้อง"]),
    *_SOMEWHERE,
)
appended("number of a citizen", _identity, *_SOMEWHERE)
appended(
    "telephone of a person",
    lambda dice, _y: f"ติดต่อ 08{dice.randint(0, 9)}-{dice.randint(100, 999)}-{dice.randint(1000, 9999)}",
    *_SOMEWHERE,
)
appended("repeat mark", lambda dice, _y: dice.choice(["ผ่านช่องทางต่างๆ", "ในเรื่องอื่นๆ", "อย่างเร็วๆ"]), *_SOMEWHERE)
appended("bracket left open", lambda _d, _y: "ตามหลักเกณฑ์ (ฉบับล่าสุด", *_SOMEWHERE)
appended(
    "unknown score",
    lambda dice, _y: f"โดยบางเรื่องได้ {dice.randint(3, 19)}.{dice.randint(11, 99)} คะแนนเท่านั้น",
    "memo.parts",
)
appended("another province", lambda dice, _y: f"ในพื้นที่ {dice.choice(['จังหวัดสมมุติบุรี', 'อำเภอทดลอง'])}", *_SOMEWHERE)


# ------------------------------------------------------------------------- claims that are false of these very scores

_WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")
_PAPERS = ("memo.parts", "report.sections")


def _called(year: Year, number: int) -> str:
    indicator = year.framework.indicator(number)
    assert indicator
    return f"ตัวชี้วัดที่ {number} {indicator.name}"


def _changes(year: Year) -> dict[int, Decimal]:
    last = year.last_year.indicator_scores if year.last_year else {}
    return {number: score - last[number] for number, score in year.indicator_scores.items() if number in last}


def _tools(year: Year) -> dict[str, Decimal]:
    return {tool: half_up(mean) for tool, mean in results(year).tools.items() if mean is not None}


def _none_below(dice: Dice, year: Year) -> str | None:
    marks = [mark for mark in (75, 80, 85, 90, 95) if min(year.indicator_scores.values()) < mark]
    if not marks:
        return None
    mark = dice.choice(marks)
    return dice.choice(
        [
            f"ไม่มีตัวชี้วัดใดต่ำกว่า {mark} คะแนน",
            f"ไม่พบตัวชี้วัดที่มีคะแนนต่ำกว่าร้อยละ {mark}",
            f"ตัวชี้วัดทั้ง 10 ตัวมีคะแนนไม่น้อยกว่า {mark} คะแนน",
        ]
    )


def _items_above(dice: Dice, year: Year) -> str | None:
    lacking = {code[0]: score for code, score in year.item_scores.items() if score < 85}
    if not lacking:
        return None
    tool = {"i": "IIT", "e": "EIT", "o": "OIT"}[dice.choice(list(lacking))]
    return dice.choice(
        [
            f"ไม่มีข้อใดของแบบวัด {tool} ต่ำกว่า 85 คะแนน",
            f"ทุกข้อของแบบวัด {tool} ได้คะแนนเกิน 85 คะแนน",
            f"แบบวัด {tool} ได้คะแนนเต็มทุกข้อ",
        ]
    )


def _all_moved(dice: Dice, year: Year) -> str | None:
    changes = _changes(year).values()
    said = []
    if any(change < 0 for change in changes):
        said += ["ทุกตัวชี้วัดสูงกว่าปีก่อน", "คะแนนเพิ่มขึ้นทุกตัวชี้วัดจากปีที่ผ่านมา", "ไม่มีตัวชี้วัดใดลดลงจากปีก่อน"]
    if any(change > 0 for change in changes):
        said += ["ทุกตัวชี้วัดมีคะแนนลดลงจากปีก่อน", "ไม่มีตัวชี้วัดใดเพิ่มขึ้นจากปีก่อน"]
    return dice.choice(said) if said else None


def _count_in_words(dice: Dice, year: Year) -> str | None:
    low = sum(score < 85 for score in year.indicator_scores.values())
    wrong = dice.choice([n for n in range(1, 10) if n != low])
    return dice.choice(
        [
            f"มี{_WORDS[wrong]}ตัวชี้วัดที่มีคะแนนต่ำกว่า 85 คะแนน",
            f"ตัวชี้วัดที่มีคะแนนต่ำกว่า 85 คะแนน มี {wrong} จาก 10 ตัวชี้วัด",
            f"{_WORDS[wrong]}ในสิบตัวชี้วัดมีคะแนนต่ำกว่า 85 คะแนน",
        ]
    )


def _moved_counted(dice: Dice, year: Year) -> str | None:
    changes = list(_changes(year).values())
    if not changes:
        return None
    up = dice.random() < 0.5
    right = sum(change > 0 if up else change < 0 for change in changes)
    wrong = dice.choice([n for n in range(1, 10) if n != right])
    return f"คะแนน{'เพิ่มขึ้น' if up else 'ลดลง'}จากปีก่อน จำนวน {wrong} ตัวชี้วัด"


def _share(dice: Dice, year: Year) -> str | None:
    low = sum(score < 85 for score in year.indicator_scores.values())
    said = []
    if low < 5:
        said += ["ตัวชี้วัดส่วนใหญ่มีคะแนนต่ำกว่า 85 คะแนน", "กึ่งหนึ่งของตัวชี้วัดมีคะแนนต่ำกว่า 85 คะแนน"]
    if low > 5:
        said += ["ตัวชี้วัดส่วนใหญ่มีคะแนนเกิน 85 คะแนน", "ตัวชี้วัดมากกว่าครึ่งหนึ่งมีคะแนนตั้งแต่ 85 คะแนนขึ้นไป"]
    if low != 3:
        said += ["ตัวชี้วัดร้อยละ 30 มีคะแนนต่ำกว่า 85 คะแนน"]
    return dice.choice(said)


def _worst(dice: Dice, year: Year) -> str | None:
    worst = min(year.indicator_scores.values())
    others = [number for number, score in year.indicator_scores.items() if score > worst]
    word = dice.choice(["ต่ำสุด", "ต่ำที่สุด", "น้อยที่สุด"])
    other = _called(year, dice.choice(others))
    return dice.choice([f"ตัวชี้วัดที่ได้คะแนน{word} คือ {other}", f"ในภาพรวมทั้งหมด {other} มีคะแนน{word}ของหน่วยงาน"])


def _best_tool(dice: Dice, year: Year) -> str | None:
    tools = _tools(year)
    others = [tool for tool, score in tools.items() if score < max(tools.values())]
    other = dice.choice(others)
    return dice.choice([f"เครื่องมือที่ได้คะแนนสูงสุด คือ {other}", f"แบบวัด {other} มีคะแนนสูงที่สุด"])


def _runner_up(dice: Dice, year: Year) -> str | None:
    ranked = [one.number for one in results(year).ranking()]
    scores = [year.indicator_scores[number] for number in ranked]
    if len(set(scores[:4])) < 4:
        return None
    wrong = dice.choice(ranked[2:])
    return f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {_called(year, ranked[0])} รองลงมา คือ {_called(year, wrong)}"


def _edge(dice: Dice, year: Year) -> str | None:
    scores = year.indicator_scores.values()
    highest = {max(scores), *_tools(year).values(), *year.item_scores.values()}
    wrong = [score for score in scores if score not in highest]
    return f"คะแนนรายตัวชี้วัดสูงสุด {half_up(dice.choice(wrong))} คะแนน" if wrong else None


def _subjects(dice: Dice, year: Year) -> tuple[str, Decimal] | None:
    """Something named, and by how much it rose."""
    last = year.last_year
    if last is None:
        return None
    moved = {f"คะแนนของ{_called(year, n)}": change for n, change in _changes(year).items()}
    then = _tools(last)
    moved |= {f"แบบวัด {tool} มีคะแนน": score - then[tool] for tool, score in _tools(year).items()}
    total, before = results(year).total, results(last).total
    assert total is not None
    assert before is not None
    moved["คะแนนรวม"] = total - before
    name = dice.choice([name for name, change in moved.items() if change])
    return name, moved[name]


def _wrong_way(dice: Dice, year: Year) -> str | None:
    if (found := _subjects(dice, year)) is None:
        return None
    name, change = found
    words = ("ลดลง", "ต่ำกว่า") if change > 0 else ("เพิ่มขึ้น", "สูงกว่า")
    return dice.choice(
        [
            f"{name} {words[0]}จากปีก่อน",
            f"{name} {words[1]}ปีก่อน",
            f"เมื่อเทียบกับปีก่อน {name}{words[0]}",
            f"{name} {words[0]}ต่อเนื่อง 2 ปี",
        ]
    )


def _as_before(dice: Dice, year: Year) -> str | None:
    found = _subjects(dice, year)
    return f"{found[0]} {dice.choice(['คงที่จากปีก่อน', 'เท่าเดิมเมื่อเทียบกับปีก่อน', 'ไม่เปลี่ยนแปลงจากปีก่อน'])}" if found else None


def _doubled(dice: Dice, year: Year) -> str | None:
    for found in (_subjects(dice, year) for _ in range(20)):
        if found and abs(found[1]) < 15:
            return f"{found[0]} {'เพิ่มขึ้น' if found[1] > 0 else 'ลดลง'}เท่าตัวจากปีก่อน"
    return None


def _compared(dice: Dice, year: Year) -> str | None:
    (one, first), (other, second) = dice.sample(sorted(_tools(year).items()), 2)
    if first == second:
        return None
    return f"คะแนนเฉลี่ย {one} {'ต่ำกว่า' if first > second else 'สูงกว่า'}คะแนนเฉลี่ย {other}"


def _loose_level(dice: Dice, year: Year) -> str:
    level = year.reported.level
    names = [name for name in ("ดีเยี่ยม", "ดีมาก", "พอใช้", "ปานกลาง", "ดี") if f"ผ่าน{name}" != level]
    return f"ผลการประเมินในภาพรวมอยู่ในระดับ{dice.choice(names)}"


def _passed(_dice: Dice, year: Year) -> str:
    passed = results(year).level.passed
    return f"ผลการประเมินของเทศบาลตำบลตัวอย่าง{'ไม่' if passed else ''}ผ่านเกณฑ์การประเมิน"


def _last_total(_dice: Dice, year: Year) -> str | None:
    last = results(year.last_year).total if year.last_year else None
    now = {half_up(score) for score in (*year.indicator_scores.values(), *year.item_scores.values())}
    if last is None or last == results(year).total or last in now:
        return None
    return f"ปีนี้หน่วยงานมีผลการประเมิน {last} คะแนน"


def _percent(dice: Dice, year: Year) -> str | None:
    if (found := _subjects(dice, year)) is None or abs(found[1]) < 1:
        return None
    name, change = found
    wrong = half_up(abs(change) * 2 + Decimal("0.37"))
    return f"{name} {'เพิ่มขึ้น' if change > 0 else 'ลดลง'}ร้อยละ {wrong}"


appended("none below", _none_below, *_PAPERS)
appended("every item above", _items_above, *_PAPERS)
appended("all rose or fell", _all_moved, *_PAPERS)
appended("count in words", _count_in_words, *_PAPERS)
appended("count of what moved", _moved_counted, *_PAPERS)
appended("half and most", _share, *_PAPERS)
appended("called the worst", _worst, "memo.parts")
appended("best tool", _best_tool, *_PAPERS)
appended("runner-up", _runner_up, "memo.parts", "finding.advice")
appended("highest figure", _edge, "memo.parts")
appended("wrong way", _wrong_way, *_PAPERS, "finding.advice")
appended("as before", _as_before, *_PAPERS, "finding.advice")
appended("twice as much", _doubled, *_PAPERS)
appended("two tools compared", _compared, *_PAPERS, "finding.advice")
appended("level that no year has", _loose_level, *_PAPERS)
appended("passed or not", _passed, *_PAPERS)
appended("total of last year", _last_total, "memo.parts")
appended("percent of change", _percent, *_PAPERS)


# ----------------------------------------------------------------------------------------------------- in the records


def _change_measure(dice: Dice, year: Year, field: str | None, **changes: object) -> Planted:
    measure = dice.choice([one for one in year.measures if one.end])
    place = Place("measure", measure.id, field)
    return Planted(put(year, place, replace(measure, **changes)), place)


@_plant("end before start")
def end_before_start(dice: Dice, year: Year) -> Planted:
    measure = dice.choice([one for one in year.measures if one.start])
    place = Place("measure", measure.id, "end")
    return Planted(put(year, place, replace(measure, end=measure.start - timedelta(days=dice.randint(1, 200)))), place)


@_plant("end in another year")
def end_in_another_year(dice: Dice, year: Year) -> Planted:
    return _change_measure(dice, year, "end", end=date(year.measures_year - 543 + dice.choice([1, 2]), 9, 30))


@_plant("words of the period")
def words_of_the_period(dice: Dice, year: Year) -> Planted:
    return _change_measure(dice, year, "period_text", period_text=f"ตลอดปีงบประมาณ พ.ศ. {year.measures_year - 1}")


@_plant("no owner")
def no_owner(dice: Dice, year: Year) -> Planted:
    return _change_measure(dice, year, "owners", owners=())


@_plant("no steps")
def no_steps(dice: Dice, year: Year) -> Planted:
    return _change_measure(dice, year, "steps", steps=())


@_plant("no follow-up")
def no_follow_up(dice: Dice, year: Year) -> Planted:
    return _change_measure(dice, year, "followup", followup="")


@_plant("item of another indicator")
def item_of_another_indicator(dice: Dice, year: Year) -> Planted | None:
    findings = [one for one in year.findings if one.indicator and one.items]
    if not findings:
        return None
    finding = dice.choice(findings)
    other = dice.choice([item.code for item in year.framework.items if item.indicator != finding.indicator])
    place = Place("finding", finding.id, "items")
    return Planted(put(year, place, replace(finding, items=(*finding.items, other))), place)


@_plant("finding without a measure")
def finding_without_a_measure(dice: Dice, year: Year) -> Planted | None:
    answered = [id for measure in year.measures for id in measure.findings if year.finding(id).kind.value == "fix"]
    if not answered:
        return None
    id = dice.choice(answered)
    measures = tuple(replace(m, findings=tuple(one for one in m.findings if one != id)) for m in year.measures)
    return Planted(replace(year, measures=measures), Place("finding", id, "measures"))


@_plant("weak indicator forgotten")
def weak_indicator_forgotten(dice: Dice, year: Year) -> Planted | None:
    weak = results(year).group("weak")
    if not weak:
        return None
    number = dice.choice(weak).number
    items = {item.code for item in year.framework.items_of(number)}
    findings = tuple(f for f in year.findings if f.indicator != number and not items & set(f.items))
    return Planted(replace(year, findings=findings), Place("scores", str(number), "score"))


@_plant("total announced")
def total_announced(dice: Dice, year: Year) -> Planted:
    total = year.reported.total + Decimal(dice.choice(["0.10", "1", "-0.90", "9"]))
    return Planted(replace(year, reported=replace(year.reported, total=total)), Place("scores", None, "reported.total"))


@_plant("level announced")
def level_announced(dice: Dice, year: Year) -> Planted:
    names = [*(level.name for level in year.framework.levels), "A", "AA"]
    level = dice.choice([name for name in names if name != year.reported.level])
    return Planted(replace(year, reported=replace(year.reported, level=level)), Place("scores", None, "reported.level"))


@_plant("score mistyped in the table")
def score_mistyped(dice: Dice, year: Year) -> Planted:
    number = dice.choice(list(year.indicator_scores))
    score = year.indicator_scores[number]
    wrong = score - 9 if score > 20 else score + 9
    scores = {**year.indicator_scores, number: wrong}
    return Planted(replace(year, indicator_scores=scores), Place("scores", None, "reported.total"))


@_plant("respondents")
def respondents(dice: Dice, year: Year) -> Planted:
    first, *rest = year.respondents
    rows = (replace(first, male=first.male + dice.randint(1, 9)), *rest)
    return Planted(replace(year, respondents=rows), Place("respondents", "IIT/education", None))


@_plant("few respondents")
def few_respondents(dice: Dice, year: Year) -> Planted:
    row = Respondents(tool="EIT", by="visitor", group="องค์กรธุรกิจ", male=dice.randint(1, 4))
    return Planted(
        replace(year, respondents=(*year.respondents, row)), Place("respondents", "EIT/visitor/องค์กรธุรกิจ", "male")
    )


@_plant("done, not shown")
def done_not_shown(dice: Dice, year: Year) -> Planted:
    report = dice.choice(year.followups)
    place = Place("followup", report.id, "evidence")
    return Planted(put(year, place, replace(report, evidence=())), place)


@_plant("reported before it began")
def reported_before_it_began(dice: Dice, year: Year) -> Planted:
    report = dice.choice([one for one in year.followups if year.measure(one.measure).start])
    day = year.measure(report.measure).start - timedelta(days=dice.randint(1, 90))
    place = Place("followup", report.id, "reported")
    return Planted(put(year, place, replace(report, reported=day)), place)


@_plant("memo before the results")
def memo_before_the_results(dice: Dice, year: Year) -> Planted:
    memo = replace(year.memo, date=date(year.number - 543, dice.randint(1, 6), 15))
    return Planted(replace(year, memo=memo), Place("memo", None, "date"))


@_plant("two posts")
def two_posts(dice: Dice, year: Year) -> Planted:
    members = (replace(year.order.members[0], position=dice.choice(["ผู้อำนวยการกองคลัง", "นิติกรชำนาญการ"])),)
    return Planted(
        replace(year, order=replace(year.order, members=members)), Place("order", None, "members[0].position")
    )


@_plant("year in the order's number")
def order_year(dice: Dice, year: Year) -> Planted:
    order = replace(year.order, number=f"45/{year.number - dice.choice([1, 2])}")
    return Planted(replace(year, order=order), Place("order", None, "number"))


def plants() -> Iterator[str]:
    yield from PLANTS
