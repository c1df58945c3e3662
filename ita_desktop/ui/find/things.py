"""What there is to be found: each thing with the words it is known by, and where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from ita_desktop.domain.oit import oit_items
from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Evidence, FollowUp, Office, Year
from ita_desktop.domain.scoring import score_text
from ita_desktop.papers.registry import PAPERS
from ita_desktop.papers.report_sections import SECTIONS
from ita_desktop.thai.dates import DateStyle, thai_date
from ita_desktop.ui.words import KINDS, STATES

YEAR = "year"
"""A place that is a year as a whole."""
HELP = "help"
"""A place in the help: its page, and the heading there."""
_UNNAMED = "ยังไม่ได้เขียน"


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a thing besides its title, and the field they stand in."""

    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Going:
    """Where a thing is: a place, in a year where it belongs to one."""

    place: Place
    year: int | None = None


Goal = Going | Callable[[], object]
"""To be gone to, or to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    group: str
    title: str
    goal: Goal
    icon: str
    note: str = ""
    key: str = ""
    """The key of a command, and the menu it stands in."""
    menu: str = ""
    code: str = ""
    """What it is called in short: `o8`, or `3` of an indicator."""
    parts: tuple[Part, ...] = ()

    @property
    def year(self) -> int | None:
        return self.goal.year if isinstance(self.goal, Going) else None

    def going_to(self, field: str) -> Goal:
        """The field in which the words were found."""
        if not (isinstance(self.goal, Going) and field):
            return self.goal
        return Going(Place(self.goal.place.kind, self.goal.place.id, field), self.goal.year)


def of_year(year: Year) -> Iterator[Thing]:
    """Everything a year holds."""

    def thing(group: str, title: str, place: Place, icon: str, note: str, *parts: Part, code: str = "") -> Thing:
        goal = Going(place, year.number)
        return Thing(group=group, title=title, goal=goal, icon=icon, note=note, code=code, parts=_filled(parts))

    for indicator in year.framework.indicators:
        score = year.indicator_scores.get(indicator.number)
        title, number = f"{indicator.number}. {indicator.name}", str(indicator.number)
        note = f"{score_text(score)} คะแนน" if score is not None else ""
        yield thing("ตัวชี้วัด", title, Place("scores", number), "scores", note, code=number)
    for item in year.framework.items:
        score = year.item_scores.get(item.code)
        note = f"{score_text(score)} คะแนน" if score is not None else ""
        title = f"{item.code} {item.title}"
        yield thing("ข้อคำถาม", title, Place("scores", item.code), "scores", note, code=item.code)
    for finding in year.findings:
        note = " · ".join((KINDS[finding.kind].text, *finding.items))
        said = Part(finding.advice, "advice"), Part(" ".join(finding.items), "items")
        title = finding.text or finding.advice or _UNNAMED
        yield thing("ข้อค้นพบ", title, Place("finding", finding.id), "finding", note, *said)
    for measure in year.measures:
        planned = (
            *(Part(step, f"steps[{number}]") for number, step in enumerate(measure.steps)),
            Part(", ".join(measure.owners), "owners"),
            Part(measure.analysis, "analysis"),
            Part(measure.followup, "followup"),
            Part(measure.period_text, "period_text"),
            Part(" ".join(measure.items), "items"),
        )
        note = ", ".join(measure.owners)
        yield thing("มาตรการ", measure.title or _UNNAMED, Place("measure", measure.id), "measure", note, *planned)
    yield from _followed(year, thing)
    for oit in oit_items(year):
        entry = oit.entry
        note = " · ".join(filter(None, (STATES[entry.state].text, entry.owner)))
        shown = Part(entry.owner, "owner"), Part(entry.link, "link"), Part(entry.note, "note"), Part(oit.meaning)
        title = f"{oit.code} {oit.title}".strip()
        yield thing("OIT ของปี", title, Place("checklist", oit.code), "checklist", note, *shown, code=oit.code)
    for remark in year.remarks:
        yield thing("ผู้ประเมินเขียนไว้", remark.text, Place("scores", remark.item), "paper", remark.item)
    yield from _written(year, thing)


_Make = Callable[..., Thing]


def _followed(year: Year, thing: _Make) -> Iterator[Thing]:
    titles = {measure.id: measure.title or _UNNAMED for measure in year.measures}
    rounds = {round.id: round.name for round in year.rounds}
    for round in year.rounds:
        due = f"ครบกำหนด {thai_date(round.due, DateStyle.SHORT)}" if round.due else ""
        yield thing("รอบติดตาม", round.name, Place("round", round.id), "calendar", due)
    for report in year.followups:
        where = Place("followup", report.id)
        note = " · ".join(filter(None, (rounds.get(report.round, ""), STATES[report.state].text)))
        yield thing("การติดตาม", titles.get(report.measure, _UNNAMED), where, "followup", note, *_reported(report))


def _reported(report: FollowUp) -> tuple[Part, ...]:
    def words(evidence: Evidence) -> str:
        return " ".join(filter(None, (evidence.title, evidence.file, evidence.link)))

    return (
        Part(report.result, "result"),
        Part(report.obstacles, "obstacles"),
        *(Part(words(evidence), "evidence") for evidence in report.evidence),
    )


def _written(year: Year, thing: _Make) -> Iterator[Thing]:
    """The papers, what is written in them, and whom they name."""
    for kind in PAPERS.values():
        yield thing("เอกสาร", kind.title, Place("papers", kind.name), "paper", "")
    memo = PAPERS["memo"].title
    for number, part in enumerate(year.memo.parts if year.memo else ()):
        where = Place("memo", None, f"parts[{number}].text")
        yield thing("ในเอกสาร", part.heading or memo, where, "paper", memo, Part(part.text))
    for number, section in enumerate(year.report.sections if year.report else ()):
        where = Place("report", None, f"sections[{number}].text")
        yield thing("ในเอกสาร", SECTIONS[section.key].title, where, "paper", PAPERS["report"].title, Part(section.text))
    for number, item in enumerate(year.agenda.items if year.agenda else ()):
        where = Place("agenda", None, f"items[{number}].title")
        yield thing("ในเอกสาร", item.title, where, "paper", PAPERS["agenda"].title, *map(Part, item.points))
    for entry in year.calendar:
        day = thai_date(entry.start or entry.end, DateStyle.SHORT) if entry.start or entry.end else ""
        yield thing("ปฏิทิน", entry.title, Place("calendar", entry.id, "entries"), "calendar", day, Part(entry.owner))
    for number, member in enumerate(year.order.members if year.order else ()):
        note = " · ".join(filter(None, (member.position, member.role, PAPERS["order"].title)))
        where = Place("order", None, f"members[{number}]")
        yield thing("บุคคล", member.name, where, "people", note, Part(" ".join(member.charge)))
    for number, signature in enumerate(year.memo.signatures if year.memo else ()):
        where = Place("memo", None, f"signatures[{number}].name")
        note = " · ".join(filter(None, (signature.position, f"ลงนามใน{memo}")))
        if signature.name:
            yield thing("บุคคล", signature.name, where, "people", note)


def of_office(office: Office) -> Iterator[Thing]:
    for number, person in enumerate(office.people):
        note = " · ".join(filter(None, (person.position, person.division)))
        goal = Going(Place("office", None, f"people[{number}].name"))
        yield Thing(group="บุคคล", title=person.name or person.position, goal=goal, icon="people", note=note)
    for division in office.divisions:
        goal = Going(Place("office", None, "divisions"))
        yield Thing(group="ส่วนราชการ", title=division, goal=goal, icon="people", note="ข้อมูลหน่วยงาน")


def of_years(numbers: tuple[int, ...]) -> Iterator[Thing]:
    for number in reversed(numbers):
        yield Thing(
            group="ปี", title=f"ปีงบประมาณ {number}", goal=Going(Place(YEAR), number), icon="calendar", code=str(number)
        )


def of_help(pages: Mapping[str, str]) -> Iterator[Thing]:
    """Each heading of each page, with what stands under it."""
    for name, text in pages.items():
        page, heading, lines = "", "", list[str]()
        for line in [*text.splitlines(), "# "]:
            if not line.startswith("#"):
                lines.append(line.replace("**", "").lstrip("-| ").rstrip("| "))
                continue
            if heading:
                yield Thing(
                    group="วิธีใช้",
                    title=heading,
                    goal=Going(Place(HELP, name, heading)),
                    icon="help",
                    note="" if heading == page else page,
                    parts=_filled(map(Part, lines)),
                )
            heading, lines = line.lstrip("# "), []
            page = page or heading


def _filled(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.text)
