"""A name for something that is to be kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from ita_desktop.ui.dialogs import cancel_button, foot_row
from ita_desktop.ui.form import Form
from ita_desktop.ui.theme import APART, PANEL
from ita_desktop.ui.widgets.fields import LineField
from ita_desktop.ui.widgets.labels import Wrapped


class NameDialog(QDialog):
    def __init__(
        self,
        title: str,
        explained: str,
        verb: str,
        take: Callable[[str], str],
        parent: QWidget,
        *,
        proposal: str = "",
        caption: str = "ชื่อ",
    ) -> None:
        """`take` uses the name, or says why it cannot be used."""
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(title)
        self.setMinimumWidth(420)
        self.name = LineField()
        self.form = Form(columns=1)
        self.form.add("name", caption, self.name)
        self.form.load({"name": proposal})
        self.name.selectAll()
        self._trouble = Wrapped(tone="bad", rank="small")
        self._trouble.hide()
        self.verb = QPushButton(verb)
        self.verb.setDefault(True)
        self.verb.clicked.connect(self._accept)
        foot = foot_row(cancel_button(self), self.verb)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, PANEL, APART, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(Wrapped(explained, tone="muted"))
        column.addWidget(self.form)
        column.addWidget(self._trouble)
        column.addLayout(foot)

    def _accept(self) -> None:
        name = self.name.text().strip()
        reason = self._take(name) if name else "พิมพ์ชื่อก่อน"
        if reason:
            self._trouble.say(reason)
            self._trouble.show()
            self.name.setFocus()
        else:
            self.accept()
