"""The agreement as a Word file: words become XML, the template places them, the package is checked and sealed.

agreement -> context (slots of XML) -> compiled template -> checks -> bytes
agreement -> context (slots of XML) -> docxtpl -> properties, page, language, notes -> checks -> bytes

The second way is for drafting notes and for a template with tags that only docxtpl reads; the tests hold the first way
against it.
"""

from __future__ import annotations

from lxml.etree import XMLSyntaxError

from pactwright.document import Agreement
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.memory import Memory
from pactwright.writers.word.checks import ill_fitting, unprintable, unsound
from pactwright.writers.word.comments import commented, note_ids
from pactwright.writers.word.compiled import compiled
from pactwright.writers.word.context import context
from pactwright.writers.word.layout import laid_out
from pactwright.writers.word.markup import ForbiddenCharacterError
from pactwright.writers.word.package import members, packed
from pactwright.writers.word.promises import leftover_marks
from pactwright.writers.word.properties import described
from pactwright.writers.word.refusing import refused

__all__ = ["word", "word_by_docxtpl"]


def word(agreement: Agreement, template: bytes, memory: Memory | None = None, ready: bytes = b"") -> bytes:
    """The .docx file of `agreement` in the look of `template`, the bytes of a Word template.

    Same agreement, same template: same bytes. Raises InputError when the agreement holds characters that no Word
    file can hold, or when the template and the agreement do not make a sound document together. `memory` is what
    earlier documents of the run left: what is the same in both is written, and looked at, once. `ready` is what was
    kept of the template when it was made ready before.
    """
    filling = compiled(template, ready)
    if filling is None or note_ids(agreement):
        return word_by_docxtpl(agreement, template)
    memory = memory or Memory()
    try:
        filled = filling.filled(agreement, memory)
        found = ill_fitting(filled.stories(memory), agreement, filled.others, memory)
    except (XMLSyntaxError, ForbiddenCharacterError) as error:
        _refuse_if(unprintable(agreement))
        seen = f"the filled template is not XML: {error}"
        raise refused(seen, "look at the tags near it") from error
    _refuse_if((*found, *leftover_marks(filled.texts(), agreement)))
    return filling.packed(filled, agreement.language, memory)


def word_by_docxtpl(agreement: Agreement, template: bytes) -> bytes:
    """The same file, each part read and written again by docxtpl.

    Raises InputError as `word` does.
    """
    from pactwright.writers.word.template import rendered  # noqa: PLC0415 - most documents need no docxtpl

    _refuse_if(unprintable(agreement))
    parts = members(rendered(template, context(agreement)))
    parts = commented(described(laid_out(parts, agreement), agreement), agreement)
    _refuse_if(unsound(parts, agreement))
    return packed(parts)


def _refuse_if(findings: tuple[Finding, ...]) -> None:
    if findings:
        raise InputError(findings)
