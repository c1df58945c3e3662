"""Addresses inside Thai prose: a link with other digits in it leads nowhere, and a piece of one is no number."""

from __future__ import annotations

import re

_TOP = r"(?:th|com|org|net|info|io|gov|edu)"
_FILE = r"(?:pdf|docx?|xlsx?|pptx?|ods|odt|csv|txt|json|jpe?g|png|gif|zip|ita)"

LINK = re.compile(
    rf"""(?<![A-Za-z0-9._%+-])(?:
      (?: https?:// | ftp:// | www\. ) [^\s<>"“”‘’]+                               # said outright
    | [A-Za-z0-9] [A-Za-z0-9._%+-]* @ [A-Za-z0-9-]+ (?: \. [A-Za-z0-9-]+ )+        # e-mail
    | [A-Za-z0-9] [A-Za-z0-9-]* (?: \. [A-Za-z0-9-]+ )* \. {_TOP} \b (?: / [^\s<>"“”‘’]* )?    # office.go.th/o12
    | [A-Za-z0-9] [A-Za-z0-9_-]* (?: \. [A-Za-z0-9_-]+ )* \. {_FILE} \b            # o12_2568.pdf
    )""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
