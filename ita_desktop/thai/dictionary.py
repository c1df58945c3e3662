"""Thai word breaks without ICU: its word list, shipped with us, and its way of choosing, so that a paper breaks alike.

Where several words fit, the one wins that lets two more words follow, the longer one first. What is in no list (a
name, a slip of the pen) runs on to the next place where a word can begin.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files

from ita_desktop.thai.icu import Breaks
from ita_desktop.thai.letters import LEADING_VOWELS, MARKS

_SHORTEST_SPAN = 4  # two words of two letters: less is one word
_SHORT = 3  # a word shorter than this may be a piece of an unknown one
_ON_LETTERS = frozenset(MARKS)
_BEGINS = frozenset(map(chr, range(ord("ก"), ord("ฮ") + 1))) | frozenset(LEADING_VOWELS)
_ENDS_NO_WORD = frozenset(LEADING_VOWELS + "\u0e31")
_SIGNS = _ABBREVIATION, _REPEAT = "ฯ", "ๆ"


def load_dictionary() -> Breaks:
    """Word breaks by the word list that is packed with the program."""
    listed = files(__package__).joinpath("words.txt").read_text("utf-8").split("\n")
    return Dictionary(line for line in listed if line and not line.startswith("#")).breaks


class Dictionary:
    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._words:
            lengths[word[:2]].add(len(word))
        self._lengths = {start: tuple(sorted(found)) for start, found in lengths.items()}

    def breaks(self, run: str) -> list[int]:
        """Where words end in a run of Thai letters, its own end included."""
        if len(run) <= _SHORTEST_SPAN:
            return [len(run)] if run else []
        found: list[int] = []
        start = 0
        while start < len(run):
            start = self._next(run, start)
            found.append(start)
        return found

    def _next(self, run: str, start: int) -> int:
        """The end of the word that begins here, with all that has to stay with it."""
        end = self._best(run, start)
        if end < len(run) and end - start < _SHORT and not self._goes_on(run, end, after_word=end > start):
            end = self._resume(run, end)
        while end < len(run) and run[end] in _ON_LETTERS:
            end += 1
        return self._with_signs(run, end)

    def _best(self, run: str, start: int) -> int:
        """The end of the best word that begins here; `start` where there is none."""
        ends = self._ends(run, start)
        if not ends:
            return start
        best = ends[-1]
        if len(ends) == 1 or best == len(run):
            return best
        for end in reversed(ends):
            if seconds := self._ends(run, end):
                best = end
                if seconds[-1] == len(run) or any(self._ends(run, second) for second in reversed(seconds)):
                    break
        return best

    def _ends(self, run: str, start: int) -> list[int]:
        """Where the words of the list that begin here end, the shortest first."""
        room = len(run) - start
        return [
            start + length
            for length in self._lengths.get(run[start : start + 2], ())
            if length <= room and run[start : start + length] in self._words
        ]

    def _goes_on(self, run: str, start: int, *, after_word: bool) -> bool:
        """Whether a word, or at least what looks like the beginning of one, follows."""
        if self._ends(run, start):
            return True
        return after_word and len(run) - start >= _SHORT and run[start : start + 2] in self._lengths

    def _resume(self, run: str, start: int) -> int:
        """The next place after unknown letters where a word of the list begins."""
        for end in range(start + 1, len(run)):
            if run[end - 1] not in _ENDS_NO_WORD and run[end] in _BEGINS and self._ends(run, end):
                return end
        return len(run)

    def _with_signs(self, run: str, end: int) -> int:
        """An abbreviation or repetition sign stays with its word, unless a word of the list begins with it."""
        if end < len(run) and run[end] == _ABBREVIATION and run[end - 1] not in _SIGNS and not self._ends(run, end):
            end += 1
        if end < len(run) and run[end] == _REPEAT and run[end - 1] != _REPEAT:
            end += 1
        return end
