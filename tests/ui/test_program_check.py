"""What "ตรวจโปรแกรม" in the help menu says of a program as it was built, of one that is not, and of sources."""

import dataclasses
import hashlib

import pytest
from officer import Heard

from ita_desktop.delivery.installed import LIST
from ita_desktop.ui.jobs import Jobs
from ita_desktop.ui.program_check import SHOWN, check_program


class HeardInFull(Heard):
    def tell(self, text, *, detail="", verb=""):
        self.told += [text, detail]
        return False


@pytest.fixture
def messages():
    return HeardInFull()


@pytest.fixture
def jobs(messages, qtbot):
    jobs = Jobs(messages)
    yield jobs
    jobs.close()


@pytest.fixture
def program(tmp_path):
    folder = tmp_path / "โปรแกรม"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number}.pyc").write_text(str(number))
    sums = (f"{hashlib.sha256(file.read_bytes()).hexdigest()} *{file.name}\n" for file in folder.iterdir())
    (folder / LIST).write_text("".join(sums))
    return folder


@pytest.fixture
def answer(jobs, messages, qtbot):
    def answer(program):
        check_program(program, jobs, messages)
        qtbot.waitUntil(lambda: bool(messages.told or messages.errors), timeout=30_000)
        return "\n".join((*messages.told, *map(str, messages.errors)))

    return answer


def test_a_program_as_built_is_said_to_be_so_with_the_sum_to_compare(answer, program):
    said = answer(program)
    assert "ทั้ง 12 ไฟล์ครบถ้วน" in said
    assert hashlib.sha256((program / LIST).read_bytes()).hexdigest() in said


def test_what_is_wrong_is_named_as_a_warning_and_what_to_do(answer, messages, program):
    (program / "1.pyc").write_text("other")
    (program / "2.pyc").unlink()
    (program / "evil.py").touch()
    said = answer(program)
    assert not messages.told
    for line in ("3 ไฟล์", "ถูกแก้ไข: 1.pyc", "หายไป: 2.pyc", "แปลกปลอม: evil.py", "ติดตั้งโปรแกรมใหม่"):
        assert line in said


def test_a_program_in_pieces_does_not_fill_the_screen(answer, program):
    for file in program.glob("*.pyc"):
        file.unlink()
    said = answer(program)
    assert said.count("หายไป") == SHOWN
    assert "และอีก 4 ไฟล์" in said


def test_without_the_list_the_officer_is_told_what_to_do(answer, messages, program):
    (program / LIST).unlink()
    answer(program)
    assert "ติดตั้งโปรแกรมใหม่" in str(messages.errors[0])


def test_a_program_run_from_its_sources_says_why_it_cannot_be_checked(answer):
    assert "ซอร์สโค้ด" in answer(None)


def test_the_help_menu_leads_there(window, heard, qtbot, program):
    window.files.places = dataclasses.replace(window.files.places, program=program)
    help_menu = window.menuBar().actions()[-1].menu()
    (action,) = (action for action in help_menu.actions() if action.text().startswith("ตรวจโปรแกรม"))
    action.trigger()
    qtbot.waitUntil(lambda: bool(heard.told), timeout=30_000)
    assert "ทั้ง 12 ไฟล์ครบถ้วน" in heard.told[-1]
