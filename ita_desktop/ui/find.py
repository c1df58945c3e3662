"""Find anything (Ctrl+K): indicators, items, findings, measures, reports, remarks, papers; and go to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.papers.registry import PAPERS
from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui import icons
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.words import KINDS, STATES

MOST = 60


@dataclass(frozen=True, slots=True)
class Found:
    place: Place
    title: str
    note: str
    icon: str
    group: str


def find(year: Year, wanted: str) -> list[Found]:
    """All words typed must occur; Thai has no spaces, so they may occur anywhere."""
    words = to_arabic(wanted).casefold().split()
    found = []
    for each in _everything(year):
        text = to_arabic(f"{each.title} {each.note}").casefold()
        if all(word in text for word in words):
            found.append(each)
            if len(found) == MOST:
                break
    return found


def _everything(year: Year) -> Iterator[Found]:
    for indicator in year.framework.indicators:
        score = year.indicator_scores.get(indicator.number)
        title = f"{indicator.number}. {indicator.name}"
        yield Found(Place("scores", str(indicator.number)), title, f"{score or ''}", "scores", "ตัวชี้วัด")
    for item in year.framework.items:
        score = year.item_scores.get(item.code)
        yield Found(Place("scores", item.code), f"{item.code} {item.title}", f"{score or ''}", "scores", "ข้อคำถาม")
    for finding in year.findings:
        note = " · ".join(filter(None, (KINDS[finding.kind].text, " ".join(finding.items), finding.advice)))
        yield Found(Place("finding", finding.id), finding.text or finding.advice, note, "finding", "ข้อค้นพบ")
    for measure in year.measures:
        note = " · ".join((*measure.owners, *measure.steps))
        yield Found(Place("measure", measure.id), measure.title, note, "measure", "มาตรการ")
    for entry in year.checklist:
        shown = year.framework.item(entry.item)
        note = " · ".join(filter(None, (STATES[entry.state].text, entry.owner, entry.link, entry.note)))
        title = f"{entry.item} {shown.title}" if shown else entry.item
        yield Found(Place("checklist", entry.item), title, note, "checklist", "OIT")
    titles = {measure.id: measure.title for measure in year.measures}
    for report in year.followups:
        note = " · ".join(filter(None, (STATES[report.state].text, report.result, report.obstacles)))
        yield Found(Place("followup", report.id), titles.get(report.measure, ""), note, "followup", "การติดตาม")
    for remark in year.remarks:
        yield Found(Place("scores", remark.item), remark.text, remark.item, "paper", "ผู้ประเมินเขียนไว้")
    for part in year.memo.parts if year.memo else ():
        yield Found(Place("memo"), part.heading, part.text, "paper", "บันทึกข้อความ")
    for kind in PAPERS.values():
        yield Found(Place(kind.name), kind.title, "", "paper", "เอกสาร")


class FindPopup(QFrame):
    """A line to type in and what was found under it; arrows choose, Enter goes, Esc closes."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("frame", "card")
        self.line = QLineEdit()
        self.line.setPlaceholderText("ค้นหาตัวชี้วัด ข้อค้นพบ มาตรการ ผลการติดตาม เอกสาร")
        self.line.setAccessibleName("คำที่ค้นหา")
        self.line.addAction(icons.icon("find", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textChanged.connect(self._show)
        self.line.installEventFilter(self)
        self.list = RecordList("ผลการค้นหา")
        self.list.clicked.connect(self._go)
        self._nothing = Wrapped("ไม่พบ ลองพิมพ์คำที่สั้นลง", tone="muted")
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)

    def open_over(self, window: QWidget) -> None:
        width, height = min(640, window.width() - 80), min(460, window.height() - 120)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.setGeometry(corner.x() + (window.width() - width) // 2, corner.y() + 70, width, height)
        self.show()
        self.line.setFocus()
        self._show()

    def _show(self) -> None:
        year = self._session.year
        found = find(year, self.line.text()) if year is not None else []
        self._nothing.setVisible(not found)
        self.list.show_entries(
            Entry(
                record=each,
                key=(each.place, each.title),
                title=each.title,
                note=each.note,
                icon=each.icon,
                group=each.group,
            )
            for each in found
        )
        if found:
            self.list.go_to((found[0].place, found[0].title))

    def _go(self) -> None:
        found: Found | None = self.list.current_record()
        if found is not None:
            self.close()
            self._session.show(found.place)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go()
                return True
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
