"""Words that stand in a field and were not committed yet: the pages show them, the workbook does not have them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from ita_desktop.ui.form import Form
from ita_desktop.ui.widgets.date_edit import DateEdit


def as_typed(field: QWidget) -> object:
    """What a field would commit now."""
    typed = getattr(field, "typed_value", None)
    if typed is not None:
        return typed()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    if isinstance(field, QLineEdit) and not isinstance(field, DateEdit):
        return field.text().strip()
    return field.value()  # type: ignore[attr-defined]


def typed_values(form: Form, names: Iterable[str]) -> dict[str, object]:
    return {name: as_typed(form.field(name)) for name in names}


def lines_of(text: str) -> tuple[str, ...]:
    """One thing a line, as lists are typed."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
