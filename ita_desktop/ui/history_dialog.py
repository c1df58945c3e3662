"""What a record was, when it changed, and a way back to any of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.storage.history import Past
from ita_desktop.thai.dates import moment_words
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.keeping.words import value_words
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped, card


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was otherwise then."""

    name: str
    then: str


def differences(then: object, after: object, names: Mapping[str, str]) -> list[Difference]:
    """What the change took away: the fields that read otherwise before it."""
    return [
        Difference(title, value_words(getattr(then, name)))
        for name, title in names.items()
        if getattr(then, name) != getattr(after, name)
    ]


class HistoryDialog(QDialog):
    chosen = Signal(object)
    """A record as it was, to be so again."""

    def __init__(self, now: object, past: tuple[Past, ...], names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("ประวัติการแก้ไข")
        resize_to_fit(self, 620, 520)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = column_in(inside, margin=PANEL)
        self.buttons: list[QPushButton] = []
        after = now
        for each in past:
            changed = differences(each.record, after, names)
            after = each.record
            if changed:
                column.addWidget(self._card(each, changed))
        if not self.buttons:
            column.addWidget(EmptyState("followup", "ยังไม่เคยแก้ตั้งแต่เริ่มเก็บประวัติ"))
        column.addStretch()
        area = scrolled(inside)
        foot = closing_row(self)
        foot.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        area.setAccessibleName(self.windowTitle())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        whole.addLayout(foot)

    def _card(self, past: Past, changed: list[Difference]) -> QFrame:
        frame = card()
        back = QPushButton("กลับไปเป็นอย่างนี้")
        back.setAutoDefault(False)
        back.clicked.connect(lambda: self._take(past))
        self.buttons.append(back)
        head = QHBoxLayout()
        head.addWidget(Wrapped(f"จนถึง {moment_words(past.until)} · {past.label}", tone="muted", rank="small"), 1)
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.addLayout(head)
        for each in changed:
            column.addWidget(Wrapped(f"{each.name}: {each.then or 'ว่าง'}"))
        column.addWidget(back, alignment=Qt.AlignmentFlag.AlignRight)
        return frame

    def _take(self, past: Past) -> None:
        self.chosen.emit(past.record)
        self.accept()
