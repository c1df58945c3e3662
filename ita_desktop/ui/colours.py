"""Every colour of the window, light and dark, in one place.

The names are meanings, not hues. Whoever paints asks for `good` or `muted`; a new colour scheme is one new `Colours`.
Text on any ground here reads at 4.5:1 or better; a test holds it.
"""

from __future__ import annotations

from dataclasses import dataclass


def mix(upper: str, lower: str, share: float) -> str:
    """The colour seen where `upper` covers `share` of `lower`."""
    pairs = zip(_channels(upper), _channels(lower), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    dark: bool
    ground: str
    """Behind everything."""
    surface: str
    """Tables, forms, menus."""
    ink: str
    muted: str
    """Second things: captions, last year's figures."""
    line: str
    edge: str
    """Outlines of what can be typed in or pressed: 3:1 against the surface."""
    accent: str
    on_accent: str
    good: str
    warn: str
    bad: str

    @property
    def hover(self) -> str:
        return mix(self.ink, self.surface, 0.06)

    @property
    def accent_hover(self) -> str:
        """Towards the ink, which keeps the words on it as clear as they were."""
        return mix(self.ink, self.accent, 0.25)

    @property
    def well(self) -> str:
        """A room that things lie in, without a line around it."""
        return mix(self.line, self.ground, 0.25 if self.dark else 0.5)

    @property
    def scroll(self) -> str:
        """Seen when it is looked for."""
        return mix(self.edge, self.ground, 0.45)

    @property
    def chosen(self) -> str:
        """Ground of the selected row; the ink stays the ink."""
        return mix(self.accent, self.surface, 0.14 if self.dark else 0.13)

    def soft(self, tone: str) -> str:
        """A quiet ground under text of the same tone."""
        return mix(self.tone(tone), self.surface, 0.14 if self.dark else 0.08)

    def tone(self, tone: str) -> str:
        """The colour of a meaning: `accent`, `good`, `warn`, `bad`, `muted`, `ink`."""
        return {
            "accent": self.accent,
            "good": self.good,
            "warn": self.warn,
            "bad": self.bad,
            "muted": self.muted,
        }.get(tone, self.ink)


LIGHT = Colours(
    dark=False,
    ground="#F7F8FA",
    surface="#FFFFFF",
    ink="#1F2933",
    muted="#5B6773",
    line="#DDE2E8",
    edge="#7C8996",
    accent="#0F6B6B",
    on_accent="#FFFFFF",
    good="#18733F",
    warn="#8F6000",
    bad="#B42318",
)

DARK = Colours(
    dark=True,
    ground="#1B1E23",
    surface="#23272E",
    ink="#E6E9ED",
    muted="#A3AEB9",
    line="#343A43",
    edge="#6F7B88",
    accent="#4FB3B3",
    on_accent="#10262A",
    good="#5BC08A",
    warn="#E0B04A",
    bad="#F0827A",
)

TONES = ("accent", "good", "warn", "bad", "muted")
