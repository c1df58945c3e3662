"""The prose of the analysis report before anybody wrote other: made from the Year, correct in its figures."""

from __future__ import annotations

from decimal import Decimal

from ita_desktop.domain.framework import Framework, Tool
from ita_desktop.domain.records import Year
from ita_desktop.domain.scoring import IndicatorResult, Results, compared_tools
from ita_desktop.papers import wording
from ita_desktop.thai.lists import joined

TOOL_PURPOSES = {
    "IIT": "วัดการรับรู้ของบุคลากรภายในที่มีต่อการปฏิบัติงาน การใช้งบประมาณ การใช้อำนาจ และการป้องกันการทุจริตของหน่วยงานตนเอง",
    "EIT": "วัดการรับรู้ของผู้รับบริการ ผู้มาติดต่อ และผู้มีส่วนได้ส่วนเสียภายนอกที่มีต่อการให้บริการ การสื่อสาร และการปรับปรุงงานของหน่วยงาน",
    "OIT": "ตรวจวัดการเปิดเผยข้อมูลของหน่วยงานต่อสาธารณะบนเว็บไซต์หลัก ให้ประชาชนเข้าถึงและตรวจสอบได้",
}

INDICATOR_PURPOSES = {
    "การปฏิบัติหน้าที่": "วัดการรับรู้ของบุคลากรว่า การปฏิบัติงานเป็นไปตามขั้นตอนและเวลา เท่าเทียม และไม่เรียกรับประโยชน์เพียงใด",
    "การใช้งบประมาณ": "วัดการรับรู้ของบุคลากรว่า การใช้จ่ายงบประมาณและการจัดซื้อจัดจ้างคุ้มค่า ตรงวัตถุประสงค์ และตรวจสอบได้เพียงใด",
    "การใช้อำนาจ": "วัดการรับรู้ของบุคลากรว่า ผู้บังคับบัญชามอบหมายงาน ประเมินผล และใช้อำนาจด้านบุคคลอย่างเป็นธรรมเพียงใด",
    "การใช้ทรัพย์สินของราชการ": "วัดการรับรู้ของบุคลากรว่า การใช้และการยืมทรัพย์สินของราชการถูกต้อง มีการกำกับดูแล และไม่นำไปใช้ส่วนตัวเพียงใด",
    "การแก้ไขปัญหาการทุจริต": "วัดการรับรู้ของบุคลากรว่า ผู้บริหารจริงจังกับการป้องกันการทุจริตและจัดการเรื่องร้องเรียนอย่างน่าเชื่อถือเพียงใด",
    "คุณภาพการดำเนินงาน": "วัดการรับรู้ของผู้รับบริการว่า เจ้าหน้าที่ให้บริการตามขั้นตอน เท่าเทียม ตรงไปตรงมา และไม่เรียกรับสินบนเพียงใด",
    "ประสิทธิภาพการสื่อสาร": "วัดการรับรู้ของผู้รับบริการว่า ข้อมูลของหน่วยงานเข้าถึงง่าย ชัดเจน และสอบถามหรือติดต่อกลับได้เพียงใด",
    "การปรับปรุงการทำงาน": "วัดการรับรู้ของผู้รับบริการว่า หน่วยงานรับฟัง เปิดให้มีส่วนร่วม และปรับปรุงบริการให้สะดวกรวดเร็วขึ้นเพียงใด",
    "การเปิดเผยข้อมูล": "วัดการเปิดเผยข้อมูลพื้นฐาน การบริหารงาน งบประมาณ การจัดซื้อจัดจ้าง และบุคลากร ว่าครบถ้วนและเป็นปัจจุบันเพียงใด",
    "การป้องกันการทุจริต": "วัดการเปิดเผยการดำเนินงานเพื่อป้องกันการทุจริต และการนำมาตรการส่งเสริมคุณธรรมและความโปร่งใสไปปฏิบัติ",
}


def purpose_of_indicator(framework: Framework, number: int) -> str:
    """The sentences fit the ten indicators as they have been since 2562; a reform's own gets none."""
    indicator = framework.indicator(number)
    names = indicator.names if indicator else ()
    return next((INDICATOR_PURPOSES[name] for name in names if name in INDICATOR_PURPOSES), "")


# --------------------------------------------------------------------------------------- the first pages


