"""Where a user's files of ours go: their own folders of the system, or the stick that the program is carried on."""

import sys

import pytest

from ita_desktop import paths

FOLDERS = (paths.settings_folder, paths.backups_folder, paths.log_folder)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """The program as it lies after installing: Python in a folder of its own, the list of files beside that."""
    program = tmp_path / "โปรแกรม"
    (program / "runtime").mkdir(parents=True)
    (program / "files.sha256").touch()
    monkeypatch.setattr(sys, "prefix", str(program / "runtime"))
    return program


def test_run_from_its_sources_there_is_no_list_of_files():
    assert paths.program_folder() is None


def test_an_installed_program_keeps_nothing_in_its_own_folder(installed):
    assert paths.program_folder() == installed
    assert not any(folder().is_relative_to(installed) for folder in FOLDERS)


def test_carried_on_a_stick_it_leaves_nothing_on_the_computer(installed):
    (installed / "portable").mkdir()
    assert all(folder().is_relative_to(installed / "portable") for folder in FOLDERS)


def test_a_folder_called_portable_beside_something_else_means_nothing(installed):
    (installed / "files.sha256").unlink()
    (installed / "portable").mkdir()
    assert not any(folder().is_relative_to(installed) for folder in FOLDERS)
