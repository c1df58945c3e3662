"""The front door: the right room, an exit code, one Thai sentence, and never a traceback."""

import os
import subprocess
import sys

import pytest

from ita_desktop import __version__, cli
from ita_desktop.__main__ import main
from ita_desktop.domain.errors import AnswerIsNo, DamagedFile, FileTrouble, WrongUsage


@pytest.fixture
def window(monkeypatch):
    """The window's door, which only notes what it was asked to open."""
    from ita_desktop import app

    opened = []
    monkeypatch.setattr(app, "run", lambda workbook: opened.append(workbook) or 0)
    return opened


def in_a_new_process(*arguments, code=None, **environment):
    command = ["-c", code] if code else ["-m", "ita_desktop"]
    environment = {**os.environ, **environment}
    return subprocess.run([sys.executable, *command, *arguments], capture_output=True, env=environment, timeout=30)


def failing(monkeypatch, error):
    def fail(_arguments):
        raise error

    monkeypatch.setattr(cli, "run", fail)


def test_without_arguments_the_window_opens(window):
    assert main([]) == 0
    assert window == [None]


@pytest.mark.parametrize("path", ["งาน.ita", "ไฟล์/งาน", "/งาน ITA/2568.ita", "missing.ita"])
def test_a_path_opens_the_window_on_it(window, path):
    assert main([path]) == 0
    assert [str(workbook) for workbook in window] == [path]


def test_a_file_without_a_dot_in_its_name_opens_the_window_too(window, tmp_path, monkeypatch):
    (tmp_path / "งาน").touch()
    monkeypatch.chdir(tmp_path)
    assert main(["งาน"]) == 0
    assert len(window) == 1


@pytest.mark.parametrize("arguments", [["smaple"], ["งาน.ita", "--json"], ["--unknown"], ["x" * 5000]])
def test_what_is_no_command_is_refused_in_thai(window, capsys, arguments):
    assert main(arguments) == 2
    assert "ไม่รู้จักคำสั่ง" in capsys.readouterr().err
    assert not window


def test_the_version_is_told(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"ita-desktop {__version__}\n"


def test_help_is_in_thai_and_shows_every_command_with_an_example(capsys):
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    assert "วิธีใช้" in told
    for name, command in cli.COMMANDS.items():
        assert command.example.split()[0] == name
        assert f"ita-desktop {command.example}" in told


def test_the_command_line_loads_no_qt():
    code = "import sys; from ita_desktop.__main__ import main; main(); print(*sys.modules, file=sys.stderr)"
    done = in_a_new_process("--help", code=code, QT_QPA_PLATFORM="none")
    assert done.returncode == 0
    assert b"ita_desktop.cli" in done.stderr
    assert b"PySide6" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp874"])
def test_thai_comes_out_whole_on_a_console_of_any_code_page(encoding):
    done = in_a_new_process("--help", PYTHONIOENCODING=encoding)
    assert done.returncode == 0
    assert "วิธีใช้" in done.stdout.decode("utf-8")


def test_a_file_name_that_is_no_text_is_still_told():
    done = in_a_new_process(b"\xff\xfe")
    assert done.returncode == 2
    assert "ไม่รู้จักคำสั่ง \\udcff\\udcfe" in done.stderr.decode("utf-8")


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (AnswerIsNo("พบข้อผิดพลาด"), 1),
        (DamagedFile("ไฟล์เสียหาย"), 1),
        (WrongUsage("ไม่มีปีนี้"), 2),
        (FileTrouble("เปิดไฟล์ไม่ได้", safe="ข้อมูลไม่เสียหาย", do="ลองใหม่"), 3),
    ],
)
def test_every_refusal_is_its_sentence_and_its_exit_code(monkeypatch, capsys, error, code):
    failing(monkeypatch, error)
    assert main(["--help"]) == code
    assert capsys.readouterr() == ("", f"{error}\n")


def test_our_own_mistake_is_a_sentence_for_the_person_and_details_for_the_log(monkeypatch, capsys, caplog, home):
    failing(monkeypatch, ZeroDivisionError("'นายสมมติ ใจดี' by zero"))
    assert main(["--help"]) == 3
    out, err = capsys.readouterr()
    (log,) = home.rglob("ita-desktop.log")
    assert out == ""
    assert err.count("\n") == 1
    assert str(log) in err
    assert "Traceback" not in err
    written = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: … by zero" in written
    assert "ita_desktop/__main__.py" in written
    assert "สมมติ" not in written


def test_stopping_a_command_by_hand_is_no_mistake(monkeypatch, capsys, home):
    failing(monkeypatch, KeyboardInterrupt())
    assert main(["--help"]) == 130
    assert capsys.readouterr().err == "หยุดตามที่สั่งแล้ว\n"
    assert not list(home.rglob("*.log"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes that close early are different there")
def test_a_reader_that_stops_reading_is_no_mistake():
    command = [sys.executable, "-m", "ita_desktop", "--help"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == 0


def test_the_window_closes_by_itself_when_asked():
    done = in_a_new_process(QT_QPA_PLATFORM="offscreen", ITA_DESKTOP_QUIT_AFTER="0.1")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_a_wish_to_close_after_no_number_is_refused():
    done = in_a_new_process(QT_QPA_PLATFORM="offscreen", ITA_DESKTOP_QUIT_AFTER="soon")
    assert done.returncode == 2
    assert "ITA_DESKTOP_QUIT_AFTER ต้องเป็นจำนวนวินาที" in done.stderr.decode()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
def test_without_a_screen_the_window_is_refused_in_one_sentence():
    done = in_a_new_process(QT_QPA_PLATFORM="xcb", DISPLAY=":987")
    assert done.returncode == 3
    assert done.stderr.decode().splitlines() == [
        "เปิดหน้าต่างไม่ได้ เพราะไม่มีจอภาพในที่นี้ เปิดโปรแกรมจากหน้าจอปกติ หรือใช้คำสั่งที่ไม่ต้องมีหน้าต่าง ดูได้ด้วย ita-desktop --help"
    ]
