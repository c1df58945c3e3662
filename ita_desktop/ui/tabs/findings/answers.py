"""The measures that answer a finding, each a way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Finding, Measure, Year
from ita_desktop.ui.widgets.flow import FlowLayout
from ita_desktop.ui.widgets.labels import heading

_LONGEST = 60


class Answers(QWidget):
    wanted = Signal(object)
    """The `Place` of a measure."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)

    def show_finding(self, year: Year, finding: Finding) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        answering = [measure for measure in year.measures if finding.id in measure.findings]
        self.setVisible(bool(answering))
        if answering:
            self._flow.addWidget(heading("มาตรการที่รองรับ"))
        for measure in answering:
            self._flow.addWidget(self._way_to(measure))

    def _way_to(self, measure: Measure) -> QPushButton:
        link = QPushButton(_short(measure.title) or "มาตรการที่ยังไม่มีชื่อ")
        link.setProperty("look", "flat")
        link.setToolTip(measure.title)
        link.clicked.connect(lambda _checked=False: self.wanted.emit(Place("measure", measure.id)))
        return link


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2].rstrip()} …"
