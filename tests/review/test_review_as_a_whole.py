"""What the review promises as a whole: any year can be reviewed, quickly, and the help tells the rules."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from planting import clean_year
from sample_year import empty_year, many_measures, rich_year, six_signatures, year_2567

from ita_desktop.domain.fields import read_field, record_at
from ita_desktop.domain.problems import Severity
from ita_desktop.domain.records import Office, Remark, Silenced
from ita_desktop.review import review, review_text
from ita_desktop.review.catalogue import by_group, help_page, rules
from ita_desktop.review.place_names import place_name
from ita_desktop.review.texts import texts_of
from ita_desktop.thai.digits import to_thai


@pytest.mark.parametrize("make", [empty_year, rich_year, year_2567, six_signatures, lambda: many_measures(60)])
def test_any_year_can_be_reviewed(make):
    year = make()
    for problem in review(year):
        assert problem.message
        assert place_name(year, problem.where)
        if problem.where.start is not None:
            text = read_field(record_at(year, problem.where), problem.where.field)
            assert text[problem.where.start : problem.where.end] == problem.quote


def test_a_new_workbook_is_empty_and_not_wrong():
    assert [problem for problem in review(empty_year()) if problem.severity is not Severity.HINT] == []
    nameless = replace(empty_year(), office=Office(name=""))
    assert review_text(nameless, "เทศบาลเมืองทดลอง ได้คะแนนรวม 99.99 คะแนน") == ()


def test_the_assessors_own_words_are_not_reviewed(year):
    remark = Remark(item="o6", text="หน่วยงานได้ 99.99 คะแนน ไม่พบบุคคลากร ณ เทศบาลเมืองทดลอง")
    assert review(replace(year, remarks=(remark,))) == review(replace(year, remarks=()))


def test_what_is_silenced_in_one_place_is_told_in_another(year):
    wrong = "ชี้แจงบุคคลากร"
    first, second = (replace(one, advice=wrong) for one in year.findings[:2])
    twice = replace(year, findings=(first, second))
    silenced = Silenced(rule="wrong-word", kind="finding", record=first.id, field="advice", quote="บุคคลากร", reason="-")
    left = [p.where.id for p in review(replace(twice, silenced=(silenced,))) if p.rule == "wrong-word"]
    assert left == [second.id]


def test_a_year_written_in_thai_digits_is_no_worse(year):
    def thai(text: str) -> str:
        return to_thai(text)

    written = replace(
        year,
        findings=tuple(replace(one, text=thai(one.text), advice=thai(one.advice)) for one in year.findings),
        memo=replace(year.memo, parts=tuple(replace(part, text=thai(part.text)) for part in year.memo.parts)),
    )
    assert [p for p in review(written) if p not in review(year)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("องค์การบริหารส่วนตำบลตัวอย่าง และ อบต.ตัวอย่าง ได้ประกาศแล้ว", None),
        ("นายกองค์การบริหารส่วนตำบลตัวอย่าง เห็นชอบ", None),
        ("อบต.ทุกแห่งในจังหวัดได้รับหนังสือแล้ว", None),
        ("เทศบาลตำบลตัวอย่างได้ประกาศแล้ว", ("เทศบาลตำบลตัวอย่าง", "องค์การบริหารส่วนตำบลตัวอย่าง")),
        ("อบต.บางสมมุติ ได้ประกาศแล้ว", ("อบต.บางสมมุติ", "อบต.ตัวอย่าง")),
    ],
)
def test_an_office_is_known_by_all_its_names(year, text, found):
    rural = replace(year, office=Office(name="องค์การบริหารส่วนตำบลตัวอย่าง", province="ตัวอย่าง"))
    named = [(p.quote, p.expected) for p in review_text(rural, text) if p.rule == "other-office"]
    assert named == ([found] if found else [])


def test_the_help_lists_every_rule_under_its_head():
    page = help_page()
    for group, members in by_group().items():
        assert members, f"no rule under {group}"
        assert page.count(f"\n## {group.value}\n") == 1
    for rule in rules():
        assert page.count(f"`{rule.name}`") == 1
        assert page.index(f"\n## {rule.group.value}\n") < page.index(f"`{rule.name}`")
        assert rule.bad in page
        assert rule.good in page


# --------------------------------------------------------------------------------------------------------------- speed


def _seconds(work) -> float:
    """The best of three, in the time of this process alone: others share the machine."""
    best = 1e9
    for _ in range(3):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.bench
def test_a_full_year_is_reviewed_in_150_ms():
    years = [clean_year(seed) for seed in range(6)]
    first = [_once(year) for year in years]
    again = max(_seconds(lambda year=year: review(year)) for year in years)
    length = max(sum(len(prose.text) for prose in texts_of(year)) for year in years)
    print(f"{length} characters: first {max(first) * 1000:.0f} ms, again {again * 1000:.0f} ms")  # noqa: T201
    assert max(first) < 0.15
    assert again < 0.15


def _once(year) -> float:
    start = time.process_time()
    review(year)
    return time.process_time() - start


def test_a_review_after_an_edit_is_not_noticed():
    year = clean_year(1)
    review(year)
    finding = replace(year.findings[0], text=year.findings[0].text + " แก้ไข")
    edited = replace(year, findings=(finding, *year.findings[1:]))
    assert _seconds(lambda: review(edited)) < 0.15


@pytest.mark.bench
def test_sixty_pages_from_outside_take_less_than_two_seconds():
    year = clean_year(1)
    lines = "\n".join(prose.text for prose in texts_of(year)).splitlines()
    seconds = []
    for n in range(3):  # each time another paper, for what was read once is remembered
        paper = "\n".join(f"{line} [{n}/{at}]" for at, line in enumerate(lines * 6))[: 60 * 2000]
        start = time.process_time()
        review_text(year, paper)
        seconds.append(time.process_time() - start)
    print(f"60 pages: {min(seconds):.2f} s")  # noqa: T201
    assert min(seconds) < 2
