"""A form is a list of named fields: label above, field below, a reason under it where something cannot be taken.

Loading never saves. What a person changed comes out as `committed(name, value)`, one field at a time.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.fields import LineField
from ita_desktop.ui.widgets.labels import Wrapped


class Form(QWidget):
    committed = Signal(str, object)

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._fields: dict[str, Any] = {}
        self._loading = False
        self._loaded: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(PANEL)
        self._grid.setVerticalSpacing(GAP + NEAR)
        self._parts: list[tuple[QVBoxLayout | QWidget, bool]] = []
        """What stands in it, and whether it has the whole width."""
        self._side_by_side = columns

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
        self._put(box, wide=wide)
        self._fields[name] = field
        field.committed.connect(lambda value: self._commit(name, value))  # type: ignore[attr-defined]
        if hasattr(field, "refused"):
            field.refused.connect(reason.say)
            field.refused.connect(lambda why: reason.setVisible(bool(why)))

    def add_widget(self, widget: QWidget) -> None:
        """Something between the fields: a heading, a line of figures, buttons."""
        self._put(widget, wide=True)

    # Where the parts stand: beside each other where there is room

    def _put(self, part: QVBoxLayout | QWidget, *, wide: bool) -> None:
        self._parts.append((part, wide))
        self._arrange()

    def _arrange(self) -> None:
        columns, at = self._side_by_side, 0
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for part, wide in self._parts:
            at += -at % columns if wide else 0
            row, column = divmod(at, columns)
            span = columns if wide else 1
            if isinstance(part, QWidget):
                self._grid.addWidget(part, row, column, 1, span)
            else:
                self._grid.removeItem(part)
                part.setParent(None)
                self._grid.addLayout(part, row, column, 1, span)
            at += span

    def _narrowest(self) -> int:
        """What the widest of the fields that can stand beside another one needs."""
        return max((part.minimumSize().width() for part, wide in self._parts if not wide), default=0)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(max(self._narrowest(), *self._wide_ones()), hint.height())

    def _wide_ones(self) -> list[int]:
        parts = (part for part, wide in self._parts if wide)
        return [
            0,
            *(
                part.minimumSizeHint().width() if isinstance(part, QWidget) else part.minimumSize().width()
                for part in parts
            ),
        ]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = (self._narrowest() + PANEL) * self._columns - PANEL <= event.size().width()
        columns = self._columns if room else 1
        if columns != self._side_by_side:
            self._side_by_side = columns
            self._arrange()

    def field(self, name: str) -> QWidget:
        found: QWidget = self._fields[name]
        return found

    def value(self, name: str) -> object:
        found: object = self._fields[name].value()
        return found

    def load(self, values: Mapping[str, object], *, of: object = None) -> None:
        """`of` says whose values these are: where the same one is shown again, what a field refused is not lost."""
        again = of is not None and of == self._loaded
        self._loaded = of
        self._loading = True
        try:
            for name, value in values.items():
                field = self._fields[name]
                still_refused = isinstance(field, LineField) and field.is_refused() and field.value() == value
                if not (again and still_refused):
                    field.set_value(value)
        finally:
            self._loading = False

    def forget(self) -> None:
        """What is loaded next is of another year or workbook, by whatever name."""
        self._loaded = None

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
