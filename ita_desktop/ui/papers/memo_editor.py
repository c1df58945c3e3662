"""บันทึกข้อความ beside its pages: the head, the parts, the way it takes up to the head of the office."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit
from typing_extensions import override

from ita_desktop.actions.memo import change_memo
from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.records import Memo, MemoPart, Office, Signature, Year
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.memo import memo_parts, usual_parts, usual_signatures
from ita_desktop.ui.form import Form
from ita_desktop.ui.papers.cards import CardForm, Cards
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.own_words import OwnWordsField
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.papers.typed import lines_of, typed_values
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import LineField, TextField

_HEAD = {
    "division": "ส่วนราชการ",
    "number": "ที่",
    "date": "วันที่",
    "subject": "เรื่อง",
    "to": "เรียน",
}


class MemoEditor(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._memo = Memo()
        self._options = PaperOptions()
        self._usual: dict[str, str] = {}
        self.head = Form()
        for name, title in _HEAD.items():
            field = DateEdit(session.today) if name == "date" else LineField()
            self.head.add(name, title, field, wide=name not in ("number", "date"))
        self.head.committed.connect(lambda name, value: self._save(replace(self._memo, **{name: value}), _HEAD[name]))
        self.parts = Cards(
            "หัวข้อ",
            lambda: _PartForm(self._usual),
            lambda _at, part: part.heading or "ไม่มีหัวข้อ",
            lambda _at: MemoPart(heading="", text=""),
        )
        self.parts.committed.connect(lambda parts, what: self._save(replace(self._memo, parts=parts), what))
        self.signatures = Cards(
            "ผู้ลงนาม",
            lambda: SignatureForm(lambda: self._office, session),
            _signature_title,
            lambda _at: Signature(),
        )
        self.signatures.committed.connect(
            lambda signatures, what: self._save(replace(self._memo, signatures=signatures), what)
        )
        self.add_heading("หัวบันทึก")
        self.add(self.head)
        self.add_heading("เนื้อความ")
        self.add(self.parts)
        self.add_heading("ผู้เสนอและผู้ลงนามตามลำดับ")
        self.add(self.signatures)
        for name in _HEAD:
            self.mark(self.head.field(name), name)
        self._office = Office(name="")

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self._memo, self._options, self._office = year.memo or Memo(), options, year.office
        usual = usual_parts(year, options)
        self._usual.clear()
        self._usual.update((part.heading, part.text) for part in usual)
        for name, hint in {
            "division": next(iter(year.office.divisions), year.office.name),
            "subject": texts.memo_subject(year),
            "to": wording.head_of(year.office),
            "number": "เว้นไว้เขียนด้วยมือได้",
        }.items():
            field = self.head.field(name)
            assert isinstance(field, QLineEdit)
            field.setPlaceholderText(hint)
        self.head.load({name: getattr(self._memo, name) for name in _HEAD})
        shown = self._memo.parts or tuple(replace(part, text="") for part in usual)
        self._memo = replace(self._memo, parts=shown, signatures=self._memo.signatures or usual_signatures(year))
        self.parts.show_records(self._memo.parts)
        self.signatures.show_records(self._memo.signatures)
        self.mark_cards(self.parts, "part")
        self.mark_cards(self.signatures, "signature")

    @override
    def as_typed(self, year: Year) -> Year:
        memo = replace(
            self._memo,
            **typed_values(self.head, _HEAD),  # type: ignore[arg-type]
            parts=self.parts.typed(),
            signatures=self.signatures.typed(),
        )
        return year if memo == self._memo else replace(year, memo=memo)

    @override
    def flush(self) -> None:
        self.head.flush()
        self.parts.flush()
        self.signatures.flush()

    @override
    def landmarks(self, year: Year, options: PaperOptions) -> tuple[Landmark, ...]:
        memo = year.memo or Memo()
        parts = memo_parts(year, options)
        signatures = memo.signatures or usual_signatures(year)
        return (
            Landmark("division", "ส่วนราชการ"),
            Landmark("number", memo.number or "ที่"),
            Landmark("date", wording.long_date(memo.date) or "วันที่"),
            Landmark("subject", "เรื่อง"),
            Landmark("to", "เรียน"),
            *(Landmark(f"part{at}", part.heading or part.text) for at, part in enumerate(parts)),
            *(
                Landmark(f"signature{at}", one.to or next(iter(one.comments), "") or one.name or one.position)
                for at, one in enumerate(signatures)
            ),
        )

    @override
    def go_to(self, key: str) -> None:
        if not (
            self.go_to_card(self.parts, "part", key, "text")
            or self.go_to_card(self.signatures, "signature", key, "name")
        ):
            super().go_to(key)

    @override
    def select(self, key: str, start: int, end: int) -> None:
        if key.startswith("part"):
            self.parts.cards()[int(key.removeprefix("part"))].form.focus("text", start, end)

    def _save(self, memo: Memo, what: str) -> None:
        year = self.session.year
        if year is None:
            return
        kept = year.memo or Memo()
        # What is only shown as usual is not written down by changing something else.
        if not _own_parts(memo.parts, self._usual):
            memo = replace(memo, parts=())
        if not kept.signatures and memo.signatures == usual_signatures(year):
            memo = replace(memo, signatures=())
        self.session.run(change_memo, year.number, memo, what)


def _own_parts(parts: tuple[MemoPart, ...], usual: dict[str, str]) -> bool:
    return [part.heading for part in parts] != list(usual) or any(part.text for part in parts)


class _PartForm(CardForm):
    names = ("heading", "text")

    def __init__(self, usual: dict[str, str]) -> None:
        super().__init__(columns=1)
        self._usual = usual
        self.add("heading", "หัวข้อ", LineField())
        self.add("text", "ข้อความ", OwnWordsField())

    @override
    def show_record(self, record: MemoPart) -> None:
        super().show_record(record)
        field = self.field("text")
        assert isinstance(field, OwnWordsField)
        ours = untouched(record, "text") is not None
        field.set_usual(self._usual.get(record.heading.strip(), ""), "ร่างของโปรแกรม" if ours else "")

    @override
    def changed(self, record: MemoPart, name: str, value: object) -> MemoPart:
        """Usual words belong to a usual heading: under another one they become the officer's."""
        changed: MemoPart = super().changed(record, name, value)
        if name == "heading" and not record.text:
            changed = replace(changed, text=self._usual.get(record.heading.strip(), ""))
        return changed


