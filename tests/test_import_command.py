"""`import` from the command line, as its contract says: shapes, exit codes, and nothing written that should not be."""

from __future__ import annotations

import hashlib
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from made_sheets import NAMES

from ita_desktop.cli.printing import progress_line

SCORES = (94.68, 88.55, 91.80, 87.16, 88.27, 86.78, 86.07, 83.40, 100, 83.75)


def ita(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ita_desktop", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8")


def as_json(finished: subprocess.CompletedProcess[str]) -> dict:
    return json.loads(finished.stdout)


def sheet(path: Path, *rows: tuple[object, ...], title: str = "คะแนน") -> Path:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = title
    for row in rows:
        workbook.worksheets[0].append(list(row))
    workbook.save(path)
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    assert ita("new", "งาน.ita", "--office", "เทศบาลตำบลตัวอย่าง", cwd=tmp_path).returncode == 0
    rows = ((n, name, score) for n, (name, score) in enumerate(zip(NAMES, SCORES, strict=True), 1))
    sheet(
        tmp_path / "คะแนน.xlsx", ("ผลการประเมิน ปี 2566",), (), ("ที่", "ตัวชี้วัด", "คะแนน"), *rows, (None, "คะแนนรวม", 89.4)
    )
    return tmp_path


def state(desk: Path) -> str:
    ita("export", "งาน.ita", "--year", "2566", "--what", "data", "--to", "ข้อมูล.json", cwd=desk)
    return (desk / "ข้อมูล.json").read_text("utf-8")


def test_the_shape_of_the_contract(desk):
    finished = ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", "--json", cwd=desk)
    assert (finished.returncode, finished.stderr) == (0, "")
    told = as_json(finished)
    assert {key: told[key] for key in ("sheet", "kind", "year", "taken", "changed", "skipped", "problems")} == {
        "sheet": "คะแนน",
        "kind": "scores",
        "year": 2566,
        "taken": 10,
        "changed": 0,
        "skipped": 0,
        "problems": [],
    }
    (found,) = told["found"]
    assert {"kind": "scores", "sheet": "คะแนน", "header_row": 3, "rows": 10}.items() <= found.items()
    shown = as_json(ita("show", "งาน.ita", "--year", "2566", "--json", cwd=desk))
    assert (shown["total"], shown["level"]) == (89.4, "ผ่านดี")


