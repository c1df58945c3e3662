"""The pages as small pictures: where one is, and a click away from any other."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ita_desktop.ui.papers.press import Drawn, Press, Proof, Wish
from ita_desktop.ui.theme import GAP, NEAR, colours, table_font, theme

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_WHO = "small"
_WIDE = 84
_FOOT = 22


class PageList(QListView):
    chosen = Signal(int)

    def __init__(self, press: Press) -> None:
        super().__init__()
        self._press = press
        self._proof: Proof | None = None
        self._model = _Pages(self)
        self.setModel(self._model)
        self.setItemDelegate(_PageDelegate(self))
        self.setAccessibleName("รายการหน้า")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._grow()
        theme().changed.connect(self._grow)
        self.selectionModel().currentChanged.connect(self._choose)
        self.verticalScrollBar().valueChanged.connect(self._see)
        press.drawn.connect(self._take)

    def _grow(self) -> None:
        self.setFixedWidth(round((_WIDE + 4 * GAP) * theme().zoom) + 12)
        self.scheduleDelayedItemsLayout()

    def show_proof(self, proof: Proof, *, same: bool) -> None:
        self._proof = proof
        self._model.show_pages(proof.sizes, keep=same)
        self._see()

    def set_page(self, number: int) -> None:
        """The view is there already."""
        self.selectionModel().blockSignals(True)
        self.setCurrentIndex(self._model.index(number))
        self.selectionModel().blockSignals(False)
        self.scrollTo(self._model.index(number))
        self.viewport().update()

    def _choose(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.row())

    def _see(self) -> None:
        if self._proof is None or not self.isVisible():
            return
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        last = self.indexAt(self.viewport().rect().bottomLeft()).row()
        count = len(self._proof.sizes)
        seen = range(max(first, 0), (last if last >= 0 else count - 1) + 1)
        self._press.draw(_WHO, [self._wish(number) for number in seen if not self._model.is_fresh(number)])

    def _wish(self, number: int) -> Wish:
        assert self._proof is not None
        return Wish(
            number, picture_size(self._proof.sizes[number]).width() / self._proof.sizes[number][0] * self._ratio()
        )

    def _ratio(self) -> float:
        return self.viewport().devicePixelRatioF()

    def _take(self, drawn: Drawn) -> None:
        if self._proof is not None and drawn.who == _WHO and drawn.serial == self._proof.serial:
            ratio = self._ratio()
            small = drawn.image.scaled(
                picture_size(self._proof.sizes[drawn.wish.page]) * ratio,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            small.setDevicePixelRatio(ratio)
            self._model.take(drawn.wish.page, small)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._see()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._see()


def picture_size(size: tuple[float, float]) -> QSize:
    """As wide as there is room; a landscape page is lower, not wider."""
    wide = _WIDE * theme().zoom
    return QSize(round(wide), round(wide * size[1] / size[0]))


class _Pages(QAbstractListModel):
    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._sizes: tuple[tuple[float, float], ...] = ()
        self._images: dict[int, QImage] = {}
        self._fresh: set[int] = set()

    def show_pages(self, sizes: tuple[tuple[float, float], ...], *, keep: bool) -> None:
        self._fresh.clear()
        if not keep:
            self._images.clear()
        if sizes == self._sizes:
            self.dataChanged.emit(self.index(0), self.index(len(sizes) - 1))
            return
        self.beginResetModel()
        self._sizes = sizes
        self.endResetModel()

    def is_fresh(self, number: int) -> bool:
        return number in self._fresh

    def take(self, number: int, image: QImage) -> None:
        self._images[number] = image
        self._fresh.add(number)
        self.dataChanged.emit(self.index(number), self.index(number))

    def size_of(self, number: int) -> tuple[float, float]:
        return self._sizes[number]

    def image_of(self, number: int) -> QImage | None:
        return self._images.get(number)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._sizes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return f"หน้า {index.row() + 1}" if role == Qt.ItemDataRole.DisplayRole else None


class _PageDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model = index.model()
        assert isinstance(model, _Pages)
        size = picture_size(model.size_of(index.row()))
        return QSize(size.width() + 2 * GAP, size.height() + round(_FOOT * theme().zoom) + GAP)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Pages)
        room = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        size = picture_size(model.size_of(index.row()))
        left = round(room.center().x() - size.width() / 2)
        sheet = QRectF(left, room.top() + GAP, size.width(), size.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if chosen:
            painter.fillRect(room.adjusted(2, 2, -2, -2), QColor(colours().chosen))
        painter.fillRect(sheet, Qt.GlobalColor.white)
        image = model.image_of(index.row())
        if image is not None:
            painter.drawImage(sheet, image)
        painter.setPen(QPen(QColor(colours().accent if chosen else colours().line), 2 if chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet)
        painter.setFont(table_font(bold=chosen))
        painter.setPen(QColor(colours().accent if chosen else colours().muted))
        foot = QRectF(room.left(), sheet.bottom(), room.width(), room.bottom() - sheet.bottom() - NEAR / 2)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()
