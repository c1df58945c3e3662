"""The pages of a paper as they will be printed: to be read, searched, chosen from and copied from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ita_desktop.ui.papers.page_desk import PageDesk
from ita_desktop.ui.papers.page_marks import Hit, PageMarks
from ita_desktop.ui.papers.page_words import Landing, PageWords
from ita_desktop.ui.papers.press import Press, Proof
from ita_desktop.ui.papers.sheets import Sheet


class PageView(PageDesk):
    chosen = Signal(int, float)
    """A place was double-clicked: its page, and how far down it is, in points."""

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(press, parent)
        self.marks = PageMarks()
        self._anchor: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName("หน้าเอกสาร")
        press.read.connect(self._take_words)

    @override
    def show_proof(self, proof: Proof, *, same: bool) -> None:
        self.marks.begin_anew(same=same)
        super().show_proof(proof, same=same)

    @override
    def paint_over(self, painter: QPainter, page: int, sheet: Sheet) -> None:
        self.marks.paint(painter, page, sheet)

    # Words

    def words(self) -> Mapping[int, PageWords]:
        """Of the pages that were read so far."""
        return self.marks.words

    def mark_hits(self, hits: Sequence[Hit], current: Hit | None, *, move: bool = True) -> None:
        self.marks.set_hits(hits, current)
        place = self.marks.place_of(current) if move and current is not None else None
        if place is not None:
            self._bring_into_sight(place)
        self.viewport().update()

    def show_landing(self, landing: Landing | None, *, move: bool = True) -> None:
        """Where the text that is being written stands."""
        self.marks.landing = landing
        if landing is not None and move:
            self._bring_into_sight(landing)
        self.viewport().update()

    def _bring_into_sight(self, landing: Landing) -> None:
        if landing.page >= self.page_count:
            return
        place = self.place_of(landing.page, QRectF(0, landing.top, 1, max(1.0, landing.bottom - landing.top)))
        room = self.viewport().height()
        if place.top() < 24 or place.bottom() > room - 24:
            seen = self.verticalScrollBar().value()
            self.verticalScrollBar().setValue(seen + place.top() - room // 3)

    def select_page(self) -> None:
        """The one in the middle of what is seen."""
        self.marks.select_page(self.page)
        self.viewport().update()

    def copy(self) -> None:
        text = self.marks.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    def _take_words(self, words: PageWords) -> None:
        if self.proof is not None and words.serial == self.proof.serial:
            self.marks.words[words.page] = words
            if words.page == self.page:
                self.setAccessibleDescription(words.copied(0, len(words.text)))

    # Hands

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        down = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Home:
                down.setValue(0)
            case Qt.Key.Key_End:
                down.setValue(down.maximum())
            case Qt.Key.Key_Space | Qt.Key.Key_PageDown:
                down.setValue(down.value() + down.pageStep())
            case Qt.Key.Key_PageUp:
                down.setValue(down.value() - down.pageStep())
            case Qt.Key.Key_Escape if self.marks.has_selection:
                self.marks.select_nothing()
                self.viewport().update()
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case _ if event.matches(QKeySequence.StandardKey.SelectAll):
                self.select_page()
            case _:
                super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self.under(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or under is None:
            return
        self._anchor = event.position()
        self.marks.select_nothing()
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None or (event.position() - self._anchor).manhattanLength() < 4:
            return
        begun, under = self.under(self._anchor), self.under(event.position())
        if begun is None or under is None:
            return
        page, first = begun
        beyond = QPointF(0, -1e6 if under[0] < page else 1e6)
        self.marks.select(page, first, under[1] if under[0] == page else beyond)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._anchor = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self.under(event.position())
        if under is not None:
            self.chosen.emit(under[0], under[1].y())
