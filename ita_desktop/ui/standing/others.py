"""Where we stand among other offices, from a table of published results."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from ita_desktop.actions import published
from ita_desktop.actions.papers import paper_options, render_paper
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.errors import ItaError
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import half_up
from ita_desktop.domain.standing import TOTAL, PublishedResults, Standing, Yardstick
from ita_desktop.exchange.grid import Grid
from ita_desktop.papers.standing import beside_medians, our_standing, standing_chart, standing_paper, yardstick_name
from ita_desktop.storage.document import Changed
from ita_desktop.ui.chart_view import ChartView
from ita_desktop.ui.import_wizard import source
from ita_desktop.ui.jobs import Jobs, Progress
from ita_desktop.ui.messages import FileKind
from ita_desktop.ui.session import Session
from ita_desktop.ui.standing.others_table import OthersTable
from ita_desktop.ui.theme import GAP, NEAR, PANEL
from ita_desktop.ui.widgets.arrangement import column_in, side_by_side
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.empty import EmptyState
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import Wrapped, card, label

_ALL = "profile"
"""Chosen instead of a yardstick: all indicators at once."""
_MOST_TOLD = 5
PDF, WORD = FileKind("PDF", ".pdf"), FileKind("Word", ".docx")


class OthersPage(QWidget):
    def __init__(self, session: Session, jobs: Jobs, fonts: Path) -> None:
        super().__init__()
        self._session, self._jobs, self._fonts = session, jobs, fonts
        self._kept: PublishedResults | None = None
        self.yardstick = ChoiceField()
        self.yardstick.setAccessibleName("เทียบคะแนนใด")
        self.yardstick.committed.connect(self._show)
        self.table = OthersTable(session)
        self.said = Wrapped()
        self.place = label(rank="figure")
        self.place_note = Wrapped(tone="muted")
        self.view = ChartView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, PANEL, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(self._make_verbs())
        self._stack = QStackedWidget()
        self.empty = EmptyState(
            "chart-ranking",
            "",
            "เลือกไฟล์ตาราง",
            self.import_file,
        )
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._make_halves())
        column.addWidget(self._stack, 1)
        session.changed.connect(self._hear)

    def _make_verbs(self) -> QHBoxLayout:
        self.paste_button = verb_button("วางตาราง", "paste", "วางตารางผลคะแนนที่คัดลอกจาก Excel, Word หรือเว็บไซต์")
        self.paste_button.clicked.connect(self.paste)
        self.import_button = verb_button("จากไฟล์", "import", "อ่านตารางผลคะแนนจาก Excel, LibreOffice, CSV หรือ Word")
        self.import_button.clicked.connect(self.import_file)
        add = verb_button("เพิ่มหน่วยงาน", "add", "พิมพ์ผลคะแนนของหน่วยงานหนึ่งเอง")
        add.clicked.connect(self.table.add)
        away = verb_button("ลบ", "delete", "ลบแถวที่เลือก เลิกทำได้")
        away.clicked.connect(self.table.delete)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.paste_button, self.import_button, add, away):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(label("เทียบ", tone="muted"))
        row.addWidget(self.yardstick)
        return row

    def _make_halves(self) -> QSplitter:
        frame: QFrame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(PANEL, GAP, PANEL, GAP)
        inside.setSpacing(NEAR)
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addStretch()
        copy = icon_button("copy-picture", "คัดลอกกราฟเป็นรูปภาพ")
        copy.clicked.connect(self.view.copy_picture)
        self.paper_button = icon_button("export", "บันทึกเป็นเอกสาร PDF หรือ Word")
        self.paper_button.clicked.connect(self.deliver)
        for button in (copy, self.paper_button):
            head.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(self.place_note)
        inside.addWidget(self.view, 1)
        left = QWidget()
        column = column_in(left)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        return side_by_side(left, frame, sizes=(580, 480))

    # Showing

    def show_year(self, year: Year) -> None:
        results = self._results()
        yardsticks = results.yardsticks(year.number)
        choices: list[tuple[object, str]] = [(m, yardstick_name(year, m)) for m in yardsticks]
        if sum(isinstance(yardstick, int) for yardstick in yardsticks) > 2:
            choices.append((_ALL, "ทุกตัวชี้วัด"))
        chosen = self.yardstick.value()
        self.yardstick.set_choices(choices)
        known = [value for value, _ in choices]
        self.yardstick.set_value(chosen if chosen in known else known[0] if known else None)
        self._show()

    def _results(self) -> PublishedResults:
        """Read and sorted once for each state of the table."""
        document = self._session.document
        if document is None:
            return PublishedResults(())
        if self._kept is None:
            self._kept = published.published_results(document)
        return self._kept

    def _hear(self, changed: Changed) -> None:
        if published.KIND in changed.kinds:
            self._kept = None

    def _show(self) -> None:
        year = self._session.year
        if year is None:
            return
        results = self._results()
        self._stack.setCurrentIndex(1 if results.count(year.number) else 0)
        self.empty.say(_why_empty(results, year))
        yardstick = self.yardstick.value()
        compared: Yardstick = TOTAL if yardstick in (_ALL, None) else yardstick  # type: ignore[assignment]
        self.table.show_results(year, results, compared)
        place = our_standing(year, results, compared)
        title, note = _words(place)
        self.place.setText(title)
        self.place_note.say(f"ตามคะแนนรวม\n{note}" if yardstick == _ALL and place else note)
        if yardstick == _ALL:
            self.view.show_chart(beside_medians(year, results))
        elif place is not None:
            self.view.show_chart(standing_chart(year, place))
        self.view.setVisible(place is not None or yardstick == _ALL)
        self.paper_button.setEnabled(place is not None)

    # Verbs

    def import_file(self) -> None:
        path = self._session.messages.open_file("ตารางผลคะแนนของหน่วยงานอื่น", [source.TABLES], Path.home())
        if path is not None:
            self._read(source.file(path))

    def paste(self) -> None:
        copied = source.clipboard()
        if copied is None:
            trouble = ItaError("ยังไม่มีอะไรให้วาง", do="คัดลอกตารางผลคะแนนจาก Excel หรือเว็บไซต์ แล้วกดวางอีกครั้ง")
            self._session.messages.error(trouble)
            return
        self._read(copied)

    def _read(self, where: source.Source) -> None:
        def read(progress: Progress) -> tuple[Grid, ...]:
            return where.read(progress.report)

        self._jobs.run("กำลังอ่านตารางผลคะแนน", read, self._take)

    def _take(self, grids: tuple[Grid, ...]) -> None:
        from ita_desktop.exchange.published import read_published

        year = self._session.year
        if year is None:
            return
        found = self._session.attempt(lambda: read_published(grids, year.number, year.framework))
        if found is None:
            return
        count = self._session.run(published.take_published, found.results)
        years = " ".join(str(number) for number in sorted({result.year for result in found.results}))
        said = f"รับผลคะแนน {count} รายการ ปี {years}"
        if found.twice:
            said += f" ซ้ำกัน {found.twice} แถว ใช้แถวหลัง"
        if found.unread:
            said += f"\nอ่านไม่ได้ {len(found.unread)} ช่อง เช่น\n" + "\n".join(found.unread[:_MOST_TOLD])
        self._tell(said)

    def deliver(self) -> None:
        """One page of it: table, picture and words."""
        session, year = self._session, self._session.year
        options = session.run(paper_options, today=session.today())
        if year is None or options is None:
            return
        folder = session.path.parent if session.path else Path.home()
        target = session.messages.save_file("บันทึกผลเปรียบเทียบ", [PDF, WORD], folder / f"ita-{year.number}-standing.pdf")
        if target is None:
            return
        others, fonts = self._results(), self._fonts

        def work(progress: Progress) -> Path:
            progress.report("กำลังทำเอกสาร", 0.1)
            write_whole(target, render_paper(standing_paper(year, others, options), target.suffix.lstrip("."), fonts))
            return target

        self._jobs.run("กำลังทำเอกสาร", work, lambda done: session.said.emit(f"บันทึก {done.name} แล้ว"))

    def _tell(self, words: str) -> None:
        """In the window below too, for this one may have been closed while the table was read."""
        if isValid(self):
            self.said.say(words)
        self._session.said.emit(words.partition("\n")[0])


def _words(place: Standing | None) -> tuple[str, str]:
    """`อันดับ 12 จาก 76` and lines on province and percentile."""
    if place is None:
        return "–", "ยังไม่มีคะแนนของเราในปีนี้ และไม่พบชื่อหน่วยงานในตาราง"
    title = f"อันดับ {place.position} จาก {place.of}"
    said = []
    if place.province_position is not None and place.province_of > 1:
        said.append(f"ในจังหวัด อันดับ {place.province_position} จาก {place.province_of} หน่วยงาน")
    if place.percentile is not None:
        said.append(f"คะแนนมากกว่าร้อยละ {half_up(place.percentile)} ของหน่วยงานอื่น")
    return title, "\n".join(said)


def _why_empty(results: PublishedResults, year: Year) -> str:
    others = " ".join(str(number) for number in results.years())
    if others:
        return f"ตารางที่เก็บไว้เป็นของปี {others} ยังไม่มีผลคะแนนของปี {year.number}"
    return "ยังไม่มีผลคะแนนของหน่วยงานอื่น คัดลอกตารางผลที่ประกาศจาก Excel หรือเว็บไซต์แล้วกดวาง หรือเลือกไฟล์ตาราง"
