"""The pages of a paper, one under the other, as they will be printed: to be read, zoomed, searched and copied from."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ita_desktop.ui.colours import LIGHT
from ita_desktop.ui.papers.page_words import Landing, PageWords
from ita_desktop.ui.papers.press import Drawn, Press, Proof, Wish
from ita_desktop.ui.papers.sheets import LARGEST, MARGIN, REAL, SMALLEST, STEPS, Fit, Sheets, Zoom, lay_out
from ita_desktop.ui.theme import colours, theme

_WHO = "pages"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were looked for, on a page."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Picture:
    scale: float
    """Of the wish it was drawn for."""
    image: QImage


class PageView(QAbstractScrollArea):
    page_changed = Signal(int)
    """Another page is in the middle of what is seen, counted from 0."""
    zoomed = Signal()
    chosen = Signal(int, float)
    """A place was double-clicked: its page, and how far down it is, in points."""
    shown = Signal()
    """Every page in sight is drawn as it is now; once for each proof."""

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self.proof: Proof | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._sheets = Sheets()
        self._pictures: dict[int, _Picture] = {}
        self._fresh: set[int] = set()
        self._all_shown = False
        self._words: dict[int, PageWords] = {}
        self._hits: tuple[Hit, ...] = ()
        self._hit: Hit | None = None
        self._landing: Landing | None = None
        self._selected: tuple[int, int, int] | None = None
        self._anchor: QPointF | None = None
        self._page = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else pages change their size with it
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName("หน้าเอกสาร")
        self.verticalScrollBar().setSingleStep(48)
        press.drawn.connect(self._take)
        press.read.connect(self._take_words)
        theme().changed.connect(self.viewport().update)

    # What is shown

    def show_proof(self, proof: Proof, *, same: bool) -> None:
        """`same` = the paper that was shown before, made anew: the place and the old pictures stay meanwhile."""
        self.proof = proof
        self._words.clear()
        self._fresh.clear()
        self._all_shown = False
        self._selected = self._hit = None
        self._hits = ()
        if not same:
            self._pictures.clear()
            self._landing = None
        self._arrange()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._see()
        self.viewport().update()

    def clear(self) -> None:
        self.proof = None
        self._pictures.clear()
        self._arrange()
        self.viewport().update()

    def _arrange(self) -> None:
        room = QSizeF(self.viewport().size())
        self._sheets = lay_out(self.proof.sizes if self.proof else (), room, self._zoom)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, math.ceil(self._sheets.width - room.width())))
        across.setPageStep(int(room.width()))
        down.setRange(0, max(0, math.ceil(self._sheets.height - room.height())))
        down.setPageStep(max(1, int(room.height() - 40)))

    # Pages and zoom

    @property
    def page(self) -> int:
        return self._page

    @property
    def page_count(self) -> int:
        return len(self._sheets.sheets)

    def go_to_page(self, number: int) -> None:
        if 0 <= number < self.page_count:
            self.verticalScrollBar().setValue(int(self._sheets.sheets[number].rect.top() - MARGIN))

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def factor(self) -> float:
        """How large the page in the middle is, 1 = as on paper."""
        sheets = self._sheets.sheets
        return sheets[min(self._page, len(sheets) - 1)].scale / REAL if sheets else 1.0

    def set_zoom(self, zoom: Zoom, around: QPointF | None = None) -> None:
        """The place in the middle, or under the mouse, stays where it is."""
        if isinstance(zoom, float):
            zoom = min(LARGEST, max(SMALLEST, zoom))
        around = around or QPointF(self.viewport().rect().center())
        desk = around + self._offset()
        number = self._sheets.at(desk.y()) if self._sheets.sheets else 0
        inside = self._sheets.sheets[number].inside(desk) if self._sheets.sheets else QPointF()
        self._zoom = zoom
        self._arrange()
        if self._sheets.sheets:
            now = self._sheets.sheets[number].on_desk(QRectF(inside, QSizeF()))
            self.horizontalScrollBar().setValue(round(now.x() - around.x()))
            self.verticalScrollBar().setValue(round(now.y() - around.y()))
        self._see()
        self.viewport().update()
        self.zoomed.emit()

    def zoom_in(self) -> None:
        self.set_zoom(next((step for step in STEPS if step > self.factor + 0.01), LARGEST))

    def zoom_out(self) -> None:
        self.set_zoom(next((step for step in reversed(STEPS) if step < self.factor - 0.01), SMALLEST))

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # Words

    def words(self) -> Mapping[int, PageWords]:
        """Of the pages that were read so far."""
        return self._words

    def mark_hits(self, hits: Sequence[Hit], current: Hit | None, *, move: bool = True) -> None:
        self._hits, self._hit = tuple(hits), current
        if move and current is not None and current.page in self._words:
            rects = self._words[current.page].rects(current.start, current.end)
            if rects:
                self._bring_into_sight(current.page, rects[0].top(), rects[-1].bottom())
        self.viewport().update()

    def show_landing(self, landing: Landing | None, *, move: bool = True) -> None:
        """Where the text that is being written stands."""
        self._landing = landing
        if landing is not None and move:
            self._bring_into_sight(landing.page, landing.top, landing.bottom)
        self.viewport().update()

    def _bring_into_sight(self, page: int, top: float, bottom: float) -> None:
        if page >= self.page_count:
            return
        place = self._sheets.sheets[page].on_desk(QRectF(0, top, 1, max(1.0, bottom - top)))
        seen = self.verticalScrollBar().value()
        room = self.viewport().height()
        if place.top() < seen + 24 or place.bottom() > seen + room - 24:
            self.verticalScrollBar().setValue(round(place.top() - room / 3))

    def select_page(self) -> None:
        words = self._words.get(self._page)
        if words is not None:
            self._selected = (self._page, 0, len(words.text))
            self.viewport().update()

    def selected_text(self) -> str:
        if self._selected is None or self._selected[0] not in self._words:
            return ""
        page, start, end = self._selected
        return self._words[page].copied(start, end)

    def copy(self) -> None:
        text = self.selected_text()
        if text:
            QGuiApplication.clipboard().setText(text)

    # From the press

    def _take(self, drawn: Drawn) -> None:
        if self.proof is None or drawn.serial != self.proof.serial or drawn.who != _WHO:
            return
        page, ratio = drawn.wish.page, self._ratio()
        fits = drawn.wish.scale == self._sheets.sheets[page].scale * ratio
        if fits or page not in self._fresh:  # one of another size is better than an old one, for the moment
            self._pictures[page] = _Picture(drawn.wish.scale, drawn.image)
            drawn.image.setDevicePixelRatio(ratio)
        if fits:
            self._fresh.add(page)
        self.viewport().update()
        if not self._all_shown and all(self._is_fresh(page) for page in self._in_sight()):
            self._all_shown = True
            self.shown.emit()

    def _take_words(self, words: PageWords) -> None:
        if self.proof is not None and words.serial == self.proof.serial:
            self._words[words.page] = words
            if words.page == self._page:
                self.setAccessibleDescription(words.copied(0, len(words.text)))

    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    def _is_fresh(self, page: int) -> bool:
        picture = self._pictures.get(page)
        wanted = self._sheets.sheets[page].scale * self._ratio()
        return page in self._fresh and picture is not None and picture.scale == wanted

    def _in_sight(self) -> tuple[int, ...]:
        top = self.verticalScrollBar().value()
        return self._sheets.between(top, top + self.viewport().height())

    def _see(self) -> None:
        """Ask for what is in sight and not drawn as it is now; then for the pages before and after."""
        seen = self._in_sight()
        if not seen:
            return
        beside = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.page_count]
        ratio = self._ratio()
        wanted = [page for page in (*seen, *beside) if not self._is_fresh(page)]
        self._press.draw(_WHO, [Wish(page, self._sheets.sheets[page].scale * ratio) for page in wanted])
        kept = {*seen, *beside}
        for page in [page for page in self._pictures if page not in kept]:
            del self._pictures[page]
            self._fresh.discard(page)
        middle = self._sheets.at(self.verticalScrollBar().value() + self.viewport().height() / 2)
        if middle != self._page:
            self._page = middle
            self.page_changed.emit(middle)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(colours().ground))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        offset = self._offset()
        painter.translate(-offset)
        for page in self._in_sight():
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.resetTransform()
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._sheets.sheets[page].rect
        painter.setPen(QPen(QColor(colours().line), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        picture = self._pictures.get(page)
        if picture is not None:
            if self._is_fresh(page):
                painter.drawImage(rect.topLeft(), picture.image)
            else:
                painter.drawImage(rect, picture.image)
        self._paint_marks(painter, page)

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        """Paper is white whatever the theme, so these are always the colours of the light one."""
        sheet, words = self._sheets.sheets[page], self._words.get(page)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._landing is not None and self._landing.page == page:
            bar = sheet.on_desk(QRectF(0, self._landing.top, 1, self._landing.bottom - self._landing.top))
            painter.setBrush(QColor(LIGHT.accent))
            painter.drawRoundedRect(QRectF(sheet.rect.left() + 6, bar.top() - 2, 4, bar.height() + 4), 2, 2)
        if words is None:
            return
        for hit in self._hits:
            if hit.page == page:
                self._paint_span(painter, page, hit.start, hit.end, LIGHT.warn, 150 if hit == self._hit else 60)
        if self._selected is not None and self._selected[0] == page:
            self._paint_span(painter, page, self._selected[1], self._selected[2], LIGHT.accent, 70)

    def _paint_span(self, painter: QPainter, page: int, start: int, end: int, colour: str, strength: int) -> None:
        tint = QColor(colour)
        tint.setAlpha(strength)
        painter.setBrush(tint)
        for rect in self._words[page].rects(start, end):
            painter.drawRect(self._sheets.sheets[page].on_desk(rect))

    # Hands

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._see()
        self.viewport().update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.set_zoom(self._zoom, QPointF(0, 0))

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.ScreenChangeInternal):
            self._fresh.clear()
            self._see()
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            self.set_zoom(self.factor * 1.0015**turned, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

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
            case Qt.Key.Key_Escape if self._selected is not None:
                self._selected = None
                self.viewport().update()
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case _ if event.matches(QKeySequence.StandardKey.SelectAll):
                self.select_page()
            case _:
                super().keyPressEvent(event)

    def _under(self, place: QPointF) -> tuple[int, QPointF] | None:
        if not self._sheets.sheets:
            return None
        desk = place + self._offset()
        page = self._sheets.at(desk.y())
        return page, self._sheets.sheets[page].inside(desk)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or under is None:
            return
        self._selected, self._anchor = None, event.position()
        if under[0] not in self._words:
            self._press.read_pages([under[0]])
        self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._anchor is None or (event.position() - self._anchor).manhattanLength() < 4:
            return
        begun, under = self._under(self._anchor), self._under(event.position())
        if begun is None or under is None or begun[0] not in self._words:
            return
        words = self._words[begun[0]]
        inside = under[1] if under[0] == begun[0] else QPointF(0, -1e6 if under[0] < begun[0] else 1e6)
        first, last = sorted((words.nearest(begun[1]), words.nearest(inside)))
        self._selected = (begun[0], first, last + 1)
        self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._anchor = None

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        under = self._under(event.position())
        if under is not None:
            self.chosen.emit(under[0], under[1].y())

    def place_of(self, page: int, inside: QRectF) -> QRect:
        """Where a place of a page is seen now, in the view's own pixels."""
        return self._sheets.sheets[page].on_desk(inside).translated(-self._offset()).toRect()

    def middle_of(self, page: int, inside: QRectF) -> QPoint:
        return self.place_of(page, inside).center()
