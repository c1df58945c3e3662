"""What other offices got is kept beside the office's own years: taken in, corrected, taken out, undone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.actions import published, workbook
from ita_desktop.domain.errors import WrongUsage
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Office
from ita_desktop.domain.standing import PublishedResult
from ita_desktop.storage.document import Document

FRAMEWORKS = Frameworks(Path(__file__).parents[2] / "resources" / "frameworks")


@pytest.fixture
def document(tmp_path):
    office = Office(name="เทศบาลตำบลตัวอย่าง")
    with workbook.create(tmp_path / "เทศบาล.ita", office, (2568,), frameworks=FRAMEWORKS) as made:
        yield made


def result(office: str, total: str, of_year: int = 2568, province: str = "สมมติ") -> PublishedResult:
    return PublishedResult(
        office=office,
        year=of_year,
        total=Decimal(total),
        province=province,
        scores={"IIT": Decimal(90), 9: Decimal(80)},
    )


def totals(document: Document, of_year: int = 2568) -> dict[str, Decimal | None]:
    return {row.office: row.total for row in published.published_results(document).rows(of_year)}


def test_a_second_table_brings_new_offices_and_new_figures_and_is_one_step_to_undo(document):
    assert published.take_published(document, [result("ทต.หนึ่ง", "90"), result("ทต.สอง", "80")]) == 2
    published.take_published(
        document, [result("ทต. สอง", "81.50"), result("ทต.สาม", "70"), result("ทต.สาม", "60", 2567)]
    )
    assert totals(document) == {"ทต.หนึ่ง": 90, "ทต. สอง": Decimal("81.50"), "ทต.สาม": 70}
    assert totals(document, 2567) == {"ทต.สาม": 60}
    document.undo()
    assert totals(document) == {"ทต.หนึ่ง": 90, "ทต.สอง": 80}
    assert totals(document, 2567) == {}


def test_an_office_stays_one_though_its_province_is_written_differently(document):
    published.take_published(document, [result("ทต.หนึ่ง", "90")])
    published.take_published(document, [result("เทศบาลตำบลหนึ่ง", "91", province="จังหวัดสมมติ")])
    assert totals(document) == {"เทศบาลตำบลหนึ่ง": 91}


def test_it_is_there_when_the_workbook_is_opened_again(document):
    published.take_published(document, [result("ทต.หนึ่ง", "90")])
    document.close()
    with Document.open(document.path, frameworks=FRAMEWORKS) as again:
        (row,) = published.published_results(again).rows(2568)
    assert row == result("ทต.หนึ่ง", "90")


def test_a_line_is_typed_corrected_and_deleted(document):
    published.save_published(document, 2568, [(None, result("ทต.หนึ่ง", "90"))])
    (row,) = published.published_results(document).rows(2568)
    published.save_published(document, 2568, [(row, result("ทต.หนึ่ง", "95"))])
    assert totals(document) == {"ทต.หนึ่ง": 95}
    published.delete_published(document, 2568, [row])
    assert totals(document) == {}
    document.undo()
    assert totals(document) == {"ทต.หนึ่ง": 95}


def test_one_office_stands_once_unless_its_province_is_another(document):
    published.save_published(document, 2568, [(None, result("ทต.หนึ่ง", "90"))])
    with pytest.raises(WrongUsage, match="ในตารางแล้ว"):
        published.save_published(document, 2568, [(None, result("เทศบาลตำบลหนึ่ง", "91"))])
    published.save_published(document, 2568, [(None, result("เทศบาลตำบลหนึ่ง", "91", province="อื่น"))])
    assert len(totals(document)) == 2
    with pytest.raises(WrongUsage, match="ชื่อหน่วยงาน"):
        published.save_published(document, 2568, [(None, result(" ", "91"))])


def test_what_this_version_cannot_read_is_left_out_and_kept(document):
    with document.change("ของรุ่นอื่น") as change:
        change.put_on_shelf(published.SHELF, "2567", {"rows": "อย่างอื่น"})
    published.take_published(document, [result("ทต.หนึ่ง", "90")])
    assert totals(document, 2567) == {}
    assert document.shelf(published.SHELF)["2567"] == {"rows": "อย่างอื่น"}
