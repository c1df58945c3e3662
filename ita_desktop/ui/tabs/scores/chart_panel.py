"""The picture beside the table: one of four, and a copy of it for Word."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QWidget

from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results
from ita_desktop.ui.chart_view import ChartView
from ita_desktop.ui.session import Session
from ita_desktop.ui.tabs.scores.charts import KINDS, ChartKind
from ita_desktop.ui.theme import GAP, NEAR
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import card


class ChartPanel(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._kind = KINDS[0]
        self._shown: tuple[Year, Results] | None = None
        self.view = ChartView()
        self._empty = EmptyState("chart-ranking", "")
        frame = card()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = column_in(frame, margin=GAP)
        column.addLayout(self._verbs())
        column.addWidget(self._stack, 1)
        whole = column_in(self)
        whole.addWidget(frame)
        self.setMinimumWidth(320)

    def _verbs(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(NEAR)
        self._buttons: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        for kind in KINDS:
            button = icon_button(kind.icon, kind.title, checkable=True)
            button.setAutoExclusive(True)
            button.setChecked(kind is self._kind)
            button.clicked.connect(lambda _checked=False, kind=kind: self.choose(kind))
            group.addButton(button)
            self._buttons[kind.key] = button
            row.addWidget(button)
        row.addStretch()
        copy = icon_button("copy-picture", "คัดลอกเป็นรูปภาพ")
        copy.clicked.connect(self.view.copy_picture)
        row.addWidget(copy)
        return row

    def show_year(self, year: Year, results: Results) -> None:
        self._shown = (year, results)
        chart = self._kind.make(year, results)
        if chart is None:
            self._empty.say(self._kind.missing)
            self._stack.setCurrentWidget(self._empty)
            return
        self.view.show_chart(chart)
        self._stack.setCurrentWidget(self.view)

    def choose(self, kind: ChartKind) -> None:
        self._kind = kind
        self._buttons[kind.key].setChecked(True)
        if self._shown is not None:
            self.show_year(*self._shown)
