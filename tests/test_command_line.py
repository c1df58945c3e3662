"""The contract of the command line, walked through its real door."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parent.parent / "resources" / "sample" / "sample.json"
YEARS = {  # published scores, the total they must give, and the level of the year's own scheme
    2564: ("89.98 82.07 85.13 79.53 83.47 87.36 87.24 85.21 100 92.86", 89.76, "A"),
    2565: ("90.79 81.43 83.97 80.74 85.75 80.81 80.98 78.74 95.56 100", 88.53, "A"),
    2566: ("94.68 88.55 91.80 87.16 88.27 86.78 86.07 83.40 100 83.75", 89.40, "ผ่านดี"),
    2567: ("100 100 100 99.10 99.82 99.72 99.86 99.44 100 100", 99.84, "ผ่านดีเยี่ยม"),
    2568: ("99.42 99.46 99.58 97.61 99.42 99.52 99.46 99.58 86.50 80.00", 92.89, "ผ่าน"),
}


def ita(*arguments, cwd):
    command = [sys.executable, "-m", "ita_desktop", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8")


def done(*arguments, cwd):
    finished = ita(*arguments, cwd=cwd)
    assert finished.returncode == 0, finished.stderr
    assert not finished.stderr
    return finished.stdout


def numbered(scores):
    return {str(number): float(score) for number, score in enumerate(scores.split(), 1)}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("โต๊ะทำงาน")
    done("sample", "งาน.ita", cwd=folder)
    return folder


def test_the_sample_is_the_data_it_was_made_from(desk):
    done("export", "งาน.ita", "--year", "2568", "--what", "data", "--as", "json", "--to", "ข้อมูล.json", cwd=desk)
    assert json.loads((desk / "ข้อมูล.json").read_text("utf-8")) == json.loads(SAMPLE.read_text("utf-8"))


def test_totals_and_levels_of_six_published_results(tmp_path):
    document = {
        "format": "ita-workbook/1",
        "office": {"name": "เทศบาลตำบลตัวอย่าง"},
        "years": [{"year": year, "indicator_scores": numbered(scores)} for year, (scores, _, _) in YEARS.items()],
    }
    (tmp_path / "d.json").write_text(json.dumps(document), "utf-8")
    done("new", "a.ita", "--from", "d.json", cwd=tmp_path)
    for year, (_, total, level) in YEARS.items():
        shown = json.loads(done("show", "a.ita", "--year", year, "--json", cwd=tmp_path))
        assert (shown["total"], shown["level"]) == (total, level)
    second_of_2565 = "81.64 77.05 79.52 74.10 78.30 78.88 82.02 74.75 97.50 100"
    other = document | {"years": [{"year": 2565, "indicator_scores": numbered(second_of_2565)}]}
    (tmp_path / "o.json").write_text(json.dumps(other), "utf-8")
    done("new", "o.ita", "--from", "o.json", cwd=tmp_path)
    assert json.loads(done("show", "o.ita", "--year", 2565, "--json", cwd=tmp_path))["total"] == 86.5


def test_a_missing_score_leaves_the_total_unknown(tmp_path):
    scores = {str(n): 90 for n in range(1, 10)}
    document = {
        "format": "ita-workbook/1",
        "office": {"name": "ก"},
        "years": [{"year": 2568, "indicator_scores": scores}],
    }
    (tmp_path / "d.json").write_text(json.dumps(document), "utf-8")
    done("new", "a.ita", "--from", "d.json", cwd=tmp_path)
    shown = json.loads(done("show", "a.ita", "--year", 2568, "--json", cwd=tmp_path))
    assert (shown["total"], shown["level"], shown["tools"]["OIT"]) == (None, None, None)
    assert shown["indicators"][9]["score"] is None
    assert shown["indicators"][9]["rank"] is None


def test_show_has_the_shape_of_the_contract(desk):
    shown = json.loads(done("show", "งาน.ita", "--year", "2568", "--json", cwd=desk))
    assert {"year", "framework", "tools", "total", "level", "reported", "previous", "indicators", "items"} <= set(shown)
    assert shown["previous"] == {"year": 2567, "total": 90.9, "level": "ผ่านดี"}
    weak = next(each for each in shown["indicators"] if each["number"] == 10)
    assert weak == {
        "number": 10, "name": "การป้องกันการทุจริต", "tool": "OIT", "score": 80.0, "rank": 10, "previous": 90.0,
        "change": -10.0, "group": "weak", "points_lost": 4.0,
    }  # fmt: skip
    assert {"code": "o27", "indicator": 10, "score": 0.0, "points_lost": 4.0} in shown["items"]


def test_a_backup_comes_back_whole(desk):
    done("backup", "งาน.ita", "--to", "สำรอง", cwd=desk)
    (backup,) = (desk / "สำรอง").glob("*.ita")
    done("restore", backup, "--to", "คืน.ita", cwd=desk)
    done("verify", "คืน.ita", cwd=desk)
    shown = [done("show", name, "--year", "2567", "--json", cwd=desk) for name in ("งาน.ita", "คืน.ita")]
    assert shown[0] == shown[1]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "ไม่มี.ita", "--year", "2568"], 3),
        (["show", "งาน.ita", "--year", "2599"], 2),
        (["show", "งาน.ita", "--year", "หกแปด"], 2),
        (["show", "งาน.ita"], 2),
        (["sample", "งาน.ita"], 3),
        (["new", "ใหม่.ita"], 2),
        (["new", "ใหม่.ita", "--office", " "], 2),
        (["export", "งาน.ita", "--year", "2568", "--what", "memo", "--as", "xlsx", "--to", "x.xlsx"], 2),
        (["export", "งาน.ita", "--year", "2568", "--what", "จดหมาย", "--to", "x.pdf"], 2),
        (["สวัสดี", "ชาวโลก"], 2),
    ],
)
def test_every_refusal_is_one_thai_sentence(desk, arguments, code):
    finished = ita(*arguments, cwd=desk)
    assert finished.returncode == code
    assert not finished.stdout
    assert "Traceback" not in finished.stderr
    assert len(finished.stderr.strip().splitlines()) == 1
    assert any("\u0e00" <= letter <= "\u0e7f" for letter in finished.stderr)


def test_a_wrong_data_document_is_refused_with_the_path(tmp_path):
    document = json.loads(SAMPLE.read_text("utf-8"))
    document["years"][0]["measures"][2]["end"] = "2024-02-30"
    (tmp_path / "d.json").write_text(json.dumps(document), "utf-8")
    finished = ita("new", "a.ita", "--from", "d.json", cwd=tmp_path)
    assert finished.returncode == 1
    assert "years[0].measures[2].end" in finished.stderr
    assert not (tmp_path / "a.ita").exists()


def test_a_paper_goes_to_a_folder_or_under_a_name(desk):
    done("export", "งาน.ita", "--year", "2568", "--what", "memo", "--as", "pdf", "--to", "ส่งออก/", cwd=desk)
    done("export", "งาน.ita", "--year", "2568", "--what", "memo", "--as", "pdf", "--to", "บันทึก.pdf", cwd=desk)
    first, second = desk / "ส่งออก" / "ita-2568-memo.pdf", desk / "บันทึก.pdf"
    assert first.read_bytes()[:5] == b"%PDF-"
    assert first.read_bytes() == second.read_bytes()


def test_letters_that_cannot_be_printed_are_told_with_the_file(tmp_path):
    year = {"year": 2568, "measures_year": 2569, "framework": "2568", "memo": {"subject": "รายงานผล 😀"}}
    document = {"format": "ita-workbook/1", "office": {"name": "เทศบาลตำบลตัวอย่าง"}, "years": [year]}
    (tmp_path / "ข้อมูล.json").write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    done("new", "งาน.ita", "--from", "ข้อมูล.json", cwd=tmp_path)
    memo = ("export", "งาน.ita", "--year", "2568", "--what", "memo", "--to", "ออก/")
    _file, warning = done(*memo, cwd=tmp_path).splitlines()
    assert "รายงานผล 😀" in warning
    assert "[?]" in warning
    assert len(done(*memo, "--as", "docx", cwd=tmp_path).splitlines()) == 1  # Word has fonts of its own


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "--what", "memo", "--as", "pdf", "--to", "งาน.ita"],
        ["export", "--what", "data", "--as", "json", "--to", "./งาน.ita"],
        ["export", "--what", "workbook", "--as", "xlsx", "--to", "อีกชื่อ.ita"],
        ["export", "--what", "report", "--as", "docx", "--to", "ไม่มีนามสกุล.dat"],
        ["framework", "--export", "งาน.ita"],
    ],
)
def test_what_goes_out_under_the_name_of_a_workbook_is_refused(desk, arguments):
    for name in ("อีกชื่อ.ita", "ไม่มีนามสกุล.dat"):
        (desk / name).write_bytes((desk / "งาน.ita").read_bytes())
    before = (desk / "งาน.ita").read_bytes()
    command, *rest = arguments
    finished = ita(command, "งาน.ita", "--year", "2568", *rest, cwd=desk)
    assert finished.returncode == 3
    assert len(finished.stderr.strip().splitlines()) == 1
    assert all((desk / name).read_bytes() == before for name in ("งาน.ita", "อีกชื่อ.ita", "ไม่มีนามสกุล.dat"))


def test_a_workbook_without_years_goes_out_and_comes_back(tmp_path):
    (tmp_path / "d.json").write_text('{"format": "ita-workbook/1", "office": {"name": "ก"}}', "utf-8")
    done("new", "a.ita", "--from", "d.json", cwd=tmp_path)
    done("export", "a.ita", "--year", 2568, "--what", "data", "--as", "json", "--to", "e.json", cwd=tmp_path)
    assert json.loads((tmp_path / "e.json").read_text("utf-8"))["years"] == []
    done("export", "a.ita", "--year", 2568, "--what", "workbook", "--as", "xlsx", "--to", "e.xlsx", cwd=tmp_path)
    assert ita("export", "a.ita", "--year", 2568, "--what", "memo", "--to", "e.pdf", cwd=tmp_path).returncode == 2


def test_the_name_of_a_file_and_what_is_in_it_agree(desk):
    done("export", "งาน.ita", "--year", "2568", "--what", "memo", "--to", "ชื่อ.docx", cwd=desk)
    assert (desk / "ชื่อ.docx").read_bytes()[:2] == b"PK"
    refused = ita("export", "งาน.ita", "--year", "2568", "--what", "memo", "--as", "docx", "--to", "ก.pdf", cwd=desk)
    assert refused.returncode == 2
    assert not (desk / "ก.pdf").exists()


def test_rules_go_into_a_folder_too(desk):
    done("framework", "งาน.ita", "--year", "2568", "--export", "เกณฑ์/", cwd=desk)
    done("framework", "งาน.ita", "--year", "2568", "--export", ".", cwd=desk)
    names = [desk / "เกณฑ์" / "ita-2568-framework.toml", desk / "ita-2568-framework.toml"]
    assert names[0].read_bytes() == names[1].read_bytes()


def test_a_workbook_that_cannot_be_made_is_named_as_the_officer_named_it(tmp_path):
    refused = ita("new", "ไม่มีโฟลเดอร์นี้/งาน.ita", "--office", "เทศบาลตำบลตัวอย่าง", cwd=tmp_path)
    assert refused.returncode == 3
    assert "งาน.ita" in refused.stderr
    assert ".partial" not in refused.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only here is there a drive that is always full")
def test_an_answer_that_finds_no_room_says_so(desk):
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "ita_desktop", "show", "งาน.ita", "--year", "2568", "--json"]
        finished = subprocess.run(command, cwd=desk, stdout=full, stderr=subprocess.PIPE, encoding="utf-8")
    assert finished.returncode == 3
    assert "เนื้อที่" in finished.stderr


def test_nothing_on_the_command_line_needs_a_screen_or_loads_qt(desk):
    code = (
        "import sys; from ita_desktop.__main__ import main; main(sys.argv[1:]);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    command = [sys.executable, "-c", code, "export", "งาน.ita", "--year", "2568", "--what", "memo", "--to", "q.pdf"]
    assert subprocess.run(command, cwd=desk, capture_output=True).returncode == 0


def test_rules_of_a_year_are_shared_with_the_office_next_door(desk):
    done("framework", "งาน.ita", "--year", "2568", "--export", "เกณฑ์.toml", cwd=desk)
    text = (desk / "เกณฑ์.toml").read_text("utf-8")
    (desk / "เกณฑ์.toml").write_text(text.replace("ข่าวประชาสัมพันธ์", "บริการอิเล็กทรอนิกส์"), "utf-8")
    done("new", "ข้างบ้าน.ita", "--office", "เทศบาลตำบลข้างเคียง", cwd=desk)
    done("framework", "ข้างบ้าน.ita", "--year", "2568", "--import", "เกณฑ์.toml", cwd=desk)
    assert "บริการอิเล็กทรอนิกส์" in done("framework", "ข้างบ้าน.ita", "--year", "2568", cwd=desk)
    assert "บริการอิเล็กทรอนิกส์" not in done("framework", "งาน.ita", "--year", "2568", cwd=desk)
    done("framework", "ข้างบ้าน.ita", "--year", "2568", "--export", "อีกครั้ง.toml", cwd=desk)
    assert (desk / "อีกครั้ง.toml").read_text("utf-8") == (desk / "เกณฑ์.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('code = "o2"', 'code = "o1"', 1),
        ("weight = 30", "weight = 35", 1),
        ("year = 2568", "year = 2567", 1),
        ("[", "", 1),
    ],
)
def test_broken_rules_are_refused_and_the_workbook_stays(desk, tmp_path, old, new, code):
    done("framework", "งาน.ita", "--year", "2568", "--export", tmp_path / "f.toml", cwd=desk)
    text = (tmp_path / "f.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "f.toml").write_text(text.replace(old, new, 1), "utf-8")
    before = done("framework", "งาน.ita", "--year", "2568", cwd=desk)
    refused = ita("framework", "งาน.ita", "--year", "2568", "--import", tmp_path / "f.toml", cwd=desk)
    assert refused.returncode == code
    assert "Traceback" not in refused.stderr
    assert done("framework", "งาน.ita", "--year", "2568", cwd=desk) == before


def test_the_rules_of_another_year_are_not_taken_for_this_one(desk, tmp_path):
    done("framework", "งาน.ita", "--year", "2567", "--export", tmp_path / "f.toml", cwd=desk)
    assert ita("framework", "งาน.ita", "--year", "2568", "--import", tmp_path / "f.toml", cwd=desk).returncode == 2
