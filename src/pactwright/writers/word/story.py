"""The index of a story of a Word file: what stands in it that must fit together, such as bookmarks and fields.

A story is the document, a header or a footer. It can be indexed whole or piece by piece: the index of a piece follows
from its XML alone, and that of the story is made of those of its pieces, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TypeAlias, cast

from lxml import etree
from msgspec import Struct
from msgspec.structs import astuple

from pactwright.writers.word.package import W, tree

Strings: TypeAlias = tuple[str, ...]

_SHOWN = 30
_LONGEST_NAME, _LONGEST_TAG = 40, 64
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WITHOUT_WORDS = " or ".join(f"parent::w:{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent"))
_LOOSE = etree.XPath(f"//text()[{_WITHOUT_WORDS}]", namespaces={"w": W[1:-1]}, smart_strings=False)
_WITH_WORDS = (f"{W}t", f"{W}instrText", f"{W}delText")
_PIECE = (
    f'<w:body xmlns:w="{W[1:-1]}" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">',
    "</w:body>",
)


class StoryIndex(Struct, frozen=True, cache_hash=True):
    """What stands in a story, or a piece of one; `faults` are rule and words for what is wrong whatever is around it.

    `targets` are the bookmarks that fields refer to, `references` the bookmark, the switches and the shown text of each
    field that prints a number, in turn.
    """

    faults: Strings = ()
    names: Strings = ()
    starts: Strings = ()
    ends: Strings = ()
    targets: Strings = ()
    references: Strings = ()
    anchors: Strings = ()
    controls: Strings = ()
    tags: Strings = ()
    begun: Strings = ()
    ended: Strings = ()
    marked: Strings = ()


def indexed(story: etree._Element) -> StoryIndex:
    """The index of a story."""
    found: dict[str, list[str]] = {name: [] for name in StoryIndex.__struct_fields__}
    for element in story.iter(*_LISTED):
        for name, attribute in _LISTED[str(element.tag)]:
            if (value := element.get(attribute)) is not None:
                found[name].append(value)
    found["targets"] += _targets(story)
    found["references"] += _references(story)
    found["faults"] += _faults(story)
    return StoryIndex(**{name: tuple(values) for name, values in found.items()})


_LISTED = {
    f"{W}bookmarkStart": (("names", f"{W}name"), ("starts", f"{W}id")),
    f"{W}bookmarkEnd": (("ends", f"{W}id"),),
    f"{W}hyperlink": (("anchors", f"{W}anchor"),),
    f"{W}id": (("controls", f"{W}val"),),
    f"{W}tag": (("tags", f"{W}val"),),
    f"{W}commentRangeStart": (("begun", f"{W}id"),),
    f"{W}commentRangeEnd": (("ended", f"{W}id"),),
    f"{W}commentReference": (("marked", f"{W}id"),),
}
"""Which attributes of which elements are listed; `w:id` and `w:tag` stand in content controls alone."""

_INSTRUCTION, _TEXT, _MARK = f"{W}instrText", f"{W}t", f"{W}fldChar"


def index_of(xml: str) -> StoryIndex:
    """The index of a story in this XML; raises lxml's XMLSyntaxError when it is not XML."""
    return _index_of("", xml, "")


def index_of_piece(xml: str) -> StoryIndex:
    """The same for a piece of the document's XML."""
    return _index_of(_PIECE[0], xml, _PIECE[1])


def _index_of(before: str, xml: str, after: str) -> StoryIndex:
    """The index of XML between two others.

    Plain words make no difference to it. So XML that differs from earlier XML in its words alone is not parsed again:
    that they hold no sign that XML forbids is seen without, and no character that it forbids is ever written.
    """
    if _has_bare_ampersand(xml):
        return indexed(tree(f"{before}{xml}{after}".encode()))
    return _index_without_words(before, _PLAIN_WORDS.sub(_WORDS, xml), after)


@lru_cache(maxsize=256)
def _index_without_words(before: str, xml: str, after: str) -> StoryIndex:
    return indexed(tree(f"{before}{xml}{after}".encode()))


_WORDS = '<w:t xml:space="preserve">'
_RESULT = '<w:fldChar w:fldCharType="separate"/></w:r><w:r>'
_PLAIN_WORDS = re.compile(f"{_WORDS}(?<!{re.escape(_RESULT + _WORDS)})[^<]*")
"""Words, but not those in a field's result, which must be the number of what the field refers to."""

_ESCAPED = re.compile(r"&(?:amp|lt|gt|quot|#\d{2,3});")


