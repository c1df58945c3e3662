"""Whatever officers paste, a paper comes out of it: no exception, no endless page, a sound file."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readers import bare, by_pypdf

from ita_desktop.papers.blocks import (
    Align,
    Cell,
    Column,
    Contents,
    Cover,
    EmblemHead,
    Figure,
    Heading,
    InsertedPages,
    LabelledLine,
    Listing,
    MemoHead,
    Orientation,
    PageBreak,
    PageNumbers,
    Paper,
    Paragraph,
    Picture,
    Row,
    Run,
    SignatureBlock,
    Signatures,
    Space,
    Table,
)
from ita_desktop.papers.charts import Bar, BarChart, ChangeChart, LineChart, RadarChart, Series, Threshold
from ita_desktop.papers.letters import lost_letters
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.render.pdf.typeface import clean
from ita_desktop.thai.digits import Digits, in_digits

thai = st.text(alphabet=[chr(code) for code in (*range(0xE01, 0xE3B), *range(0xE3F, 0xE5C), 0x20)], max_size=60)
sentence = st.sampled_from(
    [
        "เทศบาลตำบลตัวอย่างดำเนินการประเมินคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568",
        "ปั๊มน้ำ ฎุ กตัญญู ป้ำ ต่าง ๆ ฯลฯ",
        "ก" * 400,
        "https://www.example.go.th/" + "a" * 120,
        "😀👨‍👩‍👧 中文 ①\u17b7 \U0001f1f9\U0001f1ed",
        "\u200b\u00ad\u00a0\ufeff\t\r\n\x00\x07\u2028",
        "ำ ่ ั ๆ ฯ ( “ ” )",
        "น้ำ➤ที่→☐",
    ]
)
text = st.one_of(thai, sentence, st.text(max_size=40), st.lists(sentence, max_size=12).map(" ".join))
runs = st.lists(
    st.builds(Run, text, st.booleans(), st.booleans(), st.sampled_from(["", "https://ก.th/ข?x=1 2"])), max_size=4
)
rich = st.one_of(text, runs.map(tuple))
number = st.one_of(st.none(), st.floats(-150, 250, allow_nan=False))
tone = st.sampled_from(["accent", "good", "warn", "bad", "muted"])
few = {"max_size": 5}
texts = st.lists(text, **few).map(tuple)

bars = st.lists(st.builds(Bar, label=text, value=number, note=text, tone=tone), **few).map(tuple)
series = st.lists(st.builds(Series, name=text, values=st.lists(number, **few).map(tuple), tone=tone), max_size=3).map(
    tuple
)
thresholds = st.lists(st.builds(Threshold, value=st.floats(0, 100), label=text), max_size=3).map(tuple)
chart = st.one_of(
    st.builds(BarChart, bars=bars, thresholds=thresholds, title=text),
    st.builds(ChangeChart, bars=bars, title=text),
    st.builds(LineChart, labels=texts, series=series, thresholds=thresholds, title=text),
    st.builds(RadarChart, axes=texts, series=series, title=text),
)

paragraph = st.builds(
    Paragraph, text=rich, indent=st.booleans(), align=st.sampled_from(Align), keep_with_next=st.booleans()
)
listing = st.builds(Listing, items=st.lists(rich, **few).map(tuple), marker=st.sampled_from(["", "-", "➤"]))
cell = st.builds(
    Cell,
    content=st.one_of(rich, st.lists(st.one_of(paragraph, listing), max_size=3).map(tuple), st.just("ช่องสูงมาก " * 250)),
    columns=st.integers(1, 4),
    rows=st.integers(1, 5),
    align=st.one_of(st.none(), st.sampled_from(Align)),
    bold=st.booleans(),
)
row = st.builds(Row, cells=st.lists(cell, max_size=5).map(tuple), emphasis=st.booleans())
table = st.builds(
    Table,
    columns=st.lists(st.builds(Column, text, st.floats(0.1, 5), st.sampled_from(Align)), max_size=6).map(tuple),
    rows=st.one_of(st.lists(row, max_size=8), st.lists(row, min_size=1, max_size=2).map(lambda rows: rows * 30)).map(
        tuple
    ),
    caption=text,
    head=st.lists(row, max_size=2).map(tuple),
)
picture = st.builds(Picture, data=st.binary(max_size=40), name=text)
signature = st.builds(
    SignatureBlock,
    to=text,
    comments=texts,
    name=text,
    position=text,
    acting_for=text,
    date=st.sampled_from(["", "1 ม.ค."]),
)
field = st.builds(LabelledLine, label=text, value=text, width=st.floats(0.1, 1))
block = st.one_of(
    st.builds(Heading, text=text, level=st.integers(1, 5), number=text),
    paragraph,
    listing,
    table,
    st.builds(
        Figure,
        content=st.one_of(chart, picture),
        caption=text,
        width=st.floats(5, 400),
        height=st.one_of(st.none(), st.floats(1, 500)),
    ),
    st.builds(
        MemoHead,
        lines=st.lists(
            st.lists(st.builds(LabelledLine, label=text, value=text, width=st.floats(0.1, 1)), max_size=3).map(tuple),
            **few,
        ).map(tuple),
        emblem=st.one_of(st.none(), picture),
    ),
    st.builds(EmblemHead, lines=texts, emblem=st.one_of(st.none(), picture)),
    st.builds(Signatures, blocks=st.lists(signature, max_size=7).map(tuple), columns=st.integers(1, 3)),
    st.builds(Cover, lines=st.lists(rich, **few).map(tuple), office=texts, foot=texts),
    st.builds(Contents, levels=st.integers(0, 3)),
    st.builds(PageBreak, st.one_of(st.none(), st.sampled_from(Orientation))),
    st.builds(Space, height=st.floats(0, 400)),
    st.builds(InsertedPages, data=st.binary(max_size=30), name=text),
)
paper = st.builds(
    Paper,
    title=text,
    blocks=st.lists(block, max_size=10).map(tuple),
    digits=st.sampled_from(Digits),
    orientation=st.sampled_from(Orientation),
    page_numbers=st.sampled_from(PageNumbers),
    catchwords=st.booleans(),
    author=text,
    subject=text,
    stamp=st.sampled_from(["", "ร่าง", "ร่าง 😀 ยาวมาก" * 9]),
)
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")  # papers are large on purpose
unhurried = settings(deadline=None, suppress_health_check=list(HealthCheck))


def as_file(made: Paper, fonts) -> bytes:
    file = to_pdf(made, fonts=fonts)
    with pypdfium2.PdfDocument(file) as document:
        assert 1 <= len(document) < 5000
    return file


@given(made=paper)
@settings(unhurried, max_examples=60)
def test_any_paper_becomes_a_file(fonts, made):
    as_file(made, fonts)
    lost_letters(made)


@pytest.mark.soak
@given(made=paper)
@settings(unhurried, max_examples=1500)
def test_any_of_very_many_papers_becomes_a_file(fonts, made):
    as_file(made, fonts)


def as_word(made: Paper, fonts) -> None:
    docx.Document(io.BytesIO(to_docx(made, fonts=fonts)))


@given(made=paper)
@settings(unhurried, max_examples=15)
def test_any_paper_becomes_a_word_file(fonts, made):
    as_word(made, fonts)


@pytest.mark.soak
@given(made=paper)
@settings(unhurried, max_examples=300)
def test_any_of_very_many_papers_becomes_a_word_file(fonts, made):
    as_word(made, fonts)


@given(paragraphs=st.lists(st.one_of(thai, sentence), min_size=1, max_size=6))
@settings(unhurried, max_examples=100)
def test_any_text_is_copied_as_it_was_typed(fonts, paragraphs):
    blocks = tuple(Paragraph(text=each) for each in paragraphs)
    file = to_pdf(Paper(title="", blocks=blocks, page_numbers=PageNumbers.NONE), fonts=fonts)
    typed = in_digits(clean("".join(paragraphs)), Digits.THAI)
    assert bare(by_pypdf(file)) == bare(typed)
