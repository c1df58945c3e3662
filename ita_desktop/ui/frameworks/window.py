"""หลักเกณฑ์รายปี: look at a year's rules, correct them, copy them for a new year, share them, put them back.

What is typed is kept as soon as the rules hold together. Until then it stands here as unsaved, with the reason, and the
workbook is as it was: two weights cannot be changed at the same moment.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QTabWidget, QWidget
from typing_extensions import override

from ita_desktop.actions import frameworks as actions
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.framework import Framework
from ita_desktop.domain.framework_rules import faults
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.ui import reading
from ita_desktop.ui.dialogs import closing_row, open_dialog, resize_to_fit
from ita_desktop.ui.frameworks.facts_tab import FactsTab
from ita_desktop.ui.frameworks.rule_tables import ALL
from ita_desktop.ui.frameworks.rules_tab import RulesTab
from ita_desktop.ui.frameworks.year_list import YearList, corrected_years, doubts
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.papers.name_dialog import NameDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped, card, label

RULES_FILE = FileKind("หลักเกณฑ์ ITA", ".toml")


class FrameworksWindow(QDialog):
    def __init__(self, session: Session, frameworks: Frameworks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._frameworks = frameworks
        self._shown: Framework | None = None
        """As it is kept."""
        self._unsaved: tuple[Framework, str] | None = None
        """As it was typed, where that does not hold together yet; and what was done."""
        self.setWindowTitle("หลักเกณฑ์รายปี")
        self.years = YearList(frameworks)
        self.title = label(rank="title")
        self.note = Wrapped(tone="muted", rank="small")
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName("ส่วนของหลักเกณฑ์")
        self.tabs.tabBar().setAccessibleName("ส่วนของหลักเกณฑ์")
        self.parts = tuple(RulesTab(part) for part in ALL)
        for tab in self.parts:
            self.tabs.addTab(tab, tab.part.title)
            tab.changed.connect(self.take)
            tab.refused.connect(session.messages.error)
        self.facts = FactsTab(session.today)
        self.facts.changed.connect(self.take)
        self.tabs.addTab(self.facts, "อื่น ๆ")
        self._lay_out()
        self.years.current.connect(self._choose)
        session.changed.connect(self.refresh)
        for key, verb in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)
        resize_to_fit(self, 1080, 640)
        self.refresh()
        self.years.go_to(session.year.number if session.year else None)

    def _lay_out(self) -> None:
        self.copy_button = verb_button("คัดลอกเป็นปีใหม่", "duplicate", "ใช้หลักเกณฑ์ปีนี้เป็นต้นแบบของอีกปี")
        self.copy_button.clicked.connect(self.copy)
        self.import_button = verb_button("นำเข้า", "import", "รับไฟล์หลักเกณฑ์จากหน่วยงานอื่น")
        self.import_button.clicked.connect(self.import_file)
        self.export_button = verb_button("ส่งออก", "export", "บันทึกหลักเกณฑ์ปีนี้เป็นไฟล์เพื่อส่งต่อ")
        self.export_button.clicked.connect(self.export_file)
        self.restore_button = verb_button("คืนค่าเดิม", "restore", "กลับไปใช้หลักเกณฑ์ของโปรแกรม เลิกทำได้")
        self.restore_button.clicked.connect(self.put_back)
        verbs = QHBoxLayout()
        verbs.setSpacing(GAP)
        for button in (self.copy_button, self.import_button, self.export_button, self.restore_button):
            verbs.addWidget(button)
        verbs.addStretch()
        right = QWidget()
        column = column_in(right)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addLayout(verbs)
        column.addWidget(self._make_trouble())
        column.addWidget(self.tabs, 1)
        halves = side_by_side(self.years, right, sizes=(220, 820), stretch=(0, 1))
        self.years.setMinimumWidth(170)
        whole = column_in(self, margin=PANEL)
        whole.addWidget(halves, 1)
        whole.addLayout(closing_row(self))

    def _make_trouble(self) -> QFrame:
        self.trouble = Wrapped(tone="bad")
        give_up = QPushButton("เลิกแก้")
        give_up.setAutoDefault(False)
        give_up.clicked.connect(self.give_up)
        self._trouble = card()
        row = QHBoxLayout(self._trouble)
        row.setContentsMargins(GAP, GAP, GAP, GAP)
        row.addWidget(self.trouble, 1)
        row.addWidget(give_up, alignment=Qt.AlignmentFlag.AlignTop)
        self._trouble.hide()
        return self._trouble

    # What is shown

    @property
    def rules(self) -> Framework | None:
        """As they stand in the tables."""
        return self._unsaved[0] if self._unsaved else self._shown

    @property
    def has_unsaved(self) -> bool:
        return self._unsaved is not None

    def refresh(self) -> None:
        document = self._session.document
        if document is None:
            self.reject()
            return
        self._unsaved = None
        self.years.show_years(document)

    def _choose(self, year: int | None) -> None:
        document = self._session.document
        if document is None or year is None:
            return
        if self._unsaved is not None and self._shown is not None and year != self._shown.year:
            if not self._session.messages.ask("ค่าที่แก้ยังบันทึกไม่ได้", verb="ทิ้งค่าที่แก้", detail=self.trouble.said()):
                self.years.go_to(self._shown.year)
                return
            self._unsaved = None
        found = self._session.attempt(lambda: actions.framework_of(document, year, frameworks=self._frameworks))
        if found is not None and (self._unsaved is None or self._shown != found):
            self._unsaved = None
            self._shown = found
            self._show()

    def _show(self) -> None:
        rules, document = self.rules, self._session.document
        if rules is None or document is None:
            return
        for at, tab in enumerate(self.parts):
            tab.show_rules(rules)
            doubtful = tab.doubtful()
            count = len(tab.part.records(rules))
            self.tabs.setTabText(at, f"{tab.part.title} {count}")
            self.tabs.setTabToolTip(at, f"ตรวจสอบกับคู่มือ {doubtful} รายการ" if doubtful else "")
        self.facts.show_rules(rules)
        own = rules.year in corrected_years(document)
        self.title.setText(f"หลักเกณฑ์ปีงบประมาณ พ.ศ. {rules.year}")
        self.note.say(self._told(rules, own=own))
        self.restore_button.setEnabled(own)
        found = faults(rules) if self._unsaved else ()
        self._trouble.setVisible(bool(found))
        self.trouble.say(f"ยังไม่บันทึก: {found[0].message}" if found else "")

    @staticmethod
    def _told(rules: Framework, *, own: bool) -> str:
        doubtful = doubts(rules)
        whose = "แก้ไขโดยหน่วยงาน เก็บในสมุดงานนี้" if own else "หลักเกณฑ์ของโปรแกรม"
        sure = f"ควรตรวจสอบกับคู่มือ {doubtful} รายการ" if doubtful else "ทุกรายการมีหลักฐานยืนยันหรือตรวจแล้ว"
        return f"{whose} · {sure}"

    # What the officer does

    def take(self, rules: Framework, what: str) -> None:
        """Kept where it holds together, else shown as unsaved with the reason."""
        if faults(rules):
            self._unsaved = (rules, what)
            self._show()
            return
        self._unsaved = None
        self._session.run(actions.correct_framework, rules, what)

    def give_up(self) -> None:
        self._unsaved = None
        self._show()

    def undo(self) -> None:
        """What is not saved goes first."""
        if self._unsaved is not None:
            self.give_up()
        else:
            self._session.undo()

    def redo(self) -> None:
        self._session.redo()

    def put_back(self) -> None:
        if self._shown is not None:
            self._unsaved = None
            self._session.run(actions.put_back_framework, self._shown)

    def copy(self) -> None:
        if self._shown is None:
            return
        dialog = NameDialog(
            f"คัดลอกหลักเกณฑ์ปี {self._shown.year}",
            "หลักเกณฑ์ของปีใหม่เริ่มเหมือนปีนี้ทุกข้อ และเตือนให้ตรวจสอบกับคู่มือจนกว่าจะยืนยัน",
            "คัดลอก",
            self._copy_to,
            self,
            proposal=str(self._shown.year + 1),
            caption="ปีงบประมาณใหม่",
        )
        open_dialog(dialog)

    def _copy_to(self, text: str) -> str:
        document = self._session.document
        assert document is not None
        assert self._shown is not None
        try:
            year = reading.year(text)
        except ItaError as trouble:
            return str(trouble)
        if year == self._shown.year:
            return "เลือกปีอื่นที่ไม่ใช่ปีต้นแบบ"
        if year in corrected_years(document):
            return f"ปี {year} มีหลักเกณฑ์ที่หน่วยงานแก้ไว้แล้ว คืนค่าเดิมของปีนั้นก่อน"
        self._session.run(actions.copy_framework, self._shown, year)
        self.years.go_to(year)
        return ""

    def export_file(self) -> None:
        rules = self._shown
        if rules is None:
            return
        proposal = Path.home() / f"ita-framework-{rules.year}{RULES_FILE.suffix}"
        target = self._session.messages.save_file("ส่งออกหลักเกณฑ์ไว้ที่ใด", [RULES_FILE], proposal)
        if target is not None:
            self._session.attempt(lambda: actions.export_framework(rules, target))

    def import_file(self) -> None:
        path = self._session.messages.open_file("นำเข้าหลักเกณฑ์จากไฟล์ใด", [RULES_FILE], Path.home())
        if path is None:
            return
        year = self._session.attempt(lambda: actions.year_of_file(path, frameworks=self._frameworks))
        if year is not None:
            self._session.run(actions.import_framework, path, year, frameworks=self._frameworks)
            self.years.go_to(year)

    @override
    def done(self, result: int) -> None:
        """Closed with something unsaved, it is asked once more whether that is meant."""
        self.facts.flush()
        if self._unsaved is not None and self._session.document is not None:
            detail = self.trouble.said()
            if not self._session.messages.ask("ค่าที่แก้ยังบันทึกไม่ได้", verb="ทิ้งค่าที่แก้", detail=detail):
                return
        super().done(result)
