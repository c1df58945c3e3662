"""The middle of the window: the pages with what it takes to move among them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QKeySequence, QRegularExpressionValidator, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.ui import icons
from ita_desktop.ui.papers.find_bar import FindBar
from ita_desktop.ui.papers.page_list import PageList
from ita_desktop.ui.papers.page_view import PageView
from ita_desktop.ui.papers.press import Press, Proof
from ita_desktop.ui.papers.sheets import Fit
from ita_desktop.ui.theme import GAP, NEAR
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import label

_ROOM_FOR_TWO = 440
_PERCENTS = (50, 75, 100, 125, 150, 200)


class Preview(QWidget):
    def __init__(self, press: Press) -> None:
        super().__init__()
        self.view = PageView(press)
        self.pages = PageList(press)
        self.finder = FindBar(self.view, press)
        self.trouble = EmptyState("warning", "")
        self.finder.closed.connect(self.view.setFocus)
        self.view.page_changed.connect(self._show_page)
        self.view.zoomed.connect(self._show_zoom)
        self.pages.chosen.connect(self.view.go_to_page)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.trouble)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar())
        column.addWidget(self.finder)
        column.addLayout(middle, 1)
        self._add_menu()
        self._show_zoom()
        self._show_pages()

    def _add_menu(self) -> None:
        """Of the pages: what their keys do."""
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for text, picture, run in (
            ("คัดลอก", "duplicate", self.view.copy),
            ("เลือกทั้งหน้า", "checked", self.view.select_page),
            ("ค้นในเอกสาร", "find", self.finder.open_bar),
            ("ขยาย", "zoom-in", self.view.zoom_in),
            ("ย่อ", "zoom-out", self.view.zoom_out),
            ("พอดีความกว้าง", "", partial(self.view.set_zoom, Fit.WIDTH)),
        ):
            action = QAction(text, self.view)
            action.triggered.connect(lambda _checked=False, run=run: run())
            if picture:
                icons.give(action, picture)
            self.view.addAction(action)

    def _make_bar(self) -> QWidget:
        self.pages_button = icon_button("pages", "รายการหน้า", key="F9", checkable=True)
        self.pages_button.setChecked(True)
        self.pages_button.toggled.connect(self._show_pages)
        self.number = QLineEdit("1")
        self.number.setAccessibleName("หน้าที่แสดง")
        self.number.setToolTip("ไปที่หน้า (Ctrl+G)")
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.number.setFixedWidth(52)
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9๐-๙]{1,4}"), self))
        self.number.returnPressed.connect(self._go_to_typed)
        self.of = label("จาก 1", tone="muted")
        out = icon_button("zoom-out", "ย่อ", key="Ctrl+-")
        out.clicked.connect(self.view.zoom_out)
        closer = icon_button("zoom-in", "ขยาย", key="Ctrl++")
        closer.clicked.connect(self.view.zoom_in)
        self.zoom = QToolButton()
        self.zoom.setProperty("look", "flat")
        self.zoom.setToolTip("ขนาดที่แสดง พอดีความกว้าง (Ctrl+0)")
        self.zoom.setAccessibleName("ขนาดที่แสดง")
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.zoom.setMinimumWidth(64)
        self.zoom.setMenu(self._make_zooms())
        find = icon_button("find", "ค้นในเอกสาร", key="Ctrl+F")
        find.clicked.connect(self.finder.open_bar)
        bar = QWidget()
        bar.setProperty("ground", "surface")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(bar)
        row.setContentsMargins(GAP, NEAR, GAP, NEAR)
        row.setSpacing(NEAR)
        for widget in (self.pages_button, self.number, self.of):
            row.addWidget(widget)
        row.addStretch()
        for widget in (out, self.zoom, closer, find):
            row.addWidget(widget)
        return bar

    def _make_zooms(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("พอดีความกว้าง").triggered.connect(lambda: self.view.set_zoom(Fit.WIDTH))
        menu.addAction("เต็มหน้า").triggered.connect(lambda: self.view.set_zoom(Fit.PAGE))
        menu.addSeparator()
        for percent in _PERCENTS:
            menu.addAction(f"{percent}%").triggered.connect(partial(self._zoom_to, percent))
        return menu

    def add_keys(self, window: QWidget) -> None:
        """These work wherever the cursor is."""
        for key, verb in (
            ("Ctrl+F", self.finder.open_bar),
            ("Ctrl++", self.view.zoom_in),
            ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out),
            ("Ctrl+0", lambda: self.view.set_zoom(Fit.WIDTH)),
            ("Ctrl+G", self._ask_page),
            ("F9", self.pages_button.toggle),
            ("F3", lambda: self.finder.step(+1)),
            ("Shift+F3", lambda: self.finder.step(-1)),
        ):
            QShortcut(QKeySequence(key), window).activated.connect(verb)

    # What is shown

    def show_proof(self, proof: Proof, *, same: bool) -> None:
        self._stack.setCurrentWidget(self.view)
        self.pages.show_proof(proof, same=same)
        self.view.show_proof(proof, same=same)
        self.of.setText(f"จาก {len(proof.sizes)}")
        self._show_page(self.view.page)
        self.finder.renew()

    def show_trouble(self, sentence: str) -> None:
        self.trouble.say(sentence)
        self._stack.setCurrentWidget(self.trouble)

    def _show_pages(self) -> None:
        """Where there is little room, all of it belongs to the page."""
        self.pages.setVisible(self.pages_button.isChecked() and self.width() >= _ROOM_FOR_TWO)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_pages()

    def _show_page(self, number: int) -> None:
        if not self.number.hasFocus() or not self.number.isModified():
            self.number.setText(str(number + 1))
        self.pages.set_page(number)
        self.view.setAccessibleName(f"หน้าเอกสาร หน้า {number + 1} {self.of.text()}")

    def _show_zoom(self) -> None:
        words = {Fit.WIDTH: "พอดีกว้าง", Fit.PAGE: "เต็มหน้า"}
        zoom = self.view.zoom
        self.zoom.setText(words[zoom] if isinstance(zoom, Fit) else f"{round(zoom * 100)}%")

    def _zoom_to(self, percent: int, _checked: bool = False) -> None:
        self.view.set_zoom(percent / 100)

    def _go_to_typed(self) -> None:
        wanted = min(max(1, int(self.number.text())), max(1, self.view.page_count))
        with QSignalBlocker(self.number):
            self.number.setText(str(wanted))
        self.view.go_to_page(wanted - 1)
        self.view.setFocus()

    def _ask_page(self) -> None:
        self.number.setFocus()
        self.number.selectAll()
