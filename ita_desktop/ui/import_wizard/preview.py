"""A table as it stands on its sheet, with what is wrong marked in place; a cell can be typed over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from ita_desktop.domain.problems import Severity
from ita_desktop.exchange.grid import Grid, Place, address
from ita_desktop.exchange.recognise import CellProblem, FoundTable, Meaning
from ita_desktop.ui import icons
from ita_desktop.ui.import_wizard.heading import MeaningHeader
from ita_desktop.ui.theme import colours, row_height, table_font, theme
from ita_desktop.ui.wrapping import message

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()

LOOKS = {Severity.ERROR: ("error", "bad"), Severity.WARNING: ("warning", "warn"), Severity.HINT: ("info", "muted")}
"""Icon and tone: never by colour alone."""
IN_WORDS = {Severity.ERROR: "ผิด", Severity.WARNING: "เตือน", Severity.HINT: "แจ้ง"}
_GRAVEST = (Severity.ERROR, Severity.WARNING, Severity.HINT)
_WIDE, _NARROW = 170, 150
_NARROW_ONES = {Meaning.ORDER, Meaning.SCORE, Meaning.MALE, Meaning.FEMALE, Meaning.OTHER, Meaning.TOTAL, Meaning.TOOL}


class PreviewModel(QAbstractTableModel):
    mended = Signal(tuple, str)
    """A place on the sheet, and what was typed there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._grid: Grid | None = None
        self.table: FoundTable | None = None
        self._rows: Sequence[int] = ()
        self._problems: dict[tuple[int, int | None], list[CellProblem]] = {}
        self._left_out: dict[int, str] = {}
        self._only_problems = False

    def show(self, grid: Grid, table: FoundTable) -> None:
        self.beginResetModel()
        self._grid, self.table = grid, table
        self._problems = {}
        for problem in table.problems:
            self._problems.setdefault((problem.row, problem.column), []).append(problem)
        self._left_out = {left.row: left.why for left in table.left_out}
        self._rows = self._wanted_rows(table)
        self.endResetModel()

    def show_only_problems(self, only: bool) -> None:
        self._only_problems = only
        if self._grid is not None and self.table is not None:
            self.show(self._grid, self.table)

    def _wanted_rows(self, table: FoundTable) -> Sequence[int]:
        if not self._only_problems:
            return range(table.first, table.last + 1)  # there may be a hundred thousand
        return sorted({row for row, _ in self._problems if table.first <= row <= table.last})

    def place(self, index: Index) -> Place:
        assert self.table is not None
        return self._rows[index.row()], self.table.columns[index.column()].index

    def index_of(self, row: int, column: int | None) -> QModelIndex:
        """Where a place of the sheet is shown; nowhere if it is not."""
        columns = [each.index for each in self.table.columns] if self.table else []
        if row not in self._rows:
            return QModelIndex()
        return self.index(self._rows.index(row), columns.index(column) if column in columns else 0)

    # For Qt

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        # A line of typing would lose the lines within a cell; such texts are mended in the sheet itself.
        return flags if "\n" in self._text(index) else flags | Qt.ItemFlag.ItemIsEditable

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> object:
        row, column = self.place(index)
        problems = self._problems.get((row, column), [])
        match role:
            case Role.DisplayRole:
                return " ".join(self._text(index).split())
            case Role.EditRole:
                return self._text(index)
            case Role.ToolTipRole:
                return message("\n".join([*(said(problem) for problem in problems)] or [self._about(index)]))
            case Role.AccessibleTextRole:
                return f"{address(row, column)} {self._text(index)} {' '.join(map(said, problems))}".strip()
            case Role.DecorationRole if problems:
                return icons.icon(*LOOKS[gravest(problems)])
            case Role.BackgroundRole if problems:
                return QColor(colours().soft(LOOKS[gravest(problems)][1]))
            case Role.ForegroundRole if row in self._left_out or self._ignored(index):
                return QColor(colours().muted)
        return None

    @override
    def setData(self, index: Index, value: object, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or str(value) == self._text(index):
            return False
        self.mended.emit(self.place(index), str(value))
        return True

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> object:
        if self.table is None:
            return None
        if orientation is Qt.Orientation.Horizontal:
            heading = " ".join(self.table.columns[section].heading.split())
            if role == Role.DisplayRole:
                return heading or "ไม่มีหัวคอลัมน์"
            return message(heading) if role == Role.ToolTipRole else None
        row = self._rows[section]
        problems = self._problems.get((row, None), [])
        match role:
            case Role.DisplayRole:
                return str(row + 1)
            case Role.DecorationRole if problems:
                return icons.icon(*LOOKS[gravest(problems)])
            case Role.ToolTipRole if problems:
                return message("\n".join(map(said, problems)))
        return None

    def _text(self, index: Index) -> str:
        return self._grid.text(*self.place(index)) if self._grid else ""

    def _about(self, index: Index) -> str:
        why = self._left_out.get(self.place(index)[0])
        return f"แถวนี้ไม่ใช่ข้อมูล: {why}" if why else self._text(index)

    def _ignored(self, index: Index) -> bool:
        return self.table is not None and self.table.columns[index.column()].meaning is Meaning.IGNORED


class Preview(QTableView):
    meant = Signal(int, object)
    """The index of a column on its sheet, and what the officer says it holds."""
    mended = Signal(tuple, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = PreviewModel(self)
        self.setModel(self._model)
        self.head = MeaningHeader(self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().setProperty("frame", "none")
        self.setAccessibleName("ตัวอย่างข้อมูลในตาราง")
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._model.mended.connect(self.mended)
        self.head.meant.connect(self.meant)
        self._laying_out = False
        self._by_hand = False
        """The officer has made a column wider or narrower."""
        self.head.sectionResized.connect(self._note_width)
        theme().changed.connect(self._dress)
        self._dress()

    def show_table(self, grid: Grid, table: FoundTable) -> None:
        """The cursor and the place on the page stay, where it is the same table read again."""
        before = self._model.table
        same = before is not None and (before.grid, before.head, before.first) == (table.grid, table.head, table.first)
        cursor = self._model.place(self.currentIndex()) if same and self.currentIndex().isValid() else None
        down, right = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self._model.show(grid, table)
        self.head.show_table(table)
        if not same:
            self._by_hand = False
            self._lay_out()
            self.scrollToTop()
            return
        if cursor is not None:
            self.setCurrentIndex(self._model.index_of(*cursor))
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(right)

    def show_only_problems(self, only: bool) -> None:
        self._model.show_only_problems(only)

    def go_to(self, problem: CellProblem) -> None:
        index = self._model.index_of(problem.row, problem.column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._by_hand:
            self._lay_out()

    def _dress(self) -> None:
        self.setFont(table_font())
        self.verticalHeader().setDefaultSectionSize(row_height())
        palette = self.palette()  # pale, so that the mark of a wrong cell is seen on the chosen one as well
        palette.setColor(palette.ColorRole.Highlight, QColor(colours().chosen))
        palette.setColor(palette.ColorRole.HighlightedText, QColor(colours().ink))
        self.setPalette(palette)
        self._lay_out()

    def _lay_out(self) -> None:
        """As wide as the words for a meaning are; what room is left goes to the columns of sentences."""
        columns = self._model.table.columns if self._model.table else ()
        widths = [_NARROW if column.meaning in _NARROW_ONES else _WIDE for column in columns]
        sentences = [at for at, wide in enumerate(widths) if wide == _WIDE]
        room = self.viewport().width() - sum(round(wide * theme().zoom) for wide in widths)
        more = max(room, 0) // max(len(sentences), 1)
        self._laying_out = True
        for number, wide in enumerate(widths):
            self.head.resizeSection(number, round(wide * theme().zoom) + (more if number in sentences else 0))
        self._laying_out = False

    def _note_width(self) -> None:
        self._by_hand = self._by_hand or not self._laying_out


def said(problem: CellProblem) -> str:
    return f"{IN_WORDS[problem.severity]}: {problem.message}"


def gravest(problems: list[CellProblem]) -> Severity:
    return min((problem.severity for problem in problems), key=_GRAVEST.index)
