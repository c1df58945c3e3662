"""The left half of a tab: verbs, a line to filter by, a choice of headings, the list or another view of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.sought import holds, words_of
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.filters import Filters
from ita_desktop.ui.widgets.seeking import seeking_line

Keep = Callable[[Entry], bool]


class ListPane(QWidget):
    arranged = Signal()
    """Other headings or another filter are wanted: the entries are to be made anew."""

    def __init__(
        self,
        name: str,
        verbs: Sequence[QWidget],
        groupings: Sequence[tuple[str, str]],
        filters: Filters,
        *,
        of_a_record: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.of_a_record = of_a_record
        """Those of the verbs that need a record to be chosen."""
        self.list = RecordList(name)
        self.filters = filters
        self.filters.changed.connect(self.arranged)
        self.filter = seeking_line("กรองรายการ", "กรอง")
        self.filter.setMinimumWidth(84)
        self.filter.textChanged.connect(self.arranged)
        self.grouping = ChoiceField([*groupings], as_wide_as_words=True)
        self.grouping.setAccessibleName("จัดกลุ่ม")
        self.grouping.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.grouping.set_value(groupings[0][0])
        self.grouping.committed.connect(self.arranged)
        self._nothing = EmptyState("find", "ไม่มีรายการที่ตรงกับที่กรองไว้", "เลิกกรอง", self.show_all)
        self._view: QWidget = self.list
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        self._lay_out(verbs)

    def _lay_out(self, verbs: Sequence[QWidget]) -> None:
        top, arrange = QHBoxLayout(), QHBoxLayout()
        for row in (top, arrange):
            row.setSpacing(GAP)
        for verb in verbs:
            top.addWidget(verb)
        top.addStretch()
        arrange.addWidget(self.filter, 1)
        arrange.addWidget(self.filters)
        arrange.addWidget(self.grouping)
        column = column_in(self)
        column.addLayout(top)
        column.addLayout(arrange)
        column.addWidget(self._stack, 1)

    def add_view(self, view: QWidget) -> None:
        """Another way to look at the same records, in the list's place."""
        self._stack.addWidget(view)

    def look_through(self, view: QWidget, *, grouped: bool = True) -> None:
        """At the list, or at another view of it; one that is sorted by its columns knows no headings."""
        self._view = view
        self.grouping.setVisible(grouped)
        self._stack.setCurrentWidget(view)

    def kept(self, entries: Iterable[Entry], keep: Keep) -> list[Entry]:
        """Those of the entries that are wanted."""
        words = words_of(self.filter.text())
        return [entry for entry in entries if keep(entry) and holds(f"{entry.title} {entry.note}", words)]

    def show_entries(self, entries: Sequence[Entry], *, there_are_others: bool) -> None:
        self.list.show_entries(entries)
        self._stack.setCurrentWidget(self._view if entries or not there_are_others else self._nothing)

    def show_all(self) -> None:
        self.filter.clear()
        self.filters.clear()
