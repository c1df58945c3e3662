"""Whatever is done can be taken back to exactly what it was, and done again to exactly what it became."""

from __future__ import annotations

import datetime
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import workbooks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from workbooks import Make, Reopen

from ita_desktop.domain.records import (
    CalendarEntry,
    Finding,
    FollowUp,
    FollowUpState,
    Measure,
    Memo,
    MemoPart,
    Remark,
    Reported,
    Respondents,
    Round,
)
from ita_desktop.domain.workbook import Picture
from ita_desktop.storage.change import Change
from ita_desktop.storage.document import Changed, Document


def test_undo_says_what_it_will_take_back_and_redo_what_it_will_do_again(document: Document):
    assert (document.undo_label, document.redo_label) == (None, None)
    with document.change("แก้คะแนน") as change:
        change.set_indicator_score(2568, 1, Decimal(1))
    with document.change("เพิ่มข้อค้นพบ") as change:
        change.save(2568, Finding(id="f9"))
    assert (document.undo_label, document.redo_label) == ("เพิ่มข้อค้นพบ", None)
    document.undo()
    assert (document.undo_label, document.redo_label) == ("แก้คะแนน", "เพิ่มข้อค้นพบ")


def test_a_new_change_ends_what_could_be_done_again(document: Document):
    with document.change("หนึ่ง") as change:
        change.set_indicator_score(2568, 1, Decimal(1))
    document.undo()
    with document.change("สอง") as change:
        change.set_indicator_score(2568, 1, Decimal(2))
    assert document.redo_label is None
    document.redo()
    assert document.year(2568).indicator_scores[1] == 2


def test_undo_with_nothing_to_take_back_does_nothing(document: Document):
    heard: list[Changed] = []
    document.listen(heard.append)
    document.undo()
    document.redo()
    assert heard == []


def test_undo_and_redo_are_announced_like_the_change_itself(document: Document):
    heard: list[Changed] = []
    document.listen(heard.append)
    with document.change("ลบรอบ") as change:
        change.delete(2568, document.year(2568).rounds[0])
    document.undo()
    document.redo()
    assert heard[0] == heard[1] == heard[2]
    assert heard[0].kinds == {"round", "followup"}


def test_what_was_undone_is_undone_in_the_file_too(document: Document, reopen: Reopen):
    before = document.workbook()
    with document.change("ลบปี") as change:
        change.delete_year(2568)
    document.undo()
    document.close()
    again = reopen(document.path)
    assert again.workbook() == before
    assert again.undo_label is None


def test_listeners_are_told_when_the_new_state_is_there(document: Document):
    seen: list[tuple[str | None, Decimal]] = []
    document.listen(lambda _changed: seen.append((document.undo_label, document.year(2568).indicator_scores[1])))
    with document.change("แก้") as change:
        change.set_indicator_score(2568, 1, Decimal(1))
    document.undo()
    assert seen == [("แก้", Decimal(1)), (None, Decimal("86.5"))]


# Anything an officer could do, at random

Operation = Callable[[Document, Change, random.Random], None]
YEARS = (2567, 2568, 2569)


def _year(document: Document, chance: random.Random) -> int:
    return chance.choice(document.years())


def _add_year(document: Document, change: Change, chance: random.Random) -> None:
    for number in YEARS:
        if number not in document.years():
            return change.add_year(number, measures_year=number + chance.randrange(2))
    return change.delete_year(_year(document, chance))


def _facts(document: Document, change: Change, chance: random.Random) -> None:
    change.save_year_facts(_year(document, chance), reported=Reported(total=Decimal(chance.randrange(10000)) / 100))


