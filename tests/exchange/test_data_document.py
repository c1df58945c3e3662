"""A workbook as JSON: nothing is lost on the way out and back, and what is wrong is refused whole, by its place."""

from __future__ import annotations

import copy
import json
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any

import pytest
import workbooks
from hypothesis import given, settings

from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.json_text import read_json
from ita_desktop.domain.records import Finding, FollowUp, Measure, Office, Round, Year
from ita_desktop.domain.workbook import Workbook, YearRecords
from ita_desktop.exchange.data_document import WrongDocument, read_document, write_document

CONTRACT = """
{"format": "ita-workbook/1",
 "office": {"name": "เทศบาลตำบลตัวอย่าง", "kind": "เทศบาลตำบล", "district": "…", "province": "…",
            "divisions": ["สำนักปลัดเทศบาล", "กองคลัง"]},
 "years": [{
   "year": 2566, "measures_year": 2566, "framework": "2566",
   "reported": {"total": 89.4, "level": "A"},
   "indicator_scores": {"1": 94.68, "2": 88.55}, "eit_parts": {"1": 85.10, "2": 85.73},
   "item_scores": {"i1": 98.2, "e11": 93.4, "o39": 0},
   "respondents": [{"tool": "IIT", "by": "age", "class": "20-30", "male": 6, "female": 11, "other": 0}],
   "assessor_remarks": [{"item": "o39", "text": "…"}],
   "findings": [{"id": "f1", "indicator": 8, "items": ["e11"], "topic": null, "kind": "fix", "text": "…",
                 "advice": "…"}],
   "measures": [{"id": "m1", "findings": ["f1"], "indicator": 8, "items": [], "topic": null, "title": "…",
                 "analysis": "…", "steps": ["…", "…"], "owners": ["นิติกร"], "start": "2022-10-01",
                 "end": "2023-09-30", "period_text": "ตลอดปีงบประมาณ", "followup": "…", "budget": null}],
   "rounds": [{"id": "r1", "name": "รอบ 6 เดือน", "due": "2023-03-31"}],
   "followups": [{"measure": "m1", "round": "r1", "state": "in_progress", "progress": 50, "result": "…",
                  "obstacles": "…", "reported": "2023-03-20", "evidence": [{"title": "…", "link": "…"}]}],
   "memo": {"division": "…", "number": "…", "date": "2023-03-20", "subject": "…", "to": "…",
            "parts": [{"heading": "เรื่องเดิม", "text": "…"}],
            "signatures": [{"to": "…", "comments": ["- เพื่อโปรดพิจารณา"], "name": "…", "position": "…",
                            "acting_for": "…", "date": null}]},
   "report": {"preset": "…", "sections": [{"key": "background", "included": true, "text": "…"}]},
   "order": {"number": "45/2566", "date": "2023-01-26", "subject": "…",
             "members": [{"name": "…", "position": "…", "role": "…", "charge": ["9.1", "o12"]}],
             "duties": ["…"], "signatory": {"name": "…", "position": "…"}},
   "agenda": {"meeting": "1/2566", "date": "2023-02-01", "time": "13:30", "place": "…",
              "items": [{"number": "1", "title": "…", "points": ["…"]}]}
 }]}
"""


def test_the_contracts_example_comes_back_as_it_was():
    assert read_json(write_document(read_document(CONTRACT))) == read_json(CONTRACT)


def test_the_sample_comes_back_letter_for_letter():
    text = (workbooks.RESOURCES / "sample" / "sample.json").read_text(encoding="utf-8")
    assert write_document(read_document(text)) == text.rstrip() + "\n"


def test_every_field_survives():
    workbook = workbooks.everything()
    assert read_document(write_document(workbook)) == workbook


@settings(deadline=None, max_examples=40)
@given(workbooks.random_workbooks())
def test_any_workbook_survives(workbook: Workbook):
    assert read_document(write_document(workbook)) == workbook


def test_digits_are_kept_as_they_were_typed():
    text = write_document(read_document(CONTRACT))
    assert '"1": 85.10' in text
    assert '"total": 89.4,' in text
    assert '"o39": 0' in text


def test_what_is_kept_of_a_year_is_what_a_year_is():
    """A field that is added to Year is to be kept as well."""
    assert {field.name for field in fields(Year)} - {"office", "previous"} == {
        field.name for field in fields(YearRecords)
    }


