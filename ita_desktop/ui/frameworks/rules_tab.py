"""One part of the rules in a table: corrected in place, added to, taken from, confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.framework import Confidence, Framework
from ita_desktop.ui.frameworks.rule_tables import DOUBT, Record, RuleColumn, RuleTable
from ita_desktop.ui.sought import holds, words_of
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.theme import GAP
from ita_desktop.ui.widgets.buttons import key_within, verb_button
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.seeking import seeking_line


@dataclass(frozen=True, slots=True)
class Row:
    id: int
    record: Record


class RulesTab(QWidget):
    changed = Signal(object, str)
    """The rules as they should be, and what was done to them."""
    refused = Signal(object)

    def __init__(self, part: RuleTable) -> None:
        super().__init__()
        self.part = part
        self._rules: Framework | None = None
        columns = [_column(column) for column in part.columns]
        self._fields = {column.title: column.field for column in part.columns}
        if part.confirmed:
            columns.append(_DOUBT_COLUMN)
        self.model = RecordTable(columns, parent=self)
        self.model.edited.connect(self._edit)
        self.model.refused.connect(self.refused)
        self.table = Table(self.model, part.title)
        self.table.set_rows_high(1.3)
        self.table.setProperty("rules", part.field)
        self.add_button = verb_button(f"เพิ่ม{part.noun}", "add")
        self.add_button.clicked.connect(self.add)
        self.remove_button = verb_button("ลบ", "delete", f"ลบ{part.noun}ที่เลือก (Ctrl+Delete)")
        self.remove_button.clicked.connect(self.remove)
        self.confirm_button = verb_button("ตรวจกับคู่มือแล้ว", "done", "เลิกเตือนให้ตรวจสอบในแถวที่เลือก")
        self.confirm_button.clicked.connect(self.confirm)
        self.filter = seeking_line(f"กรอง{part.title}", "กรอง")
        self.filter.textChanged.connect(self._filter)
        self.tool = ChoiceField([("", "ทุกแบบวัด")])
        self.tool.setAccessibleName("แบบวัด")
        self.tool.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.tool.set_value("")
        self.tool.committed.connect(self._filter)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for button in (self.add_button, self.remove_button, self.confirm_button):
            top.addWidget(button)
        top.addStretch()
        top.addWidget(self.tool)
        top.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        self.add_button.setVisible(part.blank is not None)
        self.remove_button.setVisible(part.blank is not None)
        self.confirm_button.setVisible(part.confirmed)
        many = part.field == "items"
        self.tool.setVisible(many)
        self.filter.setVisible(many or part.field == "sub_indicators")
        if part.blank is not None:
            key_within(self.table, "Ctrl+Delete", self.remove)

    def show_rules(self, rules: Framework) -> None:
        self._rules = rules
        self.tool.set_choices([("", "ทุกแบบวัด"), *((tool.code, tool.code) for tool in rules.tools)])
        self.table.show_records([Row(at, record) for at, record in enumerate(self.part.records(rules))])

    def doubtful(self) -> int:
        """How many records a person should look up."""
        if self._rules is None or not self.part.confirmed:
            return 0
        return sum(record.confidence is not Confidence.SURE for record in self.part.records(self._rules))

    # What the officer does

    def add(self) -> None:
        rules, part = self._rules, self.part
        if rules is None or part.blank is None:
            return
        row: Row | None = self.table.current_record()
        records = list(part.records(rules))
        made = part.blank(rules, row.record if row else None)
        at = _place_for(rules, part, made, row)
        records.insert(at, made)
        self.filter.clear()
        self.changed.emit(part.put(rules, tuple(records)), f"เพิ่ม{part.noun}ในหลักเกณฑ์ปี")
        self.table.go_to(at, 1)
        self.table.setFocus()

    def remove(self) -> None:
        gone = {row.id for row in self.table.selected_records()}
        if self._rules is None or not gone:
            return
        records = self.part.records(self._rules)
        kept = tuple(record for at, record in enumerate(records) if at not in gone)
        self.changed.emit(self.part.put(self._rules, kept), f"ลบ{self.part.noun}ในหลักเกณฑ์ปี")

    def confirm(self) -> None:
        chosen = {row.id for row in self.table.selected_records()}
        if self._rules is None or not chosen:
            return
        records = tuple(
            replace(record, confidence=Confidence.SURE) if at in chosen else record
            for at, record in enumerate(self.part.records(self._rules))
        )
        self.changed.emit(self.part.put(self._rules, records), "ยืนยันหลักเกณฑ์ปี")

    def _edit(self, edits: Sequence[Edit]) -> None:
        assert self._rules is not None
        records = list(self.part.records(self._rules))
        for edit in edits:
            at = edit.record.id
            records[at] = self.part.changed(records[at], self._fields[edit.column.title], edit.value)
        titles = dict.fromkeys(edit.column.title for edit in edits)
        what = f"แก้{next(iter(titles))}ของ{self.part.noun}ในหลักเกณฑ์ปี"
        self.changed.emit(self.part.put(self._rules, tuple(records)), what)

    def _filter(self) -> None:
        words, tool = words_of(self.filter.text()), self.tool.value()
        rules = self._rules

        def wanted(row: Row) -> bool:
            if tool and self.part.field == "items" and rules is not None:
                indicator = rules.indicator(row.record.indicator)
                if indicator is None or indicator.tool != tool:
                    return False
            return holds(" ".join(column.value(row) for column in self.model.columns), words)

        self.model.set_filter(wanted if words or tool else None)


def _place_for(rules: Framework, part: RuleTable, made: Record, row: Row | None) -> int:
    """New items stand behind the last of their tool; other records behind the one that is looked at."""
    records = part.records(rules)
    if part.field == "items":
        same = [at for at, record in enumerate(records) if record.code[:1] == made.code[:1]]
        return (same[-1] if same else len(records) - 1) + 1
    return (row.id if row else len(records) - 1) + 1


def _column(column: RuleColumn) -> Column:
    return Column(
        title=column.title,
        value=lambda row: column.show(getattr(row.record, column.field)),
        sort=lambda row: getattr(row.record, column.field),
        read=column.read,
        width=column.width,
        right=column.right,
        head_tip=column.tip,
    )


_DOUBT_COLUMN = Column(
    title="สถานะ",
    value=lambda row: "" if row.record.confidence is Confidence.SURE else DOUBT,
    spoken=lambda row: "มีหลักฐานยืนยัน" if row.record.confidence is Confidence.SURE else DOUBT,
    icon=lambda row: "done" if row.record.confidence is Confidence.SURE else "warning",
    tone=lambda row: "good" if row.record.confidence is Confidence.SURE else "warn",
    width=156,
    head_tip="ข้อมูลที่ยังไม่มีหลักฐานยืนยัน ตรวจกับคู่มือของ ป.ป.ช. แล้วกดตรวจกับคู่มือแล้ว",
)
