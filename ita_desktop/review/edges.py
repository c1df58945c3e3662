"""Figures that are called the highest or the lowest: "คะแนนสูงสุด 97.33 คะแนน", "อยู่ระหว่าง 80.00 ถึง 97.33"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.extremes import HIGH, LOW
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import is_hoped, year_meant
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About, Subject
from ita_desktop.review.words_about import agrees
from ita_desktop.thai.digits import in_digits_of

_VALUE = r"(?P<value>[0-9]{1,3}\.[0-9]{1,2})(?![0-9])"
_EDGE = re.compile(
    rf"(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?P<of>(?:ของ|ใน|จาก)[^0-9\n]{{0,40}}?(?:[0-9]{{1,2}}\s[ก-๎]{{6,30}})?)?"
    rf"(?:คะแนน|อยู่ที่|อยู่|คือ|เท่ากับ|ได้แก่|ได้|ร้อยละ|[(=:]|\s)*{_VALUE}"
)
_RANGE = re.compile(
    r"(?:อยู่ระหว่าง|อยู่ในช่วง|ระหว่าง|ตั้งแต่)(?:คะแนน|ร้อยละ|\s)*(?P<low>[0-9]{1,3}\.[0-9]{1,2})(?:\s*คะแนน)?\s*(?:จนถึง|ถึง|และ|-|–)\s*"
    r"(?:ร้อยละ\s*)?(?P<high>[0-9]{1,3}\.[0-9]{1,2})(?![0-9])"
)


@rule(
    "edge-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="คะแนนที่เขียนว่าสูงสุดหรือต่ำสุดไม่ใช่คะแนนสูงสุดหรือต่ำสุด",
    bad="ผลการประเมินรายตัวชี้วัดมีคะแนนสูงสุด 96.03 คะแนน และต่ำสุด 80.00 คะแนน",
    good="ผลการประเมินรายตัวชี้วัดมีคะแนนสูงสุด 97.33 คะแนน และต่ำสุด 80.00 คะแนน",
    texts=True,
)
def edge_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "สุด" in prose.text:
            for match in _EDGE.finditer(prose.arabic):
                if "คะแนน" in prose.arabic[max(0, match.start() - 40) : match.end() + 8]:
                    yield from _judge(case, prose, match, "value", high=match["high"] is not None)
        if "ระหว่าง" in prose.text or "ช่วง" in prose.text or "ตั้งแต่" in prose.text:
            for match in _RANGE.finditer(prose.arabic):
                if re.search("คะแนน", prose.arabic[max(0, match.start() - 40) : match.end() + 8]):
                    yield from _judge(case, prose, match, "low", high=False)
                    yield from _judge(case, prose, match, "high", high=True)


def _judge(case: Case, prose: Prose, match: re.Match[str], group: str, *, high: bool) -> Iterator[Found]:
    value, span = Decimal(match[group]), match.span(group)
    number = case.year.number
    if year_meant(prose, number, match.start()) != number or is_hoped(prose, *match.span()):
        return
    within = [one for one in prose.mentions if match.start() <= one.start < span[0]]
    if any(one.about is About.ITEM for one in within) or not case.known.is_known(value):
        return  # the item named is what is highest; or a figure of something else, of which another rule speaks
    scope = within[-1] if within else _before(prose, match.start())
    own = _edges(case, scope, high=high)
    right = own if within else own + _edges(case, None, high=high)
    if not right or any(agrees(value, edge) for edge in right):
        return
    quote, text = prose.text[slice(*span)], str(right[0])
    expected = in_digits_of(quote, text)
    edge = "สูงสุด" if high else "ต่ำสุด"
    certain = within or scope is None
    yield Found(
        where=prose.at(*span),
        quote=quote,
        expected=expected,
        fix=expected if certain else None,
        message=f"คะแนน{edge}คือ {text} ไม่ใช่ {match[group]} ({case.known.what(value) or 'เกณฑ์'})",
        severity=None if certain else Severity.WARNING,
    )


def _before(prose: Prose, at: int) -> Mention | None:
    line, _ = prose.line_of(at)
    near = [one for one in prose.mentions if line <= one.start < at and at - one.end <= 80 and one.firm]
    return near[-1] if near else None


def _edges(case: Case, scope: Mention | None, *, high: bool) -> list[Decimal]:
    """What can be meant by the highest here: of indicators, of items, of tools."""
    framework = case.year.framework
    subject = scope.subjects[0] if scope else None
    groups: list[list[Subject]]
    if subject is not None and subject.about is About.TOOL:
        indicators = framework.indicators_of(subject.key)
        items = [item for one in indicators for item in framework.items_of(one.number)]
        groups = [
            [Subject(About.INDICATOR, str(one.number)) for one in indicators],
            [Subject(About.ITEM, item.code) for item in items],
        ]
    elif subject is not None and subject.about is About.INDICATOR:
        groups = [[Subject(About.ITEM, item.code) for item in framework.items_of(int(subject.key))], [subject]]
    elif subject is not None and subject.about is About.ITEM:
        groups = [list(scope.subjects) if scope else []]
    else:
        groups = [
            [Subject(About.INDICATOR, str(one.number)) for one in framework.indicators],
            [Subject(About.ITEM, item.code) for item in framework.items],
            [Subject(About.TOOL, tool.code) for tool in framework.tools],
        ]
    scores = [[score for one in group if (score := case.known.score(one)) is not None] for group in groups]
    return [max(group) if high else min(group) for group in scores if group]
