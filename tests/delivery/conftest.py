"""A disk on which any call can be made to fail."""

import errno

import pytest

from ita_desktop.delivery.disk import RealDisk


class FailingDisk(RealDisk):
    """Counts every call and fails at one of them, once or from then on; writes may come short."""

    def __init__(self, fail_at=None, code=errno.EIO, *, lasting=False, short=None):
        self.calls, self.fail_at, self.code, self.lasting, self.short = 0, fail_at, code, lasting, short

    def _count(self):
        self.calls += 1
        if self.fail_at is not None and (self.calls == self.fail_at or (self.lasting and self.calls >= self.fail_at)):
            raise OSError(self.code, "simulated")

    def make_folder(self, folder):
        self._count()
        super().make_folder(folder)

    def create(self, path):
        self._count()
        return super().create(path)

    def write(self, handle, data):
        self._count()
        return super().write(handle, data[: self.short] if self.short else data)

    def sync(self, handle):
        self._count()
        super().sync(handle)

    def close(self, handle):
        super().close(handle)  # a handle left open would only hide the next fault
        self._count()

    def read(self, path):
        self._count()
        return super().read(path)

    def replace(self, source, target):
        self._count()
        super().replace(source, target)

    def settle(self, path):
        self._count()
        super().settle(path)

    def sync_folder(self, folder):
        self._count()
        super().sync_folder(folder)

    def remove(self, path):
        self._count()
        super().remove(path)


@pytest.fixture
def failing_disk():
    return FailingDisk
