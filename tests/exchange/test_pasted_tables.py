"""A range pasted from Excel, a table from Word or a web page: the same grid as from a file."""

from __future__ import annotations

import pytest
from made_sheets import BASES, Shape, expected, known, said

from ita_desktop.domain.errors import AnswerIsNo
from ita_desktop.exchange.clipboard import read
from ita_desktop.exchange.grid import Span
from ita_desktop.exchange.recognise import recognise

EXCEL = """
<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=Generator content="Microsoft Excel 15">
<style><!-- td {mso-number-format:General;} --></style></head><body><!--StartFragment-->
<table border=0><col width=64><tr height=20><td colspan=2 class=xl65>ผลคะแนน&nbsp;ปี 2568</td></tr>
<tr><td rowspan=2>IIT</td><td>การปฏิบัติ<br>หน้าที่</td><td align=right>99.42</td></tr>
<tr><td>การใช้งบประมาณ</td><td>88.10</td></tr></table><!--EndFragment--></body></html>
"""


def test_excel_with_merged_cells_and_lines():
    grid = read("ไม่ใช้", EXCEL)
    assert grid.rows == (("ผลคะแนน ปี 2568",), ("IIT", "การปฏิบัติ\nหน้าที่", "99.42"), (None, "การใช้งบประมาณ", "88.10"))
    assert set(grid.spans) == {Span(0, 0, 0, 1), Span(1, 0, 2, 0)}


def test_plain_text_of_excel_with_quoted_lines():
    grid = read('ขั้นตอน\tผู้รับผิดชอบ\r\n"1. ก\n2. ""ข"""\tกองคลัง\r\n')
    assert grid.rows == (("ขั้นตอน", "ผู้รับผิดชอบ"), ('1. ก\n2. "ข"', "กองคลัง"))


def test_words_paragraphs_and_lists_are_lines():
    first = "<tr><td><p class=MsoNormal>ขั้นตอน<o:p></o:p></p></td></tr>"
    html = f"<table>{first}<tr><td><ol><li>ก</li><li>ข</li></ol></td></tr></table>"
    assert read("", html).rows == (("ขั้นตอน",), ("ก\nข",))


def test_two_tables_of_a_page_come_below_each_other_with_their_words():
    html = "<p>ปี 2567</p><table><tr><td>ก</td></tr></table><p>ปี 2568</p><table><tr><td>ข</td></tr></table>"
    assert read("", html).rows == ((), ("ปี 2567",), ("ก",), (), ("ปี 2568",), ("ข",))


def test_html_without_a_table_falls_back_to_the_text():
    assert read("ก\tข", "<p>ก ข</p>").rows == (("ก", "ข"),)
    assert read("").rows == ()


@pytest.mark.parametrize("name", BASES)
def test_what_is_pasted_is_understood_as_what_is_opened(name):
    shape = Shape.of(BASES[name])
    (grid,) = shape.grids()
    lines = "\r\n".join("\t".join("" if cell is None else quoted(str(cell)) for cell in row) for row in grid.rows)
    pasted = read(lines)
    assert said(recognise([pasted], known())) == expected(shape)


def quoted(cell: str) -> str:
    return f'"{cell}"' if "\n" in cell else cell


def test_a_page_of_endless_cells_is_refused():
    with pytest.raises(AnswerIsNo, match="มากเกินไป"):
        read("", "<table>" + "<tr><td colspan=9999>x</td></tr>" * 5000 + "</table>")


def test_nested_and_unclosed_tables_do_no_harm():
    nested = read("", "<table><tr><td>ก<table><tr><td>ใน</table><td>ข")
    assert [row for row in nested.rows if row] == [("ใน",), ("ก", "ข")]
    grid = read("", "<table><tr><td>1<td>2<tr><td>3")
    assert grid.rows == (("1", "2"), ("3",))