def foreword(year: Year) -> str:
    indicators = joined(f"({indicator.number}) {indicator.name}" for indicator in year.framework.indicators)
    first = (
        f"รายงานฉบับนี้จัดทำขึ้นเพื่อวิเคราะห์ผล{wording.ASSESSMENT_IN_FULL} {wording.about_the_year(year)} "
        f"ตามตัวชี้วัด {len(year.framework.indicators)} ตัวชี้วัด ได้แก่ {indicators} ให้เห็นจุดแข็งที่ควรรักษา "
        f"จุดอ่อนที่ต้องแก้ไข และประเด็นที่ควรพัฒนา แล้วกำหนดเป็น{wording.MEASURES} {wording.fiscal(year.measures_year)}"
    )
    return wording.lines((first, _appointed(year), _hope(year)))


def _appointed(year: Year) -> str:
    if not year.order or not year.order.number:
        return ""
    dated = f" ลงวันที่ {wording.long_date(year.order.date)}" if year.order.date else ""
    return f"การจัดทำรายงานดำเนินการโดยคณะทำงานซึ่งแต่งตั้งตามคำสั่ง{year.office.name} ที่ {year.order.number}{dated}"


def _hope(year: Year) -> str:
    return (
        f"คณะทำงานหวังว่ารายงานฉบับนี้จะเป็นประโยชน์ต่อผู้บริหารและทุกส่วนราชการของ{year.office.name} "
        "ในการพัฒนางานให้สุจริต โปร่งใส และเป็นที่เชื่อมั่นของประชาชน"
    )


def background(year: Year) -> str:
    announced = wording.announced(year.framework)
    when = f" ซึ่งสำนักงาน ป.ป.ช. ประกาศผลเมื่อวันที่ {wording.long_date(announced)}" if announced else ""
    return wording.lines(
        (
            (
                f"{wording.ASSESSMENT_IN_FULL} เป็นการประเมินประจำปีที่{wording.NACC_IN_FULL} "
                "จัดขึ้นเพื่อให้หน่วยงานภาครัฐทราบสภาพการดำเนินงานของตนในด้านคุณธรรมและความโปร่งใส "
                "โดยฟังเสียงจากบุคลากรภายใน จากประชาชนผู้มาติดต่อ และตรวจดูข้อมูลที่หน่วยงานเปิดเผยต่อสาธารณะ"
            ),
            (
                f"{year.office.name}เข้ารับการประเมิน{wording.fiscal(year.number)}{when} "
                "ผลการประเมินชี้ให้เห็นงานที่ทำได้ดีและงานที่ยังต้องแก้ไข "
                "จึงเป็นข้อมูลสำคัญที่ผู้บริหารใช้ตัดสินใจว่าควรพัฒนาเรื่องใดก่อนหลัง"
            ),
        )
    )


def rationale(year: Year, evidence: Framework) -> str:
    items = wording.evidence_items(evidence)
    second = (
        f"การนำผลการประเมินมากำหนดมาตรการยังเป็นข้อมูลที่ต้องเปิดเผยตามแบบวัด OIT {wording.fiscal(evidence.year)} {items} "
        if items
        else ""
    )
    return wording.lines(
        (
            (
                "แผนแม่บทภายใต้ยุทธศาสตร์ชาติ ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ "
                f"ใช้ผลการประเมิน ITA วัดความสำเร็จ โดยมุ่งให้หน่วยงานภาครัฐมีผลคะแนนตั้งแต่ {wording.GOAL} คะแนนขึ้นไป "
                "หน่วยงานจึงต้องทราบว่าคะแนนส่วนที่ขาดอยู่ในเรื่องใด และแก้ไขให้ตรงกับสาเหตุ"
            ),
            (
                f"{second}{year.office.name}จึงวิเคราะห์ผลการประเมินรายตัวชี้วัด "
                f"เพื่อกำหนดมาตรการ{wording.fiscal(year.measures_year)} ที่มีวิธีดำเนินการ ผู้รับผิดชอบ ระยะเวลา และการติดตามผลชัดเจน"
            ),
        )
    )


def tools_intro(year: Year) -> str:
    framework = year.framework
    return (
        f"การประเมิน{wording.fiscal(year.number)} ใช้เครื่องมือ {len(framework.tools)} ประเภท "
        f"รวม {len(framework.indicators)} ตัวชี้วัด ดังนี้"
    )


def tool(framework: Framework, tool: Tool) -> str:
    indicators = framework.indicators_of(tool.code)
    named = joined(wording.indicator_name(framework, indicator.number) for indicator in indicators)
    purpose = TOOL_PURPOSES.get(tool.code, "")
    return " ".join(
        part
        for part in (
            wording.tool_name(tool),
            f"มีวัตถุประสงค์เพื่อ{purpose}" if purpose else "",
            f"คิดเป็นร้อยละ {tool.weight.normalize():f} ของคะแนนรวม",
            f"ประกอบด้วย {len(indicators)} ตัวชี้วัด ได้แก่ {named}" if indicators else "",
        )
        if part
    )


