"""The front door: decides between the window and the command line, before anything heavy is loaded.

Whatever happens behind it, a person meets one plain Thai sentence and never a traceback.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from ita_desktop import cli, log, paths
from ita_desktop.domain.errors import AnswerIsNo, FileTrouble, ItaError, WrongUsage

DONE, NO, USAGE, TROUBLE = 0, 1, 2, 3
INTERRUPTED = 130  # as shells count it: 128 and the signal's number

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NO_ROOM = FileTrouble(
    "เขียนผลลัพธ์ได้ไม่ครบ เพราะเนื้อที่ในไดรฟ์ไม่พอ", safe="ข้อมูลในสมุดงานไม่เสียหาย", do="ลบไฟล์ที่ไม่ใช้แล้วลองใหม่ หรือเขียนไปที่ไดรฟ์อื่น"
)

_EXIT_CODES: dict[type[Exception], int] = {AnswerIsNo: NO, WrongUsage: USAGE, FileTrouble: TROUBLE}


def main(argv: Sequence[str] | None = None) -> int:
    arguments = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    log.start(paths.log_folder())
    try:
        code = _through_the_right_door(arguments)
        if sys.stdout is not None:  # None: started without a console
            sys.stdout.flush()
    except ItaError as refusal:
        return _say(refusal, next((code for kind, code in _EXIT_CODES.items() if isinstance(refusal, kind)), NO))
    except BrokenPipeError:
        _nobody_listens()
        return DONE
    except KeyboardInterrupt:
        return _say("หยุดตามที่สั่งแล้ว", INTERRUPTED)
    except Exception as mistake:  # noqa: BLE001 - the last net: to the log, and a sentence for the person
        return _say(_NO_ROOM if _output_is_full(mistake) else log.unexpected(mistake), TROUBLE)
    return code


def _through_the_right_door(arguments: list[str]) -> int:
    if _means_the_window(arguments):
        gc.disable()  # nothing that is loaded is ever let go; looking for it is 7 % of the loading
        from ita_desktop import app

        gc.freeze()
        return app.run(Path(arguments[0]) if arguments else None)
    return cli.run(arguments)


def _means_the_window(arguments: list[str]) -> bool:
    """No arguments, or one path. A single bare word that is no file is a misspelt command, not a workbook."""
    if len(arguments) != 1:
        return not arguments
    (only,) = arguments
    if only.startswith("-") or only in cli.COMMANDS:
        return False
    path = Path(only)
    return len(path.parts) > 1 or bool(path.suffix) or os.path.exists(only)  # noqa: PTH110 - Path.exists may raise


def _speak_utf8() -> None:
    """Thai comes out whole on a console of any code page; what is no text at all (broken file names) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(sentence: object, code: int) -> int:
    if sys.stderr is not None:  # None: closed by whoever started us; `print` would speak on standard output instead
        print(sentence, file=sys.stderr)  # noqa: T201
    elif sys.platform == "win32":  # started by a double click, and it came to no window of ours
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, str(sentence), "ITA Desktop", 0x10)
    return code


def _output_is_full(error: Exception) -> bool:
    """What is printed goes to a file on a full drive; trouble with a file of ours bears its name."""
    return isinstance(error, OSError) and error.errno in _FULL and error.filename is None


def _nobody_listens() -> None:
    """The reader of a pipe went away (`… | head`): nobody is left to tell, so the interpreter must not try on exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
