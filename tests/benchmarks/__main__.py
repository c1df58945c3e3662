"""All measurements, as Markdown on standard output. Started by `./packaging/bench`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks import material, rivals
from benchmarks.clock import Contestant, Figure, command, side_by_side
from benchmarks.window import can_be_cold, first_paint, settle

WORK = Path(os.environ["BENCH_WORK"])
RIVALS = Path(os.environ["BENCH_RIVALS"])
OURS = (sys.executable, "-m", "ita_desktop")
OFFICE = shutil.which("soffice")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--only")
    chosen = options.parse_args()
    print(f"# {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    for name, measure in MEASURES.items():
        if chosen.only in (None, name):
            print(f"\n## {measure.__doc__.splitlines()[0]}\n" if measure.__doc__ else "")
            for line in measure(chosen.rounds):
                print(line, flush=True)


def window(rounds: int) -> Iterator[str]:
    """Start to first painted window on a virtual screen, with everything in memory (warm) and nothing (cold)"""
    if "DISPLAY" not in os.environ:
        yield "left out: no Xvfb"
        return
    sample = _made("sample.ita", lambda file: _run(*OURS, "sample", file))
    bare = [sys.executable, Path(__file__).with_name("bare_window.py")]
    programs: dict[str, list[str | Path]] = {"ITA Desktop, its first page": [*OURS]}
    if OFFICE:
        programs["LibreOffice Writer"] = [OFFICE, "--norestore", "--nologo", "--nofirststartwizard", "--writer"]
    novel = RIVALS.parent / "novelwriter"
    if novel.exists():
        programs["novelWriter"] = [novel]
    programs |= {"ITA Desktop, the sample open and drawn": [*OURS, sample], "PySide6, one label": bare}
    homes = {name: _at_home(_fresh(f"homes/{number}")) for number, name in enumerate(programs)}
    for name, words in programs.items():
        settle(words, homes[name])
    for cold in (False, True):
        if cold and not can_be_cold():
            yield "cold: left out, only root may empty the cache"
            return
        yield "cold" if cold else "warm"
        yield ""
        starts = {name: first_paint(words, homes[name], cold=cold) for name, words in programs.items()}
        yield from _table(side_by_side([Contestant(name, start) for name, start in starts.items()], rounds))
        yield ""


def _at_home(home: Path) -> dict[str, str]:
    """The settings of one program, apart from those of all others."""
    return {**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": ""}


def paper(rounds: int) -> Iterator[str]:
    """A report of some 60 pages: whole processes, from the workbook or from a finished source file"""
    data = _made("paper.json", lambda file: material.write_workbook(file, years=2, measures=110, rounds=0))
    book = _made("paper.ita", lambda file: _run(*OURS, "new", file, "--from", data))
    export = [*OURS, "export", book, "--year", "2568", "--what", "report", "--preset", "full-book"]
    docx, pdf = WORK / "report.docx", WORK / "report.pdf"
    contestants = [
        Contestant("ITA Desktop, PDF", command(*export, "--as", "pdf", "--to", pdf)),
        Contestant("ITA Desktop, Word", command(*export, "--as", "docx", "--to", docx)),
    ]
    papers = {"ITA Desktop, PDF": pdf}
    _run(*export, "--as", "docx", "--to", docx)
    if OFFICE:
        profile = f"-env:UserInstallation={(WORK / 'office').as_uri()}"
        words = [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", WORK / "office-out", docx]
        name = "LibreOffice, the same Word file"
        contestants.append(Contestant(name, command(*words)))
        papers[name] = WORK / "office-out" / "report.pdf"
    for name, file, words in _typesetters(book):
        papers[name] = WORK / f"{name}.pdf"
        contestants.append(Contestant(name, command(RIVALS, *words, WORK / file, papers[name])))
    figures = side_by_side(contestants, rounds)
    yield from _table(figures, pages={name: _pages(made) for name, made in papers.items()})


def _typesetters(book: Path) -> Iterator[tuple[str, str, list[str]]]:
    from ita_desktop import paths
    from ita_desktop.domain.frameworks import Frameworks
    from ita_desktop.papers.blocks import PaperOptions
    from ita_desktop.papers.registry import PAPERS
    from ita_desktop.render.digits import with_digits
    from ita_desktop.storage.document import Document

    with Document.open(book, frameworks=Frameworks(paths.FRAMEWORKS), read_only=True) as document:
        year = document.year(2568)
    made = with_digits(PAPERS["report"].make(year, PaperOptions(preset="full-book")))
    (WORK / "report.html").write_text(rivals.as_html(made, paths.FONTS), "utf-8")
    (WORK / "report.typ").write_text(rivals.as_typst(made), "utf-8")
    yield "WeasyPrint", "report.html", ["-m", "weasyprint"]
    compile_ = f"import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[{str(paths.FONTS)!r}])"
    yield "Typst", "report.typ", ["-c", compile_]


def sheet(rounds: int) -> Iterator[str]:
    """Reading a sheet of 100,000 rows"""
    big = _made("rows.xlsx", lambda file: material.write_rows(file, 100_000))
    read_only = "import sys, openpyxl; [0 for _ in openpyxl.load_workbook(sys.argv[1], read_only=True).active.values]"
    contestants = [
        Contestant("ITA Desktop", command(sys.executable, "-m", "benchmarks.read_sheet", big)),
        Contestant("openpyxl, read-only", command(RIVALS, "-c", read_only, big)),
        Contestant("pandas", command(RIVALS, "-c", "import sys, pandas; pandas.read_excel(sys.argv[1])", big)),
    ]
    yield from _table(side_by_side(contestants, rounds))


def workbook(rounds: int) -> Iterator[str]:
    """Opening, editing and undo with 1, 5 and 20 years of 300 measures and 4 rounds (milliseconds, medians)"""
    yield "| years | file | open and show | edit on the disk | slowest edit | undo |"
    yield "|---:|---:|---:|---:|---:|---:|"
    for years in (1, 5, 20):
        book = _book(years)
        opened = _steps("opening", book, rounds)
        edited = _steps("editing", book, rounds)
        size = book.stat().st_size / 2**20
        yield (
            f"| {years} | {size:.1f} MiB | {opened['open']:.0f} | {edited['edit']:.1f} "
            f"| {edited['slowest edit']:.1f} | {edited['undo']:.1f} |"
        )


def year(rounds: int) -> Iterator[str]:
    """Review and draft of the sample's last year (milliseconds, medians)"""
    sample = _made("sample.ita", lambda file: _run(*OURS, "sample", file))
    yield "| step | ms |"
    yield "|---|---:|"
    for step in ("reviewing", "drafting"):
        for name, milliseconds in _steps(step, sample, rounds, fresh=True).items():
            yield f"| {name} | {milliseconds:.0f} |"


