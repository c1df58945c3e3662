"""The press: one thread that makes papers and looks at their pages.

All of it happens here, the most wanted first: a new proof, the pages in sight, the small pages, words to search
through, and last what may take its time (files, prints). Only the newest order counts.
"""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from ita_desktop.domain.problems import Problem
from ita_desktop.domain.telling import Progress
from ita_desktop.pdfium import pdfium
from ita_desktop.ui.papers.page_words import words_of

if TYPE_CHECKING:
    from ita_desktop.pdfium import PdfDocument

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it would leave the house now."""

    paper: str
    pdf: bytes
    problems: tuple[Problem, ...] = ()
    words: str = ""
    """Digest of what it says."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """A heading of the paper and where it stands; lengths of pages are points from the top left."""

    title: str
    page: int
    top: float


@dataclass(frozen=True, slots=True)
class Proof:
    serial: int
    made: Made
    sizes: tuple[tuple[float, float], ...]
    outline: tuple[Outlined, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    page: int
    scale: float
    """Pixels a point."""


@dataclass(frozen=True, slots=True)
class Drawn:
    serial: int
    who: str
    wish: Wish
    image: QImage


class Cancelled(Exception):
    """Not wanted any more; raised where nothing is half done."""


class Press(QObject):
    made = Signal(object)
    """A `Proof`: the pages are there to be drawn."""
    failed = Signal(object)
    """The newest order could not be made: an exception."""
    drawn = Signal(object)
    read = Signal(object)
    """The `PageWords` of a page."""
    progressed = Signal(str, float)
    finished = Signal()
    """A chore came to its end, whichever."""
    _back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wake = threading.Condition()
        self._stopping = False
        self._serial = 0
        self._order: Callable[[], Made] | None = None
        self._wishes: dict[str, deque[Wish]] = {"pages": deque(), "small": deque()}
        self._in_sight: tuple[Wish, ...] = ()
        self._drawn_ahead: set[Wish] = set()
        """Of the newest proof, before the window asked for them."""
        self._to_read: deque[int] = deque()
        self._chores: deque[tuple[Callable[[Progress], object], Callable[[Any], None]]] = deque()
        self._cancelled = threading.Event()
        self._pdf: PdfDocument | None = None
        self._pages = 0
        self._thread = threading.Thread(target=self._run, name="press", daemon=True)
        self._back.connect(self._bring_back)
        self._thread.start()

    # What can be asked of it

    def order(self, make: Callable[[], Made]) -> None:
        """Make this paper; an order that nobody began yet is forgotten."""
        with self._wake:
            self._order = make
            self._wake.notify()

    def draw(self, who: str, wishes: Sequence[Wish]) -> None:
        """Draw these pages of the newest proof, the first first; what `who` wished before is forgotten."""
        with self._wake:
            if who == "pages":
                self._in_sight = tuple(wishes)
                wishes = [wish for wish in wishes if wish not in self._drawn_ahead]
                self._drawn_ahead.clear()
            self._wishes[who] = deque(wishes)
            self._wake.notify()

    def read_pages(self, pages: Sequence[int]) -> None:
        """Read the words of these pages before others that still wait."""
        with self._wake:
            self._to_read = deque(dict.fromkeys((*pages, *self._to_read)))
            self._wake.notify()

    def do(self, work: Callable[[Progress], T], done: Callable[[T | Exception], None]) -> None:
        """A longer piece of work; its result, or what went wrong (`Cancelled` too), comes back to the window."""
        with self._wake:
            self._cancelled.clear()
            self._chores.append((work, done))
            self._wake.notify()

    def cancel(self) -> None:
        self._cancelled.set()

    def close(self) -> None:
        """What is being written is finished, nothing else is begun."""
        with self._wake:
            self._stopping = True
            self._cancelled.set()
            self._wake.notify()
        self._thread.join()

    # On the thread

    def _run(self) -> None:
        while (task := self._next()) is not None:
            task()
        self._forget()

    def _next(self) -> Callable[[], None] | None:
        with self._wake:
            while True:
                if self._stopping:
                    return None
                if self._order is not None:
                    make, self._order = self._order, None
                    return lambda: self._make(make)
                for who, wishes in self._wishes.items():
                    if wishes and self._pdf is not None:
                        wish = wishes.popleft()
                        return lambda who=who, wish=wish: self._draw(who, wish)  # type: ignore[misc]
                if self._to_read and self._pdf is not None:
                    page = self._to_read.popleft()
                    return lambda: self._read(page)
                if self._chores:
                    work, done = self._chores.popleft()
                    return lambda: self._do(work, done)
                self._wake.wait()

    def _make(self, make: Callable[[], Made]) -> None:
        try:
            made = make()
            with pdfium() as library:
                pdf = library.PdfDocument(made.pdf)
                sizes = tuple(pdf.get_page_size(number) for number in range(len(pdf)))
                outline = _outline(pdf, sizes)
        except Exception as trouble:  # noqa: BLE001 -- carried over to the window's thread, and told or raised there
            self.failed.emit(trouble)
            return
        self._forget()
        self._pdf, self._pages = pdf, len(sizes)
        with self._wake:
            self._serial += 1
            self._to_read.clear()
            self._wishes["small"].clear()
            self._wishes["pages"].clear()
            self._drawn_ahead.clear()
        self.made.emit(Proof(self._serial, made, sizes, outline))
        # What was in sight most likely still is: it is drawn while the window is still hearing of the proof.
        for wish in self._in_sight[:2]:
            with self._wake:
                if self._wishes["pages"] or self._order or self._stopping:
                    return
                self._drawn_ahead.add(wish)
            self._draw("pages", wish)

    def _draw(self, who: str, wish: Wish) -> None:
        if self._pdf is None or wish.page >= self._pages:
            return
        self.drawn.emit(Drawn(self._serial, who, wish, picture(self._pdf, wish)))

    def _read(self, page: int) -> None:
        if self._pdf is None or page >= self._pages:
            return
        self.read.emit(words_of(self._pdf, self._serial, page))

    def _do(self, work: Callable[[Progress], object], done: Callable[[Any], None]) -> None:
        try:
            result: object = work(self._report)
        except Exception as trouble:  # noqa: BLE001 -- as above
            result = trouble
        self._back.emit(done, result)

    def _report(self, doing: str, share: float) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(doing, share)

    def _forget(self) -> None:
        if self._pdf is not None:
            with pdfium():
                self._pdf.close()
            self._pdf = None

    # Back in the window's thread

    @Slot(object, object)
    def _bring_back(self, done: Callable[[object], None], result: object) -> None:
        self.finished.emit()
        done(result)


def picture(pdf: PdfDocument, wish: Wish) -> QImage:
    """A page in pixels."""
    with pdfium(), closing(pdf[wish.page]) as page, closing(page.render(scale=wish.scale, prefer_bgrx=True)) as drawn:
        return QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32).copy()


def raise_in_window(trouble: Exception) -> None:
    """Our own mistake, found on another thread: it goes where all our mistakes go."""
    sys.excepthook(type(trouble), trouble, trouble.__traceback__)


def _outline(pdf: PdfDocument, sizes: Sequence[tuple[float, float]]) -> tuple[Outlined, ...]:
    headings = []
    for mark in pdf.get_toc():
        target = mark.get_dest()
        page = target.get_index() if target else None
        if target is None or page is None or page >= len(sizes):
            continue
        _, view = target.get_view()
        high = sizes[page][1]
        headings.append(Outlined(mark.get_title(), page, high - view[1] if len(view) > 1 else 0.0))
    return tuple(headings)
