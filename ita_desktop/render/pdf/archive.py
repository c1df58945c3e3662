"""What an archive asks of a PDF: who made what and when, said twice in the same words, and what its colours mean.

The files are prepared as PDF/A-2b asks (no validator stands behind that word here).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from html import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFStream,
    PDFString,
)
from reportlab.pdfbase.pdfdoc import (
    format as formatted,
)

from ita_desktop.papers.blocks import InsertedPages, Paper
from ita_desktop.render.pdf.embedding import compressed

_TOOL = "ITA Desktop"
_LANGUAGE = "th-TH"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{archive}
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<pdf:Producer>{tool}</pdf:Producer><xmp:CreatorTool>{tool}</xmp:CreatorTool>{dates}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


_ARCHIVE = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
"""Not said of a file that holds pages of others: nobody here knows what is in them."""


class _Info(PDFInfo):  # type: ignore[misc]
    """ReportLab's always has a date; ours has one only if the paper has."""

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.title, self.author, self.subject = paper.title, paper.author, paper.subject
        self._made_on = paper.made_on

    def format(self, document: PDFDocument) -> bytes:
        entries = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        if self._made_on:
            day = f"D:{self._made_on:%Y%m%d}000000+07'00'"
            entries |= {"CreationDate": day, "ModDate": day}
        entries |= {"Creator": _TOOL, "Producer": _TOOL}
        return bytes(formatted(PDFDictionary({key: PDFString(text) for key, text in entries.items()}), document))


def describe(document: PDFDocument, paper: Paper) -> None:
    document.info = _Info(paper)
    metadata = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    catalog = document.Catalog
    catalog.Metadata = PDFStream(metadata, _xmp(paper).encode())
    catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString("sRGB"),
                    "Info": PDFString("sRGB IEC61966-2.1"),
                    "DestOutputProfile": document.Reference(compressed(_srgb(), N=3)),
                }
            )
        ]
    )
    catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]


def _xmp(paper: Paper) -> str:
    return _XMP.format(
        language=_LANGUAGE,
        title=escape(paper.title),
        author=escape(paper.author),
        subject=escape(paper.subject),
        tool=_TOOL,
        dates=_dates(paper.made_on),
        archive="" if any(isinstance(block, InsertedPages) for block in paper.blocks) else _ARCHIVE,
    )


def _dates(made_on: date | None) -> str:
    if not made_on:
        return ""
    day = f"{made_on:%Y-%m-%d}T00:00:00+07:00"
    return f"<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>"


@lru_cache(maxsize=1)
def _srgb() -> bytes:
    """The usual colour space, without the moment at which the profile was made: the same paper gives the same bytes."""
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile[:24] + bytes(12) + profile[36:]
