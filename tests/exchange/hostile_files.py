"""Files that mean harm or are simply broken, made when they are wanted: name → content."""

from __future__ import annotations

import functools
import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator

MB = 2**20
Content = Callable[[], bytes]

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_SHEET, _STRINGS, _BOOK, _STYLES = (
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
)
_RELS, _TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"


@functools.cache
def honest_xlsx() -> bytes:
    import openpyxl

    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(["ตัวชี้วัด", "คะแนน"])
    for name, score in (("การปฏิบัติหน้าที่", 99.42), ("การใช้งบประมาณ", 88.1), ("การใช้อำนาจ", 77.5)):
        sheet.append([name, score])
    sheet["A6"] = "=SUM(B2:B4)"
    made = io.BytesIO()
    workbook.save(made)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes], *, level: int = 9) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return made.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    return zipped(parts_of(honest_xlsx()) | {name: data})


def sheet_of(inner: str, before: str = "", after: str = "") -> bytes:
    return f"<worksheet {_MAIN}>{before}<sheetData>{inner}</sheetData>{after}</worksheet>".encode()


def strings_of(inner: str, doctype: str = "") -> bytes:
    return f'<?xml version="1.0"?>{doctype}<sst {_MAIN} count="1" uniqueCount="1">{inner}</sst>'.encode()


_LAUGHS = '<!DOCTYPE l [<!ENTITY a0 "lol">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)
) + "]>"  # fmt: skip
_SQUARE = f'<!DOCTYPE l [<!ENTITY a "{"x" * 50_000}">]>'


def _external(target: str) -> str:
    return f'<!DOCTYPE l [<!ENTITY x SYSTEM "{target}">]>'


def _parameter(target: str) -> str:
    return f'<!DOCTYPE l [<!ENTITY % x SYSTEM "{target}"> %x;]>'


