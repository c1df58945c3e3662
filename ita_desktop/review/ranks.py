"""Ranks in prose: "อันดับที่ 3", "ห้าอันดับแรก"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import IndicatorResult
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.readings import count_found
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import LAST_YEAR, Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import listed_from, named, words_after, words_before


@rule(
    "rank-in-text",
    Severity.ERROR,
    Group.FIGURES,
    title="อันดับในข้อความไม่ตรงกับอันดับตามคะแนน",
    bad="ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 97.33 คะแนน อยู่ในอันดับที่ 2 จาก 10 ตัวชี้วัด",
    good="ตัวชี้วัดที่ 3 การใช้อำนาจ ได้ 97.33 คะแนน อยู่ในอันดับที่ 1 จาก 10 ตัวชี้วัด",
    texts=True,
)
def rank_in_text(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for number in prose.numbers:
            if number.label not in {"อันดับที่", "อันดับ"}:
                continue
            mention = _indicatorwords_before(prose, number.start)
            if mention is None or len(mention.subjects) != 1 or LAST_YEAR.search(words_before(prose, number.start, 30)):
                continue
            result = case.results.indicator(int(mention.subjects[0].key))
            if result is None or result.rank is None or result.rank == number.value:
                continue
            name = called(mention.subjects[0], case.year.framework)
            yield count_found(prose, number, result.rank, f"{name} อยู่อันดับที่ {result.rank} แต่ข้อความเขียน {number.text}")


def _indicatorwords_before(prose: Prose, at: int) -> Mention | None:
    """The indicator that a sentence goes on about: the last thing named before, not too far off."""
    line, _ = prose.line_of(at)
    near = [mention for mention in prose.mentions if line <= mention.start < at and at - mention.end <= 120]
    return near[-1] if near and near[-1].about is About.INDICATOR and near[-1].firm else None


@rule(
    "top-list",
    Severity.ERROR,
    Group.FIGURES,
    title="รายชื่ออันดับแรกหรืออันดับท้ายไม่ตรงกับคะแนน",
    bad="ตัวชี้วัดที่ได้คะแนน 2 อันดับแรก ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 2 การใช้งบประมาณ",
    good="ตัวชี้วัดที่ได้คะแนน 2 อันดับแรก ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
    texts=True,
)
def top_list(case: Case) -> Iterator[Found]:
    ranked = list(case.results.ranking())
    for prose in case.texts:
        for number in prose.numbers:
            if (
                not words_after(prose, number.end, 8).lstrip().startswith(("อันดับ", "ลำดับ"))
                or number.label
                or not 1 <= number.value < len(ranked)
            ):
                continue
            if words_before(prose, number.start, 8).rstrip().endswith("นอก"):
                continue
            after = words_after(prose, number.end, 80)
            opening = re.match(r"\s*(?:อันดับ|ลำดับ)\s*(?:แรก|(?P<last>สุดท้าย|ต่ำสุด|ท้าย))[^\n]{0,40}?(?:ได้แก่|คือ)\s*", after)
            if not opening:
                continue
            listed = listed_from(prose, number.end + opening.end())
            if not listed or listed[0].about is not About.INDICATOR or len(listed) != number.value:
                continue
            yield from _out_of_place(case, prose, listed, ranked, last=opening["last"] is not None)


def _out_of_place(
    case: Case, prose: Prose, listed: list[Mention], ranked: list[IndicatorResult], *, last: bool
) -> Iterator[Found]:
    order = list(reversed(ranked)) if last else ranked
    edge = order[len(listed) - 1].score
    assert edge is not None
    right = named(
        called(Subject(About.INDICATOR, str(one.number)), case.year.framework) for one in order[: len(listed)]
    )
    for mention in listed:
        score = case.known.score(mention.subjects[0])
        if score is not None and (score > edge if last else score < edge):
            yield Found(
                where=prose.at(mention.start, mention.end),
                quote=prose.text[mention.start : mention.end],
                expected=right,
                message=f"{called(mention.subjects[0], case.year.framework)} ไม่อยู่ใน {len(listed)} อันดับนี้ ที่ถูกคือ {right}",
            )
