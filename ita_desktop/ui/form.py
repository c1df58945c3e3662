"""A form is a list of named fields: label above, field below, a reason under it where something cannot be taken.

Loading never saves. What a person changed comes out as `committed(name, value)`, one field at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.labels import Wrapped


class Form(QWidget):
    committed = Signal(str, object)

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._fields: dict[str, Any] = {}
        self._loading = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(PANEL)
        self._grid.setVerticalSpacing(GAP + NEAR)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._next = 0

    def add(self, name: str, title: str, field: QWidget, *, wide: bool = True, tip: str = "") -> None:
        """A field over the whole width, or, where not `wide`, beside its neighbour."""
        caption = QLabel(title)
        caption.setIndent(0)
        caption.setProperty("tone", "muted")
        caption.setProperty("rank", "small")
        caption.setBuddy(field)
        caption.setToolTip(tip)
        field.setAccessibleName(title)
        if tip:
            field.setToolTip(tip)
        reason = Wrapped(tone="bad", rank="small")
        reason.hide()
        box = QVBoxLayout()
        box.setSpacing(NEAR)
        box.addWidget(caption)
        box.addWidget(field)
        box.addWidget(reason)
        box.addStretch()
        if wide and self._next % self._columns:
            self._next += self._columns - self._next % self._columns
        row, column = divmod(self._next, self._columns)
        self._grid.addLayout(box, row, column, 1, self._columns if wide else 1)
        self._next += self._columns if wide else 1
        self._fields[name] = field
        field.committed.connect(lambda value: self._commit(name, value))  # type: ignore[attr-defined]
        if hasattr(field, "refused"):
            field.refused.connect(reason.say)
            field.refused.connect(lambda why: reason.setVisible(bool(why)))

    def add_widget(self, widget: QWidget) -> None:
        """Something between the fields: a heading, a line of figures, buttons."""
        self._next += -self._next % self._columns
        self._grid.addWidget(widget, self._next // self._columns, 0, 1, self._columns)
        self._next += self._columns

    def field(self, name: str) -> QWidget:
        found: QWidget = self._fields[name]
        return found

    def value(self, name: str) -> object:
        found: object = self._fields[name].value()
        return found

    def load(self, values: Mapping[str, object]) -> None:
        self._loading = True
        try:
            for name, value in values.items():
                self._fields[name].set_value(value)
        finally:
            self._loading = False

    def flush(self) -> None:
        """Commit what was typed in the field that still has the focus."""
        for field in self._fields.values():
            field.flush()

    def focus(self, name: str, start: int | None = None, end: int | None = None) -> None:
        """Go to a field; with a place, its words are selected."""
        field = self._fields.get(name)
        if field is None:
            return
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if start is not None and hasattr(field, "select_range"):
            field.select_range(start, end if end is not None else start)

    def _commit(self, name: str, value: object) -> None:
        if not self._loading:
            self.committed.emit(name, value)
