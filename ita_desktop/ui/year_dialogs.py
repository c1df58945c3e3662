"""Adding a year, and the facts of a year that are no scores: when its measures run, what ป.ป.ช. announced."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.actions import scores, year
from ita_desktop.domain.records import Reported
from ita_desktop.ui import icons, reading
from ita_desktop.ui.dialogs import cancel_button, closing_row, foot_row
from ita_desktop.ui.form import Form
from ita_desktop.ui.session import Session
from ita_desktop.ui.start_page import likely_year
from ita_desktop.ui.theme import APART, GAP, NEAR, PANEL
from ita_desktop.ui.widgets.fields import ChoiceField, LineField
from ita_desktop.ui.widgets.labels import Wrapped, card, heading, label

_CARRIED_OVER = "ยกหลักเกณฑ์ มาตรการที่ยังไม่เสร็จ รอบติดตาม ข้อความในรายงาน และผู้ลงนามมาด้วย ส่วนตัวเลขและวันที่ของปีเก่าจะไม่ติดมา"


class AddYearDialog(QDialog):
    """Which year, and whether it goes on from the one before."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("เพิ่มปี")
        self.setMinimumWidth(440)
        document = session.document
        known = document.years() if document else ()
        self.year = LineField(reading.year_or_nothing, reading.year_text)
        self.form = Form(columns=1)
        self.form.add("year", "ปีงบประมาณที่ประเมิน", self.year)
        self.form.load({"year": max(known) + 1 if known else likely_year(session.today())})
        self._trouble = Wrapped(tone="bad", rank="small")
        self._trouble.hide()
        self._carry = QPushButton("เพิ่มและยกเรื่องเดิมมาด้วย")
        self._carry.clicked.connect(self._start_next)
        empty = QPushButton("เพิ่มปีว่าง")
        empty.clicked.connect(self._add)
        buttons = foot_row(cancel_button(self), empty, self._carry)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(self.form)
        column.addWidget(self._trouble)
        hint = Wrapped(_CARRIED_OVER, tone="muted", rank="small")
        column.addWidget(hint)
        column.addLayout(buttons)
        (self._carry if known else empty).setDefault(True)
        self._carry.setVisible(bool(known))
        hint.setVisible(bool(known))

    def _add(self) -> None:
        number = self._number()
        if number is not None:
            self._session.run(year.add_year, number)
            self._finish(number)

    def _start_next(self) -> None:
        number, document = self._number(), self._session.document
        if number is None or document is None:
            return
        if number - 1 not in document.years():
            self._refuse(f"ไม่มีปี {number - 1} ให้ยกเรื่องมา กดเพิ่มปีว่างแทน")
            return
        self._session.run(year.start_new_year, number - 1)
        self._finish(number)

    def _number(self) -> int | None:
        self.form.flush()
        number, document = self.year.value(), self._session.document
        if self.year.is_refused():
            return None  # the reason stands under it
        if not isinstance(number, int) or document is None:
            self._refuse("พิมพ์ปี พ.ศ. เช่น 2568")
            return None
        if number in document.years():
            self._refuse(f"มีปี {number} อยู่แล้ว")
            return None
        return number

    def _refuse(self, reason: str) -> None:
        self._trouble.say(reason)
        self._trouble.show()

    def _finish(self, number: int) -> None:
        self._session.choose_year(number)
        self.accept()


