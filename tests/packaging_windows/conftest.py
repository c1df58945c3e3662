"""The modules behind `packaging/windows/build` and `packaging/linux/build`; the builds themselves are run by name."""

import sys
from pathlib import Path

PACKAGING = Path(__file__).parents[2] / "packaging"
sys.path.insert(0, str(PACKAGING))
