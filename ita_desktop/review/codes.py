"""Item codes: those the year does not have, those of another indicator, another year's meaning, misread forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ita_desktop.domain.codes import CodeForm, FoundCode
from ita_desktop.domain.framework import Framework, Item
from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Finding, Measure
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About, Subject, called
from ita_desktop.thai.digits import to_thai
from ita_desktop.thai.quoting import quoted


@rule(
    "code-outside-year",
    Severity.ERROR,
    Group.CODES,
    title="อ้างข้อที่ไม่มีในหลักเกณฑ์ของปี",
    bad="เนื่องจากข้อ o35 ไม่ได้คะแนน",
    good="เนื่องจากข้อ o27 ไม่ได้คะแนน",
    texts=True,
)
def code_outside_year(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    letters = {item.code[0] for item in framework.items}
    for prose in case.texts:
        for code in prose.codes:
            if code.code is None or code.code[0] not in letters or framework.item(code.code) is not None:
                continue
            if _of_another_year(case, prose, code):
                continue
            last = _last_code(framework, code.code[0])
            yield Found(
                where=prose.at(code.start, code.end),
                quote=code.text,
                message=f"ข้อ {code.code} ไม่มีในหลักเกณฑ์ปี {case.year.number} ซึ่งมีถึง {last}{_meant(case, code.code)}",
                severity=Severity.WARNING if code.form is CodeForm.NUMBER else None,
            )


def _last_code(framework: Framework, letter: str) -> str:
    return max((item.code for item in framework.items if item.code[0] == letter), key=lambda code: int(code[1:]))


def _of_another_year(case: Case, prose: Prose, code: FoundCode) -> bool:
    """The sentence speaks of a year that does have the code: last year's item, or next year's."""
    start, end = prose.line_of(code.start)
    near = [year for year in prose.years if max(start, code.start - 200) <= year.start < min(end, code.end + 60)]
    # A score in between belongs to that year, and what follows it to this one again.
    return any(
        year.year != case.year.number
        and not re.search(r"[0-9]\.[0-9]{2}(?![0-9])", prose.arabic[year.end : code.start])
        for year in near
    )


def _meant(case: Case, code: str) -> str:
    """Where last year had the code: what it asked for then, and where that is now."""
    last = case.year.previous
    old = last.framework.item(code) if last else None
    now = case.year.framework.item_meaning(old.meaning) if old else None
    return f" เรื่องที่เคยเป็น {code} ในปี {last.number} ปีนี้คือ {now.code}" if last and old and now else ""


@rule(
    "code-form",
    Severity.WARNING,
    Group.CODES,
    title="รหัสข้อเขียนหรืออ่านเพี้ยน",
    bad="ควรจัดทำคู่มือให้ครบถ้วน (อ้างอิงจาก ๐8)",
    good="ควรจัดทำคู่มือให้ครบถ้วน (อ้างอิงจาก o8)",
    texts=True,
)
def code_form(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for code in prose.codes:
            if code.form is CodeForm.EXACT or (code.form is CodeForm.VARIANT and not _badly_written(code)):
                continue
            if code.code is None and not re.match(r"\s*(?:เนื่องจาก|ประเด็น|ได้|\()", prose.text[code.end : code.end + 12]):
                continue  # "ข้อ 11" of some list or law
            if code.form is CodeForm.NUMBER and code.code and prose.indicator is None:
                continue
            fix = _as_written(code) if code.code else None
            meant = fix or " หรือ ".join(code.candidates)
            yield Found(
                where=prose.at(code.start, code.end),
                quote=code.text,
                expected=meant,
                fix=fix,
                message=f"{quoted(code.text)} ควรเขียน {meant}",
                severity=Severity.WARNING if code.misread and code.code else Severity.HINT,
            )


def _badly_written(code: FoundCode) -> bool:
    """A capital or a space; Thai digits belong to papers in Thai digits."""
    return code.text[0].isupper() or not re.fullmatch(r"[a-z][0-9๐-๙]+", code.text)


def _as_written(code: FoundCode) -> str | None:
    if code.code is None:
        return None
    thai = re.search("[๐-๙]", code.text[1:]) and not re.search("[0-9]", code.text)
    return to_thai(code.code) if thai else code.code


# ------------------------------------------------------------------------------------------------- meaning and place


@rule(
    "code-with-other-title",
    Severity.ERROR,
    Group.CODES,
    title="รหัสข้อกับชื่อข้อไม่ตรงกัน",
    bad="ข้อ o17 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    good="ข้อ o27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    texts=True,
)
def code_with_other_title(case: Case) -> Iterator[Found]:
    titles = _titles(case)
    for prose in case.texts:
        for code in prose.codes:
            if code.code is None or code.through or _of_another_year(case, prose, code):
                continue
            after = re.match(r"[ \u00a0]*(?:เรื่อง|ประเด็น|คือ|:)?[ \u00a0]*", prose.text[code.end :])
            assert after is not None
            rest = prose.text[code.end + after.end() : code.end + after.end() + 160]
            item = _titled(rest, titles)
            own = case.year.framework.item(code.code)
            if item is None or own is None or item.code == code.code or _same(own, item, rest):
                continue
            yield Found(
                where=prose.at(code.start, code.end),
                quote=code.text,
                expected=item.code,
                fix=_as_written(_with_code(code, item.code)),
                message=(
                    f"ปี {case.year.number} เรื่อง{quoted(item.title)} คือข้อ {item.code} "
                    f"ส่วน {code.code} คือ{quoted(own.title)}"
                ),
            )


def _with_code(code: FoundCode, right: str) -> FoundCode:
    return FoundCode(code.start, code.end, code.text, right, (right,), code.form)


def _titles(case: Case) -> Mapping[str, Item]:
    """Titles that name one item of the year only, and are too long to be ordinary words."""
    found: dict[str, Item] = {}
    twice: set[str] = set()
    for item in case.year.framework.items:
        key = _key(item.title)
        if key in found:
            twice.add(key)
        found[key] = item
    return {key: item for key, item in found.items() if len(key) >= 14 and key not in twice}


def _key(title: str) -> str:
    return re.sub(r"[\s()\u00a0]", "", title)


def _titled(rest: str, titles: Mapping[str, Item]) -> Item | None:
    """The item whose whole title stands here, the longest first."""
    key = _key(rest)
    fitting = [title for title in titles if key.startswith(title)]
    return titles[max(fitting, key=len)] if fitting else None


def _same(own: Item, found: Item, rest: str) -> bool:
    """The code's own title stands here, in full or cut short to what another item is called."""
    return _key(rest).startswith(_key(own.title)) or _key(own.title).startswith(_key(found.title))


