"""Every word of the window can be read on its ground, light and dark."""

import re
from pathlib import Path

import pytest
from paint import contrast

from ita_desktop.ui.colours import DARK, LIGHT, TONES, Colours, mix

ICONS = Path(__file__).parents[2] / "resources" / "icons"


def text_pairs(colours: Colours) -> tuple[tuple[str, str, str], ...]:
    """Every (use, text, ground) of the window."""
    pairs = [
        (f"{name} on {where}", getattr(colours, name), getattr(colours, where))
        for name in ("ink", "muted", "accent", "good", "warn", "bad")
        for where in ("ground", "surface", "chosen", "hover")
        if not (name in ("good", "warn", "bad") and where == "hover")
    ]
    pairs += [(f"{tone} on its soft ground", colours.tone(tone), colours.soft(tone)) for tone in TONES]
    pairs.append(("text on a filled button", colours.on_accent, colours.accent))
    return tuple(pairs)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_reads_on_every_ground_it_stands_on(colours):
    weak = {use: round(contrast(text, ground), 2) for use, text, ground in text_pairs(colours)}
    assert {use: ratio for use, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_outline_of_what_can_be_typed_in_is_seen(colours):
    assert contrast(colours.edge, colours.surface) >= 3
    assert contrast(colours.edge, colours.ground) >= 3


def test_contrast_is_that_of_wcag():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mixing_covers_a_share():
    assert mix("#000000", "#FFFFFF", 0.5) == "#808080"
    assert mix("#0F6B6B", "#FFFFFF", 1) == "#0F6B6B"


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_a_ticked_box_has_the_colours_of_its_scheme(colours):
    drawing = (ICONS / f"checked-{'dark' if colours.dark else 'light'}.svg").read_text(encoding="utf-8")
    assert set(re.findall("#[0-9A-F]{6}", drawing)) == {colours.accent, colours.on_accent}
