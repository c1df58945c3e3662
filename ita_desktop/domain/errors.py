"""What can go wrong in a way that the officer can understand and act on.

Anything that is not an `ItaError` is our own mistake: it goes to the crash dialog and the log, and the file stays as
it was.
"""

from __future__ import annotations


class ItaError(Exception):
    """One plain Thai sentence in three parts: what happened, what is safe, what to do."""

    def __init__(self, happened: str, *, safe: str = "", do: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.safe = safe
        self.do = do

    def __str__(self) -> str:
        return " ".join(part for part in (self.happened, self.safe, self.do) if part)


class AnswerIsNo(ItaError):
    """The work was done and the answer is no: errors were found, nothing could be used, the file is damaged."""


class WrongUsage(ItaError):
    """What was asked for makes no sense: an unknown year, paper or option."""


class FileTrouble(ItaError):
    """A file or a drive cannot be read or written: missing, open elsewhere, not ours, newer than us, disk full."""


class NotAWorkbook(FileTrouble):
    """A file that does not begin like a workbook: another kind of file, an empty one, or one damaged at its head."""


class DamagedFile(AnswerIsNo):
    """A workbook whose stored values are no longer what was stored."""

    def __init__(self, happened: str, *, safe: str = "", do: str = "", kinds: frozenset[str] = frozenset()) -> None:
        super().__init__(happened, safe=safe, do=do)
        self.kinds = kinds
        """Which kinds of records are damaged (`finding`, `measure`, …); empty where it is the file as a whole."""
