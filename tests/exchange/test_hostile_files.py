"""No file can harm: it is read, or refused in one plain sentence, in little time and little memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import hostile_files
import pytest

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.sheets import reading, wire
from ita_desktop.exchange.sheets.reading import read_tables

CORPUS = hostile_files.corpus()
FAIR_SELECTION = (
    "bomb/strings-150",
    "bomb/media-30",
    "bomb/entries-5000",
    "bomb/lying-size",
    f"entity/laughs-{'xl/sharedStrings.xml'}",
    "entity/external-0",
    "cell/far-corner",
    "cell/every-row-far",
    "cell/number-huge",
    "cell/string-missing",
    "merged/all",
    "parts/cyclic",
    "parts/macro",
    "parts/encrypted",
    "foreign/empty",
    "foreign/pdf",
    "foreign/sqlite",
    "foreign/ole-locked",
    "foreign/ole-xls-broken",
    "foreign/csv-wide",
    "foreign/html-spans",
    "ods/columns-2000000000",
    "docx/external",
    "cut/50%",
    "changed-inside/3",
)
LONGEST = 10.0
MOST_MEMORY = 300 * 2**20
"""Of the whole reader, so less than 300 MB above the program."""


READ_THEM = """
import json, resource, sys, time
from pathlib import Path
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.exchange.sheets.reading import read_tables

for path in map(Path, sys.argv[1:]):
    started, told, leaked = time.monotonic(), "", False
    try:
        leaked = any("root:" in str(cell) for grid in read_tables(path) for row in grid.rows for cell in row)
    except FileTrouble as trouble:
        told = str(trouble)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    print(json.dumps([path.stem, told, time.monotonic() - started, most, leaked]))
