"""Fields commit what a person did, once, and nothing else."""

import datetime

import pytest
from officer import put_on_clipboard, type_in
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ita_desktop.domain.errors import ItaError
from ita_desktop.ui import reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.widgets.chips import ChipsField, Choice
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.steps import StepsField, split_lines

CHOICES = [Choice("กองคลัง", "กองคลัง"), Choice("สำนักปลัดเทศบาล", "สำนักปลัดเทศบาล")]


@pytest.fixture
def page(qtbot, theme):
    """Somewhere for a field to stand, with another field to go to."""
    widget = QWidget()
    QVBoxLayout(widget)
    qtbot.addWidget(widget)
    widget.resize(500, 400)

    def stand(field):
        other = LineField()
        widget.layout().addWidget(field)
        widget.layout().addWidget(other)
        widget.show()
        qtbot.waitExposed(widget)
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        field.setFocus()
        field.other = other
        return field

    return stand


def test_leaving_a_text_commits_it_once(page, qtbot):
    field = page(TextField())
    said = []
    field.committed.connect(said.append)
    type_in(field, "น้ำใจของผู้ให้บริการ")
    field.other.setFocus()
    field.setFocus()
    field.other.setFocus()
    assert said == ["น้ำใจของผู้ให้บริการ"]


def test_filling_a_field_never_saves(page, qtbot):
    for field, value in ((TextField(), "ข้อความ"), (LineField(), "บรรทัด"), (ChoiceField([(1, "หนึ่ง")]), 1)):
        page(field)
        with qtbot.assertNotEmitted(field.committed):
            field.set_value(value)
            field.other.setFocus()
            field.flush()


def test_esc_gives_a_text_back(page, qtbot):
    field = page(TextField())
    field.set_value("เดิม")
    type_in(field, "ใหม่")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == "เดิม"


def test_undo_is_the_fields_while_it_has_something_to_undo_and_the_windows_after(page, qtbot):
    field = page(TextField())
    pressed = []
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), field.window())
    shortcut.activated.connect(lambda: pressed.append("window"))
    undo = (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    type_in(field, "คำ")
    qtbot.keyClick(field, *undo)
    assert (field.toPlainText(), pressed) == ("", [])
    type_in(field, "คำ")
    field.flush()
    qtbot.keyClick(field, *undo)
    assert (field.toPlainText(), pressed) == ("คำ", ["window"])


@pytest.mark.parametrize("make", [LineField, TextField, lambda: DateEdit(datetime.date.today)])
@pytest.mark.parametrize("key", [Qt.Key.Key_E, Qt.Key.Key_U])
def test_keys_of_the_window_mean_the_window_also_where_one_types(page, make, key):
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QApplication.sendEvent(page(make()), asked)
    assert not asked.isAccepted()


def test_a_text_field_grows_with_its_text_up_to_a_bound(page, qtbot):
    field = page(TextField(least=2, most=5))
    empty = field.height()
    field.set_value("บรรทัด\n" * 3)
    assert field.height() > empty
    field.set_value("บรรทัด\n" * 50)
    assert field.height() < 2 * field.fontMetrics().lineSpacing() * 5


def test_a_number_is_read_when_it_is_done_and_refused_with_a_reason(page, qtbot):
    field = page(LineField(reading.money, reading.money_text))
    reasons = []
    field.refused.connect(reasons.append)
    type_in(field, "๑๕,๐๐๐")
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert committed.args == [15000]
    assert field.text() == "15,000"
    field.selectAll()
    type_in(field, "มาก")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert reasons[-1]
    assert field.value() == 15000


@pytest.mark.parametrize("typed", ["2569", "๒๕๖๙", "69", " พ.ศ. 2569", "ปีงบประมาณ พ.ศ. ๒๕๖๙", "ปี 69"])
def test_a_year_is_read_as_people_write_it(typed):
    assert reading.year(typed) == 2569


@pytest.mark.parametrize(
    ("typed", "told"), [("2026", "2569"), ("abc", "พ.ศ."), ("25690", "พ.ศ."), ("2569.5", "พ.ศ."), ("", "พ.ศ.")]
)
def test_what_is_no_year_of_the_buddhist_era_is_refused_with_the_year_to_type(typed, told):
    with pytest.raises(ItaError, match=told):
        reading.year(typed)


def test_a_field_is_as_high_with_the_focus_as_without_and_shows_its_beginning_once_it_is_left(page, qtbot):
    field = page(LineField())
    qtbot.waitUntil(field.hasFocus)
    type_in(field, "เทศบาลตำบลตัวอย่าง " * 20)
    high = field.sizeHint().height()
    field.other.setFocus()
    qtbot.waitUntil(field.other.hasFocus)
    assert field.sizeHint().height() == high
    assert field.cursorPosition() == 0


def test_a_choice_is_as_high_as_a_line_with_the_focus_and_without(page, qtbot):
    field = page(ChoiceField([(1, "หนึ่ง"), (2, "สอง")]))
    qtbot.waitUntil(field.hasFocus)
    high = {field.sizeHint().height(), field.other.sizeHint().height()}
    field.other.setFocus()
    qtbot.waitUntil(field.other.hasFocus)
    assert {*high, field.sizeHint().height(), field.other.sizeHint().height()} == {min(high)}


def test_the_wheel_turns_no_choice_that_is_scrolled_over(page):
    field = page(ChoiceField([(1, "หนึ่ง"), (2, "สอง")]))
    field.set_value(1)
    field.other.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, wheel)
    assert field.value() == 1


