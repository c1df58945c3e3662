"""The office: its name and place, its divisions and people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ita_desktop.actions import office
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.fields import with_field
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Person
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.form import Form
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, PANEL, row_height
from ita_desktop.ui.widgets.arrangement import column_in, scrolled
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.fields import LineField
from ita_desktop.ui.widgets.labels import heading
from ita_desktop.ui.widgets.steps import StepsField

_TEXTS = {
    "name": "ชื่อหน่วยงาน",
    "kind": "ประเภท",
    "district": "อำเภอ",
    "province": "จังหวัด",
    "telephone": "โทรศัพท์",
    "website": "เว็บไซต์",
}
_KINDS = "เทศบาลตำบล เทศบาลเมือง องค์การบริหารส่วนตำบล …"
_PERSON = {"name": "ชื่อ", "position": "ตำแหน่ง", "division": "ส่วนราชการ"}


class _Line:
    """A person and the place in the list; the last line is empty, to write in."""

    def __init__(self, id: int, person: Person) -> None:
        self.id = id
        self.person = person


class OfficeDialog(QDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("ข้อมูลหน่วยงาน")
        resize_to_fit(self, 720, 600)
        self.form = Form()
        for name, title in _TEXTS.items():
            self.form.add(name, title, LineField(hint=_KINDS if name == "kind" else ""), wide=name == "name")
        self.form.add("divisions", "สำนัก กอง และหน่วยงานภายใน", StepsField("หน่วยงานภายใน"))
        self.form.committed.connect(self._save)
        self._people = RecordTable(
            tuple(
                Column(title=title, field=name, value=_part_of_person(name), read=str.strip)
                for name, title in _PERSON.items()
            ),
            parent=self,
        )
        self._people.edited.connect(self._save_people)
        self.people = Table(self._people, "บุคลากร")
        away = verb_button("ลบ", "delete", "ลบคนที่เลือก")
        away.clicked.connect(self._delete_people)
        self._lay_out(away)
        session.changed.connect(self._show)
        self._show()

    def _lay_out(self, away: QWidget) -> None:
        inside = QWidget()
        inside.setProperty("ground", "plain")
        column = column_in(inside, margin=PANEL)
        column.addWidget(self.form)
        head = QHBoxLayout()
        head.addWidget(heading("ผู้ลงนามและผู้รับผิดชอบ"))
        head.addStretch()
        head.addWidget(away)
        column.addLayout(head)
        column.addWidget(self.people)
        column.addStretch()
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = closing_row(self)
        foot.setContentsMargins(PANEL, GAP, PANEL, PANEL)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        whole.addLayout(foot)

    def _show(self) -> None:
        document = self._session.document
        if document is None:
            return
        known = document.office
        self.form.load({**{name: getattr(known, name) for name in _TEXTS}, "divisions": known.divisions})
        lines = [_Line(number, person) for number, person in enumerate(known.people)]
        self.people.show_records([*lines, _Line(len(lines), Person(name=""))])
        rows = min(len(lines) + 1, 6)
        self.people.setFixedHeight(self.people.horizontalHeader().sizeHint().height() + rows * row_height() + 6)

    def show_place(self, place: Place) -> None:
        """A field, or what is said of a person: `people[2].position`."""
        person = re.fullmatch(r"people\[(\d+)\]\.(\w+)", place.field or "")
        if person is not None:
            self.people.go_to(int(person[1]), list(_PERSON).index(person[2]))
            self.people.setFocus()
        elif place.field:
            self.form.focus(place.field, place.start, place.end)

    def _save(self, name: str, value: object) -> None:
        if self._session.document is None:
            return
        if name == "name" and not value:
            self._session.messages.error(ItaError("หน่วยงานต้องมีชื่อ", do="พิมพ์ชื่อหน่วยงานตามที่ใช้ในเอกสาร"))
            self._show()
            return
        changed = with_field(self._session.document.office, name, value)
        self._session.run(office.change_office, changed)

    def _save_people(self, edits: list[Edit]) -> None:
        if self._session.document is None:
            return
        people = dict(enumerate(self._session.document.office.people))
        for edit in edits:
            person = people.get(edit.record.id, Person(name=""))
            people[edit.record.id] = replace(person, **{edit.column.field: edit.value})
        self._save("people", tuple(person for person in people.values() if person.name or person.position))

    def _delete_people(self) -> None:
        if self._session.document is None:
            return
        gone = {line.id for line in self.people.selected_records()}
        people = enumerate(self._session.document.office.people)
        self._save("people", tuple(person for number, person in people if number not in gone))

    @override
    def done(self, result: int) -> None:
        self.form.flush()
        super().done(result)


def _part_of_person(name: str) -> Callable[[_Line], str]:
    return lambda line: str(getattr(line.person, name))
