"""One OIT item: what has to be shown, what was said of it in the assessment, and who does what by when."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCompleter

from ita_desktop.domain.fields import with_field
from ita_desktop.domain.oit import OitItem
from ita_desktop.domain.records import Year
from ita_desktop.ui import reading
from ita_desktop.ui.form import Form
from ita_desktop.ui.oit.columns import TITLES
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.buttons import verb_button
from ita_desktop.ui.widgets.date_edit import DateEdit
from ita_desktop.ui.widgets.detail import Detail
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField, LineField, TextField
from ita_desktop.ui.widgets.labels import Wrapped
from ita_desktop.ui.words import STATES


class OitPanel(Detail):
    committed = Signal(object, str)
    """The entry as it should be, and what of it was changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(EmptyState("checklist", "เลือกข้อที่จะกำหนดผู้รับผิดชอบ วันกำหนด และลิงก์"))
        self._item: OitItem | None = None
        self._names = QStringListModel(self)
        self.title = Wrapped(rank="heading")
        self.late = Wrapped(tone="bad", rank="small")
        self.check = Wrapped("ข้อนี้ยังไม่มีแหล่งยืนยัน ตรวจสอบกับคู่มือของปี", tone="warn", rank="small")
        self.assessed = Wrapped(tone="muted", rank="small")
        self.form = Form(columns=1)
        owner = LineField(hint="กองหรือชื่อผู้เตรียมข้อมูล")
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        owner.setCompleter(completer)
        self.form.add("owner", TITLES["owner"], owner)
        self.form.add("due", "กำหนดแล้วเสร็จ", DateEdit(session.today))
        self.form.add("state", TITLES["state"], ChoiceField([(state, look.text) for state, look in STATES.items()]))
        link = LineField(reading.link, hint="https://")
        self.form.add("link", TITLES["link"], link, tip="หน้าที่เปิดแล้วเห็นข้อมูลข้อนี้โดยตรง")
        self.open_button = verb_button("เปิดลิงก์", "link", "เปิดหน้าเว็บเพื่อตรวจว่าข้อมูลอยู่ครบ")
        self.open_button.clicked.connect(self._open)
        self.form.add_widget(self.open_button)
        self.form.add("note", TITLES["note"], TextField(least=2))
        self.form.committed.connect(self._commit)
        for part in (self.title, self.late, self.check, self.assessed, self.form):
            self.add(part)

    def show_nothing(self) -> None:
        self._item = None
        self.show_form(False)

    def show_item(self, year: Year, item: OitItem, days_late: int) -> None:
        self._item = item
        self.show_form(True)
        self._names.setStringList(list(year.office.divisions))
        self.title.say(f"{item.code} {item.title}".strip())
        self.late.say(f"เลยกำหนด {days_late:,} วัน")
        self.late.setVisible(days_late > 0)
        self.check.setVisible(item.to_check)
        words = assessed(year, item)
        self.assessed.say(words)
        self.assessed.setVisible(bool(words))
        self.form.load({name: getattr(item.entry, name) for name in TITLES}, of=item.code)
        self.open_button.setEnabled(bool(item.entry.link))

    def _commit(self, name: str, value: object) -> None:
        if self._item is not None:
            entry = with_field(self._item.entry, name, value)
            self._item = replace(self._item, entry=entry)  # the next field may be left before this one is shown again
            self.committed.emit(entry, TITLES[name])

    def _open(self) -> None:
        if self._item is not None and self._item.entry.link:
            QDesktopServices.openUrl(QUrl(self._item.entry.link))


def assessed(year: Year, item: OitItem) -> str:
    """What the assessment of this year said of the item, and which measures answer it."""
    score = year.item_scores.get(item.code)
    remark = next((remark.text for remark in year.remarks if remark.item == item.code), "")
    measures = [measure.title for measure in year.measures if item.code in measure.items]
    parts = [f"ผลประเมินปี {year.number} ได้ {score} คะแนน" if score is not None else ""]
    parts.append(f"ผู้ประเมินเขียนว่า {remark}" if remark else "")
    parts += [f"มาตรการที่เกี่ยวข้อง {title}" for title in measures]
    return "\n".join(filter(None, parts))
