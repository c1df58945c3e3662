"""Numbers and names of indicators and tools: one number, one name, as the year's rules have them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ita_desktop.domain.problems import Severity
from ita_desktop.review.case import Case
from ita_desktop.review.prose import Prose
from ita_desktop.review.rule import Found, Group, rule
from ita_desktop.review.speech import Mention
from ita_desktop.review.subjects import About
from ita_desktop.thai.digits import in_digits_of
from ita_desktop.thai.likeness import likeness
from ita_desktop.thai.quoting import quoted

_NUMBER = re.compile(r"ตัวชี้วัด(?:ที่)?\s*\(?(?P<number>[0-9]{1,2})\)?(?![0-9.])")


@rule(
    "indicator-number",
    Severity.ERROR,
    Group.CODES,
    title="เลขตัวชี้วัดกับชื่อไม่ตรงกัน",
    bad="ตัวชี้วัดที่ 7 การปรับปรุงการทำงาน ได้ 83.17 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน",
    texts=True,
)
def indicator_number(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for mention in prose.mentions:
            if mention.number is None or mention.named is None or mention.number == mention.named:
                continue
            said = _NUMBER.match(prose.arabic, mention.start)
            by_name, by_number = (case.year.framework.indicator(n) for n in (mention.named, mention.number))
            if said is None or mention.name is None or by_name is None:
                continue
            start, end = said.start("number"), mention.name[1]
            quote, number = prose.text[start:end], prose.text[slice(*said.span("number"))]
            if by_number and prose.indicator == mention.number:
                right = prose.text[start : mention.name[0]] + by_number.name
                message = f"ตัวชี้วัดที่ {mention.number} คือ {by_number.name} ไม่ใช่ {by_name.name}"
            else:
                right = in_digits_of(number, str(mention.named)) + quote[len(number) :]
                message = f"{by_name.name} คือตัวชี้วัดที่ {mention.named} ไม่ใช่ {mention.number}"
            yield Found(where=prose.at(start, end), quote=quote, expected=right, fix=right, message=message)


def _name(case: Case, mention: Mention) -> str:
    indicator = case.year.framework.indicator(mention.named or 0)
    return indicator.name if indicator else ""


@rule(
    "indicator-unknown",
    Severity.ERROR,
    Group.CODES,
    title="เลขตัวชี้วัดที่ไม่มีในหลักเกณฑ์",
    bad="ตัวชี้วัดที่ 11 ได้คะแนนต่ำกว่าปีก่อน",
    good="ตัวชี้วัดที่ 10 ได้คะแนนต่ำกว่าปีก่อน",
    texts=True,
)
def indicator_unknown(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    if not framework.indicators:
        return
    for prose in case.texts:
        for match in _NUMBER.finditer(prose.arabic):
            if match.group()[len("ตัวชี้วัด") :].startswith("ที่") and framework.indicator(int(match["number"])) is None:
                yield Found(
                    where=prose.at(*match.span("number")),
                    quote=prose.text[slice(*match.span("number"))],
                    message=f"ปี {case.year.number} มี {len(framework.indicators)} ตัวชี้วัด ไม่มีตัวชี้วัดที่ {match['number']}",
                )


@rule(
    "indicator-name",
    Severity.HINT,
    Group.CODES,
    title="ชื่อตัวชี้วัดไม่ตรงกับชื่อทางการ",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน ได้ 83.17 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน ได้ 83.17 คะแนน",
    texts=True,
)
def indicator_name(case: Case) -> Iterator[Found]:
    framework = case.year.framework
    seen: set[tuple[int, str]] = set()
    for prose in case.texts:
        for mention in prose.mentions:
            if mention.about is not About.INDICATOR:
                continue
            if mention.name is None:
                yield from _misspelt(case, prose, mention)
                continue
            start, end = mention.name
            written = re.sub(r"\s", "", prose.text[start:end])
            indicator = framework.indicator(mention.named or 0)
            if indicator is None or written == indicator.name.replace(" ", ""):
                continue
            if case.outside and (indicator.number, written) in seen:
                continue  # of a whole paper, each other name once
            seen.add((indicator.number, written))
            yield Found(
                where=prose.at(start, end),
                quote=prose.text[start:end],
                expected=indicator.name,
                fix=indicator.name,
                message=f"ชื่อทางการของตัวชี้วัดที่ {indicator.number} คือ {indicator.name} ควรใช้ชื่อเดียวกันทั้งเอกสาร",
            )


def _misspelt(case: Case, prose: Prose, mention: Mention) -> Iterator[Found]:
    """After a number, words that are nearly the indicator's name but not quite."""
    indicator = case.year.framework.indicator(mention.number or 0)
    if indicator is None:
        return
    start = mention.end + len(prose.text[mention.end :]) - len(prose.text[mention.end :].lstrip(" .:)"))
    if not prose.text.startswith(indicator.name[:2], start):
        return
    length = len(indicator.name)
    best = max(
        (prose.text[start : start + n] for n in range(length - 3, length + 4)),
        key=lambda written: likeness(written, indicator.name),
        default="",
    )
    best = best.rstrip()
    if "\n" in best or likeness(best, indicator.name) < 0.82:
        return
    yield Found(
        where=prose.at(start, start + len(best)),
        quote=best,
        expected=indicator.name,
        fix=indicator.name,
        message=f"ชื่อตัวชี้วัดที่ {indicator.number} คือ {indicator.name}",
        severity=Severity.ERROR,
    )


