"""Texts and pages belong together: the field written in is shown on its page, and a place leads to its field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from ita_desktop.ui.papers.page_view import PageView
from ita_desktop.ui.papers.page_words import Landing, Landmark, PageWords, landings
from ita_desktop.ui.papers.press import Press, Proof

_HEADING = 22.0
"""How high the line of a heading is, in points."""


class Guide(QObject):
    found = Signal(str)
    """The landmark whose text stands at the place that was asked for."""

    def __init__(self, view: PageView, press: Press, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._press = view, press
        self._proof: Proof | None = None
        self._marks: tuple[Landmark, ...] = ()
        self._key = ""
        self._asked: tuple[int, float] | None = None
        self._moves = False
        view.chosen.connect(self._ask)
        press.read.connect(self._read)

    def follow(self, proof: Proof, marks: Sequence[Landmark], *, same: bool) -> None:
        """Another paper, or the same one made anew: then the mark follows its text, and the page stays where it is."""
        self._proof, self._marks = proof, tuple(marks)
        self._asked, self._moves = None, False
        if not same:
            self._key = ""
            self._view.show_landing(None)
        elif self._key:
            self._want(self._proof.sizes)

    def look_at(self, key: str) -> None:
        """Show where this text stands, if it can be seen nowhere in sight."""
        if self._proof is not None:
            self._key, self._moves = key, True
            self._want(self._proof.sizes)

    def _ask(self, page: int, y: float) -> None:
        if self._proof is not None:
            self._asked = (page, y)
            self._want(self._proof.sizes[: page + 1])

    def _want(self, pages: Sequence[object]) -> None:
        known = self._view.words()
        missing = [number for number in range(len(pages)) if number not in known]
        self._press.read_pages(missing)
        self._settle()

    def _read(self, words: PageWords) -> None:
        if words.page in self._view.words():
            self._settle()

    def _settle(self) -> None:
        if self._proof is None:
            return
        if self._key:
            landing = self._landings().get(self._key)
            if landing is not None or len(self._view.words()) == len(self._proof.sizes):
                self._view.show_landing(landing, move=self._moves)
                self._moves = False
        if self._asked is not None and all(page in self._view.words() for page in range(self._asked[0] + 1)):
            page, y = self._asked
            self._asked = None
            above = [
                (landing.page, landing.top, key)
                for key, landing in self._landings().items()
                if (landing.page, landing.top - 4) <= (page, y)
            ]
            if above:
                self.found.emit(max(above)[2])

    def _landings(self) -> dict[str, Landing]:
        assert self._proof is not None
        found = landings(self._view.words(), self._marks)
        headings = iter(self._proof.outline)
        for mark in (mark for mark in self._marks if mark.heading):
            outlined = next((one for one in headings if one.title.endswith(mark.words)), None)
            if outlined is not None:
                found[mark.key] = Landing(outlined.page, outlined.top, outlined.top + _HEADING)
        return found
