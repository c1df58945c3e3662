"""Texts beside the pages: memo, report, order, agenda, calendar; each edit one step, and what is usual stays usual."""

import datetime
from dataclasses import replace

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from ita_desktop.actions.memo import change_memo
from ita_desktop.domain.records import Memo
from ita_desktop.papers.arrangement import printed
from ita_desktop.papers.presets import PRESETS, MeasureShape
from ita_desktop.ui.papers.name_dialog import NameDialog

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def show(papers, renewed, paper):
    if papers.paper != paper:
        with renewed():
            papers.show_paper(paper)
    return papers.side.editor


def choose(field, value):
    row = next(row for row in range(field.count()) if field.itemData(row) == value)
    field.setCurrentIndex(row)
    field.activated.emit(row)


# Memo


@pytest.fixture
def bare(papers, renewed):
    """A memo nobody wrote yet."""
    with renewed():
        papers.session.run(change_memo, 2568, Memo(), "ทุกอย่าง")
    return papers


def test_a_memo_nobody_wrote_shows_its_usual_parts_and_keeps_nothing(bare):
    editor = bare.side.editor
    assert [card.head._text for card in editor.parts.cards()] == ["เรื่องเดิม", "ข้อเท็จจริง", "ข้อพิจารณา/ข้อเสนอ"]
    editor.flush()
    assert bare.session.year.memo == Memo()


def test_changing_the_subject_does_not_write_down_the_usual_parts(bare, renewed):
    subject = bare.side.editor.head.field("subject")
    subject.setFocus()
    with renewed():
        type_in(subject, "เรื่อง")
        subject.flush()
    assert bare.session.year.memo == Memo(subject="เรื่อง")


def test_own_words_in_one_part_leave_the_others_to_their_figures(bare, renewed, text_of, qtbot):
    editor = bare.side.editor
    editor.go_to("part2")
    field = editor.parts.cards()[2].form.field("text")
    field.write.click()
    assert field.text.toPlainText().startswith("เห็นควรดำเนินการ")
    field.text.selectAll()
    with renewed():
        type_in(field.text, "เห็นควรอนุมัติ")
        editor.flush()
    parts = bare.session.year.memo.parts
    assert [part.text for part in parts] == ["", "", "เห็นควรอนุมัติ"]
    assert "88.98" in text_of()
    assert "เห็นควรอนุมัติ" in text_of()
    with renewed():
        field.back.click()
    assert bare.session.year.memo.parts == ()
    assert bare.session.document.undo_label == "แก้หัวข้อในบันทึกข้อความ"


def test_opening_the_usual_words_and_leaving_them_is_no_change(bare, qtbot):
    editor = bare.side.editor
    editor.go_to("part0")
    field = editor.parts.cards()[0].form.field("text")
    field.write.click()
    label = bare.session.document.undo_label
    bare.list.setFocus()
    assert bare.session.document.undo_label == label
    assert field.value() == ""


def test_parts_move_and_go_by_keys_and_come_back_by_undo(papers, renewed, qtbot):
    editor = papers.side.editor
    first, second = (part.heading for part in papers.session.year.memo.parts[:2])
    editor.parts.cards()[0].head.setFocus()
    with renewed():
        qtbot.keyClick(editor.parts.cards()[0].head, Qt.Key.Key_Down, ALT)
    assert [part.heading for part in papers.session.year.memo.parts[:2]] == [second, first]
    assert editor.parts.cards()[1].head.hasFocus()
    with renewed():
        qtbot.keyClick(editor.parts.cards()[1].head, Qt.Key.Key_Delete)
    assert len(papers.session.year.memo.parts) == 2
    for _ in range(2):
        with renewed():
            qtbot.keyClick(papers, Qt.Key.Key_Z, CTRL)
    assert [part.heading for part in papers.session.year.memo.parts[:2]] == [first, second]