def _scores(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    score = chance.choice([None, Decimal(chance.randrange(10001)) / 100])
    change.set_indicator_score(year, chance.randint(1, 10), score)
    change.set_item_score(year, f"o{chance.randint(1, 3)}", score)
    change.set_eit_part(year, chance.randint(1, 2), score)


def _finding(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    known = document.year(year).findings
    id = chance.choice([change.new_id(year, Finding), *(finding.id for finding in known)])
    change.save(year, Finding(id=id, text=f"ข้อความ ' \" {chance.random()}", items=("e1", "e2")[: chance.randrange(3)]))


def _measure(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    records = document.year(year)
    id = chance.choice([change.new_id(year, Measure), *(measure.id for measure in records.measures)])
    answers = tuple(finding.id for finding in records.findings if chance.random() < 0.5)
    change.save(year, Measure(id=id, findings=answers, title=str(chance.random()), end=datetime.date(2025, 1, 1)))


def _round(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    change.save(year, Round(id=change.new_id(year, Round), name="รอบ"), Remark(item="o1", text=str(chance.random())))


def _report(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    records = document.year(year)
    if records.measures and records.rounds:
        measure, round = chance.choice(records.measures), chance.choice(records.rounds)
        state = chance.choice(list(FollowUpState))
        change.save(year, FollowUp(measure=measure.id, round=round.id, state=state, progress=chance.randrange(101)))


def _delete(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    records = document.year(year)
    everything = [*records.findings, *records.measures, *records.rounds, *records.followups, *records.remarks]
    change.delete(year, *chance.sample(everything, min(2, len(everything))))


def _reorder(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    ids = [measure.id for measure in document.year(year).measures]
    change.reorder(year, Measure, chance.sample(ids, len(ids)))


def _papers(document: Document, change: Change, chance: random.Random) -> None:
    year = _year(document, chance)
    change.save(year, Memo(subject=str(chance.random()), parts=(MemoPart(heading="ก", text="ข"),)))
    if chance.random() < 0.3:
        change.delete(year, Memo())
    change.save(year, Respondents(tool="IIT", by="age", group=str(chance.randrange(2)), male=chance.randrange(9)))
    change.save(year, CalendarEntry(id=f"c{chance.randrange(2)}", title=str(chance.random())))


def _office(document: Document, change: Change, chance: random.Random) -> None:
    change.save_office(replace(document.office, telephone=str(chance.random())))
    change.put_on_shelf("preset", str(chance.randrange(2)), [chance.randrange(9)])
    change.take_off_shelf("preset", str(chance.randrange(2)))
    change.save_picture("logo", Picture(media_type="image/png", content=chance.randbytes(50)))


OPERATIONS: tuple[Operation, ...] = (
    *(_add_year, _facts, _scores, _scores, _finding, _finding, _measure, _measure, _round, _report),
    *(_report, _report, _delete, _reorder, _papers, _office),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, frameworks) -> Path:
    path = tmp_path_factory.mktemp("template") / "งาน.ita"
    with Document.create(path, workbooks.OFFICE, frameworks=frameworks, fill=lambda change: change.add_year(2568)):
        return path


def _work_back_and_forth(path: Path, frameworks, steps: list[list[Operation]], seed: int) -> None:
    chance = random.Random(seed)
    with Document.open(path, frameworks=frameworks) as document:
        states = [document.workbook()]
        for number, operations in enumerate(steps):
            with document.change(f"งานที่ {number}") as change:
                for operation in operations:
                    if document.years():
                        operation(document, change, chance)
            if document.undo_label == f"งานที่ {number}":
                states.append(document.workbook())
            assert document.workbook() == states[-1]
            with document.trial() as read_anew:
                assert read_anew.workbook() == states[-1]
        for state in reversed(states[:-1]):
            document.undo()
            assert document.workbook() == state
        assert document.undo_label is None
        for state in states[1:]:
            document.redo()
            assert document.workbook() == state
        assert document.redo_label is None
    with Document.open(path, frameworks=frameworks) as document:
        assert document.workbook() == states[-1]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.lists(some.lists(some.sampled_from(OPERATIONS), min_size=1, max_size=4), max_size=20),
    some.integers(0, 2**32),
)
def test_any_work_undone_is_the_start_and_redone_the_end(template, frameworks, tmp_path, steps, seed):
    shutil.copy(template, tmp_path / "งาน.ita")
    _work_back_and_forth(tmp_path / "งาน.ita", frameworks, steps, seed)


@pytest.mark.parametrize("seed", range(2))
def test_a_long_days_work_undone_is_the_start_and_redone_the_end(template, frameworks, tmp_path, seed: int):
    shutil.copy(template, tmp_path / "งาน.ita")
    steps = [[random.Random(seed + number).choice(OPERATIONS)] for number in range(150)]
    _work_back_and_forth(tmp_path / "งาน.ita", frameworks, steps, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(200))
def test_a_thousand_steps_undone_and_redone(template, frameworks, tmp_path, tried, seed: int):
    shutil.copy(template, tmp_path / "งาน.ita")
    steps = [[random.Random(seed + number).choice(OPERATIONS)] for number in range(1000)]
    _work_back_and_forth(tmp_path / "งาน.ita", frameworks, steps, seed)
    tried("R15", 1)


def test_a_change_that_fails_leaves_what_can_be_undone_as_it_was(make: Make, tmp_path: Path):
    document = make(tmp_path / "งาน.ita", workbooks.everything())
    with document.change("ดี") as change:
        change.set_indicator_score(2568, 1, Decimal(1))

    def fail() -> None:
        with document.change("เสีย") as change:
            change.set_indicator_score(2568, 1, Decimal(2))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert document.undo_label == "ดี"
    document.undo()
    assert document.workbook() == workbooks.everything()