@rule(
    "rank-as-number",
    Severity.WARNING,
    Group.CODES,
    title="ลำดับหน้าชื่อตัวชี้วัดอาจถูกอ่านเป็นเลขตัวชี้วัด",
    bad="4. การใช้งบประมาณ 96.00 คะแนน",
    good="2. การใช้งบประมาณ 96.00 คะแนน",
    texts=True,
)
def rank_as_number(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for mention in prose.mentions:
            if mention.about is not About.INDICATOR or mention.number is not None or mention.name is None:
                continue
            start, _ = prose.line_of(mention.start)
            listed = re.fullmatch(r"\s*\(?(?P<number>[0-9]{1,2})[.)]\s*", prose.arabic[start : mention.start])
            scored = re.match(
                r"\s*(?:ได้)?\s*[0-9]{1,3}\.[0-9]{2}\s*คะแนน", prose.arabic[mention.end : mention.end + 30]
            )
            if not listed or not scored:
                continue
            result = case.results.indicator(mention.named or 0)
            if result is None or int(listed["number"]) in {mention.named, result.rank}:
                continue
            yield Found(
                where=prose.at(start + listed.start("number"), start + listed.end("number")),
                quote=prose.text[start + listed.start("number") : start + listed.end("number")],
                expected=str(mention.named),
                message=(
                    f"{_name(case, mention)} เป็นตัวชี้วัดที่ {mention.named} "
                    f"ลำดับ {listed['number']} ข้างหน้าไม่ใช่ทั้งเลขตัวชี้วัดและอันดับ"
                ),
            )


# --------------------------------------------------------------------------------------------------------------- tools

_LIKE_A_TOOL = re.compile(r"(?<![A-Za-z])[IEOT]{3,4}(?![A-Za-z])")
_OTHER_WORDS = frozenset({"IOT", "TOT", "TOE", "TIE", "IEO", "TTT"})


@rule(
    "tool-code",
    Severity.ERROR,
    Group.CODES,
    title="ชื่อย่อเครื่องมือเขียนผิด",
    bad="ผลคะแนน EITI พบว่าควรปรับปรุงการสื่อสาร",
    good="ผลคะแนน EIT พบว่าควรปรับปรุงการสื่อสาร",
    texts=True,
)
def tool_code(case: Case) -> Iterator[Found]:
    tools = [tool.code for tool in case.year.framework.tools]
    for prose in case.texts:
        for match in _LIKE_A_TOOL.finditer(prose.text):
            written = match.group()
            if written in tools or written in _OTHER_WORDS:
                continue
            near = [tool for tool in tools if likeness(written, tool) >= 0.66]
            if near:
                right = max(near, key=lambda tool: (likeness(written, tool), written.startswith(tool)))
                yield Found(
                    where=prose.at(*match.span()),
                    quote=written,
                    expected=right,
                    fix=right,
                    message=f"เครื่องมือการประเมินมี {' '.join(tools)} ไม่มี {written}",
                )


@rule(
    "tool-of-indicator",
    Severity.ERROR,
    Group.CODES,
    title="ตัวชี้วัดกับเครื่องมือในวงเล็บไม่ตรงกัน",
    bad="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน (IIT) ได้ 83.17 คะแนน",
    good="ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน (EIT) ได้ 83.17 คะแนน",
    texts=True,
)
def tool_of_indicator(case: Case) -> Iterator[Found]:
    for prose in case.texts:
        for mention in prose.mentions:
            if mention.about is not About.INDICATOR:
                continue
            bracket = re.match(r"\s?\(\s?(?P<tool>IIT|EIT|OIT)\s?\)", prose.text[mention.end : mention.end + 10])
            tool = case.year.framework.tool_of(int(mention.subjects[0].key))
            if bracket and tool and bracket["tool"] != tool.code:
                start = mention.end + bracket.start("tool")
                yield Found(
                    where=prose.at(start, start + 3),
                    quote=bracket["tool"],
                    expected=tool.code,
                    fix=tool.code,
                    message=f"ตัวชี้วัดที่ {mention.subjects[0].key} อยู่ในเครื่องมือ {tool.code}",
                )


@rule(
    "tool-name",
    Severity.HINT,
    Group.CODES,
    title="ชื่อเครื่องมือไม่ตรงกับชื่อทางการของปี",
    bad="ข้อมูลตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
    good="ข้อมูลตามแบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)",
    texts=True,
)
def tool_name(case: Case) -> Iterator[Found]:
    seen: set[str] = set()
    for prose in case.texts:
        for tool in case.year.framework.tools:
            for alias in tool.aliases:
                at = prose.text.find(alias)
                while at >= 0:
                    if not (case.outside and alias in seen):
                        seen.add(alias)
                        yield Found(
                            where=prose.at(at, at + len(alias)),
                            quote=alias,
                            expected=tool.name,
                            fix=tool.name,
                            message=f"ชื่อทางการปี {case.year.number} คือ {quoted(tool.name)}",
                        )
                    at = prose.text.find(alias, at + 1)
