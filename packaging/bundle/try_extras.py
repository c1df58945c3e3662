"""Run inside a bundle that is being tried: does all of it work, with what trimming has left of the libraries?

python try_extras.py MEMO.pdf
"""

import importlib
import pkgutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

import ita_desktop
from ita_desktop.delivery import locked
from ita_desktop.delivery.stick import Outgoing
from ita_desktop.pdfium import pdfium
from ita_desktop.render import signing

PASSWORD = "not-a-secret"  # noqa: S105 - of this trial
NOW = datetime.now(UTC)


def certificate() -> bytes:
    """Of nobody, signed by itself."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    nobody = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "นายสมมติ ใจดี")])
    made = x509.CertificateBuilder().subject_name(nobody).issuer_name(nobody).public_key(key.public_key())
    valid = made.serial_number(1).not_valid_before(NOW - timedelta(days=1)).not_valid_after(NOW + timedelta(days=1))
    own = valid.sign(key, hashes.SHA256())
    return pkcs12.serialize_key_and_certificates(None, key, own, None, BestAvailableEncryption(PASSWORD.encode()))


modules = [each.name for each in pkgutil.walk_packages(ita_desktop.__path__, "ita_desktop.")]
for module in modules:
    if not module.endswith("__main__"):
        importlib.import_module(module)
print(f"all {len(modules)} modules load")
memo = Path(sys.argv[1]).read_bytes()
with pdfium() as library:
    page = library.PdfDocument(memo)[0]
    assert page.render(scale=1).to_pil().getcolors(100_000)
    print(f"drawn and read back: {len(page.get_textpage().get_text_bounded())} letters")
for name in ("memo.pdf", "memo.docx"):
    paper = locked.lock(Outgoing(name, memo), PASSWORD)
    assert paper.content != memo
    print(f"locked: {paper.name}")
key = signing.open_certificate(certificate(), PASSWORD, NOW)
signed = signing.sign(memo, key, "one", [signing.Field("one", "ผู้ลงนาม", 0, (100, 100, 300, 160))], memo)
(found,) = signing.signatures_in(signed)
assert found.intact
print(f"signed: {found.holder}")
assert not {"aiohttp", "ssl", "socks"} & set(sys.modules)
print("nothing loaded that speaks to servers")
