"""The scores tab: ten scores typed or pasted, and at once what they come to."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import scores
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.framework import Confidence
from ita_desktop.domain.priorities import advice, advice_in_short, advice_text
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import Results
from ita_desktop.ui import clipboard
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Edit, RecordTable
from ita_desktop.ui.tabs.scores.chart_panel import ChartPanel
from ita_desktop.ui.tabs.scores.pasted import score_column
from ita_desktop.ui.tabs.scores.rows import TO_CHECK, ScoreRow, columns, edits_of, score_rows
from ita_desktop.ui.tabs.scores.strength import StrengthButton
from ita_desktop.ui.tabs.scores.tools import ToolCards
from ita_desktop.ui.theme import APART, GAP, PANEL, theme
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.wrapping import message

_SCORE = 2
_ROOM_FOR_BOTH = 1160
"""Pixels that the table and the picture beside it need."""
_ROOM_FOR_WORDS = 810
"""With less the verbs are icons, and tell their names in their tips."""
_ROOM_FOR_TOOLS = 720
_ROOM_FOR_ADVICE = 460


class ScoresTab(Tab):
    concerns = frozenset({"scores", "remark"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._opened: set[int] = set()
        self._columns_of: int | None = None

    @override
    def build(self) -> None:
        self.tools = ToolCards()
        self.tools.part_committed.connect(self._save_part)
        self.model = RecordTable((), stripe=lambda row: bool(row.item), parent=self)
        self.table = _ScoresTable(self.model)
        self.model.edited.connect(self._save)
        self.model.refused.connect(self.session.messages.error)
        self.table.clicked.connect(self._fold_by_mouse)
        self.table.fold.connect(self._fold)
        self.charts = ChartPanel(self.session)
        self._to_check = Wrapped(tone="warn", rank="small")
        self._advice = Wrapped(rank="small")
        self._unfold_all = verb_button("รายข้อ", "chevron-right", "แสดงหรือซ่อนคะแนนรายข้อของทุกตัวชี้วัด", checkable=True)
        self._unfold_all.toggled.connect(self._fold_all)
        self._strength = StrengthButton(self.session)
        self._graph = verb_button("กราฟ", "chart-ranking", "แสดงหรือซ่อนกราฟข้างตาราง", checkable=True)
        self._graph.setChecked(True)
        self._roomy = True
        self._graph.toggled.connect(self.charts.setVisible)
        self.setFocusProxy(self.table)
        theme().changed.connect(self._make_room)
        self._lay_out()

    def _lay_out(self) -> None:
        paste = verb_button("วางคะแนน", "paste", "วางคะแนนที่คัดลอกมาจาก Excel ลงตั้งแต่ตัวชี้วัดแรก")
        paste.clicked.connect(self.paste_from_the_top)
        people = verb_button("ผู้ตอบ", "people", "จำนวนผู้ตอบ IIT และ EIT ตามอายุ การศึกษา และประเภทผู้มาติดต่อ")
        people.clicked.connect(self.open_respondents)
        remarks = verb_button("ผู้ประเมิน", "paper", "ข้อเสนอแนะที่ผู้ประเมินเขียนถึงข้อที่ยังไม่ได้คะแนนเต็ม")
        remarks.clicked.connect(self.open_remarks)
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        verbs.addWidget(paste)
        verbs.addWidget(self._unfold_all)
        verbs.addWidget(self._strength)
        verbs.addWidget(people)
        verbs.addWidget(remarks)
        verbs.addStretch()
        verbs.addWidget(self._graph)
        self._verbs = (paste, self._unfold_all, self._strength, people, remarks, self._graph)
        said = QHBoxLayout()
        said.setSpacing(APART)
        said.addWidget(self._to_check)
        said.addWidget(self._advice, 1)
        left = QWidget()
        column = column_in(left)
        column.addLayout(verbs)
        column.addWidget(self.tools)
        column.addLayout(said)
        column.addWidget(self.table, 1)
        halves = side_by_side(left, self.charts, sizes=(880, 454), stretch=(3, 2))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PANEL, GAP, PANEL, GAP)
        whole.addWidget(halves)

    # Showing

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both have no room, the table has; passing the mark decides, afterwards the officer may."""
        super().resizeEvent(event)
        if self._built:
            self._make_room()

    def _show_advice(self) -> None:
        """Where the table has rows to spare for it."""
        self._advice.setVisible(bool(self._advice.said()) and self.height() >= _ROOM_FOR_ADVICE * theme().zoom)

    def _make_room(self) -> None:
        self._show_advice()
        narrow = self.width() < _ROOM_FOR_WORDS * theme().zoom
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for verb in self._verbs:
            verb.setToolButtonStyle(style)
        self.tools.setVisible(self.width() >= _ROOM_FOR_TOOLS * theme().zoom)
        roomy = self.width() >= _ROOM_FOR_BOTH * theme().zoom
        if roomy != self._roomy:
            self._roomy = roomy
            self._graph.setChecked(roomy)

    @override
    def forget(self) -> None:
        self._opened.clear()

    @override
    def refresh(self) -> None:
        year, results = self.session.year, self.session.results
        assert year is not None
        assert results is not None
        if self._columns_of != year.number:
            self._columns_of = year.number
            self.model.set_columns(columns(year))
        self._show_rows(year, results)
        self.tools.show_year(year, results)
        self.charts.show_year(year, results)
        self._strength.show_rule(year.strength_rule)
        given = advice(year)
        self._advice.say(advice_in_short(given) if given else "")
        self._advice.setToolTip(message("\n".join((advice_text(given), *given.notes))) if given else "")
        self._show_advice()
        self._to_check.say(f"หลักเกณฑ์ปี {year.framework.year} ยังไม่ยืนยันทั้งหมด โปรด{TO_CHECK}")
        self._to_check.setVisible(year.framework.confidence is not Confidence.SURE)

    def _show_rows(self, year: Year, results: Results) -> None:
        self.table.show_records(score_rows(year, results, self._opened))
        if not self.table.currentIndex().isValid():
            self.table.go_to((1, ""), _SCORE)

    @override
    def show_place(self, place: Place) -> None:
        year = self.session.year
        if year is None:
            return
        if place.kind == "respondents":
            self.open_respondents()
        elif place.id and place.id.isdigit():
            self.table.go_to((int(place.id), ""), _SCORE)
        elif place.id and (item := year.framework.item(place.id)):
            self._fold(item.indicator, open=True)
            self.table.go_to((item.indicator, item.code), _SCORE)
        self.table.setFocus()

    # Saving

    def _save(self, edits: list[Edit]) -> None:
        indicators, items = edits_of((edit.record, edit.value) for edit in edits)
        self.session.run_in_year(scores.set_scores, indicators=indicators, items=items)

    def _save_part(self, part: int, score: Decimal | None) -> None:
        self.session.run_in_year(scores.set_scores, eit_parts={part: score})

    def paste_from_the_top(self) -> None:
        """The button needs no cell: ten scores go to the ten indicators."""
        if not self.table.go_to((1, ""), _SCORE):
            return
        self.table.setFocus()
        if not clipboard.paste():
            self.session.messages.error(
                ItaError("ยังไม่มีอะไรให้วาง", do="เลือกช่องคะแนนใน Excel แล้วกดคัดลอก จากนั้นกลับมากดวางคะแนน")
            )
            return
        self.table.paste()

    def open_respondents(self) -> None:
        from ita_desktop.ui.respondents_dialog import RespondentsDialog

        open_dialog(RespondentsDialog(self.session, self))

    def open_remarks(self) -> None:
        from ita_desktop.ui.remarks_dialog import RemarksDialog

        open_dialog(RemarksDialog(self.session, self))

    # Folding

    def _fold_by_mouse(self, index: QModelIndex) -> None:
        row: ScoreRow = self.model.record(index)
        if index.column() == 0 and row.open is not None and row.indicator is not None:
            self._fold(row.indicator)

    def _fold(self, indicator: int, *, open: bool | None = None) -> None:
        wanted = indicator not in self._opened if open is None else open
        (self._opened.add if wanted else self._opened.discard)(indicator)
        if self.session.year is not None and self.session.results is not None:
            self._show_rows(self.session.year, self.session.results)

    def _fold_all(self, unfold: bool) -> None:
        year = self.session.year
        if year is not None:
            self._opened = {indicator.number for indicator in year.framework.indicators} if unfold else set()
            self.refresh()


class _ScoresTable(Table):
    """Space unfolds; what is pasted may be a whole table with names, of which the scores are taken."""

    fold = Signal(int)

    def __init__(self, model: RecordTable) -> None:
        super().__init__(model, "คะแนนรายตัวชี้วัดและรายข้อ")

    @override
    def block_to_paste(self) -> clipboard.Block:
        return score_column(super().block_to_paste())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_record()
        if event.key() == Qt.Key.Key_Space and row is not None and row.open is not None:
            self.fold.emit(row.indicator)
            return
        super().keyPressEvent(event)
