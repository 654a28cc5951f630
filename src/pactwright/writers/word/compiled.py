"""A Word template made ready once, to be filled many times; docxtpl's rewriting of tags, and nothing else of it.

template -> parts with tags (compiled), parts without (deflated) -> filled with a context -> parts -> zip
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Any

from jinja2 import Template, TemplateError
from lxml import etree

from pactwright.document import Agreement
from pactwright.writers.word.archive import Entry, archive, entry
from pactwright.writers.word.layout import PAPERS, in_language
from pactwright.writers.word.package import Parts, W, is_xml, members, ordered
from pactwright.writers.word.properties import property_parts, with_properties
from pactwright.writers.word.template import ENVIRONMENT, NO_SUCH_NAME, patched, refuse_left_over, refused, with_breaks

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_WITH_TAGS = (_DOCUMENT, "word/header", "word/footer", "word/footnotes")
_AS_DOCXTPL_READS = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
_RARE = re.compile(r"[{}]_[{}%]|[{%]_[{}]|\{[{%]tc|\{%\s*(?:colspan|cellbg|vm|hm)\b|<wp:docPr\b")
"""What only docxtpl does as docxtpl does it: written braces, columns in a loop, merged cells, numbers of pictures."""

_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that can be filled by several threads at once: nothing in it changes.

    `printed` are the parts with tags, `fixed` those without; `styles` waits for the language.
    """

    printed: Mapping[str, Template]
    fixed: Mapping[str, Entry]
    styles: bytes

    def filled(self, context: Mapping[str, Any], agreement: Agreement) -> Parts:
        """The parts that differ from one agreement to the next; the styles, which differ by language, are not here.

        Raises InputError for a name that is not in the context, and for a tag that is left over.
        """
        all_names = {**context, "_paper": PAPERS[agreement.paper]}
        try:
            texts = {name: template.render(all_names) for name, template in self.printed.items()}
        except TemplateError as error:
            raise refused(str(error), NO_SUCH_NAME) from error
        for name, text in texts.items():
            refuse_left_over(text, f"/{name}")
        parts = {name: (_DECLARATION + with_breaks(text)).encode() for name, text in texts.items()}
        return parts | property_parts(agreement)

    def packed(self, filled: Parts, language: str) -> bytes:
        """The document: the parts of `filled`, the styles in a language, and the template's other parts."""
        entries = {**self.fixed, _STYLES: _styles(self.styles, language)}
        entries |= {name: entry(part) for name, part in filled.items()}
        return archive({name: entries[name] for name in ordered(entries)})


def compiled(template: bytes) -> Compiled | None:
    """The template made ready, once in a process; None when `needs_docxtpl`.

    Raises InputError when a tag of the template cannot be read.
    """
    with _LOCK:
        return _compiled(template)


def needs_docxtpl(parts: Mapping[str, bytes]) -> bool:
    """Whether a template uses what this module leaves to docxtpl."""
    if _DOCUMENT not in parts or _STYLES not in parts:
        return True
    texts = (text for _, part in _with_tags(parts) for text in _spellings(part))
    return any(_RARE.search(text) for text in texts)


@lru_cache(maxsize=8)
def _compiled(template: bytes) -> Compiled | None:
    try:
        parts = members(template)
        if needs_docxtpl(parts):
            return None
        parts = with_properties(parts)
        printed = {name: _template(part) for name, part in _with_tags(parts)}
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        seen = f"the template is not a whole Word file: {error}"
        raise refused(seen, "save it again as .docx") from error
    fixed = {name: entry(part) for name, part in parts.items() if name not in printed and name != _STYLES}
    return Compiled(printed, fixed, parts[_STYLES])


def _with_tags(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The parts in which docxtpl reads tags; the document has one in every section, for its paper."""
    found = ((name, part) for name, part in parts.items() if name.startswith(_WITH_TAGS) and is_xml(name))
    return ((name, part) for name, part in found if name == _DOCUMENT or b"{" in part)


def _spellings(part: bytes) -> tuple[str, str]:
    """A part as it stands, and its words alone: Word may cut a tag by other tags."""
    root = etree.fromstring(part, _AS_DOCXTPL_READS)
    return etree.tostring(root, encoding="unicode"), "".join(map(str, root.itertext()))


def _template(part: bytes) -> Template:
    """The part as a template of jinja2, the paper of its sections left open."""
    root = etree.fromstring(part, _AS_DOCXTPL_READS)
    for place, spot in _PAPER_SPOTS.items():
        for element in root.iterfind(f".//{W}sectPr/{W}{place}"):
            for attribute, wanted in spot.items():
                element.set(f"{W}{attribute}", f"pactwright-{wanted}")
    source = patched(etree.tostring(root, encoding="unicode"))
    for wanted in ("width", "height", "side"):
        source = source.replace(f'"pactwright-{wanted}"', f'"{{{{ _paper.{wanted} }}}}"')
    try:
        return ENVIRONMENT.from_string(source)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error


_PAPER_SPOTS = {"pgSz": {"w": "width", "h": "height"}, "pgMar": {"left": "side", "right": "side"}}
_DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


@lru_cache(maxsize=64)
def _styles(styles: bytes, language: str) -> Entry:
    return entry(in_language(styles, language))
