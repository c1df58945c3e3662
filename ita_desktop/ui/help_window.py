"""Help in Thai, offline: a list of pages that can be searched, and the page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlock, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.help_pages import help_pages
from ita_desktop.ui.sought import holds, words_of
from ita_desktop.ui.theme import GAP, PANEL, colours
from ita_desktop.ui.typography import set_page
from ita_desktop.ui.widgets.seeking import seeking_line

_PAGE = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    def __init__(self, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("วิธีใช้ ITA Desktop")
        resize_to_fit(self, 860, 560)
        self._texts = help_pages(folder)
        self.line = seeking_line("ค้นในวิธีใช้")
        self.line.textChanged.connect(self._search)
        self.list = QListWidget()
        self.list.setAccessibleName("หัวข้อ")
        self.list.currentItemChanged.connect(self._show)
        self.page = QTextBrowser()
        self.page.setAccessibleName("เนื้อหา")
        self.page.document().setDocumentMargin(PANEL)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.line)
        left.addWidget(self.list, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        whole.setSpacing(GAP)
        whole.addLayout(left, 1)
        whole.addWidget(self.page, 3)
        self._search("")

    def open_page(self, name: str, heading: str = "") -> None:
        self.line.clear()
        for row in range(self.list.count()):
            if self.list.item(row).data(_PAGE) == name:
                self.list.setCurrentRow(row)
        self.show()
        self.raise_()
        self.activateWindow()
        if heading:
            self._go_to(heading)

    def _go_to(self, heading: str) -> None:
        block = self.page.document().begin()
        while block.isValid() and not (block.blockFormat().headingLevel() and block.text() == heading):
            block = block.next()
        if block.isValid():
            self._scroll_to(block)

    def _search(self, wanted: str) -> None:
        words = words_of(wanted)
        self.list.clear()
        for name, text in self._texts.items():
            if holds(text, words):
                item = QListWidgetItem(_title(text))
                item.setData(_PAGE, name)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _show(self, item: QListWidgetItem | None) -> None:
        self.page.setMarkdown(self._texts[item.data(_PAGE)] if item else "ไม่พบหัวข้อที่มีคำนี้")
        set_page(self.page.document())
        self._mark(words_of(self.line.text()))

    def _mark(self, words: Sequence[str]) -> None:
        """Where the words that were looked for stand; the first is in sight."""
        places: list[QTextCursor] = []
        for word in words:
            place = self.page.document().find(word)
            while not place.isNull():
                places.append(place)
                place = self.page.document().find(word, place)
        self.page.setExtraSelections([_marked(place) for place in places])
        if places:
            self._scroll_to(min(places, key=QTextCursor.position).block())

    def _scroll_to(self, block: QTextBlock) -> None:
        top = self.page.document().documentLayout().blockBoundingRect(block).top()
        self.page.verticalScrollBar().setValue(round(top) - GAP)


def _marked(place: QTextCursor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    mark.cursor = place
    mark.format.setBackground(QColor(colours().chosen))
    return mark


def _title(text: str) -> str:
    return text.splitlines()[0].lstrip("# ")
