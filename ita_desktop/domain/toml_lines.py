"""On which line of a TOML text a value stands, so that a refusal can name the line a person has to mend.

`tomllib` gives lines for broken syntax only. This walks a text that `tomllib` has already accepted; it therefore only
has to find its way, not to judge.
"""

from __future__ import annotations

from collections.abc import Mapping

from ita_desktop.domain.toml_table import KeyPath

_SPACE = " \t\r\n"
_END_OF_PLAIN = ",]}#\n"


def lines_of(text: str) -> Mapping[KeyPath, int]:
    """KeyPath of every table, array element and key → its line, counted from 1."""
    walk = _Walk(text)
    walk.document()
    return walk.lines


def line_of(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a value or, where it is missing, of the nearest thing around it that is there."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


class _Walk:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self._elements: dict[KeyPath, int] = {}

    def document(self) -> None:
        table: KeyPath = ()
        while self._skip_to_next():
            if self.text.startswith("[[", self.at):
                table = self._header(2)
            elif self.text[self.at] == "[":
                table = self._header(1)
            else:
                self._pair(table)

    def _header(self, brackets: int) -> KeyPath:
        line = self._line()
        self.at += brackets
        table: KeyPath = ()
        keys = self._keys("]")
        for position, key in enumerate(keys, 1):
            table = (*table, key)
            if brackets == 2 and position == len(keys):
                self._elements[table] = self._elements.get(table, -1) + 1
                self.lines.setdefault(table, line)
            if table in self._elements:
                table = (*table, self._elements[table])
        self.at += brackets
        self.lines.setdefault(table, line)
        return table

    def _pair(self, table: KeyPath) -> None:
        line = self._line()
        path = table
        for key in self._keys("="):
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _keys(self, end: str) -> list[str]:
        keys = []
        while True:
            self._skip_space()
            if self.text[self.at] in "\"'":
                keys.append(self._string()[1:-1])
            else:
                start = self.at
                while self.text[self.at] not in f". \t{end}":
                    self.at += 1
                keys.append(self.text[start : self.at])
            self._skip_space()
            if self.text[self.at] == end:
                return keys
            self.at += 1

    def _value(self, path: KeyPath) -> None:
        self._skip_space()
        match self.text[self.at]:
            case '"' | "'":
                self._string()
            case "[":
                self._elements_of(path)
            case "{":
                self.at += 1
                while self._skip_to_next() and self.text[self.at] != "}":
                    self._pair(path)
                    self._skip_comma()
                self.at += 1
            case _:
                while self.at < len(self.text) and self.text[self.at] not in _END_OF_PLAIN:
                    self.at += 1

    def _elements_of(self, path: KeyPath) -> None:
        self.at += 1
        index = 0
        while self._skip_to_next() and self.text[self.at] != "]":
            self.lines[*path, index] = self._line()
            self._value((*path, index))
            self._skip_comma()
            index += 1
        self.at += 1

    def _string(self) -> str:
        start = self.at
        quote = self.text[self.at]
        if self.text.startswith(quote * 3, self.at):
            self._skip_past(quote * 3, escapes=quote == '"')
            while self.text.startswith(quote, self.at):  # up to two quotes may stand before the closing three
                self.at += 1
        else:
            self._skip_past(quote, escapes=quote == '"')
        return self.text[start : self.at]

    def _skip_past(self, closing: str, *, escapes: bool) -> None:
        self.at += len(closing)
        while not self.text.startswith(closing, self.at):
            self.at += 2 if escapes and self.text[self.at] == "\\" else 1
        self.at += len(closing)

    def _skip_comma(self) -> None:
        self._skip_to_next()
        if self.text[self.at] == ",":
            self.at += 1

    def _skip_space(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def _skip_to_next(self) -> bool:
        """Past space, line ends and comments; False at the end of the text."""
        while self.at < len(self.text):
            if self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif self.text[self.at] in _SPACE:
                self.at += 1
            else:
                return True
        return False

    def _line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1
