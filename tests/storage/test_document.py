"""What the officer does to a workbook, and that it is there afterwards."""

from __future__ import annotations

import datetime
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import workbooks
from workbooks import Make, Reopen

from ita_desktop.domain.errors import FileTrouble, WrongUsage
from ita_desktop.domain.records import (
    Finding,
    FollowUp,
    FollowUpState,
    Measure,
    Memo,
    Office,
    Reported,
    Respondents,
    Round,
    StrengthRule,
)
from ita_desktop.domain.workbook import Picture
from ita_desktop.storage.document import Changed, Document
from ita_desktop.storage.holder import note_beside
from ita_desktop.storage.rows import Rows
from ita_desktop.storage.tables import Row


def test_everything_that_is_put_in_is_there_when_the_file_is_opened_again(document: Document, reopen: Reopen):
    assert document.workbook() == workbooks.everything()
    document.close()
    assert reopen(document.path).workbook() == workbooks.everything()


def test_the_sample_year_after_year_leads_back_to_the_first(make: Make, tmp_path: Path):
    document = make(tmp_path / "ตัวอย่าง.ita", workbooks.sample())
    year = document.year(2568)
    assert year.last_year is document.year(2567)
    assert year.last_year.last_year is document.year(2566)
    assert year.last_year.last_year.previous is None
    assert year.framework.year == 2568
    assert document.years() == (2566, 2567, 2568)


def test_a_year_knows_the_nearest_earlier_one_even_if_years_lie_between(document: Document):
    with document.change("เพิ่มปี") as change:
        change.add_year(2571)
    assert document.year(2571).previous is document.year(2568)
    assert document.year(2571).last_year is None
    assert document.year(2571).measures_year == 2572
    assert document.year(2571).framework.year == 2571


def test_a_change_of_one_record_reads_none_of_the_others(make: Make, tmp_path: Path, monkeypatch):
    document = make(tmp_path / "งาน.ita", workbooks.full_years(1))
    measures = document.year(2568).measures
    read: list[Row] = []
    every_row = Rows.all
    monkeypatch.setattr(Rows, "all", lambda *asked: read.extend(found := every_row(*asked)) or found)
    with document.change("แก้") as change:
        change.save(2568, replace(measures[7], title="แก้แล้ว"))
    document.undo()
    document.redo()
    assert document.year(2568).measures[7].title == "แก้แล้ว"
    assert len(measures) > 100
    assert len(read) < 10


def test_a_score_is_kept_digit_for_digit(document: Document, reopen: Reopen):
    with document.change("แก้คะแนน") as change:
        change.set_indicator_score(2568, 1, Decimal("86.50"))
        change.set_item_score(2568, "o9", Decimal(7))
        change.set_eit_part(2568, 2, Decimal(0))
    document.close()
    year = reopen(document.path).year(2568)
    assert str(year.indicator_scores[1]) == "86.50"
    assert str(year.item_scores["o9"]) == "7"
    assert str(year.eit_parts[2]) == "0"


def test_a_score_that_is_taken_away_is_unknown_and_not_zero(document: Document):
    with document.change("ลบคะแนน") as change:
        change.set_indicator_score(2568, 1, None)
    assert 1 not in document.year(2568).indicator_scores


@pytest.mark.parametrize("score", ["100.01", "-1", "NaN", "Infinity", "1E+30"])
def test_what_is_no_score_is_refused_in_words_and_nothing_changes(document: Document, score: str):
    before = document.workbook()

    def save_two() -> None:
        with document.change("แก้คะแนน") as change:
            change.set_indicator_score(2568, 2, Decimal(80))
            change.set_indicator_score(2568, 1, Decimal(score))

    with pytest.raises(WrongUsage, match="บันทึกไม่ได้"):
        save_two()
    assert document.workbook() == before
    assert document.undo_label is None


