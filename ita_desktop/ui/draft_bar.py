"""What the program wrote says so, and offers its other wordings, until a person takes it over or changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.drafts import changed_figures, untouched
from ita_desktop.domain.figures import Figures
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.ui.dialogs import open_dialog, resize_to_fit
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import GAP, PANEL, set_property
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped, card

if TYPE_CHECKING:  # the drafting room is entered when something is drafted, not when the window starts
    from ita_desktop.drafting.choosing import Wording


class DraftBar(QWidget):
    """Over a form: which of its fields are still ours."""

    renew = Signal()
    """The figures have changed since; it is to be drafted anew."""

    def __init__(self, session: Session, fields: Mapping[str, str]) -> None:
        super().__init__()
        self._session = session
        self._fields = fields
        """The fields that are written in words, and what they are called."""
        self._record: Finding | Measure | None = None
        self._said = Wrapped(rank="small")
        self.accept = verb_button("รับร่าง", "done", "ถือเป็นข้อความของหน่วยงาน โปรแกรมจะไม่ร่างทับอีก")
        self.accept.clicked.connect(self._accept)
        self.others = verb_button("ถ้อยคำอื่น", "chevron-down", "เลือกจากถ้อยคำอื่นที่ความหมายเดียวกัน")
        self.others.clicked.connect(self._choose)
        self.again = verb_button("ร่างใหม่", "draft", "ร่างใหม่จากคะแนนที่เปลี่ยนไป")
        self.again.clicked.connect(self.renew)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._said, 1)
        for button in (self.again, self.others, self.accept):
            row.addWidget(button)

    def show_record(self, record: Finding | Measure | None) -> None:
        self._record = record
        ours = self._ours()
        self.setVisible(bool(ours))
        if not ours or record is None or self._session.year is None:
            return
        figures = Figures(self._session.year)
        changed = [
            name for field in ours if (draft := untouched(record, field)) for name in changed_figures(draft, figures)
        ]
        names = " และ".join(self._fields[field] for field in ours)
        stale = "คะแนนเปลี่ยนไปแล้วหลังจากร่าง" if changed else f"{names}เป็นร่างจากคะแนน ยังไม่มีใครแก้"
        self._said.say(stale)
        set_property(self._said, "tone", "warn" if changed else "muted")
        self.again.setVisible(bool(changed))
        self.others.setVisible(not changed)

    def _ours(self) -> list[str]:
        record = self._record
        if record is None:
            return []
        return [name for name in self._fields if (draft := untouched(record, name)) and draft.text.strip()]

    def _accept(self) -> None:
        from ita_desktop.actions import drafting

        if self._record is not None and self._session.year is not None:
            self._session.run(drafting.accept_drafts, self._session.year.number, self._record)

    def _choose(self) -> None:
        from ita_desktop.actions import drafting

        if self._record is None or self._session.year is None:
            return
        number, record = self._session.year.number, self._record
        choices: list[tuple[str, Wording]] = []
        for field in self._ours():
            found = self._session.run(drafting.wordings_of, number, self._session.phrases(), record, field) or ()
            now = untouched(record, field)
            choices += [(self._fields[field], each) for each in found if now is None or each.draft.text != now.text]
        dialog = WordingDialog(choices, self)
        dialog.chosen.connect(lambda wording: self._session.run(drafting.take_wording, number, record, wording))
        open_dialog(dialog)


class WordingDialog(QDialog):
    """Other wordings side by side."""

    chosen = Signal(object)

    def __init__(self, choices: Sequence[tuple[str, Wording]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("ถ้อยคำอื่น")
        resize_to_fit(self, 640, 480)
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(PANEL, PANEL, PANEL, PANEL)
        column.setSpacing(GAP)
        self.buttons: list[QPushButton] = []
        for title, wording in choices:
            column.addWidget(self._card(title, wording))
        if not choices:
            column.addWidget(Wrapped("ไม่มีถ้อยคำอื่นสำหรับคะแนนนี้", tone="muted"))
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _card(self, title: str, wording: Wording) -> QFrame:
        frame = card()
        take = QPushButton("ใช้ถ้อยคำนี้")
        take.clicked.connect(lambda: self._take(wording))
        self.buttons.append(take)
        column = QVBoxLayout(frame)
        column.setContentsMargins(PANEL, GAP, PANEL, GAP)
        column.addWidget(Wrapped(title, tone="muted", rank="small"))
        column.addWidget(Wrapped(wording.draft.text))
        column.addWidget(take, alignment=Qt.AlignmentFlag.AlignRight)
        return frame

    def _take(self, wording: Wording) -> None:
        self.chosen.emit(wording)
        self.accept()


def draft(session: Session, *kinds: str, indicator: int | None = None) -> bool:
    """Write what is missing and renew what nobody touched; says what was done."""
    from ita_desktop.actions import drafting

    if session.year is None:
        return False
    done = session.run(
        drafting.draft_year, session.year.number, session.phrases(), kinds=frozenset(kinds), indicator=indicator
    )
    if done is None:
        return False
    session.said.emit(done.in_words())
    return bool(done)