def test_a_part_that_is_undone_is_forgotten_also_where_one_was_writing_in_it(papers, renewed, qtbot):
    editor = papers.side.editor
    editor.parts.more.click()
    qtbot.waitUntil(lambda: len(editor.parts.cards()) == 4)
    editor.parts.cards()[3].form.field("text").setFocus()
    with renewed():
        papers.undo()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    editor.head.field("subject").setFocus()
    assert len(editor.parts.cards()) == 3


def test_who_signs_is_known_in_the_office_and_brings_the_post_along(papers, renewed):
    from ita_desktop.actions.office import change_office
    from ita_desktop.domain.records import Person

    office = papers.session.document.office
    person = Person(name="นายสมมติ ใจดี", position="ปลัดเทศบาลตำบลตัวอย่าง")
    with renewed():
        papers.session.run(change_office, replace(office, people=(person,)))
    editor = papers.side.editor
    count = len(papers.session.year.memo.signatures)
    with renewed():
        editor.signatures.more.click()
    card = editor.signatures.cards()[count]
    assert card.is_open
    name = card.form.field("name")
    assert name.hasFocus()
    with renewed():
        type_in(name, "นายสมมติ ใจดี")
        name.flush()
    added = papers.session.year.memo.signatures[-1]
    assert (added.name, added.position) == ("นายสมมติ ใจดี", "ปลัดเทศบาลตำบลตัวอย่าง")
    comments = card.form.field("comments")
    comments.setFocus()
    with renewed():
        comments.insertPlainText("- เพื่อโปรดพิจารณา\n\n- เห็นชอบ")
        comments.flush()
    assert papers.session.year.memo.signatures[-1].comments == ("- เพื่อโปรดพิจารณา", "- เห็นชอบ")


def test_one_card_is_open_at_a_time_and_its_words_are_kept(papers, renewed):
    parts = papers.side.editor.parts
    parts.cards()[0].head.click()
    text = parts.cards()[0].form.field("text").text
    text.setFocus()
    text.selectAll()
    with renewed():
        type_in(text, "ข้อความที่แก้")
        parts.cards()[1].head.click()
    assert not parts.cards()[0].is_open
    assert papers.session.year.memo.parts[0].text == "ข้อความที่แก้"


# Report


@pytest.fixture
def report(papers, renewed):
    return show(papers, renewed, "report")


def keys_of(papers):
    return list(printed(papers.session.year, papers._options()))


def test_a_section_is_switched_by_space_and_stands_where_it_usually_does(papers, report, renewed, qtbot):
    before = keys_of(papers)
    report.sections.go_to("background")
    report.sections.setFocus()
    with renewed():
        qtbot.keyClick(report.sections, Qt.Key.Key_Space)
    assert keys_of(papers) == [before[0], "background", *before[1:]]
    assert report.sections.current_key() == "background"
    assert papers.session.document.undo_label == "จัดส่วนของรายงาน"
    with renewed():
        qtbot.keyClick(report.sections, Qt.Key.Key_Space)
    assert keys_of(papers) == before
    assert papers.session.year.report.sections == ()


def test_a_section_is_moved_by_keys_and_the_pages_follow(papers, report, renewed, qtbot):
    before = keys_of(papers)
    report.sections.go_to(before[-1])
    report.sections.setFocus()
    with renewed():
        qtbot.keyClick(report.sections, Qt.Key.Key_Up, ALT)
    assert keys_of(papers) == [*before[:-2], before[-1], before[-2]]
    titles = [one.title for one in papers.preview.view.proof.outline if one.title[1:2] == "."]
    assert "มาตรการ" in titles[1]


def test_a_section_is_moved_by_the_mouse(papers, report, renewed):
    before = keys_of(papers)
    with renewed():
        # What Qt does when a row is dropped: the item stands in its new place, and the list is asked.
        item = report.sections.takeItem(3)
        report.sections.insertItem(1, item)
        report.sections.read_order()
    assert keys_of(papers) == [before[0], before[3], before[1], before[2]]


