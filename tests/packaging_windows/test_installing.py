"""The installer takes away what it brought, by name, and nothing of the officer's."""

from pathlib import Path

from windows import installing

INSTALLER = Path(installing.__file__).with_name("installer.nsi")

PATHS = ("ITA Desktop.exe", "app/ita_desktop/a.pyc", "app/ita_desktop/b.pyc", "app/ita_desktop/แบบ/$ก.txt")


def part(text, name):
    return text.split(f"!macro {name}\n")[1].split("!macroend")[0].splitlines()


def test_every_file_goes_where_it_belongs():
    lines = part(installing.macros("/b", PATHS), "InstallFiles")
    assert lines == [
        'SetOutPath "$INSTDIR"',
        'File "/b/ITA Desktop.exe"',
        'SetOutPath "$INSTDIR\\app\\ita_desktop"',
        'File "/b/app/ita_desktop/a.pyc"',
        'File "/b/app/ita_desktop/b.pyc"',
        'SetOutPath "$INSTDIR\\app\\ita_desktop\\แบบ"',
        'File "/b/app/ita_desktop/แบบ/$$ก.txt"',
    ]


def test_what_was_installed_is_removed_by_name_and_folders_only_when_empty():
    lines = part(installing.macros("/b", PATHS), "RemoveFiles")
    assert lines == [
        'Delete "$INSTDIR\\ITA Desktop.exe"',
        'Delete "$INSTDIR\\app\\ita_desktop\\a.pyc"',
        'Delete "$INSTDIR\\app\\ita_desktop\\b.pyc"',
        'Delete "$INSTDIR\\app\\ita_desktop\\แบบ\\$$ก.txt"',
        'RMDir "$INSTDIR\\app\\ita_desktop\\แบบ"',
        'RMDir "$INSTDIR\\app\\ita_desktop"',
        'RMDir "$INSTDIR\\app"',
    ]
    assert not any("/r" in line.lower() for line in lines)


def test_the_longest_path_is_counted_as_windows_counts():
    assert installing.longest(["ab/ค.txt"]) == len("\\ab\\ค.txt")
    assert installing.longest(["a", "𝐀"]) == len("\\") + 2


def test_the_age_of_a_checkout_is_not_in_the_installer():
    lines = INSTALLER.read_text(encoding="utf-8").splitlines()
    off = next(number for number, line in enumerate(lines) if line.startswith("SetDateSave off"))
    assert off < next(number for number, line in enumerate(lines) if line.startswith("!include"))