def test_owners_are_chosen_or_written(page, qtbot):
    field = page(ChipsField(lambda: CHOICES, free=True))
    said = []
    field.committed.connect(said.append)
    for name in ("กองคลัง", "นิติกร"):
        type_in(field.line, name)
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert said == [("กองคลัง",), ("กองคลัง", "นิติกร")]
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert said[-1] == ("กองคลัง",)


def test_only_known_items_can_be_added_where_words_are_not_free(page, qtbot):
    field = page(ChipsField(lambda: [Choice("o27", "o27 มาตรการ", "o27")]))
    reasons = []
    field.refused.connect(reasons.append)
    with qtbot.assertNotEmitted(field.committed):
        type_in(field.line, "o99")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert "o99" in reasons[-1]
    type_in(field.line, "O๒๗")
    with qtbot.waitSignal(field.committed) as committed:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert committed.args == [("o27",)]
    field.set_value(())
    assert reasons[-1] == "", "what was said of one record is not said of the next"


def test_a_name_left_in_the_line_is_not_lost(page, qtbot):
    field = page(ChipsField(lambda: CHOICES, free=True))
    type_in(field.line, "นิติกร")
    with qtbot.waitSignal(field.committed) as committed:
        field.other.setFocus()
    assert committed.args == [("นิติกร",)]


def steps(page, *texts):
    field = page(StepsField())
    field.set_value(texts)
    field.said = []
    field.committed.connect(field.said.append)
    return field


def test_enter_opens_the_next_step(page, qtbot):
    field = steps(page, "หนึ่ง", "สาม")
    qtbot.keyClick(field.steps()[0], Qt.Key.Key_Return)
    type_in(field.steps()[1], "สอง")
    field.other.setFocus()
    assert field.said[-1] == ("หนึ่ง", "สอง", "สาม")


def test_alt_and_arrows_move_a_step(page, qtbot):
    field = steps(page, "หนึ่ง", "สอง", "สาม")
    field.steps()[2].setFocus()
    qtbot.keyClick(field.steps()[2], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.said == [("หนึ่ง", "สาม", "สอง")]


def test_many_pasted_lines_become_many_steps_without_their_numbers(page, qtbot):
    field = steps(page)
    field.open_step(0)
    put_on_clipboard("๑. ทบทวนคู่มือ\n2) ประกาศบนเว็บไซต์\n- รายงานผล\n")
    field.steps()[0].paste()
    assert field.said == [("ทบทวนคู่มือ", "ประกาศบนเว็บไซต์", "รายงานผล")], "all lines are one change"
    qtbot.waitUntil(field.steps()[2].hasFocus)
    assert field.steps()[2].textCursor().atEnd(), "one writes on behind what was pasted"


def test_the_focus_stays_among_the_steps_when_its_own_is_taken_back(page):
    field = steps(page, "หนึ่ง", "สอง")
    field.steps()[1].setFocus()
    field.set_value(("หนึ่ง",))
    assert field.steps()[0].hasFocus()


def test_an_emptied_step_is_gone(page, qtbot):
    field = steps(page, "หนึ่ง", "สอง")
    step = field.steps()[1]
    step.setFocus()
    step.clear()
    qtbot.keyClick(step, Qt.Key.Key_Backspace)
    assert field.said[-1] == ("หนึ่ง",)
    assert len(field.steps()) == 1


def test_lines_keep_numbers_that_are_no_numbering():
    assert split_lines("15 มกราคม ประชุม\n2. สรุปผล 3 ข้อ") == ["15 มกราคม ประชุม", "สรุปผล 3 ข้อ"]


def test_a_form_says_which_field_was_changed_and_why_one_is_refused(page, qtbot):
    form = page(Form())
    form.add("budget", "งบประมาณ", LineField(reading.money, reading.money_text))
    form.load({"budget": None})
    field = form.field("budget")
    type_in(field, "5000")
    with qtbot.waitSignal(form.committed) as committed:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert committed.args == ["budget", 5000]
    assert field.accessibleName() == "งบประมาณ"
