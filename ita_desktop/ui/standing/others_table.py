"""The table of other offices: filtered, sorted, corrected in place; our own line stands out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from ita_desktop.actions import published
from ita_desktop.domain.records import Year
from ita_desktop.domain.standing import TOTAL, PublishedResult, PublishedResults, Yardstick, kind_of, office_key
from ita_desktop.papers.standing import yardstick_name
from ita_desktop.ui import reading
from ita_desktop.ui.dialogs import open_dialog
from ita_desktop.ui.papers.name_dialog import NameDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.sought import holds, words_of
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, Edit, RecordTable
from ita_desktop.ui.widgets.arrangement import column_in
from ita_desktop.ui.widgets.seeking import seeking_line


class OthersTable(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._year: Year | None = None
        self._shown: tuple[object, ...] = ()
        self._yardsticks: dict[str, Yardstick] = {}
        """By the titles of their columns."""
        self.filter = seeking_line("กรองหน่วยงาน", "กรองด้วยชื่อหน่วยงาน จังหวัด หรือประเภท")
        self.filter.textChanged.connect(self._filter)
        self.model = RecordTable((), key=_key, parent=self)
        self.model.edited.connect(self._save)
        self.model.refused.connect(session.messages.error)
        self.table = Table(self.model, "ผลคะแนนของหน่วยงานอื่น")
        self.table.allow_sorting()
        column = column_in(self)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)

    def show_results(self, year: Year, results: PublishedResults, yardstick: Yardstick) -> None:
        """The best first."""
        state = (year.number, yardstick, id(results))
        if self._shown == state:
            return
        self._shown, self._year = state, year
        standing = (TOTAL, *(tool.code for tool in year.framework.tools))
        yardsticks = standing if yardstick in standing else (*standing, yardstick)
        self._yardsticks = {_title(each): each for each in yardsticks}
        self.model.set_columns(_columns(year, yardsticks))
        rows = sorted(results.rows(year.number), key=lambda row: -(_score(row, yardstick) or Decimal(-1)))
        self.table.show_records(rows)

    def _filter(self, text: str) -> None:
        words = words_of(text)

        def fits(row: PublishedResult) -> bool:
            return holds(f"{row.office} {row.province} {row.kind}", words)

        self.model.set_filter(fits if words else None)

    # Verbs

    def add(self) -> None:
        dialog = NameDialog(
            "เพิ่มหน่วยงาน",
            "พิมพ์ชื่อหน่วยงานแล้วใส่คะแนนในตาราง",
            "เพิ่ม",
            self._take_name,
            self.window(),
            caption="ชื่อหน่วยงาน",
        )
        open_dialog(dialog)

    def _take_name(self, name: str) -> str:
        year = self._session.year
        if year is None:
            return ""
        new = PublishedResult(office=name, year=year.number, province=year.office.province, kind=kind_of(name))
        self.filter.clear()
        self._session.run(published.save_published, year.number, [(None, new)])
        self.table.go_to(_key(new), 2)
        return ""

    def delete(self) -> None:
        chosen = self.table.selected_records()
        if self._year is not None and chosen:
            self._session.run(published.delete_published, self._year.number, chosen)

    def _save(self, edits: list[Edit]) -> None:
        """What was typed, pasted or filled together is one step to undo."""
        changed: dict[tuple[str, str], tuple[PublishedResult, PublishedResult]] = {}
        for edit in edits:
            before, now = changed.get(_key(edit.record), (edit.record, edit.record))
            changed[_key(edit.record)] = (before, _with(now, self._yardsticks[edit.column.title], edit.value))
        if self._year is not None:
            self._session.run(published.save_published, self._year.number, list(changed.values()))


def _key(row: PublishedResult) -> tuple[str, str]:
    return office_key(row.office), row.province


def _score(row: PublishedResult, yardstick: Yardstick) -> Decimal | None:
    return row.total if yardstick == TOTAL else row.scores.get(yardstick)


def _with(row: PublishedResult, yardstick: Yardstick, score: Decimal | None) -> PublishedResult:
    if yardstick == TOTAL:
        return replace(row, total=score)
    scores = {key: value for key, value in row.scores.items() if key != yardstick}
    return replace(row, scores=scores if score is None else {**scores, yardstick: score})


def _title(yardstick: Yardstick) -> str:
    return "รวม" if yardstick == TOTAL else str(yardstick)


def _columns(year: Year, yardsticks: Sequence[Yardstick]) -> tuple[Column, ...]:
    ours = office_key(year.office.name)

    def is_ours(row: PublishedResult) -> bool:
        return office_key(row.office) == ours and row.province in ("", year.office.province)

    return (
        Column(title="หน่วยงาน", value=lambda row: row.office, sort=lambda row: row.office, bold=is_ours),
        Column(title="จังหวัด", value=lambda row: row.province, sort=lambda row: row.province, width=110, bold=is_ours),
        *(_score_column(year, each, is_ours) for each in yardsticks),
    )


def _score_column(year: Year, yardstick: Yardstick, is_ours: Callable[[PublishedResult], bool]) -> Column:
    def text(row: PublishedResult) -> str:
        score = _score(row, yardstick)
        return "" if score is None else f"{score:.2f}"

    return Column(
        title=_title(yardstick),
        value=text,
        sort=lambda row: _score(row, yardstick),
        read=reading.score,
        right=True,
        width=70,
        bold=is_ours,
        head_tip=yardstick_name(year, yardstick),
    )
