"""The page on which the tables are looked at: which are wanted, what their columns mean, what is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.recognise import FoundTable
from ita_desktop.ui import icons
from ita_desktop.ui.import_wizard.draft import Draft
from ita_desktop.ui.import_wizard.preview import LOOKS, Preview
from ita_desktop.ui.import_wizard.problems import ProblemPane
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in, one_above_the_other, side_by_side
from ita_desktop.ui.widgets.labels import Wrapped, heading, label
from ita_desktop.ui.wrapping import message

_LIST_WIDTH = 230
_HALVES = (420, 280)
_STRETCH = (3, 2)


class CheckingPage(QWidget):
    taken = Signal()
    """Other tables are wanted than before."""
    year_chosen = Signal(int)
    meant = Signal(int, int, object)
    """Table, column on its sheet, meaning."""
    mended = Signal(int, object)
    """Table, and what is to stand in which places of its sheet."""
    any_year = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self.source = label(tone="muted")
        self.source.setMinimumWidth(0)
        self.year = QComboBox()
        self.year.setAccessibleName("นำเข้าเป็นข้อมูลของปี")
        self.year.activated.connect(lambda _number: self.year_chosen.emit(self.year.currentData()))
        self.tables = QListWidget()
        self.tables.setAccessibleName("ตารางที่พบ")
        self.tables.setSpacing(2)
        self.tables.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tables.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tables.currentRowChanged.connect(self._show_table)
        self.tables.itemChanged.connect(self._take)
        self.preview = Preview()
        self.preview.meant.connect(lambda column, meaning: self.meant.emit(self.number, column, meaning))
        self.preview.mended.connect(lambda place, text: self.mended.emit(self.number, {place: text}))
        self.only_problems = QCheckBox("เฉพาะแถวที่ควรดู")
        self.only_problems.toggled.connect(self.preview.show_only_problems)
        self.facts = heading("")
        self.facts.setMinimumWidth(0)
        self.problems = ProblemPane()
        self.problems.wanted.connect(self.preview.go_to)
        self.problems.mended.connect(lambda cells: self.mended.emit(self.number, cells))
        self.problems.any_year.connect(lambda: self.any_year.emit(self.number))
        self.problems.other_year.connect(self.year_chosen)
        self._lay_out()

    @property
    def number(self) -> int:
        """Which of the tables is looked at."""
        return self.tables.currentRow()

    def show_draft(self, draft: Draft, name: str, years: list[int]) -> None:
        """Everything anew, as after reading; the same table is looked at if it is still there."""
        at = max(self.number, 0)
        self._draft = draft
        self.source.setText(name)
        self.year.clear()
        for year in years:
            self.year.addItem(f"ปี {year}", year)
        self.year.setCurrentIndex(years.index(draft.known.year))
        self.tables.blockSignals(True)
        self.tables.clear()
        for number in range(len(draft.tables)):
            self.tables.addItem(QListWidgetItem())
            self._say(number)
        self.tables.blockSignals(False)
        self.tables.setCurrentRow(min(at, len(draft.tables) - 1))
        self._show_table(self.number)

    def show_again(self, number: int) -> None:
        """One table was read again."""
        self._say(number)
        if number == self.number:
            self._show_table(number)

    def _say(self, number: int) -> None:
        assert self._draft is not None
        table, item = self._draft.tables[number], self.tables.item(number)
        rows = f"{len(table.usable)} แถว" if table.usable else "ยังใช้ไม่ได้"
        year = f"ปี {table.year} · " if table.year else ""
        kinds = " และ".join(kind.label for kind in table.kinds)
        was = self.tables.blockSignals(True)
        item.setText(f"{kinds}\nแผ่นงาน {table.sheet}\n{year}{rows}")
        item.setToolTip(message(f"{kinds} {table.sheet}\n{table.title}".strip()))
        severities = {problem.severity for problem in table.problems}
        worst = next((severity for severity in (Severity.ERROR, Severity.WARNING) if severity in severities), None)
        item.setIcon(icons.icon(*LOOKS[worst]) if worst else icons.icon("done", "good"))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if table.usable else flags)
        wanted = number in self._draft.taken and bool(table.usable)
        item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.tables.blockSignals(was)

    def _take(self, item: QListWidgetItem) -> None:
        assert self._draft is not None
        number = self.tables.row(item)
        change = self._draft.taken.add if item.checkState() is Qt.CheckState.Checked else self._draft.taken.discard
        change(number)
        self.taken.emit()

    def _show_table(self, number: int) -> None:
        if self._draft is None or not 0 <= number < len(self._draft.tables):
            return
        table = self._draft.tables[number]
        self.facts.setText(_facts(table))
        self.preview.show_table(self._draft.grids[table.grid], table)
        self.problems.show_table(table, self._draft.known.year)
        self._make_room(for_problems=bool(table.problems))

    def _make_room(self, *, for_problems: bool) -> None:
        """Where nothing is wrong the sheet has it; where the officer drew the line between them it stays."""
        if for_problems == self.problems.list.isHidden():
            self.problems.list.setVisible(for_problems)
            self._halves.setStretchFactor(1, _STRETCH[1] if for_problems else 0)
            self._halves.setSizes(_HALVES if for_problems else (sum(_HALVES), 0))

    def _lay_out(self) -> None:
        left = QWidget()
        column = column_in(left)
        column.addWidget(heading("ตารางที่พบ"))
        column.addWidget(self.tables, 1)
        column.addWidget(Wrapped("เลือกตารางที่จะนำเข้า", tone="muted", rank="small"))
        upper = QWidget()
        row = QHBoxLayout()
        row.addWidget(self.facts, 1)
        row.addWidget(self.only_problems)
        column = column_in(upper)
        column.addLayout(row)
        column.addWidget(self.preview, 1)
        right = self._halves = one_above_the_other(upper, self.problems, sizes=_HALVES, stretch=_STRETCH)
        both = side_by_side(left, right, sizes=(_LIST_WIDTH, 800), stretch=(0, 1))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label("จาก"))
        head.addWidget(self.source, 1)
        head.addWidget(label("นำเข้าเป็นข้อมูลของ"))
        head.addWidget(self.year)
        column = column_in(self)
        column.addLayout(head)
        column.addWidget(both, 1)


def _facts(table: FoundTable) -> str:
    rejected = sum(row.rejected for row in table.rows)
    left_out = f" · ข้ามยอดรวมและหมายเหตุ {len(table.left_out)} แถว" if table.left_out else ""
    return f"อ่านได้ {len(table.rows):,} แถว{f' · ผิด {rejected:,} แถว' if rejected else ''}{left_out}"
