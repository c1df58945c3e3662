"""What the Linux bundle starts: the program, or one of its modules as `python -m` would.

Foreign sheets are read by a second process, started as Python itself (`exchange.sheets.reading`); in a bundle that is
this file again.
"""

import os
import runpy
import sys


def forget_our_libraries() -> None:
    """The bundle's libraries are for it alone: what it starts, such as a PDF reader, has its own."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"  # and when that is this program again, it looks for its own anew


def main() -> int:
    forget_our_libraries()
    if "-m" in sys.argv[1:3]:
        place = sys.argv.index("-m") + 1
        module, sys.argv = sys.argv[place], sys.argv[place:]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return 0
    from ita_desktop.__main__ import main

    return main()


if __name__ == "__main__":
    sys.exit(main())
