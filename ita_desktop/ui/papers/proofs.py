"""What the press is given to make: plain values in, one paper with what the review says of it out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.actions.papers import DRAFT, make_paper
from ita_desktop.actions.signed import digest_of_words
from ita_desktop.domain.records import Year
from ita_desktop.papers.blocks import PaperOptions
from ita_desktop.ui.papers.checking import Review, errors, of_paper
from ita_desktop.ui.papers.press import Made


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A paper with everything its making needs: the officer may go on meanwhile."""

    year: Year
    paper: str
    options: PaperOptions
    fonts: Path
    stamps: bool = True
    """Whether a paper with errors in it is stamped as a draft."""

    def proof(self, review: Review) -> Callable[[], Made]:
        """To be called on the press: the very file that would leave the house now."""

        def make() -> Made:
            problems = of_paper(review(self.year), self.paper)
            stamp = DRAFT if self.stamps and errors(problems) else ""
            pdf = make_paper(self.year, self.paper, "pdf", self.options, fonts=self.fonts, stamp=stamp)
            return Made(self.paper, pdf, problems, digest_of_words(self.year, self.paper, self.options))

        return make
