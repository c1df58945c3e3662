"""Run by the compiler's own Python, inside Node: every module below /bundle becomes bytecode, and its source goes.

The bytecode names no folder of the machine that built it, and never looks whether a source has changed.
"""

import pathlib
import py_compile
import sys

BUNDLE = pathlib.Path("/bundle")
for source in sorted(BUNDLE.rglob("*.py")):
    py_compile.compile(
        str(source),
        cfile=f"{source}c",
        dfile=source.relative_to(BUNDLE).as_posix(),
        doraise=True,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
    )
    source.unlink()
f"{sys.version_info[0]}.{sys.version_info[1]}.{sys.version_info[2]}"  # what Node gets
