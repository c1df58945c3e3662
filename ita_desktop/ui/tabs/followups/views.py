"""The measures of a year, looked at in one of three ways: by round, by state, by owner. One filter serves them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ita_desktop.domain.progress import SETTLED, current_round, rounds_in_order
from ita_desktop.domain.records import Round, Year
from ita_desktop.ui.due import Due
from ita_desktop.ui.record_list import RecordList
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import RecordTable
from ita_desktop.ui.tabs.followups.board import Board
from ita_desktop.ui.tabs.followups.card import card_of
from ita_desktop.ui.tabs.followups.columns import FIRST_ROUND, columns
from ita_desktop.ui.tabs.followups.names import BOARD, BY_ROUND, OWNERS
from ita_desktop.ui.tabs.followups.owners import owner_entries
from ita_desktop.ui.tabs.followups.rows import MeasureRow, measure_rows
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.elided import Elided
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.filters import Filters
from ita_desktop.ui.words import OVERDUE, STATES

LATE, DUE = "late", "due"


class MeasureViews(QWidget):
    chosen = Signal(object, object)
    """The `MeasureRow` and the `Round` that are looked at."""
    opened = Signal()
    """Somebody wants to write about what is chosen."""
    moved = Signal(list, object, object)
    """Measures that are to be in a state by a round."""

    def __init__(self, verbs: Sequence[QWidget]) -> None:
        """`verbs` stand at the end of the row that filters."""
        super().__init__()
        self._due: Due | None = None
        self._rows: list[MeasureRow] = []
        self._rounds: tuple[Round, ...] = ()
        self._said: tuple[str, str] | None = None
        """Measure and round that are looked at."""
        self.way = BY_ROUND
        self.model = RecordTable((), parent=self)
        self.table = Table(self.model, "มาตรการและรอบติดตาม")
        self.table.set_rows_high(1.5)
        self.table.allow_sorting()
        self.table.selectionModel().currentChanged.connect(self._look_at_cell)
        self.board = Board()
        self.board.chosen.connect(self._look_at_card)
        self.board.opened.connect(lambda _measure: self.opened.emit())
        self.board.wanted.connect(lambda ids, state: self.moved.emit(ids, self.round, state))
        self.owners = RecordList("มาตรการตามผู้รับผิดชอบ")
        self.owners.current.connect(self._look_at_entry)
        self.owners.opened.connect(lambda _row: self.opened.emit())
        self.filters = Filters({"state": "สถานะ", "owner": "ผู้รับผิดชอบ", "indicator": "ตัวชี้วัด"})
        self.filters.changed.connect(self._show_rows)
        self._round_field = ChoiceField(as_wide_as_words=True)
        self._round_field.setAccessibleName("รอบที่แสดง")
        self._round_field.setToolTip("สถานะตามรายงานถึงรอบนี้ และรอบที่จะบันทึกเมื่อย้ายการ์ด")
        self._round_field.committed.connect(self._show_rows)
        self.summary = Elided(tone="muted")
        self._nothing = EmptyState("find", "ไม่มีมาตรการที่ตรงกับที่กรองไว้", "เลิกกรอง", self.filters.clear)
        self._lay_out(verbs)

    def _lay_out(self, verbs: Sequence[QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.filters)
        row.addWidget(self._round_field)
        row.addWidget(self.summary, 1)
        for verb in verbs:
            row.addWidget(verb)
        self._stack = QStackedWidget()
        for view in (self.table, self.board, self.owners, self._nothing):
            self._stack.addWidget(view)
        self._round_field.hide()
        column = column_in(self)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def add_verbs(self, verbs: Sequence[QAction]) -> None:
        """What can be done with the report that is looked at, in whichever way."""
        self.table.addActions(list(verbs))
        self.owners.addActions(list(verbs))
        self.board.add_verbs(verbs)

    # What is shown

    @property
    def round(self) -> Round | None:
        """The round that board and owners are about."""
        wanted = self._round_field.value()
        return next((round for round in self._rounds if round.id == wanted), None)

    @property
    def view(self) -> QWidget:
        return {BY_ROUND: self.table, BOARD: self.board, OWNERS: self.owners}[self.way]

    def forget(self) -> None:
        self._due = None
        self._rounds = ()
        self._said = None
        self._round_field.set_value(None)
        self.model.set_columns(())

    def look_through(self, way: str, due: Due | None) -> None:
        """What one looked at stays looked at."""
        said = self._said
        self.way = way
        self._round_field.setVisible(way != BY_ROUND)
        if due is not None:
            self.show_year(due)
        if said is not None:
            measure, round = said
            self._find(measure, round if way == BY_ROUND or self.round is None else self.round.id)

    def show_year(self, due: Due) -> None:
        year = due.year
        rounds = rounds_in_order(year)
        if rounds != self._rounds:
            self._rounds = rounds
            self.model.set_columns(columns(year))
            self._round_field.set_choices([(round.id, round.name) for round in rounds])
            now = current_round(year, due.today)
            if self.round is None and now is not None:
                self._round_field.set_value(now.id)
        self._due = due
        self._rows = measure_rows(due)
        self._ask(year)
        self._show_rows()

    def _ask(self, year: Year) -> None:
        states = [(state, look.text) for state, look in STATES.items()]
        self.filters.set_choices("state", [(LATE, OVERDUE.text), (DUE, "เกินกำหนดหรือครบกำหนดเดือนนี้"), *states])
        owners = dict.fromkeys((*year.office.divisions, *(owner for row in self._rows for owner in row.measure.owners)))
        self.filters.set_choices("owner", [(owner, owner) for owner in owners])
        used = {row.indicator for row in self._rows}
        numbers = [(i.number, f"{i.number}. {i.name}") for i in year.framework.indicators if i.number in used]
        self.filters.set_choices("indicator", numbers)

    def _show_rows(self) -> None:
        due, round = self._due, self.round
        if due is None:
            return
        rows = [row for row in self._rows if self._wanted(row, due)]
        if self.way == BY_ROUND:
            self.table.show_records(rows)
            if not self.table.currentIndex().isValid() and rows:
                self.table.choose(self.model.index(0, FIRST_ROUND))
        elif self.way == BOARD and round is not None:
            self.board.show_cards([card_of(row, round) for row in rows])
            self._choose_card()
        elif round is not None:
            self.owners.show_entries(owner_entries(due.year, rows, round))
        self._stack.setCurrentWidget(self.view if rows or not self._rows else self._nothing)
        self._summarise(rows)

    def _choose_card(self) -> None:
        """The one that is reported on, also when its state took it to another column; else the first."""
        chosen = self.board.current()
        if chosen and self._said is None:
            self._look_at_card(chosen)
        elif not chosen and not (self._said and self.board.go_to(self._said[0])):
            self.board.go_to_first()

    def _wanted(self, row: MeasureRow, due: Due) -> bool:
        state, owner, indicator = (self.filters.value(name) for name in ("state", "owner", "indicator"))
        if owner is not None and owner not in row.measure.owners:
            return False
        if indicator is not None and indicator != row.indicator:
            return False
        if state in (LATE, DUE):
            return row.far.late or (state == DUE and row.id in due.soon)
        return state is None or row.far.state == state

    def _summarise(self, rows: Sequence[MeasureRow]) -> None:
        done = sum(row.far.state in SETTLED for row in rows)
        late = sum(row.far.late for row in rows)
        words = [f"มาตรการ {len(rows)} ข้อ", f"แล้วเสร็จ {done}", f"{OVERDUE.text} {late}" if late else ""]
        self.summary.say(" · ".join(filter(None, words)), short=words[2] or f"{len(rows)} ข้อ")

    # What is looked at

    def go_to(self, measure: str, round: str = "") -> bool:
        """Show this report, in whichever way measures are looked at now."""
        self.filters.clear()
        return self._find(measure, round)

    def go_to_round(self, round: str) -> None:
        """At the measure one is at; where there is none, at the first."""
        measure = self._said[0] if self._said else self._rows[0].id if self._rows else ""
        self._find(measure, round)
        self.view.setFocus()

    def _find(self, measure: str, round: str) -> bool:
        known = [each.id for each in self._rounds]
        if self.way == BY_ROUND:
            return self.table.go_to(measure, FIRST_ROUND + known.index(round) if round in known else FIRST_ROUND)
        if round in known and round != self._round_field.value():
            self._round_field.set_value(round)
            self._show_rows()
        if self.way == BOARD:
            return self.board.go_to(measure)
        row = next((row for row in self._rows if row.id == measure), None)
        return row is not None and self.owners.go_to((measure, row.owners[0]))

    def show_due(self) -> None:
        """What is late, and what is to be reported this month."""
        self.filters.clear()
        self.filters.choose("state", DUE)

    def _look_at_cell(self) -> None:
        index = self.table.currentIndex()
        place = max(index.column() - FIRST_ROUND, 0)
        if index.isValid() and self._rounds:
            self._say(self.model.record(index), self._rounds[min(place, len(self._rounds) - 1)])
        else:
            self._say(None, None)

    def _look_at_card(self, measure: str) -> None:
        self._say(next((row for row in self._rows if row.id == measure), None), self.round)

    def _look_at_entry(self, row: MeasureRow | None) -> None:
        self._say(row, self.round)

    def _say(self, row: MeasureRow | None, round: Round | None) -> None:
        self._said = (row.id, round.id) if row and round else None
        self.chosen.emit(row.measure if row else None, round)