class NextYearDialog(QDialog):
    """What goes along into the next year, and what is to be written anew, before it is begun."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        assert session.year is not None
        self._number = session.year.number
        number = self._number + 1
        self.setWindowTitle(f"เริ่มปี {number}")
        self.setMinimumWidth(740)
        found = session.run(year.carried_over_from, self._number)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(label(f"เริ่มปี {number} จากปี {self._number}", rank="title"))
        sides = QHBoxLayout()
        sides.setSpacing(PANEL)
        if found is not None:
            sides.addWidget(_part("done", "good", "ยกไปให้", _goes_along(found, number)), 1)
        sides.addWidget(_part("draft", "warn", "ต้องเขียนใหม่", _written_anew(number)), 1)
        column.addLayout(sides)
        column.addWidget(Wrapped(f"ปี {self._number} ยังอยู่ครบและแก้ได้เหมือนเดิม", tone="muted", rank="small"))
        self.begin = QPushButton(f"เริ่มปี {number}")
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        buttons = foot_row(cancel_button(self), self.begin)
        column.addLayout(buttons)

    def _begin(self) -> None:
        number = self._session.run(year.start_new_year, self._number)
        self.accept()
        if number is not None:
            self._session.choose_year(number)


def _goes_along(found: year.CarriedOver, number: int) -> list[str]:
    measures = f"มาตรการที่ยังไม่เสร็จ {found.measures} ข้อ"
    if found.finished:
        measures += f" ที่เสร็จหรือยกเลิกแล้ว {found.finished} ข้อไม่ตามไป"
    counted = (
        (found.rounds, f"รอบติดตาม {found.rounds} รอบ วันเดียวกันในปีถัดไป"),
        (found.people, f"บุคคลในหน่วยงาน {found.people} คน"),
        (found.signatures, f"สายการลงนามในบันทึก {found.signatures} ลำดับ"),
        (found.report_texts, f"ข้อความที่ท่านเขียนเองในรายงาน {found.report_texts} ส่วน"),
        (found.checklist, f"ผู้จัดทำข้อมูล OIT {found.checklist} ข้อ ตามเรื่อง ไม่ใช่ตามรหัส"),
    )
    return [f"หลักเกณฑ์ของปี {number}", measures, *(text for count, text in counted if count)]


def _written_anew(number: int) -> list[str]:
    return [
        f"คะแนนและข้อค้นพบของปี {number}",
        "ช่วงเวลาของมาตรการที่ยกไป",
        "เลขที่ วันที่ และเนื้อความของบันทึกข้อความและคำสั่ง",
        "ข้อความในรายงานที่โปรแกรมร่างจากคะแนน",
    ]


def _part(picture: str, tone: str, title: str, lines: list[str]) -> QFrame:
    """A card with an icon beside its title, and a line for each thing."""
    frame = card()
    mark = label()
    mark.setPixmap(icons.pixmap(picture, 20, tone))
    head = QHBoxLayout()
    head.setSpacing(GAP)
    head.addWidget(mark)
    head.addWidget(heading(title), 1)
    column = QVBoxLayout(frame)
    column.setContentsMargins(PANEL, GAP, PANEL, GAP)
    column.setSpacing(NEAR)
    column.addLayout(head)
    for line in lines:
        column.addWidget(Wrapped(f"• {line}"))
    column.addStretch()
    return frame


class YearFactsDialog(QDialog):
    """The year in which the measures run, and the result as announced, to be compared with ours."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        assert session.year is not None
        self.setWindowTitle(f"ข้อมูลของปี {session.year.number}")
        self.setMinimumWidth(480)
        levels = [(None, "ไม่ระบุ"), *((level.name, level.name) for level in session.year.framework.levels)]
        self.form = Form()
        self.form.add(
            "measures_year",
            "มาตรการดำเนินการในปีงบประมาณ",
            LineField(reading.year_or_nothing, reading.year_text),
            wide=True,
        )
        total = LineField(reading.score, lambda value: str(value) if isinstance(value, Decimal) else "")
        self.form.add("total", "คะแนนรวมที่ประกาศ", total, wide=False)
        self.form.add("level", "ระดับที่ประกาศ", ChoiceField(levels), wide=False)
        self.form.committed.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(self.form)
        column.addLayout(closing_row(self))
        self.finished.connect(self.form.flush)
        self._show()

    def _show(self) -> None:
        known = self._session.year
        if known is not None:
            reported = known.reported
            self.form.load({"measures_year": known.measures_year, "total": reported.total, "level": reported.level})

    def _save(self, name: str, value: object) -> None:
        known = self._session.year
        if known is None:
            return
        if name == "measures_year":
            if isinstance(value, int):
                self._session.run(year.set_measures_year, known.number, value)
            self._show()
            return
        total, level = known.reported.total, known.reported.level
        if name == "total":
            total = value if isinstance(value, Decimal) else None
        else:
            level = value if isinstance(value, str) else None
        self._session.run(scores.set_reported, known.number, Reported(total=total, level=level))
