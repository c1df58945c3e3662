"""What a measure belongs to: said by the measure itself, else by its items or its findings."""

from __future__ import annotations

from ita_desktop.domain.framework import Framework
from ita_desktop.domain.records import Finding, Measure, Year


def topic_name(framework: Framework, number: int) -> str:
    topic = framework.topic(number)
    return topic.name if topic else f"ประเด็นที่ {number}"


def findings_of(year: Year, measure: Measure) -> tuple[Finding, ...]:
    found = (year.finding(id) for id in measure.findings)
    return tuple(finding for finding in found if finding is not None)


def items_of(year: Year, measure: Measure) -> tuple[str, ...]:
    from_findings = (item for finding in findings_of(year, measure) for item in finding.items)
    return measure.items or tuple(dict.fromkeys(from_findings))


def indicator_of(year: Year, measure: Measure) -> int | None:
    if measure.indicator is not None:
        return measure.indicator
    for code in measure.items:
        item = year.framework.item(code)
        if item:
            return item.indicator
    return next((number for f in findings_of(year, measure) if (number := indicator_of_finding(year, f))), None)


def indicator_of_finding(year: Year, finding: Finding) -> int | None:
    if finding.indicator is not None:
        return finding.indicator
    items = (year.framework.item(code) for code in finding.items)
    return next((item.indicator for item in items if item), None)


def topic_of(year: Year, measure: Measure) -> int | None:
    if measure.topic is not None:
        return measure.topic
    return next((finding.topic for finding in findings_of(year, measure) if finding.topic is not None), None)


def analysis_of(year: Year, measure: Measure) -> tuple[str, ...]:
    """What the analysis found, told once: the measure's own words, else the advice of its findings, else their text."""
    if measure.analysis:
        return (measure.analysis,)
    return tuple(text for finding in findings_of(year, measure) if (text := finding.advice or finding.text))


def measured_by_indicator(year: Year) -> dict[int | None, tuple[Measure, ...]]:
    """Measures in the order of the indicators, those of none at the end."""
    numbers: dict[int | None, list[Measure]] = {indicator.number: [] for indicator in year.framework.indicators}
    general: list[Measure] = []
    for measure in year.measures:
        number = indicator_of(year, measure)
        (general if number is None else numbers.setdefault(number, [])).append(measure)
    return {number: tuple(group) for number, group in (*numbers.items(), (None, general)) if group}


def measured_by_topic(year: Year) -> dict[int | None, tuple[Measure, ...]]:
    topics: dict[int, list[Measure]] = {}
    general: list[Measure] = []
    for measure in year.measures:
        number = topic_of(year, measure)
        (general if number is None else topics.setdefault(number, [])).append(measure)
    ordered = sorted(topics.items())
    return {number: tuple(group) for number, group in (*ordered, (None, general)) if group}


NOBODY = "ยังไม่ระบุผู้รับผิดชอบ"


def by_owner(year: Year) -> dict[str, tuple[Measure, ...]]:
    """Divisions in the office's order, then other owners, then what nobody owns."""
    groups: dict[str, list[Measure]] = {division: [] for division in year.office.divisions}
    for measure in year.measures:
        for owner in measure.owners or (NOBODY,):
            groups.setdefault(owner, []).append(measure)
    nobody = groups.pop(NOBODY, [])
    return {owner: tuple(group) for owner, group in (*groups.items(), (NOBODY, nobody)) if group}
