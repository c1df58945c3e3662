"""How measures read in the list: by indicator, owner, topic or date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.measure_facts import indicator_of, topic_name, topic_of
from ita_desktop.domain.records import Measure, Year
from ita_desktop.domain.scoring import Results, half_up
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.thai.periods import Period, thai_period
from ita_desktop.ui.due import HowFar
from ita_desktop.ui.record_list import Entry
from ita_desktop.ui.words import NOBODY, OVERDUE, STATES

IN_THE_PAPER = "paper"
GROUPINGS = (
    ("indicator", "ตามตัวชี้วัด"),
    ("owner", "ตามผู้รับผิดชอบ"),
    ("date", "ตามกำหนดเสร็จ"),
    ("topic", "ตามประเด็น"),
    (IN_THE_PAPER, "ตามลำดับในเอกสาร"),
)
NO_DATES = "ยังไม่กำหนดวัน"
LATE = "late"


def entries(year: Year, results: Results, grouping: str, far: Mapping[str, HowFar]) -> list[Entry]:
    listed: list[tuple[tuple[object, ...], Entry]] = []
    for place, measure in enumerate(year.measures):
        for order, group, note in _headings(year, results, measure, grouping):
            carried = is_carried_over(year, measure)
            listed.append(((order, place), _entry(measure, far[measure.id], group, note, carried=carried)))
    return [entry for _, entry in sorted(listed, key=lambda pair: pair[0])]


def is_carried_over(year: Year, measure: Measure) -> bool:
    """It went on from the year before, where it bears the same id."""
    before = year.last_year.measure(measure.id) if year.last_year is not None else None
    return before is not None and before.title == measure.title


def _entry(measure: Measure, far: HowFar, group: str, group_note: str, *, carried: bool) -> Entry:
    look = OVERDUE if far.late else STATES[far.state]
    ours = "ร่าง" if untouched(measure, "title") else "ทำต่อจากปีก่อน" if carried else ""
    when = period_of(measure) or NO_DATES
    note = " · ".join(filter(None, (look.text, ", ".join(measure.owners) or NOBODY, when, ours)))
    return Entry(
        record=measure,
        key=measure.id,
        title=measure.title,
        note=note,
        icon=look.icon,
        tone=look.tone,
        note_tone="bad" if far.late else "muted",
        group=group,
        group_note=group_note,
    )


def period_of(measure: Measure) -> str:
    if measure.period_text:
        return measure.period_text
    return thai_period(Period(measure.start, measure.revised_end or measure.end), short=True)


def state_key(entry: Entry, far: Mapping[str, HowFar]) -> str:
    found = far[entry.record.id]
    return LATE if found.late else found.state.value


Heading = tuple[object, str, str]


def _headings(year: Year, results: Results, measure: Measure, grouping: str) -> Iterable[Heading]:
    match grouping:
        case "owner":
            yield from ((owner, owner, "") for owner in measure.owners or (NOBODY,))
        case "date":
            yield _by_date(measure)
        case "topic":
            topic = topic_of(year, measure)
            yield (
                (99, "ยังไม่ระบุประเด็น", "")
                if topic is None
                else (topic, f"{topic}. {topic_name(year.framework, topic)}", "")
            )
        case "indicator":
            yield _by_indicator(year, results, measure)
        case _:
            yield (0, "", "")


def _by_indicator(year: Year, results: Results, measure: Measure) -> Heading:
    number = indicator_of(year, measure)
    if number is None:
        return (1_000, "ทุกตัวชี้วัด", "")
    result = results.indicator(number)
    if result is None:
        return (number, f"ตัวชี้วัดที่ {number}", "ไม่อยู่ในหลักเกณฑ์ของปีนี้")
    return (number, f"{number}. {result.name}", "" if result.score is None else str(half_up(result.score)))


def _by_date(measure: Measure) -> Heading:
    end = measure.revised_end or measure.end
    if end is None:
        return ("9999", "ยังไม่กำหนดวันเสร็จ", "")
    return (f"{end:%Y-%m}", thai_date(end, DateStyle.MONTH), "")