def test_scores_come_in_the_order_of_the_manual(document: Document):
    with document.change("คะแนน") as change:
        for code in ("o2", "i10", "e1", "i2", "o10"):
            change.set_item_score(2567, code, Decimal(1))
        for number in (10, 2, 1):
            change.set_indicator_score(2567, number, Decimal(1))
    year = document.year(2567)
    assert list(year.item_scores) == ["i2", "i10", "e1", "o2", "o10"]
    assert list(year.indicator_scores) == [1, 2, 10]


def test_a_saved_record_takes_the_place_of_the_one_with_its_id_and_keeps_its_position(document: Document):
    first = document.year(2568).findings[0]
    with document.change("แก้ข้อค้นพบ") as change:
        change.save(2568, replace(first, text="ข้อความใหม่"), Finding(id="f3", text="ต่อท้าย"))
    assert [finding.id for finding in document.year(2568).findings] == ["f2", "f1", "f3"]
    assert document.year(2568).findings[0].text == "ข้อความใหม่"


def test_the_officer_decides_the_order(document: Document, reopen: Reopen):
    with document.change("เรียงใหม่") as change:
        change.reorder(2568, Measure, ["m2", "m1"])
        change.reorder(2568, FollowUp, ["m2/r1", "m1/r1"])
    document.close()
    year = reopen(document.path).year(2568)
    assert [measure.id for measure in year.measures] == ["m2", "m1"]
    assert [report.id for report in year.followups] == ["m2/r1", "m1/r1"]


def test_putting_records_in_the_order_they_have_is_no_change(document: Document):
    with document.change("ลบ") as change:
        change.save(2568, Measure(id="m3"))
        change.delete(2568, Measure(id="m2"))
    with document.change("เรียงใหม่") as change:
        change.reorder(2568, Measure, ["m1", "m3"])
    assert document.undo_label == "ลบ"


def test_reordering_must_name_every_record_once(document: Document):
    with pytest.raises(ValueError, match="not the ids"), document.change("เรียงใหม่") as change:
        change.reorder(2568, Measure, ["m2"])


def test_an_id_of_another_program_is_no_hindrance_to_a_new_one(document: Document):
    with document.change("นำเข้า") as change:
        change.save(2567, Finding(id="ข้อ-1"))
        assert change.new_id(2567, Finding) == "f1"


def test_new_ids_are_free_within_their_year(document: Document):
    with document.change("เพิ่ม") as change:
        assert change.new_id(2568, Finding) == "f3"
        assert change.new_id(2567, Finding) == "f1"
        change.save(2567, Finding(id="f1", text="ปีก่อน"))
        assert change.new_id(2567, Finding) == "f2"
        assert change.new_id(2568, Round) == "r3"
    assert document.year(2568).finding("f1") != document.year(2567).finding("f1")


def test_deleting_a_measure_takes_its_follow_up_along_and_undo_brings_both_back(document: Document):
    before = document.workbook()
    with document.change("ลบมาตรการ") as change:
        change.delete(2568, document.year(2568).measures[0])
    assert [measure.id for measure in document.year(2568).measures] == ["m2"]
    assert [report.id for report in document.year(2568).followups] == ["m2/r1"]
    document.undo()
    assert document.workbook() == before


def test_deleting_a_round_takes_its_reports_along(document: Document):
    with document.change("ลบรอบ") as change:
        change.delete(2568, document.year(2568).rounds[0])
    assert document.year(2568).followups == ()
    assert [round.id for round in document.year(2568).rounds] == ["r2"]


def test_deleting_a_finding_takes_it_out_of_the_measures_that_answered_it(document: Document):
    with document.change("ลบข้อค้นพบ") as change:
        change.delete(2568, document.year(2568).findings[0])
    measure = document.year(2568).measure("m1")
    assert measure is not None
    assert measure.findings == ("f1",)


def test_a_measure_cannot_answer_a_finding_that_is_not_there(document: Document):
    with pytest.raises(LookupError, match="f9"), document.change("ผิด") as change:
        change.save(2568, Measure(id="m9", findings=("f9",)))


def test_a_report_on_a_measure_that_is_not_there_never_reaches_the_file(document: Document):
    before = document.workbook()
    with pytest.raises(Exception, match="FOREIGN KEY"), document.change("ผิด") as change:
        change.save(2568, FollowUp(measure="m9", round="r1"))
    assert document.workbook() == before