def test_a_second_import_changes_nothing(desk):
    ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", cwd=desk)
    before = state(desk)
    again = as_json(ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", "--json", cwd=desk))
    assert state(desk) == before
    assert (again["changed"], again["new"], again["updated"]) == (0, 0, 0)


def test_a_rehearsal_writes_nothing_and_tells_the_same(desk):
    before = hashlib.sha256((desk / "งาน.ita").read_bytes()).hexdigest()
    rehearsed = as_json(ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", "--dry-run", "--json", cwd=desk))
    assert hashlib.sha256((desk / "งาน.ita").read_bytes()).hexdigest() == before
    done = as_json(ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", "--json", cwd=desk))
    assert rehearsed | {"dry_run": False} == done


def test_a_row_with_an_error_is_named_and_the_others_go_in(desk):
    sheet(desk / "ผิด.xlsx", ("ตัวชี้วัด", None, "คะแนน"), (NAMES[0], None, 946.8), (NAMES[1], None, "๘๘.๕๕ คะแนน"))
    finished = ita("import", "งาน.ita", "ผิด.xlsx", "--year", "2566", "--json", cwd=desk)
    assert finished.returncode == 0
    told = as_json(finished)
    assert (told["taken"], told["skipped"]) == (1, 1)
    (problem,) = told["problems"]
    assert {"sheet": "คะแนน", "cell": "C2", "severity": "error", "value": "946.8"}.items() <= problem.items()


def test_several_tables_in_one_file_are_all_found(desk):
    workbook = openpyxl.load_workbook(desk / "คะแนน.xlsx")
    first = workbook.worksheets[0]
    for row in ((), (), ("ข้อ", "คะแนน"), ("i1", 98.2), ("o39", 0)):
        first.append(list(row))
    second = workbook.create_sheet("มาตรการ")
    for row in (("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ"), (NAMES[7], "เปิดจองคิวออนไลน์", "กองช่าง")):
        second.append(list(row))
    workbook.save(desk / "รวม.xlsx")
    told = as_json(ita("import", "งาน.ita", "รวม.xlsx", "--year", "2566", "--json", cwd=desk))
    assert [(found["kind"], found["sheet"], found["rows"]) for found in told["found"]] == [
        ("scores", "คะแนน", 10),
        ("items", "คะแนน", 2),
        ("measures", "มาตรการ", 1),
    ]
    assert told["taken"] == 13


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("ไม่มี.xlsx", None, 3),
        ("ภาพ.xlsx", b"\x89PNG\r\n\x1a\n", 3),
        ("ว่าง.csv", b"", 3),
        ("อื่น.csv", "วันที่,ผู้มา\n1,นาย ก".encode(), 1),
        ("ปีอื่น.csv", f"คะแนน ปี 2560,\nตัวชี้วัด,คะแนน\n{NAMES[0]},80".encode(), 1),
        ("ผิดหมด.csv", f"ตัวชี้วัด,คะแนน\n{NAMES[0]},946.8".encode(), 1),
    ],
)
def test_every_refusal_is_one_thai_sentence_and_leaves_the_file_alone(desk, name, content, code):
    if content is not None:
        (desk / name).write_bytes(content)
    before = hashlib.sha256((desk / "งาน.ita").read_bytes()).hexdigest()
    finished = ita("import", "งาน.ita", name, "--year", "2566", cwd=desk)
    assert (finished.returncode, finished.stdout) == (code, "")
    assert len(finished.stderr.strip().splitlines()) == 1
    assert any("\u0e00" <= letter <= "\u0e7f" for letter in finished.stderr)
    assert hashlib.sha256((desk / "งาน.ita").read_bytes()).hexdigest() == before


def test_the_reason_is_in_the_json_too(desk):
    (desk / "ผิดหมด.csv").write_text(f"ตัวชี้วัด,คะแนน\n{NAMES[0]},946.8", "utf-8")
    finished = ita("import", "งาน.ita", "ผิดหมด.csv", "--year", "2566", "--json", cwd=desk)
    assert finished.returncode == 1
    assert as_json(finished)["problems"][0]["cell"] == "B2"


def test_a_backup_lies_where_backups_lie(desk, home):
    ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", cwd=desk)
    assert list(home.rglob("backups/**/*.ita"))


def test_the_whole_workbook_goes_out_as_a_sheet_and_comes_back(tmp_path):
    ita("sample", "งาน.ita", cwd=tmp_path)
    assert (
        ita("export", "งาน.ita", "--year", "2568", "--what", "workbook", "--to", "ออก/", cwd=tmp_path).returncode == 0
    )
    (made,) = (tmp_path / "ออก").glob("*.xlsx")
    told = as_json(ita("import", "งาน.ita", made, "--year", "2568", "--json", cwd=tmp_path))
    assert (told["changed"], told["new"], told["skipped"]) == (0, 0, 0)
    assert told["unchanged"] == told["taken"] > 100


def test_a_person_reads_what_was_done(desk):
    told = ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", cwd=desk).stdout
    assert "เพิ่ม 10 แถว" in told
    assert "คะแนนรายตัวชี้วัด" in told


def test_what_differs_may_stop_everything_or_stay(desk):
    ita("import", "งาน.ita", "คะแนน.xlsx", "--year", "2566", cwd=desk)
    before = state(desk)
    sheet(desk / "ใหม่.xlsx", ("ที่", "ตัวชี้วัด", "คะแนน"), (1, NAMES[0], 70))
    stopped = ita("import", "งาน.ita", "ใหม่.xlsx", "--year", "2566", "--duplicates", "stop", cwd=desk)
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert "1 แถว" in stopped.stderr
    skipped = ita("import", "งาน.ita", "ใหม่.xlsx", "--year", "2566", "--duplicates", "skip", cwd=desk)
    assert skipped.returncode == 0
    assert "ไม่ได้นำเข้า 1 แถว" in skipped.stdout
    assert state(desk) == before
    updated = ita("import", "งาน.ita", "ใหม่.xlsx", "--year", "2566", cwd=desk)
    assert updated.returncode == 0
    assert state(desk) != before


def test_a_person_at_the_screen_sees_how_far_it_is(monkeypatch):
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen, file = Screen(), io.StringIO()
    monkeypatch.setattr("sys.stderr", screen)
    with progress_line() as progress:
        progress("อ่านแผ่นงานที่ 1", 0.25)
        progress("อ่านแผ่นงานที่ 1", 0.26)
    assert screen.getvalue().split("\r")[1].rstrip() == "อ่านแผ่นงานที่ 1  25%"
    assert "26%" not in screen.getvalue(), "said again too soon"
    assert screen.getvalue().split("\r")[-2].isspace(), "nothing of it stays"
    monkeypatch.setattr("sys.stderr", file)
    with progress_line() as progress:
        progress("อ่านแผ่นงานที่ 1", 0.25)
    assert file.getvalue() == ""
