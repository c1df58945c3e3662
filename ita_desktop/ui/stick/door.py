"""The ways into sending papers to a stick and checking one. Nothing is loaded before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ita_desktop.delivery.drives import Drive, removable_drives
from ita_desktop.ui.dialogs import open_dialog

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

Drives = Callable[[], tuple[Drive, ...]]


class StickDoor(QObject):
    def __init__(self, window: MainWindow, drives: Drives = removable_drives) -> None:
        super().__init__(window)
        self._window = window
        self.drives = drives

    def send(self, paper: str = "", over: QWidget | None = None) -> None:
        """The year's papers, beginning with this one; over the window that asks."""
        from ita_desktop.ui.stick.send import SendDialog

        session = self._window.session
        if session.year is not None:
            self._window.flush()
            files = self._window.files
            fonts, parent = files.places.fonts, over or self._window
            open_dialog(SendDialog(session, fonts, self.drives, files.now, parent, paper=paper), about="papers")

    def check(self, over: QWidget | None = None) -> None:
        from ita_desktop.ui.stick.check import CheckDialog

        open_dialog(CheckDialog(self._window.session.messages, self.drives, over or self._window), about="papers")
