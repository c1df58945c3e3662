"""The table of measures in its four shapes, as the real pages of this year: seen before one is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.actions import papers
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.plan import measure_shape
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.ui.dialogs import resize_to_fit
from ita_desktop.ui.papers.look_panel import SHAPES
from ita_desktop.ui.papers.press import Drawn, Made, Press, Proof, Wish, raise_in_window
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import scrolled
from ita_desktop.ui.widgets.labels import Wrapped, card, label

_PICTURE = QSize(396, 250)
_EDGE = 50.0
"""Points of empty paper around the words, which a small picture can do without."""
_COLUMNS = 2
_PAPER = "measures"


class ShapesDialog(QDialog):
    chosen = Signal(object)
    """A `MeasureShape`; it is already the one of all papers."""

    def __init__(self, session: Session, fonts: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._fonts = fonts
        self.setWindowTitle("ตารางมาตรการในเอกสาร")
        resize_to_fit(self, 900, 660)
        options = session.run(papers.paper_options, today=session.today())
        year = session.year
        assert year is not None
        now = measure_shape(year, options) if options is not None else None
        self.cards = {shape: ShapeCard(title, used=shape is now) for shape, title in SHAPES if shape is not None}
        grid = QGridLayout()
        grid.setSpacing(PANEL)
        for number, (shape, shown) in enumerate(self.cards.items()):
            shown.use.clicked.connect(lambda _checked=False, shape=shape: self._choose(shape))
            grid.addWidget(shown, *divmod(number, _COLUMNS))
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(PANEL)
        column.addWidget(Wrapped("มาตรการของปีนี้ในตารางสี่แบบ แบบที่เลือกใช้กับรายงานและเอกสารมาตรการ", tone="muted"))
        column.addLayout(grid)
        column.addStretch()
        area = scrolled(inside)
        area.setAccessibleName(self.windowTitle())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._waiting = list(self.cards)
        self.press = Press(self)
        self.press.made.connect(self._draw)
        self.press.drawn.connect(self._show)
        self.press.failed.connect(raise_in_window)
        self.finished.connect(self.press.close)
        if options is not None:
            self._options, self._year = options, year
            self._make_next()

    def _make_next(self) -> None:
        if self._waiting:
            make = _maker(self._year, replace(self._options, shape=self._waiting[0]), self._fonts)
            self.press.order(make)

    def _draw(self, proof: Proof) -> None:
        scale = _PICTURE.width() / (proof.sizes[0][0] - 2 * _EDGE) * self.devicePixelRatioF()
        self.press.draw("small", [Wish(0, scale)])

    def _show(self, drawn: Drawn) -> None:
        if self._waiting:
            ratio, edge = self.devicePixelRatioF(), round(_EDGE * drawn.wish.scale)
            seen = QRect(QPoint(edge, edge), _PICTURE * ratio).intersected(drawn.image.rect())
            picture = QPixmap.fromImage(drawn.image.copy(seen))
            picture.setDevicePixelRatio(ratio)
            self.cards[self._waiting.pop(0)].show_picture(picture)
            self._make_next()

    def _choose(self, shape: MeasureShape) -> None:
        self._session.run(papers.choose_shape, shape)
        self.accept()
        self.chosen.emit(shape)


class ShapeCard(QWidget):
    def __init__(self, title: str, *, used: bool) -> None:
        super().__init__()
        self._title = title
        self.page = QLabel("กำลังทำหน้าตัวอย่าง", alignment=Qt.AlignmentFlag.AlignCenter)
        self.page.setProperty("tone", "muted")
        self.page.setFixedSize(_PICTURE)
        self.page.setAccessibleName(f"ตัวอย่างหน้า {title}")
        self.use = QPushButton("ใช้แบบนี้")
        self.use.setAccessibleName(f"ใช้แบบ {title}")
        self.use.setAutoDefault(False)
        frame = card()
        foot = QHBoxLayout()
        foot.addWidget(label("ใช้อยู่" if used else "", tone="good", rank="small"))
        foot.addStretch()
        foot.addWidget(self.use)
        column = QVBoxLayout(frame)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        column.addWidget(self.page, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Wrapped(title))
        column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(frame)

    def show_picture(self, picture: QPixmap) -> None:
        self.page.setPixmap(picture)


def _maker(year: Year, options: PaperOptions, fonts: Path) -> Callable[[], Made]:
    def make() -> Made:
        return Made(_PAPER, papers.make_paper(year, _PAPER, "pdf", options, fonts=fonts))

    return make
