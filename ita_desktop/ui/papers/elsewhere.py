"""Papers whose words are written in the tabs of the main window: they say where."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from ita_desktop.domain.problems import Place
from ita_desktop.ui import icons
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.labels import Wrapped

_SOURCES = {
    "measures": ("ตารางนี้มาจากแท็บมาตรการ แก้ที่นั่นแล้วหน้าเอกสารเปลี่ยนตามทันที", (("measure", "ไปที่แท็บมาตรการ"),)),
    "followup": (
        "รายงานนี้มาจากมาตรการและผลการติดตามแต่ละรอบ แก้ที่นั่นแล้วหน้าเอกสารเปลี่ยนตามทันที",
        (("followup", "ไปที่แท็บการติดตาม"), ("measure", "ไปที่แท็บมาตรการ")),
    ),
    "announcement": (
        "ประกาศใช้ข้อความมาตรฐาน และแนบบัญชีมาตรการจากแท็บมาตรการ แก้ถ้อยคำเพิ่มเติมได้ในไฟล์ Word",
        (("measure", "ไปที่แท็บมาตรการ"),),
    ),
    "circular": (
        "บันทึกนี้แจกแจงมาตรการตามผู้รับผิดชอบ และอ้างถึงรอบรายงาน แก้ถ้อยคำเพิ่มเติมได้ในไฟล์ Word",
        (("measure", "ไปที่แท็บมาตรการ"), ("round", "ไปที่รอบติดตาม")),
    ),
    "checklist": (
        "รายการนี้มาจากข้อ OIT ของปี พร้อมผู้รับผิดชอบ กำหนด สถานะ และลิงก์ที่บันทึกไว้ในแท็บการติดตาม มุมมอง OIT",
        (("checklist", "ไปที่รายการ OIT"),),
    ),
    "forms": (
        "แบบนี้พิมพ์มาตรการของแต่ละส่วนราชการพร้อมที่ว่างให้เขียน ส่งเป็น Excel ให้กรอกแล้วนำเข้ากลับมาก็ได้",
        (("division-forms", "ส่งแบบให้แต่ละส่วนราชการ"), ("followup", "ไปที่แท็บการติดตาม")),
    ),
}


class Elsewhere(Editor):
    wanted = Signal(object)
    """A `Place` of the main window."""

    def __init__(self, session: Session, paper: str) -> None:
        super().__init__(session)
        sentence, places = _SOURCES[paper]
        self.add_heading("ที่มาของข้อความ")
        self.add(Wrapped(sentence))
        for kind, text in places:
            button = QPushButton(text)
            icons.give(button, "chevron-right", "accent")
            button.clicked.connect(lambda _checked=False, kind=kind: self.wanted.emit(Place(kind)))
            self.add(button)