@rule(
    "item-of-other-indicator",
    Severity.ERROR,
    Group.CODES,
    title="ข้อที่ระบุไม่ได้อยู่ในตัวชี้วัดนั้น",
    bad="ข้อค้นพบของตัวชี้วัดที่ 8 ระบุข้อ i12 ซึ่งอยู่ในตัวชี้วัดที่ 4",
    good="ข้อค้นพบของตัวชี้วัดที่ 8 ระบุข้อ e7",
)
def item_of_other_indicator(case: Case) -> Iterator[Found]:
    for finding in case.year.findings:
        if finding.indicator is not None:
            yield from _misplaced(case, "finding", finding, {finding.indicator})
    for measure in case.year.measures:
        answered = {found.indicator for id in measure.findings if (found := case.year.finding(id)) and found.indicator}
        if measure.indicator is not None:
            yield from _misplaced(case, "measure", measure, {measure.indicator, *answered}, Severity.WARNING)


def _misplaced(
    case: Case, kind: str, record: Finding | Measure, allowed: set[int], severity: Severity | None = None
) -> Iterator[Found]:
    for code in record.items:
        item = case.year.framework.item(code)
        if item is None or item.indicator in allowed:
            continue
        right = called(Subject(About.INDICATOR, str(item.indicator)), case.year.framework)
        yield Found(
            where=Place(kind, record.id, "items"),
            quote=code,
            expected=f"ตัวชี้วัดที่ {item.indicator}",
            message=f"ข้อ {code} อยู่ใน{right} ไม่ใช่ตัวชี้วัดที่ {record.indicator}",
            severity=severity,
        )


@rule(
    "record-item-outside-year",
    Severity.ERROR,
    Group.CODES,
    title="ระเบียนระบุข้อที่ไม่มีในหลักเกณฑ์ของปี",
    bad="มาตรการของปี 2568 ระบุข้อ o35",
    good="มาตรการของปี 2568 ระบุข้อ o27",
)
def record_item_outside_year(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    if not framework.items:
        return
    records = [("finding", finding.id, finding.items) for finding in case.year.findings]
    records += [("measure", measure.id, measure.items) for measure in case.year.measures]
    records += [("scores", remark.item, (remark.item,)) for remark in case.year.remarks]
    for kind, id, items in records:
        for code in items:
            if framework.item(code) is None:
                yield Found(
                    where=Place(kind, id, "remark" if kind == "scores" else "items"),
                    quote=code,
                    message=f"ข้อ {code} ไม่มีในหลักเกณฑ์ปี {case.year.number}{_meant(case, code)}",
                )


@rule(
    "item-under-other-indicator",
    Severity.WARNING,
    Group.CODES,
    title="ข้อที่เขียนถึงไม่ได้อยู่ในตัวชี้วัดที่กล่าวถึง",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน มีข้อที่ต้องแก้ไข คือ ข้อ i12 (81.68 คะแนน)",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน มีข้อที่ต้องแก้ไข คือ ข้อ e7 (80.40 คะแนน)",
    texts=True,
)
def item_under_other_indicator(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        about = set() if case.outside or prose.indicator is None else {prose.indicator}
        for start, line in prose.lines():
            spoken = set(about)
            for mention in prose.mentions:
                if not start <= mention.start < start + len(line):
                    continue
                if mention.about is About.INDICATOR and mention.firm:
                    spoken.add(int(mention.subjects[-1].key))
                elif mention.about is About.ITEM and len(spoken) == 1 and _scored(prose, mention.end):
                    yield from _not_under(case, prose, mention, next(iter(spoken)))


def _scored(prose: Prose, at: int) -> bool:
    """Only where its score is told: advice rightly names items of other indicators."""
    return (
        re.match(r"[^0-9\n]{0,12}[0-9]{1,3}(?:\.[0-9]+)?\s*คะแนน|\s*ไม่ได้คะแนน", prose.arabic[at : at + 40]) is not None
    )


def _not_under(case: Case, prose: Prose, mention: Mention, number: int) -> Iterator[Found]:
    code = mention.subjects[0].key
    item = case.year.framework.item(code)
    if item is not None and item.indicator != number:
        yield Found(
            where=prose.at(mention.start, mention.end),
            quote=prose.text[mention.start : mention.end],
            expected=f"ตัวชี้วัดที่ {item.indicator}",
            message=f"ข้อ {code} อยู่ในตัวชี้วัดที่ {item.indicator} ไม่ใช่ตัวชี้วัดที่ {number}",
        )