def test_everything_but_the_format_the_offices_name_and_each_year_may_be_left_out():
    text = """{"format": "ita-workbook/1", "office": {"name": "ก"}, "years": [
        {"year": 2568, "findings": [{}, {"id": "f1"}], "measures": [{"title": "ข"}], "rounds": [{}],
         "followups": [{"measure": "m1", "round": "r1"}], "memo": {}, "report": {"sections": [{}]}, "order": {}}]}"""
    (year,) = read_document(text).years
    assert (year.measures_year, year.framework) == (2569, "2568")
    assert year.findings == (Finding(id="f2"), Finding(id="f1"))
    assert year.measures == (Measure(id="m1", title="ข"),)
    assert year.rounds == (Round(id="r1", name=""),)
    assert year.followups == (FollowUp(measure="m1", round="r1"),)
    assert read_document('{"format": "ita-workbook/1", "office": {"name": "ก"}}') == Workbook(office=Office(name="ก"))


def test_names_of_our_own_are_only_written_where_they_hold_anything():
    plain = json.loads(write_document(Workbook(office=Office(name="ก"), years=workbooks.everything().years[:1])))
    assert set(plain) == {"format", "office", "years"}
    assert set(plain["office"]) == {"name", "kind", "district", "province", "divisions"}
    assert set(plain["years"][0]) == {
        *("year", "measures_year", "framework", "reported", "indicator_scores", "eit_parts", "item_scores"),
        *("respondents", "assessor_remarks", "findings", "measures", "rounds", "followups"),
    }


def test_years_come_in_their_order():
    years = tuple(YearRecords(number=number, measures_year=number, framework="2568") for number in (2568, 2566))
    workbook = Workbook(office=workbooks.OFFICE, years=years)
    assert [year.number for year in read_document(write_document(workbook)).years] == [2566, 2568]


# What is refused


def changed(path: str, value: Any) -> str:
    """The contract's example with another value at this path."""
    plain = json.loads(CONTRACT)
    *steps, last = path.replace("[", ".[").split(".")
    inner = plain
    for step in steps:
        inner = inner[int(step[1:-1]) if step.startswith("[") else step]
    inner[int(last[1:-1]) if last.startswith("[") else last] = value
    return json.dumps(plain, ensure_ascii=False)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("office.name", ""),
        ("office.name", None),
        ("office.district", 5),
        ("office.divisions", "กองคลัง"),
        ("office.divisions[1]", None),
        ("years", {}),
        ("years[0]", []),
        ("years[0].year", "2566"),
        ("years[0].year", 2023),
        ("years[0].year", 2566.0),
        ("years[0].year", True),
        ("years[0].measures_year", 99),
        ("years[0].framework", 2566),
        ("years[0].reported", None),
        ("years[0].reported.total", 100.01),
        ("years[0].reported.level", 1),
        ("years[0].indicator_scores.1", 946.8),
        ("years[0].indicator_scores.1", -0.01),
        ("years[0].indicator_scores.1", "94.68"),
        ("years[0].indicator_scores.1", None),
        ("years[0].indicator_scores.1", True),
        ("years[0].indicator_scores.1", 10**400),
        ("years[0].indicator_scores.1", 1e-300),
        ("years[0].indicator_scores.01", 50),
        ("years[0].indicator_scores.x", 50),
        ("years[0].indicator_scores.100", 50),
        ("years[0].eit_parts.3", 50),
        ("years[0].item_scores.x1", 50),
        ("years[0].item_scores.I2", 50),
        ("years[0].item_scores.o39", []),
        ("years[0].respondents[0].male", -1),
        ("years[0].respondents[0].male", 6.5),
        ("years[0].respondents[0].group", "20-30"),
        ("years[0].findings[0].id", "f 1"),
        ("years[0].findings[0].kind", "weak"),
        ("years[0].findings[0].topic", 8),
        ("years[0].findings[0].indicator", 0),
        ("years[0].findings[0].items", {}),
        ("years[0].findings[0].text", None),
        ("years[0].measures[0].end", "2023-02-30"),
        ("years[0].measures[0].end", "2566-09-30"),
        ("years[0].measures[0].end", "20230930"),
        ("years[0].measures[0].end", "30/9/2566"),
        ("years[0].measures[0].end", 20230930),
        ("years[0].measures[0].steps[1]", 2),
        ("years[0].measures[0].findings[0]", "f9"),
        ("years[0].measures[0].budget", -1),
        ("years[0].measures[0].budget", "1,000"),
        ("years[0].measures[0].owner", "นิติกร"),
        ("years[0].measures[0].title", "\ud800"),
        ("years[0].measures[0].title", "ก\x00"),
        ("years[0].rounds[0].due", ""),
        ("years[0].followups[0].measure", "m9"),
        ("years[0].followups[0].round", "r9"),
        ("years[0].followups[0].state", "finished"),
        ("years[0].followups[0].progress", 101),
        ("years[0].followups[0].progress", 50.5),
        ("years[0].followups[0].evidence[0].title", []),
        ("years[0].memo.parts[0].heading", None),
        ("years[0].memo.signatures[0].date", "2023-13-01"),
        ("years[0].report.sections[0].included", 1),
        ("years[0].order.members[0].charge", "9.1"),
        ("years[0].order.signatory", None),
        ("years[0].agenda.items[0].points", None),
        ("years[0].agenda.minutes", "…"),
        ("shelf", {"ก": 5}),
        ("pictures", {"emblem": {"media_type": "image/png", "content": "!!!"}}),
        ("extra", 1),
    ],
)
def test_a_wrong_value_is_refused_by_its_path(path: str, value: Any):
    with pytest.raises(WrongDocument) as refused:
        read_document(changed(path, value))
    assert refused.value.path.startswith(path)
    assert refused.value.path in str(refused.value)


