"""A Word template made ready once, to be filled many times, without docxtpl and for the most part without jinja2.

template -> parts with tags (compiled), parts without (deflated) -> filled with a context -> parts -> zip
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache, lru_cache
from itertools import chain
from threading import Lock
from typing import Protocol

from pactwright.document import Agreement
from pactwright.memory import Memory
from pactwright.writers.word.archive import Entry, archive, entry, fast_entry
from pactwright.writers.word.context import around
from pactwright.writers.word.held import Held, held_in_xml, parsed_piece, together
from pactwright.writers.word.layout import PAPERS, in_language
from pactwright.writers.word.markup import Markup, Words
from pactwright.writers.word.package import DECLARATION, Parts, ordered
from pactwright.writers.word.properties import property_parts
from pactwright.writers.word.refusing import refuse_left_over
from pactwright.writers.word.slots import SLOTS, Group, Groups, slots
from pactwright.writers.word.steps import Names, Steps

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
_AROUND = ("word/header", "word/footer")
_LOCK = Lock()


class Printed(Protocol):
    """A part with tags, ready to be filled."""

    def render(self, names: Names, /) -> str:
        """The part with the values of the names in it; raises InputError for a name that is not there."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that can be filled by several threads at once: nothing in it changes.

    `printed` are the parts with tags, `fixed` those without; `styles` waits for the language.
    """

    printed: Mapping[str, Printed]
    fixed: Mapping[str, Entry]
    styles: bytes

    def filled(self, agreement: Agreement, memory: Memory) -> Filled:
        """The parts that differ from one agreement to the next; the styles, which differ by language, are not here.

        Raises InputError for a name that is not in the context, and for a tag that is left over.
        """
        fragments = slots(agreement, memory)
        marks = {name: Markup(f"{_MARK}{name}{_MARK}") for name in fragments}
        all_names = {**around(agreement), **marks, "_paper": _paper(agreement.paper)}
        texts = {name: part.render(all_names) for name, part in self.printed.items()}
        for name, text in texts.items():
            refuse_left_over(text, f"/{name}")
        texts = {name: with_breaks(text) for name, text in texts.items()}
        document = _SLOT.split(texts.pop(DOCUMENT))
        parts = {name: (DECLARATION + text).encode() for name, text in texts.items()}
        return Filled(document[::2], [fragments[name] for name in document[1::2]], parts | property_parts(agreement))

    def packed(self, filled: Filled, language: str, memory: Memory) -> bytes:
        """The document: the parts of `filled`, the styles in a language, and the template's other parts."""
        document = fast_entry(*filled.document())
        entries = {**self.fixed, STYLES: _styles(self.styles, language), DOCUMENT: document}
        entries |= {name: memory.equal(fast_entry, part) for name, part in filled.others.items()}
        return archive({name: entries[name] for name in ordered(entries)})


@cache
def _paper(paper: str) -> dict[str, Words]:
    return {name: Words(length) for name, length in asdict(PAPERS[paper]).items()}


def with_breaks(printed: str) -> str:
    """The printed part with a break or a tab of Word for each new line or tab in a scalar; slots have theirs already.

    A template's own white space between elements is gone by now, so that the letters alone tell.
    """
    if "\n" not in printed and "\t" not in printed:
        return printed
    from pactwright.writers.word.template import with_listings  # noqa: PLC0415 - seldom, and docxtpl is slow to load

    return with_listings(printed)


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
            yield from (group.encoded for group in groups)

    def stories(self, memory: Memory) -> dict[str, Held]:
        """What the document, the headers and the footers hold; raises XMLSyntaxError for what is not XML.

        A group is looked at once, however many documents hold it.
        """
        frame = held_in_xml("".join(self.frame), memory)
        pieces = memory.each(_held_in_group, chain.from_iterable(self.slots), memory)
        around = {name: part for name, part in self.others.items() if name.startswith(_AROUND)}
        others = {name: memory.equal(_held_in_part, part, memory) for name, part in around.items()}
        return {DOCUMENT: memory.same(together, frame, *pieces), **others}

    def texts(self) -> Iterator[tuple[str, str]]:
        """The XML that is new in this document, with the name of its part."""
        yield DOCUMENT, "".join(self.frame)
        yield from ((name, part.decode()) for name, part in self.others.items())


def _held_in_group(group: Group, memory: Memory) -> Held:
    return memory.same(together, *memory.each(_held_in_piece, group.pieces, memory))


def _held_in_piece(piece: str, memory: Memory) -> Held:
    return held_in_xml(piece, memory, parsed_piece)


def _held_in_part(part: bytes, memory: Memory) -> Held:
    return held_in_xml(part.decode().removeprefix(DECLARATION), memory)


def compiled(template: bytes, ready: bytes = b"") -> Compiled | None:
    """The template made ready, once in a process; None when it uses what is left to docxtpl.

    `ready` is what somebody kept of it by `as_kept`. Raises InputError when a tag of the template cannot be read.
    """
    with _LOCK:
        return _compiled(template, ready)


@lru_cache(maxsize=8)
def _compiled(template: bytes, ready: bytes) -> Compiled | None:
    if ready:
        return from_kept(ready)
    from pactwright.writers.word.compiling import compiled_from  # noqa: PLC0415 - what is ready needs no docxtpl

    return compiled_from(template)


def as_kept(template: Compiled) -> bytes:
    """A template as JSON; raises TypeError for one that steps cannot fill."""
    steps = {name: part.steps for name, part in template.printed.items() if isinstance(part, Steps)}
    if steps.keys() != template.printed.keys():
        message = "the template asks for more than steps can say"
        raise TypeError(message)
    fixed = {name: (b64encode(e.deflated).decode(), e.checksum, e.size) for name, e in template.fixed.items()}
    return json.dumps({"printed": steps, "fixed": fixed, "styles": template.styles.decode()}).encode()


def from_kept(kept: bytes) -> Compiled:
    """The template that `as_kept` wrote."""
    tree = json.loads(kept)
    printed = {name: Steps(steps) for name, steps in tree["printed"].items()}
    fixed = {name: Entry(b64decode(deflated), *sums) for name, (deflated, *sums) in tree["fixed"].items()}
    return Compiled(printed, fixed, tree["styles"].encode())


@lru_cache(maxsize=64)
def _styles(styles: bytes, language: str) -> Entry:
    return entry(in_language(styles, language))