def test_deleting_a_year_takes_everything_of_it_and_nothing_else(document: Document):
    before = document.workbook()
    with document.change("ลบปี") as change:
        change.delete_year(2568)
    assert document.years() == (2567,)
    assert document.workbook().years == before.years[:1]
    with pytest.raises(WrongUsage, match="2568"):
        document.year(2568)
    document.undo()
    assert document.workbook() == before


def test_a_year_cannot_be_added_twice(document: Document):
    with pytest.raises(WrongUsage, match="2568"), document.change("เพิ่มปี") as change:
        change.add_year(2568)


def test_what_is_said_of_a_year_changes_piece_by_piece(document: Document):
    with document.change("แก้ผล") as change:
        change.save_year_facts(2568, reported=Reported(total=Decimal("90.1"), level="ผ่านดี"))
        change.save_year_facts(2568, strength_rule=StrengthRule(top=5))
    year = document.year(2568)
    assert year.reported == Reported(total=Decimal("90.1"), level="ผ่านดี")
    assert year.strength_rule == StrengthRule(top=5)
    assert (year.measures_year, year.framework.year) == (2569, 2567)


def test_an_unknown_name_of_rules_gives_the_nearest_years_rules_as_a_guess(document: Document):
    with document.change("เปลี่ยนหลักเกณฑ์") as change:
        change.save_year_facts(2568, framework="ยังไม่มี")
    assert document.year(2568).framework.year == 2568


def test_the_offices_own_rules_take_the_place_of_those_that_ship(document: Document):
    own = 'inherit = "2567"\nyear = 2567\n'
    assert not document.year(2568).framework.corrected
    with document.change("แก้หลักเกณฑ์") as change:
        change.put_on_shelf("framework", "2567", own)
    assert document.year(2568).framework.corrected
    document.undo()
    assert not document.year(2568).framework.corrected


def test_papers_are_saved_and_taken_away_by_their_kind(document: Document):
    with document.change("แก้บันทึก") as change:
        change.save(2567, Memo(subject="เรื่องใหม่"))
        change.delete(2568, Memo())
    assert document.year(2567).memo == Memo(subject="เรื่องใหม่")
    assert document.year(2568).memo is None
    assert document.year(2568).order is not None


def test_the_shelf_keeps_anything_json_can_say(document: Document, reopen: Reopen):
    value = {"คอลัมน์": ["ก", None, True, 3, Decimal("2.50")]}
    with document.change("จำการจับคู่คอลัมน์") as change:
        change.put_on_shelf("mapping", "แบบที่ 1", value)
        change.take_off_shelf("preset", "ของเรา")
    document.close()
    again = reopen(document.path)
    assert again.shelf("mapping") == {"แบบที่ 1": value}
    assert again.shelf("preset") == {}


def test_pictures_of_the_office_are_kept_byte_for_byte(document: Document, reopen: Reopen):
    logo = Picture(media_type="image/jpeg", content=b"\xff\xd8\x00\xff" * 100_000)
    with document.change("ใส่ตราสัญลักษณ์") as change:
        change.save_picture("logo", logo)
        change.delete_picture("emblem")
    document.close()
    assert reopen(document.path).pictures() == {"logo": logo}


def test_a_line_break_pasted_from_a_word_processor_becomes_one_that_documents_can_hold(document: Document):
    with document.change("วางข้อความ") as change:
        change.save(2568, Measure(id="m1", title="ก\x0bข\x00ค", steps=("ง\x0cจ",)))
    measure = document.year(2568).measure("m1")
    assert measure is not None
    assert (measure.title, measure.steps) == ("ก\nขค", ("ง\nจ",))


def test_a_value_that_could_not_be_read_again_is_refused_with_its_field(document: Document):
    with pytest.raises(WrongUsage, match=r"\(progress\)"), document.change("ผิด") as change:
        change.save(2568, FollowUp(measure="m1", round="r1", progress=101))
    with pytest.raises(WrongUsage, match=r"\(end\)"), document.change("ผิด") as change:
        change.save(2568, Measure(id="m1", end=datetime.date(2568, 1, 1)))


