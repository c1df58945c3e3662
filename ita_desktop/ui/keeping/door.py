"""The ways into what keeps the office's work: backups, damaged files, a second place, workbooks from elsewhere.

It comes with the first workbook, because the foot of the window reminds of it; its windows are loaded when they are
opened.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from ita_desktop.actions.workbook import tidy_up_after_a_crash
from ita_desktop.domain.errors import ItaError
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.jobs import Progress
from ita_desktop.ui.keeping.carried import Carried
from ita_desktop.ui.keeping.second_place import SecondPlace
from ita_desktop.ui.widgets.buttons import verb_button

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

TIDY_AFTER_MS = 5_000
"""What a crash left behind can wait until the officer is at work."""


class KeepingDoor(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session, self._files, self._jobs = window.session, window.files, window.jobs
        self.second = SecondPlace(self._session, self._files, window.settings, self._jobs)
        self.carried = Carried(self._session, self._files, window.settings, self._jobs)
        self.old_second = verb_button("", "backup", "เปิดหน้าต่างข้อมูลสำรอง แล้วสำรองลงที่สำรองแห่งที่สอง")
        self.not_back = verb_button("", "stick", "ส่งไฟล์กลับไปแทนไฟล์เดิม ไฟล์เดิมเก็บไว้ข้าง ๆ")
        self.no_backup = verb_button("", "warning", "ดูว่าเพราะอะไร และต้องทำอย่างไร")
        self.no_backup.setText("สำรองข้อมูลไม่สำเร็จ")
        for button in (self.no_backup, self.old_second, self.not_back):
            button.setProperty("look", "flat")
            button.hide()
            window.status.addPermanentWidget(button)
        self._trouble: ItaError | None = None
        """Why the last backup could not be made."""
        self._tidying = QTimer(self, singleShot=True, interval=TIDY_AFTER_MS)
        self._wire()
        self._tidying.start()

    def _wire(self) -> None:
        self.old_second.clicked.connect(self.backups)
        self.not_back.clicked.connect(self.carried.bring_back)
        self.no_backup.clicked.connect(self._tell_why)
        self._files.backups.failed.connect(self._note_trouble)
        self.second.changed.connect(self.remind)
        self.carried.changed.connect(self.remind)
        self._files.saved.connect(lambda _moment: self.remind())
        self._tidying.timeout.connect(self._tidy_up)

    def finish(self) -> None:
        """Before the program ends, with the last backup made: what is still to be carried over is begun."""
        self._tidying.stop()
        self.second.finish()

    # Windows

    def backups(self, workbook: Path | None = None) -> None:
        """Of the open workbook, or of one that cannot be opened."""
        from ita_desktop.ui.keeping.window import BackupsWindow

        if self._session.document is not None or workbook is not None:
            self._window.flush()
            window = BackupsWindow(self._files, self._session, self.second, self._window, workbook=workbook)
            open_dialog(window, about="safety")

    def back_up_to_folder(self) -> None:
        """Of the officer's choice, where it can be read without this program; evidence goes along."""
        from ita_desktop.ui.keeping.to_folder import back_up_to_folder

        self._window.flush()
        back_up_to_folder(self._session, self._files, self._jobs, self._window.doors.send_evidence_along)

    def damaged(self, path: Path, trouble: ItaError) -> None:
        from ita_desktop.ui.keeping.damaged import DamagedDialog

        dialog = DamagedDialog(path, trouble, self._files, self._session, self._window)
        dialog.others.connect(self.backups)
        open_dialog(dialog, about="safety")

    # At the foot

    def remind(self) -> None:
        """Of what has not been carried over for long."""
        days = self.second.age_in_days()
        self.old_second.setVisible(self.second.is_old())
        self.old_second.setText("ยังไม่ได้สำรองลงที่แห่งที่สอง" if days is None else f"ที่สำรองแห่งที่สองเก่า {days:,} วัน")
        self.not_back.setVisible(self.carried.is_ahead())
        self.not_back.setText("ยังไม่ได้ส่งไฟล์กลับไปที่เดิม")

    def _note_trouble(self, trouble: ItaError | None) -> None:
        self._trouble = trouble
        self.no_backup.setVisible(trouble is not None)

    def _tell_why(self) -> None:
        if self._trouble is not None:
            self._session.messages.error(self._trouble)

    # By itself

    def _tidy_up(self) -> None:
        """On another thread: there may be a thousand files to look through."""
        root, now, recent = self._files.places.backups, self._files.now(), self._window.settings.recent

        def work(_progress: Progress) -> None:
            tidy_up_after_a_crash(recent, root, now)

        self._jobs.run("กำลังเก็บกวาดไฟล์ที่เขียนค้างไว้", work, lambda _nothing: None)
