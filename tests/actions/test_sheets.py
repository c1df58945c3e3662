"""A sheet comes in as one step, and the workbook goes out as sheets that come back."""

from __future__ import annotations

import datetime
import hashlib
import shutil
import subprocess
import sys
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import workbooks
from hypothesis import HealthCheck, given, settings

from ita_desktop.actions import sheets
from ita_desktop.actions.outcomes import Duplicates, RowState
from ita_desktop.actions.sheets import (
    WouldOverwrite,
    import_tables,
    known_of,
    plan_import,
    with_backup,
)
from ita_desktop.actions.sheets_out import export_rejected, export_workbook
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Finding, FollowUp, Measure, Office, Round
from ita_desktop.domain.workbook import Workbook, YearRecords
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.own.template import template_workbook
from ita_desktop.exchange.recognise import Meaning, Recognised, recognise, reread
from ita_desktop.exchange.sheets.reading import read_tables
from ita_desktop.storage import backups
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

sys.path.insert(0, str(Path(__file__).parents[1] / "exchange"))
from made_sheets import BASES, NAMES, Shape, grid, grids_of
from made_sheets import known as made_known

FRAMEWORKS = Frameworks(workbooks.RESOURCES / "frameworks")
OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", divisions=("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองยุทธศาสตร์และงบประมาณ"))
NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)
TAKEN = ("indicator_scores", "eit_parts", "item_scores", "respondents", "remarks", "findings", "measures", "followups")


def new(path: Path, workbook: Workbook | None = None) -> Document:
    content = workbook or Workbook(office=OFFICE)
    return Document.create(path, content.office, frameworks=FRAMEWORKS, fill=lambda change: add_years(change, content))


@pytest.fixture
def document(tmp_path):
    with new(tmp_path / "งาน.ita") as made:
        yield made


def see(document: Document, *grids: Grid, year: int = 2568) -> Recognised:
    return recognise(grids, known_of(document, year, FRAMEWORKS))


def bring_in(document: Document, *grids: Grid, year: int = 2568, **how) -> sheets.Summary:
    how.setdefault("on_duplicates", Duplicates.UPDATE)
    return import_tables(document, see(document, *grids, year=year).tables, year, **how)


def scores(*rows) -> Grid:
    return grid(("ตัวชี้วัด", "คะแนน"), *rows)


def test_an_import_is_one_step_that_can_be_undone(document):
    told = []
    document.listen(told.append)
    summary = bring_in(document, scores((NAMES[0], 90), (NAMES[1], 80)), Shape.of(BASES["measures"]).grids()[0])
    assert (summary.taken, summary.changed, summary.skipped) == (6, 0, 0)
    assert len(told) == 1
    assert document.undo_label == "นำเข้าคะแนนรายตัวชี้วัด และ มาตรการ"
    document.undo()
    assert document.years() == ()
    document.redo()
    assert document.year(2568).indicator_scores == {1: 90, 2: 80}


@pytest.mark.parametrize("name", BASES)
def test_the_same_sheet_twice_changes_nothing(document, name):
    bring_in(document, *Shape.of(BASES["measures"]).grids())
    bring_in(document, *Shape.of(BASES[name]).grids())
    before = document.workbook()
    again = bring_in(document, *Shape.of(BASES[name]).grids())
    assert document.workbook() == before
    assert again.changed == 0
    assert again.count(RowState.UNCHANGED) == len(again.rows) == again.taken


@pytest.mark.parametrize("name", BASES)
def test_a_rehearsal_tells_what_will_be_and_leaves_everything_as_it_was(document, name, tmp_path):
    bring_in(document, *Shape.of(BASES["measures"]).grids())
    told = []
    document.listen(told.append)
    before, undo = document.workbook(), document.undo_label
    file_before = hashlib.sha256(document.path.read_bytes()).hexdigest()
    tables = see(document, *Shape.of(BASES[name]).grids()).tables
    plan = plan_import(document, tables, 2568)
    assert document.workbook() == before
    assert hashlib.sha256(document.path.read_bytes()).hexdigest() == file_before
    assert (document.undo_label, told) == (undo, [])
    done = import_tables(document, tables, 2568, on_duplicates=Duplicates.UPDATE)
    assert done.rows == plan.rows