@pytest.mark.parametrize(
    ("list_name", "path"),
    [
        ("respondents", "years[0].respondents[1].class"),
        ("assessor_remarks", "years[0].assessor_remarks[1].item"),
        ("findings", "years[0].findings[1].id"),
        ("measures", "years[0].measures[1].id"),
        ("rounds", "years[0].rounds[1].id"),
        ("followups", "years[0].followups[1].round"),
    ],
)
def test_what_is_said_twice_is_refused(list_name: str, path: str):
    plain = json.loads(CONTRACT)
    plain["years"][0][list_name] *= 2
    with pytest.raises(WrongDocument) as refused:
        read_document(json.dumps(plain))
    assert refused.value.path == path


def test_a_year_twice_is_refused():
    plain = json.loads(CONTRACT)
    plain["years"].append(copy.deepcopy(plain["years"][0]))
    with pytest.raises(WrongDocument) as refused:
        read_document(json.dumps(plain))
    assert refused.value.path == "years[1].year"


@pytest.mark.parametrize(
    ("path", "wanted"),
    [("office", "office"), ("office.name", "office.name"), ("years[0].year", "years[0].year")]
    + [(f"years[0].followups[0].{name}", f"years[0].followups[0].{name}") for name in ("measure", "round")],
)
def test_what_must_be_there_is_missed_by_its_path(path: str, wanted: str):
    plain = json.loads(CONTRACT)
    *steps, last = path.replace("[", ".[").split(".")
    inner = plain
    for step in steps:
        inner = inner[int(step[1:-1]) if step.startswith("[") else step]
    del inner[last]
    with pytest.raises(WrongDocument) as refused:
        read_document(json.dumps(plain))
    assert refused.value.path == wanted


def test_a_name_given_twice_in_one_object_is_refused_rather_than_half_lost():
    text = CONTRACT.replace('"title": "…",\n', '"title": "…", "title": "อื่น",\n')
    assert text != CONTRACT
    with pytest.raises(WrongDocument) as refused:
        read_document(text)
    assert refused.value.path == "years[0].measures[0].title"
    with pytest.raises(WrongDocument, match="format"):
        read_document('{"format": "ita-workbook/1", "format": "ita-workbook/1"}')


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e400", "1e999999999", "0e999999999", "1e-999999999"]
)
def test_numbers_that_nobody_means_are_refused(number: str):
    with pytest.raises(WrongDocument) as refused:
        read_document(CONTRACT.replace("94.68", number))
    assert refused.value.path == "years[0].indicator_scores.1"
    with pytest.raises(WrongDocument) as refused:
        read_document(CONTRACT.replace('"years"', f'"shelf": {{"ก": {{"ข": [{number}]}}}}, "years"'))
    assert refused.value.path == "shelf.ก.ข[0]"


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", "{}", '"ita-workbook/1"', "[" * 100_000, "1" * 10_000, "{'a': 1}"]
)
def test_what_is_no_data_document_is_refused_in_words(text: str):
    with pytest.raises(FileTrouble, match="ไม่ใช่เอกสารข้อมูล"):
        read_document(text)


@pytest.mark.parametrize("format", ['"ita-workbook/2"', "1", "null", '["ita-workbook/1"]'])
def test_another_format_is_refused_in_words(format: str):
    with pytest.raises(FileTrouble, match="ไม่ใช่เอกสารข้อมูล"):
        read_document(CONTRACT.replace('"ita-workbook/1"', format))


def test_a_document_written_by_a_windows_editor_is_read():
    assert read_document("\ufeff" + CONTRACT.replace("\n", "\r\n")) == read_document(CONTRACT)


def test_a_zero_with_a_minus_is_a_zero():
    year = read_document(CONTRACT.replace("94.68", "-0.0")).years[0]
    assert str(year.indicator_scores[1]) == "0.0"
    assert replace(year, indicator_scores={1: Decimal(0)}).indicator_scores == {1: year.indicator_scores[1]}
