"""What findings and measures have in common: a list with the form of the chosen record, and other views of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.ui.form import Form
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, Record, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import side_by_side
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.segments import Segments, Way

LIST, TABLE = "list", "table"
AS_LIST = Way(LIST, "รายการ", "view-list", "รายการกับรายละเอียด")
AS_TABLE = Way(TABLE, "ตาราง", "view-table", "กรอกหลายรายการพร้อมกันในตาราง")


class RecordTab(Tab):
    pane: ListPane
    detail: Detail
    form: Form
    table: Table
    model: RecordTable
    ways: Segments

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._record: Any = None
        """The one whose form is shown."""
        self._way = LIST
        self._views: dict[str, RecordList | Table] = {}

    # Making

    def put_together(self, ways: Sequence[Way], views: Mapping[str, RecordList | Table]) -> None:
        """The list and other views of it at the left, the form at the right; a view other than the list has it all."""
        self._views = {LIST: self.pane.list, **views}
        for view in views.values():
            self.pane.add_view(view)
            view.opened.connect(self._open_from_view)
        for view in self._views.values():
            if isinstance(view, RecordList):
                view.explain_by(self.session.explain)
        self.ways = Segments("มุมมอง", ways)
        self.ways.choose(LIST)
        self.ways.chosen.connect(self.look_through)
        self.corner = self.ways
        self.pane.list.current.connect(self.look_at)
        self.pane.arranged.connect(self.show_list)
        self.setFocusProxy(self.pane.list)
        halves = side_by_side(self.pane, self.detail, sizes=(480, 720), stretch=(2, 3))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, GAP)
        whole.addWidget(halves)

    def make_table(self, name: str, columns: Sequence[Column], verbs: Sequence[QAction]) -> None:
        self.model = RecordTable(columns, parent=self)
        self.model.edited.connect(self._save_edits)
        self.model.refused.connect(self.session.messages.error)
        self.table = Table(self.model, name)
        self.table.allow_sorting()
        self.table.set_rows_high(1.4)
        self.table.addActions(list(verbs))

    # Ways to look

    @property
    def view(self) -> RecordList | Table:
        """What the records are seen in."""
        return self._views[self._way]

    def look_through(self, name: str) -> None:
        """The record one was at stays the one; a view without a form has the whole width."""
        if name == self._way:
            return
        self.form.flush()
        record = self.current_record()
        self._way = name
        self.ways.choose(name)
        self.pane.look_through(self.view, grouped=name != TABLE)
        self.setFocusProxy(self.view)
        self.show_list()
        if record is not None:
            self.go_to(record.id)
        self.view.setFocus()

    def show_entries(self, entries: Iterable[Entry], keep: Callable[[Entry], bool], *, there_are_others: bool) -> None:
        """Those that are wanted, in the view one looks through; the list keeps up, for it knows what is chosen."""
        kept = self.pane.kept(entries, keep)
        self.pane.show_entries(kept, there_are_others=there_are_others)
        if self.view is self.table:
            self.table.show_records(self.rows([entry.record for entry in kept]))
        elif isinstance(self.view, RecordList) and self.view is not self.pane.list:
            self.view.show_entries(kept)
        self.detail.setVisible(not there_are_others or (self._way == LIST and bool(kept)))

    def show_list(self) -> None:
        """Make the entries anew and show them."""
        raise NotImplementedError

    def look_at(self, record: Record | None) -> None:
        """Show this record's form."""
        raise NotImplementedError

    def rows(self, records: list[Any]) -> list[Any]:
        """As they stand in the table: each with its `id`."""
        raise NotImplementedError

    def record_in(self, row: Any) -> Any:  # noqa: ANN401 - a finding or a measure
        """What a row of the table is made of."""
        raise NotImplementedError

    def chosen(self) -> list[Any]:
        found = self.view.selected_records()
        return [self.record_in(row) for row in found] if self.view is self.table else found

    def current_record(self) -> Any:  # noqa: ANN401
        found = self.view.current_record()
        return self.record_in(found) if found is not None and self.view is self.table else found

    def go_to(self, id: str) -> None:
        """In the view one looks through."""
        if isinstance(self.view, Table):
            self.view.go_to(id, max(0, self.view.currentIndex().column(), self._first_typed()))
        else:
            self.view.go_to(id)

    def _first_typed(self) -> int:
        return next(number for number, column in enumerate(self.model.columns) if column.read)

    def _open_from_view(self, found: Record) -> None:
        """A row of the table as well as a record: both know their id."""
        self.look_through(LIST)
        self.pane.list.go_to(found.id)
        self.form.setFocus()

    # Places and saving

    @override
    def forget(self) -> None:
        self._record = None

    @override
    def commit_typed(self) -> None:
        self.form.flush()

    @override
    def show_place(self, place: Place) -> None:
        if place.id is None:
            self.view.setFocus()
            return
        self.pane.show_all()
        self.look_through(LIST)
        self.show_list()
        self.pane.list.go_to(place.id)
        if place.field:
            field = place.field.partition("[")[0]
            self.form.focus(field, place.start, place.end)
            self.detail.scroll_to(self.form.field(field))
        else:
            self.pane.list.setFocus()

    def _save_edits(self, edits: list[Edit]) -> None:
        """Cells that were typed, pasted or filled together are one change."""
        changed: dict[str, Any] = {}
        for edit in edits:
            id = edit.record.id
            changed[id] = self.edited(changed.get(id) or self.record_in(edit.record), edit)
        self.save_all(list(changed.values()), len(edits))

    def edited(self, record: Any, edit: Edit) -> Any:  # noqa: ANN401
        """The record with what was typed in its row."""
        raise NotImplementedError

    def save_all(self, records: list[Any], cells: int) -> None:
        raise NotImplementedError
