"""Finding words on the pages: every place is marked, Enter goes to the next one. Kinds of digits do not matter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui.papers.page_marks import Hit
from ita_desktop.ui.papers.page_view import PageView
from ita_desktop.ui.papers.page_words import PageWords
from ita_desktop.ui.papers.press import Press
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.widgets.seeking import seeking_line


class FindBar(QWidget):
    closed = Signal()

    def __init__(self, view: PageView, press: Press) -> None:
        super().__init__()
        self._view = view
        self._press = press
        self._hits: list[Hit] = []
        self._at = -1
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = seeking_line("ค้นในเอกสารนี้")
        self.line.textChanged.connect(self._look)
        self.count = label(tone="muted")
        previous = icon_button("up", "ที่ก่อนหน้า", key="Shift+Enter")
        previous.clicked.connect(lambda: self.step(-1))
        following = icon_button("down", "ที่ถัดไป", key="Enter")
        following.clicked.connect(lambda: self.step(+1))
        close = icon_button("close", "ปิดการค้นหา", key="Esc")
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(PANEL, NEAR, GAP, NEAR)
        row.setSpacing(NEAR)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        for button in (previous, following, close):
            row.addWidget(button)
        press.read.connect(self._look_on)
        self.hide()

    def open_bar(self) -> None:
        selected = self._view.marks.selected_text()
        if selected and "\n" not in selected:
            self.line.setText(selected)
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self._read()

    def close_bar(self) -> None:
        self.hide()
        self._view.mark_hits((), None)
        self.closed.emit()

    def renew(self) -> None:
        """The paper was made anew: the same words are looked for."""
        self._hits, self._at = [], -1
        if self.isVisible():
            self._read()

    def hits(self) -> tuple[Hit, ...]:
        return tuple(self._hits)

    def step(self, by: int) -> None:
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show()

    def _read(self) -> None:
        """The pages that are not read yet, from the one in sight on."""
        count, here = self._view.page_count, self._view.page
        order = [*range(here, count), *range(here)]
        self._press.read_pages([page for page in order if page not in self._view.words()])
        self._look()

    def _look(self) -> None:
        known = self._view.words()
        wanted = self.line.text().strip()
        self._hits = [Hit(page, *span) for page in sorted(known) for span in known[page].occurrences(wanted)]
        here = next((at for at, hit in enumerate(self._hits) if hit.page >= self._view.page), 0)
        self._at = here if self._hits else -1
        self._show()

    def _look_on(self, words: PageWords) -> None:
        if not self.isVisible() or words.page not in self._view.words():
            return
        current = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        new = [Hit(words.page, *span) for span in words.occurrences(self.line.text().strip())]
        if not new:
            self._say()
            return
        others = [hit for hit in self._hits if hit.page != words.page]
        self._hits = sorted((*others, *new), key=lambda hit: (hit.page, hit.start))
        self._at = self._hits.index(current) if current in self._hits else self._hits.index(new[0])
        self._show(move=current is None)

    def _show(self, *, move: bool = True) -> None:
        current = self._hits[self._at] if 0 <= self._at < len(self._hits) else None
        self._view.mark_hits(self._hits, current, move=move)
        self._say()

    def _say(self) -> None:
        if not self.line.text().strip():
            self.count.setText("")
        else:
            self.count.setText(f"{self._at + 1} จาก {len(self._hits)}" if self._hits else "ไม่พบ")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else +1)
            case Qt.Key.Key_Escape:
                self.close_bar()
            case _:
                super().keyPressEvent(event)
