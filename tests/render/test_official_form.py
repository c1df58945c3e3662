"""The official form to the half millimetre: margins, emblem, sizes, dotted lines, page numbers, signatures."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pytest
import sample_year
from PIL import Image
from readers import letters, pages, pictures, strokes, word

from ita_desktop.domain.records import Order
from ita_desktop.papers.blocks import (
    Align,
    EmblemHead,
    Heading,
    LabelledLine,
    MemoHead,
    PageBreak,
    PageNumbers,
    PaperOptions,
    Paragraph,
    Picture,
    SignatureBlock,
    Signatures,
)
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.pdf import to_pdf

NEAR = pytest.approx
HALF = {"abs": 0.5}
SUBJECT = "รายงานการวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ประจำปีงบประมาณ"


def emblem(width: int = 90, height: int = 100) -> Picture:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "#803030").save(file, "PNG")
    return Picture(file.getvalue(), "ตรา.png")


def memo_head(picture: Picture | None = None) -> MemoHead:
    return MemoHead(
        emblem=picture,
        lines=(
            (LabelledLine(label="ส่วนราชการ", value="สำนักปลัด"),),
            (
                LabelledLine(label="ที่", value="ตย ๑/๒", width=0.5),
                LabelledLine(label="วันที่", value="๒๑ พฤศจิกายน ๒๕๖๙", width=0.5),
            ),
            (LabelledLine(label="เรื่อง", value=SUBJECT),),
        ),
    )


@pytest.fixture(scope="module")
def memo(pdf) -> bytes:
    body = Paragraph(text="กกก " * 1500)
    return pdf(memo_head(emblem()), Paragraph(text="เรียน นายก", indent=False), body, page_numbers=PageNumbers.OFFICIAL)


def test_the_emblem_of_a_memo_is_15_mm_high_in_its_corner(memo):
    (picture,) = pictures(memo)
    assert (picture.left, picture.top, picture.height) == (NEAR(30, **HALF), NEAR(15, **HALF), NEAR(15, **HALF))


def test_without_an_emblem_an_empty_frame_keeps_its_place(pdf):
    frame = next(each for each in strokes(pdf(memo_head())) if each.height > 5)
    assert (frame.left, frame.top, frame.right, frame.bottom) == NEAR((30, 15, 45, 30), **HALF)


def test_the_words_of_the_head_have_their_sizes_and_places(memo):
    seen = letters(memo)
    title = word(seen, "บันทึกข้อความ")
    assert {each.size for each in title} == {29}
    assert (title[0].left + title[-1].right) / 2 == NEAR(110, **HALF)
    assert title[0].bottom == NEAR(28, **HALF)
    for label, baseline in (("ส่วนราชการ", 38), ("ที่", 46.5), ("เรื่อง", 55)):
        first = word(seen, label)[0]
        assert (first.left, first.size) == (NEAR(30, **HALF), 20)
        assert first.bottom == NEAR(baseline, **HALF)
    assert word(seen, "วันที่")[0].left == NEAR(110, **HALF)
    assert {each.size for each in word(seen, "สำนักปลัด")} == {16}


def test_dotted_lines_run_to_the_margin_and_a_long_subject_hangs_under_itself(memo):
    dots = [each for each in strokes(memo) if each.height < 1 and each.right - each.left > 20]
    assert sorted(round(each.right) for each in dots) == [108, 190, 190, 190, 190]
    assert all(each.right in (NEAR(108, **HALF), NEAR(190, **HALF)) for each in dots)
    seen = letters(memo)
    subject = word(seen, SUBJECT)
    second = next(each for each in subject if each.top > subject[0].bottom + 2)
    assert second.left == NEAR(subject[0].left, **HALF)


def test_the_body_keeps_the_margins_its_indent_and_its_size(memo):
    seen = letters(memo)
    body = [each for each in seen if each.letter == "ก" and each.top > 72]
    assert min(each.left for each in body) == NEAR(30, **HALF)
    assert max(each.right for each in body) == NEAR(190, **HALF)
    assert body[0].left == NEAR(55, **HALF)
    assert {each.size for each in body} == {16}
    baselines = sorted({round(each.bottom, 2) for each in body})
    steps = [(low - high) * 72 / 25.4 for high, low in itertools.pairwise(baselines)]
    assert all(20 <= step <= 21 for step in steps)
    assert max(each.bottom for each in body) < 297 - 20


def test_from_page_two_on_the_number_stands_between_dashes_over_the_text(memo):
    first, second = pages(memo)[:2]
    assert "- ๑ -" not in first
    assert second.startswith("- ๒ -")
    number = letters(memo, 1)[:3]
    assert (number[0].left + number[-1].right) / 2 == NEAR(110, **HALF)
    assert number[1].top < 25


def test_a_heading_stands_where_its_paper_wants_it_and_hangs_beside_its_number(pdf):
    long = "หัวข้อที่ยาวเกินหนึ่งบรรทัดจนต้องขึ้นบรรทัดใหม่ " * 3
    seen = letters(pdf(Heading(text="คำนำ", number="ก.", align=Align.CENTER), Heading(text=long, number="๑.")))
    title = word(seen, "ก.คำนำ")
    assert (title[0].left + title[-1].right) / 2 == NEAR(110, **HALF)
    first, *_ = text = word(seen, long)
    second = next(each for each in text if each.top > first.bottom + 2)
    assert word(seen, "๑.")[0].left == NEAR(30, **HALF)
    assert second.left == NEAR(first.left, **HALF)


def test_an_order_has_its_emblem_30_mm_high_in_the_middle(pdf):
    file = pdf(EmblemHead(emblem=emblem(80, 100), lines=("คำสั่งเทศบาลตำบลตัวอย่าง", "ที่ ๑/๒๕๖๙")))
    (picture,) = pictures(file)
    assert (picture.top, picture.height, picture.middle) == NEAR((15, 30, 110), **HALF)


def test_a_single_signature_is_centred_on_the_right_half_with_three_lines_of_room(pdf):
    block = SignatureBlock(name="นายสมมติ ใจดี", position="นายก")
    seen = letters(pdf(Paragraph(text="ลงท้าย", indent=False, align=Align.LEFT), Signatures(blocks=(block,))))
    name = word(seen, "(นายสมมติ ใจดี)")
    assert 145 <= (name[0].left + name[-1].right) / 2 <= 150
    assert name[0].top - word(seen, "ลงท้าย")[0].bottom > 3 * 7


def test_two_columns_follow_the_way_of_the_paper_with_names_on_one_height(pdf):
    blocks = [SignatureBlock(name=f"ชื่อ{n}", position="ตำแหน่ง") for n in "กขคง"]
    blocks[1] = SignatureBlock(to="เรียน ปลัด", comments=("- เห็นชอบ",) * 4, name="ชื่อข", position="ตำแหน่ง")
    seen = letters(pdf(Signatures(blocks=tuple(blocks))))
    first, second, third, fourth = (word(seen, f"(ชื่อ{n})")[0] for n in "กขคง")
    assert first.top == NEAR(second.top, abs=0.1)
    assert third.top == NEAR(fourth.top, abs=0.1)
    assert first.left < 110 < second.left
    assert third.top > first.bottom + 20


def test_a_date_not_yet_known_leaves_room_to_write_it(pdf):
    blocks = (SignatureBlock(name="ก"), SignatureBlock(name="ข", date="๒๐ มี.ค. ๒๕๖๖"))
    (text,) = pages(pdf(Signatures(blocks=blocks)))
    assert "วันที่ ....." in text
    assert "๒๐ มี.ค. ๒๕๖๖" in text


@pytest.mark.parametrize("lines_before", range(20, 36))
def test_a_signature_is_never_alone_on_its_page(pdf, lines_before):
    body = Paragraph(text="\n".join(f"บรรทัด{n}" for n in range(lines_before)), align=Align.LEFT)
    last = pages(pdf(body, Signatures(blocks=(SignatureBlock(name="ผู้ลงนาม"),))))[-1]
    assert "ผู้ลงนาม" in last
    assert last.count("บรรทัด") >= 2


@pytest.mark.parametrize("duties", range(6, 24))
def test_the_day_of_an_order_is_not_alone_with_its_signature(fonts, duties):
    year = replace(sample_year.empty_year(), order=Order(duties=tuple(f"หน้าที่{n}" for n in range(duties))))
    last = pages(to_pdf(PAPERS["order"].make(year, PaperOptions()), fonts=fonts))[-1]
    assert last.index("ทั้งนี้") < last.index("สั่ง ณ วันที่") < last.index("นายกเทศมนตรี")


def test_the_first_words_of_the_next_page_stand_at_the_foot(pdf):
    file = pdf(*(Paragraph(text=f"ย่อหน้าที่ {n} " + "กขค " * 60) for n in range(12)), catchwords=True)
    foot = [each for each in letters(file) if each.top > 297 - 20]
    said = "".join(each.letter for each in foot)
    assert said.startswith("/")
    assert said.endswith("...")
    assert said[1:-3] in "".join(each.letter for each in letters(file, 1))[:40]
    assert foot[-1].right == NEAR(190, **HALF)
    assert not [each for each in letters(file, len(pages(file)) - 1) if each.top > 297 - 20]


def test_an_annex_is_not_announced_at_the_foot_of_the_paper_before_it(pdf):
    first, _annex = pages(pdf(Paragraph("ข้อความ"), PageBreak(), Paragraph("บัญชีแนบท้าย"), catchwords=True))
    assert "/" not in first


def test_a_draft_says_so_on_every_page_under_the_text(pdf):
    file = pdf(Paragraph(text="กก " * 1500), stamp="ร่าง")
    assert len(pages(file)) > 1
    assert all("ร่าง" in text for text in pages(file))


def test_those_who_add_their_word_find_two_lines_of_room(pdf):
    blocks = tuple(SignatureBlock(comments=("- เห็นควรดำเนินการ",), name=name) for name in ("ชื่อหนึ่ง", "ชื่อสอง"))
    seen = letters(pdf(Signatures(blocks=blocks)))
    room = word(seen, "(ชื่อหนึ่ง)")[0].top - word(seen, "ดำเนินการ")[0].bottom
    assert 2 * 7 < room < 3 * 7.4


def test_a_memo_does_not_leave_the_foot_of_its_first_page_empty(fonts):
    first, second = pages(to_pdf(PAPERS["memo"].make(sample_year.six_signatures(), PaperOptions()), fonts=fonts))
    assert [number for number in "๑๒๓๔๕๖" if f"(นางลงนาม ลำดับ{number})" in first] == ["๑", "๒", "๓", "๔"]
    assert [number for number in "๑๒๓๔๕๖" if f"(นางลงนาม ลำดับ{number})" in second] == ["๕", "๖"]
