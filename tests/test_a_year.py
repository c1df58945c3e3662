"""One officer's year through every door: from last year's sheet to signed papers, the follow-up and the next year."""

import json
import subprocess
import sys

import openpyxl
import pypdfium2
import pytest

SCORES = {
    "การปฏิบัติหน้าที่": "94.68",
    "การใช้งบประมาณ": "88.55",
    "การใช้อำนาจ": "๙๑.๘๐",
    "การใช้ทรัพย์สินของราชการ": "87.16",
    "การแก้ไขปัญหาการทุจริต": "88.27 คะแนน",
    "คุณภาพการดำเนินงาน": 86.78,
    "ประสิทธิภาพการสื่อสาร": 86.07,
    "การปรับปรุงระบบการทำงาน": 83.4,
    "การเปิดเผยข้อมูล": 100,
    "การป้องกันการทุจริต": 83.75,
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return tmp_path_factory.mktemp("โต๊ะทำงาน")


@pytest.fixture
def ita(desk):
    def done(*words, code=0):
        command = [sys.executable, "-m", "ita_desktop", *map(str, words)]
        finished = subprocess.run(command, cwd=desk, capture_output=True, text=True, encoding="utf-8")
        assert finished.returncode == code, finished.stderr
        assert "Traceback" not in finished.stderr
        return finished.stdout

    return done


@pytest.fixture
def data(ita, desk):
    """The whole workbook as it is now."""

    def exported():
        ita("export", "งาน.ita", "--year", 2566, "--what", "data", "--as", "json", "--to", "ข้อมูล.json")
        return json.loads((desk / "ข้อมูล.json").read_text("utf-8"))

    return exported


def pdf_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_january_the_scores_come_in_from_a_sheet(ita, desk):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566"])
    sheet.append(["อันดับ", "ตัวชี้วัด", "คะแนนที่ได้"])
    for rank, (name, score) in enumerate(reversed(SCORES.items()), 1):
        sheet.append([rank, name, score])
    sheet.append(["", "คะแนนรวม", 89.4])
    book.save(desk / "คะแนน.xlsx")
    ita("new", "งาน.ita", "--office", "เทศบาลตำบลตัวอย่าง")
    said = json.loads(ita("import", "งาน.ita", "คะแนน.xlsx", "--year", 2566, "--json"))
    assert (said["kind"], said["taken"], said["skipped"]) == ("scores", 10, 0)
    shown = json.loads(ita("show", "งาน.ita", "--year", 2566, "--json"))
    assert (shown["total"], shown["level"]) == (89.4, "ผ่านดี")
    assert [each["number"] for each in shown["indicators"] if each["group"] == "weak"] == [8, 10]
    again = json.loads(ita("import", "งาน.ita", "คะแนน.xlsx", "--year", 2566, "--json"))
    assert again["changed"] == 0


def test_february_the_program_drafts_and_the_review_finds_nothing_wrong(ita, data):
    ita("draft", "งาน.ita", "--year", 2566)
    year = data()["years"][-1]
    assert {finding["indicator"] for finding in year["findings"] if finding["kind"] == "fix"} >= {8, 10}
    for measure in year["measures"]:
        assert measure["steps"]
        assert measure["owners"]
        assert measure["start"]
        assert measure["end"]
        assert measure["followup"]
    checked = json.loads(ita("check", "งาน.ita", "--year", 2566, "--json"))
    assert [problem for problem in checked["problems"] if problem["severity"] == "error"] == []


def test_march_the_papers_go_up_the_chain(ita, desk):
    for what in ("memo", "report", "measures", "announcement", "circular"):
        for form in ("pdf", "docx"):
            ita("export", "งาน.ita", "--year", 2566, "--what", what, "--as", form, "--to", "เอกสาร/")
    memo = pdf_text(desk / "เอกสาร" / "ita-2566-memo.pdf")
    assert "บันทึกข้อความ" in memo
    report = pdf_text(desk / "เอกสาร" / "ita-2566-report.pdf")
    assert "๘๙.๔๐" in report
    assert "เทศบาลตำบลตัวอย่าง" in report
    arabic = ["--digits", "arabic", "--to", "เลขอารบิก.pdf"]
    ita("export", "งาน.ita", "--year", 2566, "--what", "report", "--as", "pdf", *arabic)
    assert "89.40" in pdf_text(desk / "เลขอารบิก.pdf")


def test_a_wrong_figure_in_a_finding_does_not_pass(ita, data, desk):
    whole = data()
    finding = next(f for f in whole["years"][-1]["findings"] if f["indicator"] == 8 and "83.40" in f["text"])
    finding["text"] = finding["text"].replace("83.40", "93.84")
    finding.pop("drafts", None)
    (desk / "ผิด.json").write_text(json.dumps(whole), "utf-8")
    ita("new", "ผิด.ita", "--from", "ผิด.json")
    checked = json.loads(ita("check", "ผิด.ita", "--year", 2566, "--json", code=1))
    found = [p for p in checked["problems"] if p["quote"] == "93.84" and p["where"]["id"] == finding["id"]]
    assert found
    assert found[0]["severity"] == "error"
    assert found[0]["expected"] == "83.40"


def test_april_excel_goes_out_is_edited_and_comes_back(ita, data, desk):
    ita("export", "งาน.ita", "--year", 2566, "--what", "workbook", "--as", "xlsx", "--to", "สมุด.xlsx")
    said = json.loads(ita("import", "งาน.ita", "สมุด.xlsx", "--year", 2566, "--json"))
    assert said["changed"] == 0
    before = data()
    book = openpyxl.load_workbook(desk / "สมุด.xlsx")
    old = before["years"][-1]["measures"][0]["title"]
    (cell,) = [c for sheet in book for row in sheet for c in row if c.value == old][:1]
    cell.value = "มาตรการที่แก้ใน Excel"
    book.save(desk / "สมุด.xlsx")
    said = json.loads(ita("import", "งาน.ita", "สมุด.xlsx", "--year", 2566, "--json"))
    assert said["changed"] == 1
    after = data()
    assert after["years"][-1]["measures"][0]["title"] == "มาตรการที่แก้ใน Excel"
    after["years"][-1]["measures"][0]["title"] = old
    for year in (*before["years"], *after["years"]):
        for measure in year["measures"]:
            measure.pop("drafts", None)  # a title a person wrote is no draft any more
    assert after == before


def test_september_everything_is_safe_and_can_be_given_back(ita, desk):
    ita("backup", "งาน.ita", "--to", "สำรอง")
    (backup,) = (desk / "สำรอง").glob("*.ita")
    ita("restore", backup, "--to", "คืน.ita")
    ita("verify", "คืน.ita")
    ita("export", "คืน.ita", "--year", 2566, "--what", "pack", "--to", "เผยแพร่")
    files = sorted(path.name for path in (desk / "เผยแพร่").rglob("*.pdf"))
    assert any("measures" in name for name in files)
    assert any("follow-up" in name for name in files)
    assert all(name.isascii() for name in files)
