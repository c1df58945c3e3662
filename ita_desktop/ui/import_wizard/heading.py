"""The head of the preview: above each column its own words, below them what it was taken for, to be changed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from ita_desktop.exchange.recognise import Column, FoundTable, Kind, Meaning
from ita_desktop.exchange.recognise.kinds import SHAPES
from ita_desktop.ui.theme import NEAR, theme
from ita_desktop.ui.widgets.elided import ElidedChoice

_LIST_WIDTH = 240


class MeaningHeader(QHeaderView):
    meant = Signal(int, object)

    def __init__(self, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self.choices: list[MeaningChoice] = []
        self._measure = MeaningChoice(self)
        self._measure.hide()
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(90)
        self.sectionResized.connect(self._place)
        view.horizontalScrollBar().valueChanged.connect(self._place)
        theme().changed.connect(self._place)

    def show_table(self, table: FoundTable) -> None:
        kind = Kind.SCORES if table.kind is Kind.COMPARED else table.kind
        while len(self.choices) > len(table.columns):
            choice = self.choices.pop()
            choice.hide()
            choice.deleteLater()
        while len(self.choices) < len(table.columns):
            choice = MeaningChoice(self.viewport())
            choice.meant.connect(self.meant)
            self.choices.append(choice)
        for choice, column in zip(self.choices, table.columns, strict=True):
            choice.show_column(column, kind)
            choice.show()
        self._place()

    @override
    def sizeHint(self) -> QSize:
        hint: QSize = super().sizeHint()
        return QSize(hint.width(), hint.height() + self._measure.sizeHint().height() + NEAR)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def _place(self) -> None:
        high = self._measure.sizeHint().height()
        for number, choice in enumerate(self.choices):
            left, width = self.sectionViewportPosition(number), self.sectionSize(number)
            choice.setGeometry(left + NEAR, self.height() - high - NEAR, width - 2 * NEAR, high)


class MeaningChoice(ElidedChoice):
    """What one column holds: first what a table of this kind has, then everything else."""

    meant = Signal(int, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.view().setMinimumWidth(_LIST_WIDTH)
        self._column = -1
        self._kind: Kind | None = None
        self.activated.connect(lambda _number: self.meant.emit(self._column, Meaning(self.currentData())))

    def show_column(self, column: Column, kind: Kind) -> None:
        self._column = column.index
        if kind is not self._kind:
            self._fill(kind)
        self.setCurrentIndex(self.findData(column.meaning.value))
        heading = " ".join(column.heading.split()) or "ไม่มีหัวคอลัมน์"
        self.setAccessibleName(f"คอลัมน์ {heading} คือ")
        why = "เดาจากข้อมูลในคอลัมน์" if column.guessed else "เลือกได้ว่าคอลัมน์นี้คืออะไร"
        self.setToolTip(f"{column.meaning.label}: {why}")

    def _fill(self, kind: Kind) -> None:
        self._kind = kind
        usual = SHAPES[kind].columns
        self.clear()
        self.addItem(Meaning.IGNORED.label, Meaning.IGNORED.value)
        for own in (True, False):
            self.insertSeparator(self.count())
            for meaning in Meaning:
                if meaning is not Meaning.IGNORED and (meaning in usual) is own:
                    self.addItem(meaning.label, meaning.value)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # it scrolls the table, and must not change a meaning on its way
