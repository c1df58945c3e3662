"""What is copied in Excel, Word and here arrives cell by cell."""

from officer import put_on_clipboard
from PySide6.QtGui import QGuiApplication

from ita_desktop.ui import clipboard


def test_a_range_from_excel_has_no_row_for_its_last_line_end():
    assert clipboard.read_block("94.68\r\n88.55\r\n") == [["94.68"], ["88.55"]]


def test_a_cell_with_lines_and_quotes_comes_back_as_it_was(qapp):
    rows = [["ทบทวน\nคู่มือ", 'คำว่า "สินบน"'], ["", "2"]]
    clipboard.copy(rows)
    assert clipboard.paste() == rows


def test_word_gets_a_table(qapp):
    clipboard.copy([["<ก>", "ข"]])
    html = QGuiApplication.clipboard().mimeData().html()
    assert "<td>&lt;ก&gt;</td><td>ข</td>" in html


def test_an_empty_row_in_the_middle_stays_a_row():
    assert clipboard.read_block("1\n\n3") == [["1"], [""], ["3"]]


def test_nothing_copied_is_no_range(qapp):
    put_on_clipboard("")
    assert clipboard.paste() == []
