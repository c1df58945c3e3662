"""What follows from the analysis: the measures, why some indicators have none, the appendix."""

from __future__ import annotations

from ita_desktop.domain.measure_facts import indicator_of
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import results
from ita_desktop.papers import wording
from ita_desktop.papers.agenda import agenda, when
from ita_desktop.papers.blocks import Block, Heading, Orientation, PageBreak, PaperOptions
from ita_desktop.papers.layout import lead_in, prose
from ita_desktop.papers.measure_tables import measure_table, orientation
from ita_desktop.papers.order import order
from ita_desktop.papers.plan import measure_shape
from ita_desktop.thai.lists import joined


def measures(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    shape = measure_shape(year, options)
    caption = f"{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    body = (*lead_in(text or how_set(year)), measure_table(year, shape, caption))
    if orientation(shape) is Orientation.PORTRAIT:
        return body
    return (PageBreak(Orientation.LANDSCAPE), *body, PageBreak(Orientation.PORTRAIT))


def how_set(year: Year) -> str:
    """How the measures came about: the meeting that weighed them, where one is on record."""
    told = f"{year.office.name}ได้นำผลการวิเคราะห์มากำหนด{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    held = year.agenda
    if held and (held.meeting or held.date):
        meeting = f" ครั้งที่ {held.meeting}" if held.meeting else ""
        day = f" เมื่อ{when(held)}" if held.date else ""
        place = f" ณ {held.place}" if held.place else ""
        told += f" โดยผ่านการพิจารณาในการประชุมคณะทำงาน ITA{meeting}{day}{place}"
    count = f" รวม {len(year.measures)} มาตรการ ดังนี้" if year.measures else " ดังนี้"
    return told + count


def note(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    """Strong indicators without a measure explain themselves; why a weak one has none only the office can say."""
    if text:
        return prose(text)
    if not year.measures:
        return ()
    treated = {indicator_of(year, measure) for measure in year.measures}
    untreated = [one for one in results(year).group("strength") if one.number not in treated]
    if not untreated:
        return ()
    named = joined(wording.indicator_name(year.framework, one.number) for one in untreated)
    return prose(
        f"ตัวชี้วัดที่ไม่ได้กำหนดมาตรการเพิ่มเติม ได้แก่ {named} เนื่องจากมีคะแนนอยู่ในเกณฑ์จุดแข็ง "
        "ให้ส่วนราชการที่รับผิดชอบรักษามาตรฐานการดำเนินงานเดิมต่อไป"
    )


def appendix(year: Year, options: PaperOptions, text: str) -> tuple[Block, ...]:
    parts: list[tuple[str, tuple[Block, ...]]] = []
    if year.order:
        parts.append(("คำสั่งแต่งตั้งคณะทำงาน", order(year, options).blocks))
    if year.agenda:
        parts.append(("ระเบียบวาระการประชุม", agenda(year, options).blocks))
    if options.appendix:
        parts.append(("ภาพกิจกรรมและเอกสารประกอบ", options.appendix))
    if not parts and not text:
        return ()
    blocks: list[Block] = [PageBreak(Orientation.PORTRAIT), *prose(text)]
    for place, (name, body) in enumerate(parts, 1):
        blocks += [PageBreak()] if place > 1 else []
        blocks += [Heading(text=f"ภาคผนวกที่ {place} {name}", level=2), *body]
    return tuple(blocks)