def test_rows_with_an_error_stay_out_and_the_others_go_in(document):
    summary = bring_in(document, scores((NAMES[0], 946.8), (NAMES[1], 80)))
    assert (summary.taken, summary.skipped) == (1, 1)
    assert document.year(2568).indicator_scores == {2: 80}
    assert [problem.cell for problem in summary.problems] == ["B2"]


def test_what_is_there_already_is_updated_skipped_or_stops_everything(document):
    bring_in(document, scores((NAMES[0], 90), (NAMES[1], 80)))
    other = scores((NAMES[0], 91.5), (NAMES[1], 80), (NAMES[2], 70))
    with pytest.raises(WouldOverwrite) as told:
        bring_in(document, other, on_duplicates=Duplicates.STOP)
    assert told.value.summary.count(RowState.UPDATED) == 1
    assert document.year(2568).indicator_scores == {1: 90, 2: 80}
    skipped = bring_in(document, other, on_duplicates=Duplicates.SKIP)
    assert (skipped.count(RowState.SKIPPED), skipped.count(RowState.NEW)) == (1, 1)
    assert document.year(2568).indicator_scores == {1: 90, 2: 80, 3: 70}
    updated = bring_in(document, other)
    (row,) = [row for row in updated.rows if row.state is RowState.UPDATED]
    (change,) = row.outcomes[0].changes
    assert (change.before, change.after, change.place) == ("90.00", "91.50", (1, 1))
    assert updated.changed == 1


def test_a_table_of_two_years_fills_both_and_makes_the_one_that_is_not_there(document):
    bring_in(document, *Shape.of(BASES["compared"]).grids())
    assert document.years() == (2567, 2568)
    assert document.year(2567).indicator_scores[1] == Decimal("80.12")


def test_a_year_made_for_measures_gets_the_year_in_which_they_run(document):
    table = grid(("มาตรการ ปีงบประมาณ พ.ศ. 2568",), ("มาตรการ", "ผู้รับผิดชอบ"), ("อบรม", "กองคลัง"))
    bring_in(document, table)
    assert document.year(2568).measures_year == 2568


def test_measures_of_one_name_are_neither_doubled_nor_mixed_up(document):
    table = grid(
        ("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ"),
        (NAMES[0], "จัดอบรม", "กองคลัง"),
        (NAMES[0], "จัดอบรม", "กองช่าง"),
        (NAMES[1], "จัดอบรม", "สำนักปลัดเทศบาล"),
    )
    bring_in(document, table)
    bring_in(document, table)
    assert [measure.owners for measure in document.year(2568).measures] == [
        ("กองคลัง",),
        ("กองช่าง",),
        ("สำนักปลัดเทศบาล",),
    ]


def test_a_slip_of_the_pen_is_the_same_measure_another_sentence_is_another(document):
    heads = ("ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ")
    first = "เผยแพร่แผนการใช้จ่ายงบประมาณประจำปีบนเว็บไซต์ของหน่วยงาน"
    bring_in(document, grid(heads, (NAMES[1], first, "กองคลัง")))
    bring_in(document, grid(heads, (NAMES[1], first.replace("เว็บไซต์", "เวบไซต์"), "กองช่าง")))
    assert [measure.owners for measure in document.year(2568).measures] == [("กองช่าง",)]
    bring_in(document, grid(heads, (NAMES[1], "เผยแพร่ผลการใช้จ่ายงบประมาณทุกไตรมาสที่จุดบริการ", "กองคลัง")))
    assert len(document.year(2568).measures) == 2


def test_what_a_foreign_sheet_leaves_empty_stays(document):
    heads = ("มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา")
    bring_in(document, grid(heads, ("อบรม", "กองคลัง", "ตลอดปีงบประมาณ 2569")))
    bring_in(document, grid(heads, ("อบรม", None, "ทุกไตรมาส")))
    (measure,) = document.year(2568).measures
    assert (measure.owners, measure.period_text, measure.end) == (("กองคลัง",), "ทุกไตรมาส", None)


