"""The memo says what the officer wrote, or correct words made from the year."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import sample_year
from reading import texts, words

from ita_desktop.domain.records import Memo, MemoPart, Signature
from ita_desktop.papers.blocks import LabelledLine, Listing, MemoHead, PageNumbers, PaperOptions, Paragraph, Signatures
from ita_desktop.papers.memo import memo

OPTIONS = PaperOptions(today=sample_year.TODAY)


def signature_names(paper):
    return [one.name for block in paper.blocks if isinstance(block, Signatures) for one in block.blocks]


def test_everything_the_officer_wrote_stands_in_the_memo_once():
    year = sample_year.rich_year()
    assert year.memo
    text = words(memo(year, OPTIONS))
    written = [
        year.memo.division,
        year.memo.number,
        year.memo.subject,
        *(part.heading for part in year.memo.parts),
        "มีการประกาศผลแล้วเมื่อเดือนที่ผ่านมา",
        "งานนิติการวิเคราะห์เสร็จแล้ว",
        "รายละเอียดแนบมาด้วย",
        "แจ้งเวียนภายใน",
        "เผยแพร่ภายนอก",
        "- เห็นควรอนุมัติ",
        "- อนุมัติ\n",
        *(one.name for one in year.memo.signatures),
        "นิติกรชำนาญการ",
        "หัวหน้าสำนักปลัดเทศบาล",
        "รักษาราชการแทนปลัดเทศบาล",
        "จึงเรียนมาเพื่อโปรดพิจารณา",
    ]
    assert {value: text.count(value) for value in written} == dict.fromkeys(written, 1)


def test_the_head_has_the_four_labelled_lines_of_the_official_form():
    head = memo(sample_year.rich_year(), OPTIONS).blocks[0]
    assert isinstance(head, MemoHead)
    assert [[line.label for line in lines] for lines in head.lines] == [["ส่วนราชการ"], ["ที่", "วันที่"], ["เรื่อง"]]
    assert head.lines[0][0].value == "สำนักปลัดเทศบาล งานนิติการ โทร. 0 2000 0000"
    assert head.lines[1][1] == LabelledLine(label="วันที่", value="15 กันยายน 2568", width=0.5)


def test_a_telephone_that_was_typed_is_not_added_again():
    year = sample_year.rich_year()
    year = replace(year, memo=replace(year.memo, division="กองคลัง โทร. 0 2000 0000"))
    assert words(memo(year, OPTIONS)).count("0 2000 0000") == 1


def test_a_sentence_names_the_division_without_its_telephone():
    year = sample_year.rich_year()
    year = replace(year, memo=replace(year.memo, division="กองโทรคมนาคม โทร. 0 2000 0000", parts=()))
    text = words(memo(year, OPTIONS))
    assert "กองโทรคมนาคมได้วิเคราะห์" in text
    assert text.count("0 2000 0000") == 1  # in the head


def test_counted_lines_of_a_part_become_a_list():
    blocks = memo(sample_year.rich_year(), OPTIONS).blocks
    assert Listing(("แจ้งเวียนภายใน", "เผยแพร่ภายนอก")) in blocks


def test_a_memo_nobody_wrote_says_what_the_year_knows():
    year = replace(sample_year.rich_year(), memo=None)
    text = words(memo(year, OPTIONS))
    for said in (
        "เรียน  นายกเทศมนตรีตำบลตัวอย่าง",
        "เรื่องเดิม",
        "ข้อเท็จจริง",
        "ข้อพิจารณา/ข้อเสนอ",
        "สำนักงาน ป.ป.ช.",
        "ประจำปีงบประมาณ พ.ศ. 2568",
        "ประจำปีงบประมาณ พ.ศ. 2569 จำนวน 4 มาตรการ",
        "มีผลคะแนนภาพรวม 87.06 คะแนน อยู่ในระดับผ่าน นั้น",
        "ข้อ o27 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "จุดแข็ง 8 ตัวชี้วัด และตัวชี้วัดที่ต้องพัฒนา 2 ตัวชี้วัด",
        "รอบ 6 เดือน ภายใน 31 มีนาคม 2569 และรอบ 12 เดือน ภายใน 30 กันยายน 2569",
    ):
        assert said in text, said


def test_an_old_year_names_its_own_item_and_its_letter():
    year = replace(
        sample_year.empty_year(2565),
        indicator_scores=sample_year.scores(
            "90.79", "81.43", "83.97", "80.74", "85.75", "80.81", "80.98", "78.74", "95.56", "100"
        ),
    )
    text = words(memo(year, OPTIONS))
    assert "88.53 คะแนน อยู่ในระดับ A นั้น" in text
    assert "ประกาศผลการประเมินเมื่อวันที่ 1 สิงหาคม 2565" in text
    assert "ข้อ o42 " in text


def test_the_rules_of_the_publishing_year_can_be_named_instead():
    year = replace(sample_year.rich_year(), memo=None)
    text = words(memo(year, PaperOptions(evidence=sample_year.framework(2569))))
    assert "(OIT) ประจำปีงบประมาณ พ.ศ. 2569" in text
    assert "ข้อ o25 " in text
    assert "o27" not in text


def test_an_empty_year_still_makes_a_memo_without_a_figure():
    paper = memo(sample_year.empty_year(), PaperOptions())
    text = words(paper)
    assert "คะแนนภาพรวม" not in text
    assert "0.00" not in text
    assert "None" not in text
    assert paper.page_numbers is PageNumbers.OFFICIAL


def test_one_or_six_sign_in_the_order_in_which_the_memo_travels():
    assert signature_names(memo(sample_year.six_signatures(), OPTIONS)) == [f"นางลงนาม ลำดับ{n}" for n in range(1, 7)]
    one = replace(sample_year.empty_year(), memo=Memo(signatures=(Signature(name="นายสมมติ ใจดี"),)))
    assert signature_names(memo(one, OPTIONS)) == ["นายสมมติ ใจดี"]


def test_without_names_there_is_room_for_the_usual_chain():
    year = replace(sample_year.empty_year(), memo=None)
    chain = [block for block in memo(year, OPTIONS).blocks if isinstance(block, Signatures)]
    assert [one.position for block in chain for one in block.blocks][-2:] == [
        "ปลัดเทศบาลตำบลตัวอย่าง",
        "นายกเทศมนตรีตำบลตัวอย่าง",
    ]


def test_a_closing_line_that_the_officer_wrote_is_not_added_again():
    part = MemoPart(heading="ข้อเสนอ", text="เห็นควรเผยแพร่\nจึงเรียนมาเพื่อโปรดทราบและอนุมัติ")
    text = words(memo(replace(sample_year.empty_year(), memo=Memo(parts=(part,))), OPTIONS))
    assert text.count("จึงเรียนมาเพื่อ") == 1


def test_whoever_wrote_the_memo_signs_alone_and_the_others_follow_in_two_columns():
    chain = [block for block in memo(sample_year.rich_year(), OPTIONS).blocks if isinstance(block, Signatures)]
    assert [len(block.blocks) for block in chain] == [1, 2]
    assert chain[1].blocks[0].to == "เรียน ปลัดเทศบาลตำบลตัวอย่าง"
    six = [block for block in memo(sample_year.six_signatures(), OPTIONS).blocks if isinstance(block, Signatures)]
    assert [len(block.blocks) for block in six] == [6]


def test_a_part_without_a_text_is_left_out_with_its_heading():
    parts = (MemoPart(heading="ข้อกฎหมาย", text=" "), MemoPart(heading="", text="เนื้อความ"))
    year = replace(sample_year.empty_year(), memo=Memo(parts=parts))
    paper = memo(year, OPTIONS)
    assert "ข้อกฎหมาย" not in words(paper)
    assert Paragraph("เนื้อความ") in paper.blocks


def test_the_papers_day_comes_from_outside():
    assert memo(sample_year.rich_year(), PaperOptions(today=date(2026, 1, 2))).made_on == date(2026, 1, 2)


def test_all_strong_or_all_weak_is_told_in_whole_sentences():
    ten = [Decimal(99)] * 10
    strong = replace(sample_year.empty_year(), indicator_scores=dict(enumerate(ten, 1)))
    weak = replace(sample_year.empty_year(), indicator_scores=dict.fromkeys(range(1, 11), Decimal(40)))
    assert "พบว่าตัวชี้วัดทั้ง 10 ตัวชี้วัดอยู่ในเกณฑ์จุดแข็ง จึงจัดทำ" in words(memo(strong, OPTIONS))
    assert "พบตัวชี้วัดที่ต้องพัฒนา 10 ตัวชี้วัด จึงจัดทำ" in words(memo(weak, OPTIONS))
    assert all("  " not in text.removeprefix("เรียน  ") for text in texts(memo(strong, OPTIONS).blocks))
