"""What a backup holds against what the workbook holds now: a list of records to look through, and one in its fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.actions import backups as looking
from ita_desktop.actions.backups import Difference
from ita_desktop.domain.workbook import Workbook
from ita_desktop.ui.keeping.beside_pane import BesidePane, state_of
from ita_desktop.ui.keeping.words import Titles, kind_words
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in, one_above_the_other
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.seeking import seeking_line

_STATES = {
    "same": ("เหมือนเดิม", "done", "muted"),
    "changed": ("แก้ไขแล้ว", "draft", "accent"),
    "gone": ("ถูกลบไปแล้ว", "remove", "bad"),
    "new": ("เพิ่มภายหลัง", "add", "good"),
}
_DIFFERENT, _EVERYTHING = "different", "everything"


class ComparedPane(QWidget):
    take_back = Signal(object)
    """The `Difference` that is to be as the backup has it."""

    def __init__(self) -> None:
        super().__init__()
        self._is_compared = False
        """Whether there is a workbook of now beside the backup."""
        self._besides: tuple[Difference, ...] = ()
        self._titles = Titles()
        self.show_which = ChoiceField([(_DIFFERENT, "ที่ต่างจากปัจจุบัน"), (_EVERYTHING, "ทุกรายการ")], as_wide_as_words=True)
        self.show_which.setAccessibleName("รายการที่แสดง")
        self.show_which.set_value(_DIFFERENT)
        self.filter = seeking_line("กรองรายการ", "กรอง")
        self._model = RecordTable(
            (
                Column(title="ปี", value=lambda each: str(each.year or ""), width=56),
                Column(title="ชนิด", value=lambda each: kind_words(each.kind), width=130),
                Column(title="รายการ", value=self._title_of),
                Column(
                    title="เทียบกับปัจจุบัน",
                    value=lambda each: self._state(each)[0],
                    icon=lambda each: self._state(each)[1],
                    tone=lambda each: self._state(each)[2],
                    width=156,
                ),
            ),
            key=lambda each: (each.kind, each.year, each.id),
            parent=self,
        )
        self.table = Table(self._model, "รายการในข้อมูลสำรอง", whole_rows=True)
        self.beside = BesidePane()
        self._lay_out()
        self.show_which.committed.connect(lambda _which: self._show_records())
        self.filter.textChanged.connect(self._show_records)
        self.table.current.connect(self._show_record)
        self.beside.take_back.connect(self.take_back)

    def _lay_out(self) -> None:
        sieve = QHBoxLayout()
        sieve.setSpacing(GAP)
        sieve.addWidget(self.show_which)
        sieve.addWidget(self.filter, 1)
        upper = QWidget()
        column = column_in(upper)
        column.addLayout(sieve)
        column.addWidget(self.table, 1)
        column = column_in(self)
        column.addWidget(one_above_the_other(upper, self.beside, sizes=(260, 260)))

    def compare(self, then: Workbook | None, now: Workbook | None, *, may_change: bool) -> None:
        """Without `then` there is nothing to see; without `now` everything in the backup is shown as it is there."""
        self._is_compared = now is not None
        self._besides = looking.side_by_side(then, now or then) if then is not None else ()
        self._titles = Titles(*(each for each in (then, now) if each is not None))
        different = sum(not each.same for each in self._besides)
        self.show_which.set_choices(
            [(_DIFFERENT, f"ที่ต่างจากปัจจุบัน {different:,}"), (_EVERYTHING, f"ทุกรายการ {len(self._besides):,}")]
        )
        self.show_which.setVisible(self._is_compared)
        self.beside.allow_changes(may_change and self._is_compared)
        self._show_records()

    def _show_records(self) -> None:
        wanted = self.filter.text().strip().casefold()
        every = self.show_which.value() == _EVERYTHING or not self._is_compared
        shown = [
            each
            for each in self._besides
            if (every or not each.same)
            and wanted in f"{each.year} {kind_words(each.kind)} {self._titles.of(each)}".casefold()
        ]
        self.table.show_records(shown)
        if shown and not self.table.currentIndex().isValid():
            self.table.choose(self._model.index(0, 0))
        self._show_record(self.table.current_record())

    def _show_record(self, each: Difference | None) -> None:
        self.beside.show_record(each, self._titles)
        if each is None and self._besides and not self.filter.text():
            self.beside.say("เหมือนกับสมุดงานปัจจุบันทุกรายการ")

    def _title_of(self, each: Difference) -> str:
        return self._titles.of(each)

    def _state(self, each: Difference) -> tuple[str, str, str]:
        return _STATES[state_of(each)] if self._is_compared else ("", "", "muted")