def growth(rounds: int) -> Iterator[str]:
    """Growth from 1x to 8x: a report, an import, a review and the file, against a straight line"""
    report: dict[int, float] = {}
    pages: dict[int, int] = {}
    sizes: dict[int, int] = {}
    reviews: dict[int, float] = {}
    imports: dict[int, float] = {}
    for times in (1, 8):
        name = f"growth-{times}"
        data = _made(
            f"{name}.json", lambda file, t=times: material.write_workbook(file, years=1, measures=60 * t, rounds=0)
        )
        book = _made(f"{name}.ita", lambda file, d=data: _run(*OURS, "new", file, "--from", d))
        sheet = _made(f"{name}.xlsx", lambda file, t=times: material.write_measures(file, 250 * t))
        sizes[times] = book.stat().st_size
        pdf = WORK / f"{name}.pdf"
        words = [*OURS, "export", book, "--year", "2568", "--what", "measures", "--as", "pdf", "--to", pdf]
        (figure,) = side_by_side([Contestant(name, command(*words))], rounds)
        report[times], pages[times] = figure.seconds, _pages(pdf)
        reviews[times] = _steps("reviewing", book, rounds)["again"]
        # Into the same workbook both times: only the sheet grows, not what each of its rows is compared with.
        imports[times] = _steps("importing", WORK / "growth-1.ita", rounds, sheet, fresh=True)["import"]
    (idle,) = side_by_side([Contestant("idle", command(*OURS, "verify", WORK / "growth-1.ita"))], rounds)
    per_page = {times: (report[times] - idle.seconds) / pages[times] * 1000 for times in (1, 8)}
    yield "| what | 1x | 8x | 8x / 1x, against a straight line |"
    yield "|---|---:|---:|---:|"
    yield _growth(f"a page of paper, ms ({pages[1]} and {pages[8]} pages)", per_page, straight=1)
    yield _growth("import of a sheet into a year of 60, ms (250 and 2,000 measures)", imports)
    yield _growth("review, ms (60 and 480 measures)", reviews)
    yield _growth("the file, KiB", {times: size / 1024 for times, size in sizes.items()})


def _growth(what: str, at: Mapping[int, float], straight: int = 8) -> str:
    return f"| {what} | {at[1]:.1f} | {at[8]:.1f} | {at[8] / at[1] / straight:.2f} |"


def _book(years: int) -> Path:
    data = _made(f"years-{years}.json", lambda file: material.write_workbook(file, years=years, measures=300, rounds=4))
    return _made(f"years-{years}.ita", lambda file: _run(*OURS, "new", file, "--from", data))


def _steps(step: str, file: Path, rounds: int, *more: Path, fresh: bool = False) -> dict[str, float]:
    """Medians of so many processes; a step that leaves something behind gets a copy each time."""
    import statistics

    found: list[dict[str, float]] = []
    for _ in range(rounds):
        used = file
        if fresh:
            used = WORK / f"copy-of-{file.name}"
            shutil.copy(file, used)
        words = [sys.executable, "-m", "benchmarks.steps", step, used, *more]
        found.append(json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout))
    return {name: statistics.median(each[name] for each in found) for name in found[0]}


def _table(figures: list[Figure], pages: Mapping[str, int] | None = None) -> Iterator[str]:
    ours = figures[0]
    more = (" pages |", "---:|") if pages else ("", "")
    yield f"| | median s | all of {len(ours.runs)} | ours / this | CPU s | peak MiB |{more[0]}"
    yield f"|---|---:|---:|---:|---:|---:|{more[1]}"
    for figure in figures:
        yield (
            f"| {figure.name} | {figure.seconds:.2f} | {figure.spread} "
            f"| {ours.seconds / figure.seconds:.2f} | {figure.cpu_seconds:.2f} | {figure.peak_mib:.0f} |"
            + (f" {pages.get(figure.name, '')} |" if pages else "")
        )


def _made(name: str, make: Callable[[Path], object]) -> Path:
    path = WORK / name
    path.unlink(missing_ok=True)
    make(path)
    return path


def _fresh(name: str) -> Path:
    folder = WORK / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)


def _pages(pdf: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


MEASURES = {
    "window": window,
    "paper": paper,
    "sheet": sheet,
    "workbook": workbook,
    "year": year,
    "growth": growth,
}

if __name__ == "__main__":
    main()
