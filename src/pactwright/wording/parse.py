"""The clause grammar: lines to wordings, text to parts. Parsed once, at load; it computes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pactwright.findings import Finding
from pactwright.wording.parts import (
    Blank,
    Cite,
    CitedColumn,
    Defined,
    Item,
    Kind,
    Part,
    Parts,
    Section,
    Target,
    Wording,
    Words,
    plain,
)

KINDS: dict[str, Kind] = {"Agreement": "agreement", "Statement": "statement", "Binding": "binding"}
NOTE = "Note"
TAKEN = "+"
"""Stands for the words of a common item."""
DEPTH = 3
INDENT = 3

_ITEM = re.compile(r"(?P<indent> *)\d+\. (?:\{#(?P<id>[^}]*)\} ?)?(?P<text>.*)")
_HEADING = re.compile(r"## (?P<text>.*?)(?: *\{#(?P<id>[^}]*)\})?")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_BLANK = re.compile(r"\{\{ *(?P<name>[\w./-]+)(?: *\| *(?P<format>\w+))? *\}\}(?P<possessive>['\u2019]s)?")
_CITE = re.compile(r"\[\[(?P<targets>[^\[\]]*)\]\]")
_DEFINED = re.compile(r"\*\*(?P<term>[^*]+)\*\*")
_ESCAPED = re.compile(r"\\(?P<mark>\{\{|\[\[|\*\*)")
_MARKS = re.compile(
    "|".join(
        f"(?:{pattern.pattern})".replace("?P<", f"?P<m{number}_")
        for number, pattern in enumerate((_ESCAPED, _BLANK, _CITE, _DEFINED))
    )
)
_TARGET = re.compile(
    r"(?:(?P<kind>schedule|all):)?(?P<id>[a-z0-9-]+(?:/[a-z0-9-]+)?)?(?:#(?P<anchor>[a-z0-9-]+(?:\.[a-z0-9-]+)?))?(?P<optional>\?)?"
)
_COLUMN = re.compile(r"[a-z][a-z0-9_]*\??")
CLOSING = {"{{": "}}", "[[": "]]", "**": "**"}
CLOSED = {closing: opening for opening, closing in CLOSING.items()}
_OR = re.compile(r"; or$")
_JOIN = re.compile(r"(?:[;,.]|[;,] (?:and|or))$")


@dataclass(slots=True)
class _Draft:
    """An item while its sub-items are still being read."""

    id: str
    text: str
    line: int
    column: int
    items: list[_Draft] = field(default_factory=list)


def parsed_wordings(body: str, first_line: int) -> tuple[dict[Kind, Wording], str, tuple[Finding, ...]]:
    """The wordings of an option's body, its note, and what is wrong with it.

    `body` is the text below the front matter and `first_line` its line number in the file. A finding's address is
    "line:column", which the caller turns into a place.
    """
    findings: list[Finding] = []
    wordings: dict[Kind, Wording] = {}
    note = ""
    seen: set[str] = set()
    for title, line, block in _blocks(body, first_line, findings):
        if title in seen:
            findings.append(_problem(line, 1, "heading", f'"# {title}" stands twice', "", "make one of the two"))
        seen.add(title)
        if title == NOTE:
            note = "\n".join(text for _, text in block).strip()
        elif title in KINDS:
            wordings[KINDS[title]] = Wording(KINDS[title], _sections(block, findings))
            if not any(text.strip() for _, text in block):
                findings.append(
                    _problem(line, 1, "heading", f'"# {title}" has no items', "", "write some, or take it out")
                )
        else:
            findings.append(
                _problem(line, 1, "heading", f'"# {title}" is not a wording', f"one of {', '.join(KINDS)}, {NOTE}")
            )
    return wordings, note, tuple(findings)


def parsed_text(text: str, line: int = 0, column: int = 1) -> tuple[Parts, tuple[Finding, ...]]:
    """The parts of one line of clause text, and what is wrong with it.

    >>> parsed_text("Pay {{ fee | money }} under [[funding/payment#late]].")[0][1:3]
    (Blank(name='fee', format='money', possessive=False, line=0, column=5), Words(text=' under ', terms=()))
    """
    findings: list[Finding] = []
    parts = tuple(_parts(text, line, column, findings))
    return parts, tuple(findings)


def _blocks(body: str, first_line: int, findings: list[Finding]) -> Iterator[tuple[str, int, list[tuple[int, str]]]]:
    title, start, block = "", first_line, list[tuple[int, str]]()
    for line, text in enumerate(body.split("\n"), first_line):
        if text.startswith("# "):
            if title:
                yield title, start, block
            title, start, block = text[2:].strip(), line, []
        elif title:
            block.append((line, text))
        elif text.strip():
            findings.append(
                _problem(
                    line,
                    1,
                    "stray-text",
                    f'"{text.strip()[:40]}" stands before the first heading',
                    "",
                    "put it under # Agreement, # Statement, # Binding or # Note",
                )
            )
    if title:
        yield title, start, block


def _sections(block: list[tuple[int, str]], findings: list[Finding]) -> tuple[Section, ...]:
    sections: list[tuple[str, str, int, list[_Draft]]] = [("", "", block[0][0] if block else 0, [])]
    for line, text in block:
        if not text.strip():
            continue
        if "\t" in text:
            findings.append(_problem(line, text.index("\t") + 1, "tab", "a tab", "three spaces a level"))
        elif heading := _HEADING.fullmatch(text):
            sections.append((heading["id"] or "", heading["text"].strip(), line, []))
        elif item := _ITEM.fullmatch(text):
            _place(item, line, sections[-1][3], findings)
        else:
            findings.append(
                _problem(
                    line,
                    1,
                    "stray-text",
                    f'"{text.strip()[:40]}" is not an item',
                    "1. {#id} text, with three spaces for each level",
                    "make it an item of its own; text after sub-items is not possible",
                )
            )
    ids: set[str] = set()
    return tuple(
        Section(
            _checked_id(name, line, ids, findings),
            heading,
            tuple(_item(draft, ids, findings) for draft in drafts),
            line,
        )
        for name, heading, line, drafts in sections
        if heading or drafts
    )


def _place(match: re.Match[str], line: int, drafts: list[_Draft], findings: list[Finding]) -> None:
    level, rest = divmod(len(match["indent"]), INDENT)
    siblings = drafts
    for _ in range(level):
        if not siblings:
            rest = 1
            break
        siblings = siblings[-1].items
    if rest or level >= DEPTH:
        findings.append(
            _problem(
                line,
                1,
                "level",
                f"{len(match['indent'])} spaces before the item",
                "0, 3 or 6 spaces, one level at a time",
            )
        )
        return
    text = match["text"]
    column = match.start("text") + len(text) - len(text.lstrip()) + 1
    siblings.append(_Draft(match["id"] or "", text.strip(), line, column))


def _item(draft: _Draft, ids: set[str], findings: list[Finding]) -> Item:
    text = draft.text
    if text == TAKEN:
        return _taken(draft, ids, findings)
    parts, found = parsed_text(text, draft.line, draft.column)
    findings.extend(found)
    name = _checked_id(draft.id, draft.line, ids, findings)
    items = tuple(_item(child, ids, findings) for child in draft.items)
    for child in (each for each in items if each.is_taken):
        seen, accepted = f'"{child.id}" is taken within an item', "a common item at the first level, with its sub-items"
        findings.append(_problem(child.line, 1, "common-item", seen, accepted))
    if items and not text.endswith(":"):
        findings.append(
            _problem(draft.line, 1, "lead-in", f'"{text[-30:]}" leads into sub-items', 'a lead-in that ends with ":"')
        )
    if not items and text.endswith(":"):
        findings.append(
            _problem(
                draft.line, 1, "lead-in", f'"{text[-30:]}" leads into nothing', "sub-items below it, three spaces in"
            )
        )
    return joined(Item(name, parts, items, draft.line))


def _taken(draft: _Draft, ids: set[str], findings: list[Finding]) -> Item:
    """An item that stands for the common item of its id."""
    if not draft.id or draft.items:
        seen = "a common item with sub-items of its own" if draft.items else "a common item without an id"
        findings.append(_problem(draft.line, 1, "common-item", seen, f"1. {{#id}} {TAKEN}, and nothing below"))
    return Item(_checked_id(draft.id, draft.line, ids, findings), (), (), draft.line, is_taken=True)


def joined(item: Item) -> Item:
    """An item whose sub-items have left their last punctuation to the engine; "; or" typed once makes it an or-list."""
    is_or = item.is_or or any(_OR.search(plain(each.parts)) for each in item.items)
    return replace(item, items=tuple(replace(each, parts=_unjoined(each.parts)) for each in item.items), is_or=is_or)


def _unjoined(parts: Parts) -> Parts:
    if parts and isinstance(parts[-1], Words):
        bare = _JOIN.sub("", parts[-1].text)
        return parts[:-1] + ((replace(parts[-1], text=bare),) if bare else ())
    return parts


def _parts(text: str, line: int, column: int, findings: list[Finding]) -> Iterator[Part]:
    kept, last = "", 0
    written = {CLOSING[found["mark"]] for found in _ESCAPED.finditer(text)}
    for found in _MARKS.finditer(text):
        findings.extend(_stray_marks(text[last : found.start()], line, column + last, written))
        kept += text[last : found.start()]
        last = found.end()
        if found["m0_mark"]:
            kept += found["m0_mark"]
            continue
        if kept:
            yield Words(kept)
        kept = ""
        yield _marked(found, line, column + found.start(), findings)
    findings.extend(_stray_marks(text[last:], line, column + last, written))
    if kept + text[last:]:
        yield Words(kept + text[last:])


def _marked(found: re.Match[str], line: int, column: int, findings: list[Finding]) -> Part:
    if found["m1_name"]:
        return Blank(found["m1_name"], found["m1_format"] or "", bool(found["m1_possessive"]), line, column)
    if found["m3_term"]:
        return Defined(found["m3_term"].strip(), line, column)
    return _cite(found["m2_targets"], line, column, findings)


def _cite(text: str, line: int, column: int, findings: list[Finding]) -> Cite:
    """A reference: targets, or a schedule with columns, or with the term that prints for it.

    >>> _cite("schedule:budget#stages: amount, release? | Budget", 1, 1, []).targets[0].columns
    (CitedColumn(name='amount', optional=False), CitedColumn(name='release', optional=True))
    """
    named, bar, term = (each.strip() for each in text.partition("|"))
    names, colon, columns = named.partition(": ")
    found = (_target(each.strip(), line, column, findings) for each in names.split(","))
    targets = tuple(target for target in found if target)
    is_schedule = len(targets) == 1 and targets[0].kind == "schedule"
    if (bar or colon) and not (is_schedule and (term or not bar)):
        accepted = "[[schedule:name#part: column, column]], or the same with | Term behind it"
        findings.append(_problem(line, column, "reference", f'"[[{text}]]" is not a reference', accepted))
        return Cite(targets, line, column)
    if colon:
        targets = (replace(targets[0], columns=_columns(columns, line, column, findings)),)
    return Cite(targets, line, column, term)


def _columns(text: str, line: int, column: int, findings: list[Finding]) -> tuple[CitedColumn, ...]:
    """The columns of a reference; "?" behind one says that it may be empty."""
    names = [each.strip() for each in text.split(",")]
    findings.extend(
        _problem(line, column, "reference", f'"{name}" is not a column', "lower-case words with underscores")
        for name in names
        if not _COLUMN.fullmatch(name)
    )
    return tuple(CitedColumn(name.removesuffix("?"), name.endswith("?")) for name in names if _COLUMN.fullmatch(name))


def _target(text: str, line: int, column: int, findings: list[Finding]) -> Target | None:
    match = _TARGET.fullmatch(text)
    if not match or not (match["id"] or match["anchor"]):
        findings.append(
            _problem(
                line,
                column,
                "reference",
                f'"[[{text}]]" is not a reference',
                "topic/issue, topic/issue#item, #item, schedule:name#part, all:survives or all:binding",
            )
        )
        return None
    optional, anchor = bool(match["optional"]), match["anchor"] or ""
    if match["kind"]:
        return Target(match["kind"], match["id"] or "", anchor, optional)  # type: ignore[arg-type] # the word was checked against the list
    return Target("issue" if match["id"] else "own", match["id"] or "", anchor, optional)


def _stray_marks(text: str, line: int, column: int, written: set[str]) -> Iterator[Finding]:
    """Marks that are left over; `written` closes what an escape opened, and so is text."""
    for mark in ("{{", "}}", "[[", "]]", "**"):
        if mark in text and mark not in written:
            yield _problem(
                line,
                column + text.index(mark),
                "mark",
                f'"{mark}" belongs to no blank, reference or term',
                "",
                f"complete it, or write \\{CLOSED.get(mark, mark)} for the characters themselves",
            )


def _checked_id(name: str, line: int, ids: set[str], findings: list[Finding]) -> str:
    if name and not _ID.fullmatch(name):
        findings.append(_problem(line, 1, "item-id", f'"{name}" is not an id', "lower-case words with hyphens"))
    if name in ids:
        findings.append(
            _problem(line, 1, "item-id", f'"{name}" stands twice in this wording', "", "give each item its own id")
        )
    if name:
        ids.add(name)
    return name


def _problem(line: int, column: int, rule: str, seen: str, accepted: str = "", fix: str = "") -> Finding:
    return Finding(rule, "error", f"{line}:{column}", seen, accepted, fix)
