"""Papers as the officer changes them: each verb one step, and what an office likes stays in its workbook."""

import datetime
from pathlib import Path

import pytest

from ita_desktop.actions import agenda, calendar, memo, order, papers, report, workbook
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Agenda, CalendarEntry, Memo, Office, Order
from ita_desktop.papers.arrangement import printed
from ita_desktop.papers.presets import SHORT, MeasureShape
from ita_desktop.thai.digits import Digits

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", divisions=("กองคลัง",))


@pytest.fixture
def document(tmp_path):
    with workbook.create(tmp_path / "เทศบาล.ita", OFFICE, (2567, 2568), frameworks=FRAMEWORKS) as made:
        yield made


def sections(document, number=2568):
    return printed(document.year(number), papers.paper_options(document))


@pytest.mark.parametrize(
    ("change", "record", "label"),
    [
        (memo.change_memo, Memo(subject="ก"), "แก้เรื่องในบันทึกข้อความ"),
        (order.change_order, Order(subject="ก"), "แก้เรื่องในคำสั่ง"),
        (agenda.change_agenda, Agenda(place="ก"), "แก้เรื่องในระเบียบวาระ"),
    ],
)
def test_a_paper_is_changed_in_one_step(document, change, record, label):
    change(document, 2568, record, "เรื่อง")
    assert getattr(document.year(2568), type(record).__name__.lower()) == record
    assert document.undo_label == label
    document.undo()
    assert getattr(document.year(2568), type(record).__name__.lower()) is None


def test_the_calendar_is_kept_in_the_order_given(document):
    first, second = CalendarEntry(id="", title="ก"), CalendarEntry(id="", title="ข")
    calendar.set_entries(document, 2568, (first, second))
    a, b = document.year(2568).calendar
    calendar.set_entries(document, 2568, (b, CalendarEntry(id="", title="ค"), a))
    assert [entry.title for entry in document.year(2568).calendar] == ["ข", "ค", "ก"]
    calendar.set_entries(document, 2568, (b,))
    assert document.year(2568).calendar == (b,)
    document.undo()
    assert [entry.title for entry in document.year(2568).calendar] == ["ข", "ค", "ก"]


def test_digits_and_table_are_liked_by_the_office_and_not_by_a_year(document):
    assert papers.paper_options(document).digits is Digits.THAI
    papers.choose_digits(document, Digits.ARABIC)
    papers.choose_shape(document, MeasureShape.BY_TOPIC)
    chosen = papers.paper_options(document)
    assert (chosen.digits, chosen.shape) == (Digits.ARABIC, MeasureShape.BY_TOPIC)
    assert papers.paper_options(document, digits=Digits.THAI).digits is Digits.THAI
    papers.choose_shape(document, None)
    assert papers.paper_options(document).shape is None
    assert papers.paper_options(document).digits is Digits.ARABIC
    for _ in range(3):
        document.undo()
    assert papers.paper_options(document).digits is Digits.THAI


def test_a_choice_of_another_version_is_as_none(document):
    with document.change("จากรุ่นอื่น") as change:
        change.put_on_shelf("papers", "choices", {"digits": "roman", "shape": 7})
    assert papers.paper_options(document).digits is Digits.THAI
    assert papers.paper_options(document).shape is None


def test_pictures_head_the_papers_until_they_are_taken_away(document):
    papers.choose_picture(document, papers.EMBLEM, "image/png", b"1")
    papers.choose_picture(document, papers.LOGO, "image/jpeg", b"2")
    options = papers.paper_options(document)
    assert (options.emblem.data, options.logo.data) == (b"1", b"2")
    papers.remove_picture(document, papers.EMBLEM)
    assert document.undo_label == "เอาตราครุฑออก"
    assert papers.paper_options(document).emblem is None


def test_a_saved_shape_is_the_years_and_can_be_any_other_years(document):
    report.arrange_sections(document, 2568, ("measures", "cover"), papers.paper_options(document))
    report.save_preset(document, 2568, "ของเรา", papers.paper_options(document))
    assert document.undo_label == "บันทึกรูปแบบรายงาน “ของเรา”"
    assert document.year(2568).report.preset == "ของเรา"
    report.choose_preset(document, 2567, "ของเรา", papers.paper_options(document))
    assert sections(document, 2567) == ("measures", "cover")
    report.delete_preset(document, "ของเรา")
    assert sections(document, 2567) == sections(document, 2568) == ("measures", "cover")
    assert report.own_presets(document) == ()
    document.undo()
    assert document.year(2567).report.preset == "ของเรา"


def test_a_saved_shape_keeps_the_table_of_measures(document):
    papers.choose_shape(document, MeasureShape.BY_OIT_ITEM)
    report.save_preset(document, 2568, "ของเรา", papers.paper_options(document))
    papers.choose_shape(document, None)
    (mine,) = papers.paper_options(document).presets
    assert mine.measures is MeasureShape.BY_OIT_ITEM


def test_a_shape_that_cannot_be_read_leaves_the_others_usable(document):
    with document.change("จากรุ่นอื่น") as change:
        change.put_on_shelf("preset", "พัง", {"digits": "thai"})
        change.put_on_shelf("preset", "ดี", SHORT.to_json())
    assert [preset.name for preset in report.own_presets(document)] == ["ดี"]


def test_a_shape_nobody_knows_is_refused(document):
    with pytest.raises(WrongUsage):
        report.choose_preset(document, 2568, "ไม่มี", papers.paper_options(document))
    assert document.undo_label is None


def test_own_words_of_a_section_are_one_step_by_its_name(document):
    options = papers.paper_options(document)
    before = sections(document)
    report.change_section(document, 2568, "background", "ความเป็นมาของเรา", options)
    assert document.undo_label == "แก้ “ความเป็นมา” ในรายงาน"
    assert sections(document) == before


def test_a_stamped_paper_differs_in_nothing_but_its_stamp(document):
    fonts = Path(__file__).parents[2] / "fonts"
    today = datetime.date(2025, 11, 20)
    options = papers.paper_options(document, today=today)
    made = [papers.make_paper(document.year(2568), "memo", "pdf", options, fonts=fonts, stamp=s) for s in ("", "ร่าง")]
    assert made[0] != made[1]
