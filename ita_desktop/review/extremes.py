"""Superlatives: what is called the highest or the lowest has to be it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import half_up
from ita_desktop.review.case import Case
from ita_desktop.review.moves import GOING_ON
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.said_when import year_meant
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import listed_from, named

HIGH, LOW = r"สูง(?:ที่)?สุด|มาก(?:ที่)?สุด|ดี(?:ที่)?สุด", r"ต่ำ(?:ที่)?สุด|น้อย(?:ที่)?สุด"
_AHEAD = re.compile(
    r"(?:(?P<who>ตัวชี้วัด|ข้อ|ประเด็น|เครื่องมือ|แบบวัด)(?:ที่|ซึ่ง)(?:ได้รับ|ได้|มี)?(?:ผล)?(?:คะแนน|พัฒนาการ)?(?P<moved>เพิ่มขึ้น|ดีขึ้น|สูงขึ้น|ลดลง|ต่ำลง)?(?:การประเมิน)?\s*"
    r"|(?:คะแนน|และ|ส่วน))"
    rf"(?:(?P<high>{HIGH})|(?P<low>{LOW}))(?P<scope>(?:(?!อันดับ|ลำดับ|รองลงมา)[^\n0-9]){{0,40}}?)\s*(?:คือ|ได้แก่|อยู่ใน|อยู่ที่)\s*"
)
_IN_YEARS = r"(?!\s*(?:ใน)?(?:รอบ|ระยะ)|\s*นับ|\s*ตั้งแต่)"
"""Of several years: "สูงที่สุดในรอบ 3 ปี" says nothing of the other indicators."""
_BEHIND = re.compile(
    r"(?P<lead>[^\n]{0,70}?)(?:(?:เป็น(?:ตัวชี้วัด|ข้อ)?(?:ที่)?(?:ได้|มี)?(?:คะแนน)?|(?:ได้|มี)คะแนน)"
    rf"(?:(?P<high>{HIGH})|(?P<low>{LOW}))|(?:เป็น|อยู่(?:ใน)?|ได้|มาเป็น)อันดับ(?:ที่)?(?:(?P<first>หนึ่ง|แรก)|(?P<last>สุดท้าย|ท้าย)))"
    rf"{_IN_YEARS}"
    r"(?P<scope>[^\n]{0,30})"
)
_TOOL_BEHIND = re.compile(
    rf"(?P<lead>{GOING_ON})(?:เป็น(?:เครื่องมือ|แบบวัด)(?:ที่)?(?:ได้|มี)?(?:คะแนน)?)?(?:(?P<high>{HIGH})|(?P<low>{LOW}))"
    r"(?!\s*(?:คือ|ได้แก่|อยู่|[0-9(]|(?:ใน)?รอบ|(?:ใน|ของ|ที่)(?:ตัวชี้วัด|ข้อ|ด้าน|เรื่อง|ประเด็น|การ)))(?P<scope>[^\n]{0,30})"
)
_RUNNER_UP = re.compile(r"(?:\([^()\n]*\)|คะแนน|ได้|มี|และ|โดย|[0-9.]+|,|\s)*รองลงมา(?:คือ|ได้แก่|เป็น|อันดับ|\s)*")
_OF_OTHERS = re.compile(rf"(?:ข้อ|ตัวชี้วัด|ประเด็น|เรื่อง)(?:ที่|ซึ่ง|อื่น)|นอกกลุ่ม|{LAST_YEAR.pattern}")
_OF_THE_REST = re.compile("ข้ออื่น|(?<!แก้ไข)เพิ่มเติม|นอกจากนี้")
_OF_ITS_TOOL = re.compile("[IEO]IT|(?:แต่ละ|ราย)(?:แบบวัด|เครื่องมือ)|(?:แบบวัด|เครื่องมือ)(?:นี้|เดียวกัน|[ก-๎]{6})")
_OF_SOME = re.compile(r"ประเด็นนี้|เรื่องนี้|กลุ่มนี้|ในกลุ่ม|จำนวนนี้|ด้านนี้")
_WHOLE = re.compile(r"ของปี|ของหน่วยงาน|ทุกตัวชี้วัด|ทั้งหมด|ภาพรวม|ทั้งปี|10\s*ตัวชี้วัด")
_JUDGED = frozenset({About.INDICATOR, About.ITEM, About.TOOL})


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
        if "สุด" not in prose.text and "อันดับ" not in prose.text:
            continue
        for match in _AHEAD.finditer(prose.arabic):
            if _OF_THE_REST.search(prose.arabic, max(0, match.start() - 80), match.start()):
                continue
            if year_meant(prose, case.year.number, match.start()) != case.year.number:
                continue
            if listed := listed_from(prose, match.end()):
                yield from _judge(case, prose, listed, match)
                yield from _judge_runner_up(case, prose, listed, match)
        for at, mention in enumerate(prose.mentions):
            if mention.about not in _JUDGED or not mention.firm:
                continue
            if _OF_SOME.search(prose.arabic, max(0, mention.start - 40), mention.start):
                continue
            following = prose.mentions[at + 1].start if at + 1 < len(prose.mentions) else len(prose.text)
            behind = (_TOOL_BEHIND if mention.about is About.TOOL else _BEHIND).match(prose.arabic, mention.end)
            if behind and behind.start("scope") <= following and not _is_of_others(behind):
                yield from _judge(case, prose, [mention], behind)
                yield from _judge_runner_up(case, prose, [mention], behind)


def _is_of_others(behind: re.Match[str]) -> bool:
    return any(_OF_OTHERS.search(behind[name]) for name in ("lead", "scope"))


def _is_high(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    return groups["high"] is not None or groups.get("first") is not None


def _judge(case: Case, prose: Prose, listed: Sequence[Mention], match: re.Match[str]) -> Iterator[Found]:
    subjects = [subject for mention in listed for subject in mention.subjects]
    if match.groupdict().get("moved"):
        if subjects[0].about in {About.INDICATOR, About.TOOL}:
            yield from _judge_change(case, prose, listed, match)
        return
    for mention in listed:
        for subject in mention.subjects:
            yield from _judge_one(case, prose, mention, subject, len(subjects), match, high=_is_high(match))


def _judge_runner_up(case: Case, prose: Prose, best: Sequence[Mention], match: re.Match[str]) -> Iterator[Found]:
    """ "สูงสุด คือ ก รองลงมา คือ ข": the one after those."""
    start = max(best[-1].end, match.start("scope") if match.start() >= best[-1].end else 0)
    runner_up = _RUNNER_UP.match(prose.arabic, start)
    if runner_up is None or match.groupdict().get("moved"):
        return
    places = sum(len(mention.subjects) for mention in best)
    for mention in listed_from(prose, runner_up.end()):
        for subject in mention.subjects:
            places += 1
            yield from _judge_one(case, prose, mention, subject, places, match, high=_is_high(match), place=places)


def _judge_one(
    case: Case,
    prose: Prose,
    mention: Mention,
    subject: Subject,
    places: int,
    match: re.Match[str],
    *,
    high: bool,
    place: int = 1,
) -> Iterator[Found]:
    score = case.known.score(subject)
    if score is None or subject.about not in _JUDGED:
        return
    around = match["scope"] or ""
    narrow = _among(case, subject, narrow=True)
    if not _is_extreme(score, narrow, places, high=high):
        severity, among = None, narrow
    elif subject.about is About.INDICATOR and not _is_extreme(
        score, wide := _among(case, subject, narrow=False), places, high=high
    ):
        start = max(prose.line_of(match.start())[0], match.start() - 40)
        if _OF_ITS_TOOL.search(prose.arabic, start, match.end()) and not _WHOLE.search(around):
            return  # the best of its tool
        severity, among = (None if _WHOLE.search(around) or places == 1 or place > 1 else Severity.WARNING), wide
    else:
        return
    best = sorted(among, key=lambda one: one[1], reverse=high)[place - 1]
    name, right = called(subject, case.year.framework), called(best[0], case.year.framework)
    edge = ("สูงสุด" if high else "ต่ำสุด") + (f"อันดับที่ {place}" if place > 1 else "")
    yield Found(
        where=prose.at(mention.start, mention.end),
        quote=prose.text[mention.start : mention.end],
        expected=right,
        message=f"{name} ได้ {score} คะแนน ไม่ใช่คะแนน{edge} ที่ถูกคือ {right} ({best[1]})",
        severity=severity,
    )


def _among(case: Case, subject: Subject, *, narrow: bool) -> list[tuple[Subject, Decimal]]:
    """What it is compared with: items of its indicator; indicators of its tool, or all; the tools."""
    framework = case.year.framework
    if subject.about is About.TOOL:
        others = [Subject(About.TOOL, tool.code) for tool in framework.tools]
    elif subject.about is About.ITEM:
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
    """Of those that rose, or fell, the one that did so most, or least."""
    rose, most = match["moved"].endswith("ขึ้น"), match["high"] is not None
    among = _among(case, listed[0].subjects[0], narrow=False)
    changes = {one: change for one, _ in among if (change := case.known.change(one)) is not None}
    of_these = [change for change in changes.values() if (change > 0 if rose else change < 0)]
    if not of_these:
        return
    edge = max(of_these) if rose == most else min(of_these)
    moved = f"{match['moved']}{'มาก' if most else 'น้อย'}ที่สุด"
    right = [subject for subject, change in changes.items() if change == edge]
    for mention in listed:
        if mention.subjects[0] not in right and mention.subjects[0] in changes:
            name = named(called(subject, case.year.framework) for subject in right)
            yield Found(
                where=prose.at(mention.start, mention.end),
                quote=prose.text[mention.start : mention.end],
                expected=name,
                message=f"{match['who']}ที่{moved}คือ {name} ({half_up(abs(edge))} คะแนน)",
            )
