"""Which sections a report has, in which order and with whose words: the preset, bent by what the officer chose."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.presets import BY_ITEM, PRESETS, SECTION_KEYS, MeasureShape, Preset, find_preset


@dataclass(frozen=True, slots=True)
class Planned:
    """A section that is printed; without a text of the officer's it writes its own."""

    key: str
    text: str = ""


def preset_of(year: Year, options: PaperOptions) -> Preset:
    """What is asked for now, else what the year's report keeps, else what fits the year."""
    asked = options.preset or (year.report.preset if year.report else "")
    if asked:
        return find_preset(asked, options.presets)
    return PRESETS.get(year.framework.preset, BY_ITEM)


def measure_shape(year: Year, options: PaperOptions) -> MeasureShape:
    return options.shape or preset_of(year, options).measures


def plan(year: Year, options: PaperOptions) -> tuple[Planned, ...]:
    """The preset's sections; the year's own choice switches, adds and reorders them.

    Sections that the year's choice does not mention keep the preset's place. Where another preset is asked for now,
    it sets the shape alone, and the year gives only its texts.
    """
    chosen = {section.key: section for section in (year.report.sections if year.report else ())}
    chosen = {key: section for key, section in chosen.items() if key in SECTION_KEYS}
    order = list(preset_of(year, options).sections)
    if not options.preset or options.preset == preset_of(year, replace(options, preset="")).name:
        order = _rearranged(order, list(chosen))
        order = [key for key in order if key not in chosen or chosen[key].included]
    return tuple(Planned(key, chosen[key].text if key in chosen else "") for key in order)


def _rearranged(order: list[str], mentioned: list[str]) -> list[str]:
    """Mentioned keys stand in their own order, in the places that they had or that are usual for them."""
    for key in mentioned:
        if key not in order:
            usual = SECTION_KEYS.index(key)
            before = (at for at, other in enumerate(order) if SECTION_KEYS.index(other) > usual)
            order.insert(next(before, len(order)), key)
    turn = iter(mentioned)
    return [next(turn) if key in mentioned else key for key in order]


def includes(year: Year, options: PaperOptions, *keys: str) -> bool:
    """Whether one of the sections is printed, so that another need not say the same again."""
    return any(section.key in keys for section in plan(year, options))


def unknown_sections(year: Year) -> tuple[str, ...]:
    """Sections that another version knew; they are not printed, and the papers window says so."""
    return tuple(
        section.key for section in (year.report.sections if year.report else ()) if section.key not in SECTION_KEYS
    )
