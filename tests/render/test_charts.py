"""Charts say every value, cut no name, and draw what is not known as not known."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import pytest
from readers import MM, bare, by_pdfium, by_pdftotext, by_pypdf

from ita_desktop.papers.blocks import Figure, Orientation, PageNumbers
from ita_desktop.papers.charts import Bar, BarChart, ChangeChart, LineChart, RadarChart, Series, Threshold, floor_of
from ita_desktop.render import charts
from ita_desktop.render.charts import Anchor
from ita_desktop.render.pdf.figures import drawn_chart
from ita_desktop.render.pdf.form import LEAVES
from ita_desktop.render.pdf.setting import Setting
from ita_desktop.render.pdf.typeface import typeface
from ita_desktop.thai.digits import Digits

INDICATORS = ("การปฏิบัติหน้าที่", "การใช้ทรัพย์สินของราชการ", "การป้องกันการทุจริต")


@dataclass
class Notebook:
    """A canvas that writes down what is drawn. Every letter is half as wide as it is high."""

    size: float = 10.0
    leading: float = 14.0
    texts: list[tuple[str, float, float, str]] = field(default_factory=list)
    """Text, its left end, its baseline, its tone."""
    lines: list[tuple[list[tuple[float, float]], str]] = field(default_factory=list)
    areas: list[tuple[list[tuple[float, float]], str]] = field(default_factory=list)

    def text_width(self, text, size, *, bold=False):
        return len(text) * size / 2

    def text(self, at, text, size, *, anchor=Anchor.START, bold=False, tone="ink"):
        back = {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[anchor] * self.text_width(text, size)
        self.texts.append((text, at[0] - back, at[1], tone))

    def line(self, points, *, tone="line", width=0.6, dashed=False):
        self.lines.append((list(points), tone))

    def area(self, points, *, tone):
        self.areas.append((list(points), tone))

    def said(self) -> str:
        return bare("".join(text for text, *_ in self.texts))

    def find(self, text) -> tuple[str, float, float, str]:
        return next(each for each in self.texts if each[0] == text)


def drawn(chart, width=400.0, **options) -> tuple[Notebook, float]:
    book = Notebook()
    return book, charts.draw(chart, book, width, **options)


def bar_chart(*values, **options) -> BarChart:
    return BarChart(bars=tuple(Bar(label=f"ชื่อ{n}", value=value) for n, value in enumerate(values)), **options)


def test_a_bar_is_as_long_as_its_value_and_the_value_stands_at_its_end():
    book, _ = drawn(bar_chart(100, 50, 25))
    widths = [max(x for x, _ in points) - min(x for x, _ in points) for points, tone in book.areas if tone == "accent"]
    assert widths[0] == pytest.approx(2 * widths[1]) == pytest.approx(4 * widths[2])
    for (points, _), text in zip(book.areas, ("100.00", "50.00", "25.00"), strict=True):
        assert book.find(text)[1] > max(x for x, _ in points)


def test_what_is_not_known_is_said_and_has_no_bar():
    book, _ = drawn(bar_chart(None, 0))
    assert len([tone for _, tone in book.areas if tone == "accent"]) == 1
    assert book.find("ไม่มีข้อมูล")[3] == "muted"
    assert book.find("0.00")


def test_a_threshold_is_a_thin_line_with_its_number_over_the_bars():
    book, _ = drawn(bar_chart(90, 85, thresholds=(Threshold(value=85, label="ค่าเป้าหมาย"),)))
    (line,) = [points for points, tone in book.lines if tone == "ink"]
    end_of_85 = max(x for x, _ in book.areas[-1][0])
    assert [x for x, _ in line] == [pytest.approx(end_of_85)] * 2
    assert "ค่าเป้าหมาย85" in book.said()


def test_names_of_neighbouring_thresholds_do_not_touch():
    close = (Threshold(value=84, label="ผ่าน"), Threshold(value=85, label="เป้าหมาย"), Threshold(value=86, label="ดี"))
    book, _ = drawn(bar_chart(90, thresholds=close))
    names = [each for each in book.texts if each[3] == "muted"]
    assert len({baseline for _, _, baseline, _ in names}) == 3


def test_a_long_name_is_wrapped_between_words_and_never_cut():
    name = "ความพึงพอใจต่อการเผยแพร่ข้อมูลข่าวสารของหน่วยงานผ่านเว็บไซต์และสื่อสังคมออนไลน์"
    book, height = drawn(BarChart(bars=(Bar(label=name, value=50),)), width=250)
    assert name in book.said()
    assert height > 2 * book.leading
    assert all(left >= 0 and left + len(text) * 5 <= 250 for text, left, *_ in book.texts)


def test_gains_and_losses_stand_on_their_sides_with_their_signs():
    bars = (Bar(label="ก", value=2.5), Bar(label="ข", value=-1.25), Bar(label="ค", value=0), Bar(label="ง", value=None))
    book, _ = drawn(ChangeChart(bars=bars))
    (middle,) = [points[0][0] for points, tone in book.lines if tone == "ink"]
    gain, loss = ([x for x, _ in points] for points, _ in book.areas)
    assert (min(gain), max(loss)) == (pytest.approx(middle), pytest.approx(middle))
    assert book.find("+2.50")[1] > max(gain)
    assert book.find("-1.25")[1] < min(loss)
    assert "0.00" in book.said()
    assert "ไม่มีข้อมูล" in book.said()


def test_an_unknown_year_leaves_a_gap_in_a_trend():
    chart = LineChart(labels=("2565", "2566", "2567", "2568"), series=(Series(name="รวม", values=(80, 85, None, 90)),))
    book, _ = drawn(chart)
    stretches = [points for points, tone in book.lines if tone == "accent"]
    assert [len(points) for points in stretches] == [2]
    assert len([tone for _, tone in book.areas if tone == "accent"]) == 3
    assert all(text in book.said() for text in ("80.00", "85.00", "90.00", "ไม่มีข้อมูล", "2567"))


def test_values_of_one_year_do_not_cover_each_other():
    series = tuple(Series(name=name, values=(99.4 + n / 10,)) for n, name in enumerate("กขค"))
    book, _ = drawn(LineChart(labels=("2568",), series=series, minimum=50))
    baselines = sorted(book.find(text)[2] for text in ("99.40", "99.50", "99.60"))
    assert all(low - high > 8 for high, low in itertools.pairwise(baselines))


def test_a_profile_closes_only_where_every_value_is_known():
    this, last = Series(name="2568", values=(90, 80, 70)), Series(name="2567", values=(60, None, 50), tone="muted")
    book, _ = drawn(RadarChart(axes=INDICATORS, series=(this, last)))
    closed = next(points for points, tone in book.lines if tone == "accent")
    assert closed[0] == closed[-1]
    assert len(closed) == 4
    assert all(bare(name) in book.said() for name in (*INDICATORS, "2568", "2567", "90.00"))


@pytest.mark.parametrize("height", [None, 60.0, 300.0])
def test_a_chart_says_how_high_it_is_and_draws_nothing_beyond(height):
    for chart in (
        bar_chart(90, 80, title="ชื่อกราฟ"),
        ChangeChart(bars=(Bar(label="ก", value=1),), title="ชื่อกราฟ"),
        LineChart(labels=("ก", "ข"), series=(Series(name="x", values=(1, 99)),) * 2, title="ชื่อกราฟ"),
        RadarChart(axes=INDICATORS, series=(Series(name="x", values=(1, 2, 3)),) * 2, title="ชื่อกราฟ"),
    ):
        book, used = drawn(chart, height=height)
        assert used >= (height or 0) - 1e-6
        assert all(0 <= y <= used + 1e-6 for points, _ in (*book.lines, *book.areas) for _, y in points)
        assert all(0 <= baseline <= used for _, _, baseline, _ in book.texts)


@pytest.mark.parametrize("read", [by_pdftotext, by_pdfium, by_pypdf])
def test_a_chart_on_paper_is_drawn_and_its_words_can_be_searched(pdf, read):
    chart = BarChart(
        bars=tuple(Bar(label=name, value=83.97) for name in INDICATORS), thresholds=(Threshold(value=85, label="เกณฑ์"),)
    )
    text = bare(read(pdf(Figure(content=chart, caption="ภาพที่ 1 คะแนน"), page_numbers=PageNumbers.NONE)))
    assert all(name in text for name in INDICATORS)
    assert text.count("๘๓.๙๗") == 3
    assert "เกณฑ์๘๕" in text
    assert "ภาพที่๑คะแนน" in text


def test_a_profile_that_does_not_begin_at_nothing_says_where_it_begins():
    this = Series(name="2568", values=(96.0, 88.0, 91.0))
    book, _ = drawn(RadarChart(axes=INDICATORS, series=(this,), minimum=80))
    assert [text for text, *_ in book.texts if text in {"80", "85", "90", "95", "100"}] == [
        "80",
        "85",
        "90",
        "95",
        "100",
    ]
    whole, _ = drawn(RadarChart(axes=INDICATORS, series=(this,)))
    assert _spread(book) > 3 * _spread(whole), "what differs is seen to differ"


def test_a_profile_in_little_room_on_paper_is_made_smaller_as_a_whole(fonts):
    axes = tuple(f"{number}. ชื่อตัวชี้วัดที่ยาวพอสมควร" for number in range(1, 11))
    profile = RadarChart(axes=axes, series=(Series(name="ปี 2568", values=(90.0,) * 10),))
    setting = Setting(typeface(fonts), Digits.ARABIC, LEAVES[Orientation.PORTRAIT])
    heights = {width: drawn_chart(profile, width * MM, None, setting)[1] for width in (80, 160)}
    assert heights[80] == pytest.approx(heights[160] / 2, rel=0.05), "and not as high as its names need in full"


def _spread(book: Notebook) -> float:
    (points, _), *_ = [line for line in book.lines if line[1] == "accent"]
    middle = book.lines[0][0]
    centre = (sum(x for x, _ in middle[:3]) / 3, sum(y for _, y in middle[:3]) / 3)
    far = [((x - centre[0]) ** 2 + (y - centre[1]) ** 2) ** 0.5 for x, y in points[:3]]
    return max(far) - min(far)


@pytest.mark.parametrize(
    ("values", "floor"),
    [((96, 88), 80), ((99, 98), 80), ((80, 95), 70), ((65.5, None), 60), ((0, 50), 0), ((None,), 0)],
)
def test_an_axis_begins_at_a_round_value_below_the_lowest(values, floor):
    assert floor_of(values) == floor


def test_values_of_several_lines_stand_beside_their_points_and_do_not_touch():
    series = tuple(Series(name=name, values=(90.0 + at / 10,)) for at, name in enumerate("กขคง"))
    book, _ = drawn(LineChart(labels=("2568",), series=series, minimum=80))
    heights = sorted(y for text, _, y, _ in book.texts if text.startswith("90."))
    assert len(heights) == 4
    assert all(later - earlier >= book.size for earlier, later in itertools.pairwise(heights))
