"""What our dialogs have in common: they fit on small screens and close themselves up."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from ita_desktop.ui.explainer import Explainer
from ita_desktop.ui.help_key import HelpKey
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.enter import EnterPresses


def resize_to_fit(dialog: QDialog, width: int, height: int) -> None:
    """As large as wanted, and never larger than the screen: at 150 % an office's screen is 911 by 512."""
    room = dialog.screen().availableGeometry()
    dialog.resize(min(width, room.width() - 16), min(height, room.height() - 40))


def open_dialog(dialog: QDialog, *, about: str = "") -> None:
    """Over its window, which goes on living; it is gone when it is closed. `about` = the page of help for F1; without
    one it is that of the tab."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    EnterPresses(dialog)
    window = _window_under(dialog)
    while window is not None:
        if (explainer := window.findChild(Explainer)) is not None:
            explainer.watch(dialog)
        if (help_key := window.findChild(HelpKey)) is not None:
            help_key.watch(dialog, about)
        window = _window_under(window)
    dialog.open()


def _window_under(window: QWidget) -> QWidget | None:
    owner = window.parentWidget()
    return owner.window() if owner is not None else None


def cancel_button(dialog: QDialog) -> QPushButton:
    cancel = QPushButton("ยกเลิก")
    cancel.clicked.connect(dialog.reject)
    return cancel


def foot_row(*verbs: QPushButton) -> QHBoxLayout:
    """What one can do, at the right below everything: the way out first, the verb of the dialog last."""
    row = QHBoxLayout()
    row.setContentsMargins(0, GAP, 0, 0)
    row.setSpacing(GAP)
    row.addStretch()
    for verb in verbs:
        row.addWidget(verb)
    return row


def closing_row(dialog: QDialog) -> QHBoxLayout:
    """For dialogs whose fields are saved as one goes: nothing to accept, only to be done with."""
    close = QPushButton("เสร็จแล้ว")
    close.setDefault(True)
    close.setAutoDefault(False)
    close.clicked.connect(dialog.accept)
    return foot_row(close)