def test_findings_beside_their_measures_are_answered_by_them(document):
    bring_in(document, *Shape.of(BASES["topics"]).grids())
    year = document.year(2568)
    assert [measure.findings for measure in year.measures] == [(finding.id,) for finding in year.findings]


def test_reports_find_their_measure_and_make_their_round(document):
    bring_in(document, *Shape.of(BASES["measures"]).grids())
    bring_in(document, *Shape.of(BASES["followup"]).grids())
    year = document.year(2568)
    assert [round.name for round in year.rounds] == ["รอบ 6 เดือน"]
    assert {report.measure for report in year.followups} == {year.measures[0].id, year.measures[1].id}


def test_a_report_on_a_measure_nobody_knows_is_named(document):
    summary = bring_in(document, *Shape.of(BASES["followup"]).grids())
    assert (summary.taken, summary.skipped) == (0, 2)
    assert "ไม่พบมาตรการ" in summary.problems[0].message
    (table,) = recognise(Shape.of(BASES["followup"]).grids(), made_known()).tables
    named = next(column.index for column in table.columns if column.meaning is Meaning.MEASURE)
    assert {problem.column for problem in summary.problems} == {named}


def test_a_round_already_there_is_found_by_its_months(document):
    bring_in(document, *Shape.of(BASES["measures"]).grids())
    with document.change("รอบ") as change:
        change.save(2568, Round(id="r1", name="รายงานผล รอบ ๖ เดือนแรก"), Round(id="r2", name="รอบ 12 เดือน"))
    bring_in(document, *Shape.of(BASES["followup"]).grids())
    assert {report.round for report in document.year(2568).followups} == {"r1"}


def test_a_verified_backup_is_made_first_and_none_for_a_rehearsal(document, tmp_path):
    backup = with_backup(document, tmp_path / "สำรอง", NOW)
    bring_in(document, scores((NAMES[0], 90), (NAMES[1], 80)), dry_run=True, backup=backup)
    assert not (tmp_path / "สำรอง").exists()
    bring_in(document, scores((NAMES[0], 90), (NAMES[1], 80)), backup=backup)
    (made,) = backups.folder_of(document.path, tmp_path / "สำรอง").glob("*.ita")
    with Document.open(made, frameworks=FRAMEWORKS, read_only=True) as before:
        assert before.years() == ()


def test_meanings_that_a_person_gave_are_remembered_with_the_import(document):
    table = grid(("ตัวชี้วัด", "คะแนนที่ได้", "ร้อยละ"), *((name, 17, 85) for name in NAMES))
    recognised = see(document, table)
    columns = tuple(
        replace(column, meaning=Meaning.IGNORED) if column.heading == "คะแนนที่ได้" else column
        for column in recognised.tables[0].columns
    )
    chosen = reread(recognised.grids, recognised.tables[0], known_of(document, 2568, FRAMEWORKS), columns=columns)
    import_tables(document, [chosen], 2568)
    assert set(document.year(2568).indicator_scores.values()) == {85}
    assert bring_in(document, table).count(RowState.UNCHANGED) == 10
    document.undo()
    assert not document.shelf(sheets.MAPPINGS)


def test_rows_left_out_come_back_as_a_sheet_with_their_reason(document, tmp_path):
    table = grid(("ที่", "ตัวชี้วัด", "คะแนน"), (1, NAMES[0], 946.8), (2, NAMES[1], 80), (3, "ไม่รู้จัก", 70))
    summary = bring_in(document, table)
    assert export_rejected([table], summary, tmp_path / "เหลือ.xlsx") == 2
    workbook = openpyxl.load_workbook(tmp_path / "เหลือ.xlsx")
    sheet = workbook.worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["ที่", "ตัวชี้วัด", "คะแนน", "เหตุผลที่ไม่นำเข้า"]
    assert "0 ถึง 100" in sheet["D2"].value
    sheet["C2"], sheet["B3"] = 94.68, NAMES[2]
    workbook.save(tmp_path / "แก้แล้ว.xlsx")
    bring_in(document, *read_tables(tmp_path / "แก้แล้ว.xlsx"))
    assert document.year(2568).indicator_scores == {1: Decimal("94.68"), 2: 80, 3: 70}


