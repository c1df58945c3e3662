"""A field is read and rewritten by the path that a problem gives."""

from __future__ import annotations

import pytest
from sample_year import rich_year

from ita_desktop.domain.fields import NoSuchField, read_field, record_at, with_field
from ita_desktop.domain.problems import Place


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("finding", "f2", "advice"), "เปิดเวทีรับฟังความเห็นทุกไตรมาส"),
        (Place("measure", "m1", "steps[1]"), "จัดเวทีในชุมชน"),
        (Place("followup", "m1/r1", "evidence[1].title"), "รายงานการประชุมชุมชน"),
        (Place("memo", None, "parts[0].text"), "มีการประกาศผลแล้วเมื่อเดือนที่ผ่านมา"),
        (Place("memo", None, "signatures[1].comments[1]"), "- เห็นควรอนุมัติ"),
        (Place("order", None, "signatory.position"), "นายกเทศมนตรีตำบลตัวอย่าง"),
        (Place("agenda", None, "items[1].points[0]"), "ร่างผลวิเคราะห์"),
        (Place("office", None, "divisions[1]"), "กองคลัง"),
    ],
)
def test_a_field_is_read_and_nothing_but_it_is_rewritten(place, text):
    record = record_at(rich_year(), place)
    assert read_field(record, place.field) == text
    changed = with_field(record, place.field, "อย่างอื่น")
    assert read_field(changed, place.field) == "อย่างอื่น"
    assert with_field(changed, place.field, text) == record


@pytest.mark.parametrize("path", ["steps[9]", "steps[0].text", "title[0]", "", "steps[", "a b"])
def test_a_path_that_leads_nowhere_is_refused(path):
    measure = rich_year().measures[0]
    with pytest.raises(NoSuchField):
        read_field(measure, path)


def test_a_record_that_is_gone_is_refused():
    for place in (Place("finding", "f99", "text"), Place("scores", "8", "score"), Place("paper", None, "page 1")):
        with pytest.raises(NoSuchField):
            record_at(rich_year(), place)