"""


@dataclass(frozen=True)
class Outcome:
    told: str
    seconds: float
    most_memory: int
    leaked: bool


def outcomes(names: Iterable[str], corpus: dict[str, hostile_files.Content], folder: Path) -> dict[str, Outcome]:
    """Read by a small program, so that what its readers take is not lost in what the tests themselves hold."""
    paths = {}
    for number, name in enumerate(names):
        paths[str(number)] = name
        (folder / f"{number}.xlsx").write_bytes(corpus[name]())
    command = [sys.executable, "-c", READ_THEM, *(str(folder / f"{stem}.xlsx") for stem in paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {paths[stem]: Outcome(*outcome) for stem, *outcome in lines}


def is_harmless(outcome: Outcome) -> bool:
    in_thai = any("\u0e00" <= letter <= "\u0e7f" for letter in outcome.told)
    plain = not outcome.told or (in_thai and "\n" not in outcome.told and "Traceback" not in outcome.told)
    return plain and not outcome.leaked and outcome.seconds < LONGEST and outcome.most_memory < MOST_MEMORY


@pytest.fixture(scope="module")
def fair(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    return outcomes(FAIR_SELECTION, CORPUS, tmp_path_factory.mktemp("fair"))


def test_the_corpus_is_large_enough():
    assert len(CORPUS) >= 150
    assert set(FAIR_SELECTION) <= set(CORPUS)


@pytest.mark.parametrize("name", FAIR_SELECTION)
def test_a_hostile_file_ends_in_a_table_or_a_sentence(name, fair):
    assert is_harmless(fair[name]), fair[name]


@pytest.mark.soak
def test_the_whole_corpus(tmp_path, tried):
    """Every one of them, and many small damages more."""
    everything = hostile_files.corpus(int(os.environ.get("ITA_TEST_DAMAGES", "200")))
    names, refused = list(everything), 0
    for start in range(0, len(names), 20):
        for name, outcome in outcomes(names[start : start + 20], everything, tmp_path).items():
            assert is_harmless(outcome), (name, outcome)
            refused += bool(outcome.told)
    assert refused > len(everything) // 4
    tried("R13", len(everything))


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("foreign/empty", "ว่าง"),
        ("foreign/pdf", "PDF"),
        ("foreign/sqlite", "ITA Desktop"),
        ("foreign/ole-locked", "รหัสผ่าน"),
        ("foreign/ole-irm", "IRM"),
        ("foreign/ole-doc", ".docx"),
        ("parts/encrypted", "รหัสผ่าน"),
        ("cell/far-corner", "XFD1048576"),
        ("cell/long-text", "มากเกิน"),
        ("bomb/entries-1001", "มากเกิน"),
        ("foreign/other-zip", "บีบอัด"),
    ],
)
def test_the_sentence_names_the_cause(name, word, tmp_path):
    path = tmp_path / "ตาราง.xlsx"
    path.write_bytes(CORPUS[name]())
    with pytest.raises(FileTrouble) as told:
        read_tables(path)
    assert word in str(told.value)
    assert told.value.do


def test_what_is_no_file_is_said_to_be_none(tmp_path):
    for path in (tmp_path, tmp_path / "ไม่มี.xlsx", tmp_path / "ไม่มี" / "x.xlsx", tmp_path / ("ย" * 300)):
        with pytest.raises(FileTrouble):
            read_tables(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ท่อ.xlsx")
    with pytest.raises(FileTrouble, match="ไม่ใช่ไฟล์"):
        read_tables(tmp_path / "ท่อ.xlsx")


@pytest.fixture
def reader(tmp_path, monkeypatch):
    """Another reader instead of ours, by its code."""

    def put(code: str) -> Path:
        (tmp_path / "another_reader.py").write_text(f"import sys, time\n{code}", "utf-8")
        monkeypatch.setenv("PYTHONPATH", str(tmp_path))
        monkeypatch.setattr(reading, "_READER", "another_reader")
        path = tmp_path / "a.xlsx"
        path.write_bytes(hostile_files.honest_xlsx())
        return path

    return put


def test_a_file_that_takes_too_long_is_stopped(reader):
    path = reader(f"print({wire.READY.decode()!r}, end='', flush=True); time.sleep(600)")
    with pytest.raises(FileTrouble, match="ไม่เสร็จในเวลา"):
        read_tables(path, seconds=0.1)


def test_the_time_to_start_the_reader_is_not_the_files(tmp_path):
    """An old computer and its virus scanner may need long for that; the file's time begins when it is in hand."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile_files.honest_xlsx())
    command = [sys.executable, "-m", "ita_desktop.exchange.sheets.reader_process", str(path)]
    assert subprocess.run(command, check=True, capture_output=True).stdout.startswith(wire.READY)


def test_a_reader_that_never_begins_is_not_waited_for(reader, monkeypatch):
    monkeypatch.setattr(reading, "_SECONDS_TO_START", 0.1)
    with pytest.raises(FileTrouble, match="ไม่เสร็จในเวลา"):
        read_tables(reader("time.sleep(600)"))


@pytest.mark.parametrize("said", ["", '[["คะแ', '[["คะแนน"]]\n'])
def test_a_reader_that_dies_has_read_nothing_also_within_a_word(reader, said):
    path = reader(f"sys.stdout.reconfigure(encoding='utf-8'); print({wire.READY.decode() + said!r}, end='')")
    with pytest.raises(FileTrouble, match="เสียหาย"):
        read_tables(path)


def test_the_officer_can_call_it_off(tmp_path):
    class CalledOff(Exception):
        pass

    def progress(_what: str, _share: float) -> None:
        raise CalledOff

    path = tmp_path / "a.xlsx"
    path.write_bytes(hostile_files.honest_xlsx())
    with pytest.raises(CalledOff):
        read_tables(path, progress=progress)


def test_a_stray_module_beside_the_sheet_is_never_run(tmp_path, monkeypatch):
    (tmp_path / "json.py").write_text("raise SystemExit('run!')", "utf-8")
    (tmp_path / "a.xlsx").write_bytes(hostile_files.honest_xlsx())
    monkeypatch.chdir(tmp_path)
    assert read_tables(Path("a.xlsx"))[0].rows[1] == ("การปฏิบัติหน้าที่", 99.42)
