"""What the agreement promises of its Word file: every clause once, the numbers that it counted, no tag left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from pactwright.document import Agreement
from pactwright.findings import Finding
from pactwright.writers.word.controls import CONTENTS, clause_tag, schedule_tag
from pactwright.writers.word.package import Parts, W, is_xml, tree
from pactwright.writers.word.texts import texts

_DOCUMENT, _COMMENTS = "word/document.xml", "word/comments.xml"
_MARKS = ("{{", "}}", "{%", "%}", "{#", "[[")
_COMMENT_MARKS = ("commentRangeStart", "commentRangeEnd", "commentReference")
_SHOWN = 30
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def unkept(parts: Parts, document: etree._Element, agreement: Agreement) -> Iterator[Finding]:
    """Every promise of the agreement that the finished parts break; `document` is the main part, parsed."""
    comments = tree(parts[_COMMENTS]) if _COMMENTS in parts else None
    checks = {
        "word-clause": clauses_once(document, agreement),
        "word-number": cached_numbers(document, agreement),
        "word-comment": comments_kept(document, comments),
        "word-deleted": deleted_text(document),
        "word-space": lost_spaces(document),
    }
    for rule, found in checks.items():
        yield from (Finding(rule, "error", _DOCUMENT, seen) for seen in found)
    for name, seen in leftover_marks(parts, agreement):
        yield Finding("word-leftover", "error", name, seen, fix="type the tag again in the template, in one go")


def clauses_once(document: etree._Element, agreement: Agreement) -> Iterator[str]:
    """Every clause and schedule must have one content control, and no other tag may stand there.

    A memorandum prints some issues twice, as a statement and as a binding clause: then both have one.
    """
    clauses = (clause_tag(clause) for article in agreement.articles for clause in article.clauses)
    expected = Counter([*clauses, *(schedule_tag(schedule) for schedule in agreement.schedules)])
    found = Counter(_value(tag) for tag in document.iterfind(f".//{W}sdtPr/{W}tag"))
    wrong = (tag for tag in expected if found[tag] != expected[tag])
    yield from (f"{tag} stands {found[tag]} times, not {expected[tag]}" for tag in wrong)
    known = {*expected, CONTENTS, ""}
    yield from (f"{tag} is the tag of no clause" for tag in found if tag not in known)


def cached_numbers(document: etree._Element, agreement: Agreement) -> Iterator[str]:
    r"""A reference must show the number of its target: `\w` in full context, `\n` the paragraph's own."""
    full = {each.bookmark: each.full_label for each in agreement.paragraphs() if each.bookmark}
    own = {each.bookmark: each.label.rstrip(".") for each in agreement.paragraphs() if each.bookmark}
    for instruction, shown in _results(document):
        kind, target, *switches = *instruction.split(), "", ""
        number = (own if r"\n" in switches else full).get(target)
        if kind == "REF" and number is not None and shown != number:
            yield f'a reference shows "{shown}" for {target}, which is "{number}"'


def comments_kept(document: etree._Element, comments: etree._Element | None) -> Iterator[str]:
    """A comment must stand beside some words, and the marks of one must have theirs."""
    known = set() if comments is None else {_number(each) for each in comments.iter(f"{W}comment")}
    marked = {_number(each) for each in document.iter(*(f"{W}{mark}" for mark in _COMMENT_MARKS))}
    yield from (f"comment {each} stands beside nothing" for each in sorted(known - marked))
    yield from (f"comment {each} is marked, and is nowhere" for each in sorted(marked - known))


def deleted_text(document: etree._Element) -> Iterator[str]:
    """What a tracked deletion holds must be marked as deleted: Word would print it otherwise."""
    texts = (text for deletion in document.iter(f"{W}del") for text in deletion.iter(f"{W}t"))
    yield from (f'"{(text.text or "")[:_SHOWN]}" stands in a deletion as if it were kept' for text in texts)


def lost_spaces(document: etree._Element) -> Iterator[str]:
    """Words that begin or end with a space must keep it: Word joins the words otherwise."""
    for element in document.iter(f"{W}t"):
        text = element.text or ""
        if text != text.strip(" ") and element.get(_SPACE) != "preserve":
            yield f'"{text[:_SHOWN]}" loses a space'


def leftover_marks(parts: Parts, agreement: Agreement) -> Iterator[tuple[str, str]]:
    """No part may hold a mark of the template or of the clause grammar, unless somebody typed it as a value."""
    typed = "\n".join(text for _, text in texts(agreement))
    pattern = re.compile("|".join(re.escape(mark) for mark in _MARKS if mark not in typed) or "(?!)")
    for name, data in parts.items():
        if is_xml(name) and (found := pattern.search(text := data.decode("utf-8", "replace"))):
            shown = re.sub("<[^>]*>", "", text[found.start() : found.start() + 80])[:_SHOWN]
            yield name, f'"{shown}" is left over'


def _results(document: etree._Element) -> Iterator[tuple[str, str]]:
    """Instruction and shown text of every field, also of one inside another."""
    opened: list[list[str]] = []
    for element in document.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            opened.append(["", ""])
        elif kind == "end" and opened:
            instruction, shown = opened.pop()
            yield instruction, shown
        elif opened and kind is None:
            opened[-1][element.tag == f"{W}t"] += element.text or ""


def _value(element: etree._Element) -> str:
    return element.get(f"{W}val") or ""


def _number(element: etree._Element) -> str:
    return element.get(f"{W}id") or ""
