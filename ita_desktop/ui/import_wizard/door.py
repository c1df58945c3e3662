"""The ways into the import window: the menu, and a sheet dropped on the main window. Nothing is loaded before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from ita_desktop.ui.files import Files
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.ui.import_wizard.window import ImportWindow
    from ita_desktop.ui.main_window import MainWindow


class ImportDoor(QObject):
    def __init__(self, owner: MainWindow, session: Session, files: Files) -> None:
        super().__init__(owner)
        self._owner, self._session, self._files = owner, session, files
        owner.setAcceptDrops(True)
        owner.installEventFilter(self)

    def open(self, paths: Sequence[Path] = (), *, year: int | None = None) -> ImportWindow | None:
        """Over a workbook only; with files their tables are read at once. What comes in belongs to the year that is
        looked at, or to this one."""
        from ita_desktop.ui.dialogs import open_dialog
        from ita_desktop.ui.import_wizard.window import ImportWindow

        if self._session.document is None:
            return None
        self._owner.flush()
        window = ImportWindow(self._session, self._files, self._owner, year=year)
        open_dialog(window, about="import")
        if paths:
            window.read_files(paths)
        return window

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        from ita_desktop.ui.import_wizard.source import dropped_files

        paths = dropped_files(event.mimeData()) if self._session.document is not None else []
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self.open(paths))  # whoever dragged it is not kept waiting
        return True
