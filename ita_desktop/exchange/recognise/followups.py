"""Follow-up reports: what became of which measure by which round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.records import Evidence, FollowUp, FollowUpState
from ita_desktop.exchange.grid import Place, shown
from ita_desktop.exchange.recognise.body import Reading, is_sum
from ita_desktop.exchange.recognise.cells import read_day, read_percent, read_state
from ita_desktop.exchange.recognise.found import Column, Entry, Report
from ita_desktop.exchange.recognise.groups import Group, group_rows, id_of
from ita_desktop.exchange.recognise.lists import split_list, without_mark
from ita_desktop.exchange.recognise.meanings import Meaning
from ita_desktop.exchange.recognise.scores import year_said
from ita_desktop.exchange.recognise.sent import read_marks
from ita_desktop.exchange.recognise.words import clean, rounds_in
from ita_desktop.thai.links import LINK

_TOLD = (Meaning.STATE, Meaning.PROGRESS, Meaning.RESULT, Meaning.OBSTACLES, Meaning.REPORTED, Meaning.EVIDENCE)
_OWN_EVIDENCE = re.compile(r"^(?P<title>.*?)\s*\|\s*(?P<link>\S*)$")


def read_followups(reading: Reading) -> None:
    layout = reading.layout
    key = layout.column(Meaning.MEASURE)
    rounds = tuple(dict.fromkeys(column.round for column in layout.all(*_TOLD) if column.round)) or ("",)
    of_title = rounds_in(layout.title)[0] or rounds_in(layout.name)[0]
    round_column = layout.column(Meaning.ROUND)
    title = ""
    for group in group_rows(reading.body(), tuple(filter(None, (key, round_column))), ()):
        cells = group.cells
        title = without_mark(group.text(Meaning.MEASURE).replace("\n", " ")) or title
        if is_sum(title):
            reading.leave_out(cells, "แถวรวม")
            continue
        if not title:
            cells.say(key, "แถวนี้ไม่มีชื่อมาตรการ", "no-title")
            reading.rows.append(cells.done(continued=group.continued))
            continue
        entries = []
        for round in rounds:
            said = group.text(Meaning.ROUND) or round or of_title
            if entry := _entry(group, title, said, round):
                entries.append(entry)
        if not entries and not cells.problems:
            reading.leave_out(cells, "ยังไม่มีผลในแถวนี้")
            continue
        reading.rows.append(cells.done(*entries, continued=group.continued))


def _entry(group: Group, title: str, round: str, of_column: str) -> Entry | None:
    cells = group.cells
    columns = {
        column.meaning: column
        for column in reversed(cells.layout.all(*_TOLD))
        if not column.round or column.round == of_column
    }
    if not any(group.texts.get(column) for column in columns.values()) and not id_of(cells):
        return None
    given: dict[str, Place] = {}

    def column_of(meaning: Meaning, field: str) -> Column | None:
        column = columns.get(meaning)
        if column:
            given[field] = cells.place(column)
        return column

    def text_of(meaning: Meaning, field: str) -> str:
        column = column_of(meaning, field)
        return group.texts.get(column, "") if column else ""

    state = cells.read(column_of(Meaning.STATE, "state"), lambda value: read_state(clean(shown(value))))
    progress = cells.read(column_of(Meaning.PROGRESS, "progress"), read_percent)
    result = text_of(Meaning.RESULT, "result")
    if state is None and "state" in given and not result and progress is None:
        del given["state"]
    if state is None:
        state = _state_from(progress, result)
        if state is not FollowUpState.NOT_STARTED and (
            column := columns.get(Meaning.RESULT) or columns.get(Meaning.PROGRESS)
        ):
            given.setdefault("state", cells.place(column))
    record = Report(
        measure=title,
        round=round,
        due=cells.read_remarked(cells.layout.column(Meaning.DUE), read_day),
        followup=FollowUp(
            measure="",
            round="",
            state=state,
            progress=progress,
            result=result,
            obstacles=text_of(Meaning.OBSTACLES, "obstacles"),
            reported=cells.read_remarked(column_of(Meaning.REPORTED, "reported"), read_day),
            evidence=tuple(_evidence(text_of(Meaning.EVIDENCE, "evidence"))),
        ),
    )
    sent = read_marks(cells.text(Meaning.SENT)) if cells.layout.has(Meaning.SENT) else None
    return Entry(record=record, year=year_said(cells), given=given, id=id_of(cells), sent=sent)


def _state_from(progress: int | None, result: str) -> FollowUpState:
    """Where no column says the state, what is told says at least that it has begun."""
    if progress == 100:
        return FollowUpState.DONE
    return FollowUpState.IN_PROGRESS if progress or result.strip("-–— ") else FollowUpState.NOT_STARTED


def _evidence(text: str) -> Iterator[Evidence]:
    """A piece of evidence a line, a link beside its title or alone."""
    for part in split_list(text):
        if own := _OWN_EVIDENCE.match(part):
            yield Evidence(title=own["title"], link=own["link"])
            continue
        link = LINK.search(part)
        if link is None:
            yield Evidence(title=part)
        else:
            title = (part[: link.start()] + part[link.end() :]).strip(" :()-")
            yield Evidence(title=title or link.group(), link=link.group())
