"""Run by the compiler's own Python, inside Node: is the bytecode in /bundle/shipped what its sources come to?

The sources are those in /bundle/sources. Of two modules everything is compared but the name of the file.
"""

import json
import marshal
import pathlib
import types

SHIPPED = pathlib.Path("/bundle/shipped")
SOURCES = pathlib.Path("/bundle/sources")
HEAD = 16  # bytes of a .pyc before its code
WITHOUT_DOCSTRINGS = 2  # as python.org compiles it


def unnamed(code: types.CodeType) -> types.CodeType:
    constants = [unnamed(each) if isinstance(each, types.CodeType) else each for each in code.co_consts]
    return code.replace(co_filename="", co_consts=tuple(constants))


def shipped_as(source: pathlib.Path) -> pathlib.Path:
    return SHIPPED / source.relative_to(SOURCES).with_suffix(".pyc")


compared = {"same": [], "other": []}
for source in sorted(SOURCES.rglob("*.py")):
    if shipped_as(source).is_file():
        shipped = unnamed(marshal.loads(shipped_as(source).read_bytes()[HEAD:]))  # noqa: S302 - pinned by its sum
        made = unnamed(compile(source.read_bytes(), "", "exec", dont_inherit=True, optimize=WITHOUT_DOCSTRINGS))
        compared["same" if shipped == made else "other"].append(source.relative_to(SOURCES).as_posix())
json.dumps(compared)  # what Node gets
