"""The pictures of pages near those in sight: new ones as they come, old ones until then, so nothing flickers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from ita_desktop.ui.papers.press import Wish


@dataclass(frozen=True, slots=True)
class _Picture:
    scale: float
    image: QImage


class PagePictures:
    def __init__(self) -> None:
        self._pictures: dict[int, _Picture] = {}
        self._of_now: set[int] = set()

    def begin_anew(self, *, same: bool) -> None:
        """The paper was made anew; of the same one the old pictures do for the moment."""
        self._of_now.clear()
        if not same:
            self._pictures.clear()

    def take(self, wish: Wish, image: QImage, *, fits: bool) -> None:
        """One of another size than is wanted by now is better than an old one, and worse than a right one."""
        if fits or wish.page not in self._of_now:
            self._pictures[wish.page] = _Picture(wish.scale, image)
        if fits:
            self._of_now.add(wish.page)

    def is_fresh(self, wish: Wish) -> bool:
        picture = self._pictures.get(wish.page)
        return wish.page in self._of_now and picture is not None and picture.scale == wish.scale

    def image(self, page: int) -> QImage | None:
        picture = self._pictures.get(page)
        return picture.image if picture else None

    def keep_only(self, pages: Iterable[int]) -> None:
        kept = set(pages)
        self._pictures = {page: picture for page, picture in self._pictures.items() if page in kept}
        self._of_now &= kept

    def __len__(self) -> int:
        return len(self._pictures)
