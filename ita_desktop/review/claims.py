"""Sentences about scores that can be false although every figure in them is right: "ทุกเครื่องมือเกิน 85", "สูงสุด"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from ita_desktop.domain.problems import Severity
from ita_desktop.domain.scoring import FULL, score_text
from ita_desktop.review.case import Case
from ita_desktop.review.claims_about_many import lists_tools
from ita_desktop.review.predicates import AT_LEAST, BELOW
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.sayings import Role, Said
from ita_desktop.review.speech import LAST_YEAR
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.review.words_about import listed_from

_WITHIN_HOPE = re.compile(r"ให้|เพื่อ|เป้าหมาย|ต้อง|ควร|จึงจะ|หาก|กำหนด|ยกระดับ|ห่าง|ขาด|อีก|ใช้|เกณฑ์การ|หลักเกณฑ์")
_HOPED_TO = re.compile(r"(?:ต้อง|ให้|จะ|ควร|เมื่อ|หาก|ถ้า|เพื่อ)(?:ได้|มี|ที่)?\s*(?:คะแนน)?$")
_ABOUT_OTHERS = re.compile(r"(?:เครื่องมือ|ตัวชี้วัด|ข้อ|หน่วยงาน|เรื่อง|บาง)(?:ที่|ใด|หนึ่ง|อื่น|ส่วน|ข้อ|เดียว)|เพราะ|เนื่องจาก")


@rule(
    "claim-about-mark",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าถึงเกณฑ์หรือต่ำกว่าเกณฑ์ ไม่ตรงกับคะแนน",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน สูงกว่า 85 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน ต่ำกว่า 85 คะแนน",
    texts=True,
)
def claim_about_mark(case: Case) -> Iterator[Found]:
    for prose, all_said in case.said:
        for said in all_said:
            if said.role is Role.MARK and said.sure and said.subjects and not lists_tools(prose, said.number.start):
                yield from _against_mark(case, prose, said)


def _against_mark(case: Case, prose: Prose, said: Said) -> Iterator[Found]:
    before = said.before
    if _HOPED_TO.search(prose.arabic, max(0, said.named_at - 20), said.named_at):
        return
    if _ABOUT_OTHERS.search(before) or _WITHIN_HOPE.search(before) or LAST_YEAR.search(before):
        return
    words = re.search(rf"(?:(?P<denied>ยังไม่|ไม่)\s*)?(?P<how>{BELOW}|{AT_LEAST})(?:คะแนน|ร้อยละ|เกณฑ์|ที่|\s)*$", before)
    up = re.match(r"\s*(?:คะแนน)?\s*ขึ้นไป", prose.arabic[said.number.end :])
    if not words and not up:
        return
    how = words["how"] if words else ""
    below = bool(re.fullmatch(BELOW, how)) if words else False
    if words and words["denied"] and not how.startswith("ไม่"):
        below = not below
    mark = said.number.value
    if mark not in case.known.marks():
        return
    for subject in said.subjects:
        if subject.about is About.OFFICE:
            continue
        score = case.known.score(subject)
        if score is None or (score < mark) == below:
            continue
        start = said.number.start - (len(before) - words.start()) if words else said.number.start
        limit = f"{mark.normalize():f}"
        stands = f"ต่ำกว่า {limit}" if score < mark else f"ไม่ต่ำกว่า {limit}"
        yield Found(
            where=prose.at(start, said.number.end),
            quote=prose.text[start : said.number.end],
            expected=stands,
            message=f"{called(subject, case.year.framework)} ได้ {score} คะแนน จึง{stands}",
        )


_FULL_OR_NOTHING = re.compile(
    r"\s*(?:ซึ่ง|ที่|ต่าง|ล้วน|ทั้งหมด|ยัง|เพราะ)?\s*(?:(?P<nothing>ไม่ได้คะแนน(?!เต็ม)|ได้\s*0\s*คะแนน)|(?P<full>(?:ได้|มี)?คะแนนเต็ม|ได้เต็ม)(?!ใจ))"
)


@rule(
    "claim-about-full",
    Severity.ERROR,
    Group.FIGURES,
    title="เขียนว่าได้คะแนนเต็มหรือไม่ได้คะแนน ไม่ตรงกับคะแนนรายข้อ",
    bad="ข้อ o27 ได้คะแนนเต็ม",
    good="ข้อ o27 ไม่ได้คะแนน",
    texts=True,
)
def claim_about_full(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        if "คะแนน" not in prose.text and "เต็ม" not in prose.text:
            continue
        for at, mention in enumerate(prose.mentions):
            claim = _FULL_OR_NOTHING.match(prose.arabic, mention.end)
            if not claim or mention.about not in {About.ITEM, About.INDICATOR} or prose.claimed.touch(*claim.span()):
                continue
            if _HOPED_TO.search(prose.arabic, max(0, mention.start - 20), mention.start):
                continue
            subjects = list(mention.subjects)
            for earlier in reversed(prose.mentions[:at]):
                if listed_from(prose, earlier.start)[-1:] != [mention]:
                    break
                subjects += earlier.subjects
            yield from _full_or_nothing(case, prose, claim, subjects)


def _full_or_nothing(case: Case, prose: Prose, claim: re.Match[str], subjects: Iterable[Subject]) -> Iterator[Found]:
    right = FULL if claim["full"] else Decimal(0)
    for subject in dict.fromkeys(subjects):
        score = case.known.score(subject)
        if score is not None and score != right:
            span = claim.span("full") if claim["full"] else claim.span("nothing")
            yield Found(
                where=prose.at(*span),
                quote=prose.text[slice(*span)],
                expected=str(score),
                message=f"{called(subject, case.year.framework)} ได้ {score} คะแนน",
            )


# ------------------------------------------------------------------------------------------- strong and weak, in lists


@rule(
    "strength-named",
    Severity.ERROR,
    Group.FIGURES,
    title="ยกเป็นจุดแข็งทั้งที่คะแนนต่ำกว่าเกณฑ์",
    bad="จุดแข็งของหน่วยงาน ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 8 การปรับปรุงการทำงาน",
    good="จุดแข็งของหน่วยงาน ได้แก่ ตัวชี้วัดที่ 3 การใช้อำนาจ และตัวชี้วัดที่ 1 การปฏิบัติหน้าที่",
    texts=True,
)
def strength_named(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in re.finditer(r"(?<!กลุ่ม)จุดแข็ง(?:ของ[^\s]{0,30})?[^\n]{0,60}?(?:ได้แก่|คือ)\s*", prose.arabic):
            if re.search("จุดอ่อน|พัฒนา|แก้ไข|ต่ำกว่า|ไม่|นอก", match.group()):
                continue
            for mention in listed_from(prose, match.end()):
                if mention.about is not About.INDICATOR:
                    continue
                result = case.results.indicator(int(mention.subjects[0].key))
                if result is not None and result.group == "weak":
                    name = called(mention.subjects[0], case.year.framework)
                    yield Found(
                        where=prose.at(mention.start, mention.end),
                        quote=prose.text[mention.start : mention.end],
                        message=f"{name} ได้ {score_text(result.score)} คะแนน {_outside(case)} จึงไม่ใช่จุดแข็ง",
                    )


def _outside(case: Case) -> str:
    rule = case.year.strength_rule
    return f"ไม่อยู่ใน {rule.top} อันดับแรก" if rule.top else f"ต่ำกว่า {rule.mark.normalize():f}"
