"""One record as a backup has it beside what it is now, and the way back to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QWidget

from ita_desktop.actions.backups import Difference
from ita_desktop.ui.keeping.words import FieldBeside, Titles, fields_beside, kind_words, shortened
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped, label, rule_line

_TITLE = 36
"""Letters: the fields below say the rest."""
_VERBS = {"gone": "นำรายการที่ถูกลบกลับมา", "new": "เอารายการนี้ออก", "changed": "ใช้ตามข้อมูลสำรอง"}


def state_of(beside: Difference) -> str:
    if beside.same:
        return "same"
    return "gone" if beside.new is None else "new" if beside.old is None else "changed"


class BesidePane(QWidget):
    take_back = Signal(object)
    """The `Difference` that is to be as it was."""

    def __init__(self) -> None:
        super().__init__()
        self._beside: Difference | None = None
        self._may_change = True
        self._title = Wrapped(rank="heading")
        self.back = QPushButton()
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self._take)
        self._inside = QWidget()
        self._inside.setProperty("ground", "surface")
        self._rows = QGridLayout(self._inside)
        self._rows.setContentsMargins(PANEL, GAP, PANEL, GAP)
        self._rows.setHorizontalSpacing(PANEL)
        self._rows.setVerticalSpacing(NEAR)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName("รายละเอียดของรายการ")
        self._area.setWidget(self._inside)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self._title, 1)
        head.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignTop)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        self.show_record(None, Titles())

    def allow_changes(self, allowed: bool) -> None:
        self._may_change = allowed

    def show_record(self, beside: Difference | None, titles: Titles) -> None:
        self._beside = beside
        for at in reversed(range(self._rows.count())):
            item = self._rows.takeAt(at)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        state = state_of(beside) if beside is not None else "same"
        self.back.setVisible(self._may_change and state in _VERBS)
        self.back.setText(_VERBS.get(state, ""))
        if beside is None:
            self._title.say("เลือกรายการเพื่อดูรายละเอียด")
            return
        self._title.say(" · ".join(filter(None, (kind_words(beside.kind), shortened(titles.of(beside), _TITLE)))))
        rows = fields_beside(beside, titles, all_of_them=state == "same")
        if state == "changed":
            self._show_two_columns(rows)
        else:
            self._show_one_column(rows, was=state != "new")

    def say(self, words: str) -> None:
        """In the place of a record, where there is none to show."""
        self._title.say(words)

    def _show_two_columns(self, rows: tuple[FieldBeside, ...]) -> None:
        for column, words in enumerate(("ในข้อมูลสำรอง", "ปัจจุบัน")):
            self._rows.addWidget(label(words, tone="accent", rank="small"), 0, column)
            self._rows.setColumnStretch(column, 1)
        for number, row in enumerate(rows):
            at = 3 * number + 1
            self._rows.addWidget(rule_line(), at, 0, 1, 2)
            self._rows.addWidget(label(row.name, tone="muted", rank="small"), at + 1, 0, 1, 2)
            for column, text in enumerate((row.then, row.now)):
                self._rows.addWidget(_said(text), at + 2, column, alignment=Qt.AlignmentFlag.AlignTop)
        self._fill(3 * len(rows) + 1)

    def _show_one_column(self, rows: tuple[FieldBeside, ...], *, was: bool) -> None:
        self._rows.setColumnStretch(0, 1)
        self._rows.setColumnStretch(1, 0)
        for number, row in enumerate(rows):
            at = 2 * number
            self._rows.addWidget(label(row.name, tone="muted", rank="small"), at, 0)
            self._rows.addWidget(_said(row.then if was else row.now), at + 1, 0)
        self._fill(2 * len(rows))

    def _fill(self, row: int) -> None:
        for earlier in range(self._rows.rowCount()):
            self._rows.setRowStretch(earlier, 0)
        self._rows.addWidget(QWidget(), row, 0)
        self._rows.setRowStretch(row, 1)

    def _take(self) -> None:
        if self._beside is not None:
            self.take_back.emit(self._beside)


def _said(text: str) -> Wrapped:
    return Wrapped(text) if text else Wrapped("ว่าง", tone="muted")
