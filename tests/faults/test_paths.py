"""A workbook lies wherever an officer puts it, under whatever name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from operations import FRAMEWORKS, NOW, OLD, content_of, make, opened

from ita_desktop.actions import workbook as verbs
from ita_desktop.actions.carried import take_in
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.records import Finding

FOLDERS = {
    "Thai": "งานประเมิน/ปีงบประมาณ ๒๕๖๙",
    "emoji": "งาน 😀🇹🇭",
    "spaces": "  ก่อน และ หลัง  ",
    "apostrophes": "it's \"งาน\" `ที่` 'ทำ'",
    "what an address would mean": "100% งาน?mode=ro&immutable=1#ส่วน",
    "percent": "%41%2e%2e%2f",
    "trailing dot": "งาน.",
    "like a server": "\\\\server\\share",
    "like an option": "-rf",
    "a wildcard": "[งาน]*?",
    "a semicolon": "งาน;drop table years",
    "deep": "/".join(["folder of the office"] * 14),
    "long": "ก" * 80,
    "decomposed letters": "ํา" * 8,
    "a line break": "งาน\nแถวสอง",
}
NAMES = ["งาน.ita", "ย" * 80 + ".ita", "it's 100% #1?.ita", "😀.ita", "งาน . .ita", "งาน", ".ita"]

if os.name == "nt":
    FOLDERS = {why: folder for why, folder in FOLDERS.items() if not set('<>:"|?*\n\\') & set(folder)}
    NAMES = [name for name in NAMES if not set('<>:"|?*') & set(name)]


NAME_IDS = [f"name {number}" for number in range(len(NAMES))]


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_a_workbook_works_wherever_it_lies(folder: str, quick: Path, tried):
    work_in(quick / folder, NAMES[0])
    tried("R12", 1)


@pytest.mark.parametrize("name", NAMES, ids=NAME_IDS)
def test_a_workbook_works_under_any_name(name: str, quick: Path, tried):
    work_in(quick, name)
    tried("R12", 1)


@pytest.mark.soak
@pytest.mark.parametrize("name", NAMES, ids=NAME_IDS)
@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_any_name_in_any_folder(folder: str, name: str, quick: Path, tried):
    if len(os.fsencode(quick / folder / name)) > 490:
        pytest.skip("SQLite takes no longer paths; that this is said is tried below")
    work_in(quick / folder, name)
    tried("R12", 1)


def work_in(place: Path, name: str) -> None:
    place.mkdir(parents=True, exist_ok=True)
    path = place / name
    make(path, OLD)
    with opened(path) as document:
        with pytest.raises(FileTrouble, match="เปิดใช้อยู่"):
            opened(path)
        with document.change("แก้") as change:
            change.save(2568, Finding(id="f9", text="ใหม่"))
        document.undo()
        backup = verbs.back_up(document, place / "สำรอง", NOW)
        verbs.export_data(document, place / "ข้อมูล.json")
    assert verbs.restore(backup.path, path, NOW).exists()
    assert content_of(path) == OLD
    verbs.salvage(path, place / "กู้.ita", frameworks=FRAMEWORKS)
    assert content_of(take_in(path, place / "ในเครื่อง", frameworks=FRAMEWORKS).copy) == OLD
    left = [each.name for each in place.iterdir() if "partial" in each.name or each.name.endswith("-journal")]
    assert left == []


def test_folders_that_are_too_deep_for_sqlite_are_named_as_the_cause(quick: Path):
    place = quick / "/".join(["โฟลเดอร์ลึกลงไปอีกชั้น"] * 12)
    place.mkdir(parents=True)
    with pytest.raises(FileTrouble, match="ชื่อโฟลเดอร์ที่เก็บแฟ้มรวมกันยาวเกินไป"):
        make(place / "งาน.ita", OLD)


def test_a_name_that_is_too_long_is_said_to_be_too_long(quick: Path):
    with pytest.raises(FileTrouble, match="ยาวเกินไป"):
        make(quick / ("ย" * 90 + ".ita"), OLD)
    assert list(quick.iterdir()) == []
