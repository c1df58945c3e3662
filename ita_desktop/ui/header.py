"""Which office, which year, how good: the line that is always in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ita_desktop.domain.problems import Problem, Severity
from ita_desktop.domain.scoring import half_up
from ita_desktop.ui import icons
from ita_desktop.ui.places import SEVERITIES
from ita_desktop.ui.session import Session
from ita_desktop.ui.terms import levels_in_words
from ita_desktop.ui.theme import GAP, PANEL, set_property
from ita_desktop.ui.widgets.buttons import icon_button, verb_button
from ita_desktop.ui.widgets.elided import Elided
from ita_desktop.ui.widgets.fields import ChoiceField
from ita_desktop.ui.widgets.labels import label
from ita_desktop.ui.widgets.score_labels import ChangeLabel, LevelBadge
from ita_desktop.ui.words import level_tone


class Header(QWidget):
    search = Signal()
    add_year = Signal()
    year_wanted = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.office = Elided(rank="title", least=120)
        self.year = ChoiceField()
        self.year.setAccessibleName("ปีงบประมาณที่ประเมิน")
        self.year.setToolTip("ปีงบประมาณที่ประเมิน")
        self.year.setMinimumContentsLength(5)
        self.year.committed.connect(self.year_wanted)
        add = icon_button("add", "เพิ่มปีงบประมาณ")
        add.clicked.connect(self.add_year)
        self.total = label(rank="figure")
        self.badge = LevelBadge()
        self.change = ChangeLabel()
        self.review = verb_button("ตรวจทาน", "done", "แสดงหรือซ่อนสิ่งที่ตรวจพบ", checkable=True)
        find = verb_button("ค้นหา", "find", "ค้นหาทุกอย่างของทุกปี วิธีใช้ และคำสั่ง", key="Ctrl+K")
        find.clicked.connect(self.search)
        row = QHBoxLayout(self)
        row.setContentsMargins(PANEL, GAP, PANEL, GAP)
        row.setSpacing(GAP)
        row.addWidget(self.office, 9)
        row.addWidget(label("ปีงบประมาณ", tone="muted"))
        row.addWidget(self.year)
        row.addWidget(add)
        row.addStretch(1)
        row.addWidget(self.total)
        row.addWidget(self.badge)
        row.addWidget(self.change)
        row.addStretch(1)
        row.addWidget(self.review)
        row.addWidget(find)
        session.changed.connect(self.refresh)
        session.year_chosen.connect(self.refresh)

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        count, told, picture, tone = review_words(problems)
        self.review.setText(f"ตรวจทาน {count}".strip())
        self.review.setAccessibleName(f"ตรวจทาน {told}")
        self.review.setToolTip(f"{told} แสดงหรือซ่อนแถบตรวจทาน (F8 ไปปัญหาถัดไป)")
        icons.give(self.review, picture, tone)

    def refresh(self) -> None:
        document, year, results = self._session.document, self._session.year, self._session.results
        if document is None:
            return
        self.office.say(document.office.name)
        self.year.set_choices([(number, str(number)) for number in reversed(document.years())])
        for figure in (self.total, self.badge, self.change):
            figure.setVisible(year is not None)
        if year is None or results is None:
            return
        self.year.set_value(year.number)
        known = results.total is not None
        self.total.setText(str(half_up(results.total)) if results.total is not None else "–")
        set_property(self.total, "tone", "ink" if known else "muted")
        self.total.setAccessibleName(f"คะแนนรวม {self.total.text()}")
        self.total.setToolTip("คะแนนรวมถ่วงน้ำหนักของ IIT EIT และ OIT" if known else "ใส่คะแนนให้ครบทุกตัวชี้วัดก่อน")
        self.badge.show_level(results.level.name if results.level else None, level_tone(results.level))
        self.badge.setVisible(known)
        self.badge.setToolTip(levels_in_words(year.framework))
        self.change.show_change(results.total_change, f"จากปี {year.number - 1}")


def review_words(problems: tuple[Problem, ...]) -> tuple[str, str, str, str]:
    """How many of the worst there are, all of them in words, icon and tone."""
    found = [(severity, sum(problem.severity is severity for problem in problems)) for severity in Severity]
    told = " ".join(f"{SEVERITIES[severity].text} {count}" for severity, count in found if count)
    for severity, count in found[:2]:
        if count:
            return str(count), told, SEVERITIES[severity].icon, SEVERITIES[severity].tone
    return "", told or "ไม่พบข้อผิดพลาด", "done", "good"
