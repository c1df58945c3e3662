"""The first thing an officer sees: three questions and a workbook is there; or open one, or play with the sample."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.thai.dates import fiscal_year_of
from ita_desktop.ui import icons, reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.theme import APART, GAP, NEAR, font, theme
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.fields import ChoiceField, LineField
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import Wrapped, card, heading, label

_ANNOUNCED_FROM = 8
"""Results of a fiscal year come out towards its end, in August."""


class LastYear(StrEnum):
    """Whether the scores of the year before are at hand, and how."""

    SHEET = "sheet"
    TYPED = "typed"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NewWorkbook:
    """The three answers."""

    office: str
    year: int
    last_year: LastYear

    @property
    def with_last_year(self) -> bool:
        return self.last_year is not LastYear.NONE

    @property
    def with_sheet(self) -> bool:
        """It is the next thing one looks for."""
        return self.last_year is LastYear.SHEET


def likely_year(today: datetime.date) -> int:
    """The last year whose results are out."""
    year = fiscal_year_of(today)
    return year if _ANNOUNCED_FROM <= today.month <= 9 else year - 1


_RECENT = 250
"""Pixels for the name of a workbook."""
_ROUND_A_FIELD = 40
"""Pixels over and under it: its question, and why it was refused."""
_LAST_YEAR = (
    (LastYear.SHEET, "มีเป็นไฟล์ จะนำเข้าเลย"),
    (LastYear.TYPED, "มี จะพิมพ์หรือวางเอง"),
    (LastYear.NONE, "ยังไม่มี เริ่มจากปีนี้"),
)
_YEAR = (
    ("scores", "คะแนน", "วางสิบคะแนน แล้วเห็นคะแนนรวม ระดับ และคะแนนที่หายไป"),
    ("finding", "ข้อค้นพบ", "โปรแกรมร่างให้จากคะแนน แล้วแก้เป็นคำของท่าน"),
    ("measure", "มาตรการ", "ใครทำอะไร ภายในเมื่อใด เลือกจากคลังหรือเขียนเอง"),
    ("paper", "เอกสาร", "บันทึกข้อความ รายงาน และคำสั่ง เป็น PDF และ Word"),
    ("followup", "ติดตาม", "รายงานผลตามรอบ พร้อมหลักฐาน"),
    ("next-year", "ปีถัดไป", "ยกเรื่องที่ยังไม่เสร็จไป และดูว่ามาตรการได้ผลหรือไม่"),
)


class StartPage(QWidget):
    wanted = Signal(object)
    """A `NewWorkbook`."""
    open_other = Signal()
    open_path = Signal(object)
    sample = Signal()

    def __init__(self, today: Callable[[], datetime.date]) -> None:
        super().__init__()
        self._today = today
        self.form = self._make_form()
        self.go = QPushButton("สร้างสมุดงาน")
        self.go.setProperty("look", "main")
        self.go.clicked.connect(self._create)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._recent_title = heading("เปิดล่าสุด")
        self._lay_out()
        self.begin()

    def _make_form(self) -> Form:
        form = Form(columns=1)
        self.office = LineField(hint="เช่น เทศบาลตำบลตัวอย่าง")
        self.year = LineField(reading.year_or_nothing, reading.year_text)
        self.last_year = ChoiceField(_LAST_YEAR)
        form.add("office", "หน่วยงานของท่านชื่ออะไร", self.office)
        form.add("year", "จะทำงานกับผลประเมินของปีงบประมาณใด", self.year)
        form.add("last_year", "มีตารางคะแนนของปีก่อนหน้านั้นหรือไม่", self.last_year)
        self.office.returnPressed.connect(self.year.setFocus)
        self.year.returnPressed.connect(self._create)
        return form

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(icons.app_icon().pixmap(56, 56))
        left, right = card(), QWidget()
        column = column_in(left, spacing=GAP * 2, margin=APART)
        column.addWidget(mark)
        column.addWidget(label("เริ่มสมุดงาน ITA", rank="title"))
        column.addWidget(Wrapped("ตั้งแต่คะแนนจนถึงเอกสารที่ลงนามได้ ทุกอย่างอยู่ในไฟล์เดียว และบันทึกให้เองทุกครั้งที่แก้", tone="muted"))
        column.addWidget(self.form)
        column.addWidget(self.go, alignment=Qt.AlignmentFlag.AlignLeft)
        left.setFixedWidth(470)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(APART, APART, 0, 0)
        beside.setSpacing(GAP)
        ways_in = QWidget()
        doors = FlowLayout(ways_in)
        doors.setSpacing(GAP)
        for text, picture, verb in (
            ("เปิดสมุดงานที่มีอยู่", "open", self.open_other),
            ("ลองเล่นกับตัวอย่าง", "sample", self.sample),
        ):
            button = QPushButton(text)
            icons.give(button, picture, "accent")
            button.clicked.connect(verb)
            doors.addWidget(button)
        beside.addWidget(ways_in)
        beside.addSpacing(GAP)
        beside.addWidget(self._recent_title)
        beside.addLayout(self._recent)
        beside.addSpacing(GAP)
        beside.addWidget(heading("หนึ่งปีกับ ITA"))
        for picture, title, told in _YEAR:
            beside.addWidget(_Step(picture, title, told))
        beside.addStretch()
        right.setMinimumWidth(300)
        right.setMaximumWidth(420)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(left, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(right, 20)
        row.addStretch(1)
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(APART, APART, APART, APART)
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        self._area = scrolled(inside)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column_in(self).addWidget(self._area)

    def begin(self) -> None:
        """Empty questions, with the likely year filled in."""
        self.form.load({"office": "", "year": likely_year(self._today()), "last_year": LastYear.TYPED})

    def show_recent(self, paths: Sequence[Path]) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._recent_title.setVisible(bool(paths))
        for path in paths:
            button = QPushButton(_shortened(path.stem))
            button.setAccessibleName(path.stem)
            button.setProperty("look", "link")
            button.setToolTip(str(path))
            icons.give(button, "paper", "muted")
            button.clicked.connect(lambda _checked=False, path=path: self.open_path.emit(path))
            self._recent.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)

    def _create(self) -> None:
        self.form.flush()
        office, year = str(self.office.value()), self.year.value()
        if not office:
            self._ask_for(self.office, "พิมพ์ชื่อหน่วยงานก่อน")
        elif not isinstance(year, int) or self.year.is_refused():
            self._ask_for(self.year, "พิมพ์ปีงบประมาณก่อน เช่น 2568")
        else:
            self.wanted.emit(NewWorkbook(office, year, LastYear(str(self.last_year.value()))))

    def _ask_for(self, field: LineField, reason: str) -> None:
        """Under the field itself, and in sight: on a small screen the button is far below it."""
        if not field.is_refused():
            field.refuse(reason)
        field.setFocus()
        self._area.ensureWidgetVisible(field, 0, _ROUND_A_FIELD)


def _shortened(name: str) -> str:
    """A file may be called anything; the beginning of its name tells it from the others."""
    return QFontMetrics(font()).elidedText(name, Qt.TextElideMode.ElideMiddle, round(_RECENT * theme().zoom))


class _Step(QWidget):
    """One step of the year: its icon, its name, what is done in it."""

    def __init__(self, picture: str, title: str, told: str) -> None:
        super().__init__()
        self._picture = picture
        self._mark = QLabel()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title))
        words.addWidget(Wrapped(told, tone="muted", rank="small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP + NEAR)
        row.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._draw()
        theme().changed.connect(self._draw)

    def _draw(self) -> None:
        self._mark.setPixmap(icons.pixmap(self._picture, 24, "accent"))
