"""The menus: every verb of the program with its key. Mnemonics are Latin letters, whatever the keyboard's layout."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from ita_desktop.ui import icons
from ita_desktop.ui.tabs import SIGNS
from ita_desktop.ui.theme import Choice, theme

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow

_THEMES = ((Choice.SYSTEM, "ตามระบบ"), (Choice.LIGHT, "สว่าง"), (Choice.DARK, "มืด"))
_ZOOMS = (100, 115, 130, 150)


class Menus(QObject):
    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._for_workbook: list[QAction] = []
        self._for_year: list[QAction] = []
        self._bar = window.menuBar()
        self._file()
        self._edit()
        self._view()
        self._tools()
        self._help()

    def refresh(self) -> None:
        """What can be done now, and what undo would undo."""
        session = self._window.session
        for action in self._for_workbook:
            action.setEnabled(session.document is not None)
        for action in self._for_year:
            action.setEnabled(session.year is not None)
        undo = session.document.undo_label if session.document else None
        redo = session.document.redo_label if session.document else None
        self.undo.setText(f"เลิกทำ: {undo} (&U)" if undo else "เลิกทำ (&U)")
        self.redo.setText(f"ทำซ้ำ: {redo} (&R)" if redo else "ทำซ้ำ (&R)")
        self.undo.setEnabled(undo is not None)
        self.redo.setEnabled(redo is not None)
        self._back.setEnabled(session.document is not None and self._window.keeping.carried.origin is not None)
        year = session.year
        self._next.setText(f"เริ่มปี {year.number + 1} จากปีนี้ (&N)" if year else "เริ่มปีถัดไป (&N)")

    # The menus

    def _file(self) -> None:
        window, files = self._window, self._window.files
        menu = self._bar.addMenu("ไฟล์ (&F)")
        self._add(menu, "ใหม่ (&N)", "new", window.new_workbook, QKeySequence.StandardKey.New)
        self._add(menu, "เปิด (&O)", "open", files.choose_and_open, QKeySequence.StandardKey.Open)
        self._recent = menu.addMenu("เปิดล่าสุด (&R)")
        self._recent.aboutToShow.connect(self._list_recent)
        self._add(menu, "เปิดตัวอย่าง (&S)", "sample", files.open_sample)
        menu.addSeparator()
        out = self._add(menu, "เอกสาร พิมพ์ และส่งออก (&E)", "paper", window.doors.papers, "Ctrl+E")
        sheet = self._add(menu, "นำเข้าตาราง… (&I)", "import", window.importing.open, "Ctrl+I")
        sheets = self._add(menu, "ส่งออกทั้งสมุดงานเป็น Excel (&X)", "export", files.export_sheets)
        menu.addSeparator()
        stick = self._add(menu, "ส่งลงไดรฟ์ (&U)", "stick", window.sticks.send, "Ctrl+U")
        self._add(menu, "ตรวจไฟล์ในไดรฟ์ (&V)", "done", window.sticks.check)
        self._back = self._add(menu, "ส่งไฟล์กลับไปที่เดิม (&L)", "undo", window.doors.bring_back)
        menu.addSeparator()
        backup = self._add(menu, "สำรองข้อมูลไว้ในโฟลเดอร์อื่น (&B)", "backup", window.doors.back_up_to_folder)
        restore = self._add(menu, "ข้อมูลสำรอง และกู้คืน (&G)", "restore", window.doors.backups)
        menu.addSeparator()
        close = self._add(menu, "ปิดสมุดงาน (&C)", "close", files.close, "Ctrl+W")
        self._add(menu, "ออกจากโปรแกรม (&Q)", "", window.close, "Ctrl+Q")
        self._for_year += [out, stick]
        self._for_workbook += [sheet, sheets, backup, restore, close]

    def _edit(self) -> None:
        window = self._window
        menu = self._bar.addMenu("แก้ไข (&E)")
        self.undo = self._add(menu, "เลิกทำ (&U)", "undo", window.undo, QKeySequence.StandardKey.Undo)
        self.redo = self._add(menu, "ทำซ้ำ (&R)", "redo", window.redo, "Ctrl+Y")
        self.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        menu.addSeparator()
        # Its key belongs to the button in the header.
        self._for_year.append(self._add(menu, "ค้นหา (&F)\tCtrl+K", "find", window.doors.find))
        self._for_year.append(self._add(menu, "ปัญหาถัดไปที่ตรวจพบ (&P)", "warning", window.next_problem, "F8"))

    def _view(self) -> None:
        window = self._window
        menu = self._bar.addMenu("มุมมอง (&V)")
        for number, sign in enumerate(SIGNS):
            action = self._add(
                menu,
                f"{sign.title} (&{number + 1})",
                sign.icon,
                partial(window.show_tab, number),
                f"Ctrl+{number + 1}",
            )
            self._for_year.append(action)
        menu.addSeparator()
        looks = menu.addMenu("สีของหน้าต่าง (&T)")
        group = QActionGroup(looks)
        for choice, text in _THEMES:
            action = self._add(looks, text, "", partial(window.choose_theme, choice))
            action.setCheckable(True)
            action.setChecked(choice is theme().choice)
            group.addAction(action)
        sizes = menu.addMenu("ขนาดตัวอักษร (&S)")
        group = QActionGroup(sizes)
        for percent in _ZOOMS:
            action = self._add(sizes, f"{percent}%", "", partial(window.set_zoom, percent / 100))
            action.setCheckable(True)
            action.setChecked(round(theme().zoom * 100) == percent)
            group.addAction(action)

    def _tools(self) -> None:
        window = self._window
        menu = self._bar.addMenu("เครื่องมือ (&T)")
        office = self._add(menu, "ข้อมูลหน่วยงาน (&O)", "people", window.doors.office)
        menu.addSeparator()
        add = self._add(menu, "เพิ่มปี (&A)", "add", window.doors.add_year)
        self._next = self._add(menu, "เริ่มปีถัดไป (&N)", "next-year", window.doors.start_next_year)
        facts = self._add(menu, "ข้อมูลของปี (&Y)", "calendar", window.doors.year_facts)
        rounds = self._add(menu, "รอบติดตาม (&R)", "followup", window.doors.rounds)
        forms = self._add(menu, "แบบรายงานของส่วนราชการ (&F)", "export", window.doors.division_forms)
        files = self._add(menu, "ไฟล์หลักฐานของสมุดงาน (&D)", "folder", window.doors.evidence)
        effects = self._add(menu, "มาตรการปีก่อนได้ผลหรือไม่ (&E)", "chart-change", window.doors.effects)
        shapes = self._add(menu, "ตัวอย่างตารางมาตรการ (&T)", "view-table", window.doors.table_shapes)
        menu.addSeparator()
        proof = self._add(menu, "ตรวจเอกสารจากภายนอก (&C)", "find", window.doors.proof)
        standing = self._add(menu, "วิเคราะห์คะแนน (&S)", "chart-trend", window.doors.standing, "Ctrl+Shift+A")
        rules = self._add(menu, "หลักเกณฑ์รายปี (&K)", "settings", window.doors.frameworks)
        phrases = self._add(menu, "ถ้อยคำของหน่วยงาน (&P)", "draft", window.doors.phrases)
        self._for_workbook += [office, add, files, rules, phrases]
        self._for_year += [self._next, facts, rounds, forms, effects, shapes, standing, proof]

    def _help(self) -> None:
        window = self._window
        menu = self._bar.addMenu("ช่วยเหลือ (&H)")
        self._add(menu, "วิธีใช้ (&H)", "help", window.doors.help, QKeySequence.StandardKey.HelpContents)
        self._add(menu, "คีย์ลัด (&K)", "settings", lambda: window.doors.help("keys"))
        menu.addSeparator()
        self._add(menu, "ตรวจโปรแกรม (&V)", "shield", window.doors.check_program)
        self._add(menu, "เกี่ยวกับโปรแกรม (&A)", "info", window.doors.about)

    def _list_recent(self) -> None:
        self._recent.clear()
        paths = self._window.settings.recent
        for path in paths:
            action = self._recent.addAction(path.stem)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _checked=False, path=path: self._window.files.open(path))
        if not paths:
            self._recent.addAction("ยังไม่มี").setEnabled(False)

    def _add(
        self,
        menu: QMenu,
        text: str,
        picture: str,
        verb: Callable[[], object],
        key: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = menu.addAction(text)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        if picture:
            icons.give(action, picture)
        action.triggered.connect(lambda _checked=False: verb())
        return action
