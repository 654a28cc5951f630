"""A planned clause with its blanks filled: capitals and end punctuation follow from what was printed before.

It gets the plan and the runs of its slots, and nothing else: the same two make the same clause in every document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from msgspec.structs import replace

from pactwright.assembly.slots import (
    ChosenPhrase,
    Cited,
    PlannedClause,
    PlannedDefinition,
    PlannedDefinitions,
    PlannedParagraph,
    PlannedPart,
    Slot,
    SlotKind,
)
from pactwright.document import Clause, Paragraph, Run, Runs, Term, Text, Value, words
from pactwright.formats import capital

Said: TypeAlias = Mapping[Slot, Runs]
"""What each slot of a clause says in one document."""

KEPT = 160
"""Finished clauses that are kept: those of about four documents that have none in common."""

ARTICLES = ("the ", "a ", "an ", "each ", "every ", "that ", "another ")
"""What a name of ours begins with; any other small letter at its start is the name's own."""

_NAMES: frozenset[SlotKind] = frozenset({"role", "column"})
_SENTENCE_END = re.compile(r"[.?!]\s+$")
_SEPARATOR = re.compile(r"^\s*[;,]\s*")
_ENDS = (".", ";", ":", "?", "!")


@lru_cache(maxsize=KEPT)
def filled(clause: PlannedClause, runs: tuple[Runs, ...]) -> Clause:
    """The clause with the runs of its slots, in the order of `clause.slots`."""
    said = dict(zip(clause.slots, runs, strict=True))
    paragraphs = (each if isinstance(each, Paragraph) else paragraph(each, said) for each in clause.paragraphs)
    return Clause(clause.issue, clause.option, clause.version, tuple(paragraphs))


@lru_cache(maxsize=KEPT // 6)
def filled_definitions(clause: PlannedDefinitions, runs: tuple[Runs, ...]) -> Clause:
    """The clause of definitions, in alphabetical order, with the runs of its slots."""
    said = dict(zip(clause.slots, runs, strict=True))
    rows = sorted((_definition(each, said) for each in clause.definitions), key=lambda row: row[0].casefold())
    paragraphs = (Paragraph("definition", (Term(name), *meaning)) for name, meaning in rows)
    return Clause(clause.id, "", "", (*clause.lead, *paragraphs))


def paragraph(planned: PlannedParagraph, said: Said) -> Paragraph:
    """The paragraph with what its slots say."""
    runs = _runs(planned.parts, said, starts=planned.starts, end=planned.end)
    return Paragraph(planned.role, runs, planned.label, planned.full_label, planned.bookmark)


def _definition(planned: PlannedDefinition, said: Said) -> tuple[str, Runs]:
    name = words(_runs(planned.name, said))
    runs = _runs(planned.parts, said, end=planned.end)
    if not planned.means:
        return name, runs
    comma = "," if runs and runs[0].text.startswith("for ") else ""
    return name, (Text(f" {planned.means}{comma} "), *runs)


def _runs(parts: Iterable[PlannedPart], said: Said, *, starts: bool = False, end: str = "") -> Runs:
    """The runs of some parts; `starts` a sentence, `end` is the punctuation behind them."""
    printed: list[Run] = []
    dropped = False
    begun = False
    for part in parts:
        at_start = _ends_sentence(printed[-1].text) if begun else starts
        begun = begun or not _is_mark(part)
        new = _of_part(part, said, at_start=at_start)
        if dropped and new and isinstance(new[0], Text):
            new = (Text(_SEPARATOR.sub("", new[0].text)), *new[1:])
        dropped = isinstance(part, Cited) and not new
        printed.extend(new)
    return _ended(tuple(run for run in printed if run.text), end)


def _is_mark(part: PlannedPart) -> bool:
    """Whether a part stands before a sentence and is none of its words."""
    return (isinstance(part, Slot) and part.kind == "undecided") or (isinstance(part, Text) and part.text == " ")


def _ends_sentence(text: str) -> bool:
    return text[-1:].isspace() and bool(_SENTENCE_END.search(text))


def _of_part(part: PlannedPart, said: Said, *, at_start: bool) -> Runs:
    if isinstance(part, ChosenPhrase):
        return _runs(part.parts, said)
    if isinstance(part, Slot):
        runs = said[part]
        return _named(runs) if at_start and part.kind in _NAMES else _capital(runs) if at_start else runs
    runs = part.runs if isinstance(part, Cited) else (part,)
    return _capital(runs) if at_start else runs


def _capital(runs: Runs) -> Runs:
    """The runs with the capital that begins a sentence; what somebody typed keeps its letters."""
    if not runs or not isinstance(runs[0], Text):
        return runs
    return (Text(capital(runs[0].text)), *runs[1:])


def _named(runs: Runs) -> Runs:
    """A name with the capital that begins a sentence, where it begins with an article."""
    first = runs[0]
    if not isinstance(first, Text | Value) or not first.text.startswith(ARTICLES):
        return runs
    return (replace(first, text=capital(first.text)), *runs[1:])


def _ended(runs: Runs, end: str) -> Runs:
    """The runs with the punctuation behind them, unless a value already ends the sentence."""
    if not end or not runs:
        return runs
    last = runs[-1].text
    return (*runs, Text(end.removeprefix("."))) if last.endswith(_ENDS) and end.startswith(".") else (*runs, Text(end))
