"""The window. The only room that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401 - it sets what is taken back here

# PySide6 wraps Python's import to offer `from __feature__ import …`, and reads the source of every module loaded after
# it to see whether its name is in there: 6 % of our start. We ask for no such feature.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
