"""Each paper in each shape and both kinds of digits, from a rich year and from extremes: every word arrives, once.

A few of each are tried always; all of them, with every reader and through LibreOffice, before a release (`-m soak`).
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product

import pypdf
import pytest
import sample_year
from make_everything import FONTS, SHAPES
from papers.reading import cell_texts, texts
from readers import bare, by_pdftotext, pages

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import (
    Block,
    Contents,
    Figure,
    Heading,
    Listing,
    Paper,
    PaperOptions,
    Signatures,
    Table,
    plain,
)
from ita_desktop.papers.charts import BarChart, ChangeChart
from ita_desktop.papers.presets import MeasureShape
from ita_desktop.papers.registry import PAPERS
from ita_desktop.render.digits import with_digits
from ita_desktop.render.docx import to_docx
from ita_desktop.render.pdf import to_pdf
from ita_desktop.render.pdf.document import heading_pages
from ita_desktop.render.pdf.form import LEAVES
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.typeface import typeface
from ita_desktop.thai.digits import Digits, to_arabic


def with_long_step(count: int) -> Year:
    """So many measures; the first step of the first has 4,000 characters, no two places of it alike."""
    year = sample_year.many_measures(count)
    first, *more = year.measures
    long = " ".join(f"ข้อย่อยลำดับที่ {number} ดำเนินการตามแนวทาง" for number in range(70_001, 70_200))[:4000]
    return replace(year, measures=(replace(first, steps=(long, *first.steps[1:])), *more))


YEARS = {
    "rich": sample_year.rich_year,
    "empty": sample_year.empty_year,
    "one": lambda: with_long_step(1),
    "many": lambda: with_long_step(120),
    "six": sample_year.six_signatures,
}
OUR_FONTS = re.compile(r"THSarabunNew(-(Bold|Italic|BoldItalic))?|Sarabun-\w+|NotoSansSymbols2-Regular")
LEAST = 7
"""Letters: what is shorter stands in many places by chance."""
BORDER = 14
"""Letters at either end of a long text: between them a page may end."""


def named(case) -> str:
    (name, changes), digits, year = case
    return "-".join([name, *map(str, changes.values()), digits.value, year])


def made(case) -> Paper:
    (name, changes), digits, year = case
    return paper_of(name, tuple(changes.items()), digits, year)


@cache
def paper_of(name, changes, digits, year) -> Paper:
    options = PaperOptions(digits=digits, today=sample_year.TODAY, **dict(changes))
    return PAPERS[name].make(YEARS[year](), options)


ALL = list(product(SHAPES, Digits, YEARS))
QUICK = [(shape, digits, year) for shape, digits, year in ALL if (digits, year) == (Digits.THAI, "rich")]
QUICK += [
    (shape, Digits.ARABIC, year)
    for shape, year in (
        (SHAPES[0], "six"),
        (("report", {"preset": "full-book"}), "empty"),
        (("measures", {"shape": MeasureShape.BY_TOPIC}), "many"),
        (("followup", {}), "one"),
    )
]


# ------------------------------------------------------------------------------------------------------------- PDF


def said_in(paper: Paper) -> Iterator[str]:
    """Every text of the paper as often as it is printed, but for heads that are repeated on the next page."""
    headings = [block for block in paper.blocks if isinstance(block, Heading)]
    for block in paper.blocks:
        if isinstance(block, Table):
            yield block.caption
            yield from (text for row in block.rows for cell in row.cells for text in cell_texts(cell))
        elif isinstance(block, Figure) and isinstance(block.content, BarChart | ChangeChart):
            for bar in block.content.bars:
                form = ".2f" if isinstance(block.content, BarChart) else "+.2f"
                yield bar.label if bar.value is None else f"{bar.label} {bar.value:{form}} {bar.note}"
            yield block.caption
        else:
            yield from texts([block])
        if isinstance(block, Contents):
            yield from (f"{heading.number} {heading.text}" for heading in headings if heading.level <= block.levels)


def without_furniture(read_pages: list[str]) -> str:
    """The words of the pages without those that only lead from one page to the next."""
    said = []
    for page in read_pages:
        lines = [line for line in to_arabic(page).splitlines() if line.strip()]
        if lines and re.fullmatch(r"\s*(- \d+ -|\d+)\s*", lines[0]):
            del lines[0]
        if lines and re.fullmatch(r"\s*/\S.*\.\.\.\s*", lines[-1]):
            del lines[-1]
        said += lines
    return bare("\n".join(said))


def pages_by_pdftotext(file: bytes) -> list[str]:
    return by_pdftotext(file).split("\f")


def pages_by_pypdf(file: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file)).pages]


def assert_every_text_once(paper: Paper, read: str) -> None:
    said = [bare(to_arabic(text)) for text in said_in(paper)]
    apart, joined = "\0".join(said), "".join(said)  # the end of one text and the beginning of the next make a third
    for text in {text for text in said if text}:
        read = read.replace(f"{text}(ต่อ)", "")  # the name of a row that goes on from the page before
    wrong = {}
    for part in {part for text in said for part in ends_of(text)}:
        found = read.count(part)
        if not apart.count(part) <= found <= joined.count(part):
            wrong[part] = (apart.count(part), found)
    numbers = set(re.findall(r"70\d{3}", apart))
    wrong |= {
        number: (apart.count(number), read.count(number))
        for number in numbers
        if apart.count(number) != read.count(number)
    }
    heads = "".join(bare(to_arabic(column.title)) for block in tables_of(paper) for column in block.columns)
    assert {part: counts for part, counts in wrong.items() if part not in heads} == {}


def ends_of(text: str) -> Iterator[str]:
    """How a text begins and ends, without figures that may run together with others beside them, and without dots."""
    if len(text) > 1000:  # torn over pages, wherever one ends; its numbers are looked for one by one
        return
    text = text.strip("0123456789.")
    yield from (part for part in (text[:BORDER], text[-BORDER:]) if len(part) >= LEAST and part.strip("./"))


def tables_of(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table)]


def assert_sound(file: bytes, folder) -> None:
    path = folder / "paper.pdf"
    path.write_bytes(file)
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    rows = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    names = {row.split()[0].split("+")[1] for row in rows}
    assert names
    assert not [name for name in names if not OUR_FONTS.fullmatch(name)]


READERS = (pages_by_pdftotext, pages, pages_by_pypdf)


@pytest.mark.skipif(not (shutil.which("qpdf") and shutil.which("pdftotext")), reason="qpdf or poppler is not installed")
@pytest.mark.parametrize("case", QUICK, ids=named)
def test_every_text_of_a_paper_is_printed_once(case, fonts, tmp_path):
    file = to_pdf(made(case), fonts=fonts)
    assert_every_text_once(made(case), without_furniture(pages_by_pdftotext(file)))
    assert_sound(file, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("case", ALL, ids=named)
def test_every_reader_finds_every_text_once(case, fonts, tmp_path, tried):
    file = to_pdf(made(case), fonts=fonts)
    for read in READERS:
        assert_every_text_once(made(case), without_furniture(read(file)))
    assert_sound(file, tmp_path)
    tried("R16", 1)


# ------------------------------------------------------------------------------------------------------------ Word


def in_word(paper: Paper) -> str:
    """The whole text of the Word file from its beginning to its end, in Arabic digits."""
    return bare(to_arabic("".join(text for block in paper.blocks for text in _in_word(block, paper))))


def _in_word(block: Block, paper: Paper) -> Iterator[str]:
    match block:
        case Contents():
            yield block.title
            headings = [each for each in paper.blocks if isinstance(each, Heading)]
            setting = Setting(typeface(FONTS), paper.digits, LEAVES[paper.orientation])
            listed = zip(headings, heading_pages(with_digits(paper), setting), strict=True)
            yield from (f"{one.number} {one.text} {page}" for one, page in listed if one.level <= block.levels)
        case Listing():
            yield from numbered(block)
        case Figure():
            yield block.caption  # the chart is a picture
        case Table():
            yield block.caption
            heads = block.head or ()
            if not heads:
                yield from (column.title for column in block.columns)
            for row in (*heads, *block.rows):
                for cell in row.cells:
                    if isinstance(cell.content, tuple) and any(isinstance(part, Listing) for part in cell.content):
                        for part in cell.content:
                            yield from numbered(part) if isinstance(part, Listing) else (plain(part.text),)
                    else:
                        yield from cell_texts(cell)
        case Signatures():
            columns = 1 if len(block.blocks) == 1 else max(1, block.columns)
            for at in range(0, len(block.blocks), columns):
                row = block.blocks[at : at + columns]
                yield from (text for one in row for text in (one.to, *one.comments))
                for one in row:
                    name = f"({one.name})" if one.name else f"({'.' * 44})"
                    dots = "" if len(block.blocks) == 1 else f"วันที่{'/'.join(['.' * 12] * 3)}"
                    yield from (name, one.position, one.acting_for, one.date or dots)
        case _:
            yield from texts([block])


def numbered(block: Listing) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        yield f"{block.marker or f'{number}.'}{plain(item)}"


def by_libreoffice(files: dict[str, bytes], folder, home) -> dict[str, str]:
    """What LibreOffice finds in Word files, with the numbers that it counts itself."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    command = [
        "soffice",
        f"-env:UserInstallation={home.as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    subprocess.run([*command, *sorted(folder.glob("*.docx"))], cwd=folder, check=True, capture_output=True, timeout=900)
    return {name: bare(to_arabic((folder / f"{name}.txt").read_text("utf-8-sig"))) for name in files}


def assert_same_words(cases, fonts, folder, home) -> None:
    files = {named(case): to_docx(made(case), fonts=fonts) for case in cases}
    read = by_libreoffice(files, folder, home)
    differing = {}
    for case in cases:
        ours, theirs = in_word(made(case)), read[named(case)]
        if ours != theirs:
            at = next(
                (at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs))
            )
            differing[named(case)] = (ours[max(0, at - 30) : at + 40], theirs[max(0, at - 30) : at + 40])
    assert differing == {}


@pytest.mark.soak
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("digits", Digits)
def test_the_word_file_says_the_same_in_the_same_order(year, digits, fonts, tmp_path, home):
    assert_same_words([case for case in ALL if case[1:] == (digits, year)], fonts, tmp_path, home)


def test_the_extremes_are_extreme():
    many = YEARS["many"]().measures
    assert len(many) == 120
    assert len(many[0].steps[0]) >= 3990
    assert len(YEARS["six"]().memo.signatures) == 6
    assert Counter(year for _, _, year in ALL) == dict.fromkeys(YEARS, len(SHAPES) * 2)
    assert replace(YEARS["empty"](), measures=()).indicator_scores == {}
