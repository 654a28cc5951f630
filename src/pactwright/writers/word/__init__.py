"""The agreement as a Word file: words become XML, the template places them, the package is checked and sealed.

agreement -> context (slots of XML) -> template -> members -> properties, page, language, notes -> checks -> bytes
"""

from __future__ import annotations

from pactwright.document import Agreement
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.writers.word.checks import unprintable, unsound
from pactwright.writers.word.comments import commented
from pactwright.writers.word.context import context
from pactwright.writers.word.layout import laid_out
from pactwright.writers.word.package import members, packed
from pactwright.writers.word.properties import described
from pactwright.writers.word.template import rendered

__all__ = ["word"]


def word(agreement: Agreement, template: bytes) -> bytes:
    """The .docx file of `agreement` in the look of `template`, the bytes of a Word template.

    Same agreement, same template: same bytes. Raises InputError when the agreement holds characters that no Word
    file can hold, or when the template and the agreement do not make a sound document together.
    """
    _refuse_if(unprintable(agreement))
    parts = members(rendered(template, context(agreement)))
    parts = commented(described(laid_out(parts, agreement), agreement), agreement)
    _refuse_if(unsound(parts, agreement))
    return packed(parts)


def _refuse_if(findings: tuple[Finding, ...]) -> None:
    if findings:
        raise InputError(findings)
