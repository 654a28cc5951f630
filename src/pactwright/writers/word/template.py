"""A Word template, prepared by docxtpl and compiled by jinja2 once, and filled many times.

template -> parts with tags (compiled), parts without (deflated) -> filled with a context -> parts -> zip

docxtpl's own way parses and saves the whole package again for each document; here a part is filled as text, and the
long slots are never printed by jinja2: it prints a mark where each goes. This module alone knows docxtpl.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from itertools import count

from docxtpl import DocxTemplate  # type: ignore[import-untyped] # docxtpl has no types
from jinja2 import StrictUndefined, Template, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from pactwright.document import Agreement
from pactwright.writers.word.archive import Entry, entry, fast_entry, zipped
from pactwright.writers.word.context import template_context
from pactwright.writers.word.contract import SLOTS
from pactwright.writers.word.direction import directed
from pactwright.writers.word.layout import PAPERS, PaperSize, fitted
from pactwright.writers.word.markup import Markup, PlainWords
from pactwright.writers.word.package import (
    COMMENTS,
    CONTENT_TYPES,
    DOCUMENT,
    RELATIONS,
    Parts,
    W,
    is_xml,
    members,
    ordered,
)
from pactwright.writers.word.properties import with_properties
from pactwright.writers.word.refusing import NO_SUCH_NAME, refuse_left_over, refused

ENVIRONMENT = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)

_STYLES = "word/styles.xml"
_WITH_TAGS = (DOCUMENT, "word/header", "word/footer", "word/footnotes")
_AS_DOCXTPL_READS = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
_PAPER_SPOTS = {"pgSz": {"w": "width", "h": "height"}, "pgMar": {"left": "side", "right": "side"}}
_WRITTEN_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}
_BREAKS = re.compile("[\n\t\a\f]")
_PICTURE = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*')
_FIRST_PICTURE = 1001  # as docxtpl numbers them
_MARK = "\0"
_SLOT = re.compile(f"{_MARK}({'|'.join(SLOTS)}){_MARK}")
"""Where a slot's XML goes; no XML holds this character, and a value that does is refused."""


@dataclass(frozen=True, slots=True)
class PreparedTemplate:
    """A template that can be filled by several threads at once: nothing in it changes.

    `printed` are the parts with tags, `fixed` those without; of `raw` differ with the language, the paper or notes.
    """

    printed: Mapping[str, Template]
    fixed: Mapping[str, Entry]
    raw: Parts

    def filled(self, agreement: Agreement) -> dict[str, str]:
        """The text of each part with tags; in the document's, `slots_of` finds where the slots go.

        Raises InputError for a name that is not in the context, and for a tag that is left over.
        """
        return self.filled_with(template_context(agreement), PAPERS[agreement.paper])

    def filled_with(self, context: Mapping[str, object], paper: PaperSize) -> dict[str, str]:
        """The same for any names."""
        marks = {name: Markup(f"{_MARK}{name}{_MARK}") for name in SLOTS}
        lengths = {name: PlainWords(length) for name, length in asdict(paper).items()}
        names = {**context, **marks, "paper": lengths}
        return {name: _rendered(part, names, f"/{name}") for name, part in self.printed.items()}

    def packed(self, document: list[bytes], parts: Parts, agreement: Agreement) -> bytes:
        """The file: the document's part in pieces, the other parts of it, and the template's own."""
        return self.packed_with(document, parts, agreement.language, PAPERS[agreement.paper])

    def packed_with(self, document: list[bytes], parts: Parts, language: str, paper: PaperSize) -> bytes:
        """The same for any document."""
        styles = _styles(self.raw[_STYLES], language, paper.text_width)
        entries = {**self.fixed, _STYLES: styles, DOCUMENT: fast_entry(*document)}
        entries |= {name: fast_entry(part) for name, part in parts.items()}
        return zipped({name: entries[name] for name in ordered(entries)})


def slots_of(document: str) -> tuple[list[str], list[str]]:
    """What stands between the slots of a filled document, and the names of the slots."""
    cut = _SLOT.split(document)
    return cut[::2], cut[1::2]


@lru_cache(maxsize=8)
def prepared(template: bytes) -> PreparedTemplate:
    """The template made ready; raises InputError when it is no Word file, or a tag of it cannot be read."""
    try:
        parts = with_properties(members(template))
        printed = {name: _compiled(source) for name, source in sources(parts)}
        raw = {name: parts[name] for name in (CONTENT_TYPES, RELATIONS, _STYLES)}
        raw |= {name: part for name, part in parts.items() if name == COMMENTS}
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as error:
        seen = f"the template is not a whole Word file: {error}"
        raise refused(seen, "save it again as .docx") from error
    fixed = {name: entry(part) for name, part in parts.items() if name not in printed}
    return PreparedTemplate(printed, fixed, raw)


def sources(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each part in which docxtpl reads tags, as jinja2 gets it; the document has one in each section, for its paper."""
    for name, part in parts.items():
        if name.startswith(_WITH_TAGS) and is_xml(name) and (name == DOCUMENT or b"{" in part):
            yield name, _source(part)


def _source(part: bytes) -> str:
    """The part with whole tags, the paper of its sections left open."""
    root = etree.fromstring(part, _AS_DOCXTPL_READS)
    for place, spot in _PAPER_SPOTS.items():
        for element in root.iterfind(f".//{W}sectPr/{W}{place}"):
            for attribute, wanted in spot.items():
                element.set(f"{W}{attribute}", f"{{{{ paper.{wanted} }}}}")
    source: str = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode"))
    return source


def _compiled(source: str) -> Template:
    try:
        return ENVIRONMENT.from_string(source)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error


def _rendered(part: Template, names: Mapping[str, object], name: str) -> str:
    """A part with the values of the names in it, and what docxtpl makes of it behind jinja2."""
    try:
        printed = part.render(names)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error
    for written, meant in _WRITTEN_BRACES.items():
        printed = printed.replace(written, meant)
    refuse_left_over(printed, name)
    numbers = count(_FIRST_PICTURE)
    printed = _PICTURE.sub(lambda found: f"{found[1]}{next(numbers)}", printed)
    if _BREAKS.search(printed):
        printed = DocxTemplate.resolve_listing(None, printed)
    return directed(printed)


@lru_cache(maxsize=64)
def _styles(styles: bytes, language: str, text_width: int) -> Entry:
    return entry(fitted(styles, language, text_width))
