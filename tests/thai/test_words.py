"""Word breaks: where a line of Thai may end. By ICU and by the packed word list alike."""

import ctypes
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_desktop.thai import icu
from ita_desktop.thai.dictionary import load_dictionary
from ita_desktop.thai.letters import MARKS
from ita_desktop.thai.words import clusters, cut, line_pieces, lines, words

FIELD = Path(__file__).parents[3] / "shared" / "field"
NEVER_FIRST = set(
    "ะาำๅๆฯ" + "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e"
)
NEVER_FIRST |= set(")]}”’»!?,.:;/…")
NEVER_LAST = set("เแโใไ([{“‘«")
SPACES = " \t\n\u3000"

THAI = st.text(alphabet=[chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E5C))])
PROSE = st.lists(
    st.one_of(
        st.sampled_from(["การประเมิน", "คุณธรรม", "และ", "โปร่งใส", "เทศบาล", "ประเมินผล", "น้ำ", "ที่", "ให้", "แก้ไข"]),
        st.sampled_from(
            [" ", " ", "  ", "\t", "\u00a0", "ๆ", " ๆ ", "ฯ", "ฯลฯ", "(", ")", "“", "”", '"', "-", "–", "/", ".", ","]
        ),
        st.sampled_from(
            ["ITA", "E-Service", "o27", "๙๙.๔๒", "1,234.50", "20/3/2566", "😀", "👩\u200d👧", "พ.ศ.", "%", "ม.ค.-มี.ค."]
        ),
        st.sampled_from(["https://www.example.go.th/data/o12/2566/x", "ita68@example.go.th", "สำนัก/กอง"]),
        THAI,
    ),
    max_size=30,
).map("".join)


@pytest.fixture(scope="module", params=["icu", "dictionary"])
def breaks(request):
    if request.param == "dictionary":
        return load_dictionary()
    return icu.load_icu() or pytest.skip("no ICU on this machine")


@pytest.fixture(scope="module")
def by_list():
    return load_dictionary()


@pytest.fixture(scope="module")
def by_icu():
    return icu.load_icu() or pytest.skip("no ICU on this machine")


@pytest.mark.parametrize(
    "broken",
    [
        "เทศบาล|ตำบล|มี|การ|ประเมิน|คุณธรรม|และ|ความ|โปร่งใส",
        "งาน|ต่าง ๆ |และ|อื่น ๆ ฯลฯ |นั้น",
        "ข้อ |o27 |ได้ |99.42 |คะแนน |(ร้อยละ |๘๓.๔๐)",
        "ระหว่าง |ม.ค.-|มี.ค. |2566",
        "ทุก|สำนัก/|กอง |และ/|หรือ|เทศบาล",
        "ดู |https://www.example.go.th/|ita/|o12/2566/|file_2566.pdf |ครับ",
        "ระบบ |E-Service |และ |IIT/EIT |ลง|วัน|ที่ |20/3/2566",
        "ตัวชี้วัด|งบประมาณ|ตาม|หลัก|ธรรมาภิบาล",
        "ปีงบประมาณ |พ.ศ. ๒๕๖๙ |และ |พ.ศ. 2570 |พ.ศ. |นั้น",
        "เทศบาล |( ITA ) |มี|การ|ประเมิน",
        "ก๊า\u00a0ซ |น้ำใจ|งาม",
        "👩\u200d👩\u200d👧 |เทศบาล|ตำบล😀",
        "",
        " ",
        "  |เทศบาล",
    ],
)
def test_a_line_may_break_here_and_nowhere_else(breaks, broken):
    assert "|".join(cut(broken.replace("|", ""), breaks)) == broken


@given(PROSE | st.text())
def test_the_pieces_are_the_text(breaks, text):
    pieces = cut(text, breaks)
    assert "".join(pieces) == text
    assert all(pieces)


@given(PROSE | THAI)
def test_no_line_begins_or_ends_with_what_must_not(breaks, text):
    pieces = cut(text, breaks)
    assert not [piece for piece in pieces[1:] if piece[0] in NEVER_FIRST]
    assert not [piece for piece in pieces[:-1] if piece.rstrip(SPACES)[-1:] in NEVER_LAST]


@pytest.mark.parametrize(
    "broken",
    [
        "ผู้อำนวยการ|กองคลัง|และ|ผู้บริหาร",  # the list has การก and องค in it
        "รายงาน|ผล|ครบ|ทุกรอบ |ทาง|หอกระจายข่าว",
        "ความโปร่งใส|ใน|การ|ดำเนินงาน|ของ|หน่วยงาน|ภาครัฐ",
        "ข้อมูล |ณ วัน|ที่ ๓๑ มีนาคม",
        "เทศบาล|ตำบล |การวิเคราะห์|และ|การ|ประเมิน",
        "ภายใน |30 กันยายน |๒๕๖๙ |ข้อ o27 |ได้ |85.50 คะแนน",
        "ตัวชี้วัด|ที่ ๑๐ |การป้องกัน|การ|ทุจริต",
        "รอบ |๖ เดือน |ภายใน |๓๑ มีนาคม |๒๕๖๙",
        "ส่งเสริมๆ |ระบบ",
        "เทศบาล|ตำบล",
        "",
    ],
)
def test_on_paper_a_line_ends_between_whole_compounds(broken):
    assert "|".join(line_pieces(broken.replace("|", ""))) == broken


@given(PROSE | st.text())
def test_such_pieces_are_the_text_and_end_where_a_line_may(text):
    pieces = line_pieces(text)
    assert "".join(pieces) == text
    assert not [piece for piece in pieces[1:] if piece[0] in NEVER_FIRST]
    assert not [piece for piece in pieces[:-1] if piece.rstrip(SPACES)[-1:] in NEVER_LAST]


