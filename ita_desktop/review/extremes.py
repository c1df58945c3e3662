"""Superlatives: what is called the highest or the lowest has to be it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import listed_from, named

_HIGH, _LOW = r"สูง(?:ที่)?สุด|มาก(?:ที่)?สุด|ดี(?:ที่)?สุด", r"ต่ำ(?:ที่)?สุด|น้อย(?:ที่)?สุด"
_AHEAD = re.compile(
    rf"(?P<who>ตัวชี้วัด|ข้อ|ประเด็น)(?:ที่|ซึ่ง)(?:ได้รับ|ได้|มี)?(?:ผล)?(?:คะแนน)?(?P<moved>เพิ่มขึ้น|ลดลง)?(?:การประเมิน)?\s*"
    rf"(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))(?P<scope>[^\n0-9]{{0,40}}?)\s*(?:คือ|ได้แก่)\s*"
)
_BEHIND = re.compile(
    rf"[^\n]{{0,70}}?(?:เป็น(?:ตัวชี้วัด|ข้อ)?(?:ที่)?(?:ได้|มี)?(?:คะแนน)?|(?:ได้|มี)คะแนน)(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))"
    r"(?P<scope>[^\n]{0,30})"
)
_OF_OTHERS = re.compile(rf"(?:ข้อ|ตัวชี้วัด|ประเด็น|เรื่อง)(?:ที่|ซึ่ง|อื่น)|นอกกลุ่ม|{LAST_YEAR.pattern}")
_OF_THE_REST = re.compile(rf"ข้ออื่น|เพิ่มเติม|นอกจากนี้|{LAST_YEAR.pattern}")
_OF_SOME = re.compile(r"ประเด็นนี้|เรื่องนี้|กลุ่มนี้|ในกลุ่ม|จำนวนนี้|ด้านนี้")
_WHOLE = re.compile(r"ของปี|ของหน่วยงาน|ทุกตัวชี้วัด|ทั้งหมด|ภาพรวม|ทั้งปี|10\s*ตัวชี้วัด")


@rule(
    "superlative",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าสูงสุดหรือต่ำสุดทั้งที่ไม่ใช่",
    bad="ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน",
    good="ตัวชี้วัดที่ได้คะแนนต่ำสุด คือ ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    texts=True,
)
def superlative(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "สุด" not in prose.text:
            continue
        for match in _AHEAD.finditer(prose.arabic):
            if _OF_THE_REST.search(prose.arabic, max(0, match.start() - 80), match.start()):
                continue
            if listed := listed_from(prose, match.end()):
                yield from _judge(case, prose, listed, match)
        for at, mention in enumerate(prose.mentions):
            if mention.about not in {About.INDICATOR, About.ITEM} or not mention.firm:
                continue
            if _OF_SOME.search(prose.arabic, max(0, mention.start - 40), mention.start):
                continue
            following = prose.mentions[at + 1].start if at + 1 < len(prose.mentions) else len(prose.text)
            behind = _BEHIND.match(prose.arabic, mention.end)
            if behind and behind.start("scope") <= following and not _OF_OTHERS.search(behind.group()):
                yield from _judge(case, prose, [mention], behind)


def _judge(case: Case, prose: Prose, listed: Sequence[Mention], match: re.Match[str]) -> Iterator[Found]:
    groups = match.groupdict()
    subjects = [subject for mention in listed for subject in mention.subjects]
    if groups.get("moved"):
        if subjects[0].about is About.INDICATOR:
            yield from _judge_change(case, prose, listed, match)
        return
    high = groups["high"] is not None
    for mention in listed:
        for subject in mention.subjects:
            yield from _judge_one(case, prose, mention, subject, len(subjects), match, high=high)


def _judge_one(
    case: Case, prose: Prose, mention: Mention, subject: Subject, places: int, match: re.Match[str], *, high: bool
) -> Iterator[Found]:
    score = case.known.score(subject)
    if score is None or subject.about not in {About.INDICATOR, About.ITEM}:
        return
    around = match.groupdict().get("scope") or ""
    narrow = _among(case, subject, narrow=True)
    if not _is_extreme(score, narrow, places, high=high):
        severity, among = None, narrow
    elif subject.about is About.INDICATOR and not _is_extreme(
        score, wide := _among(case, subject, narrow=False), places, high=high
    ):
        start = max(prose.line_of(match.start())[0], match.start() - 40)
        if re.search("IIT|EIT|OIT|แบบวัด|เครื่องมือ", prose.arabic[start : match.end()]) and not _WHOLE.search(around):
            return  # the best of its tool
        severity, among = (None if _WHOLE.search(around) or places == 1 else Severity.WARNING), wide
    else:
        return
    best = max(among, key=lambda one: one[1]) if high else min(among, key=lambda one: one[1])
    name, right = called(subject, case.year.framework), called(best[0], case.year.framework)
    edge = "สูงสุด" if high else "ต่ำสุด"
    yield Found(
        where=prose.at(mention.start, mention.end),
        quote=prose.text[mention.start : mention.end],
        expected=right,
        message=f"{name} ได้ {score} คะแนน ไม่ใช่คะแนน{edge} ที่ถูกคือ {right} ({best[1]})",
        severity=severity,
    )


def _among(case: Case, subject: Subject, *, narrow: bool) -> list[tuple[Subject, Decimal]]:
    """What it is compared with: items of its indicator; indicators of its tool, or all."""
    framework = case.year.framework
    if subject.about is About.ITEM:
        item = framework.item(subject.key)
        others = [Subject(About.ITEM, one.code) for one in framework.items_of(item.indicator)] if item else [subject]
    else:
        tool = framework.tool_of(int(subject.key))
        indicators = framework.indicators_of(tool.code) if narrow and tool else framework.indicators
        others = [Subject(About.INDICATOR, str(one.number)) for one in indicators]
    return [(other, score) for other in others if (score := case.known.score(other)) is not None]


def _is_extreme(score: Decimal, among: list[tuple[Subject, Decimal]], places: int, *, high: bool) -> bool:
    """Among the first `places`, as many as are named together; equal scores share a place."""
    better = sum(1 for _, other in among if (other > score if high else other < score))
    return better < places


def _judge_change(case: Case, prose: Prose, listed: Sequence[Mention], match: re.Match[str]) -> Iterator[Found]:
    changes = {one.number: one.change for one in case.results.indicators if one.change is not None}
    if not changes:
        return
    edge = max(changes.values()) if match["moved"] == "เพิ่มขึ้น" else min(changes.values())
    right = [Subject(About.INDICATOR, str(number)) for number, change in changes.items() if change == edge]
    for mention in listed:
        if (
            mention.about is About.INDICATOR
            and mention.subjects[0] not in right
            and int(mention.subjects[0].key) in changes
        ):
            name = named(called(subject, case.year.framework) for subject in right)
            yield Found(
                where=prose.at(mention.start, mention.end),
                quote=prose.text[mention.start : mention.end],
                expected=name,
                message=f"ตัวชี้วัดที่{match['moved']}มากที่สุดคือ {name}",
            )
