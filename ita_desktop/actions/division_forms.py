"""Forms to the divisions: each gets its measures of one round, to fill in on the computer or by hand."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from ita_desktop.actions.papers import render_paper
from ita_desktop.delivery.names import fitting, free
from ita_desktop.delivery.safe_write import write_whole
from ita_desktop.domain.records import Round, Year
from ita_desktop.domain.telling import Progress, quietly
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.papers.division_form import asked_of, division_form, what_to_do

FORMATS = {"xlsx": "Excel กรอกแล้วนำเข้ากลับมาได้", "docx": "Word", "pdf": "PDF สำหรับพิมพ์"}


def deliver_forms(
    year: Year,
    round: Round,
    owners: Sequence[str],
    formats: Collection[str],
    folder: Path,
    options: PaperOptions,
    *,
    fonts: Path,
    progress: Progress = quietly,
) -> tuple[Path, ...]:
    """A file for each division and format. Nothing is written over: a form of that name may have come back filled in.

    It takes no workbook, so it can run on any thread.
    """
    wanted = [(owner, format) for owner in owners for format in FORMATS if format in formats]
    taken = frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()
    written: list[Path] = []
    for at, (owner, format) in enumerate(wanted):
        progress(f"กำลังทำแบบของ{owner}", at / len(wanted))
        path = folder / free(fitting(f"แบบรายงาน {round.name} {owner}.{format}"), taken)
        write_whole(path, make_form(year, round, owner, format, options, fonts=fonts))
        written.append(path)
    return tuple(written)


def make_form(year: Year, round: Round, owner: str, format: str, options: PaperOptions, *, fonts: Path) -> bytes:
    if format == "xlsx":
        from ita_desktop.exchange.own.division_form import division_form as sheet

        asked = [(measure, what_to_do(measure)) for measure in asked_of(year, owner, round)]
        return sheet(year, owner, round, asked)
    return render_paper(division_form(year, options, (owner,), round), format, fonts)
