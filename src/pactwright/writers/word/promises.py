"""What the agreement promises of its Word file: every clause once, the numbers that it counted, no tag left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from lxml import etree

from pactwright.document import Agreement, Paragraph, Part, paragraphs_of
from pactwright.findings import Finding
from pactwright.memory import Memory
from pactwright.writers.word.controls import CONTENTS, clause_tag, schedule_tag
from pactwright.writers.word.held import Held
from pactwright.writers.word.package import Parts, W, tree
from pactwright.writers.word.texts import texts

_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_MARK = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|\[\[")
_SHOWN = 30

Targets: TypeAlias = Mapping[str, Paragraph]


def targets_in(agreement: Agreement, memory: Memory) -> Targets:
    """Every paragraph that may be referred to, by its bookmark."""
    found: dict[str, Paragraph] = {}
    for part in agreement.parts():
        found |= memory.same(_targets_of, part)
    return found


def _targets_of(part: Part) -> dict[str, Paragraph]:
    return {each.bookmark: each for each in paragraphs_of(part) if each.bookmark}


def unkept(parts: Parts, document: Held, agreement: Agreement, targets: Targets) -> Iterator[Finding]:
    """Every promise of the agreement that the finished parts break; `document` is what the main part holds."""
    comments = tree(parts[_COMMENTS]) if _COMMENTS in parts else None
    checks = {
        "word-clause": clauses_once(document, agreement),
        "word-number": cached_numbers(document, targets),
        "word-comment": comments_kept(document, comments),
    }
    for rule, found in checks.items():
        yield from (Finding(rule, "error", _DOCUMENT, seen) for seen in found)


def clauses_once(document: Held, agreement: Agreement) -> Iterator[str]:
    """Every clause and schedule must have one content control, and no other tag may stand there.

    A memorandum prints some issues twice, as a statement and as a binding clause: then both have one.
    """
    clauses = (clause_tag(clause) for article in agreement.articles for clause in article.clauses)
    expected = Counter([*clauses, *(schedule_tag(schedule) for schedule in agreement.schedules)])
    found = Counter(document.tags)
    wrong = (tag for tag in expected if found[tag] != expected[tag])
    yield from (f"{tag} stands {found[tag]} times, not {expected[tag]}" for tag in wrong)
    known = {*expected, CONTENTS, ""}
    yield from (f"{tag} is the tag of no clause" for tag in found if tag not in known)


def cached_numbers(document: Held, targets: Targets) -> Iterator[str]:
    r"""A reference must show the number of its target: `\w` in full context, `\n` the paragraph's own."""
    found = iter(document.references)
    for name, switches, shown in zip(found, found, found, strict=True):
        target = targets.get(name)
        number = target and (target.label.rstrip(".") if r"\n" in switches else target.full_label)
        if number is not None and shown != number:
            yield f'a reference shows "{shown}" for {name}, which is "{number}"'


def comments_kept(document: Held, comments: etree._Element | None) -> Iterator[str]:
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
        typed = "\n".join(said for _, said in texts(agreement)) if marks else ""
        starts = [start for mark, start in marks.items() if mark not in typed]
        if starts:
            shown = re.sub("<[^>]*>", "", text[min(starts) : min(starts) + 80])[:_SHOWN]
            fix = "type the tag again in the template, in one go"
            yield Finding("word-leftover", "error", name, f'"{shown}" is left over', fix=fix)
