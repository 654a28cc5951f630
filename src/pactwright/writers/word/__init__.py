"""The agreement as a Word file: words become XML, the template places them, the package is checked and zipped.

agreement -> context, slots of XML -> prepared template -> checks -> bytes
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from lxml.etree import XMLSyntaxError

from pactwright.document import Agreement, without_charts
from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.writers.word.charts import charted
from pactwright.writers.word.checks import ill_fitting, unprintable
from pactwright.writers.word.comments import commented
from pactwright.writers.word.contents import LEFT_TO_WORD, Paging
from pactwright.writers.word.markup import ForbiddenCharacterError
from pactwright.writers.word.package import DECLARATION, DOCUMENT
from pactwright.writers.word.promises import leftover_marks
from pactwright.writers.word.properties import property_parts
from pactwright.writers.word.refusing import refused
from pactwright.writers.word.slots import XmlPiece, slot_pieces
from pactwright.writers.word.story import StoryIndex, index_of, together
from pactwright.writers.word.template import prepared, slots_of

_AROUND = ("word/header", "word/footer")


def word_file(agreement: Agreement, template: bytes, paging: Paging = LEFT_TO_WORD, chart: str = "") -> bytes:
    """The .docx file of `agreement` in the theme of `template`, the bytes of a Word template.

    `chart` is the look of a chart; without one, none is drawn and its table stands alone. Same agreement, same
    template, same `paging`, same `chart`: same bytes. Raises InputError when the agreement holds characters that no
    Word file can hold, or when the template and the agreement do not make a sound document together.
    """
    filling = prepared(template)
    agreement = agreement if chart else without_charts(agreement)
    try:
        texts, pieces = filling.filled(agreement), slot_pieces(agreement, paging)
        frame, names = slots_of(texts.pop(DOCUMENT))
        placed = [pieces[name] for name in names]
        parts = {name: (DECLARATION + text).encode() for name, text in texts.items()} | property_parts(agreement)
        parts |= commented(filling.raw, agreement)
        parts |= charted(filling.raw | parts, agreement, chart)
        found = ill_fitting({DOCUMENT: _index(frame, placed), **_around(texts)}, agreement, parts)
    except (XMLSyntaxError, ForbiddenCharacterError) as error:
        _refuse_if(unprintable(agreement))
        seen = f"the filled template is not XML: {error}"
        raise refused(seen, "look at the tags near it") from error
    new = ((DOCUMENT, "".join(frame)), *((name, part.decode()) for name, part in parts.items()))
    _refuse_if((*found, *leftover_marks(new, agreement)))
    return filling.packed(list(_document(frame, placed)), parts, agreement)


def _index(frame: list[str], placed: list[tuple[XmlPiece, ...]]) -> StoryIndex:
    """The index of the document: that of the template's own XML, and those of the pieces in its slots."""
    return together((index_of("".join(frame)), *(piece.index for piece in chain.from_iterable(placed))))


def _around(texts: Mapping[str, str]) -> dict[str, StoryIndex]:
    return {name: index_of(text) for name, text in texts.items() if name.startswith(_AROUND)}


def _document(frame: list[str], placed: list[tuple[XmlPiece, ...]]) -> Iterator[bytes]:
    """The document's part in pieces: what stands between the slots, and what stands in them."""
    yield DECLARATION.encode()
    for before, pieces in zip(frame, (*placed, ()), strict=True):
        yield before.encode()
        yield from (piece.xml for piece in pieces)


def _refuse_if(findings: tuple[Finding, ...]) -> None:
    if findings:
        raise InputError(findings)