@given(PROSE)
def test_numbers_and_codes_stay_whole(breaks, text):
    ends = set(accumulate(map(len, cut(text, breaks))))
    for number in re.finditer(r"[0-9๐-๙]+(?:[.,/][0-9๐-๙]+)*|o[0-9]+", text):
        assert not ends & set(range(number.start() + 1, number.end()))


@given(PROSE | THAI)
def test_the_word_list_breaks_as_icu_does(by_list, by_icu, text):
    assert cut(text, by_list) == cut(text, by_icu)


@given(PROSE)
def test_every_break_is_one_that_icu_allows(icu_lines, text):
    text = text.replace("\t", " ")  # to ICU a tab is no space: it keeps a quotation mark after one
    assume(not re.search(f"(?<![ก-๎])[{MARKS}]", text))  # nor does it know what to do with a mark on no letter
    assume(not re.search('["“”] +[(]', text))  # held together before Unicode 15.1, and no longer
    assert set(accumulate(map(len, words(text)))) <= icu_lines(text)


def test_the_published_texts_break_alike_with_and_without_icu(by_list, by_icu):
    texts = [path.read_text("utf-8") for path in sorted(FIELD.glob("*.txt"))]
    if not texts:
        pytest.skip("the published documents are not beside this checkout")
    for text in texts:
        assert cut(text, by_list) == cut(text, by_icu)


@pytest.fixture(scope="module")
def icu_lines():
    """ICU's own line breaking over whole texts, to hold ours against."""
    library, suffix = next(icu._libraries(), None) or pytest.skip("no ICU on this machine")
    set_text, advance = getattr(library, f"ubrk_setText{suffix}"), getattr(library, f"ubrk_next{suffix}")
    open_iterator = getattr(library, f"ubrk_open{suffix}")
    open_iterator.restype = ctypes.c_void_p
    error = ctypes.c_int(0)
    iterator = ctypes.c_void_p(open_iterator(2, b"th", None, 0, ctypes.byref(error)))

    def allowed(text):
        units = text.encode("utf-16-le")
        set_text(iterator, units, len(units) // 2, ctypes.byref(error))
        return {len(units[: 2 * end].decode("utf-16-le")) for end in iter(lambda: advance(iterator), -1)}

    return allowed


def test_many_threads_break_at_once_and_none_disturbs_another(breaks):
    texts = ["การประเมินคุณธรรมและความโปร่งใส" * count for count in range(1, 60)]
    alone = [cut(text, breaks) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: cut(text, breaks), texts * 5)) == alone * 5


def test_without_any_icu_the_packed_word_list_takes_over(monkeypatch):
    monkeypatch.setattr(icu, "_places", lambda: iter([("/nowhere/libicuuc.so.99", "_99")]))
    assert icu.load_icu() is None
    from ita_desktop.thai import words as module

    module._thai_breaks.cache_clear()
    words.cache_clear()
    try:
        assert words("เทศบาลตำบลมีการประเมิน") == ("เทศบาล", "ตำบล", "มี", "การ", "ประเมิน")
        assert module._thai_breaks().__self__.__class__.__name__ == "Dictionary"
    finally:
        module._thai_breaks.cache_clear()
        words.cache_clear()


def test_an_icu_that_knows_no_thai_is_passed_over(monkeypatch):
    monkeypatch.setattr(icu, "_breaks_of", lambda library, suffix: lambda run: [len(run)])
    assert icu.load_icu() is None


def test_a_library_without_the_functions_is_passed_over(monkeypatch):
    monkeypatch.setattr(icu, "_libraries", lambda: iter([(ctypes.PyDLL(None), "_nothing")]))
    assert icu.load_icu() is None


def test_breaking_words_loads_nothing_of_qt():
    code = (
        "import sys; from ita_desktop.thai.words import words; words('เทศบาลตำบล');"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'shiboken'))]"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, cwd=Path(__file__).parents[2])


# ------------------------------------------------------------------------------------------------------ letters, lines


@given(PROSE | st.text())
def test_clusters_are_the_text_and_none_begins_with_a_mark(text):
    pieces = clusters(text)
    assert "".join(pieces) == text
    assert not [piece for piece in pieces[1:] if piece[0] in NEVER_FIRST - set(")]}”’»!?,.:;/…")]


def test_letters_stay_with_their_marks_and_vowels():
    assert clusters("เพื่อน้ำที่แก้") == ("เพื่", "อ", "น้ำ", "ที่", "แก้")
    assert clusters("👩\u200d👧😀🇹🇭e\u0301") == ("👩\u200d👧", "😀", "🇹🇭", "e\u0301")


def test_lines_are_filled_word_by_word():
    text = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน\n\nของหน่วยงาน"
    assert lines(text, len, 22) == ["การประเมินคุณธรรมและ", "ความโปร่งใสในการ", "ดำเนินงาน", "", "ของหน่วยงาน"]


def test_a_word_wider_than_the_line_is_torn_between_letters():
    assert lines("กี่ ศรีสะเกษ", len, 4) == ["กี่", "ศรี", "สะเก", "ษ"]
    assert lines("กกกก", len, 0) == ["ก", "ก", "ก", "ก"]


@given(PROSE, st.integers(3, 40))
def test_no_line_is_too_wide_unless_one_letter_is(text, width):
    broken = lines(text, len, width)
    assert all(len(line) <= width or len(clusters(line)) == 1 for line in broken)
    assert "".join("".join(broken).split()) == "".join(text.split())
