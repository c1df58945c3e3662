"""Measures under those who are responsible: what each division has to do, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.measure_facts import NOBODY
from ita_desktop.domain.progress import SETTLED
from ita_desktop.domain.records import Round, Year
from ita_desktop.ui.record_list import Entry
from ita_desktop.ui.tabs.followups.rows import MeasureRow, end_words, late_look
from ita_desktop.ui.words import OVERDUE, STATES


def owner_entries(year: Year, rows: Sequence[MeasureRow], round: Round) -> list[Entry]:
    """Divisions in the office's order, then whoever else is named; who shares a measure finds it, too."""
    groups: dict[str, list[MeasureRow]] = {division: [] for division in year.office.divisions}
    for row in rows:
        for owner in row.owners:
            groups.setdefault(owner, []).append(row)
    nobody = groups.pop(NOBODY, [])
    found: list[Entry] = []
    for owner, members in (*groups.items(), (NOBODY, nobody)):
        sums = _sums(members)
        found += [_entry(row, owner, sums, round) for row in members]
    return found


def _sums(rows: Sequence[MeasureRow]) -> str:
    done = sum(row.far.state in SETTLED for row in rows)
    late = sum(row.far.late for row in rows)
    return " · ".join(filter(None, (f"{len(rows)} ข้อ", f"แล้วเสร็จ {done}", f"{OVERDUE.text} {late}" if late else "")))


def _entry(row: MeasureRow, owner: str, sums: str, round: Round) -> Entry:
    report = row.reports.get(round.id)
    state = STATES[row.states[round.id]]
    share = f"{report.progress}%" if report and report.progress is not None else ""
    end = end_words(row.measure)
    untold = "" if row.told(round.id) else row.looks[round.id].text.replace("–", "")
    late = late_look(row.far.days_late).text if row.far.late else ""
    note = (f"{state.text} {share}".strip(), late or untold, f"กำหนด {end}" if end else "")
    return Entry(
        record=row,
        key=(row.id, owner),
        title=row.measure.title,
        note=" · ".join(filter(None, note)),
        icon=OVERDUE.icon if late else state.icon,
        tone=OVERDUE.tone if late else state.tone,
        note_tone=OVERDUE.tone if late else "muted",
        group=owner,
        group_note=sums,
    )
