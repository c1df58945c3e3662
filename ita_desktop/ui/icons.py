"""Icons of one family, drawn in the colour of the text beside them.

A button or action that got its icon from `give` keeps it through a change of theme: the window calls `renew`.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton
from typing_extensions import override

from ita_desktop.ui.theme import NEAR, colours, theme

_INK_IN_THE_FILE = b"#7B8794"


class _Drawing(QIconEngine):
    """Drawn when it is looked at and in the size it then has: most icons of a window lie in menus not yet opened."""

    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled

    @override
    def clone(self) -> QIconEngine:
        return _Drawing(self._name, self._colour, self._disabled)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        side = min(size.width(), size.height())
        if side <= 0:
            return QPixmap()
        drawn = _drawn(self._name, colour, side, 1.0)
        return drawn if size.width() == side else _with_air(drawn, size)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.drawPixmap(rect, self.pixmap(rect.size() * painter.device().devicePixelRatioF(), mode, state))


def icon(name: str, tone: str = "ink") -> QIcon:
    return QIcon(_Drawing(name, colours().tone(tone), colours().edge))


def pixmap(name: str, size: int, tone: str = "ink") -> QPixmap:
    return _drawn(name, colours().tone(tone), size, _ratio())


def give(target: QAction | QAbstractButton, name: str, tone: str = "ink") -> None:
    """Give an icon that follows the theme."""
    target.setProperty("icon_name", name)
    target.setProperty("icon_tone", tone)
    target.setIcon(icon(name, tone))
    if isinstance(target, QAbstractButton):
        target.setIconSize(size(20, before_words=_words_follow(target)))


def _words_follow(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton):
        words = button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    else:
        words = bool(button.text())
    return words and button.layoutDirection() is Qt.LayoutDirection.LeftToRight


def size(side: int, *, before_words: bool) -> QSize:
    """Qt puts words close behind an icon; one that is wider than high brings some air along."""
    side = round(side * theme().zoom)
    return QSize(side + NEAR * before_words, side)


def renew(root: QObject) -> None:
    """Draw again every icon below `root`, in the colours of now."""
    for target in root.findChildren(QObject):
        name = target.property("icon_name")
        if name and isinstance(target, QAction | QAbstractButton):
            give(target, name, target.property("icon_tone"))


def app_icon() -> QIcon:
    return QIcon(str(theme().icons / "ita-desktop.svg"))


def paint(painter: QPainter, name: str, where: QRectF, tone: str) -> None:
    side = round(where.width())
    drawn = _drawn(name, colours().tone(tone), side, painter.device().devicePixelRatioF())
    painter.drawPixmap(where.topLeft(), drawn)


def _ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def _with_air(drawn: QPixmap, size: QSize) -> QPixmap:
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, (size.height() - drawn.height()) // 2, drawn)
    painter.end()
    return made


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    drawing = (theme().icons / f"{name}.svg").read_bytes().replace(_INK_IN_THE_FILE, QColor(colour).name().encode())
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made
