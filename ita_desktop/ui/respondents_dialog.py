"""Who answered: by age, education and kind of visitor, with totals that must be one number."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ita_desktop.actions import scores
from ita_desktop.domain.records import Respondents, Year
from ita_desktop.domain.respondents import ASKED, CLASSES, DIVISIONS, disagreements, in_order, official_class, totals
from ita_desktop.ui import reading
from ita_desktop.ui.dialogs import closing_row, resize_to_fit
from ita_desktop.ui.session import Session
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP, PANEL, set_property
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, label

_COUNTS = {"male": "ชาย", "female": "หญิง", "other": "อื่น ๆ"}


@dataclass(frozen=True, slots=True)
class Line:
    """One class of people, or, with `total`, the sum of a division."""

    people: Respondents
    total: bool = False

    @property
    def id(self) -> tuple[str, str, bool]:
        return self.people.by, self.people.group, self.total


def lines(year: Year, tool: str) -> list[Line]:
    """Every class of the form, counted or not yet, each division with its sum."""
    sums = {total.by: total for total in totals(year.respondents) if total.tool == tool}
    listed: list[Line] = []
    for by in ASKED.get(tool, ()):
        mine = [row for row in year.respondents if (row.tool, row.by) == (tool, by)]
        there = {official_class(by, row.group) for row in mine}
        form = [Respondents(tool=tool, by=by, group=group) for group in CLASSES[by] if group not in there]
        listed += [Line(row) for row in in_order([*form, *mine])]
        total = sums.get(by)
        counted = {name: getattr(total, name) for name in _COUNTS} if total else {}
        listed.append(Line(Respondents(tool=tool, by=by, group="รวม", **counted), total=True))
    return listed


class RespondentsDialog(QDialog):
    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("จำนวนผู้ตอบ")
        resize_to_fit(self, 700, 640)
        self.tool = ChoiceField([(tool, f"ผู้ตอบ {tool}") for tool in ASKED])
        self.tool.setAccessibleName("เครื่องมือ")
        self.tool.set_value(next(iter(ASKED)))
        self.tool.committed.connect(self._show)
        self._model = RecordTable(
            (
                Column(title="แบ่งตาม", value=lambda r: DIVISIONS[r.people.by], width=130, tone=lambda _r: "muted"),
                Column(title="กลุ่ม", value=lambda r: r.people.group, bold=lambda r: r.total),
                *(_count_column(name, title) for name, title in _COUNTS.items()),
                Column(title="รวม", value=_sum, right=True, width=80, tone=lambda _r: "muted", bold=lambda r: r.total),
            ),
            stripe=lambda r: (r.people.by, r.total),
            parent=self,
        )
        self._model.edited.connect(self._save)
        self._model.refused.connect(session.messages.error)
        self.table = Table(self._model, "จำนวนผู้ตอบ")
        self.said = Wrapped()
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.tool)
        head.addWidget(label("พิมพ์หรือวางจาก Excel ได้ทั้งช่วง", tone="muted", rank="small"))
        head.addStretch()
        column = column_in(self, margin=PANEL)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(closing_row(self))
        session.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        year = self._session.year
        if year is None:
            return
        tool = str(self.tool.value())
        self.table.show_records(lines(year, tool))
        wrong = [found.message for found in disagreements(year.respondents) if found.tool == tool]
        counted = [total.all for total in totals(year.respondents) if total.tool == tool and total.all]
        agreed = f"จำนวนรวมตรงกัน {counted[0]} คน" if counted else "ยังไม่ได้กรอกจำนวนผู้ตอบ"
        self.said.say("\n".join(wrong) or agreed)
        set_property(self.said, "tone", "warn" if wrong else "good" if counted else "muted")

    def _save(self, edits: list[Edit]) -> None:
        changed: dict[tuple[str, str, bool], Respondents] = {}
        for edit in edits:
            row: Respondents = changed.get(edit.record.id) or edit.record.people
            changed[edit.record.id] = replace(row, **{edit.column.field: edit.value})
        self._session.run_in_year(scores.set_respondents, *changed.values())


def _count_column(name: str, title: str) -> Column:
    return Column(
        title=title,
        field=name,
        value=lambda line: str(getattr(line.people, name)),
        read=reading.count,
        editable=lambda line: not line.total,
        bold=lambda line: line.total,
        right=True,
        width=80,
    )


def _sum(line: Line) -> str:
    return str(sum(getattr(line.people, name) for name in _COUNTS))