def test_own_words_in_a_section_are_printed_and_nothing_else_moves(papers, report, renewed, text_of):
    before = keys_of(papers)
    report.go_to("scores")
    assert "88.98" in report.words._shown.said()
    report.words.write.click()
    report.words.text.selectAll()
    with renewed():
        type_in(report.words.text, "ผลการประเมินของเราดี")
    assert "ผลการประเมินของเราดี" in text_of(1)
    assert papers.session.document.undo_label is None
    with renewed():
        papers.list.setFocus()
    assert papers.session.document.undo_label == "แก้ “ผลคะแนนการประเมิน” ในรายงาน"
    assert keys_of(papers) == before


def test_what_writes_itself_offers_no_field(report):
    report.sections.go_to("contents")
    assert report.silent.isVisible()
    assert not report.words.isVisible()


def test_another_preset_is_one_step_and_keeps_what_was_written(papers, report, renewed):
    report.go_to("scores")
    report.words.write.click()
    report.words.text.setPlainText("ข้อความของเรา")
    with renewed():
        report.flush()
    with renewed():
        choose(report.preset, "short")
    assert keys_of(papers) == list(PRESETS["short"].sections)
    assert papers.session.document.undo_label == "ใช้รูปแบบรายงาน “ฉบับย่อ”"
    report.go_to("scores")
    assert report.words.value() == "ข้อความของเรา"


def test_an_office_keeps_its_own_shape_for_the_years_to_come(papers, report, renewed, qtbot):
    report.sections.go_to("background")
    with renewed():
        report.sections.switch("background")
    mine = keys_of(papers)
    report.save_preset.trigger()
    dialog = papers.findChild(NameDialog)
    dialog.verb.click()
    assert dialog.isVisible()
    type_in(dialog.name, "ของเทศบาลเรา")
    with renewed():
        dialog.verb.click()
    assert report.preset.currentText() == "ของเทศบาลเรา (ของหน่วยงาน)"
    with renewed():
        papers.session.choose_year(2567)
    with renewed():
        choose(report.preset, "ของเทศบาลเรา")
    assert keys_of(papers) == mine
    with renewed():
        report.delete_preset.trigger()
    assert keys_of(papers) == mine
    assert report.preset.value() in PRESETS


# Order, agenda, calendar


def test_members_come_in_from_a_sheet_and_move(papers, renewed, qtbot):
    order = show(papers, renewed, "order")
    table = order.members.table
    before = papers.session.year.order.members
    table.setCurrentIndex(table.model().index(len(before), 0))
    table.setFocus()
    put_on_clipboard("นางใหม่ มาดี\tนักวิชาการ\tกรรมการ\t๙.๑, O12\n")
    with renewed():
        qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    added = papers.session.year.order.members[-1]
    assert (added.name, added.role, added.charge) == ("นางใหม่ มาดี", "กรรมการ", ("9.1", "o12"))
    with renewed():
        qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    assert papers.session.year.order.members[-2] == added
    with renewed():
        qtbot.keyClick(table, Qt.Key.Key_Delete, CTRL)
    assert papers.session.year.order.members == before


def test_the_order_has_its_own_duties_a_line_each(papers, renewed, text_of):
    order = show(papers, renewed, "order")
    duties = order.foot.field("duties")
    order.foot.focus("duties")
    if not duties._writing:
        duties.write.click()
    duties.text.setPlainText("ตรวจงาน\n\nรายงานผล")
    with renewed():
        order.flush()
    assert papers.session.year.order.duties == ("ตรวจงาน", "รายงานผล")


def test_the_order_keeps_who_signs(papers, renewed):
    order = show(papers, renewed, "order")
    name = order.foot.field("name")
    name.setFocus()
    name.selectAll()
    with renewed():
        type_in(name, "นายตัวแทน ลงนาม")
        name.flush()
    assert papers.session.year.order.signatory.name == "นายตัวแทน ลงนาม"


