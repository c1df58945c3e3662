"""How it is written: digits of two kinds, spaces, spelling, letters damaged on the way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from ita_desktop.domain.printable import unprintable, why_unprintable
from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.wrong_words import WRONG_WORDS
from ita_desktop.thai.digits import to_arabic, to_thai
from ita_desktop.thai.likeness import tidy
from ita_desktop.thai.numbers import DigitKind, digits_of
from ita_desktop.thai.quoting import quoted

# --------------------------------------------------------------------------------------------------------------- digits


@rule(
    "mixed-digits",
    Severity.HINT,
    Group.LANGUAGE,
    title="เลขไทยปนเลขอารบิก",
    bad="ดำเนินการ ๒ ครั้ง ภายใน ๓๐ วัน และรายงานผล 4 รอบ",
    good="ดำเนินการ 2 ครั้ง ภายใน 30 วัน และรายงานผล 4 รอบ",
    texts=True,
)
def mixed_digits(case: Case) -> Iterator[Found]:
    """Our own papers are printed in one kind whatever was typed; what is wrong here shows in the window only."""
    if case.outside:
        yield from _mixed([(prose, match) for prose in case.texts for match in _digit_runs(prose)], once=True)
        return
    for prose in case.texts:
        if digits_of(prose.text) is DigitKind.MIXED:
            yield from _mixed([(prose, match) for match in _digit_runs(prose)], once=False)


def _digit_runs(prose: Prose) -> Iterator[re.Match[str]]:
    for match in re.finditer(r"(?<![A-Za-z0-9๐-๙])[0-9๐-๙]+(?![A-Za-z])", prose.text):
        misread = any(code.misread and code.start < match.end() and match.start() < code.end for code in prose.codes)
        if not misread and not prose.links.touch(*match.span()):
            yield match


def _mixed(runs: list[tuple[Prose, re.Match[str]]], *, once: bool) -> Iterator[Found]:
    kinds = Counter(_kind(match.group()) for _, match in runs)
    thai, arabic = kinds[DigitKind.THAI], kinds[DigitKind.ARABIC]
    if not thai or not arabic:
        return
    odd = DigitKind.THAI if thai < arabic else DigitKind.ARABIC
    called = "เลขไทย" if odd is DigitKind.THAI else "เลขอารบิก"
    for prose, match in runs:
        if _kind(match.group()) is not odd:
            continue
        fix = to_arabic(match.group()) if odd is DigitKind.THAI else to_thai(match.group())
        yield Found(
            where=prose.at(*match.span()),
            quote=match.group(),
            expected=fix,
            fix=None if once else fix,
            message=f"ใช้{called}ปนกับเลขอีกแบบ" + (f" ทั้งเอกสารมี {kinds[odd]} แห่ง" if once else ""),
            severity=Severity.WARNING if once else None,
        )
        if once:
            return


def _kind(digits: str) -> DigitKind:
    return DigitKind.ARABIC if digits.isascii() else DigitKind.THAI


# ---------------------------------------------------------------------------------------------------------------- words


@rule(
    "space-before-repeat",
    Severity.HINT,
    Group.LANGUAGE,
    title="ไม่เว้นวรรคหน้าไม้ยมก",
    bad="ช่องทางต่างๆ",
    good="ช่องทางต่าง ๆ",
    texts=True,
)
def space_before_repeat(case: Case) -> Iterator[Found]:
    count = sum(len(re.findall(r"(?<=\S)ๆ", prose.text)) for prose in case.texts) if case.outside else 0
    for prose in case.texts:
        for match in re.finditer(r"(?<=[ก-๎])ๆ", prose.text):
            yield Found(
                where=prose.at(match.start(), match.end()),
                quote="ๆ",
                expected=" ๆ",
                fix=" ๆ",
                message="เว้นวรรคหน้าไม้ยมก" + (f" ทั้งเอกสารมี {count} แห่ง" if count > 1 else ""),
            )
            if case.outside:
                return


_WRONG = re.compile("|".join(sorted(map(re.escape, WRONG_WORDS), key=len, reverse=True)))


@lru_cache(maxsize=4096)
def _wrong_words(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WRONG.finditer(text))


@rule(
    "wrong-word",
    Severity.WARNING,
    Group.LANGUAGE,
    title="คำสะกดผิดหรือคำที่ไม่ใช้ในเอกสารราชการ",
    bad="ชี้แจงให้บุคคลากรทราบ",
    good="ชี้แจงให้บุคลากรทราบ",
    texts=True,
)
def wrong_word(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for match in _wrong_words(prose.text):
            if prose.links.touch(*match.span()):
                continue
            right = WRONG_WORDS[match.group()]
            if prose.text.startswith(right, match.start()) and right != match.group():
                continue
            yield Found(
                where=prose.at(*match.span()),
                quote=match.group(),
                expected=right,
                fix=right,
                message=f"ควรเขียนว่า{quoted(right)}",
            )


@rule(
    "broken-letters",
    Severity.HINT,
    Group.LANGUAGE,
    title="อักขระเสียจากการคัดลอก",
    bad="เเนวทางการปฏิบัติงาน",
    good="แนวทางการปฏิบัติงาน",
    texts=True,
)
def broken_letters(case: Case) -> Iterator[Found]:
    if case.outside:
        return  # letters of a PDF are what its maker left of them
    for prose in case.texts:
        if tidy(prose.text) == prose.text:
            continue
        for match in re.finditer(r"\S+", prose.text):
            mended = tidy(match.group())
            if mended != match.group():
                yield Found(
                    where=prose.at(*match.span()),
                    quote=match.group(),
                    expected=mended,
                    fix=mended,
                    message="มีอักขระที่พิมพ์ซ้อนหรือสลับลำดับ ทำให้ค้นหาและตัดคำผิด",
                )


@rule(
    "letter-not-printed",
    Severity.WARNING,
    Group.LANGUAGE,
    title="ตัวอักษรที่เอกสารพิมพ์ไม่ได้",
    bad="ขอขอบคุณผู้ตอบแบบวัดทุกท่าน 😀",
    good="ขอขอบคุณผู้ตอบแบบวัดทุกท่าน",
    texts=True,
)
def letter_not_printed(case: Case) -> Iterator[Found]:
    if case.outside:
        return  # another program printed it, with fonts of its own
    for prose in case.texts:
        if lost := unprintable(prose.text):
            for match in re.finditer(f"[{re.escape(lost)}]+", prose.text):
                yield Found(where=prose.at(*match.span()), quote=match.group(), message=why_unprintable("ตัวอักษรนี้"))