# Out and back


def content(workbook: Workbook) -> list[dict[str, object]]:
    """Of each year what sheets carry: rounds that nothing hangs on and years without rows are not among it."""
    return [
        {name: getattr(year, name) for name in TAKEN}
        for year in workbook.years
        if any(getattr(year, name) for name in TAKEN)
    ]


def test_our_own_sheets_bring_nothing_new(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        before = document.workbook()
        export_workbook(document, tmp_path / "ออก.xlsx")
        summary = bring_in(document, *read_tables(tmp_path / "ออก.xlsx"))
        assert document.workbook() == before
        assert summary.changed == 0
        assert not [row for row in summary.rows if row.state is not RowState.UNCHANGED]
        assert document.undo_label is None


def test_our_own_sheets_fill_an_empty_workbook_of_the_same_office(tmp_path):
    sample = workbooks.sample()
    with new(tmp_path / "a.ita", sample) as document, new(tmp_path / "b.ita", Workbook(office=sample.office)) as other:
        export_workbook(document, tmp_path / "ออก.xlsx")
        bring_in(other, *read_tables(tmp_path / "ออก.xlsx"))
        assert content(other.workbook()) == [without_drafts(year) for year in content(document.workbook())]


def without_drafts(year: dict[str, object]) -> dict[str, object]:
    def plain(record: object) -> object:
        return replace(record, drafts=()) if isinstance(record, Finding | Measure) else record

    return {name: tuple(map(plain, value)) if isinstance(value, tuple) else value for name, value in year.items()}


def test_three_cells_changed_in_excel_change_exactly_three_values(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        before = document.workbook()
        export_workbook(document, tmp_path / "ออก.xlsx")
        change_three_cells(tmp_path / "ออก.xlsx")
        summary = bring_in(document, *read_tables(tmp_path / "ออก.xlsx"))
        assert (summary.changed, summary.count(RowState.UPDATED), summary.count(RowState.NEW)) == (3, 3, 0)
        assert_three_values_changed(before, document.workbook())


def change_three_cells(path: Path) -> None:
    workbook = openpyxl.load_workbook(path)
    workbook["คะแนน"]["F5"] = 77.77
    heads = [cell.value for cell in workbook["มาตรการ"][1]]
    workbook["มาตรการ"].cell(3, 1 + heads.index("ผู้รับผิดชอบ"), "กองคลัง\nกองช่าง")
    heads = [cell.value for cell in workbook["ข้อค้นพบ"][1]]
    workbook["ข้อค้นพบ"].cell(2, 1 + heads.index("ข้อเสนอแนะ"), "ข้อเสนอแนะที่แก้แล้ว")
    workbook.save(path)


def assert_three_values_changed(before: Workbook, after: Workbook) -> None:
    differences = []
    for old, now in zip(before.years, after.years, strict=True):
        for field in fields(YearRecords):
            was, is_now = getattr(old, field.name), getattr(now, field.name)
            if was == is_now:
                continue
            if isinstance(was, tuple):
                for one, other in zip(was, is_now, strict=True):
                    differences += [
                        getattr(other, name.name)
                        for name in fields(one)
                        if getattr(one, name.name) != getattr(other, name.name)
                    ]
            else:
                differences += [is_now[key] for key in is_now if is_now[key] != was.get(key)]
    assert sorted(map(str, differences)) == ["('กองคลัง', 'กองช่าง')", "77.77", "ข้อเสนอแนะที่แก้แล้ว"]


def test_a_cell_emptied_in_our_own_sheet_is_emptied_in_the_workbook(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        export_workbook(document, tmp_path / "ออก.xlsx")
        workbook = openpyxl.load_workbook(tmp_path / "ออก.xlsx")
        heads = [cell.value for cell in workbook["มาตรการ"][1]]
        workbook["มาตรการ"].cell(2, 1 + heads.index("การติดตามผล")).value = None
        workbook.save(tmp_path / "ออก.xlsx")
        assert document.workbook().years[0].measures[0].followup
        bring_in(document, *read_tables(tmp_path / "ออก.xlsx"))
        assert document.workbook().years[0].measures[0].followup == ""


def test_a_row_copied_in_excel_is_a_new_record_and_not_the_same_twice(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        count = len(document.workbook().years[-1].findings)
        export_workbook(document, tmp_path / "ออก.xlsx")
        workbook = openpyxl.load_workbook(tmp_path / "ออก.xlsx")
        sheet = workbook["ข้อค้นพบ"]
        copied = [cell.value for cell in sheet[sheet.max_row]]
        copied[5] = "ข้อค้นพบใหม่ที่เขียนต่อจากแถวที่คัดลอกมา"
        sheet.append(copied)
        workbook.save(tmp_path / "ออก.xlsx")
        bring_in(document, *read_tables(tmp_path / "ออก.xlsx"))
        assert len(document.workbook().years[-1].findings) == count + 1


def test_records_of_another_office_are_not_known_by_their_numbers(tmp_path):
    sample = workbooks.sample()
    neighbour = replace(sample, office=replace(sample.office, name="เทศบาลเมืองใกล้เคียง"))
    with new(tmp_path / "a.ita", neighbour) as theirs, new(tmp_path / "b.ita") as ours:
        with ours.change("มาตรการ") as change:
            change.add_year(2568)
            change.save(2568, Measure(id="m1", title="มาตรการของเราเองที่ไม่เกี่ยวกับของเขา"))
        export_workbook(theirs, tmp_path / "ออก.xlsx")
        bring_in(ours, *read_tables(tmp_path / "ออก.xlsx"))
        assert ours.year(2568).measure("m1").title == "มาตรการของเราเองที่ไม่เกี่ยวกับของเขา"


def test_text_that_looks_like_a_formula_stays_text(tmp_path):
    titles = ("=1+1", "+66 2 123", "-5", "@SUM(1)", "\t=1", '=HYPERLINK("http://x")')
    measures = tuple(Measure(id=f"m{n}", title=title) for n, title in enumerate(titles, 1))
    year = YearRecords(number=2568, measures_year=2569, framework="2568", measures=measures)
    with new(tmp_path / "a.ita", Workbook(office=OFFICE, years=(year,))) as document:
        export_workbook(document, tmp_path / "ออก.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "ออก.xlsx")["มาตรการ"]
        cells = [row[4] for row in sheet.iter_rows(min_row=2)]
        assert [cell.value for cell in cells] == list(titles)
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(cell.quotePrefix for cell in cells)
        assert bring_in(document, *read_tables(tmp_path / "ออก.xlsx")).changed == 0


def test_the_same_workbook_gives_the_same_file(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        first = export_workbook(document, tmp_path / "1.xlsx").read_bytes()
        assert export_workbook(document, tmp_path / "2.xlsx").read_bytes() == first


def test_sheets_are_ready_to_work_in_and_to_print(tmp_path):
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        export_workbook(document, tmp_path / "ออก.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "ออก.xlsx")
    assert workbook.sheetnames == ["คะแนน", "คะแนนรายข้อ", "ผู้ตอบ", "ข้อค้นพบ", "มาตรการ", "การติดตามผล", "รายการเลือก"]
    for sheet in workbook.worksheets[:-1]:
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.paperSize == 9
        assert sheet["A1"].font.name == "TH Sarabun New"
        assert sheet["A1"].font.size == 14
    measures = workbook["มาตรการ"]
    hidden = [name for name, column in measures.column_dimensions.items() if column.hidden]
    assert len(hidden) == 2
    assert measures.data_validations.dataValidation
    assert workbook["รายการเลือก"].sheet_state == "hidden"


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(workbook=workbooks.random_workbooks())
def test_any_workbook_goes_out_and_comes_back_unchanged(tmp_path_factory, workbook):
    folder = tmp_path_factory.mktemp("any")
    workbook = replace(workbook, years=tuple(map(with_codes, workbook.years)))
    with new(folder / "a.ita", workbook) as document:
        before = document.workbook()
        export_workbook(document, folder / "ออก.xlsx")
        years = document.years()
        if not years:
            return
        bring_in(document, *grids_of((folder / "ออก.xlsx").read_bytes()), year=years[-1])
        assert content(document.workbook()) == content(before)


def with_codes(year: YearRecords) -> YearRecords:
    """Remarks are on items, which the random ones do not know."""
    remarks = (replace(remark, item=f"o{number}") for number, remark in enumerate(year.remarks, 1))
    return replace(year, remarks=tuple(remarks))


@pytest.mark.soak
def test_three_cells_changed_in_libreoffice(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    with new(tmp_path / "a.ita", workbooks.sample()) as document:
        before = document.workbook()
        export_workbook(document, tmp_path / "ออก.xlsx")
        for folder in ("หนึ่ง", "สอง"):
            command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / folder]
            subprocess.run([*command, tmp_path / "ออก.xlsx"], check=True, capture_output=True)
            shutil.copy(tmp_path / folder / "ออก.xlsx", tmp_path / "ออก.xlsx")
            if folder == "หนึ่ง":
                change_three_cells(tmp_path / "ออก.xlsx")
        assert bring_in(document, *read_tables(tmp_path / "ออก.xlsx")).changed == 3
        assert_three_values_changed(before, document.workbook())


# The blank template


def test_the_template_that_ships_is_the_one_the_script_makes():
    shipped = (workbooks.RESOURCES / "template.xlsx").read_bytes()
    assert shipped == template_workbook(FRAMEWORKS.get(FRAMEWORKS.names()[-1]))


def test_the_blank_template_brings_nothing_and_the_filled_one_everything(document, tmp_path):
    blank = read_tables(workbooks.RESOURCES / "template.xlsx")
    assert bring_in(document, *blank).taken == 0
    assert document.years() == ()
    workbook = openpyxl.load_workbook(workbooks.RESOURCES / "template.xlsx")
    for row in range(3, 13):
        workbook["คะแนน"].cell(row, 4, 80 + row)
    workbook["คะแนนรายข้อ"]["B3"], workbook["คะแนนรายข้อ"]["D3"] = "o27", 0
    workbook["ผู้ตอบ"]["E3"], workbook["ผู้ตอบ"]["F3"] = 5, 6
    for sheet, at, text in (
        ("ข้อค้นพบ", "F3", "คิวยาว"),
        ("มาตรการ", "E3", "เปิดจองคิวออนไลน์"),
        ("การติดตามผล", "B3", "เปิดจองคิวออนไลน์"),
    ):
        workbook[sheet][at] = text
    workbook["ข้อค้นพบ"]["B3"] = "8. การปรับปรุงการทำงาน"
    workbook["การติดตามผล"]["C3"], workbook["การติดตามผล"]["F3"] = "รอบ 6 เดือน", "เปิดแล้ว"
    workbook.save(tmp_path / "กรอก.xlsx")
    bring_in(document, *read_tables(tmp_path / "กรอก.xlsx"))
    year = document.year(2568)
    assert len(year.indicator_scores) == 10
    assert year.item_scores == {"o27": 0}
    assert [(row.group, row.male, row.female) for row in year.respondents] == [("ต่ำกว่า 20 ปี", 5, 6)]
    assert [finding.text for finding in year.findings] == ["คิวยาว"]
    assert [measure.title for measure in year.measures] == ["เปิดจองคิวออนไลน์"]
    assert [report.result for report in year.followups] == ["เปิดแล้ว"]


def test_a_report_already_there_keeps_its_files(tmp_path):
    with new(tmp_path / "a.ita", workbooks.everything()) as document:
        before = document.workbook()
        export_workbook(document, tmp_path / "ออก.xlsx")
        bring_in(document, *read_tables(tmp_path / "ออก.xlsx"))
        assert document.workbook() == before
        report: FollowUp = document.year(2568).followups[0]
        assert report.evidence[0].sha256 == "ab"
