"""Makes resources/template.xlsx, the blank sheets that ship: python packaging/template.py"""

from __future__ import annotations

from pathlib import Path

from ita_desktop.domain.frameworks import Frameworks
from ita_desktop.exchange.own.template import template_workbook

RESOURCES = Path(__file__).resolve().parents[1] / "resources"


def main() -> None:
    frameworks = Frameworks(RESOURCES / "frameworks")
    (RESOURCES / "template.xlsx").write_bytes(template_workbook(frameworks.get(frameworks.names()[-1])))


if __name__ == "__main__":
    main()
