"""An indicator's score, always in sight while one writes about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ita_desktop.domain.scoring import IndicatorResult, half_up
from ita_desktop.ui.theme import GAP, NEAR, PANEL, set_property
from ita_desktop.ui.widgets.labels import Wrapped, label
from ita_desktop.ui.widgets.score_labels import ChangeLabel
from ita_desktop.ui.words import GROUPS


class ScoreLine(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("frame", "card")
        self._name = Wrapped(rank="heading")
        self._score = label(rank="title")
        self._change = ChangeLabel()
        self._note = Wrapped(tone="muted", rank="small")
        figures = QHBoxLayout()
        figures.setSpacing(GAP)
        figures.addWidget(self._name, 1)
        figures.addWidget(self._change)
        figures.addWidget(self._score)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.setSpacing(NEAR)
        column.addLayout(figures)
        column.addWidget(self._note)

    def show_result(self, result: IndicatorResult | None, note: str = "") -> None:
        """The figures of an indicator, and under them what else is worth knowing, such as the scores of items."""
        if result is None:
            self._name.say("ยังไม่ได้เลือกตัวชี้วัด")
            self._score.setText("")
            self._change.show_change(None)
        else:
            self._name.say(f"{result.number}. {result.name}")
            self._score.setText("–" if result.score is None else str(half_up(result.score)))
            self._change.show_change(result.change)
            set_property(self._score, "tone", GROUPS[result.group].tone if result.group else "muted")
        rank = f"อันดับ {result.rank}" if result and result.rank else ""
        group = GROUPS[result.group].text if result and result.group else ""
        words = " · ".join(filter(None, (group, rank, note)))
        self._note.say(words)
        self._note.setVisible(bool(words))
