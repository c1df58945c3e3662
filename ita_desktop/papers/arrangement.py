"""The officer's own choice of sections, as a `Report` keeps it: which are printed, in which order, with whose words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.domain.records import Report, Section, Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.plan import plan, preset_of
from ita_desktop.papers.presets import SECTION_KEYS, MeasureShape, Preset


def printed(year: Year, options: PaperOptions) -> tuple[str, ...]:
    """The sections as they now follow each other on paper."""
    return tuple(planned.key for planned in plan(year, options))


def own_words(year: Year, key: str) -> str:
    return next((section.text for section in _sections(year) if section.key == key), "")


def arranged(year: Year, options: PaperOptions, keys: Sequence[str]) -> Report:
    """The report with exactly these sections, in this order."""
    return _with(year, preset_of(year, options), keys)


def worded(year: Year, options: PaperOptions, key: str, text: str) -> Report:
    """The report with other words in one section, and nothing else moved. No words = the program's own again."""
    kept = {section.key: section for section in _sections(year)}
    kept[key] = replace(kept.get(key, Section(key=key)), text=text)
    told = replace(year, report=replace(year.report or Report(), sections=tuple(kept.values())))
    return _with(told, preset_of(year, options), printed(year, options))


def reshaped(year: Year, preset: Preset) -> Report:
    """The report in another shape; what was written for sections stays with them."""
    report = _with(year, preset, preset.sections)
    return replace(report, preset=preset.name)


def by_no_preset(year: Year, options: PaperOptions) -> Report:
    """The report as it is printed now, whatever becomes of the preset it goes by."""
    nameless = replace(year, report=replace(year.report or Report(), preset=""))
    return _with(nameless, preset_of(nameless, options), printed(year, options))


def as_preset(year: Year, options: PaperOptions, name: str, shape: MeasureShape) -> Preset:
    """The present arrangement under a name of the office's, to come back to next year."""
    ranked = preset_of(year, options).ranked
    return Preset(name=name, title=name, sections=printed(year, options), measures=shape, ranked=ranked)


def _with(year: Year, preset: Preset, keys: Sequence[str]) -> Report:
    """Sections are stated in full as soon as one of them differs: one that is stated alone would move others."""
    known = {section.key: section for section in _sections(year)}
    written = [key for key, section in known.items() if section.text.strip() or section.drafts]
    unknown = tuple(section for section in known.values() if section.key not in SECTION_KEYS)
    report = year.report or Report()
    if tuple(keys) == preset.sections and not written:
        return replace(report, sections=unknown)
    off = [key for key in SECTION_KEYS if key not in keys and (key in preset.sections or key in written)]
    sections = tuple(
        replace(known.get(key, Section(key=key)), included=included)
        for included, part in ((True, keys), (False, off))
        for key in part
    )
    return replace(report, sections=(*sections, *unknown))


def _sections(year: Year) -> tuple[Section, ...]:
    return year.report.sections if year.report else ()
