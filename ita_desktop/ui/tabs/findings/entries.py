"""How findings read in the list, under which headings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ita_desktop.domain.drafts import untouched
from ita_desktop.domain.measure_facts import indicator_of_finding, topic_name
from ita_desktop.domain.records import Finding, Year
from ita_desktop.domain.scoring import Results, half_up
from ita_desktop.ui.record_list import Entry
from ita_desktop.ui.words import KINDS

NOT_SAID = "ยังไม่ระบุตัวชี้วัด"

GROUPINGS = (
    ("indicator", "ตามตัวชี้วัด"),
    ("tool", "ตามเครื่องมือ"),
    ("kind", "ตามประเภท"),
    ("topic", "ตามประเด็น"),
    ("paper", "ตามลำดับในเอกสาร"),
)


def entries(year: Year, results: Results, grouping: str) -> list[Entry]:
    heading = _HEADINGS[grouping]
    measured: dict[str, int] = {}
    for measure in year.measures:
        for id in measure.findings:
            measured[id] = measured.get(id, 0) + 1
    listed = []
    for finding in year.findings:
        order, name, note = heading(year, results, finding)
        listed.append((order, _entry(finding, measured, name, note)))
    return [entry for _, entry in sorted(listed, key=lambda pair: pair[0])]


def _entry(finding: Finding, measured: Mapping[str, int], group: str, group_note: str) -> Entry:
    look = KINDS[finding.kind]
    count = measured.get(finding.id, 0)
    ours = "ร่าง" if untouched(finding, "text") else ""
    note = " · ".join(filter(None, (look.text, " ".join(finding.items), f"มาตรการ {count}" if count else "", ours)))
    return Entry(
        record=finding,
        key=finding.id,
        title=finding.text or finding.advice,
        note=note,
        icon=look.icon,
        tone=look.tone,
        group=group,
        group_note=group_note,
    )


Heading = Callable[[Year, Results, Finding], tuple[float, str, str]]


def _by_indicator(year: Year, results: Results, finding: Finding) -> tuple[float, str, str]:
    number = indicator_of_finding(year, finding)
    if number is None:
        return 1_000, NOT_SAID, ""
    result = results.indicator(number)
    if result is None:
        return number, f"ตัวชี้วัดที่ {number}", "ไม่อยู่ในหลักเกณฑ์ของปีนี้"
    score = "" if result.score is None else str(half_up(result.score))
    return number, f"{number}. {result.name}", score


def _by_tool(year: Year, results: Results, finding: Finding) -> tuple[float, str, str]:
    number = indicator_of_finding(year, finding)
    indicator = year.framework.indicator(number) if number is not None else None
    codes = [tool.code for tool in year.framework.tools]
    if indicator is None or indicator.tool not in codes:
        return 1_000, "ยังไม่ระบุเครื่องมือ", ""
    tool = year.framework.tool(indicator.tool)
    mean = results.tools.get(indicator.tool)
    name = f"{indicator.tool} {tool.name if tool else ''}"
    return codes.index(indicator.tool), name, "" if mean is None else str(half_up(mean))


def _by_kind(_year: Year, _results: Results, finding: Finding) -> tuple[float, str, str]:
    return list(KINDS).index(finding.kind), KINDS[finding.kind].text, ""


def _by_topic(year: Year, _results: Results, finding: Finding) -> tuple[float, str, str]:
    if finding.topic is None:
        return 1_000, "ยังไม่ระบุประเด็น", ""
    return finding.topic, f"{finding.topic}. {topic_name(year.framework, finding.topic)}", ""


def _as_in_the_paper(_year: Year, _results: Results, _finding: Finding) -> tuple[float, str, str]:
    return 0, "", ""


_HEADINGS: Mapping[str, Heading] = {
    "indicator": _by_indicator,
    "tool": _by_tool,
    "kind": _by_kind,
    "topic": _by_topic,
    "paper": _as_in_the_paper,
}
