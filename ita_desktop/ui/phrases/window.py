"""The office's own phrases: kept from findings and measures with one click, used first by every later draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.actions import own_phrases
from ita_desktop.domain.records import Year
from ita_desktop.drafting.entries import Suggestion
from ita_desktop.drafting.own import OwnPhrases
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import key_within, verb_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import Wrapped, card

PHRASES_FILE = FileKind("ถ้อยคำของหน่วยงาน", ".json")


@dataclass(frozen=True, slots=True)
class Kept:
    key: str
    """What it is about: `items.iit-procedure`."""
    phrase: str | Suggestion
    place: int
    """Among those of its key."""

    @property
    def id(self) -> tuple[str, bool, int]:
        return self.key, isinstance(self.phrase, Suggestion), self.place

    @property
    def title(self) -> str:
        return self.phrase.title if isinstance(self.phrase, Suggestion) else self.phrase

    @property
    def whole(self) -> str:
        if isinstance(self.phrase, str):
            return self.phrase
        steps = (f"{number}. {step}" for number, step in enumerate(self.phrase.steps, 1))
        owners = f"ผู้รับผิดชอบ {' '.join(self.phrase.owners)}" if self.phrase.owners else ""
        return "\n".join(line for line in (self.phrase.title, *steps, owners, self.phrase.followup) if line)


def kept_of(own: OwnPhrases) -> Iterator[Kept]:
    for key, texts in own.advice.items():
        yield from (Kept(key, text, place) for place, text in enumerate(texts))
    for key, measures in own.measures.items():
        yield from (Kept(key, measure, place) for place, measure in enumerate(measures))


def about(key: str, year: Year | None) -> str:
    """What a phrase is about, as the year that is looked at calls it."""
    kind, _, name = key.partition(".")
    if year is not None:
        rules = year.framework
        if kind == "items" and (item := rules.item_meaning(name)):
            return f"ข้อ {item.code} {item.title}"
        if kind == "indicators" and name.isdigit() and (indicator := rules.indicator(int(name))):
            return f"ตัวชี้วัดที่ {name} {indicator.name}"
        if kind == "topics" and name.isdigit() and (topic := rules.topic(int(name))):
            return f"ประเด็นที่ {name} {topic.name}"
    return {"items": "ข้อที่ปีนี้ไม่ได้ถาม", "topics": f"ประเด็นที่ {name}"}.get(kind, f"ตัวชี้วัดที่ {name}")


class PhrasesWindow(QDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ถ้อยคำของหน่วยงาน")
        resize_to_fit(self, 920, 560)
        self.model = RecordTable(self._columns(), stripe=lambda kept: kept.key, parent=self)
        self.table = Table(self.model, "ถ้อยคำของหน่วยงาน", whole_rows=True)
        self.table.current.connect(self._look_at)
        key_within(self.table, "Delete", self.delete)
        self.whole = Wrapped()
        self.whole.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyState(
                "draft",
                "ยังไม่มีถ้อยคำของหน่วยงาน เขียนข้อเสนอแนะหรือมาตรการให้ดีแล้วเลือกเก็บไว้ในคลังของหน่วยงาน "
                "โปรแกรมจะใช้ก่อนถ้อยคำของโปรแกรมทุกครั้งที่ร่าง รวมถึงปีต่อไป",
                "นำเข้าจากไฟล์",
                self.import_file,
            )
        )
        self._pages.addWidget(self._make_halves())
        column = column_in(self, margin=PANEL)
        column.addLayout(self._make_verbs())
        column.addWidget(self._pages, 1)
        column.addLayout(closing_row(self))
        for key, verb in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo), ("Ctrl+Shift+Z", session.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(verb)
        session.changed.connect(self.refresh)
        self.refresh()

    def _make_verbs(self) -> QHBoxLayout:
        self.import_button = verb_button("นำเข้า", "import", "รับถ้อยคำจากหน่วยงานอื่น ที่ซ้ำกันเก็บครั้งเดียว")
        self.import_button.clicked.connect(self.import_file)
        self.export_button = verb_button("ส่งออก", "export", "บันทึกถ้อยคำเป็นไฟล์เพื่อส่งให้หน่วยงานอื่น")
        self.export_button.clicked.connect(self.export_file)
        self.delete_button = verb_button("ลบ", "delete", "ลบถ้อยคำที่เลือก เลิกทำได้")
        self.delete_button.clicked.connect(self.delete)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.import_button, self.export_button, self.delete_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _make_halves(self) -> QSplitter:
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        inside.addWidget(self.whole)
        inside.addStretch()
        return side_by_side(self.table, frame, sizes=(560, 320))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title="เรื่อง", value=lambda kept: about(kept.key, self._session.year)),
            Column(
                title="ชนิด",
                value=lambda kept: "มาตรการ" if isinstance(kept.phrase, Suggestion) else "ข้อเสนอแนะ",
                icon=lambda kept: "measure" if isinstance(kept.phrase, Suggestion) else "finding",
                width=120,
            ),
            Column(title="ถ้อยคำ", value=lambda kept: kept.title, tip=lambda kept: kept.whole),
        )

    # Showing

    def refresh(self) -> None:
        document = self._session.document
        if document is None:
            self.reject()
            return
        kept = list(kept_of(own_phrases.own_phrases(document)))
        self.table.show_records(kept)
        if kept and not self.table.currentIndex().isValid():
            self.table.choose(self.model.index(0, 0))
        self._pages.setCurrentIndex(1 if kept else 0)
        self.export_button.setEnabled(bool(kept))
        self.delete_button.setEnabled(bool(kept))
        self._look_at(self.table.current_record())

    def _look_at(self, kept: Kept | None) -> None:
        self.whole.say(kept.whole if kept else "")

    # What the officer does

    def delete(self) -> None:
        for kept in self.table.selected_records():
            self._session.run(own_phrases.forget, kept.key, kept.phrase)

    def export_file(self) -> None:
        document = self._session.document
        if document is None:
            return
        proposal = Path.home() / f"ita-phrases{PHRASES_FILE.suffix}"
        target = self._session.messages.save_file("ส่งออกถ้อยคำไว้ที่ใด", [PHRASES_FILE], proposal)
        if target is not None:
            self._session.attempt(lambda: own_phrases.export_phrases(document, target))

    def import_file(self) -> None:
        path = self._session.messages.open_file("นำเข้าถ้อยคำจากไฟล์ใด", [PHRASES_FILE], Path.home())
        if path is not None:
            self._session.run(own_phrases.import_phrases, path)
