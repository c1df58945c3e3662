"""The left half of a tab: verbs, a line to filter by, a choice of headings, the list itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.ui import icons
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField

Keep = Callable[[Entry], bool]


class ListPane(QWidget):
    arranged = Signal()
    """Other headings or another filter are wanted: the entries are to be made anew."""

    def __init__(
        self, name: str, verbs: Sequence[QWidget], groupings: Sequence[tuple[str, str]], filters: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.list = RecordList(name)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("กรอง")
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(84)
        self.filter.setAccessibleName("กรองรายการ")
        self.filter.addAction(icons.icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.filter.textChanged.connect(self.arranged)
        self.grouping = ChoiceField([*groupings], as_wide_as_words=True)
        self.grouping.setAccessibleName("จัดกลุ่ม")
        self.grouping.set_value(groupings[0][0])
        self.grouping.committed.connect(self.arranged)
        self._nothing = EmptyState("find", "ไม่มีรายการที่ตรงกับที่กรองไว้", "เลิกกรอง", self.filter.clear)
        top, arrange = QHBoxLayout(), QHBoxLayout()
        for row in (top, arrange):
            row.setSpacing(GAP)
        for verb in verbs:
            top.addWidget(verb)
        top.addStretch()
        arrange.addWidget(self.filter, 1)
        for extra in (*filters, self.grouping):
            extra.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            arrange.addWidget(extra)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addLayout(arrange)
        column.addWidget(self._stack, 1)

    def show_entries(self, entries: Iterable[Entry], keep: Keep = lambda _entry: True) -> None:
        wanted = self.filter.text().strip().casefold()
        listed = [entry for entry in entries if keep(entry) and wanted in f"{entry.title} {entry.note}".casefold()]
        self.list.show_entries(listed)
        self._stack.setCurrentWidget(self.list if listed or not wanted else self._nothing)
