"""Words beside words: what stands in a field and what could stand there; a draft as it was and as it would be now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.records import Year
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.places import place_words
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, card, heading, label

if TYPE_CHECKING:  # the drafting room is entered when something is drafted, not when the window starts
    from ita_desktop.drafting.choosing import Wording
    from ita_desktop.drafting.renewing import Stale


@dataclass(frozen=True, slots=True)
class Proposals:
    """What could be written in one field, beside what stands there."""

    title: str
    now: str
    is_ours: bool
    wordings: Sequence[Wording]


class WordingDialog(QDialog):
    """The field as it is at the left, its other wordings at the right."""

    chosen = Signal(object)

    def __init__(self, fields: Sequence[Proposals], parent: QWidget) -> None:
        super().__init__(parent)
        self._fields = fields
        self.setWindowTitle("ถ้อยคำของโปรแกรม")
        resize_to_fit(self, 980, 560)
        self.field = ChoiceField([(at, one.title) for at, one in enumerate(fields)])
        self.field.setAccessibleName("ช่อง")
        self.field.committed.connect(self._show)
        self.now = Wrapped()
        self._state = label(tone="muted", rank="small")
        self.buttons: list[QPushButton] = []
        """One for each wording that is shown."""
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(label("ช่อง", tone="muted"))
        head.addWidget(self.field)
        head.addStretch()
        sides = QHBoxLayout()
        sides.setSpacing(PANEL)
        sides.addWidget(self._make_now(), 2)
        sides.addWidget(self._make_others(), 3)
        column = column_in(self, margin=PANEL)
        column.addLayout(head)
        column.addLayout(sides, 1)
        first = next((at for at, one in enumerate(fields) if one.wordings), 0)
        self.field.set_value(first)
        self._show(first)

    def _make_now(self) -> QFrame:
        """What stands there can be longer than the dialog is high."""
        inside = QWidget()
        inside.setProperty("ground", "surface")
        words = column_in(inside)
        words.addWidget(self.now)
        words.addWidget(self._state)
        words.addStretch()
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.setSpacing(GAP)
        column.addWidget(heading("ที่ใช้อยู่"))
        column.addWidget(scrolled(inside), 1)
        return frame

    def _make_others(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("ground", "plain")
        self._others = QVBoxLayout(inside)
        self._others.setContentsMargins(0, 0, GAP, 0)
        self._others.setSpacing(GAP)
        return scrolled(inside)

    def _show(self, at: object) -> None:
        one = self._fields[at if isinstance(at, int) else 0]
        self.now.say(one.now or "ยังว่างอยู่")
        self._state.setText("ร่างของโปรแกรม" if one.is_ours else "ข้อความของหน่วยงาน" if one.now else "")
        while (taken := self._others.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons.clear()
        for number, wording in enumerate(one.wordings, 1):
            self._others.addWidget(self._card(number, wording))
        if not one.wordings:
            self._others.addWidget(Wrapped("ไม่มีถ้อยคำอื่นสำหรับช่องนี้", tone="muted"))
        self._others.addStretch()

    def _card(self, number: int, wording: Wording) -> QFrame:
        frame = card()
        take = QPushButton("ใช้ถ้อยคำนี้")
        take.setAccessibleName(f"ใช้ถ้อยคำที่ {number}")
        take.setAutoDefault(False)
        take.clicked.connect(lambda: self._take(wording))
        self.buttons.append(take)
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.addWidget(Wrapped(wording.draft.text))
        column.addWidget(take, alignment=Qt.AlignmentFlag.AlignRight)
        return frame

    def _take(self, wording: Wording) -> None:
        self.chosen.emit(wording)
        self.accept()


class StaleDialog(QDialog):
    """Drafts nobody touched whose figures have changed: old at the left, new at the right."""

    kept = Signal()
    """The old words stand, as the office's own."""

    def __init__(
        self, year: Year, stale: Iterable[Stale], parent: QWidget, *, verb: str, can_keep: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("คะแนนเปลี่ยนไปแล้วหลังจากร่าง")
        resize_to_fit(self, 980, 600)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, GAP, 0)
        grid.setSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(heading("เดิม"), 0, 0)
        grid.addWidget(heading("ใหม่"), 0, 1)
        for one in stale:
            at = grid.rowCount()
            grid.addWidget(Wrapped(told(year, one), tone="muted", rank="small"), at, 0, 1, 2)
            grid.addWidget(_words(one.old, "muted"), at + 1, 0)
            grid.addWidget(_words(one.new or "คะแนนปัจจุบันไม่ต้องมีข้อความนี้แล้ว", ""), at + 1, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        area = scrolled(inside)
        column = column_in(self, margin=PANEL)
        column.addWidget(area, 1)
        column.addLayout(self._make_foot(verb, can_keep=can_keep))

    def _make_foot(self, verb: str, *, can_keep: bool) -> QHBoxLayout:
        self.renew = QPushButton(verb)
        self.renew.setDefault(True)
        self.renew.clicked.connect(self.accept)
        self.keep = QPushButton("คงข้อความเดิม")
        self.keep.setToolTip("ถือเป็นข้อความของหน่วยงาน โปรแกรมจะไม่ร่างทับอีก")
        self.keep.setAutoDefault(False)
        self.keep.clicked.connect(self._keep)
        leave = QPushButton("ยกเลิก")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addStretch()
        for button in (leave, self.keep, self.renew):
            foot.addWidget(button)
        if not can_keep:
            self.keep.hide()
        return foot

    def _keep(self) -> None:
        self.kept.emit()
        self.reject()


def _words(text: str, tone: str) -> QFrame:
    frame = card()
    column = QVBoxLayout(frame)
    column.setContentsMargins(PANEL, GAP, PANEL, GAP)
    column.addWidget(Wrapped(text, tone=tone))
    column.addStretch()
    return frame


def told(year: Year, stale: Stale) -> str:
    """What it is a draft of, and which scores have changed: `ข้อค้นพบ · ตัวชี้วัดที่ 8: 83.17 → 70.00`."""
    from ita_desktop.domain.problems import Place

    figures = [
        f"{name}: {before or '–'} → {now or '–'}"
        for figure, before, now in stale.figures
        if (name := figure_name(figure))
    ]
    where = place_words(Place(stale.kind, stale.id), year)
    return " · ".join([where, *dict.fromkeys(figures)])


def figure_name(name: str) -> str:
    """Of the figures that are on record; empty for those that only follow from them: ranks, gaps, points lost."""
    head, _, rest = name.partition(".")
    whole = {"total": "คะแนนรวม", "level": "ระดับ", "mark": "เกณฑ์", "measures": "จำนวนมาตรการ"}
    of = {"indicator": "ตัวชี้วัดที่ ", "item": "ข้อ ", "tool": "ค่าเฉลี่ย "}
    return whole.get(name, "") if not rest else f"{of[head]}{rest}" if head in of else ""
