"""The house rules of every test: no network, nobody's home folder, no dialog that waits, no warning left unread."""

from __future__ import annotations

import itertools
import logging
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# How long one example takes says how busy the machine is; the clock fails no test that always runs.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-pictures", action="store_true", help="draw the kept pictures of papers anew")
    parser.addoption("--goals", action="store_true", help="only what keeps a goal of reliability, quick and slow")


_NETWORK = frozenset({"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"})
_calls_to_the_network: list[str] = []


def _refuse_the_network(event: str, _arguments: object) -> None:
    if event in _NETWORK:
        _calls_to_the_network.append(event)
        raise RuntimeError(f"{event}: the program works without a network, and so do its tests")


sys.addaudithook(_refuse_the_network)


class _Unread(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """A warning in the log fails the test, unless it asked for `caplog` to read it; so does a swallowed connection."""
    unread = _Unread()
    _calls_to_the_network.clear()
    logging.getLogger().addHandler(unread)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(unread)
    if unread.records and "caplog" not in item.fixturenames:
        pytest.fail("Unexpected in the log: " + "; ".join(unread.records))
    if _calls_to_the_network:
        pytest.fail("Tried to reach the network: " + ", ".join(_calls_to_the_network))


@pytest.fixture
def tried(request: pytest.FixtureRequest) -> Callable[[str, int], None]:
    """For a test that keeps a promise of `goals` this many times: it is counted if the test passes."""
    return lambda goal, times: request.node.user_properties.append((goal, times))


def pytest_configure(config: pytest.Config) -> None:
    if config.option.goals:
        config.option.markexpr = ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.option.goals:
        items[:] = [item for item in items if "tried" in getattr(item, "fixturenames", ())]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.option.goals or config.option.markexpr == "soak":
        import goals

        reports = [
            report for outcome in ("passed", "failed", "error") for report in terminalreporter.getreports(outcome)
        ]
        goals.tell(reports, terminalreporter.write_line)


_number = itertools.count()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder for each test, where the log, the backups and the settings then lie."""
    folder = tmp_path_factory.getbasetemp() / "homes" / str(next(_number))
    folder.mkdir(parents=True)
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(folder))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    return folder


_DIALOGS_THAT_WAIT = {
    "QDialog": ("exec",),
    "QMessageBox": ("about", "critical", "information", "question", "warning"),
    "QFileDialog": ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    "QInputDialog": ("getDouble", "getInt", "getItem", "getMultiLineText", "getText"),
    "QColorDialog": ("getColor",),
    "QFontDialog": ("getFont",),
}


@pytest.fixture(autouse=True)
def _no_dialog_waits(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that opens unasked would wait for ever for an officer who is not here."""
    if "qapp" not in request.fixturenames or "dialogs_may_wait" in request.fixturenames:
        return
    from PySide6 import QtWidgets

    def refuse(name: str):
        def waiting(*arguments: object, **_named: object):
            texts = [text for text in arguments if isinstance(text, str)]
            pytest.fail(f"{name} would wait for an answer: {' / '.join(texts) or arguments}")

        return waiting

    for class_name, methods in _DIALOGS_THAT_WAIT.items():
        for method in methods:
            name = f"{class_name}.{method}"
            replacement = refuse(name) if method == "exec" else staticmethod(refuse(name))
            monkeypatch.setattr(getattr(QtWidgets, class_name), method, replacement)


@pytest.fixture
def dialogs_may_wait() -> None:
    """For the few tests that answer a real dialog from a timer."""
