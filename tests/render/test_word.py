"""The Word file says what the PDF says, in our face, and an officer can go on editing it."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import docx
import pytest
import sample_year
from docx.oxml.ns import qn
from papers.reading import texts
from PIL import Image

from ita_desktop.papers.blocks import (
    Cell,
    Column,
    Contents,
    Cover,
    Figure,
    Heading,
    InsertedPages,
    Listing,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    PaperOptions,
    Paragraph,
    Picture,
    Row,
    Run,
    SignatureBlock,
    Signatures,
    Table,
)
from ita_desktop.papers.charts import Bar, BarChart
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.digits import with_digits
from ita_desktop.render.docx import to_docx
from ita_desktop.thai.digits import Digits, in_digits


def words_of(document):
    """Every word of the body, and the numbers that Word counts by itself."""
    counted = numbers_by_word(document)
    parts = document.element.body.iter(qn("w:p"), qn("w:t"))
    said = (part.text if part.tag == qn("w:t") else counted.get(part, "") for part in parts)
    return re.sub(r"\s+", "", "".join(said))


def numbers_by_word(document):
    """What Word writes before each heading: counted as its numbering says, level by level."""
    levels = {}
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        style = level.find(qn("w:pStyle"))
        if style is not None and style.get(qn("w:val")).startswith("Heading"):
            levels[style.get(qn("w:val"))] = level
    counts, found = [0] * 9, {}
    for paragraph in document.paragraphs:
        level = levels.get(paragraph.style.style_id)
        own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if level is None or (own is not None and own.get(qn("w:val")) == "0"):
            continue
        at = int(level.get(qn("w:ilvl")))
        counts[at] += 1
        counts[at + 1 :] = [0] * (8 - at)
        shape = level.find(qn("w:lvlText")).get(qn("w:val"))
        text = re.sub(r"%(\d)", lambda place: str(counts[int(place[1]) - 1]), shape)
        thai = level.find(qn("w:numFmt")).get(qn("w:val")) == "thaiNumbers"
        found[paragraph._p] = in_digits(text, Digits.THAI if thai else Digits.ARABIC)
    return found


def picture(size=(40, 20), *, format="PNG", turned=False):
    kept = io.BytesIO()
    image = Image.new("RGB", size, "teal")
    exif = Image.Exif()
    if turned:
        exif[0x0112] = 6
    image.save(kept, format, exif=exif)
    return kept.getvalue()


@pytest.mark.parametrize("digits", list(Digits))
@pytest.mark.parametrize("name", PAPERS)
def test_every_word_of_a_paper_is_in_its_word_file(name, digits, fonts):
    paper = with_digits(
        PAPERS[name].make(sample_year.rich_year(), PaperOptions(digits=digits, today=sample_year.TODAY))
    )
    written = words_of(docx.Document(io.BytesIO(to_docx(paper, fonts=fonts))))
    blocks = [block for block in paper.blocks if not isinstance(block, Figure)]  # charts are pictures in Word
    missing = [text for text in texts(blocks) if re.sub(r"\s+", "", text) not in written]
    assert missing == []


def test_our_face_is_set_for_thai_and_latin_in_every_style_and_lies_in_the_file(fonts):
    data = to_docx(Paper(title="ก", blocks=(Paragraph(text="ปั๊มน้ำ"),)), fonts=fonts)
    for style in docx.Document(io.BytesIO(data)).styles.element.findall(qn("w:style")):
        for face in style.iter(qn("w:rFonts")):
            assert {face.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs")} == {"TH Sarabun New"}
            assert not any("Theme" in key for key in face.attrib)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = [name for name in parts.namelist() if name.endswith(".odttf")]
        table = parts.read("word/fontTable.xml").decode()
    assert len(names) == 4
    assert table.count("w:embed") == 4


def test_an_embedded_font_is_ours_once_the_key_is_taken_off(fonts):
    data = to_docx(Paper(title="ก", blocks=()), fonts=fonts)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        table = parts.read("word/fontTable.xml").decode()
        hidden = bytearray(parts.read("word/fonts/font1.odttf"))
    key = bytes.fromhex(re.search(r'w:embedRegular w:fontKey="\{([^}]+)\}"', table)[1].replace("-", ""))[::-1]
    for at in range(32):
        hidden[at] ^= key[at % 16]
    assert bytes(hidden) == (fonts / "THSarabunNew.ttf").read_bytes()


def test_bold_and_sizes_hold_for_thai_too(word):
    document = word(Paragraph(text=(Run("หนา", bold=True), Run(" ธรรมดา"))))
    properties = document.paragraphs[0].runs[0]._r.rPr
    assert [child.tag for child in properties] == [qn("w:b"), qn("w:bCs")]


def test_thai_is_justified_the_thai_way(word):
    assert word(Paragraph(text="ก")).paragraphs[0]._p.pPr.jc.get(qn("w:val")) == "thaiDistribute"


def test_headings_are_real_and_contents_is_a_field(word):
    document = word(Contents(), Heading(text="ผลคะแนน", number="1."), Heading(text="รายข้อ", level=2, number="1.1"))
    assert [p.style.name for p in document.paragraphs if p.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
    ]
    assert "TOC" in "".join(document.element.body.itertext(qn("w:instrText")))


def test_word_counts_the_headings_in_the_digits_of_the_paper(word):
    headings = (
        Heading(text="คำนำ"),
        Heading(text="ก", number="1."),
        Heading(text="ข", number="2."),
        Heading(text="ค", number="2.1", level=2),
        Heading(text="ง", number="2.2", level=2),
        Heading(text="จ", level=3),
        Heading(text="ฉ", number="3."),
        Heading(text="ช", number="3.1", level=2),
        Heading(text="ภาคผนวก"),
    )
    for digits, numbers in ((Digits.THAI, "๑. ๒. ๒.๑ ๒.๒ ๓. ๓.๑"), (Digits.ARABIC, "1. 2. 2.1 2.2 3. 3.1")):
        document = word(*headings, digits=digits)
        assert list(numbers_by_word(document).values()) == numbers.split()
        assert [each.text for each in document.paragraphs] == [heading.text for heading in headings]


def test_a_number_that_counting_does_not_come_to_is_typed(word):
    document = word(Heading(text="ก", number="4."), Heading(text="ข", number="ก."), Heading(text="ค", number="1."))
    assert [each.text for each in document.paragraphs] == ["๔. ก", "ก. ข", "ค"]
    assert list(numbers_by_word(document).values()) == ["๑."]


def test_the_title_of_the_contents_is_no_section(word):
    document = word(Contents(title="สารบัญ"), Heading(text="ก", number="1."))
    title = next(each for each in document.paragraphs if each.text == "สารบัญ")
    assert title.style.base_style.name == "Normal"


def test_names_beside_each_other_stand_on_one_height_however_long_the_comments(word):
    long = SignatureBlock(name="นายก", comments=("- หนึ่ง", "- สอง", "- สาม"))
    (table,) = word(Signatures((long, SignatureBlock(name="นายข")))).tables
    assert [cell.text.splitlines()[0] for cell in table.rows[1].cells] == ["(นายก)", "(นายข)"]


def test_a_table_repeats_its_head_and_spans_rows_and_columns(word):
    columns = (Column("ตัวชี้วัด", 1), Column("มาตรการ", 2), Column("ผล", 1))
    rows = (
        Row((Cell("1. ก", rows=2), Cell("ม1"), Cell("ด"))),
        Row((Cell("ม2"), Cell("ด"))),
        Row((Cell("รวม", columns=2), Cell("2")), emphasis=True),
    )
    table = word(Table(columns=columns, rows=rows)).tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    assert table.cell(3, 0)._tc is table.cell(3, 1)._tc
    assert table.cell(2, 1).text == "ม๒"


def test_numbers_of_lists_follow_the_digits_of_the_paper(word):
    cell = Cell((Listing(items=("ขั้นแรก", "ขั้นสอง")),))
    document = word(
        Listing(items=("หนึ่ง", "สอง")), Table(columns=(Column("ก", 1),), rows=(Row((cell,)),)), digits=Digits.THAI
    )
    assert document.paragraphs[0].text == "๑. หนึ่ง"
    assert document.tables[0].cell(1, 0).text == "๑.\tขั้นแรก\n๒.\tขั้นสอง"


def test_a_landscape_part_is_a_section_of_its_own_and_numbers_go_on(word):
    document = word(
        Paragraph(text="ก"), PageBreak(orientation=Orientation.LANDSCAPE), Paragraph(text="ข"), digits=Digits.THAI
    )
    first, second = document.sections
    assert first.page_width < first.page_height
    assert second.page_width > second.page_height
    for section in (first, second):
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) == "thaiNumbers"


def test_official_papers_bear_no_number_on_page_one(word):
    document = word(Paragraph(text="ก"), page_numbers=PageNumbers.OFFICIAL)
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert section.header.paragraphs[0].text == "- ๒ -"
    assert "PAGE" in "".join(section.header._element.itertext(qn("w:instrText")))


def test_a_chart_is_a_picture_of_the_drawing_in_the_pdf(word):
    chart = BarChart(bars=(Bar(label="การใช้อำนาจ", value=97.33), Bar(label="การป้องกันการทุจริต", value=80.0)))
    (shape,) = word(Figure(content=chart, width=120)).inline_shapes
    assert shape.width.mm == pytest.approx(120, abs=0.5)
    assert shape.height.mm > 10


@pytest.mark.parametrize("data", [b"", b"not a picture", picture()[:60]])
def test_a_bad_picture_is_named_and_stops_nothing(word, data):
    document = word(Figure(content=Picture(data, "ประชุม.jpg"), caption="ภาพที่ 1 การประชุม"))
    assert "ประชุม.jpg" in words_of(document)


def test_a_photograph_stands_upright(word):
    (shape,) = word(Figure(content=Picture(picture((400, 200), format="JPEG", turned=True)), width=50)).inline_shapes
    assert shape.height > shape.width


def test_pages_of_another_paper_come_in_as_pictures(word, pdf):
    document = word(InsertedPages(data=pdf(Paragraph(text="คำสั่ง"), PageBreak(), Paragraph(text="สอง"))))
    assert len(document.inline_shapes) == 2
    assert "อ่านเอกสารแนบไม่ได้" in words_of(word(InsertedPages(data=b"%PDF-broken", name="คำสั่ง.pdf")))


def test_the_drafter_signs_alone_and_the_rest_two_beside_each_other(word):
    names = [SignatureBlock(name=f"นาย{n}", position="ตำแหน่ง", comments=("- เพื่อโปรดพิจารณา",)) for n in "กขค"]
    document = word(Signatures(blocks=tuple(names[:1])), Signatures(blocks=tuple(names[1:])))
    alone, together = document.tables
    assert alone.cell(1, 0).text == ""
    assert "(นายก)" in alone.cell(1, 1).text
    assert "(นายข)" in together.cell(1, 0).text
    assert "(นายค)" in together.cell(1, 1).text


def test_letters_that_xml_cannot_hold_are_left_out(word):
    assert word(Paragraph(text="ก\x00ข\x0bค\ud800ง")).paragraphs[0].text == "กขคง"


def test_a_draft_says_so_on_every_page(word):
    section = word(Paragraph(text="ก"), stamp="ร่าง").sections[0]
    assert any("ร่าง" in line.text for line in section.header.paragraphs)
    assert any("ร่าง" in line.text for line in section.first_page_header.paragraphs)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_finds_only_our_face(fonts, tmp_path, home):
    paper = PAPERS["report"].make(sample_year.rich_year(), PaperOptions(today=sample_year.TODAY))
    (tmp_path / "report.docx").write_bytes(to_docx(replace(paper, stamp=""), fonts=fonts))
    command = ["soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--convert-to", "pdf", "report.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    found = subprocess.run(["pdffonts", "report.pdf"], cwd=tmp_path, capture_output=True, text=True).stdout
    faces = {line.split()[0].split("+")[-1] for line in found.splitlines()[2:]}
    assert faces <= {"THSarabunNew", "THSarabunNew-Bold", "THSarabunNew-Italic", "THSarabunNew-BoldItalic"}


def test_a_cover_stays_on_one_page_of_words(word):
    assert "เทศบาลตำบลตัวอย่าง" in words_of(word(Cover(lines=("รายงาน",), office=("เทศบาลตำบลตัวอย่าง",))))
