"""รายงานการวิเคราะห์: its shape, its sections and their words; shapes that an office keeps for the years to come."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.papers.arrangement import arranged, as_preset, by_no_preset, reshaped, worded
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.plan import measure_shape
from ita_desktop.papers.presets import Preset, find_preset
from ita_desktop.papers.report_sections import SECTIONS
from ita_desktop.storage.document import Document

PRESET_SHELF = "preset"

log = logging.getLogger(__name__)


def own_presets(document: Document) -> tuple[Preset, ...]:
    """The office's own shapes. One that this version cannot read is left out; the rest can still be used."""
    read = []
    for name, kept in document.shelf(PRESET_SHELF).items():
        try:
            read.append(Preset.from_json({**kept, "name": name}))
        except (WrongUsage, TypeError) as problem:
            log.info("a preset of the office cannot be read: %s", problem)
    return tuple(read)


def choose_preset(document: Document, year: int, name: str, options: PaperOptions) -> None:
    preset = find_preset(name, options.presets)
    with document.change(f"ใช้รูปแบบรายงาน “{preset.title}”") as change:
        change.save(year, reshaped(document.year(year), preset))


def arrange_sections(document: Document, year: int, keys: Sequence[str], options: PaperOptions) -> None:
    """Exactly these sections are printed, in this order."""
    with document.change("จัดส่วนของรายงาน") as change:
        change.save(year, arranged(document.year(year), options, keys))


def change_section(document: Document, year: int, key: str, text: str, options: PaperOptions) -> None:
    """The officer's words in a section; none = the program's own."""
    with document.change(f"แก้ “{SECTIONS[key].title}” ในรายงาน") as change:
        change.save(year, worded(document.year(year), options, key, text))


def save_preset(document: Document, year: int, name: str, options: PaperOptions) -> None:
    """The present arrangement under a name; from now on the year's report goes by it."""
    known = document.year(year)
    preset = as_preset(known, options, name, measure_shape(known, options))
    with document.change(f"บันทึกรูปแบบรายงาน “{name}”") as change:
        change.put_on_shelf(PRESET_SHELF, name, preset.to_json())
        change.save(year, reshaped(known, preset))


def delete_preset(document: Document, name: str) -> None:
    """Years that went by it stay as they are printed now."""
    options = PaperOptions(presets=own_presets(document))
    with document.change(f"ลบรูปแบบรายงาน “{name}”") as change:
        for number in document.years():
            known = document.year(number)
            if known.report and known.report.preset == name:
                change.save(number, by_no_preset(known, options))
        change.take_off_shelf(PRESET_SHELF, name)
