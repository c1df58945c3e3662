"""All rules, loaded: by group, for the help and for whoever runs them."""

from __future__ import annotations

from collections.abc import Mapping

# Loading a module declares its rules; the order here is the order in the help.
from ita_desktop.domain.problems import SEVERITY_NAMES, Severity
from ita_desktop.review import (  # noqa: F401
    answers,
    claims,
    claims_about_many,
    codes,
    counts,
    coverage,
    dates,
    dates_in_text,
    edges,
    extremes,
    figures,
    findings_and_scores,
    follow_up,
    gaps,
    indicator_names,
    language,
    levels,
    levels_in_text,
    marks_in_text,
    moves,
    offices,
    people,
    privacy,
    ranks,
    references,
    stale,
    trends,
    writing,
    years_in_text,
)
from ita_desktop.review.rule import RULES, Group, Rule


def rules() -> tuple[Rule, ...]:
    return tuple(RULES.values())


def by_group() -> Mapping[Group, tuple[Rule, ...]]:
    return {group: tuple(rule for rule in RULES.values() if rule.group is group) for group in Group}


def help_page() -> str:
    """The list of rules as the help shows it, in Markdown."""
    parts = [
        "# กฎการตรวจทาน",
        "",
        "โปรแกรมตรวจทานข้อความและข้อมูลทุกครั้งที่แก้ไข ด้วยกฎต่อไปนี้ ตัวอย่างใช้ข้อมูลของสมุดงานตัวอย่าง ปี 2568",
        "",
        f"- **{SEVERITY_NAMES[Severity.ERROR]}** ต้องแก้ก่อนเสนอผู้บริหาร",
        f"- **{SEVERITY_NAMES[Severity.WARNING]}** น่าจะผิด หรือยังขาดบางส่วน",
        f"- **{SEVERITY_NAMES[Severity.HINT]}** แก้เมื่อมีเวลา",
        "",
        "หากดูแล้วเห็นว่าไม่ใช่ข้อผิดพลาด ให้เขียนเหตุผลแล้วกด **ข้าม** โปรแกรมเก็บเหตุผลไว้ในสมุดงานและไม่เตือนเรื่องนั้นอีก",
    ]
    for group, members in by_group().items():
        parts += ["", f"## {group.value}"]
        for rule in members:
            parts += [
                "",
                f"### {rule.title}",
                "",
                f"{SEVERITY_NAMES[rule.severity]} · `{rule.name}`",
                "",
                f"- ผิด: {rule.bad}",
                f"- ถูก: {rule.good}",
            ]
    return "\n".join(parts) + "\n"
