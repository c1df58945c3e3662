"""Pages to a printer, one after the other, as pictures at its resolution: what is printed is what was seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.telling import Progress
from ita_desktop.pdfium import pdfium
from ita_desktop.ui.papers.press import Made, Press, Wish, picture

FINEST = 300
"""Dots an inch; more cannot be seen on a letter and takes long to send."""

ChoosePrinter = Callable[[QPrinter, int, QWidget], bool]


@dataclass(frozen=True, slots=True)
class Printable:
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    """Of its pages, in points."""


def printable(made: Made) -> Printable:
    """To be called on the press."""
    with pdfium() as library, library.PdfDocument(made.pdf) as opened:
        return Printable(made.pdf, tuple(opened.get_page_size(number) for number in range(len(opened))))


def choose_printer(printer: QPrinter, pages: int, parent: QWidget) -> bool:
    """The system's own dialog."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintShowPageSize, on=False)
    dialog.setMinMax(1, pages)
    dialog.setWindowTitle("พิมพ์")
    return dialog.exec() == QDialog.DialogCode.Accepted


def new_printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    return printer


def pages_of(printer: QPrinter, count: int) -> tuple[int, ...]:
    """The pages that were asked for, counted from 0."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange or not printer.fromPage():
        return tuple(range(count))
    return tuple(range(printer.fromPage() - 1, min(printer.toPage(), count)))


class Printing(QObject):
    """One paper on its way to the printer. Pages are drawn on the press and painted here, one at a time."""

    progressed = Signal(str, float)
    finished = Signal(bool)
    """Whether everything reached the printer."""
    failed = Signal(object)

    def __init__(self, press: Press, paper: Printable, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._press, self._paper, self._printer = press, paper, printer
        self._pages = pages_of(printer, len(paper.sizes))
        self._done = 0
        self._painter = QPainter()
        self._dots = min(FINEST, printer.resolution())

    def begin(self) -> None:
        if not self._pages:
            self.finished.emit(True)
            return
        self._turn(self._pages[0])
        if not self._painter.begin(self._printer):
            self._fail()
            return
        self._draw_next()

    def _draw_next(self) -> None:
        page = self._pages[self._done]
        wish, pdf = Wish(page, self._dots / 72), self._paper.pdf
        share = self._done / len(self._pages)
        self.progressed.emit(f"กำลังพิมพ์หน้า {page + 1}", share)

        def draw(report: Progress) -> QImage:
            report(f"กำลังพิมพ์หน้า {page + 1}", share)
            with pdfium() as library, library.PdfDocument(pdf) as opened:
                return picture(opened, wish)

        self._press.do(draw, self._paint)

    def _paint(self, drawn: QImage | Exception) -> None:
        if isinstance(drawn, Exception):
            self._painter.end()
            self.failed.emit(drawn)
            return
        page = self._pages[self._done]
        if self._done:
            self._turn(page)
            if not self._printer.newPage():
                self._fail()
                return
        room = QRectF(self._printer.paperRect(QPrinter.Unit.DevicePixel))
        size = QSizeF(*self._paper.sizes[page]) * (self._printer.resolution() / 72)
        if size.width() > room.width() + 2 or size.height() > room.height() + 2:
            size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QRectF(QPointF(), size), drawn)
        self._done += 1
        if self._done < len(self._pages):
            self._draw_next()
        else:
            self.finished.emit(self._painter.end())

    def _turn(self, page: int) -> None:
        width, height = self._paper.sizes[page]
        landscape = width > height
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
        )

    def _fail(self) -> None:
        self._painter.end()
        self.failed.emit(FileTrouble("พิมพ์ไม่ได้ เครื่องพิมพ์ไม่ตอบรับ", safe="เอกสารยังอยู่ครบ", do="ตรวจเครื่องพิมพ์แล้วลองใหม่"))
