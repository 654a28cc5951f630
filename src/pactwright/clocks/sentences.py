"""The sentences of a paper, each with the values in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pactwright.document import Agreement, Clause, Paragraph, Runs, Text, Value, blocks_of, words

_END = re.compile(r"(?<=\.)\s")


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a sentence: where its words begin and end, and where it stands in the spec."""

    start: int
    end: int
    address: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an item, after the words that lead in to it; `item` numbers the items of its clause from 0."""

    text: str
    places: tuple[Place, ...]
    label: str
    issue: str
    item: int


def sentences_of(agreement: Agreement) -> Iterator[Sentence]:
    """Every sentence of the clauses, in order; a part of a list follows the words that lead in to the list."""
    for article in agreement.articles:
        for clause in article.clauses:
            yield from _of_clause(clause)


def _of_clause(clause: Clause) -> Iterator[Sentence]:
    leads: list[Runs] = []
    item = -1
    for paragraph in (block for block in blocks_of(clause) if isinstance(block, Paragraph)):
        depth = _depth(paragraph)
        item += not depth
        leads[depth:] = [paragraph.runs]
        parts = _split((*_lead(leads[:depth]), *paragraph.runs))
        yield from (Sentence(text, places, paragraph.full_label, clause.id, item) for text, places in parts)


def _depth(paragraph: Paragraph) -> int:
    return {"subitem": 1, "subsubitem": 2}.get(paragraph.role, 0)


def _lead(leads: list[Runs]) -> Runs:
    """The last sentence of each paragraph that leads in to a list, whose values are those of its own sentence."""
    said = (_END.split(words(each))[-1].rstrip() for each in leads)
    return tuple(Text(f"{each} ") for each in said)


def _split(runs: Runs) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """The sentences of some runs; no full stop in a value ends one."""
    text, masked = "", ""
    places: list[Place] = []
    for run in runs:
        if isinstance(run, Value):
            places.append(Place(len(text), len(text) + len(run.text), run.address))
        masked += "x" * len(run.text) if isinstance(run, Value) else run.text
        text += run.text
    start = 0
    for end in [*(each.end() for each in _END.finditer(masked)), len(text)]:
        inside = tuple(
            Place(each.start - start, each.end - start, each.address) for each in places if start <= each.start < end
        )
        yield text[start:end].rstrip(), inside
        start = end
