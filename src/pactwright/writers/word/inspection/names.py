"""The tags held against the contract: known names, slots once each, loops and conditions that end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pactwright.findings import Finding, nearest
from pactwright.writers.word.contract import BOOLEANS, LABELS, ROWS, RUNS, SLOTS, WORDS
from pactwright.writers.word.inspection.tags import Tag

_LOOP = re.compile(r"for\s+(\w+)\s+in\s+(\w+)")
_QUESTION = re.compile(r"(?:if|elif)\s+(?:not\s+)?(\w+)")
_SIMPLE: Mapping[str, str] = dict.fromkeys(WORDS, "") | dict.fromkeys(RUNS, "r") | dict.fromkeys(SLOTS, "p")
_END = {"if": "endif", "for": "endfor"}


@dataclass(slots=True)
class _Open:
    """The loops and conditions round a tag, the innermost last, while a part is read."""

    tags: list[tuple[str, Tag]] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)


def tag_faults(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Each tag that is not filled, not known or not written as its name needs, and each slot that is not there."""
    parts = dict.fromkeys(tag.part for tag in tags)
    for part in parts:
        yield from _part([tag for tag in tags if tag.part == part])
    yield from _slots([tag for tag in tags if tag.mark == "{{" and tag.words in SLOTS])


def _part(tags: Sequence[Tag]) -> Iterator[Finding]:
    around = _Open()
    for tag in tags:
        if not tag.story:
            yield _fault(tag, "stands where nothing is filled in", "move it into the text, a header or a footer")
            continue
        if tag.is_split:
            fix = "delete it and type it again in one go, or give the whole tag one formatting"
            yield _fault(tag, "is split by formatting", fix)
        yield from _statement(tag, around) if tag.mark == "{%" else _value(tag, around)
    for word, tag in around.tags:
        yield _fault(tag, "is never closed", f"type {{%{tag.prefix} {_END[word]} %}} after it")
    yield from _crowded(tags)


def _statement(tag: Tag, around: _Open) -> Iterator[Finding]:
    word = tag.words.split()[0]
    if word == "for":
        yield from _loop(tag, around)
    elif word in {"if", "elif"}:
        asked = _QUESTION.fullmatch(tag.words)
        if asked is None or asked[1] not in BOOLEANS:
            accepted = f"a condition asks one of {', '.join(BOOLEANS)}"
            yield _fault(tag, "asks what is not known", nearest(asked[1] if asked else "", BOOLEANS), accepted)
    elif tag.words not in {"else", "endif", "endfor"}:
        fix = nearest(word, ("for", "endfor", "if", "elif", "else", "endif")) or "delete it"
        yield _fault(tag, "is not a statement", fix)
    yield from _opened(tag, word, around)


def _loop(tag: Tag, around: _Open) -> Iterator[Finding]:
    loop = _LOOP.fullmatch(tag.words)
    if loop is None or loop[2] not in ROWS or loop[1] in {*_SIMPLE, *BOOLEANS, *ROWS, "labels", "paper"}:
        hint = nearest(loop[2], ROWS) if loop and loop[2] not in ROWS else ""
        accepted = f"a loop is for NAME in one of {', '.join(ROWS)}"
        yield _fault(tag, "repeats what is not known", hint, accepted)
    if tag.prefix not in {"p", "tr"}:
        fix = "write {%tr for ... %} in a table row of its own, or {%p for ... %} in a paragraph of its own"
        yield _fault(tag, "repeats less than a paragraph", fix)
    if loop:
        around.rows[loop[1]] = loop[2]


def _opened(tag: Tag, word: str, around: _Open) -> Iterator[Finding]:
    """Keeps count of what is open, and says what closes something else."""
    if word in _END:
        around.tags.append((word, tag))
    elif word in {"endif", "endfor", "elif", "else"}:
        wanted = "for" if word == "endfor" else "if"
        if not around.tags or around.tags[-1][0] != wanted:
            yield _fault(tag, f"has no {wanted} before it", "delete it, or type what it belongs to")
            return
        opener = around.tags[-1][1]
        if opener.prefix != tag.prefix:
            yield _fault(tag, f"does not match {opener}", f"write both with {{%{opener.prefix}")
        if word in _END.values():
            around.tags.pop()
            loop = _LOOP.fullmatch(opener.words)
            around.rows.pop(loop[1], None) if loop else None


def _value(tag: Tag, around: _Open) -> Iterator[Finding]:
    wanted = _prefix(tag.words, around.rows)
    if wanted is None:
        yield _fault(tag, "is not a name that pactwright fills", _hint(tag.words, around.rows))
    elif wanted != tag.prefix:
        yield _fault(tag, "is not written as this name needs", f"type {{{{{wanted} {tag.words} }}}}")


def _prefix(words: str, rows: Mapping[str, str]) -> str | None:
    """How a name must be written: "", "r" or "p"; None for one that is not known here."""
    base, dot, name = words.partition(".")
    if not dot:
        return _SIMPLE.get(base, "" if base in rows and not ROWS.get(rows[base]) else None)
    if base == "labels":
        return "" if name in LABELS else None
    return ROWS.get(rows.get(base, ""), {}).get(name)


def _hint(words: str, rows: Mapping[str, str]) -> str:
    known = [*_SIMPLE, *(f"labels.{label}" for label in LABELS)]
    known += [f"{row}.{name}" for row, kind in rows.items() for name in ROWS.get(kind, {})]
    return nearest(words, known) or "delete it, or take a name from the built-in template (pactwright template new)"


def _crowded(tags: Sequence[Tag]) -> Iterator[Finding]:
    """Paragraphs in which a tag that takes the whole paragraph does not stand alone."""
    whole = [tag for tag in tags if tag.prefix == "p" and not tag.is_alone]
    for number, count in Counter(tag.paragraph for tag in whole).items():
        tag = next(each for each in whole if each.paragraph == number)
        others = " and ".join(str(each) for each in whole if each.paragraph == number)
        seen = f"{others} stand in one paragraph" if count > 1 else f"{tag} does not stand alone in its paragraph"
        fix = "give each a paragraph of its own (press Enter between them)"
        yield Finding("template-tag", "error", tag.where, seen, fix=fix)


def _slots(found: Sequence[Tag]) -> Iterator[Finding]:
    for slot in SLOTS:
        there = [tag for tag in found if tag.words == slot]
        if not there:
            fix = f"type {{{{p {slot} }}}} alone in a paragraph where it shall stand"
            yield Finding("template-slot", "error", "text", f"the slot {slot} is missing", fix=fix)
        for again in there[1:]:
            yield _fault(again, f"stands {len(there)} times", f"keep one; the first is in {there[0].where}")
        for tag in there:
            if tag.story and tag.story != "text":
                yield _fault(tag, f"stands in a {tag.story}", "move it into the text")


def _fault(tag: Tag, seen: str, fix: str, accepted: str = "") -> Finding:
    return Finding("template-tag", "error", tag.where, f"{tag} {seen}", accepted, fix)
