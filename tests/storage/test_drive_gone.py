"""What looks like damage is called damage only where the file can still be read."""

import errno
import sqlite3
from pathlib import Path

import pytest

from ita_desktop.domain.errors import DamagedFile, FileTrouble
from ita_desktop.storage import copying
from ita_desktop.storage.document import Document
from ita_desktop.storage.troubles import in_words


def corrupt() -> sqlite3.DatabaseError:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return error


def test_a_file_that_can_be_read_and_makes_no_sense_is_damaged(document: Document):
    with pytest.raises(DamagedFile), in_words(document.path):
        raise corrupt()


def test_a_drive_that_went_while_the_file_was_read_is_no_damage(document: Document, monkeypatch: pytest.MonkeyPatch):
    def gone(*_args: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", gone)
    with pytest.raises(FileTrouble, match="ถูกถอดออก"), in_words(document.path):
        raise corrupt()


def test_a_copy_that_reads_otherwise_than_it_was_written_blames_the_drive(
    document: Document, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """And nothing bears the name of the copy."""
    whole = copying._copy

    def carelessly(connection: sqlite3.Connection, partial: Path, target: Path) -> None:
        whole(connection, partial, target)
        content = bytearray(partial.read_bytes())
        content[4096:] = bytes(len(content) - 4096)
        partial.write_bytes(content)

    monkeypatch.setattr(copying, "_copy", carelessly)
    with pytest.raises(FileTrouble, match="อ่านกลับมาแล้วไม่ตรง"):
        document.copy_to(tmp_path / "สำรอง.ita")
    assert not [*tmp_path.glob("สำรอง*")]
