"""What must hold of a Word file and that no validator looks at.

A finding here is a fault of the template, of assembly or of ours: the person who drafts can do little but report it,
so the file is not written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import cast

from lxml import etree

from pactwright.document import Agreement
from pactwright.findings import Finding
from pactwright.writers.word.markup import FORBIDDEN
from pactwright.writers.word.package import Parts, W, is_xml, tree
from pactwright.writers.word.promises import unkept
from pactwright.writers.word.texts import texts

_LONGEST_NAME, _LONGEST_TAG = 40, 64
_STORIES = ("word/document", "word/header", "word/footer")


_WITHOUT_WORDS = " or ".join(f"parent::w:{name}" for name in ("body", "p", "r", "tbl", "tr", "tc", "sdt", "sdtContent"))
_LOOSE = f"//text()[not(parent::w:t)][{_WITHOUT_WORDS}]"  # what most words have is asked first: it is faster


def unprintable(agreement: Agreement) -> tuple[Finding, ...]:
    """One finding for each text of the agreement with a character that no XML file can hold, at its spec address."""
    return tuple(
        Finding("word-character", "error", where, f"U+{ord(found[0]):04X} cannot stand in a document", fix="remove it")
        for where, text in texts(agreement, agreement.document)
        if (found := FORBIDDEN.search(text))
    )


def unsound(parts: Parts, agreement: Agreement) -> tuple[Finding, ...]:
    """Everything that is wrong with the finished parts, one finding per fault."""
    stories = dict(_stories(parts))
    faults = (
        Finding(rule, "error", name, seen)
        for name, story in stories.items()
        for rule, check in _CHECKS.items()
        for seen in check(story)
    )
    document = stories["word/document.xml"]
    return (*faults, *_lost(document, agreement), *unkept(parts, document, agreement))


def bookmark_names(story: etree._Element) -> Iterator[str]:
    """A bookmark's name must be unique, at most 40 characters long: a reference finds its target by it."""
    names = Counter(_values(story, "bookmarkStart", "name"))
    yield from (f"bookmark {name} stands {count} times" for name, count in names.items() if count > 1)
    yield from (f"bookmark {name} is longer than {_LONGEST_NAME}" for name in names if len(name) > _LONGEST_NAME)


def bookmark_ends(story: etree._Element) -> Iterator[str]:
    """Every bookmark must begin and end once, under a number of its own."""
    starts, ends = (Counter(_values(story, f"bookmark{side}", "id")) for side in ("Start", "End"))
    unpaired = sorted((starts - ends) | (ends - starts))
    yield from (f"bookmark number {number} does not begin and end once" for number in unpaired)
    yield from (f"bookmark number {number} begins {count} times" for number, count in starts.items() if count > 1)


def reference_targets(story: etree._Element) -> Iterator[str]:
    """A field or a link must name a bookmark that is there, or Word prints an error in its place."""
    names = set(_values(story, "bookmarkStart", "name"))
    for instruction in story.iter(f"{W}instrText"):
        kind, target, *_ = *(instruction.text or "").split(), "", ""
        if kind in _REFERRING and target not in names:
            yield f"a field refers to {target}, which is nowhere"
    anchors = (link.get(f"{W}anchor") for link in story.iter(f"{W}hyperlink"))
    yield from (f"a link leads to {anchor}, which is nowhere" for anchor in anchors if anchor and anchor not in names)


def field_balance(story: etree._Element) -> Iterator[str]:
    """Field marks must come as begin, separate, end: Word swallows the text after a field that never ends."""
    opened: list[str] = []
    for mark in _values(story, "fldChar", "fldCharType"):
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


def control_ids(story: etree._Element) -> Iterator[str]:
    """A content control must have a number of its own and a tag that Word accepts."""
    numbers = Counter(_values(story, "sdtPr/w:id", "val"))
    yield from (f"content control {number} stands {count} times" for number, count in numbers.items() if count > 1)
    tags = _values(story, "sdtPr/w:tag", "val")
    yield from (f"the tag {tag} is longer than {_LONGEST_TAG}" for tag in tags if len(tag) > _LONGEST_TAG)


def comment_ranges(story: etree._Element) -> Iterator[str]:
    """A comment must begin, end and have its mark once each: Word drops one without a mark, and repairs the others."""
    marks = ("commentRangeStart", "commentRangeEnd", "commentReference")
    begun, ended, marked = (Counter(_values(story, mark, "id")) for mark in marks)
    for number in sorted(begun | ended | marked):
        if not begun[number] == ended[number] == marked[number] == 1:
            yield f"comment {number} does not begin, end and have its mark once"


def loose_words(story: etree._Element) -> Iterator[str]:
    """Words must stand in a run's text: anywhere else Word refuses the file."""
    loose = (words.strip() for words in _found(story, _LOOSE))
    yield from (f'"{words[:30]}" stands outside a run' for words in loose if words)


_CHECKS: dict[str, Callable[[etree._Element], Iterator[str]]] = {
    "word-bookmark-name": bookmark_names,
    "word-bookmark-end": bookmark_ends,
    "word-reference": reference_targets,
    "word-field": field_balance,
    "word-control": control_ids,
    "word-comment": comment_ranges,
    "word-loose-text": loose_words,
}

_NEXT_MARKS = {"": {"begin"}, "begin": {"begin", "separate", "end"}, "separate": {"begin", "end"}}
_REFERRING = {"REF", "PAGEREF", "NOTEREF"}


def _lost(document: etree._Element, agreement: Agreement) -> Iterator[Finding]:
    """Every bookmark of the agreement must be in the file: a template without a slot would drop a whole part."""
    kept = set(_values(document, "bookmarkStart", "name"))
    for paragraph in agreement.paragraphs():
        if paragraph.bookmark and paragraph.bookmark not in kept:
            seen = f"{paragraph.full_label or paragraph.bookmark} is not in the document"
            fix = "the template needs the slots recitals, body, execution and schedules, once each"
            yield Finding("word-lost", "error", paragraph.bookmark, seen, fix=fix)


def _stories(parts: Parts) -> Iterator[tuple[str, etree._Element]]:
    return ((name, tree(data)) for name, data in parts.items() if name.startswith(_STORIES) and is_xml(name))


def _values(story: etree._Element, element: str, attribute: str) -> list[str]:
    return _found(story, f"//w:{element}/@w:{attribute}")


def _found(story: etree._Element, path: str) -> list[str]:
    """The plain strings at a path, which must end in an attribute or a text."""
    return cast("list[str]", _path(path)(story))


@cache
def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces={"w": W[1:-1]}, smart_strings=False)