class SignatureForm(CardForm):
    """Whoever is known in the office is known by a part of the name, and brings the post along."""

    names = ("name", "position", "acting_for", "date", "to", "comments")

    def __init__(self, office: Callable[[], Office], session: Session) -> None:
        super().__init__()
        self._office = office
        name = LineField(hint="เว้นไว้เขียนด้วยมือได้")
        self._people = QStringListModel(self)
        completer = QCompleter(self._people, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        name.setCompleter(completer)
        self.add("name", "ชื่อผู้ลงนาม", name)
        self.add("position", "ตำแหน่ง", LineField())
        self.add("acting_for", "ปฏิบัติราชการแทน", LineField(), wide=False)
        self.add("date", "วันที่ลงนาม", DateEdit(session.today), wide=False)
        self.add("to", "เรียน (ผู้รับในลำดับนี้)", LineField())
        self.add("comments", "ความเห็น บรรทัดละข้อ", TextField(least=1, most=6))

    @override
    def show_record(self, record: Signature) -> None:
        self._people.setStringList([person.name for person in self._office().people if person.name])
        super().show_record(record)

    @override
    def shown(self, name: str, value: object) -> object:
        return "\n".join(value) if name == "comments" and isinstance(value, tuple) else value

    @override
    def meant(self, name: str, value: object) -> object:
        return lines_of(str(value)) if name == "comments" else value

    @override
    def changed(self, record: Signature, name: str, value: object) -> Signature:
        changed: Signature = super().changed(record, name, value)
        known = next((person for person in self._office().people if person.name == changed.name), None)
        if name == "name" and known is not None and known.position:
            changed = replace(changed, position=known.position)
        return changed


def _signature_title(at: int, signature: Signature) -> str:
    who = signature.name or "เว้นไว้ลงชื่อ"
    return " ".join(part for part in (f"{at + 1}.", who, signature.position) if part)
