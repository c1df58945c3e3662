"""A page as one file that opens anywhere, its pictures inside: python page.py VERSION PAGE.md FOLDER"""

import base64
import re
import sys
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

LOOK = """<!doctype html>
<html lang="th">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ max-width: 46em; margin: 2em auto; padding: 0 1.2em; line-height: 1.65; color: #1c2b33;
       font: 17px/1.65 "Leelawadee UI", Sarabun, "Noto Sans Thai", Tahoma, sans-serif }}
h1, h2 {{ color: #0f6b6b }}
img {{ display: block; max-width: 100%; margin: .8em 0; border: 1px solid #d5dcde; border-radius: 6px }}
pre {{ padding: .7em 1em; background: #f1f5f5; overflow-x: auto }}
table {{ border-collapse: collapse }}
th, td {{ padding: .35em .7em; border: 1px solid #d5dcde; text-align: left; vertical-align: top }}
a {{ color: #0f6b6b }}
code {{ font-family: Consolas, "DejaVu Sans Mono", "Leelawadee UI", Sarabun, monospace; overflow-wrap: anywhere }}
@media print {{
    body {{ margin: 0; font-size: 14px }}
    pre {{ white-space: pre-wrap }}
    tr, pre, img {{ break-inside: avoid }}
    h2 {{ break-after: avoid }}
}}
</style>
{body}
</html>
"""


def name(version: str, page: str) -> str:
    return f"ITA-Desktop-{version}-{page.replace('_', '-')}.html"


def heading_id(text: str) -> str:
    """As forges make it, so that one link serves both."""
    return re.sub(r"[^\w\u0e31-\u0e4e -]", "", text.lower()).replace(" ", "-")


def html(page: Path, version: str) -> str:
    body = MarkdownIt("commonmark").enable("table").render(page.read_text("utf-8"))
    body = re.sub(r"<h2>(.*?)</h2>", lambda h: f'<h2 id="{heading_id(h[1])}">{h[1]}</h2>', body)
    body = re.sub(r'href="#([^"]+)"', lambda link: f'href="#{unquote(link[1])}"', body)
    body = re.sub(r'href="(\w+)\.md"', lambda link: f'href="{name(version, link[1])}"', body)
    body = re.sub(r'src="([^"]+)"', lambda picture: f'src="{_inside(page.parent / picture[1])}"', body)
    (title,) = re.findall(r"<h1>(.*?)</h1>", body)
    return LOOK.format(title=title, body=body)


def _inside(picture: Path) -> str:
    return f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"


if __name__ == "__main__":
    version, page, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    (folder / name(version, page.stem)).write_text(html(page, version), "utf-8", newline="\n")
