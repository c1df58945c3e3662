"""Official terms are explained where they are read."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from ita_desktop.domain.problems import Place
from ita_desktop.ui.remarks_dialog import RemarksDialog
from ita_desktop.ui.terms import MOST, Glossary, levels_in_words


@pytest.fixture
def glossary(places):
    return Glossary(places.help)


def rest_on(widget, place: QPoint, qtbot) -> str:
    """The tip that comes up where the mouse rests."""
    QToolTip.hideText()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place)))
    qtbot.waitUntil(lambda: bool(QToolTip.text()))
    return QToolTip.text().replace("\n", "")


def test_tools_and_codes_are_explained_by_the_rules_of_the_year(glossary, places):
    told = glossary.explain("คะแนน OIT และข้อ o27", places.frameworks.get("2568"))
    assert "การเปิดเผยข้อมูลสาธารณะ" in told
    assert places.frameworks.get("2568").item("o27").title in told


def test_the_same_code_of_another_year_means_what_it_meant_then(glossary, places):
    old, new = (places.frameworks.get(name) for name in ("2566", "2568"))
    assert old.item("o12").title != new.item("o12").title
    assert old.item("o12").title in glossary.explain("ข้อ o12", old)
    assert new.item("o12").title in glossary.explain("ข้อ o๑๒", new)


def test_words_that_only_look_like_terms_are_left_alone(glossary, places):
    assert glossary.explain("CAPITAL e-mail โครงการ o123 i", places.frameworks.get("2568")) == ""


def test_a_text_full_of_terms_does_not_become_a_lecture(glossary, places):
    told = glossary.explain(" ".join(f"i{n}" for n in range(1, 15)), places.frameworks.get("2568"))
    assert len(told.splitlines()) == MOST


def test_every_term_of_the_help_has_a_meaning(glossary):
    assert {"ITA", "IIT", "EIT", "OIT", "ป.ป.ช."} <= set(glossary.terms)
    assert all(len(meaning) > 20 for meaning in glossary.terms.values())


def test_levels_say_what_has_to_be_reached(places):
    told = levels_in_words(places.frameworks.get("2568"))
    assert "ระดับ ผ่านดีเยี่ยม ต้องได้คะแนนรวมตั้งแต่ 95 และทุกเครื่องมือตั้งแต่ 95" in told


def test_a_code_in_a_text_one_writes_explains_itself(filled, qtbot):
    finding = next(f for f in filled.session.year.findings if "o27" in f.items and "o27" in f.text)
    filled.go_to(Place("finding", finding.id, "text"))
    field = filled.pages[1].form.field("text")
    cursor = field.textCursor()
    cursor.setPosition(finding.text.index("o27") + 1)
    field.setTextCursor(cursor)
    place = field.cursorRect().center()
    assert filled.session.year.framework.item("o27").title in rest_on(field.viewport(), place, qtbot)


def test_a_code_in_a_list_is_explained_under_the_whole_title(filled, qtbot):
    filled.tabs.go_to(1)
    list_ = filled.pages[1].pane.list
    row = next(row for row in range(list_.model().rowCount()) if "o27" in (str(list_.model().index(row).data())))
    tip = list_.model().index(row).data(3).replace("\n", "")  # the tip
    assert filled.session.year.framework.item("o27").title in tip


def test_a_dialog_explains_as_well(filled, qtbot):
    filled.pages[0].open_remarks()
    dialog = filled.findChild(RemarksDialog)
    qtbot.waitExposed(dialog)
    index = dialog.table.model().index(0, 0)
    item = filled.session.year.framework.item(index.data())
    place = dialog.table.visualRect(index).center()
    assert item.title in rest_on(dialog.table.viewport(), place, qtbot)
    dialog.reject()
