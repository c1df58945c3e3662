"""Why a system refused, as one number: Windows says of a stick that is gone that an argument was invalid.

Python folds what Windows reports into the few numbers of POSIX, and most of what happens to drives ends as EINVAL or
EACCES. The number of Windows itself is kept beside it and tells them apart.
"""

from __future__ import annotations

import errno

_PULLED = ("ENODEV", "ENXIO", "ENOTCONN", "ESHUTDOWN", "ESTALE", "ENOMEDIUM", "ECONNABORTED")
PULLED_OUT = frozenset(getattr(errno, name) for name in _PULLED if hasattr(errno, name))
"""The drive is not there any more. What is mounted through FUSE says that it is not connected."""

_BY_WINDOWS = {
    19: errno.EROFS,
    **dict.fromkeys((21, 31, 55, 433, 1006, 1110, 1112, 1167), errno.ENODEV),
    **dict.fromkeys((23, 27, 483, 1117, 1392), errno.EIO),
    **dict.fromkeys((32, 33), errno.EBUSY),
    **dict.fromkeys((39, 112, 1295), errno.ENOSPC),
    **dict.fromkeys((123, 161), errno.EINVAL),
    206: errno.ENAMETOOLONG,
    223: errno.EFBIG,
}


def cause(error: OSError) -> int:
    """The number by which the trouble is rightly named; 0 where the system gave none."""
    return _BY_WINDOWS.get(getattr(error, "winerror", None) or 0, error.errno or 0)
