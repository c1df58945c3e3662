"""PAdES B-B by pyHanko: the only module that knows it. Whatever it could fetch from a network is switched off."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from asn1crypto import x509
from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields as pdf_fields
from pyhanko.sign import signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext

from ita_desktop.domain.errors import WrongUsage
from ita_desktop.render.signing import Certificate, Field, Found
from ita_desktop.thai.dates import DateStyle, thai_date

log = logging.getLogger(__name__)

_SAFE = "เอกสารไม่เปลี่ยนแปลง และไม่ได้เก็บรหัสผ่านไว้"


class _Look(PdfContent):
    """What is seen in the field: a page that we drew, in its own size."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self._page = page

    def render(self) -> bytes:
        drawn = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self._page)))
        self.resources.xobject["/Look"] = drawn
        left, bottom, right, top = (float(edge) for edge in drawn.get_object()["/BBox"])
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Look Do"


def open_certificate(content: bytes, password: str, now: datetime) -> Certificate:
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(content, other_certs=(), passphrase=password.encode())
    except (ValueError, TypeError, AttributeError) as problem:  # the last two where it holds no key or no certificate
        log.info("a certificate file cannot be opened: %s", type(problem).__name__)
        raise WrongUsage(
            "เปิดใบรับรองไม่ได้ รหัสผ่านไม่ถูกต้อง หรือไฟล์ไม่ใช่ใบรับรองพร้อมกุญแจ (.p12 .pfx)",
            safe=_SAFE,
            do="พิมพ์รหัสผ่านใหม่ หรือเลือกไฟล์ใบรับรองอื่น",
        ) from problem
    held = signer.signing_cert
    times = held["tbs_certificate"]["validity"]
    begins, ends = times["not_before"].native, times["not_after"].native
    if not begins <= now <= ends:
        day = (ends if now > ends else begins).astimezone(now.tzinfo).date()
        happened = "หมดอายุ" if now > ends else "ยังไม่เริ่มใช้ได้จนถึง"
        raise WrongUsage(
            f"ใบรับรองนี้{happened}วันที่ {thai_date(day, DateStyle.SHORT_LONG_YEAR)}",
            safe=_SAFE,
            do="ใช้ใบรับรองที่ยังมีผล และตรวจวันที่ของเครื่อง",
        )
    return Certificate(_called(held.subject), _called(held.issuer), signer)


def _called(name: x509.Name) -> str:
    parts = name.native
    said = parts.get("common_name") or parts.get("organization_name") or name.human_friendly
    return said if isinstance(said, str) else str(said[-1])


def sign(pdf: bytes, certificate: Certificate, field: str, fields: Sequence[Field], look: bytes) -> bytes:
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    there = {name for name, _, _ in pdf_fields.enumerate_sig_fields(writer.prev)}
    for wanted in fields:
        if wanted.name not in there:
            spec = pdf_fields.SigFieldSpec(
                wanted.name,
                on_page=wanted.page,
                box=wanted.box,
                readable_field_name=wanted.called,
            )
            pdf_fields.append_signature_field(writer, spec)
    about = signers.PdfSignatureMetadata(
        field_name=field,
        name=certificate.holder,
        md_algorithm="sha256",
        subfilter=pdf_fields.SigSeedSubFilter.PADES,
        signer_key_usage=set(),  # offices' certificates are marked in many ways; the issuer answers for their use
    )
    middle = layout.AxisAlignment.ALIGN_MID
    style = StaticStampStyle(
        background=_Look(look),
        background_opacity=1.0,
        background_layout=layout.SimpleBoxLayoutRule(x_align=middle, y_align=middle),
        border_width=0,
    )
    signed = BytesIO()
    signers.PdfSigner(about, signer=certificate.key, stamp_style=style).sign_pdf(
        writer, existing_fields_only=True, output=signed
    )
    return signed.getvalue()


def signatures_in(pdf: bytes) -> tuple[Found, ...]:
    return tuple(_examined(each) for each in PdfFileReader(BytesIO(pdf)).embedded_regular_signatures)


def _examined(signature: EmbeddedPdfSignature) -> Found:
    """Trust in the issuer is the reader's to give; here it is asked whether the file is what was signed."""
    held = signature.signer_cert
    status = validate_pdf_signature(
        signature,
        ValidationContext(trust_roots=[held], allow_fetching=False),
        key_usage_settings=KeyUsageConstraints(),
    )
    return Found(
        field=signature.field_name,
        holder=_called(held.subject),
        issuer=_called(held.issuer),
        signed=signature.self_reported_timestamp,
        intact=bool(status.intact and status.valid and status.docmdp_ok),
    )
