"""Everything that writes, each as one operation: prepared, run, and judged by what lies on the disk afterwards.

An operation says what it has done as it goes; what was said to be saved must be there, whatever happens next.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import workbooks

from ita_desktop.actions import workbook as verbs
from ita_desktop.actions.carried import take_in
from ita_desktop.actions.outcomes import Duplicates
from ita_desktop.actions.sheets import import_tables, known_of
from ita_desktop.actions.sheets_out import export_workbook
from ita_desktop.delivery.hash_list import LIST_NAME, check_folder
from ita_desktop.delivery.keeping import keep
from ita_desktop.delivery.stick import Outgoing, copy_papers
from ita_desktop.domain.errors import FileTrouble
from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.domain.records import Finding, Memo
from ita_desktop.domain.workbook import Workbook
from ita_desktop.exchange.data_document import read_document, write_document
from ita_desktop.exchange.grid import Grid
from ita_desktop.exchange.recognise import recognise
from ita_desktop.storage import migrations
from ita_desktop.storage.document import Document
from ita_desktop.storage.filling import add_years

FRAMEWORKS = Frameworks(workbooks.RESOURCES / "frameworks")
NOW = datetime.datetime(2026, 11, 21, 8, 15, tzinfo=datetime.UTC)
NAME = "งาน.ita"
OLD = workbooks.everything()
NEW = replace(OLD, office=replace(OLD.office, telephone="0-0000-0000"))
PAPERS = {"บันทึกข้อความ.pdf": b"memo" * 3000, "รายงาน.docx": b"report" * 9000}
EVIDENCE = b"scan" * 5000

Say = Callable[[str], None]


def opened(path: Path) -> Document:
    return Document.open(path, frameworks=FRAMEWORKS, clock=lambda: NOW)


def make(path: Path, content: Workbook) -> None:
    Document.create(
        path, content.office, frameworks=FRAMEWORKS, fill=lambda change: add_years(change, content), clock=lambda: NOW
    ).close()


def content_of(path: Path) -> Workbook:
    with opened(path) as document:
        return document.workbook()


def refusal_of(path: Path) -> str:
    """What a second program is told; nothing where it is let in."""
    try:
        opened(path).close()
    except FileTrouble as trouble:
        return str(trouble)
    return ""


def work_in(place: Path, name: str) -> None:
    """All that is done with a workbook in a day, in this place and under this name."""
    place.mkdir(parents=True, exist_ok=True)
    path = place / name
    make(path, OLD)
    with opened(path) as document:
        assert "เปิดใช้อยู่" in refusal_of(path)
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


class Edit:
    """Five changes, one of them large and one undone."""

    name = "edit"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, OLD)

    def run(self, folder: Path, say: Say) -> None:
        with opened(folder / NAME) as document:
            for number in range(1, 6):
                with document.change(f"ครั้งที่ {number}") as change:
                    change.put_on_shelf("count", "changes", number)
                    change.set_indicator_score(2568, 1, Decimal(number))
                    change.save(2568, Finding(id="f1", text=f"{number}" * 3000), Memo(subject=str(number)))
                    if number == 3:
                        change.delete_year(2567)
                say(str(number))

    def judge(self, folder: Path, said: list[str]) -> None:
        with opened(folder / NAME) as document:
            count = document.shelf("count").get("changes", 0)
            last = int(said[-1]) if said else 0
            assert last <= count <= last + 1
            assert (2567 in document.years()) == (count < 3)
            year = document.year(2568)
            if count:
                assert year.indicator_scores[1] == Decimal(count)
                assert (year.findings[1].text, year.memo.subject) == (str(count) * 3000, str(count))
            else:
                assert document.workbook() == OLD


class Import:
    """A workbook from a data document."""

    name = "import"

    def prepare(self, folder: Path) -> None:
        (folder / "ข้อมูล.json").write_text(write_document(OLD), encoding="utf-8")

    def run(self, folder: Path, say: Say) -> None:
        verbs.create_from_data(folder / NAME, folder / "ข้อมูล.json", frameworks=FRAMEWORKS).close()
        say("made")

    def judge(self, folder: Path, said: list[str]) -> None:
        assert read_document((folder / "ข้อมูล.json").read_text(encoding="utf-8")) == OLD
        if said or (folder / NAME).exists():
            assert content_of(folder / NAME) == OLD


SCORES = {number: Decimal(70 + number) for number in range(1, 11)}


class Sheet:
    """Ten scores from a sheet into a workbook that has two of them."""

    name = "sheet"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, OLD)

    def run(self, folder: Path, say: Say) -> None:
        framework = FRAMEWORKS.get(OLD.years[-1].framework)
        rows = [(each.number, each.name, str(SCORES[each.number])) for each in framework.indicators]
        grid = Grid(name="คะแนน", rows=(("ลำดับ", "ตัวชี้วัด", "คะแนน"), *rows))
        with opened(folder / NAME) as document:
            tables = recognise([grid], known_of(document, 2568, FRAMEWORKS)).tables
            import_tables(document, tables, 2568, on_duplicates=Duplicates.UPDATE)
            say("imported")

    def judge(self, folder: Path, said: list[str]) -> None:
        with opened(folder / NAME) as document:
            scores = document.year(2568).indicator_scores
            assert scores in (OLD.years[-1].indicator_scores, SCORES)
            if said:
                assert scores == SCORES


class Export:
    """The whole workbook as a data document and as sheets, over those of last time."""

    name = "export"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, OLD)
        (folder / "ข้อมูล.json").write_text(write_document(NEW), encoding="utf-8")
        (folder / "ตาราง.xlsx").write_bytes(b"old" * 5000)

    def run(self, folder: Path, say: Say) -> None:
        with opened(folder / NAME) as document:
            verbs.export_data(document, folder / "ข้อมูล.json")
            say("data")
            export_workbook(document, folder / "ตาราง.xlsx")
            say("sheets")

    def judge(self, folder: Path, said: list[str]) -> None:
        assert content_of(folder / NAME) == OLD
        data = read_document((folder / "ข้อมูล.json").read_text(encoding="utf-8"))
        assert data in ((OLD,) if "data" in said else (OLD, NEW))
        sheets = (folder / "ตาราง.xlsx").read_bytes()
        if "sheets" in said or sheets != b"old" * 5000:
            with zipfile.ZipFile(io.BytesIO(sheets)) as parts:
                assert parts.testzip() is None


class BackUp:
    """A backup beside an earlier one, with its readable copy."""

    name = "backup"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, OLD)
        with opened(folder / NAME) as document:
            verbs.back_up_to(document, folder / "สำรอง", NOW)

    def run(self, folder: Path, say: Say) -> None:
        with opened(folder / NAME) as document:
            verbs.back_up_to(document, folder / "สำรอง", NOW)
            say("made")

    def judge(self, folder: Path, said: list[str]) -> None:
        backups = [*(folder / "สำรอง").glob("*.ita")]
        assert len(backups) >= (2 if said else 1)
        for path in (folder / NAME, *backups):
            assert content_of(path) == OLD
        for path in (folder / "สำรอง").glob("*.json"):
            assert read_document(path.read_text(encoding="utf-8")) == OLD


class Restore:
    """A backup takes the place of a workbook, which is put aside."""

    name = "restore"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, NEW)
        make(folder / "สำรอง.ita", OLD)

    def run(self, folder: Path, say: Say) -> None:
        verbs.restore(folder / "สำรอง.ita", folder / NAME, NOW)
        say("restored")

    def judge(self, folder: Path, said: list[str]) -> None:
        assert content_of(folder / "สำรอง.ita") == OLD
        aside = [*folder.glob("งาน (ก่อนกู้คืน*.ita")]
        there = content_of(folder / NAME) if (folder / NAME).exists() else None
        assert there in (None, OLD, NEW)
        assert NEW in (there, *map(content_of, aside)), "what stood there is never lost"
        if said:
            assert there == OLD


class Upgrade:
    """A file of an older version is opened and brought up to date."""

    name = "upgrade"

    def prepare(self, folder: Path) -> None:
        make(folder / NAME, OLD)

    def run(self, folder: Path, say: Say) -> None:
        with _a_newer_program():
            opened(folder / NAME).close()
            say("upgraded")

    def judge(self, folder: Path, said: list[str]) -> None:
        for copy in folder.glob("*(ก่อนปรับรุ่น*.ita"):
            assert content_of(copy) == OLD
        if said:
            assert [*folder.glob("*(ก่อนปรับรุ่น*.ita")]
        with _a_newer_program():
            assert content_of(folder / NAME) == OLD


@contextmanager
def _a_newer_program() -> Iterator[None]:
    def m002_findings_are_found_by_their_topic(db) -> None:
        db.execute("create index findings_by_topic on findings (year, topic, text)")

    steps = migrations.STEPS
    migrations.STEPS = (*steps, m002_findings_are_found_by_their_topic)
    try:
        yield
    finally:
        migrations.STEPS = steps


class Deliver:
    """Papers to a stick that holds an earlier version of one of them."""

    name = "delivery"

    def prepare(self, folder: Path) -> None:
        copy_papers([Outgoing("รายงาน.docx", b"old" * 9000)], folder / "2568", title="ก่อน")

    def run(self, folder: Path, say: Say) -> None:
        papers = [Outgoing(*each) for each in PAPERS.items()]
        copy_papers(papers, folder / "2568", title="หลัง", replacing=["รายงาน.docx"])
        say("delivered")

    def judge(self, folder: Path, said: list[str]) -> None:
        there = {path.name: path.read_bytes() for path in (folder / "2568").iterdir() if path.suffix != ".part"}
        assert there["รายงาน.docx"] in (b"old" * 9000, PAPERS["รายงาน.docx"])
        assert there.get("บันทึกข้อความ.pdf", PAPERS["บันทึกข้อความ.pdf"]) == PAPERS["บันทึกข้อความ.pdf"]
        assert not there.keys() - {*PAPERS, LIST_NAME}
        if said:
            assert {name: there[name] for name in PAPERS} == PAPERS
            assert check_folder(folder / "2568").good


class Keep:
    """A piece of evidence is taken into the workbook's folder."""

    name = "evidence"

    def prepare(self, folder: Path) -> None:
        (folder / "สแกน.pdf").write_bytes(EVIDENCE)

    def run(self, folder: Path, say: Say) -> None:
        keep(folder / "สแกน.pdf", folder / "งาน-หลักฐาน", "คำสั่ง.pdf")
        say("kept")

    def judge(self, folder: Path, said: list[str]) -> None:
        assert (folder / "สแกน.pdf").read_bytes() == EVIDENCE
        kept = folder / "งาน-หลักฐาน" / "คำสั่ง.pdf"
        if said or kept.exists():
            assert kept.read_bytes() == EVIDENCE


_ALL = (Edit(), Import(), Sheet(), Export(), BackUp(), Restore(), Upgrade(), Deliver(), Keep())
OPERATIONS = {each.name: each for each in _ALL}