def test_the_agenda_has_its_items_and_their_points(papers, renewed, text_of):
    agenda = show(papers, renewed, "agenda")
    count = len(papers.session.year.agenda.items)
    with renewed():
        agenda.items.more.click()
    form = agenda.items.cards()[count].form
    title, points = form.field("title"), form.field("points")
    with renewed():
        type_in(title, "เรื่องนัดหมาย")
        title.flush()
    points.setFocus()
    with renewed():
        points.setPlainText("ครั้งต่อไป\nสถานที่")
        points.flush()
    item = papers.session.year.agenda.items[-1]
    assert (item.title, item.points) == ("เรื่องนัดหมาย", ("ครั้งต่อไป", "สถานที่"))
    assert "เรื่องนัดหมาย" in text_of()


def test_the_calendar_is_a_table_with_dates_typed_in_any_form(papers, renewed, qtbot, heard):
    calendar = show(papers, renewed, "calendar")
    table = calendar.entries.table
    table.setCurrentIndex(table.model().index(0, 0))
    table.setFocus()
    put_on_clipboard("เปิดแบบวัด IIT\t1 ม.ค. 68\t๓๐ มิ.ย. ๒๕๖๘\tสำนักปลัด\nประกาศผล\t\t31/7/68\t\n")
    with renewed():
        qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    first, second = papers.session.year.calendar
    assert (first.title, first.start, first.end) == (
        "เปิดแบบวัด IIT",
        datetime.date(2025, 1, 1),
        datetime.date(2025, 6, 30),
    )
    table.setCurrentIndex(table.model().index(1, 0))
    with renewed():
        qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    assert [entry.title for entry in papers.session.year.calendar] == [second.title, first.title]
    put_on_clipboard("ไม่ใช่วัน")
    table.setCurrentIndex(table.model().index(0, 1))
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert heard.errors.pop()


# How papers look


def test_digits_are_one_choice_for_all_papers_and_one_step(papers, renewed):
    with renewed():
        papers.side.look.form.committed.emit("digits", "arabic")
    papers.press.read_pages([0])
    assert papers.session.document.undo_label == "เลือกเลขอารบิก"
    assert papers._options().digits.value == "arabic"
    with renewed():
        papers.undo()
    assert papers._options().digits.value == "thai"


def test_the_table_of_measures_has_the_shape_that_is_chosen(papers, renewed):
    show(papers, renewed, "measures")
    with renewed():
        choose(papers.side.look.form.field("shape"), MeasureShape.FIVE)
    assert papers._options().shape is MeasureShape.FIVE
    assert papers.preview.view.proof.sizes[0][0] < papers.preview.view.proof.sizes[0][1]


def test_the_offices_own_emblem_comes_and_goes(papers, renewed, heard, tmp_path):
    from PySide6.QtGui import QImage

    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkRed)
    picture.save(str(tmp_path / "ตรา.png"))
    card = papers.side.look.pictures["emblem"]
    heard.answers.append(tmp_path / "ตรา.png")
    with renewed():
        card.choose.click()
    assert papers.session.document.pictures()["emblem"].media_type == "image/png"
    assert not card.shown.pixmap().isNull()
    assert not any("ตรา" in line for line in papers.list.lacks_of("memo"))
    with renewed():
        card.remove.click()
    assert "emblem" not in papers.session.document.pictures()


@pytest.mark.parametrize("content", [b"", b"not a picture", b"%PDF-1.7"])
def test_what_is_no_picture_is_refused(papers, heard, tmp_path, content):
    (tmp_path / "ตรา.png").write_bytes(content)
    heard.answers.append(tmp_path / "ตรา.png")
    papers.side.look.pictures["logo"].choose.click()
    assert "ไม่ใช่ภาพ" in heard.errors.pop().happened
    assert "logo" not in papers.session.document.pictures()


# Papers written elsewhere


@pytest.mark.parametrize("paper", ["measures", "followup", "announcement", "circular", "checklist"])
def test_papers_that_come_from_the_tabs_say_so_and_lead_there(papers, renewed, qtbot, paper):
    from PySide6.QtWidgets import QPushButton

    editor = show(papers, renewed, paper)
    with qtbot.waitSignal(papers.elsewhere):
        editor.findChild(QPushButton).click()
