"""Claims made of random scores, with what is true of them reckoned here: the review says the same, and nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from planting import scored_year
from sample_year import framework

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.records import Finding, Reported, Year
from ita_desktop.domain.scoring import half_up, results
from ita_desktop.review import review, review_text

Claim = tuple[str, bool]
WORDS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ")


def three_years(seed: int) -> Year:
    dice = random.Random(f"claims/{seed}")
    number = dice.choice([2567, 2568, 2569])
    year: Year | None = None
    for one in (number - 2, number - 1, number):
        year = scored_year(dice, one, year)
        if dice.random() < 0.3:  # ties, full scores, scores on the mark
            odd = Decimal(dice.choice(["100", "85", "84.99", "0", "92.50"]))
            scores = {n: odd if dice.random() < 0.4 else score for n, score in year.indicator_scores.items()}
            found = results(replace(year, indicator_scores=scores))
            announced = Reported(total=found.total, level=found.level.name if found.level else None)
            year = replace(year, indicator_scores=scores, item_scores={}, reported=announced)
    assert year is not None
    return year


def name(number: int) -> str:
    indicator = framework(2568).indicator(number)
    assert indicator is not None
    return f"ตัวชี้วัดที่ {number} {indicator.name}"


def moves(year: Year) -> dict[int, Decimal]:
    last = year.last_year
    assert last is not None
    return {number: score - last.indicator_scores[number] for number, score in year.indicator_scores.items()}


def claims_about_many(year: Year, dice: random.Random) -> Iterator[Claim]:
    scores, changes = list(year.indicator_scores.values()), list(moves(year).values())
    mark = dice.choice([60, 75, 80, 85, 90, 95])
    low = sum(score < mark for score in scores)
    yield f"ทุกตัวชี้วัดมีคะแนนตั้งแต่ {mark} คะแนนขึ้นไป", low == 0
    yield f"ไม่มีตัวชี้วัดใดต่ำกว่า {mark} คะแนน", low == 0
    yield f"ทั้ง 10 ตัวชี้วัดมีคะแนนต่ำกว่า {mark} คะแนน", low == 10
    yield f"ไม่มีตัวชี้วัดใดมีคะแนนตั้งแต่ {mark} คะแนนขึ้นไป", low == 10
    for tool in ("IIT", "EIT", "OIT"):
        own = [year.indicator_scores[one.number] for one in year.framework.indicators_of(tool)]
        yield f"ทุกตัวชี้วัดของแบบวัด {tool} มีคะแนนไม่ต่ำกว่า {mark} คะแนน", min(own) >= mark
        few = sum(score < mark for score in own)
        said = dice.choice([few, few + 1])
        yield f"ตัวชี้วัดของแบบวัด {tool} ที่มีคะแนนต่ำกว่า {mark} คะแนน มี {said} ตัวชี้วัด", said == few
    yield "ทุกตัวชี้วัดมีคะแนนสูงกว่าปีก่อน", min(changes) > 0
    yield "คะแนนลดลงทุกตัวชี้วัดเมื่อเทียบกับปีก่อน", max(changes) < 0
    yield "ไม่มีตัวชี้วัดใดลดลงจากปีก่อน", min(changes) >= 0
    yield "ทุกตัวชี้วัดได้คะแนนเต็ม", min(scores) == 100
    for said in {low, dice.randint(1, 9)} - {0}:
        yield f"มี {said} ตัวชี้วัดที่มีคะแนนต่ำกว่า {mark} คะแนน", said == low
        yield f"{WORDS[said]}ในสิบตัวชี้วัดมีคะแนนต่ำกว่า {mark} คะแนน", said == low
    up = sum(change > 0 for change in changes)
    for said in {up, dice.randint(1, 9)} - {0}:
        yield f"คะแนนเพิ่มขึ้นจากปีก่อน จำนวน {said} ตัวชี้วัด", said == up
    if up != 5:
        yield "ตัวชี้วัดส่วนใหญ่มีคะแนนเพิ่มขึ้นจากปีก่อน", up > 5
        yield "กึ่งหนึ่งของตัวชี้วัดมีคะแนนเพิ่มขึ้นจากปีก่อน", False
    yield f"ตัวชี้วัดร้อยละ {low * 10} มีคะแนนต่ำกว่า {mark} คะแนน", True


def claims_about_one(year: Year, dice: random.Random) -> Iterator[Claim]:
    scores, changes = year.indicator_scores, moves(year)
    one, other = dice.sample(sorted(scores), 2)
    yield f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {name(one)}", scores[one] == max(scores.values())
    yield f"ตัวชี้วัดที่ได้คะแนนน้อยที่สุด คือ {name(other)}", scores[other] == min(scores.values())
    best = max(scores, key=lambda number: scores[number])
    yield f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {name(best)}", True
    yield f"คะแนนของ{name(one)} เพิ่มขึ้นจากปีก่อน", changes[one] > 0
    yield f"คะแนนของ{name(one)} ต่ำกว่าปีก่อน", changes[one] < 0
    yield f"{name(other)} มีคะแนนเท่าเดิมเมื่อเทียบกับปีก่อน", changes[other] == 0
    yield f"{name(other)} มีคะแนนไม่ลดลงจากปีก่อน", changes[other] >= 0
    yield f"{name(one)} มีคะแนนสูงกว่า{name(other)}", scores[one] > scores[other]
    last = year.last_year
    assert last is not None
    assert last.last_year is not None
    rows = [each.indicator_scores[one] for each in (year, last, last.last_year)]
    yield f"{name(one)} มีคะแนนเพิ่มขึ้นต่อเนื่อง 3 ปี", rows[0] > rows[1] > rows[2]
    yield f"{name(one)} มีคะแนนลดลงทุกปี", rows[0] < rows[1] < rows[2]
    yield f"{name(one)} มีคะแนนต่ำกว่า 85 คะแนนติดต่อกัน 3 ปี", max(rows) < 85
    yield f"{name(one)} มีคะแนนสูงที่สุดในรอบ 3 ปี", rows[0] == max(rows)
    yield f"ปีก่อน{name(one)} มีคะแนนเพิ่มขึ้นจากปี {year.number - 2}", rows[1] > rows[2]


def claims_about_the_whole(year: Year, dice: random.Random) -> Iterator[Claim]:
    now, last = results(year), year.last_year
    assert last is not None
    then = results(last)
    assert now.total is not None
    assert then.total is not None
    assert now.level is not None
    assert then.level is not None
    means = {tool: half_up(mean) for tool, mean in now.tools.items() if mean is not None}
    one, other = dice.sample(sorted(means), 2)
    yield "คะแนนรวมของหน่วยงานสูงกว่าปีก่อน", now.total > then.total
    yield "เมื่อเทียบกับปีก่อน คะแนนรวมลดลง", now.total < then.total
    yield f"คะแนนเฉลี่ย {one} สูงกว่า {other}", means[one] > means[other]
    yield f"แบบวัด {one} มีคะแนนต่ำที่สุด", means[one] == min(means.values())
    yield f"เครื่องมือที่ได้คะแนนสูงสุด คือ {other}", means[other] == max(means.values())
    for level in year.framework.levels:
        yield f"ผลการประเมินในภาพรวมอยู่ในระดับ{level.name}", level.name == now.level.name
        yield f"ปีก่อนผลการประเมินอยู่ในระดับ{level.name}", level.name == then.level.name
    yield "ผลการประเมินของหน่วยงานผ่านเกณฑ์การประเมิน", now.level.passed
    yield "ผลการประเมินของหน่วยงานไม่ผ่านเกณฑ์การประเมิน", not now.level.passed
    if then.total:
        percent = half_up(100 * abs(now.total - then.total) / then.total)
        if percent and now.total != then.total:
            moved = "เพิ่มขึ้น" if now.total > then.total else "ลดลง"
            yield f"คะแนนรวม{moved}ร้อยละ {percent}", True
            yield f"คะแนนรวม{moved}ร้อยละ {min(percent + 3, Decimal(99))}", False


def told(year: Year, text: str) -> list[Problem]:
    written = replace(year, findings=(Finding(id="said", topic=1, text=text),))
    inside = [one for one in review(written) if (one.where.id, one.where.field) == ("said", "text")]
    return [*inside, *review_text(year, text)]


def check(seed: int) -> None:
    year, dice = three_years(seed), random.Random(seed)
    for claims in (claims_about_many, claims_about_one, claims_about_the_whole):
        for text, true in claims(year, dice):
            found = told(year, text)
            serious = [one for one in found if one.severity is not Severity.HINT]
            if true:
                assert not serious, (text, serious, year.indicator_scores)
            else:
                assert len(found) >= 2, (text, year.indicator_scores)


@pytest.mark.parametrize("seed", range(8))
def test_the_review_agrees_with_the_scores(seed):
    check(seed)


@pytest.mark.soak
def test_the_review_agrees_with_three_hundred_sets_of_scores():
    for seed in range(300):
        check(seed)