def test_a_change_that_fails_half_way_never_happened(document: Document, reopen: Reopen):
    before = document.workbook()

    def fail_half_way() -> None:
        with document.change("พัง") as change:
            change.save_office(Office(name="ชื่ออื่น"))
            change.delete_year(2568)
            assert document.years() == (2567,)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    assert document.workbook() == before
    document.close()
    assert reopen(document.path).workbook() == before


def test_a_trouble_with_another_file_within_a_change_is_not_called_one_of_the_workbook(document: Document):
    def copy_evidence() -> None:
        with document.change("แนบหลักฐาน") as change:
            change.delete_year(2567)
            Path("/ไม่มี/หลักฐาน.pdf").read_bytes()

    with pytest.raises(FileNotFoundError):
        copy_evidence()
    assert document.years() == (2567, 2568)


def test_what_is_saved_can_be_read_back_within_the_same_change(document: Document):
    with document.change("เพิ่ม") as change:
        change.save(2568, Finding(id="f9"))
        assert document.year(2568).finding("f9") is not None


def test_a_change_within_a_change_is_our_mistake(document: Document):
    with document.change("นอก"), pytest.raises(RuntimeError), document.change("ใน"):
        pass


def test_each_change_is_announced_once_with_what_it_touched(document: Document):
    heard: list[Changed] = []
    stop = document.listen(heard.append)
    with document.change("หลายอย่าง") as change:
        change.set_indicator_score(2568, 3, Decimal(80))
        change.set_item_score(2567, "i1", Decimal(80))
        change.save(2568, Memo(), Respondents(tool="EIT", by="age", group="อื่น ๆ"))
    with document.change("หน่วยงาน") as change:
        change.save_office(replace(document.office, telephone="1"))
    assert heard == [
        Changed("หลายอย่าง", frozenset({2567, 2568}), frozenset({"scores", "memo", "respondents"})),
        Changed("หน่วยงาน", frozenset(), frozenset({"office"})),
    ]
    stop()
    document.undo()
    assert len(heard) == 2


def test_saving_what_is_already_there_is_no_change(document: Document):
    heard: list[Changed] = []
    document.listen(heard.append)
    with document.change("ไม่มีอะไรใหม่") as change:
        change.save(2568, *document.year(2568).measures)
        change.save_office(document.office)
    assert heard == []
    assert document.undo_label is None


def test_only_what_a_change_touched_is_read_again(document: Document):
    earlier, later = document.year(2567), document.year(2568)
    with document.change("แก้") as change:
        change.set_indicator_score(2568, 1, Decimal(1))
    assert document.year(2567) is earlier
    assert document.year(2568).measures is later.measures
    assert document.year(2568).indicator_scores[1] == 1
    with document.change("แก้ปีก่อน") as change:
        change.set_indicator_score(2567, 1, Decimal(2))
    previous = document.year(2568).previous
    assert previous is not None
    assert previous.indicator_scores == {1: Decimal(2)}


def test_the_history_of_a_record_says_what_it_was_and_until_when(document: Document):
    first = document.year(2568).findings[0]
    with document.change("แก้ครั้งแรก") as change:
        change.save(2568, replace(first, text="สอง"))
    with document.change("แก้ครั้งที่สอง") as change:
        change.save(2568, replace(first, text="สาม"))
    document.undo()
    assert [(past.label, past.record.text) for past in document.history(2568, Finding, first.id)] == [
        ("เลิกทำ: แก้ครั้งที่สอง", "สาม"),
        ("แก้ครั้งที่สอง", "สอง"),
        ("แก้ครั้งแรก", first.text),
    ]
    assert document.history(2568, Finding, "f1") == ()
    assert document.history(2568, Finding, first.id)[0].until == datetime.datetime(2026, 10, 15, 5, tzinfo=datetime.UTC)


