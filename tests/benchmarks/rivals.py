"""The same paper for other typesetters: our blocks as HTML and as Typst, as plainly as each does it itself."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from ita_desktop.papers.blocks import Cell, Cover, Heading, Listing, Paper, Paragraph, Table, plain

_BREAK = " \\ "
_TYPST = re.compile(r"([\\#$*_`<>@\[\]=/~+-])")


def as_html(paper: Paper, fonts: Path) -> str:
    face = "".join(
        f"@font-face{{font-family:S;font-weight:{weight};src:url({(fonts / file).as_uri()})}}"
        for weight, file in ((400, "THSarabunNew.ttf"), (700, "THSarabunNew-Bold.ttf"))
    )
    style = (
        "@page{size:A4;margin:25mm 20mm 20mm 30mm;@top-right{content:counter(page)}}"
        "body{font:16pt/20.5pt S;text-align:justify}h1{font-size:18pt}h2,h3{font-size:16pt}"
        "p{text-indent:25mm;margin:0}table{border-collapse:collapse;width:100%;font-size:14pt;line-height:17.5pt}"
        "td,th{border:.5pt solid;padding:1mm;vertical-align:top;text-align:left}td p{text-indent:0}"
    )
    body = "".join(_html(paper))
    return f'<html lang="th"><head><meta charset="utf-8"><style>{face}{style}</style></head><body>{body}</body></html>'


def _html(paper: Paper) -> Iterator[str]:
    for block in paper.blocks:
        match block:
            case Heading():
                yield f"<h{block.level}>{html.escape(f'{block.number} {block.text}')}</h{block.level}>"
            case Paragraph():
                yield f"<p>{html.escape(plain(block.text))}</p>"
            case Listing():
                yield "<ol>" + "".join(f"<li>{html.escape(plain(item))}</li>" for item in block.items) + "</ol>"
            case Cover():
                yield "".join(f"<h1>{html.escape(plain(line))}</h1>" for line in block.lines)
            case Table():
                head = "".join(f"<th>{html.escape(column.title)}</th>" for column in block.columns)
                rows = "".join(
                    "<tr>"
                    + "".join(
                        f'<td rowspan="{cell.rows}" colspan="{cell.columns}">{_lines(cell, html.escape, "<br>")}</td>'
                        for cell in row.cells
                    )
                    + "</tr>"
                    for row in block.rows
                )
                yield f"<h3>{html.escape(block.caption)}</h3><table><thead><tr>{head}</tr></thead>{rows}</table>"


def as_typst(paper: Paper) -> str:
    lines = [
        '#set page("a4", margin: (left: 30mm, right: 20mm, top: 25mm, bottom: 20mm), numbering: "1")',
        '#set text(font: "TH Sarabun New", size: 16pt, lang: "th")',
        "#set par(justify: true, first-line-indent: 25mm, leading: 6pt)",
    ]
    for block in paper.blocks:
        match block:
            case Heading():
                lines.append(f"{'=' * block.level} {_escaped(f'{block.number} {block.text}')}")
            case Paragraph():
                lines.append(f"\n{_escaped(plain(block.text))}\n")
            case Listing():
                lines += [f"+ {_escaped(plain(item))}" for item in block.items]
            case Cover():
                lines += [f"= {_escaped(plain(line))}" for line in block.lines]
            case Table():
                shares = ", ".join(f"{column.share}fr" for column in block.columns)
                head = ", ".join(f"[{_escaped(column.title)}]" for column in block.columns)
                cells = ", ".join(
                    f"table.cell(rowspan: {cell.rows}, colspan: {cell.columns})[{_lines(cell, _escaped, _BREAK)}]"
                    for row in block.rows
                    for cell in row.cells
                )
                lines.append(_escaped(block.caption))
                lines.append(f"#table(columns: ({shares},), table.header({head}), {cells})")
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _TYPST.sub(r"\\\1", text)


def _lines(cell: Cell, escape: object, between: str) -> str:
    content = cell.content
    if isinstance(content, str):
        parts = [content]
    else:
        parts = []
        for part in content:
            if isinstance(part, Listing):
                parts += [f"{n}. {plain(item)}" for n, item in enumerate(part.items, 1)]
            else:
                parts.append(plain(part.text))
    return between.join(escape(part) for part in parts)  # type: ignore[operator]