def _has_bare_ampersand(xml: str) -> bool:
    """Whether XML holds an ampersand that begins nothing which we write."""
    at = xml.find("&")
    while at >= 0 and _ESCAPED.match(xml, at):
        at = xml.find("&", at + 1)
    return at >= 0


def together(pieces: Iterable[StoryIndex]) -> StoryIndex:
    """The index of a story made of pieces."""
    columns = zip(*map(astuple, pieces), strict=True)
    return StoryIndex(*(tuple(chain.from_iterable(column)) for column in columns))


def field_balance(story: etree._Element) -> Iterator[str]:
    """Field marks must come as begin, separate, end: Word swallows the text after a field that never ends."""
    opened: list[str] = []
    for mark in (each.get(f"{W}fldCharType", "") for each in story.iter(_MARK)):
        before = opened[-1] if opened else ""
        if mark not in _NEXT_MARKS.get(before, set()):
            yield f'field mark "{mark}" after "{before}"'
        elif mark == "begin":
            opened.append(mark)
        elif mark == "end":
            opened.pop()
        else:
            opened[-1] = mark
    yield from ("a field does not end" for _ in opened)


def loose_words(story: etree._Element) -> Iterator[str]:
    """Words must stand in a run's text: anywhere else Word refuses the file."""
    everything = etree.tostring(story, method="text", encoding="unicode")
    in_place = sum(len(each.text or "") for each in story.iter(*_WITH_WORDS))
    if len(everything) > in_place:
        loose = (words.strip() for words in cast("list[str]", _LOOSE(story)))
        yield from (f'"{words[:_SHOWN]}" stands outside a run' for words in loose if words)


def deleted_text(story: etree._Element) -> Iterator[str]:
    """What a tracked deletion holds must be marked as deleted: Word would print it otherwise."""
    texts = (text for deletion in story.iter(f"{W}del") for text in deletion.iter(f"{W}t"))
    yield from (f'"{(text.text or "")[:_SHOWN]}" stands in a deletion as if it were kept' for text in texts)


def lost_spaces(story: etree._Element) -> Iterator[str]:
    """Words that begin or end with a space must keep it: Word joins the words otherwise."""
    for element in story.iter(f"{W}t"):
        text = element.text or ""
        if text != text.strip(" ") and element.get(_SPACE) != "preserve":
            yield f'"{text[:_SHOWN]}" loses a space'


def long_names(story: etree._Element) -> Iterator[str]:
    """A bookmark's name has at most 40 characters: Word accepts no more."""
    names = (each.get(f"{W}name", "") for each in story.iter(f"{W}bookmarkStart"))
    yield from (f"bookmark {name} is longer than {_LONGEST_NAME}" for name in names if len(name) > _LONGEST_NAME)


def long_tags(story: etree._Element) -> Iterator[str]:
    """A content control's tag has at most 64 characters: Word accepts no more."""
    tags = (each.get(f"{W}val", "") for each in story.iter(f"{W}tag"))
    yield from (f"the tag {tag} is longer than {_LONGEST_TAG}" for tag in tags if len(tag) > _LONGEST_TAG)


FAULTS: dict[str, Callable[[etree._Element], Iterator[str]]] = {
    "word-field": field_balance,
    "word-loose-text": loose_words,
    "word-deleted": deleted_text,
    "word-space": lost_spaces,
    "word-bookmark-name": long_names,
    "word-control": long_tags,
}
"""What can be wrong with a piece by itself."""

_NEXT_MARKS = {"": {"begin"}, "begin": {"begin", "separate", "end"}, "separate": {"begin", "end"}}


def _faults(story: etree._Element) -> Iterator[str]:
    """Rule and words in turn."""
    for rule, check in FAULTS.items():
        for seen in check(story):
            yield from (rule, seen)


def _targets(story: etree._Element) -> Iterator[str]:
    for instruction in story.iter(_INSTRUCTION):
        kind, target, *_ = *(instruction.text or "").split(), "", ""
        if kind in _REFERRING:
            yield target


_REFERRING = {"REF", "PAGEREF", "NOTEREF"}


def _references(story: etree._Element) -> Iterator[str]:
    for instruction, shown in _fields(story):
        kind, target, *switches = *instruction.split(), "", ""
        if kind == "REF":
            yield from (target, " ".join(switches), shown)


def _fields(story: etree._Element) -> Iterator[list[str]]:
    """Instruction and shown text of every field, also of one inside another."""
    opened: list[list[str]] = []
    for element in story.iter(_MARK, _INSTRUCTION, _TEXT):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(["", ""])
        elif kind == "end" and opened:
            yield opened.pop()
        elif opened and kind is None:
            opened[-1][element.tag == _TEXT] += element.text or ""
