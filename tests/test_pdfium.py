"""pdfium is never called by two threads at once: a page may be looked at while a paper leaves the house."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ita_desktop.exchange.pdf_text import pages_of
from ita_desktop.papers.blocks import InsertedPages, Paper, Paragraph
from ita_desktop.pdfium import pdfium
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf

FONTS = Path(__file__).parents[1] / "fonts"
PATIENCE = 60.0


def test_who_comes_second_waits_until_the_first_has_looked():
    asked, entered = threading.Event(), threading.Event()

    def second():
        asked.set()
        with pdfium():
            entered.set()

    with pdfium():
        thread = threading.Thread(target=second)
        thread.start()
        assert asked.wait(PATIENCE)
        assert not entered.wait(0.05)
        with pdfium():  # the same thread goes on without waiting for itself
            pass
    assert entered.wait(PATIENCE)
    thread.join(PATIENCE)


def test_a_paper_is_exported_while_others_are_looked_at_and_read():
    letter = to_pdf(Paper(title="จดหมาย", blocks=(Paragraph("ข้อความในจดหมายที่แนบมา"),)), fonts=FONTS)
    book = Paper(title="เล่ม", blocks=(Paragraph("หน้าแรก"), InsertedPages(data=letter, name="จดหมาย.pdf")))
    alone = to_pdf(book, fonts=FONTS)

    def look(_turn):
        with pdfium() as library, library.PdfDocument(alone) as opened:
            return [page.render(scale=0.3).width for page in opened]

    with ThreadPoolExecutor(8) as people:
        exported = [people.submit(to_pdf, book, fonts=FONTS) for _ in range(12)]
        words = [people.submit(to_docx, book, fonts=FONTS) for _ in range(4)]
        looked = [people.submit(look, turn) for turn in range(40)]
        read = [people.submit(lambda: list(pages_of(alone))) for _ in range(40)]
        assert {each.result(PATIENCE) for each in exported} == {alone}
        assert all(each.result(PATIENCE) for each in words)
        assert all(len(each.result(PATIENCE)) == 2 for each in looked)
        assert {tuple(each.result(PATIENCE)) for each in read} == {("หน้าแรก", "ข้อความในจดหมายที่แนบมา")}
