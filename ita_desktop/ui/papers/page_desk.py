"""The pages of a paper, one under the other on a desk: laid out, zoomed, and drawn as they come into sight."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from typing_extensions import override

from ita_desktop.ui.papers.page_pictures import PagePictures
from ita_desktop.ui.papers.press import Drawn, Press, Proof, Wish
from ita_desktop.ui.papers.sheets import LARGEST, MARGIN, REAL, SMALLEST, STEPS, Fit, Sheet, Sheets, Zoom, lay_out
from ita_desktop.ui.theme import colours, theme

_WHO = "pages"


class PageDesk(QAbstractScrollArea):
    page_changed = Signal(int)
    """Another page is in the middle of what is seen, counted from 0."""
    zoomed = Signal()
    shown = Signal()
    """Every page in sight is drawn as it is now; once for each proof."""

    def __init__(self, press: Press, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._press = press
        self.proof: Proof | None = None
        self._zoom: Zoom = Fit.WIDTH
        self._sheets = Sheets()
        self.pictures = PagePictures()
        self._all_shown = False
        self._page = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else pages change their size with it
        self.verticalScrollBar().setSingleStep(48)
        press.drawn.connect(self._take)
        theme().changed.connect(self.viewport().update)

    # What is shown

    def show_proof(self, proof: Proof, *, same: bool) -> None:
        """`same` = the paper that was shown before, made anew: the place and the old pictures stay meanwhile."""
        self.proof = proof
        self.pictures.begin_anew(same=same)
        self._all_shown = False
        self._arrange()
        if not same:
            self.verticalScrollBar().setValue(0)
        self._see()
        self.viewport().update()

    def clear(self) -> None:
        self.proof = None
        self.pictures.begin_anew(same=False)
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

    def place_of(self, page: int, inside: QRectF) -> QRect:
        """Where a place of a page is seen now, in the view's own pixels."""
        return self._sheets.sheets[page].on_desk(inside).translated(-self._offset()).toRect()

    def under(self, place: QPointF) -> tuple[int, QPointF] | None:
        """The page at a place of the view, and the place on it."""
        if not self._sheets.sheets:
            return None
        desk = place + self._offset()
        page = self._sheets.at(desk.y())
        return page, self._sheets.sheets[page].inside(desk)

    # From the press

    def _take(self, drawn: Drawn) -> None:
        if self.proof is None or drawn.serial != self.proof.serial or drawn.who != _WHO:
            return
        if drawn.wish.page not in self._near():  # it was being drawn while the officer went on
            return
        drawn.image.setDevicePixelRatio(self._ratio())
        self.pictures.take(drawn.wish, drawn.image, fits=drawn.wish == self._wish(drawn.wish.page))
        self.viewport().update()
        if not self._all_shown and all(self._is_fresh(page) for page in self.pages_in_sight()):
            self._all_shown = True
            self.shown.emit()

    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    def _wish(self, page: int) -> Wish:
        return Wish(page, self._sheets.sheets[page].scale * self._ratio())

    def _is_fresh(self, page: int) -> bool:
        return self.pictures.is_fresh(self._wish(page))

    def pages_in_sight(self) -> tuple[int, ...]:
        top = self.verticalScrollBar().value()
        return self._sheets.between(top, top + self.viewport().height())

    def _near(self) -> tuple[int, ...]:
        """The pages in sight, and then the ones after and before."""
        seen = self.pages_in_sight()
        return (*seen, *(page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.page_count)) if seen else ()

    def _see(self) -> None:
        """Ask for what is near and not drawn as it is now; what is in sight comes first."""
        near = self._near()
        if not near:
            return
        self._press.draw(_WHO, [self._wish(page) for page in near if not self._is_fresh(page)])
        self.pictures.keep_only(near)
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
        for page in self.pages_in_sight():
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
        image = self.pictures.image(page)
        if image is not None and self._is_fresh(page):
            painter.drawImage(rect.topLeft(), image)
        elif image is not None:
            painter.drawImage(rect, image)
        self.paint_over(painter, page, self._sheets.sheets[page])

    def paint_over(self, painter: QPainter, page: int, sheet: Sheet) -> None:
        """What is to be seen on top of a page."""

    # As the window changes

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
