"""Did last year's measures work? Each beside what its score was then and is now; a score says it with care."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.actions.drafting import effects_of
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import FollowUpState, Measure, Year
from ita_desktop.domain.scoring import half_up
from ita_desktop.drafting.effect import Effect
from ita_desktop.ui import icons
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.due import Due, HowFar
from ita_desktop.ui.session import Session
from ita_desktop.ui.tabs.measures.entries import is_carried_over
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped, card, label
from ita_desktop.ui.widgets.score_labels import ChangeLabel
from ita_desktop.ui.words import STATES

CARE = "คะแนนที่เปลี่ยนอาจมาจากเหตุอื่นด้วย เช่น ผู้ตอบคนละกลุ่มหรือเกณฑ์ที่เปลี่ยน จึงควรอ่านประกอบกับรายงานผลของมาตรการ"


class EffectsDialog(QDialog):
    wanted = Signal(int, object)
    """A year and the `Place` of a measure in it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        year = session.year
        assert year is not None
        self.setWindowTitle(f"มาตรการปี {year.number - 1} ได้ผลหรือไม่")
        resize_to_fit(self, 720, 600)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(PANEL, PANEL, PANEL, 0)
        column.setSpacing(GAP)
        found = session.run(effects_of, year.number, session.phrases()) or ()
        self.links: list[QPushButton] = []
        if found and year.last_year is not None:
            column.addWidget(Wrapped(CARE, tone="muted", rank="small"))
            far = Due(year.last_year, session.today()).far
            for effect in sorted(found, key=lambda one: one.change):
                column.addWidget(self._card(year, year.last_year, effect, far))
            column.addStretch()
        else:
            column.addWidget(EmptyState("chart-change", _why_nothing(year)), 1)
        area = scrolled(inside)
        area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        close = closing_row(self)
        close.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        whole = column_in(self, spacing=0)
        whole.addWidget(area, 1)
        whole.addLayout(close)

    def _card(self, year: Year, last: Year, effect: Effect, far: Mapping[str, HowFar]) -> QFrame:
        frame = card()
        change = ChangeLabel()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(Wrapped(aim_in_words(year.framework, effect.aim), rank="heading"), 1)
        head.addWidget(label(f"{half_up(effect.previous)} → {half_up(effect.score)}"))
        head.addWidget(change)
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.setSpacing(NEAR)
        column.addLayout(head)
        change.show_change(effect.change)  # it stands in the card by now, and flashes up nowhere
        for id in effect.measures:
            measure = last.measure(id)
            if measure is not None:
                column.addLayout(self._measure(year, last, measure, far[id].state))
        return frame

    def _measure(self, year: Year, last: Year, measure: Measure, state: FollowUpState) -> QHBoxLayout:
        look = STATES[state]
        link = QPushButton("เปิดดู")
        link.setProperty("look", "flat")
        link.setAccessibleName(f"ดูมาตรการ {measure.title}")
        link.setAutoDefault(False)
        link.clicked.connect(lambda: self._go(last.number, measure))
        self.links.append(link)
        mark = label()
        mark.setPixmap(icons.pixmap(look.icon, 18, look.tone))
        known = year.measure(measure.id)
        goes_on = known is not None and is_carried_over(year, known)
        told = " · ".join(filter(None, (look.text, ", ".join(measure.owners), "ทำต่อในปีนี้" if goes_on else "")))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Wrapped(measure.title))
        words.addWidget(Wrapped(told, tone="muted", rank="small"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(link)
        return row

    def _go(self, number: int, measure: Measure) -> None:
        self.accept()
        self.wanted.emit(number, Place("measure", measure.id))


def aim_in_words(framework: Framework, aim: str) -> str:
    kind, _, key = aim.partition(".")
    if kind == "item":
        item = framework.item(key)
        return f"{key} {item.title}" if item else key
    indicator = framework.indicator(int(key))
    return f"{indicator.number}. {indicator.name}" if indicator else f"ตัวชี้วัดที่ {key}"


def _why_nothing(year: Year) -> str:
    if year.last_year is None:
        return f"ยังไม่มีปี {year.number - 1} ในสมุดงานนี้ จึงยังไม่มีอะไรให้เทียบ"
    if not year.last_year.measures:
        return f"ปี {year.number - 1} ไม่มีมาตรการ"
    return "ใส่คะแนนของปีนี้ให้ครบก่อน แล้วโปรแกรมจะเทียบให้ว่าเรื่องที่มีมาตรการดีขึ้นหรือไม่"
