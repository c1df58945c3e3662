"""How fast the language is, and how alike the two ways to break words are. Figures are printed: pytest -m bench -s."""

import random
import sys
import time

import pytest

from ita_desktop.thai.dates import read_date
from ita_desktop.thai.dates_in_text import find_dates
from ita_desktop.thai.dictionary import load_dictionary
from ita_desktop.thai.icu import load_icu
from ita_desktop.thai.numbers import find_numbers
from ita_desktop.thai.words import cut

pytestmark = pytest.mark.bench

WORDS = (
    *("การ", "ประเมิน", "คุณธรรม", "และ", "ความ", "โปร่งใส", "ใน", "ดำเนิน", "งาน", "ของ", "หน่วย", "ภาครัฐ", "เทศบาล"),
    *("ตำบล", "ตัวชี้วัด", "ที่", "๘", "ได้", "คะแนน", "ร้อยละ", "๘๓.๔๐", "เปิดเผย", "ข้อมูล", "ต่อ", "สาธารณะ", "ทุจริต"),
    *("ประจำ", "ปีงบประมาณ", "พ.ศ.", "๒๕๖๖", "ภายใน", "๑๕", "เม.ย.", "๖๖", "ทรัพย์สิน", "(IIT)", "o27", "ป้องกัน"),
)


@pytest.fixture(scope="module")
def prose():
    """100,000 characters, with a space now and then, as officials write."""
    chance = random.Random(2566)
    text = ""
    while len(text) < 100_000:
        text += "".join(chance.choices(WORDS, k=chance.randint(3, 9))) + " "
    return text[:100_000]


def say(figure):
    sys.stdout.write(f"\n{figure}\n")


def best_of(work, times=7):
    def once():
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(times))


def test_words_by_icu_at_a_million_characters_a_second(prose):
    by_icu = load_icu() or pytest.skip("no ICU on this machine")
    rate = len(prose) / best_of(lambda: cut(prose, by_icu))
    say(f"words by ICU: {rate / 1e6:.2f} M characters a second")
    assert rate > 1_000_000


def test_words_by_the_packed_list_at_a_fifth_of_that(prose):
    loading = best_of(load_dictionary, 3)
    by_list = load_dictionary()
    rate = len(prose) / best_of(lambda: cut(prose, by_list), 3)
    say(f"words by list: {rate / 1e6:.2f} M characters a second, loaded in {loading * 1000:.0f} ms")
    assert rate > 200_000


def test_the_packed_list_agrees_with_icu_on_prose_names_and_nonsense(prose):
    by_icu = load_icu() or pytest.skip("no ICU on this machine")
    by_list = load_dictionary()
    chance = random.Random(1)
    letters = [chr(code) for code in (*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E4F))]
    nonsense = ("".join(chance.choices(letters, k=chance.randint(2, 30))) for _ in range(20_000))
    spoilt = ("".join(chance.choice(letters) if chance.random() < 0.05 else c for c in prose) for _ in range(3))
    both = ours = theirs = 0
    for text in (prose, *spoilt, *nonsense):
        mine, its = set(_ends(cut(text, by_list))), set(_ends(cut(text, by_icu)))
        both, ours, theirs = both + len(mine & its), ours + len(mine - its), theirs + len(its - mine)
    say(
        f"breaks: {both:,} alike, {ours} only by list, {theirs} only by ICU; F1 {2 * both / (2 * both + ours + theirs)}"
    )
    assert ours == theirs == 0


def _ends(pieces):
    end = 0
    for piece in pieces:
        end += len(piece)
        yield end


def test_dates_and_numbers_of_a_long_report_in_a_tenth_of_a_second(prose):
    seconds = best_of(lambda: (find_dates(prose), find_numbers(prose)))
    say(f"dates and numbers of 100,000 characters: {seconds * 1000:.0f} ms")
    assert seconds < 0.1


def test_a_date_is_read_in_the_blink_of_an_eye():
    seconds = best_of(lambda: [read_date("๒๐ มีนาคม พ.ศ. ๒๕๖๖") for _ in range(1000)]) / 1000
    say(f"one date read: {seconds * 1e6:.1f} µs")
    assert seconds < 0.001
