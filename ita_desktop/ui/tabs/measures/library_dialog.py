"""Measures from elsewhere: of another year, of the office's own library, of ours. What each contains is seen before
it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from ita_desktop.actions.measures import carried_over, take_measures
from ita_desktop.domain.measure_facts import indicator_of, topic_name
from ita_desktop.domain.records import Measure, Year
from ita_desktop.ui.dialogs import cancel_button, foot_row, resize_to_fit
from ita_desktop.ui.record_list import Entry, RecordList
from ita_desktop.ui.session import Session
from ita_desktop.ui.sought import holds, words_of
from ita_desktop.ui.tabs.measures.contents import MeasureContents
from ita_desktop.ui.theme import GAP, PANEL, theme
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.seeking import seeking_line

OWN, OURS = "own", "ours"


@dataclass(frozen=True, slots=True)
class Offer:
    key: str
    measure: Measure
    note: str


class LibraryDialog(QDialog):
    taken = Signal(str)
    """The id of the first measure that was taken over."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._picked: dict[str, Measure] = {}
        self._offers: dict[str, Offer] = {}
        self.setWindowTitle("เลือกมาตรการจากคลัง")
        resize_to_fit(self, 980, 620)
        self.source = ChoiceField(self._sources(), as_wide_as_words=True)
        self.source.setAccessibleName("คัดลอกจาก")
        self.source.set_value(self.source.itemData(0))
        self.source.committed.connect(self._show_source)
        self.line = seeking_line("ค้นหามาตรการ")
        self.line.textChanged.connect(self._show_list)
        self.list = _PickList("มาตรการในคลัง")
        self.list.current.connect(self._look_at)
        self.list.toggled.connect(self._toggle)
        self.contents = MeasureContents()
        self.pick = QPushButton()
        self.pick.clicked.connect(lambda: self._toggle(self.list.current_record()))
        self._nothing = EmptyState("pages", "ไม่มีมาตรการในรายการนี้")
        self.take = QPushButton()
        self.take.setProperty("look", "main")
        self.take.clicked.connect(self._take)
        self._lay_out()
        self._show_source()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.source)
        top.addWidget(self.line, 1)
        column = column_in(left)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        beside = column_in(right)
        beside.addWidget(self._nothing, 1)
        beside.addWidget(self.contents, 1)
        beside.addWidget(self.pick, alignment=Qt.AlignmentFlag.AlignLeft)
        halves = side_by_side(left, right, sizes=(540, 400))
        cancel = cancel_button(self)
        foot = foot_row(cancel, self.take)
        whole = column_in(self, margin=PANEL)
        whole.addWidget(halves, 1)
        whole.addLayout(foot)
        for button in (cancel, self.take, self.pick):
            button.setAutoDefault(False)  # Enter in the search line takes nothing

    # What is offered

    def _sources(self) -> list[tuple[object, str]]:
        document, year = self._session.document, self._session.year
        if document is None or year is None:
            return []
        others = [number for number in reversed(document.years()) if number != year.number]
        years = [(n, f"ปี {n} ({len(document.year(n).measures)} ข้อ)") for n in others if document.year(n).measures]
        return [*years, (OWN, "คลังของหน่วยงาน"), (OURS, "คลังตัวอย่างของโปรแกรม")]

    def _show_source(self) -> None:
        self._offers = {offer.key: offer for offer in self._made()}
        empty = {
            OWN: "ยังไม่มีมาตรการในคลังของหน่วยงาน เก็บได้จากเมนูของมาตรการแต่ละข้อ แล้วใช้ได้ทุกปี",
            OURS: "ไม่มีมาตรการตัวอย่างสำหรับหลักเกณฑ์ปีนี้",
        }
        self._nothing.say(empty.get(str(self.source.value()), "ไม่มีมาตรการในปีนี้"))
        self._show_list()

    def _made(self) -> Sequence[Offer]:
        document, year, source = self._session.document, self._session.year, self.source.value()
        if document is None or year is None:
            return []
        if isinstance(source, int):
            old = document.year(source)
            return [
                Offer(f"{source}/{m.id}", carried_over(m, old.framework, year.framework), ", ".join(m.owners))
                for m in old.measures
            ]
        from ita_desktop.actions.drafting import measures_in_library

        offered = self._session.run(measures_in_library, year.number, self._session.phrases()) or ()
        return [
            Offer(f"{source}/{place}", each.measure, ", ".join(each.measure.owners))
            for place, each in enumerate(offered)
            if each.is_own == (source == OWN)
        ]

    def _show_list(self) -> None:
        year = self._session.year
        assert year is not None
        words = words_of(self.line.text())
        there = {measure.title for measure in year.measures}
        listed = [
            self._entry(year, offer, there)
            for offer in self._offers.values()
            if holds(f"{offer.measure.title} {' '.join(offer.measure.steps)}", words)
        ]
        self.list.show_entries(sorted(listed, key=lambda entry: indicator_of(year, entry.record.measure) or 1_000))
        self._show_foot()

    def _entry(self, year: Year, offer: Offer, there: set[str]) -> Entry:
        measure, picked = offer.measure, offer.key in self._picked
        note = " · ".join(filter(None, (" ".join(measure.items), offer.note)))
        if measure.title in there:
            note = f"มีในปีนี้แล้ว · {note}"
        return Entry(
            record=offer,
            key=offer.key,
            title=measure.title,
            note=note,
            icon="checked" if picked else "unchecked",
            spoken="เลือกไว้แล้ว" if picked else "ยังไม่ได้เลือก",
            tone="accent" if picked else "muted",
            group=_heading(year, measure),
        )

    # Looking and picking

    def _look_at(self, offer: Offer | None) -> None:
        self._nothing.setVisible(offer is None)
        self.contents.setVisible(offer is not None)
        self.pick.setVisible(offer is not None)
        year = self._session.year
        if offer is not None and year is not None:
            self.contents.show_measure(year, offer.measure)
            self.pick.setText("ไม่เลือกข้อนี้" if offer.key in self._picked else "เลือกข้อนี้")

    def _toggle(self, offer: Offer | None) -> None:
        if offer is None:
            return
        if self._picked.pop(offer.key, None) is None:
            self._picked[offer.key] = offer.measure
        self._show_list()

    def _show_foot(self) -> None:
        count = len(self._picked)
        self.take.setText(f"คัดลอก {count} ข้อ" if count else "คัดลอก")
        self.take.setEnabled(bool(count))

    def _take(self) -> None:
        year = self._session.year
        if year is None:
            return
        ids = self._session.run(take_measures, year.number, list(self._picked.values()))
        self.accept()
        if ids:
            self.taken.emit(ids[0])


class _PickList(RecordList):
    """A click on the box, Space or Enter picks; a click elsewhere only looks."""

    toggled = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setSelectionMode(RecordList.SelectionMode.SingleSelection)
        self.opened.connect(self.toggled)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit(self.current_record())
            return
        super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        place: QPoint = event.position().toPoint()
        index: QModelIndex = self.indexAt(place)
        if index.isValid() and place.x() < 40 * theme().zoom and index == self.currentIndex():
            self.toggled.emit(self.current_record())


def _heading(year: Year, measure: Measure) -> str:
    number = indicator_of(year, measure)
    known = year.framework.indicator(number) if number is not None else None
    if known is not None:
        return f"{known.number}. {known.name}"
    return f"ประเด็น {topic_name(year.framework, measure.topic)}" if measure.topic is not None else "ทุกตัวชี้วัด"
