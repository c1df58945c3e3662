"""What is read out to those who cannot see the window: its tree of names and roles, as a screen reader gets it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLineEdit, QWidget

from ita_desktop.ui.table import Table
from ita_desktop.ui.widgets.empty import EmptyState

ROLE = QAccessible.Role
PRESSED = {ROLE.Button, ROLE.ButtonMenu, ROLE.CheckBox, ROLE.RadioButton, ROLE.Link}
NAMED = PRESSED | {ROLE.ComboBox, ROLE.EditableText, ROLE.SpinBox, ROLE.List, ROLE.Table, ROLE.Tree, ROLE.PageTabList}
NAMED |= {ROLE.PageTab, ROLE.MenuItem, ROLE.ListItem, ROLE.ColumnHeader, ROLE.Dialog, ROLE.ProgressBar, ROLE.Slider}
DRAWN = "▲▼✓✗→←●○"
"""Signs that are read out as what they look like."""


def tree(part: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if part is None or not part.isValid() or part.state().invisible:
        return
    yield part
    for at in range(min(part.childCount(), 300)):
        yield from tree(part.child(at))


def name_of(part: QAccessibleInterface) -> str:
    """Of a choice, what it is for: Qt gives here what is chosen in it, and elsewhere its name."""
    if part.role() is ROLE.ComboBox:
        return part.object().accessibleName()
    return part.text(QAccessible.Text.Name).strip()


def unspoken(root: QWidget) -> Iterator[str]:
    """What has no name, or one that nobody can make anything of."""
    pressed: Counter[str] = Counter()
    for part in tree(QAccessible.queryAccessibleInterface(root)):
        name, role = name_of(part), part.role()
        made = type(part.object()).__name__
        if role in NAMED and not name:
            yield f"a {role.name} without a name: {made} {part.text(QAccessible.Text.Description)}"
        if role not in (ROLE.StaticText, ROLE.EditableText) and any(sign in name for sign in DRAWN):
            yield f"a {role.name} is read out with a drawing: {name}"
        if role in PRESSED and not part.state().disabled and not _says_so_again(part.object()):
            pressed[name] += 1
    yield from _pictures_alone(root)
    yield from (f"{count} things to press are called {name}" for name, count in pressed.items() if count > 1)


def _pictures_alone(root: QWidget) -> Iterator[str]:
    """Cells that show an icon and say nothing."""
    for table in root.findChildren(Table):
        model = table.model()
        for row in range(min(model.rowCount(), 40) if table.isVisible() else 0):
            for number, column in enumerate(model.columns):
                record = model.record(model.index(row, number))
                if column.icon and column.icon(record) and not (column.spoken or column.value)(record).strip():
                    yield f"an icon of {column.title} is not read out: {column.icon(record)}"


def _says_so_again(button: QWidget) -> bool:
    """Inside a field whose name one has just heard, or in the middle of an empty page: the verb of its toolbar."""
    parent = button.parentWidget()
    return isinstance(parent, QLineEdit | EmptyState)
