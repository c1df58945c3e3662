"""The pages that go along with the installer: whole in one file each, and true of this version."""

import re
from pathlib import Path

import pytest

import ita_desktop

PAGES = Path(__file__).parents[2] / "packaging" / "pages"
NAMES = sorted(page.name for page in PAGES.glob("*.md"))


@pytest.fixture
def page(monkeypatch):
    pytest.importorskip("markdown_it")
    monkeypatch.syspath_prepend(str(PAGES))
    import page

    return page


def test_there_is_a_page_for_the_officer_and_one_for_who_keeps_the_computers():
    assert NAMES == ["for_it.md", "install.md"]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_speaks_of_this_version(name):
    said = re.findall(r"ITA-Desktop-(\d[\d.]*\d)-", (PAGES / name).read_text(encoding="utf-8"))
    assert set(said) == {ita_desktop.__version__}


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_one_file_whose_links_lead_somewhere(name, page):
    html = page.html(PAGES / name, "1.0")
    inside = set(re.findall(r'id="([^"]+)"', html))
    for link in re.findall(r'href="([^"]+)"', html):
        if link.startswith("#"):
            assert link[1:] in inside
        else:
            assert link in {page.name("1.0", Path(other).stem) for other in NAMES}
    assert all(source.startswith("data:image/png;base64,") for source in re.findall(r'src="([^"]+)"', html))


def test_every_picture_is_shown_and_told_to_who_cannot_see_it():
    shown = re.findall(r"!\[([^\]]+)\]\(pictures/([^)]+)\)", (PAGES / "install.md").read_text(encoding="utf-8"))
    assert sorted(name for _, name in shown) == sorted(file.name for file in (PAGES / "pictures").iterdir())
