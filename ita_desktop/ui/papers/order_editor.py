"""คำสั่ง beside its pages: number, members and what each answers for, duties, who signs."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from ita_desktop.actions.order import change_order
from ita_desktop.domain.fields import with_field
from ita_desktop.domain.records import Member, Order, Year
from ita_desktop.papers import texts, wording
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.thai.digits import to_arabic
from ita_desktop.ui.form import Form
from ita_desktop.ui.papers.editor import Editor
from ita_desktop.ui.papers.lines_table import LineColumn, LinesTable
from ita_desktop.ui.papers.own_words import OwnWordsField
from ita_desktop.ui.papers.page_words import Landmark
from ita_desktop.ui.papers.typed import as_typed, lines_of
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.fields import LineField

_TITLES = {
    "number": "คำสั่งที่",
    "date": "สั่ง ณ วันที่",
    "subject": "เรื่อง",
    "whereas": "คำปรารภ",
    "duties": "หน้าที่ของคณะทำงาน บรรทัดละข้อ",
    "effective": "มีผลตั้งแต่วันที่",
    "name": "ผู้ลงนาม",
    "position": "ตำแหน่งผู้ลงนาม",
}
_BEFORE = ("number", "date", "subject", "whereas")


def codes(text: str) -> tuple[str, ...]:
    return tuple(code.lower() for code in re.split(r"[\s,;]+", to_arabic(text)) if code)


_MEMBERS = (
    LineColumn("name", "ชื่อ–สกุล", share=4),
    LineColumn("position", "ตำแหน่ง", share=3),
    LineColumn("role", "หน้าที่", share=3, tip="เช่น ประธาน คณะทำงาน เลขานุการ"),
    LineColumn(
        "charge",
        "รับผิดชอบ",
        show=", ".join,
        read=codes,
        share=2,
        tip="ตัวชี้วัด ตัวชี้วัดย่อย หรือข้อ คั่นด้วยจุลภาค เช่น 9.1, o12",
    ),
)


class OrderEditor(Editor):
    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._order = Order()
        self.head, self.foot = Form(), Form()
        self.head.add("number", _TITLES["number"], LineField(hint="เช่น 45/2568"), wide=False)
        self.head.add("date", _TITLES["date"], DateEdit(session.today), wide=False)
        self.head.add("subject", _TITLES["subject"], LineField())
        self.head.add("whereas", _TITLES["whereas"], OwnWordsField())
        self.members = LinesTable(
            "รายชื่อคณะทำงาน", _MEMBERS, Member(name=""), lambda member: not (member.name or member.position)
        )
        self.members.refused.connect(session.messages.error)
        self.foot.add("duties", _TITLES["duties"], OwnWordsField())
        self.foot.add("effective", _TITLES["effective"], DateEdit(session.today), wide=False)
        self.foot.add("name", _TITLES["name"], LineField(), wide=True)
        self.foot.add("position", _TITLES["position"], LineField(), wide=True)
        for form in (self.head, self.foot):
            form.committed.connect(lambda name, value: self._save(_changed(self._order, name, value), _TITLES[name]))
        self.members.committed.connect(
            lambda members, what: self._save(replace(self._order, members=members), f"{what}ของคณะทำงาน")
        )
        self.add_heading("คำสั่ง")
        self.add(self.head)
        self.add_heading("คณะทำงาน")
        self.add(self.members)
        self.add_heading("หน้าที่และการลงนาม")
        self.add(self.foot)
        for name in _TITLES:
            self.mark((self.head if name in _BEFORE else self.foot).field(name), name)
        self.mark(self.members, "members")

    @override
    def show_year(self, year: Year, options: PaperOptions) -> None:
        self._order = year.order or Order()
        for form, name, hint in (
            (self.head, "subject", texts.order_subject(year)),
            (self.foot, "position", wording.head_of(year.office)),
        ):
            line = form.field(name)
            assert isinstance(line, QLineEdit)
            line.setPlaceholderText(hint)
        for form, name, usual in (
            (self.head, "whereas", texts.order_whereas(year)),
            (self.foot, "duties", "\n".join(texts.ORDER_DUTIES)),
        ):
            words = form.field(name)
            assert isinstance(words, OwnWordsField)
            words.set_usual(usual)
        self.head.load({name: getattr(self._order, name) for name in _BEFORE})
        self.foot.load(
            {
                "duties": "\n".join(self._order.duties),
                "effective": self._order.effective,
                "name": self._order.signatory.name,
                "position": self._order.signatory.position,
            }
        )
        self.members.show_records(self._order.members)

    @override
    def as_typed(self, year: Year) -> Year:
        order = self._order
        for name in _TITLES:
            order = _changed(order, name, as_typed((self.head if name in _BEFORE else self.foot).field(name)))
        return year if order == self._order else replace(year, order=order)

    @override
    def flush(self) -> None:
        self.head.flush()
        self.foot.flush()

    @override
    def landmarks(self, year: Year, options: PaperOptions) -> tuple[Landmark, ...]:
        order = year.order or Order()
        return (
            Landmark("number", "ที่"),
            Landmark("subject", "เรื่อง"),
            Landmark("whereas", order.whereas or texts.order_whereas(year)),
            Landmark("members", "ชื่อ–สกุล"),
            Landmark("duties", "ให้คณะทำงานมีหน้าที่"),
            Landmark("effective", "ทั้งนี้"),
            Landmark("date", "สั่ง ณ วันที่"),
            Landmark("name", order.signatory.name or "("),
            Landmark("position", order.signatory.position or wording.head_of(year.office)),
        )

    @override
    def landmark_of(self, field: str, year: Year) -> str:
        name = re.split(r"[.\[]", field)[0]
        return field.rpartition(".")[2] if name == "signatory" else name

    def _save(self, order: Order, what: str) -> None:
        if self.session.year is not None:
            self.session.run(change_order, self.session.year.number, order, what)


def _changed(order: Order, name: str, value: object) -> Order:
    if name in ("name", "position"):
        return with_field(order, f"signatory.{name}", str(value))
    if name == "duties":
        return replace(order, duties=lines_of(str(value)))
    return with_field(order, name, value)