def criteria_intro(year: Year) -> str:
    return (
        f"{wording.NACC} กำหนดระดับผลการประเมิน{wording.fiscal(year.number)} ไว้ {len(year.framework.levels)} ระดับ "
        "ตามคะแนนรวมที่ถ่วงน้ำหนักแล้ว ดังนี้"
    )


# ------------------------------------------------------------------------------------------------ scores


def scores_summary(year: Year, results: Results) -> str:
    if results.total is None:
        return (
            f"ผลการประเมิน{wording.about_the_year(year)} ยังไม่มีข้อมูลคะแนนครบทุกตัวชี้วัด "
            "จึงยังไม่แสดงคะแนนภาพรวมและระดับผลการประเมิน"
        )
    level = f" อยู่ใน{wording.level_words(results.level.name)}" if results.level else ""
    return (
        f"ผล{wording.ASSESSMENT_IN_FULL} {wording.about_the_year(year)} มีคะแนนภาพรวม "
        f"{wording.points(results.total)}{level} {_goal(year, results)}"
    )


def _goal(year: Year, results: Results) -> str:
    """Whether the goal of the national master plan is met; in schemes with a floor, met means by every tool."""
    goal = f"ค่าเป้าหมาย {wording.GOAL} คะแนนตามแผนแม่บทภายใต้ยุทธศาสตร์ชาติ ประเด็นการต่อต้านการทุจริตและประพฤติมิชอบ"
    if results.total is None or results.total < wording.GOAL:
        return f"ซึ่งยังไม่บรรลุ{goal}"
    low = _tools_below(year, wording.GOAL)
    if not low:
        return f"ซึ่งบรรลุ{goal}"
    return f"โดยคะแนนภาพรวมถึง{goal} แต่ยังมีเครื่องมือที่ได้คะแนนต่ำกว่า {wording.GOAL} คะแนน คือ {low}"


def _tools_below(year: Year, mark: Decimal) -> str:
    """What the level's condition on tools looks at and finds too low; schemes without a condition look at none."""
    if not any(level.tools_minimum is not None for level in year.framework.levels):
        return ""
    compared = compared_tools(year.framework, year.indicator_scores, year.eit_parts)
    return joined(f"{name} ({wording.points(score)})" for name, score in compared.items() if score < mark)


def extremes(year: Year, results: Results) -> str:
    known = [indicator for indicator in results.indicators if indicator.score is not None]
    if len(known) < 2:
        return ""
    scores = [indicator.score for indicator in known if indicator.score is not None]
    best, worst = max(scores), min(scores)
    if best == worst:
        return f"ทุกตัวชี้วัดได้คะแนนเท่ากัน คือ {wording.points(best)}"
    return (
        f"ตัวชี้วัดที่ได้คะแนนสูงสุด คือ {_named(year, known, best)} ได้ {wording.points(best)} "
        f"และตัวชี้วัดที่ได้คะแนนต่ำสุด คือ {_named(year, known, worst)} ได้ {wording.points(worst)}"
    )


def _named(year: Year, known: list[IndicatorResult], score: Decimal) -> str:
    return joined(
        wording.indicator_name(year.framework, indicator.number) for indicator in known if indicator.score == score
    )


def comparison_summary(year: Year, results: Results) -> str:
    last = year.number - 1
    changes = [indicator.change for indicator in results.indicators if indicator.change is not None]
    up = sum(1 for change in changes if change > 0)
    down = sum(1 for change in changes if change < 0)
    same = len(changes) - up - down
    counted = joined(
        f"{word} {count} ตัวชี้วัด" for word, count in (("เพิ่มขึ้น", up), ("ลดลง", down), ("คงเดิม", same)) if count
    )
    total = ""
    if results.total is not None and results.previous_total is not None and results.total_change is not None:
        total = (
            f"คะแนนภาพรวมเปลี่ยนจาก {wording.points(results.previous_total)} เป็น {wording.points(results.total)} "
            f"{wording.changed_by(results.total_change)} "
        )
    return (
        f"เมื่อเปรียบเทียบผลการประเมินปีงบประมาณ พ.ศ. {last} กับปีงบประมาณ พ.ศ. {year.number} {total}"
        f"{f'โดยมีตัวชี้วัดที่ได้คะแนน{counted}' if counted else ''}"
    ).rstrip()
