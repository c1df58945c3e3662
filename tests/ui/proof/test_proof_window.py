"""A paper from outside is held against the year in a window; nothing of it is changed."""

from __future__ import annotations

from threading import Event

import docx
import pytest
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from ita_desktop.domain.problems import Severity
from ita_desktop.ui.proof.window import ProofWindow

WRONG = (
    "เทศบาลตำบลตัวอย่างได้คะแนนรวม 88.98 คะแนน อยู่ในระดับผ่านดี",
    "ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 93.17 คะแนน",
    "ให้บุคคลากรทุกคนรายงานผลภายในวันที่ 30 กุมภาพันธ์ 2569",
)


@pytest.fixture
def window(filled):
    filled.doors.proof()
    opened = filled.findChild(ProofWindow)
    yield opened
    if isValid(opened):
        opened.close()


def look(window, heard, qtbot, path):
    heard.answers.append(path)
    window.choose()
    qtbot.waitUntil(lambda: window.name.text() == path.name or bool(heard.errors), timeout=60_000)


def test_a_word_paper_is_read_and_each_fault_is_marked_where_it_stands(window, heard, qtbot, tmp_path):
    paper = docx.Document()
    for line in WRONG:
        paper.add_paragraph(line)
    paper.save(tmp_path / "รายงาน.docx")
    look(window, heard, qtbot, tmp_path / "รายงาน.docx")
    assert window.paper.toPlainText().splitlines() == list(WRONG)
    quotes = [problem.quote for problem in window.problems]
    assert "93.17" in quotes
    assert [p.severity for p in window.problems] == sorted(
        (p.severity for p in window.problems), key=list(Severity).index
    ), "errors first"
    window.list.go_to(quotes.index("93.17"))
    assert window.paper.textCursor().selectedText() == "93.17"
    assert "83.17" in window.detail.said()
    assert len(window.paper.extraSelections()) == len(window.problems)
    assert "ข้อผิดพลาด 2" in window.said.said()


def test_who_closes_the_window_while_a_paper_is_read_hears_no_more_of_it(window, heard, qtbot, tmp_path):
    jobs, gone = window._jobs, Event()
    jobs.run("", lambda _progress: gone.wait(60), lambda _gone: None)  # reading waits its turn
    (tmp_path / "รายงาน.txt").write_text("\n".join(WRONG), encoding="utf-8")
    heard.answers.append(tmp_path / "รายงาน.txt")
    with qtbot.waitSignal(window.destroyed):
        window.choose()
        window.reject()
    gone.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=60_000)


def test_the_list_goes_to_whoever_wrote_the_paper(window, heard, qtbot, tmp_path):
    (tmp_path / "รายงาน.txt").write_text("\n".join(WRONG), encoding="utf-8")
    look(window, heard, qtbot, tmp_path / "รายงาน.txt")
    window.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(window.problems)
    assert any("93.17" in line and "ย่อหน้า 2" in line for line in copied)


def test_a_paper_without_faults_is_said_to_be_so(window, heard, qtbot, tmp_path):
    (tmp_path / "ดี.txt").write_text(WRONG[0], encoding="utf-8")
    look(window, heard, qtbot, tmp_path / "ดี.txt")
    assert window.problems == ()
    assert "ไม่พบสิ่งที่ต้องแก้ไข" in window.said.said()
    assert not window.copy.isEnabled()


def test_a_paper_that_cannot_be_read_is_one_sentence(window, heard, qtbot, tmp_path):
    (tmp_path / "เสีย.pdf").write_bytes(b"%PDF-1.7 broken")
    look(window, heard, qtbot, tmp_path / "เสีย.pdf")
    assert str(heard.errors.pop())
    assert window.name.text() == ""
