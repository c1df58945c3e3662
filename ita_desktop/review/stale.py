"""Drafts of ours that were written from figures which have changed since."""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.drafts import Drafted, changed_figures, untouched
from ita_desktop.domain.figures import Figures
from ita_desktop.domain.problems import Place, Severity
from ita_desktop.domain.records import Year
from ita_desktop.review.case import Case
from ita_desktop.review.rule import Found, Group, rule


def _drafted(year: Year) -> Iterator[tuple[Place, Drafted]]:
    for finding in year.findings:
        yield Place("finding", finding.id), finding
    for measure in year.measures:
        yield Place("measure", measure.id), measure


@rule(
    "draft-out-of-date",
    Severity.WARNING,
    Group.FIGURES,
    title="ร่างที่โปรแกรมเขียนจากตัวเลขเดิม",
    bad="ร่างข้อค้นพบเขียนจากคะแนน 83.17 แต่ต่อมาแก้คะแนนเป็น 84.17",
    good="ร่างข้อค้นพบเขียนจากคะแนนปัจจุบัน",
)
def draft_out_of_date(case: Case) -> Iterator[Found]:
    figures = Figures(case.year)
    for place, record in _drafted(case.year):
        for draft in record.drafts:
            changed = changed_figures(draft, figures) if untouched(record, draft.field) else {}
            if changed:
                said, now = next(iter(changed.values()))
                what = f"ตอนร่างคือ {said or 'ยังไม่ทราบ'} ปัจจุบันคือ {now or 'ยังไม่ทราบ'}"
                yield Found(
                    where=Place(place.kind, place.id, draft.field),
                    message=f"ร่างนี้เขียนจากตัวเลขที่เปลี่ยนไปแล้ว ({what}) สั่งร่างใหม่เพื่อปรับตาม",
                )
