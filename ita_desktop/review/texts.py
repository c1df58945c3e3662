"""Every text of a year that somebody wrote and a paper prints, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.problems import Place
from ita_desktop.domain.records import Agenda, FollowUp, Memo, Order, Report, Year
from ita_desktop.review.prose import Prose


def texts_of(year: Year) -> tuple[Prose, ...]:
    """The assessor's remarks are left out: they quote somebody else, and are to be quoted as they are."""
    about = {measure.id: measure.indicator for measure in year.measures}
    found: list[Prose] = []
    for place, text, indicator, heading in _fields(year, about):
        if text.strip():
            found.append(
                Prose(
                    place=place,
                    text=text,
                    framework=year.framework,
                    office=year.office.name,
                    indicator=indicator,
                    heading=heading,
                )
            )
    return tuple(found)


_Field = tuple[Place, str, int | None, bool]


def _fields(year: Year, about: dict[str, int | None]) -> Iterator[_Field]:
    for finding in year.findings:
        for field, text in (("text", finding.text), ("advice", finding.advice)):
            yield Place("finding", finding.id, field), text, finding.indicator, False
    for measure in year.measures:
        yield Place("measure", measure.id, "title"), measure.title, measure.indicator, False
        yield Place("measure", measure.id, "analysis"), measure.analysis, measure.indicator, False
        for at, step in enumerate(measure.steps):
            yield Place("measure", measure.id, f"steps[{at}]"), step, measure.indicator, False
        for at, owner in enumerate(measure.owners):
            yield Place("measure", measure.id, f"owners[{at}]"), owner, None, False
        yield Place("measure", measure.id, "period_text"), measure.period_text, None, False
        yield Place("measure", measure.id, "followup"), measure.followup, measure.indicator, False
    for report in year.followups:
        yield from _followup(report, about.get(report.measure))
    for entry in year.checklist:
        yield Place("checklist", entry.id, "note"), entry.note, None, False
    for planned in year.calendar:
        yield Place("calendar", planned.id, "title"), planned.title, None, False
    if year.memo:
        yield from _memo(year.memo)
    if year.report:
        yield from _report(year.report)
    if year.order:
        yield from _order(year.order)
    if year.agenda:
        yield from _agenda(year.agenda)


def _followup(report: FollowUp, indicator: int | None) -> Iterator[_Field]:
    for field, text in (("result", report.result), ("obstacles", report.obstacles)):
        yield Place("followup", report.id, field), text, indicator, False
    for at, evidence in enumerate(report.evidence):
        yield Place("followup", report.id, f"evidence[{at}].title"), evidence.title, None, False


def _memo(memo: Memo) -> Iterator[_Field]:
    yield Place("memo", None, "division"), memo.division, None, False
    yield Place("memo", None, "subject"), memo.subject, None, True
    yield Place("memo", None, "to"), memo.to, None, False
    for at, part in enumerate(memo.parts):
        yield Place("memo", None, f"parts[{at}].text"), part.text, None, False
    for at, signature in enumerate(memo.signatures):
        yield Place("memo", None, f"signatures[{at}].to"), signature.to, None, False
        for number, comment in enumerate(signature.comments):
            yield Place("memo", None, f"signatures[{at}].comments[{number}]"), comment, None, False
        yield Place("memo", None, f"signatures[{at}].position"), signature.position, None, False
        yield Place("memo", None, f"signatures[{at}].acting_for"), signature.acting_for, None, False


def _report(report: Report) -> Iterator[_Field]:
    for at, section in enumerate(report.sections):
        if section.included:
            yield Place("report", None, f"sections[{at}].text"), section.text, None, section.key == "cover"


def _order(order: Order) -> Iterator[_Field]:
    yield Place("order", None, "subject"), order.subject, None, False
    yield Place("order", None, "whereas"), order.whereas, None, False
    for at, member in enumerate(order.members):
        yield Place("order", None, f"members[{at}].position"), member.position, None, False
        yield Place("order", None, f"members[{at}].role"), member.role, None, False
    for at, duty in enumerate(order.duties):
        yield Place("order", None, f"duties[{at}]"), duty, None, False
    yield Place("order", None, "signatory.position"), order.signatory.position, None, False


def _agenda(agenda: Agenda) -> Iterator[_Field]:
    yield Place("agenda", None, "place"), agenda.place, None, False
    for at, item in enumerate(agenda.items):
        yield Place("agenda", None, f"items[{at}].title"), item.title, None, False
        for number, point in enumerate(item.points):
            yield Place("agenda", None, f"items[{at}].points[{number}]"), point, None, False