def big(name: str, size: int) -> Content:
    def make() -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for part, data in parts_of(honest_xlsx()).items():
                if part != name:
                    archive.writestr(part, data)
            with archive.open(name, "w", force_zip64=True) as part:
                for _ in range(size // MB):
                    part.write(b"A" * MB)
        return made.getvalue()

    return make


def bombs() -> Iterator[tuple[str, Content]]:
    for size in (30, 99, 150, 250, 600):
        yield f"bomb/media-{size}", big("xl/media/image1.png", size * MB)
        yield f"bomb/strings-{size}", big(_STRINGS, size * MB)
        yield f"bomb/sheet-{size}", big(_SHEET, size * MB)
    for count in (1001, 5000):
        yield f"bomb/entries-{count}", lambda count=count: with_more_entries(count)
    yield "bomb/one-string", lambda: with_part(_STRINGS, strings_of(f"<si><t>{'ก' * (12 * MB)}</t></si>"))
    yield "bomb/incompressible", lambda: with_part("xl/media/x.bin", random.Random(1).randbytes(19 * MB))
    yield "bomb/lying-size", lying_size
    yield "bomb/quine-names", lambda: zipped({f"xl/worksheets/sheet{n}.xml": sheet_of("") for n in range(900)})


def with_more_entries(count: int) -> bytes:
    return zipped(parts_of(honest_xlsx()) | {f"xl/media/{n}.bin": b"" for n in range(count)}, level=1)


def lying_size() -> bytes:
    """The directory says ten bytes; the stream unfolds to much more."""
    data = bytearray(with_part(_STRINGS, strings_of("<si><t>" + "A" * (90 * MB) + "</t></si>")))
    at = data.rfind(b"PK\x01\x02")
    while at > 0:
        length = struct.unpack_from("<H", data, at + 28)[0]
        if bytes(data[at + 46 : at + 46 + length]) == _STRINGS.encode():
            struct.pack_into("<I", data, at + 24, 10)
        at = data.rfind(b"PK\x01\x02", 0, at)
    return bytes(data)


def entities() -> Iterator[tuple[str, Content]]:
    targets = ("file:///etc/passwd", "file:///C:/Windows/win.ini", "http://127.0.0.1:9/x", r"\\127.0.0.1\x\y")
    for number, target in enumerate(targets):
        yield (
            f"entity/external-{number}",
            lambda t=target: with_part(_STRINGS, strings_of("<si><t>&x;</t></si>", _external(t))),
        )
        yield (
            f"entity/parameter-{number}",
            lambda t=target: with_part(_STRINGS, strings_of("<si><t>y</t></si>", _parameter(t))),
        )
        yield f"entity/in-workbook-{number}", lambda t=target: with_part(_BOOK, doctype_in(_BOOK, _external(t)))
        yield f"entity/in-sheet-{number}", lambda t=target: with_part(_SHEET, doctype_in(_SHEET, _external(t)))
    for part in (_STRINGS, _SHEET, _BOOK, _STYLES, _RELS, _TYPES):
        yield f"entity/laughs-{part}", lambda p=part: with_part(p, laughing(p))
        yield f"entity/square-{part}", lambda p=part: with_part(p, doctype_in(p, _SQUARE))


def doctype_in(part: str, doctype: str) -> bytes:
    text = parts_of(honest_xlsx()).get(part, strings_of("<si><t>&a;&a;&a;</t></si>")).decode()
    start = text.index("?>") + 2 if "?>" in text else 0
    return (text[:start] + doctype + text[start:]).encode()


def laughing(part: str) -> bytes:
    if part == _STRINGS:
        return strings_of("<si><t>&a10;</t></si>", _LAUGHS)
    if part == _SHEET:
        cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a10;</t></is></c></row>'
        return _LAUGHS.encode() + sheet_of(cell)
    return doctype_in(part, _LAUGHS)


def cell(address: str, inner: str = "<v>1</v>", attributes: str = "") -> str:
    row = "".join(filter(str.isdigit, address)) or "1"
    return f'<row r="{row}"><c r="{address}"{attributes}>{inner}</c></row>'


def cells() -> Iterator[tuple[str, Content]]:
    odd = {
        "far-corner": cell("A1") + cell("XFD1048576"),
        "far-row": cell("A1") + cell("B1048576"),
        "far-column": cell("XFD1"),
        "beyond": cell("A1") + cell("XFE1048577"),
        "way-beyond": cell("ZZZZ99999999"),
        "row-zero": '<row r="0"><c r="A0"><v>1</v></c></row>',
        "row-negative": '<row r="-5"><c r="A-5"><v>1</v></c></row>',
        "row-huge": '<row r="4294967296"><c r="A4294967296"><v>1</v></c></row>',
        "no-address": "<row><c><v>1</v></c><c><v>2</v></c></row>",
        "address-nonsense": '<row r="1"><c r="ก๑"><v>1</v></c></row>',
        "string-missing": cell("A1", "<v>999999</v>", ' t="s"'),
        "string-negative": cell("A1", "<v>-1</v>", ' t="s"'),
        "string-text": cell("A1", "<v>x</v>", ' t="s"'),
        "number-huge": cell("A1", "<v>1e308</v>") + cell("A2", "<v>-1e309</v>"),
        "number-nan": cell("A1", "<v>NaN</v>") + cell("A2", "<v>INF</v>"),
        "number-long": cell("A1", f"<v>{'9' * 100_000}</v>"),
        "date-huge": cell("A1", "<v>99999999999</v>", ' s="1"'),
        "bool-odd": cell("A1", "<v>7</v>", ' t="b"'),
        "error": cell("A1", "<v>#REF!</v>", ' t="e"'),
        "unknown-type": cell("A1", "<v>1</v>", ' t="zz"'),
        "long-text": cell("A1", f"<is><t>{'ก' * 40_000}</t></is>", ' t="inlineStr"'),
        "long-formula": cell("A1", f"<f>{'A1+' * 200_000}1</f>"),
        "circular": cell("A1", "<f>A1</f>"),
        "deep": cell("A1", "<is>" + "<r>" * 50_000 + "</r>" * 50_000 + "</is>", ' t="inlineStr"'),
        "twice": cell("A1") * 3,
        "backwards": cell("B9") + cell("A1"),
        "attribute": f'<row r="1" x="{"y" * MB}"/>',
        "control": cell("A1", "<is><t>&#1;&#0;</t></is>", ' t="inlineStr"'),
        "surrogate": cell("A1", "<is><t>&#xD800;</t></is>", ' t="inlineStr"'),
        "unclosed": '<row r="1"><c r="A1"><v>1</v>',
    }
    for name, inner in odd.items():
        yield f"cell/{name}", lambda inner=inner: with_part(_SHEET, sheet_of(inner))
    spread = "".join(cell(f"A{n}") for n in range(1, 1_000_000, 997)) + cell("XFD1000001")
    yield "cell/sparse", lambda: with_part(_SHEET, sheet_of(spread))
    yield "cell/every-row-far", lambda: with_part(_SHEET, sheet_of("".join(cell(f"XFD{n}") for n in range(1, 3000))))
    yield "cell/million-rows", lambda: with_part(_SHEET, sheet_of("".join(cell(f"A{n}") for n in range(1, 1_000_001))))
    yield "cell/dimension-lies", lambda: with_part(_SHEET, sheet_of(cell("A1"), '<dimension ref="A1:XFD1048576"/>'))
    yield "cell/dimension-nonsense", lambda: with_part(_SHEET, sheet_of(cell("A1"), '<dimension ref="!!:??"/>'))
    for name, merged in {
        "all": '<mergeCell ref="A1:XFD1048576"/>',
        "backwards": '<mergeCell ref="C3:A1"/>',
        "nonsense": '<mergeCell ref="x"/>',
        "overlapping": '<mergeCell ref="A1:C3"/><mergeCell ref="B2:D4"/>',
        "many": "".join(f'<mergeCell ref="A{n}:Z{n}"/>' for n in range(1, 100_000)),
    }.items():
        yield (
            f"merged/{name}",
            lambda merged=merged: with_part(_SHEET, sheet_of(cell("A1"), after=f"<mergeCells>{merged}</mergeCells>")),
        )


def structure() -> Iterator[tuple[str, Content]]:
    honest = parts_of(honest_xlsx())
    for missing in (_SHEET, _BOOK, _RELS, _TYPES, _STYLES):
        yield (
            f"parts/without-{missing}",
            lambda m=missing: zipped({k: v for k, v in parts_of(honest_xlsx()).items() if k != m}),
        )
    for part in (_SHEET, _BOOK, _RELS, _STYLES, _TYPES):
        yield f"parts/empty-{part}", lambda p=part: with_part(p, b"")
        yield f"parts/noise-{part}", lambda p=part: with_part(p, random.Random(p).randbytes(3000))
        yield f"parts/cut-{part}", lambda p=part: with_part(p, honest[p][: len(honest[p]) // 2])
        yield f"parts/utf16-{part}", lambda p=part: with_part(p, honest[p].decode().encode("utf-16"))
    sheets = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 20_000))
    relations = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    yield (
        "parts/many-sheets",
        lambda: with_part(_BOOK, f"<workbook {_MAIN} {relations}><sheets>{sheets}</sheets></workbook>".encode()),
    )
    yield "parts/cyclic", lambda: with_part(_RELS, honest[_RELS].replace(b"worksheets/sheet1.xml", b"workbook.xml"))
    yield (
        "parts/outside",
        lambda: with_part(_RELS, honest[_RELS].replace(b"worksheets/sheet1.xml", b"../../../../etc/passwd")),
    )
    yield (
        "parts/styles",
        lambda: with_part(_STYLES, honest[_STYLES].replace(b"</cellXfs>", b"<xf/>" * 200_000 + b"</cellXfs>")),
    )
    yield (
        "parts/traversal",
        lambda: zipped(parts_of(honest_xlsx()) | {"../../../x.txt": b"x", "/etc/x": b"x", "C:\\x": b"x"}),
    )
    yield (
        "parts/macro",
        lambda: zipped(parts_of(honest_xlsx()) | {"xl/vbaProject.bin": random.Random(2).randbytes(5000)}),
    )
    yield "parts/long-name", lambda: zipped(parts_of(honest_xlsx()) | {"x" * 60_000: b""})
    yield "parts/twice", twice
    yield "parts/encrypted", lambda: with_flag(0x1)
    yield "parts/method-99", with_method
    yield "parts/prefix", lambda: b"\x00" * 500 + honest_xlsx()
    yield "parts/suffix", lambda: honest_xlsx() + b"\x00" * 70_000


def twice() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for _ in range(2):
            for name, data in parts_of(honest_xlsx()).items():
                archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def with_flag(flag: int) -> bytes:
    data = bytearray(honest_xlsx())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= flag
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def with_method() -> bytes:
    data = bytearray(honest_xlsx())
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<H", data, at + 10, 99)
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def foreign() -> Iterator[tuple[str, Content]]:
    wide = {name: name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook", "WordDocument", "DRMContent")}
    contents: dict[str, Content] = {
        "empty": lambda: b"",
        "blank": lambda: b" \n\n\t ",
        "one-byte": lambda: b"P",
        "zip-start": lambda: b"PK\x03\x04",
        "empty-zip": lambda: b"PK\x05\x06" + bytes(18),
        "other-zip": lambda: zipped({"readme.txt": b"x"}),
        "pdf": lambda: b"%PDF-1.7\n%...",
        "png": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
        "jpeg": lambda: b"\xff\xd8\xff\xe0" + bytes(100),
        "exe": lambda: b"MZ" + bytes(500),
        "sqlite": lambda: b"SQLite format 3\x00" + bytes(500),
        "rtf": lambda: b"{\\rtf1 x}",
        "json": lambda: b'{"format": "ita-workbook/1"}',
        "xml": lambda: b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
        "ole-bare": lambda: _OLE + bytes(2000),
        "ole-noise": lambda: _OLE + random.Random(3).randbytes(20_000),
        "ole-locked": lambda: _OLE + bytes(500) + wide["EncryptedPackage"] + bytes(500),
        "ole-irm": lambda: _OLE + bytes(500) + wide["DRMContent"] + bytes(500),
        "ole-xls-broken": lambda: _OLE + bytes(500) + wide["Workbook"] + random.Random(4).randbytes(9000),
        "ole-doc": lambda: _OLE + bytes(500) + wide["WordDocument"] + bytes(500),
        "noise": lambda: random.Random(5).randbytes(50_000),
        "zeros": lambda: bytes(100_000),
        "utf16-odd": lambda: b"\xff\xfe" + "ก,ข".encode("utf-16-le") + b"\x00",
        "csv-wide": lambda: b"," * 3_000_000,
        "csv-quote": lambda: b'a,"' + b"x" * 3_000_000,
        "csv-long-line": lambda: "ก".encode() * 3_000_000,
        "csv-many": lambda: b"1,2\n" * 1_500_000,
        "csv-nul": lambda: b"a,b\n1,\x002\n",
        "too-large": lambda: b"x" * (21 * MB),
        "html-spans": lambda: b"<table>" + b"<tr><td rowspan=99999 colspan=99999>x</td></tr>" * 500 + b"</table>",
        "html-deep": lambda: b"<table><tr><td>" * 30_000,
        "html-unclosed": lambda: b"<html><table><tr><td>1<td>2<tr><td>3",
        "html-comment": lambda: b"<html><!--" + b"-" * 1_000_000,
    }
    for name, content in contents.items():
        yield f"foreign/{name}", content


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def ods_of(inner: str, doctype: str = "") -> bytes:
    content = (
        f'<?xml version="1.0"?>{doctype}<office:document-content xmlns:office="{_OFFICE}:office:1.0"'
        f' xmlns:table="{_OFFICE}:table:1.0" xmlns:text="{_OFFICE}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="x">{inner}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OFFICE}:manifest:1.0"><manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
        "META-INF/manifest.xml": manifest.encode(),
    }
    return zipped(parts)


def word_of(body: str, doctype: str = "") -> str:
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'{doctype}<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>'


def word_table(cell: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"


def others() -> Iterator[tuple[str, Content]]:
    one = '<table:table-cell office:value-type="float" office:value="1"/>'
    repeated = one.replace("table-cell ", 'table-cell table:number-columns-repeated="{n}" ')
    for n in (16_384, 1_000_000, 2_000_000_000):
        yield f"ods/columns-{n}", lambda n=n: ods_of(f"<table:table-row>{repeated.format(n=n)}</table:table-row>")
        yield (
            f"ods/rows-{n}",
            lambda n=n: ods_of(f'<table:table-row table:number-rows-repeated="{n}">{one}</table:table-row>'),
        )
    said = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    yield "ods/laughs", lambda: ods_of(said.format("&a10;"), _LAUGHS)
    yield "ods/external", lambda: ods_of(said.format("&x;"), _external("file:///etc/passwd"))
    yield "ods/no-content", lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
    documents = {
        "laughs": word_of("<w:p><w:t>&a10;</w:t></w:p>", _LAUGHS),
        "external": word_of(word_table("<w:p><w:t>&x;</w:t></w:p>"), _external("file:///etc/passwd")),
        "no-table": word_of("<w:p/>"),
        "no-body": word_of("").replace("w:body", "w:other"),
        "deep": word_of("<w:tbl><w:tr><w:tc>" * 20_000),
        "deep-closed": word_of("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000),
        "wide": word_of(word_table('<w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/>')),
        "noise": "\x00\x01",
    }
    for name, text in documents.items():
        yield f"docx/{name}", lambda text=text: zipped({"word/document.xml": text.encode(), _TYPES: b"<Types/>"})


def damaged(count: int) -> Iterator[tuple[str, Content]]:
    """The honest file cut off, or with some of its bytes changed."""
    for tenth in range(1, 10):
        yield f"cut/{tenth}0%", lambda tenth=tenth: honest_xlsx()[: len(honest_xlsx()) * tenth // 10]
    for seed in range(count):
        yield f"changed/{seed}", lambda seed=seed: changed(honest_xlsx(), seed)
    for seed in range(count // 3):
        yield f"changed-inside/{seed}", lambda seed=seed: changed_inside(seed)


def changed(data: bytes, seed: int) -> bytes:
    dice = random.Random(seed)
    out = bytearray(data)
    for _ in range(dice.randint(1, 40)):
        out[dice.randrange(len(out))] = dice.randrange(256)
    return bytes(out)


def changed_inside(seed: int) -> bytes:
    """The zip is sound; what is in it is not."""
    parts = parts_of(honest_xlsx())
    name = random.Random(seed).choice([_SHEET, _STRINGS if _STRINGS in parts else _SHEET, _BOOK, _RELS, _STYLES])
    return zipped(parts | {name: changed(parts[name], seed)})


def corpus(mutations: int = 40) -> dict[str, Content]:
    return dict(
        pair
        for family in (bombs(), entities(), cells(), structure(), foreign(), others(), damaged(mutations))
        for pair in family
    )
