"""How many people answered: tables that add up, and texts that agree with them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.respondents import disagreements, respondents_of, totals
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.words_about import in_the_same_digits

_OF_A_GROUP = re.compile("ชาย|หญิง|อายุ|การศึกษา|ประเภท|กลุ่ม|เพศ")
_ANSWERED = re.compile(r"(?:ผู้ตอบ|ตอบแบบวัด|ตอบแบบสำรวจ|ผู้ให้ข้อมูล)[^0-9\n]{0,60}$")


@rule(
    "respondents-add-up",
    Severity.ERROR,
    Group.FIGURES,
    title="ตารางจำนวนผู้ตอบรวมแล้วไม่เท่ากัน",
    bad="ผู้ตอบ IIT ตามอายุรวม 92 คน แต่ตามการศึกษารวม 90 คน",
    good="ผู้ตอบ IIT ตามอายุและตามการศึกษารวม 92 คนเท่ากัน",
)
def respondents_add_up(case: Case) -> Iterator[Found]:
    for one in disagreements(case.year.respondents):
        yield Found(
            where=Place("respondents", f"{one.tool}/{one.second.by}", None),
            quote=str(one.second.all),
            expected=str(one.first.all),
            message=one.message,
        )


@rule(
    "respondents-in-text",
    Severity.WARNING,
    Group.FIGURES,
    title="จำนวนผู้ตอบในข้อความไม่ตรงกับตาราง",
    bad="มีผู้ตอบแบบวัด IIT จำนวน 29 คน",
    good="มีผู้ตอบแบบวัด IIT จำนวน 92 คน",
    texts=True,
)
def respondents_in_text(case: Case) -> Iterator[Found]:
    counts = _counted(case)
    if not counts:
        return
    said_somewhere = {count for row in case.year.respondents for count in (row.male, row.female, row.other)}
    said_somewhere |= {row.male + row.female + row.other for row in case.year.respondents}
    for total in totals(case.year.respondents):
        said_somewhere |= {total.male, total.female, total.other}
    for prose in case.texts:
        for number in prose.numbers:
            start, _ = prose.line_of(number.start)
            before = prose.arabic[max(start, number.start - 90) : number.start]
            if number.unit not in {"คน", "ราย"} or not _ANSWERED.search(before):
                continue
            tool = next((tool for tool in reversed(re.findall("IIT|EIT", before)) if tool in counts), None)
            right = counts[tool] if tool else sum(counts.values())
            if number.value == right or _OF_A_GROUP.search(before) or (not tool and number.value in counts.values()):
                continue
            if number.value in said_somewhere and not tool:
                continue
            fix = in_the_same_digits(str(right), number)
            yield Found(
                where=prose.at(number.start, number.end),
                quote=number.text,
                expected=fix,
                fix=fix,
                message=f"ตามตารางมีผู้ตอบ{f' {tool}' if tool else ''} {right} คน",
            )


def _counted(case: Case) -> dict[str, int]:
    """How many answered each tool; nothing while its tables disagree."""
    tools = dict.fromkeys(row.tool for row in case.year.respondents)
    counts = {tool: respondents_of(case.year.respondents, tool) for tool in tools}
    return {} if None in counts.values() else {tool: count for tool, count in counts.items() if count is not None}
