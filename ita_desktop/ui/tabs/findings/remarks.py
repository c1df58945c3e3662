"""What the assessor wrote about the items of a finding, beside the form in which it is answered."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ita_desktop.domain.records import Finding, Year
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.labels import Wrapped, heading


class Remarks(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self._said = Wrapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.setSpacing(NEAR)
        column.addWidget(heading("ผู้ประเมินเขียนไว้"))
        column.addWidget(self._said)

    def said(self) -> str:
        return self._said.said()

    def show_finding(self, year: Year, finding: Finding) -> None:
        """About its items; a finding that names none is about all items of its indicator."""
        mine = finding.items or tuple(
            item.code for item in year.framework.items if item.indicator == finding.indicator is not None
        )
        lines = [f"{remark.item}  {remark.text}" for remark in year.remarks if remark.item in mine]
        self._said.say("\n".join(lines))
        self.setVisible(bool(lines))
