"""The log says where and what kind, and nothing of an office or of a person."""

import logging
import threading

import pytest

from ita_desktop import log


@pytest.fixture
def folder(tmp_path, caplog, monkeypatch):
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    log.start(tmp_path / "log")
    yield tmp_path / "log"
    log.start(tmp_path / "nowhere")  # closes the file


def raised(error, cause=None):
    try:
        try:
            if cause:
                raise cause
        finally:
            raise error
    except type(error) as caught:
        return caught


@pytest.mark.parametrize(
    "text",
    [
        "invalid value 'Somchai Jaidee'",
        'key "Somchai \\" Jaidee" is missing',
        "นายสมมติ Jaidee".replace("Jaidee", "ใจดี"),
        "call 0812345678 or 081-234-5678",
        "the id 1-2345-67890-12-3",
        "write to somchai@example.go.th",
        r"cannot open C:\Users\Somchai\Documents\2568.ita",
        "cannot open /home/somchai/2568.ita",
        "an open quote 'Somchai Jaidee",
    ],
)
def test_whatever_may_come_from_a_workbook_is_left_out(text):
    cleaned = log.without_personal_data(text).lower()
    assert "…" in cleaned
    for secret in ("somchai", "jaidee", "สมมติ", "ใจดี", "5678", "2345", "67890", "2568"):
        assert secret not in cleaned


def test_what_a_mender_needs_is_left_in():
    text = "unsupported operand type(s) for +: 'int' and 'str' at column 12"
    assert log.without_personal_data(text) == "unsupported operand type(s) for +: … and … at column 12"


def test_a_mistake_is_told_with_its_cause_and_its_lines(folder):
    log.unexpected(raised(ValueError("'ลับ'"), cause=KeyError("ลับ")))
    written = (folder / "ita-desktop.log").read_text(encoding="utf-8")
    assert written.index("KeyError: …") < written.index("which led to") < written.index("ValueError: …")
    assert "test_log.py:" in written
    assert "ลับ" not in written
    assert str(folder.parent) not in written


def test_a_name_that_our_code_did_not_find_is_told(folder):
    log.unexpected(raised(ModuleNotFoundError("No module named 'ita_desktop.nowhere'", name="ita_desktop.nowhere")))
    written = (folder / "ita-desktop.log").read_text(encoding="utf-8")
    assert "ModuleNotFoundError: No module named … (ita_desktop.nowhere)" in written


def test_a_mistake_in_a_thread_goes_to_the_log_and_not_to_the_screen(folder, capfd):
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert "ZeroDivisionError" in (folder / "ita-desktop.log").read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")


def test_no_log_is_made_on_a_day_without_mistakes(folder):
    logging.getLogger("ita_desktop").info("nothing special")
    assert not folder.exists()


def test_a_log_that_cannot_be_written_does_not_stop_the_work(tmp_path, caplog, capsys):
    (tmp_path / "log").write_text("in the way")
    log.start(tmp_path / "log")
    sentence = str(log.unexpected(raised(ValueError("x"))))
    assert "โปรแกรมทำงานผิดพลาด" in sentence
    assert str(tmp_path) not in sentence
    assert capsys.readouterr() == ("", "")


def test_the_log_does_not_grow_for_ever(folder):
    for _ in range(40):
        logging.getLogger("ita_desktop").warning("a b " * 20_000)
    sizes = [file.stat().st_size for file in folder.iterdir()]
    assert len(sizes) == 4
    assert sum(sizes) < 2_500_000