def test_the_history_of_a_paper_is_kept_too(document: Document):
    memo = document.year(2568).memo
    with document.change("แก้บันทึก") as change:
        change.save(2568, Memo(subject="ใหม่"))
    assert [past.record for past in document.history(2568, Memo)] == [memo]


def test_moving_a_record_in_its_list_is_no_history(document: Document):
    with document.change("เรียงใหม่") as change:
        change.reorder(2568, Measure, ["m2", "m1"])
    assert document.history(2568, Measure, "m1") == ()


def test_history_forgets_the_oldest_when_it_grows_too_long(document: Document, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ita_desktop.storage.history.MOST", 20)
    for number in range(60):
        with document.change(f"ครั้งที่ {number}") as change:
            change.save(2568, Finding(id="f1", text=f"ข้อความ {number}"))
    labels = [past.label for past in document.history(2568, Finding, "f1")]
    assert labels[0] == "ครั้งที่ 59"
    assert 10 < len(labels) <= 20


def test_a_document_opened_for_reading_shows_everything_and_changes_nothing(document: Document, reopen: Reopen):
    document.close()
    reader = reopen(document.path, read_only=True)
    assert reader.workbook() == workbooks.everything()
    with pytest.raises(FileTrouble, match="อ่านได้อย่างเดียว"), reader.change("แก้") as change:
        change.delete_year(2568)
    assert reader.workbook() == workbooks.everything()
    again = reopen(document.path)  # and stands in nobody's way
    assert again.workbook() == workbooks.everything()


def test_creating_a_file_never_writes_over_another(document: Document, make: Make):
    with pytest.raises(FileTrouble, match="อยู่แล้ว"):
        make(document.path, workbooks.sample())
    assert document.workbook() == workbooks.everything()


def test_a_file_that_could_not_be_filled_does_not_exist(frameworks, tmp_path: Path):
    def fill(change):
        change.add_year(2568)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        Document.create(tmp_path / "ใหม่.ita", Office(name="ก"), frameworks=frameworks, fill=fill)
    assert list(tmp_path.iterdir()) == []


def test_a_follow_up_may_be_saved_before_its_measure_as_long_as_both_come(document: Document):
    with document.change("นำเข้า") as change:
        change.save(2568, FollowUp(measure="m3", round="r2", state=FollowUpState.DONE))
        change.save(2568, Measure(id="m3"))
    assert document.year(2568).followups[-1].id == "m3/r2"


def test_a_whole_list_goes_by_reading_the_file_no_oftener_than_for_one_of_it(make: Make, tmp_path: Path):
    """Three hundred measures once took eight seconds to delete, each of them asking for all reports again."""

    def readings(path: Path, count: int) -> int:
        document = make(path, workbooks.full_years(1, measures=count))
        asked: list[str] = []
        document._connection.set_trace_callback(asked.append)
        with document.change("ลบทั้งหมด") as change:
            change.delete(2568, *document.year(2568).measures)
        document._connection.set_trace_callback(None)
        assert document.year(2568).followups == ()
        document.undo()
        assert len(document.year(2568).followups) == count * 4
        document.close()
        return sum('from "followups" where "year" = 2568 order' in each for each in asked)

    assert readings(tmp_path / "หนึ่ง.ita", 1) == readings(tmp_path / "สามสิบ.ita", 30) > 0


def test_what_is_tried_on_a_copy_in_memory_never_reaches_the_file(document: Document, reopen: Reopen):
    kept = document.workbook()

    def in_a_thread_of_its_own(trial: Document) -> int:
        with trial, trial.change("ลอง") as change:
            change.add_year(2599)
            return max(trial.years())

    with ThreadPoolExecutor(1) as elsewhere:
        assert elsewhere.submit(in_a_thread_of_its_own, document.trial()).result() == 2599
    assert document.workbook() == kept
    assert note_beside(document.path).exists(), "whoever asks is still told who has the file open"
    with document.change("จริง") as change:
        change.add_year(2598)
    document.close()
    assert 2599 not in reopen(document.path).years()
    assert 2598 in reopen(document.path, read_only=True).years()
