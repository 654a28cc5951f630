"""What the agreement promises of its Word file: every clause once, the numbers that it counted, no tag left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from lxml import etree
from msgspec import Struct

from pactwright.document import Agreement, Clause, Piece, Schedule, paragraphs_of
from pactwright.findings import Finding
from pactwright.writers.word.controls import CONTENTS, clause_tag, schedule_tag
from pactwright.writers.word.package import DOCUMENT, W, tree
from pactwright.writers.word.story import StoryIndex
from pactwright.writers.word.texts import texts_in

_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\[\[")
_SHOWN = 30


class Promised(Struct, frozen=True, cache_hash=True):
    """What a piece of the agreement promises: the tags of its controls, and each place that may be referred to.

    A place is its bookmark, its own number and its number in full context.
    """

    tags: tuple[str, ...]
    places: tuple[tuple[str, str, str], ...]


def unkept(document: StoryIndex, agreement: Agreement, comments: bytes = b"") -> Iterator[Finding]:
    """Every promise of the agreement that the file breaks; `document` is the index of its main part.

    `comments` is the part that holds the drafting notes, if there are any.
    """
    yield from _unkept(document, tuple(map(_promised, agreement.pieces())))
    known = tree(comments) if comments else None
    yield from (Finding("word-comment", "error", DOCUMENT, seen) for seen in comments_kept(document, known))


@lru_cache(maxsize=256)
def _promised(piece: Piece) -> Promised:
    """What a piece promises."""
    tags = (
        (schedule_tag(piece),)
        if isinstance(piece, Schedule)
        else (clause_tag(piece),)
        if isinstance(piece, Clause)
        else ()
    )
    marked = (each for each in paragraphs_of(piece) if each.bookmark)
    return Promised(tags, tuple((each.bookmark, each.label.rstrip("."), each.full_label) for each in marked))


@lru_cache(maxsize=64)
def _unkept(document: StoryIndex, promised: tuple[Promised, ...]) -> tuple[Finding, ...]:
    numbers = {name: (own, full) for each in promised for name, own, full in each.places}
    there = set(document.names)
    return (
        *(_lost(name, full) for name, (_, full) in numbers.items() if name not in there),
        *(Finding("word-clause", "error", DOCUMENT, seen) for seen in clauses_once(document, promised)),
        *(Finding("word-number", "error", DOCUMENT, seen) for seen in cached_numbers(document, numbers)),
    )


def _lost(name: str, number: str) -> Finding:
    """A bookmark of the agreement that is not in the file: a template without a slot would drop a whole part."""
    fix = "the template needs the slots recitals, body, execution and schedules, once each"
    return Finding("word-lost", "error", name, f"{number or name} is not in the document", fix=fix)


def clauses_once(document: StoryIndex, promised: Iterable[Promised]) -> Iterator[str]:
    """Every clause and schedule must have one content control, and no other tag may stand there.

    A memorandum prints some issues twice, as a statement and as a binding clause: then both have one.
    """
    expected = Counter(tag for each in promised for tag in each.tags)
    found = Counter(document.tags)
    wrong = (tag for tag in expected if found[tag] != expected[tag])
    yield from (f"{tag} stands {found[tag]} times, not {expected[tag]}" for tag in wrong)
    known = {*expected, CONTENTS, ""}
    yield from (f"{tag} is the tag of no clause" for tag in found if tag not in known)


def cached_numbers(document: StoryIndex, numbers: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    r"""A reference must show the number of its target: `\w` in full context, `\n` the paragraph's own."""
    found = iter(document.references)
    for name, switches, shown in zip(found, found, found, strict=True):
        own, full = numbers.get(name, ("", ""))
        number = own if r"\n" in switches else full
        if name in numbers and shown != number:
            yield f'a reference shows "{shown}" for {name}, which is "{number}"'


def comments_kept(document: StoryIndex, comments: etree._Element | None) -> Iterator[str]:
    """A comment must stand beside some words, and the marks of one must have theirs."""
    known = set() if comments is None else {each.get(f"{W}id") or "" for each in comments.iter(f"{W}comment")}
    marked = {*document.begun, *document.ended, *document.marked}
    yield from (f"comment {each} stands beside nothing" for each in sorted(known - marked))
    yield from (f"comment {each} is marked, and is nowhere" for each in sorted(marked - known))


def leftover_marks(texts_of_parts: Iterable[tuple[str, str]], agreement: Agreement) -> Iterator[Finding]:
    """No part may hold a mark of the template or of the clause grammar, unless somebody typed it as a value."""
    for name, text in texts_of_parts:
        if not any(sign in text for sign in "{}["):
            continue
        marks = {found[0]: found.start() for found in reversed(list(_MARK.finditer(text)))}
        typed = "\n".join(said for _, said in texts_in(agreement)) if marks else ""
        starts = [start for mark, start in marks.items() if mark not in typed]
        if starts:
            shown = re.sub("<[^>]*>", "", text[min(starts) : min(starts) + 80])[:_SHOWN]
            fix = "type the tag again in the template, in one go"
            yield Finding("word-leftover", "error", name, f'"{shown}" is left over', fix=fix)
