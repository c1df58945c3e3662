"""What findings and measures have in common: a list with the form of the chosen record, and other views of the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.draft_bar import draft, draft_with_a_look
from ita_desktop.ui.form import Form
from ita_desktop.ui.list_pane import ListPane
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, Record, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import side_by_side
from ita_desktop.ui.widgets.buttons import verb
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.segments import Segments, Way

LIST, TABLE = "list", "table"
AS_LIST = Way(LIST, "รายการ", "view-list", "รายการกับรายละเอียด")
AS_TABLE = Way(TABLE, "ตาราง", "view-table", "กรอกหลายรายการพร้อมกันในตาราง")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What a tab's records are called in places and in a Year, and the actions that can be done with them."""

    name: str
    plural: str
    record: type
    titles: Mapping[str, str]
    """The fields of the form, as undo and the history call them."""
    first: str
    """The field that is written first."""
    change: Callable[..., None]
    change_many: Callable[..., None]
    duplicate: Callable[..., str]
    move: Callable[..., None]
    delete: Callable[..., None]
    give_back: Callable[..., None]


class RecordTab(Tab):
    kind: Kind
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
        self._of_a_record: list[QAction | QWidget] = []
        """What can be done only where a record is chosen."""

    # Making

    def seldom_verbs(self, *, keep: str) -> list[QAction]:
        """What is done seldom with a record, for the menus of list and bar."""
        return [
            verb(self, "เลื่อนขึ้นในเอกสาร", "up", "Alt+Up", lambda: self.move_by(-1)),
            verb(self, "เลื่อนลงในเอกสาร", "down", "Alt+Down", lambda: self.move_by(+1)),
            verb(self, "ทำสำเนา", "duplicate", "Ctrl+Shift+D", self.duplicate, everywhere=True),
            verb(self, "ประวัติการแก้ไข", "restore", "Ctrl+H", self.show_history, everywhere=True),
            verb(self, "ร่างให้เฉพาะตัวชี้วัดนี้", "draft", "Ctrl+Shift+R", self.draft_again, everywhere=True),
            verb(self, keep, "shield", "", self.keep_in_library),
        ]

    def put_together(
        self, ways: Sequence[Way], views: Mapping[str, RecordList | Table], verbs: Sequence[QAction], *, delete: str
    ) -> None:
        """The list and other views of it at the left, the form at the right; a view other than the list has it all."""
        self._views = {LIST: self.pane.list, **views}
        for view in views.values():
            self.pane.add_view(view)
            view.opened.connect(self._open_from_view)
        away = verb(self, delete, "delete", "Delete", self.delete)
        row_away = verb(self, delete, "delete", "Ctrl+Delete", self.delete)  # in a table, Delete empties cells
        self._of_a_record = [*verbs, away, row_away, *self.pane.of_a_record]
        for view in self._views.values():
            view.addActions([*verbs, row_away if view is self.table else away])
            if isinstance(view, RecordList):
                view.explain_by(self.session.explain)
        self.ways = Segments("มุมมอง", ways)
        self.ways.choose(LIST)
        self.ways.chosen.connect(self.look_through)
        self.corner = self.ways
        self.pane.list.current.connect(self.look_at)
        self.pane.list.opened.connect(lambda _record: self._write())
        self.pane.arranged.connect(self.show_list)
        self.setFocusProxy(self.pane.list)
        halves = side_by_side(self.pane, self.detail, sizes=(480, 720), stretch=(2, 3))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, GAP)
        whole.addWidget(halves)

    def make_table(self, name: str, columns: Sequence[Column]) -> None:
        self.model = RecordTable(columns, parent=self)
        self.model.edited.connect(self._save_edits)
        self.model.refused.connect(self.session.messages.error)
        self.table = Table(self.model, name)
        self.table.allow_sorting()
        self.table.set_rows_high(1.4)

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

    def look_at(self, record: Any) -> None:  # noqa: ANN401 - a finding, a measure, or none
        """Show its form; what was typed in the form of another one is saved with that one."""
        if self._record is not None and (record is None or record.id != self._record.id):
            self.form.flush()
        self._record = record
        self.detail.show_form(record is not None)
        for each in self._of_a_record:
            each.setEnabled(record is not None)
        if record is not None and self.session.year is not None:
            self.fill_form(record, self.session.year)

    def fill_form(self, record: Any, year: Year) -> None:  # noqa: ANN401
        """The form of a record, and what stands around it."""
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
        self._write()

    def _write(self) -> None:
        """In the form, at what is written first."""
        self.form.focus(self.kind.first)
        self.detail.scroll_to(self.form.field(self.kind.first))

    # Places

    @override
    def forget(self) -> None:
        self._record = None
        if self._built:
            self.form.forget()

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

    # Verbs

    def draft(self) -> None:
        self.form.flush()
        draft_with_a_look(self.session, self, self.kind.plural)

    def draft_again(self) -> None:
        if self._record is not None:
            draft(self.session, self.kind.plural, indicator=self._record.indicator)

    def duplicate(self) -> None:
        record = self.current_as_typed()
        if record is not None:
            self.go_to_new(self.session.run_in_year(self.kind.duplicate, record))

    def move_by(self, by: int) -> None:
        record = self.current_as_typed()
        if record is not None:
            self.session.run_in_year(self.kind.move, record, by)

    def delete(self) -> None:
        """Undo brings them back, so nobody is asked."""
        records = self.chosen_as_typed()
        if records:
            self.session.run_in_year(self.kind.delete, records)

    def keep_in_library(self) -> None:
        """For later years, and for the office next door."""
        raise NotImplementedError

    def show_history(self) -> None:
        from ita_desktop.ui.history_dialog import HistoryDialog

        document, year, record = self.session.document, self.session.year, self.current_as_typed()
        if document is None or year is None or record is None:
            return
        past = document.history(year.number, self.kind.record, record.id)
        dialog = HistoryDialog(record, past, self.kind.titles, self)
        dialog.chosen.connect(lambda then: self.session.run_in_year(self.kind.give_back, then))
        open_dialog(dialog)

    def go_to_new(self, id: str | None) -> None:
        if id is not None:
            self.show_place(Place(self.kind.name, id, self.kind.first))

    def chosen_as_typed(self) -> list[Any]:
        """Those that are chosen, with what was typed in the form until now."""
        return self._as_typed(self.chosen())

    def current_as_typed(self) -> Any:  # noqa: ANN401
        """The one that the officer is at, with what was typed in its form until now."""
        record = self.current_record()
        return next(iter(self._as_typed([record])), None) if record is not None else None

    def _as_typed(self, records: list[Any]) -> list[Any]:
        self.form.flush()
        now = {record.id: record for record in getattr(self.session.year, self.kind.plural, ())}
        return [now[record.id] for record in records if record.id in now]

    # Saving

    def save_field(self, name: str, value: object) -> None:
        """What was filled in in the form."""
        if self._record is not None:
            self._record = self.with_value(self._record, name, value)
            self.session.run_in_year(self.kind.change, self._record, self.kind.titles[name])

    def _save_edits(self, edits: list[Edit]) -> None:
        """Cells that were typed, pasted or filled together are one change."""
        changed: dict[str, Any] = {}
        for edit in edits:
            record = changed.get(edit.record.id) or self.record_in(edit.record)
            changed[record.id] = self.with_value(record, edit.column.field, edit.value)
        self.session.run_in_year(self.kind.change_many, list(changed.values()), len(edits))

    def with_value(self, record: Any, name: str, value: object) -> Any:  # noqa: ANN401
        """The record with this in its field, and with what follows from it."""
        return replace(record, **{name: value})
