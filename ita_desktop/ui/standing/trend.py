"""How total, tools and indicators went over all years of the workbook: a table, and its chosen lines as a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.domain.records import Year
from ita_desktop.domain.recurrence import Recurrence, recurrence_text, recurring_indicators, recurring_items
from ita_desktop.domain.scoring import half_up
from ita_desktop.domain.trends import Trend, item_trend, trend
from ita_desktop.papers.charts import LineChart, Series, Threshold, floor_of
from ita_desktop.ui.chart_view import ChartView
from ita_desktop.ui.table import Table
from ita_desktop.ui.table_model import Column, RecordTable
from ita_desktop.ui.theme import GAP, PANEL
from ita_desktop.ui.widgets.arrangement import side_by_side
from ita_desktop.ui.widgets.buttons import icon_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.labels import card, label
from ita_desktop.ui.widgets.score_labels import change_spoken, change_text, change_tone

_TONES = ("accent", "good", "warn", "bad", "muted")
_MOST_LINES = len(_TONES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    id: str
    name: str
    values: tuple[Decimal | None, ...]
    main: bool = False
    """The total and the tools."""
    item: bool = False
    weak: Recurrence | None = None
    """Where it was below the mark for several years running."""

    @property
    def change(self) -> Decimal | None:
        """Since the year before the last one."""
        last = self.values[-2:]
        return last[1] - last[0] if len(last) == 2 and last[0] is not None and last[1] is not None else None


def lines_of(year: Year, over: Trend) -> list[Line]:
    lines = [Line(id="total", name="คะแนนรวม", values=over.totals, main=True)]
    lines += [Line(id=code, name=code, values=values, main=True) for code, values in over.tools.items()]
    names = {indicator.number: indicator.name for indicator in year.framework.indicators}
    weak = {found.indicator: found for found in recurring_indicators(year)}
    weak_items = recurring_items(year)
    for number, values in over.indicators.items():
        name = f"{number}. {names[number]}"
        lines.append(Line(id=str(number), name=name, values=values, weak=weak.get(number)))
        lines += [_item_line(year, over, found) for found in weak_items if found.indicator == number]
    return lines


def _item_line(year: Year, over: Trend, found: Recurrence) -> Line:
    """An item that stays weak, under its indicator; the code it had in other years does not matter."""
    code = found.item or ""
    item = year.framework.item(code)
    scores = {number: score for number, _, score in item_trend(year, code)}
    values = tuple(scores.get(number) for number in over.years)
    return Line(id=code, name=f"{code} {item.title if item else ''}".rstrip(), values=values, item=True, weak=found)


def chart_of(year: Year, over: Trend, lines: Iterable[Line]) -> LineChart | None:
    """A year between that the workbook does not have is a gap."""
    span = range(over.years[0], over.years[-1] + 1)
    place = {number: at for at, number in enumerate(over.years)}
    series = tuple(
        Series(name=line.name, values=tuple(_at(line, place.get(number)) for number in span), tone=_TONES[at])
        for at, line in enumerate(list(lines)[:_MOST_LINES])
    )
    drawn = [value for one in series for value in one.values]
    if len(span) < 2 or not any(value is not None for value in drawn):
        return None
    mark = float(year.strength_rule.mark)
    return LineChart(
        labels=tuple(str(number) for number in span),
        series=series,
        thresholds=(Threshold(value=mark, label=f"เกณฑ์ {year.strength_rule.mark.normalize():f}"),),
        minimum=floor_of([*drawn, mark]),
        title=f"แนวโน้ม ปี {span[0]}–{span[-1]}",
    )


def _at(line: Line, place: int | None) -> float | None:
    value = line.values[place] if place is not None else None
    return None if value is None else float(value)


class TrendPage(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Year, Trend] | None = None
        self._model = RecordTable((), stripe=lambda line: line.main, parent=self)
        self.table = Table(self._model, "คะแนนทุกปี", whole_rows=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.selectionModel().selectionChanged.connect(self._draw)
        self.view = ChartView()
        self._empty = EmptyState("chart-trend", "ต้องมีคะแนนตั้งแต่สองปีขึ้นไปในสมุดงาน จึงจะเห็นแนวโน้ม")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        copy = icon_button("copy-picture", "คัดลอกเป็นรูปภาพ")
        copy.clicked.connect(self.view.copy_picture)
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(GAP, GAP, GAP, GAP)
        head = QHBoxLayout()
        head.addWidget(label(f"เลือกแถวที่จะวาด ได้พร้อมกันถึง {_MOST_LINES} แถว", tone="muted", rank="small"))
        head.addStretch()
        head.addWidget(copy)
        inside.addLayout(head)
        inside.addWidget(self._stack, 1)
        halves = side_by_side(self.table, frame, sizes=(540, 520))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PANEL, 0, 0)
        column.addWidget(halves)

    def show_year(self, year: Year) -> None:
        over = trend(year)
        before = self._shown[1].years if self._shown else ()
        self._shown = (year, over)
        if over.years != before:
            self._model.set_columns(_columns(over))
        lines = lines_of(year, over)
        self.table.show_records(lines)
        if not self.table.selectedIndexes():
            self.choose(line.id for line in lines if line.main)
        self._draw()

    def choose(self, ids: Iterable[str]) -> None:
        """These lines, in the picture."""
        selection = self.table.selectionModel()
        selection.clear()
        for id in ids:
            row = self._model.row_of(id)
            if row is not None:
                flag = selection.SelectionFlag
                selection.select(self._model.index(row, 0), flag.Select | flag.Rows)

    def _draw(self) -> None:
        if self._shown is None:
            return
        year, over = self._shown
        chart = chart_of(year, over, self.table.selected_records())
        if chart is not None:
            self.view.show_chart(chart)
        self._stack.setCurrentWidget(self._empty if chart is None else self.view)


def _columns(over: Trend) -> tuple[Column, ...]:
    return (
        Column(
            title="คะแนน",
            value=lambda line: line.name,
            tip=lambda line: line.name,
            bold=lambda line: line.main,
            indent=lambda line: int(line.item),
        ),
        *(_year_column(number, at) for at, number in enumerate(over.years)),
        Column(
            title="เปลี่ยนแปลง",
            value=lambda line: change_text(line.change),
            spoken=lambda line: change_spoken(line.change),
            tone=lambda line: change_tone(line.change),
            right=True,
            width=98,
        ),
        Column(
            title="ต่ำต่อเนื่อง",
            value=lambda line: f"{len(line.weak.years)} ปี" if line.weak else "",
            tip=lambda line: recurrence_text(line.weak) if line.weak else "",
            tone=lambda _line: "warn",
            right=True,
            width=92,
            head_tip="ต่ำกว่าเกณฑ์ของหน่วยงานติดต่อกันกี่ปี นับถึงปีนี้",
        ),
    )


def _year_column(number: int, at: int) -> Column:
    def text(line: Line) -> str:
        value = line.values[at]
        return "–" if value is None else str(half_up(value))

    return Column(title=str(number), value=text, right=True, width=72, bold=lambda line: line.main)
