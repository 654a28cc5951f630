"""A Word template made ready once, to be filled many times; docxtpl's rewriting of tags, and nothing else of it.

template -> parts with tags (compiled), parts without (deflated) -> filled with a context -> parts -> zip
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from jinja2 import Template, TemplateError
from lxml import etree

from pactwright.document import Agreement
from pactwright.memory import Memory
from pactwright.writers.word.archive import Entry, archive, entry, entry_of
from pactwright.writers.word.context import around
from pactwright.writers.word.held import Held, as_story, held_in_xml, together
from pactwright.writers.word.layout import PAPERS, in_language
from pactwright.writers.word.markup import Markup
from pactwright.writers.word.package import DECLARATION, Parts, W, is_xml, members, ordered
from pactwright.writers.word.properties import property_parts, with_properties
from pactwright.writers.word.slots import SLOTS, Group, Groups, slots
from pactwright.writers.word.template import ENVIRONMENT, NO_SUCH_NAME, patched, refuse_left_over, refused, with_breaks

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_AROUND = ("word/header", "word/footer")
_WITH_TAGS = (_DOCUMENT, *_AROUND, "word/footnotes")
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

    def filled(self, agreement: Agreement, memory: Memory) -> Filled:
        """The parts that differ from one agreement to the next; the styles, which differ by language, are not here.

        Raises InputError for a name that is not in the context, and for a tag that is left over.
        """
        fragments = slots(agreement, memory)
        marks = {name: Markup(f"{_MARK}{name}{_MARK}") for name in fragments}
        all_names = {**around(agreement), **marks, "_paper": PAPERS[agreement.paper]}
        try:
            texts = {name: template.render(all_names) for name, template in self.printed.items()}
        except TemplateError as error:
            raise refused(str(error), NO_SUCH_NAME) from error
        for name, text in texts.items():
            refuse_left_over(text, f"/{name}")
        texts = {name: with_breaks(text) for name, text in texts.items()}
        document = _SLOT.split(texts.pop(_DOCUMENT))
        parts = {name: (DECLARATION + text).encode() for name, text in texts.items()}
        return Filled(document[::2], [fragments[name] for name in document[1::2]], parts | property_parts(agreement))

    def packed(self, filled: Filled, language: str, memory: Memory) -> bytes:
        """The document: the parts of `filled`, the styles in a language, and the template's other parts."""
        document = entry_of(tuple(filled.document()), memory)
        entries = {**self.fixed, _STYLES: _styles(self.styles, language), _DOCUMENT: document}
        entries |= {name: memory.same(entry, part) for name, part in filled.others.items()}
        return archive({name: entries[name] for name in ordered(entries)})


_MARK = "\0"
_SLOT = re.compile(f"{_MARK}({'|'.join(SLOTS)}){_MARK}")
"""Where a slot's fragments go; no XML holds this character, and a value that does is refused."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The document as the template's own XML, cut where the slots are, and the groups of each slot between.

    `others` are headers, footers and properties.
    """

    frame: Sequence[str]
    slots: Sequence[Groups]
    others: Parts

    def document(self) -> Iterator[bytes]:
        """The document's part in pieces: what stands between the slots, and each group of fragments."""
        declaration = DECLARATION
        for groups, before in zip((*self.slots, ()), self.frame, strict=True):
            yield (declaration + before).encode()
            declaration = ""
            yield from (group.encoded for group in groups if group.xml)

    def stories(self, memory: Memory) -> dict[str, Held]:
        """What the document, the headers and the footers hold; raises XMLSyntaxError for what is not XML.

        A group is looked at once, however many documents hold it.
        """
        frame = held_in_xml("".join(self.frame), memory)
        pieces = [memory.same(_held_in_group, memory, group) for groups in self.slots for group in groups]
        around = {name: part for name, part in self.others.items() if name.startswith(_AROUND)}
        others = {name: memory.same(_held_in_part, memory, part) for name, part in around.items()}
        return {_DOCUMENT: together([frame, *pieces]), **others}

    def texts(self) -> Iterator[tuple[str, str]]:
        """The XML that is new in this document, with the name of its part."""
        yield _DOCUMENT, "".join(self.frame)
        yield from ((name, part.decode()) for name, part in self.others.items())


def _held_in_group(memory: Memory, group: Group) -> Held:
    return held_in_xml(as_story(group.xml), memory)


def _held_in_part(memory: Memory, part: bytes) -> Held:
    return held_in_xml(part.decode().removeprefix(DECLARATION), memory)


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


@lru_cache(maxsize=64)
def _styles(styles: bytes, language: str) -> Entry:
    return entry(in_language(styles, language))
