"""Where an office stands among others whose results were published."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from statistics import median
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.standing import PublishedResult, PublishedResults, as_table, from_table, kind_of

OURS = "เทศบาลตำบลตัวอย่าง"


def row(office: str, total: str, province: str = "ก", kind: str = "เทศบาลตำบล", **scores: str) -> PublishedResult:
    return PublishedResult(
        office=office,
        year=2568,
        total=Decimal(total),
        province=province,
        kind=kind,
        scores={key: Decimal(value) for key, value in scores.items()},
    )


TABLE = PublishedResults(
    [
        row(OURS, "92.89", IIT="99.10"),
        row("เทศบาลตำบลหนึ่ง", "95.00", IIT="90"),
        row("เทศบาลตำบลสอง", "92.89", province="ข"),
        row("อบต.สาม", "80.00", kind="องค์การบริหารส่วนตำบล"),
        row("อบต.สี่", "70.00", province="ข", kind="องค์การบริหารส่วนตำบล"),
    ]
)


def test_an_office_learns_its_position_percentile_and_the_medians_around_it():
    found = TABLE.standing(OURS, 2568)
    assert (found.position, found.of) == (2, 5)
    assert found.percentile == 50, "two of the four others have less"
    assert found.median == Decimal("92.89")
    assert (found.province_position, found.province_of) == (2, 3)
    assert found.province_median == Decimal("92.89")
    assert found.kind_median == Decimal("92.89")


def test_an_office_that_is_not_in_the_table_is_compared_with_its_own_score():
    found = TABLE.standing("อบต.ของเรา", 2568, value=Decimal("75.00"), province="ข")
    assert (found.position, found.of) == (5, 6)
    assert found.percentile == 20
    assert (found.province_position, found.province_of, found.province_median) == (2, 3, Decimal("81.445"))
    assert found.kind_median == 75


def test_its_own_row_is_not_compared_with_a_corrected_score():
    found = TABLE.standing(OURS, 2568, value=Decimal("96.00"))
    assert (found.position, found.of, found.percentile) == (1, 5, 100)


def test_a_province_is_the_same_with_and_without_its_word():
    table = PublishedResults([row(OURS, "90", province="จังหวัดสมมติ"), row("เทศบาลตำบลหนึ่ง", "80", province="จ.สมมติ")])
    found = table.standing(OURS, 2568, province="สมมติ")
    assert (found.position, found.of, found.province_of) == (1, 2, 2), "its own row is found, and not counted twice"


def test_a_tool_or_indicator_is_compared_among_those_that_give_it():
    found = TABLE.standing(OURS, 2568, yardstick="IIT")
    assert (found.position, found.of, found.percentile) == (1, 2, 100)
    assert TABLE.standing(OURS, 2568, yardstick=9) is None
    assert TABLE.yardsticks(2568) == ("total", "IIT")


def test_a_name_in_two_provinces_is_nobody_until_the_province_is_known():
    table = PublishedResults([row("อบต.ซ้ำ", "80", province="ก"), row("อบต.ซ้ำ", "90", province="ข")])
    assert table.find("อบต.ซ้ำ", 2568) is None
    assert table.find("อบต.ซ้ำ", 2568, "ข").total == 90
    assert table.standing("อบต.ซ้ำ", 2567) is None


def test_a_row_without_its_province_does_not_count_among_the_neighbours():
    table = PublishedResults([row(OURS, "80", province=""), row("อบต.หนึ่ง", "90"), row("อบต.สอง", "70")])
    found = table.standing(OURS, 2568, province="ก")
    assert (found.position, found.of) == (2, 3)
    assert (found.province_position, found.province_of) == (2, 3)


def test_a_table_of_one_office_knows_no_percentile():
    found = PublishedResults([row(OURS, "90")]).standing(OURS, 2568)
    assert (found.position, found.of, found.percentile) == (1, 1, None)


@pytest.mark.parametrize(
    ("office", "kind"),
    [
        ("เทศบาลเมืองตัวอย่าง", "เทศบาลเมือง"),
        ("ทต.ตัวอย่าง", "เทศบาลตำบล"),
        ("อบต. ตัวอย่าง", "องค์การบริหารส่วนตำบล"),
        ("องค์การบริหารส่วนจังหวัดตัวอย่าง", "องค์การบริหารส่วนจังหวัด"),
        ("กรมตัวอย่าง", ""),
    ],
)
def test_the_kind_of_an_office_is_in_its_name(office, kind):
    assert kind_of(office) == kind


@given(st.lists(st.integers(0, 20), min_size=2, max_size=30), st.data())
def test_positions_and_medians_are_those_of_counting_by_hand(totals, data):
    table = PublishedResults([row(f"อบต.{n}", str(total)) for n, total in enumerate(totals)])
    mine = data.draw(st.integers(0, len(totals) - 1))
    others = totals[:mine] + totals[mine + 1 :]
    found = table.standing(f"อบต.{mine}", 2568)
    assert found.position == 1 + sum(other > totals[mine] for other in others)
    assert found.percentile == Decimal(100 * sum(other < totals[mine] for other in others)) / len(others)
    assert found.median == Decimal(median(totals))


def test_a_table_survives_the_shelf():
    rows = [
        row(OURS, "92.89", IIT="99.10"),
        PublishedResult(office="อบต.ไม่ทราบ", year=2568, scores={9: Decimal(5)}),
        PublishedResult(office="อบต.ว่าง", year=2568),
    ]
    assert list(from_table(2568, json.loads(json.dumps(as_table(rows))))) == rows


def test_an_office_is_found_by_the_short_name_of_its_kind_and_however_it_is_spaced():
    table = PublishedResults([row("ทต. ตัวอย่าง", "92.89")])
    assert table.find("เทศบาลตำบลตัวอย่าง", 2568) is not None
    assert table.find("อบต.ตัวอย่าง", 2568) is None


def test_medians_of_every_measure_among_all_and_in_the_province():
    assert TABLE.medians(2568) == {"total": Decimal("92.89"), "IIT": Decimal("94.55")}
    assert TABLE.medians(2568, province="ข") == {"total": Decimal("81.445")}


@pytest.mark.bench
def test_seven_years_of_8300_offices_load_in_two_seconds_and_answer_at_once():
    chance = random.Random(1)
    measures = ["total", "IIT", "EIT", "OIT", *range(1, 11)]

    def figures() -> list[str]:
        return [f"{chance.randrange(5000, 10001) / 100:.2f}" for _ in measures]

    rows = [[f"อบต.ที่ {n}", f"จังหวัด {n % 76}", "", *figures()] for n in range(8300)]
    shelf = {year: json.dumps({"measures": measures, "rows": rows}) for year in range(2562, 2569)}
    started = perf_counter()
    table = PublishedResults(each for year, text in shelf.items() for each in from_table(year, json.loads(text)))
    loaded = perf_counter() - started
    answers = []
    for year in table.years():
        started = perf_counter()
        assert table.standing("อบต.ที่ 4000", year).of == 8300
        answers.append(perf_counter() - started)
    print(f"loaded in {loaded:.2f} s, slowest answer {1000 * max(answers):.1f} ms")  # noqa: T201
    assert loaded < 2
    assert max(answers) < 0.05
