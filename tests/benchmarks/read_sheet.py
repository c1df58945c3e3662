"""A sheet read as the program reads it, in a process of its own: `python -m benchmarks.read_sheet FILE`.

What comes back is counted, so that a file that is refused is no fast reading.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ita_desktop.exchange.sheets.reading import read_tables


def main(path: Path) -> None:
    print(sum(len(grid.rows) for grid in read_tables(path)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
