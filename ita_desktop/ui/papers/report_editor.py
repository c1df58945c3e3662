"""รายงาน beside its pages: its shape, its sections, the words of each."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from ita_desktop.actions import appendix, report
from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.records import Section, Year
from ita_desktop.papers.arrangement import own_words, printed, worded
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.defaults import section_words, takes_words
from ita_desktop.papers.plan import preset_of
from ita_desktop.papers.presets import PRESETS, SECTION_KEYS
from ita_desktop.papers.report_sections import SECTIONS
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.papers.attachments import Attachments
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.name_dialog import NameDialog
from ita_desktop.ui.papers.own_words import OwnWordsField
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.papers.section_list import SectionList, SectionRow
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, row_height
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped

_ROWS_IN_SIGHT = 8
_THIS = "section"
"""Stands for whichever section is looked at."""
_FRONT = frozenset({"cover", "contents"})
"""They have no heading of their own."""


class ReportEditor(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._options = PaperOptions()
        self._key = ""
        self.preset = ChoiceField()
        self.preset.setAccessibleName("รูปแบบรายงาน")
        self.preset.committed.connect(self._choose_preset)
        self.more = icon_button("settings", "จัดการรูปแบบรายงาน")
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._make_menu())
        self.sections = SectionList()
        self.sections.setFixedHeight(_ROWS_IN_SIGHT * row_height() + 4)
        self.sections.looked_at.connect(self._look_at)
        self.sections.arranged.connect(self._arrange)
        self.title = Wrapped(rank="heading")
        self.words = OwnWordsField(most=20)
        self.words.committed.connect(self._save)
        self.attachments = Attachments(session)
        self.silent = Wrapped("ส่วนนี้จัดทำจากข้อมูลทั้งหมด จึงไม่มีข้อความให้แก้", tone="muted")
        shape = QWidget()
        row = QHBoxLayout(shape)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.preset.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.preset, 1)
        row.addWidget(self.more)
        self.add_heading("รูปแบบและส่วนของรายงาน")
        self.add(shape)
        self.add(self.sections)
        hint = "เว้นวรรค (Space) เพื่อพิมพ์หรือไม่พิมพ์ ลากหรือกด Alt+↑ Alt+↓ เพื่อย้ายลำดับ"
        self.add(Wrapped(hint, tone="muted", rank="small"))
        self.add(self.title)
        self.add(self.words)
        self.add(self.silent)
        self.add(self.attachments)
        self.mark(self.words, _THIS)
        self.mark(self.sections, _THIS)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self.save_preset = menu.addAction("บันทึกเป็นรูปแบบของหน่วยงาน")
        self.save_preset.triggered.connect(self._ask_name)
        self.reset = menu.addAction("กลับไปตามรูปแบบนี้")
        self.reset.triggered.connect(lambda: self._choose_preset(self.preset.value()))
        self.delete_preset = menu.addAction("ลบรูปแบบของหน่วยงานนี้")
        self.delete_preset.triggered.connect(self._delete_preset)
        return menu

    # Showing

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self._options = options
        own = {preset.name for preset in options.presets}
        chosen = preset_of(year, options)
        shipped = [(name, preset.title) for name, preset in PRESETS.items() if name not in own]
        self.preset.set_choices([*((p.name, f"{p.title} (ของหน่วยงาน)") for p in options.presets), *shipped])
        self.preset.set_value(chosen.name)
        self.reset.setEnabled(printed(year, options) != chosen.sections)
        self.delete_preset.setEnabled(chosen.name in own)
        self.sections.show_rows(_rows(year, options))
        self._look_at(self.sections.current_key())

    def _look_at(self, key: str) -> None:
        if self._key and key != self._key:
            self.words.flush()
        year = self.session.year
        if year is None or not key:
            return
        self._key = key
        self.title.say(SECTIONS[key].title)
        says = takes_words(year, self._options, key)
        self.words.setVisible(says)
        self.silent.setVisible(not says)
        self.attachments.setVisible(key == appendix.SECTION)
        if key == appendix.SECTION:
            self.attachments.show_year(year.number, self._options)
        if says:
            self.words.setAccessibleName(SECTIONS[key].title)
            section = _section(year, key)
            ours = section is not None and untouched(section, "text") is not None
            self.words.set_usual(section_words(year, self._options, key), "ร่างของโปรแกรม" if ours else "")
            self.words.set_value(own_words(year, key))
        if self.isVisible() and self.sections.hasFocus():
            self.looked_at.emit(key)

    @override
    def landmark_at(self, mark: str) -> str:
        return self._key if mark == _THIS else mark

    @override
    def as_typed(self, year: Year) -> Year:
        typed = self.words.typed_value()
        if not self._key or typed == own_words(year, self._key):
            return year
        return replace(year, report=worded(year, self._options, self._key, typed))

    @override
    def flush(self) -> None:
        self.words.flush()

    @override
    def landmarks(self, year: Year, options: PaperOptions) -> tuple[Landmark, ...]:
        return tuple(
            Landmark(key, section_words(year, options, key) if key == "cover" else "สารบัญ")
            if key in _FRONT
            else Landmark(key, SECTIONS[key].title, heading=True)
            for key in printed(year, options)
        )

    @override
    def go_to(self, key: str) -> None:
        if key in SECTIONS:
            self.sections.go_to(key)
            self.ensureWidgetVisible(self.words, 0, 60)
            if self.words.isVisible():
                self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            else:
                self.sections.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def landmark_of(self, field: str, year: Year) -> str:
        found = re.match(r"sections\[(\d+)\]", field)
        sections = year.report.sections if year.report else ()
        return sections[int(found[1])].key if found and int(found[1]) < len(sections) else ""

    @override
    def select(self, key: str, start: int, end: int) -> None:
        self.words.select_range(start, end)

    # What the officer does

    def _choose_preset(self, name: object) -> None:
        if self.session.year is not None:
            self.flush()
            self.session.run(report.choose_preset, self.session.year.number, str(name), self._options)

    def _arrange(self, keys: tuple[str, ...]) -> None:
        if self.session.year is not None:
            self.flush()
            self.session.run(report.arrange_sections, self.session.year.number, keys, self._options)

    def _save(self, text: object) -> None:
        if self.session.year is not None and self._key:
            self.session.run(report.change_section, self.session.year.number, self._key, str(text), self._options)

    def _ask_name(self) -> None:
        dialog = NameDialog(
            "บันทึกรูปแบบรายงาน",
            "ส่วนที่พิมพ์ ลำดับ และแบบตารางมาตรการขณะนี้ จะเลือกใช้ได้ทุกปีในสมุดงานนี้",
            "บันทึก",
            self._save_preset,
            self.window(),
            caption="ชื่อรูปแบบ",
        )
        open_dialog(dialog)

    def _save_preset(self, name: str) -> str:
        if name in PRESETS:
            return "ชื่อนี้เป็นของโปรแกรม ตั้งชื่ออื่น"
        if self.session.year is not None:
            self.flush()
            self.session.run(report.save_preset, self.session.year.number, name, self._options)
        return ""

    def _delete_preset(self) -> None:
        self.session.run(report.delete_preset, str(self.preset.value()))


def _section(year: Year, key: str) -> Section | None:
    return next((section for section in (year.report.sections if year.report else ()) if section.key == key), None)


def _rows(year: Year, options: PaperOptions) -> list[SectionRow]:
    on = printed(year, options)
    off = [key for key in SECTION_KEYS if key not in on]
    return [_row(year, options, key, is_on=is_on) for is_on, keys in ((True, on), (False, off)) for key in keys]


def _row(year: Year, options: PaperOptions, key: str, *, is_on: bool) -> SectionRow:
    own = own_words(year, key)
    note, tone = ("แก้ข้อความแล้ว", "muted") if own else ("", "muted")
    if is_on and not SECTIONS[key].write(year, options, own.strip()):
        note, tone = "ไม่มีข้อมูล จึงไม่พิมพ์", "warn"
    return SectionRow(key=key, title=SECTIONS[key].title, printed=is_on, note=note, note_tone=tone)
