"""A docxtpl template made of one of our documents: the same text, each value a tag, each table a loop.

The agreement is written by our own Word writer with a tag in the place of each value; what was fixed for this
agreement (words, numbers by style, bookmarks, fields, content controls) stays as the peer's template has it.

    peer = peer_template(agreement, look)
    peer.template       the bytes of a .docx that docxtpl fills
    peer.data           what fills it: text by tag, and for each loop a list of ready rows
    peer.tags           how many tags stand in the document, headers and footers, those in a loop counted once
    peer.loops          how many tables it repeats rows of

A row's references are plain words in the peer's document: it has no numbers to refer to beside the ready text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeVar

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from pactwright.document import Agreement, Gap, Runs, Table, Value, words
from pactwright.writers.word import word_file
from pactwright.writers.word.package import W, members, packed, part, tree
from pactwright.writers.word.runs import with_amounts_whole
from tests.reader import read

Data: TypeAlias = dict[str, str | list[dict[str, str]]]
_T = TypeVar("_T")

_DOCUMENT = "word/document.xml"
_STORIES = (_DOCUMENT, "word/header", "word/footer")
_ROW = re.compile(r"\{\{ (\w+)_row\.")
_TABLES = ("parties", "key_terms", "open_points")
"""What the front page shows as tables."""


@dataclass(frozen=True, slots=True)
class PeerTemplate:
    """A template, its ready data, and how much there is to fill."""

    template: bytes
    data: Data
    tags: int
    loops: int


def peer_template(agreement: Agreement, look: bytes) -> PeerTemplate:
    """The template that docxtpl fills to the text of our document of `agreement` in `look`."""
    tagging = _Tagging()
    parts = members(word_file(tagging.agreement(agreement), look))
    parts = {name: _with_tags(text) for name, text in parts.items()}
    parts[_DOCUMENT] = _with_loops(parts[_DOCUMENT])
    tags = sum(text.count(b"{{") for name, text in parts.items() if name.startswith(_STORIES))
    loops = sum(isinstance(value, list) for value in tagging.data.values())
    return PeerTemplate(packed(parts), tagging.data, tags, loops)


def peer_data(agreement: Agreement) -> Data:
    """What fills the template of an agreement of the same clauses and tables with the values of this one."""
    tagging = _Tagging()
    tagging.agreement(agreement)
    return tagging.data


def told(document: bytes) -> tuple[list[str], dict[str, str], dict[str, str]]:
    """The words of a Word file: those of each paragraph of the body, and of the headers and footers."""
    found = read(document)
    headers, footers = ({kind: story.text for kind, story in each.items()} for each in (found.headers, found.footers))
    return [paragraph.text for paragraph in found.paragraphs], headers, footers


@dataclass
class _Tagging:
    """Puts a tag in the place of each value, and keeps the value under the tag's name."""

    data: Data = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    def agreement(self, agreement: Agreement) -> Agreement:
        """The agreement with a tag in the place of each value, and one row in the place of many."""
        return replace(agreement, **{name: self._part(agreement, name) for name in agreement.__struct_fields__})

    def _part(self, agreement: Agreement, name: str) -> Any:  # noqa: ANN401 - the parts have many types
        value = getattr(agreement, name)
        if name == "version":
            return self._tag(name, value)
        return self._lines(name, value) if name in _TABLES else self._tagged(value)

    def _tagged(self, value: _T) -> _T:
        tagged: Any = value
        if isinstance(value, Value | Gap):
            tagged = replace(value, text=self._tag(value.address, value.text))
        elif isinstance(value, Table):
            tagged = replace(value, rows=self._cells(value.rows), total=self._total(value.total))
        elif isinstance(value, tuple):
            tagged = tuple(map(self._tagged, value))
        elif isinstance(value, Struct):
            tagged = replace(value, **{name: self._tagged(getattr(value, name)) for name in value.__struct_fields__})
        return tagged  # type: ignore[no-any-return]  # of the type that came in

    def _tag(self, address: str, text: str) -> str:
        name = self._named(address)
        self.data[name] = with_amounts_whole(text)
        return f"{{{{ {name} }}}}"

    def _named(self, address: str) -> str:
        """A name that says where the value stands in the spec, with a number of its own."""
        name = re.sub(r"\W+", "_", address).strip("_")
        self.seen[name] += 1
        return f"{name}_{self.seen[name]}"

    def _cells(self, rows: Sequence[tuple[Runs, ...]]) -> tuple[tuple[Runs, ...], ...]:
        """The one row that stands for all rows of a table."""
        name = self._named("table")
        texts = [{f"c{number}": _words(runs) for number, runs in enumerate(row, 1)} for row in rows]
        self.data[name] = texts
        return (tuple((Value(_cell(name, key), ""),) for key in texts[0]),)

    def _total(self, cells: tuple[Runs, ...]) -> tuple[Runs, ...]:
        """The last row of a table, what stands in it as tags."""
        return tuple((Value(self._tag("total", _words(runs)), ""),) if runs else runs for runs in cells)

    def _lines(self, name: str, lines: tuple[Any, ...]) -> tuple[Any, ...]:
        """The one line that stands for all lines of a table of the front page; nothing where it has none."""
        if not lines:
            return ()
        shown = [name for name in lines[0].__struct_fields__ if name != "is_gap"]
        self.data[name] = [{key: _words(getattr(line, key)) for key in shown} for line in lines]
        cells = {key: _like(getattr(lines[0], key), _cell(name, key)) for key in shown}
        return (replace(lines[0], **cells),)


def _cell(name: str, key: str) -> str:
    return f"{{{{ {name}_row.{key} }}}}"


def _words(said: str | Runs) -> str:
    return with_amounts_whole(said if isinstance(said, str) else words(said))


def _like(said: str | Runs, cell: str) -> str | Runs:
    return cell if isinstance(said, str) else (Value(cell, ""),)


def _with_tags(text: bytes) -> bytes:
    """The part with the tags as tags: our writer prints braces as numbers, so that none can be a value's."""
    return text.replace(b"&#123;&#123;", b"{{").replace(b"&#125;&#125;", b"}}")


def _with_loops(document: bytes) -> bytes:
    """The document with a row before and a row after each row that stands for many."""
    root = tree(document)
    for row in list(root.iter(f"{W}tr")):
        if found := _ROW.search("".join(map(str, row.itertext()))):
            name = found[1]
            row.addprevious(_said(row, f"{{%tr for {name}_row in {name} %}}"))
            row.addnext(_said(row, "{%tr endfor %}"))
    return part(root)


def _said(row: etree._Element, tag: str) -> etree._Element:
    """A row like another one, with nothing but a tag in its first cell."""
    copy = deepcopy(row)
    for other in copy.findall(f"{W}tc")[1:]:
        copy.remove(other)
    first, *others = copy.iter(f"{W}t")
    first.text = tag
    for other in others:
        other.text = ""
    return copy
