"""What the program wrote says so, and offers its other wordings, until a person takes it over or changes it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.drafts import changed_figures, field_text, untouched
from ita_desktop.domain.figures import Figures
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.theme import set_property
from ita_desktop.ui.widgets.arrangement import row_in
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.labels import Wrapped

if TYPE_CHECKING:  # the drafting room is entered when something is drafted, not when the window starts
    from ita_desktop.drafting.renewing import Stale

_KINDS = {"finding": "findings", "measure": "measures"}


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
        self.others = verb_button("ถ้อยคำอื่น", "draft", "ดูถ้อยคำของโปรแกรมทีละช่อง คู่กับที่ใช้อยู่")
        self.others.clicked.connect(self._choose)
        self.again = verb_button("เทียบกับร่างใหม่", "draft", "ดูร่างเดิมคู่กับร่างจากคะแนนปัจจุบัน แล้วเลือก")
        self.again.clicked.connect(self._compare)
        row = row_in(self)
        row.addWidget(self._said, 1)
        for button in (self.again, self.others, self.accept):
            row.addWidget(button)

    def show_record(self, record: Finding | Measure | None) -> None:
        """Of what a person wrote it says nothing, and still offers the program's words for single fields."""
        self._record = record
        year = self._session.year
        self.setVisible(record is not None and year is not None and bool(year.indicator_scores))
        if record is None or year is None:
            return
        ours = self._ours()
        figures = Figures(year)
        stale = any(changed_figures(draft, figures) for field in ours if (draft := untouched(record, field)))
        names = " และ".join(self._fields[field] for field in ours)
        self._said.say("คะแนนเปลี่ยนไปแล้วหลังจากร่าง" if stale else f"{names}เป็นร่างจากคะแนน ยังไม่มีใครแก้" if ours else "")
        set_property(self._said, "tone", "warn" if stale else "muted")
        self.again.setVisible(stale)
        self.others.setVisible(not stale)
        self.others.setText("ถ้อยคำอื่น" if ours else "ร่างรายช่อง")
        self.accept.setVisible(bool(ours))

    def _ours(self) -> list[str]:
        record = self._record
        if record is None:
            return []
        return [name for name in self._fields if (draft := untouched(record, name)) and draft.text.strip()]

    def _accept(self) -> None:
        from ita_desktop.actions import drafting

        if self._record is not None:
            self._session.run_in_year(drafting.accept_drafts, self._record)

    def _choose(self) -> None:
        """Each field with what stands in it and what could; nothing is written until one is taken."""
        from ita_desktop.actions import drafting
        from ita_desktop.ui.draft_dialogs import Proposals, WordingDialog

        if self._record is None or self._session.year is None:
            return
        number, record, ours = self._session.year.number, self._record, self._ours()
        fields = []
        for field, title in self._fields.items():
            now = field_text(record, field)
            found = self._session.run(drafting.wordings_of, number, self._session.phrases(), record, field) or ()
            others = [wording for wording in found if wording.draft.text != now]
            fields.append(Proposals(title, now, field in ours, others))
        dialog = WordingDialog(fields, self)
        dialog.chosen.connect(lambda wording: self._session.run(drafting.take_wording, number, record, wording))
        open_dialog(dialog)

    def _compare(self) -> None:
        """The draft beside what would be written of today's figures."""
        from ita_desktop.ui.draft_dialogs import StaleDialog

        year, record = self._session.year, self._record
        if year is None or record is None:
            return
        kind = "finding" if isinstance(record, Finding) else "measure"
        stale = [one for one in _stale(self._session) if (one.kind, one.id) == (kind, record.id)]
        dialog = StaleDialog(year, stale, self, verb="ใช้ข้อความใหม่", can_keep=True)
        dialog.accepted.connect(self.renew)
        dialog.kept.connect(self._accept)
        open_dialog(dialog)


def _stale(session: Session) -> tuple[Stale, ...]:
    from ita_desktop.actions import drafting

    return session.run_in_year(drafting.stale_drafts, session.phrases()) or ()


def draft_with_a_look(session: Session, parent: QWidget, *kinds: str) -> None:
    """As `draft`; where that would replace drafts whose figures have changed, old and new are seen first."""
    from ita_desktop.ui.draft_dialogs import StaleDialog

    year = session.year
    stale = [one for one in _stale(session) if _KINDS.get(one.kind) in kinds] if _has_drafts(session, kinds) else []
    if year is None or not stale:
        draft(session, *kinds)
        return
    dialog = StaleDialog(year, stale, parent, verb="ร่างใหม่และร่างที่ยังขาด")
    dialog.accepted.connect(lambda: draft(session, *kinds))
    open_dialog(dialog)


def _has_drafts(session: Session, kinds: Collection[str]) -> bool:
    year = session.year
    return year is not None and any(record.drafts for kind in kinds for record in getattr(year, kind))


def draft(session: Session, *kinds: str, indicator: int | None = None) -> None:
    """Write what is missing and renew what nobody touched; says what was done."""
    from ita_desktop.actions import drafting

    wanted = frozenset(kinds)
    done = session.run_in_year(drafting.draft_year, session.phrases(), kinds=wanted, indicator=indicator)
    if done is not None:
        session.said.emit(done.in_words())
