"""The only room that knows python-docx: the same blocks as in PDF, as a Word file that a person goes on editing."""

from ita_desktop.render.docx.document import to_docx

__all__ = ["to_docx"]
