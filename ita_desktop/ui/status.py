"""The line at the foot: what is saved, what is being done, what is due."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStatusBar, QWidget

from ita_desktop.domain.oit import oit_items
from ita_desktop.domain.problems import Place
from ita_desktop.thai.single_dates import ERA
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, NEAR, PANEL, set_property
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.labels import label

TOLD_FOR_MS = 8_000
LOOKED_AT = "เปิดดูอย่างเดียว สิ่งที่แก้จะไม่ถูกบันทึก"


class Status(QStatusBar):
    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session = session
        self._saved = self._backed_up = ""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(PANEL - 2, 0, NEAR, 0)
        self.saved = label(tone="muted", rank="small")
        self.due = verb_button("", "calendar", "ดูมาตรการที่เกินกำหนด หรือครบกำหนดเดือนนี้")
        self.due.clicked.connect(lambda: session.show(Place("followup", field="due")))
        self.oit_due = verb_button("", "checklist", "ดูข้อ OIT ที่เกินกำหนด หรือครบกำหนดเดือนนี้")
        self.oit_due.clicked.connect(lambda: session.show(Place("checklist", field="due")))
        for button in (self.due, self.oit_due):
            button.setProperty("look", "flat")
        self._busy = QWidget()
        self._doing = label(tone="muted", rank="small")
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("ความคืบหน้า")
        cancel = icon_button("close", "หยุดงานที่กำลังทำ")
        cancel.clicked.connect(jobs.cancel)
        row = QHBoxLayout(self._busy)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for part in (self._doing, self._bar, cancel):
            row.addWidget(part)
        self._busy.hide()
        self.addWidget(self.saved)
        self.addPermanentWidget(self._busy)
        self.addPermanentWidget(self.due)
        self.addPermanentWidget(self.oit_due)
        self._clock = QTimer(self, singleShot=True, interval=TOLD_FOR_MS)
        self._clock.timeout.connect(self._say)
        session.said.connect(self.tell)
        jobs.shown.connect(self._show_busy)
        jobs.progressed.connect(self._show_progress)
        jobs.hidden.connect(self._busy.hide)
        session.changed.connect(self._show_due)
        session.year_chosen.connect(self._show_due)

    def saved_at(self, moment: datetime.datetime | None) -> None:
        self._saved = f"บันทึกแล้ว {moment:%H:%M}" if moment else "บันทึกทุกอย่างแล้ว"
        self._say()

    def backed_up_at(self, moment: datetime.datetime | None) -> None:
        self._backed_up = f"สำรองล่าสุด {when(moment, self._session.today())}" if moment else "ยังไม่เคยสำรองข้อมูล"
        self._say()

    def tell(self, words: str) -> None:
        """For a while, in the place of what is saved."""
        self.saved.setText(words)
        self._clock.start()

    def _say(self) -> None:
        if self._clock.isActive():
            return
        document = self._session.document
        looked_at_only = document is not None and document.read_only
        words = (LOOKED_AT,) if looked_at_only else (self._saved, self._backed_up)
        self.saved.setText(" · ".join(filter(None, words)))
        set_property(self.saved, "tone", "warn" if looked_at_only else "muted")

    def _show_due(self) -> None:
        due = self._session.due
        if due is None:
            self.due.hide()
            self.oit_due.hide()
            return
        today, late, soon = due.today, len(due.late), len(due.soon)
        oit = sum(item.days_late(today) > 0 or item.due_this_month(today) for item in oit_items(due.year))
        words = (f"เกินกำหนด {late} ข้อ" if late else "", f"ครบกำหนดเดือนนี้ {soon} ข้อ" if soon else "")
        self.due.setText(f"มาตรการ{' · '.join(filter(None, words))}")
        self.due.setVisible(bool(late or soon))
        self.oit_due.setText(f"OIT ถึงกำหนด {oit} ข้อ")
        self.oit_due.setVisible(bool(oit))

    def _show_busy(self, doing: str) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 0)
        self._busy.show()

    def _show_progress(self, doing: str, share: float) -> None:
        self._doing.setText(doing)
        self._bar.setRange(0, 100)
        self._bar.setValue(round(share * 100))


def when(moment: datetime.datetime, today: datetime.date) -> str:
    """By the clock of this place: the time of a day that is today, else its date too."""
    local = moment.astimezone()
    time = f"{local:%H:%M}"
    return time if local.date() == today else f"{local.day}/{local.month}/{(local.year + ERA) % 100} {time}"
