"""The page that shows what an import would do before it is done, and afterwards what it did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ita_desktop.actions.outcomes import Duplicates, RowState
from ita_desktop.actions.sheets import Summary
from ita_desktop.ui.import_wizard.outcome import Line, in_words, lines, outcome_list
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.labels import Wrapped, label

_DUPLICATES = {
    Duplicates.STOP: "หยุด ยังไม่นำเข้า",
    Duplicates.UPDATE: "แก้ตามตาราง",
    Duplicates.SKIP: "คงค่าเดิมไว้ ข้ามแถวนั้น",
}
_DONE = "สำรองข้อมูลก่อนนำเข้าแล้ว และเลิกทำทั้งหมดได้ด้วย Ctrl+Z"


@dataclass(frozen=True)
class Shown:
    """A summary made ready to be shown, which a long one takes a while for: in whatever thread."""

    summary: Summary
    lines: Sequence[Line]

    @classmethod
    def of(cls, summary: Summary) -> Shown:
        return cls(summary, tuple(lines(summary)))


class RehearsalPage(QWidget):
    choice_changed = Signal()
    """Something else is to happen to rows that differ from the workbook."""

    def __init__(self) -> None:
        super().__init__()
        self.summary: Summary | None = None
        self.counts = Wrapped("", rank="heading")
        self.duplicates = QComboBox()
        self.duplicates.setAccessibleName("เมื่อข้อมูลในสมุดงานไม่ตรงกับตาราง")
        for choice, words in _DUPLICATES.items():
            self.duplicates.addItem(words, choice)
        self.duplicates.activated.connect(self._choose)
        self._chosen = False
        """The officer has said what is to happen. Else nothing is written over, unless our own sheet came back."""
        self._differing = label()
        self.question = QWidget()
        self.outcome = outcome_list(self)
        self._lay_out()

    @property
    def on_duplicates(self) -> Duplicates:
        return Duplicates(self.duplicates.currentData())

    @property
    def rejected(self) -> int:
        return self.summary.count(RowState.ERROR) if self.summary else 0

    @property
    def can_go_on(self) -> bool:
        """There is something to take over, and it is said what becomes of rows that differ."""
        if self.summary is None or (self.summary.differing and self.on_duplicates is Duplicates.STOP):
            return False
        return bool(self.summary.count(RowState.NEW) + self.summary.count(RowState.UPDATED))

    def forget(self) -> None:
        self.summary = None

    def show_plan(self, shown: Shown) -> None:
        differing = shown.summary.differing
        if differing and not self._chosen and shown.summary.came_back:
            self.duplicates.setCurrentIndex(
                self.duplicates.findData(Duplicates.UPDATE)
            )  # a rehearsal for it says the same
        self._differing.setText(f"มี {differing:,} แถวที่สมุดงานมีอยู่แล้วและไม่ตรงกับตาราง (เทียบตามปีและรายการ)")
        self.question.setVisible(bool(differing))
        self._show(shown, f"จะนำเข้าในปี {shown.summary.year}: {in_words(shown.summary)}")

    def show_done(self, shown: Shown) -> None:
        self.question.hide()
        self._show(shown, f"นำเข้าในปี {shown.summary.year} แล้ว: {in_words(shown.summary)}\n{_DONE}")

    def _choose(self) -> None:
        self._chosen = True
        self.choice_changed.emit()

    def _show(self, shown: Shown, words: str) -> None:
        self.summary = shown.summary
        self.counts.say(words)
        self.outcome.show_records(shown.lines)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self.question)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._differing)
        row.addWidget(self.duplicates)
        row.addStretch()
        column = column_in(self)
        column.addWidget(self.counts)
        column.addWidget(self.question)
        column.addWidget(self.outcome, 1)
