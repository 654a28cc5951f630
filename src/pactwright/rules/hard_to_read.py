"""Every sentence of a document is understood when it is read once.

What it looks for: a sentence of more than 35 words, and more than 18 words a sentence on average. It reads what prints:
an item is short in its file and long once laws, periods and roles stand in it. A name, an amount and whatever else
somebody typed count as two words at most, a gap and a list of references as one; a lead-in and each item of its list
are counted one by one. Why: what is read twice is understood in two ways.

Bad: one sentence with the rule, its exception and its exception's exception. Good: three sentences, or a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from pactwright.document import Agreement, Gap, Piece, Reference, Run, Runs, Value, paragraphs_of, words
from pactwright.findings import Finding
from pactwright.wording.sentences import length, sentences
from pactwright.wording.style import LONGEST

AVERAGE: Final = 18
HEADINGS: Final = {"article", "clause", "schedule", "schedule-part"}

_REFERENCE = "\N{OBJECT REPLACEMENT CHARACTER}"
_LISTED = re.compile(f"{_REFERENCE}(?:(?:, (?:and )?| and | or | to ){_REFERENCE})*")


def findings(agreement: Agreement) -> Iterator[Finding]:
    """One warning per long sentence, and one if the sentences of the document are long on average."""
    called = (words(party.called).removeprefix("the ") for party in agreement.parties)
    names = tuple(name for name in called if name != _short(name))
    read = list(chain.from_iterable(_read(piece, names) for piece in agreement.pieces()))
    for label, said, count in (each for each in read if each[2] > LONGEST):
        seen = f'the sentence "{" ".join(said.split()[:6])} ..." in {label} has {count} words'
        yield Finding("hard-to-read", "warning", "clauses", seen, f"at most {LONGEST}; a list, or a second sentence")
    average = sum(count for *_, count in read) / max(1, len(read))
    if average > AVERAGE:
        seen = f"the document has {average:.1f} words a sentence on average"
        yield Finding("hard-to-read", "warning", "clauses", seen, f"at most {AVERAGE}; shorter sentences, or lists")


@lru_cache(maxsize=256)
def _read(piece: Piece, names: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """Each sentence of a piece with the label of its paragraph, and how many words it has."""
    ruling = (each for each in paragraphs_of(piece) if each.role not in HEADINGS)
    said = (
        (each.full_label or each.role, sentence) for each in ruling for sentence in sentences(_said(each.runs, names))
    )
    return tuple((label, sentence, length(sentence)) for label, sentence in said)


def _said(runs: Runs, names: tuple[str, ...]) -> str:
    text = _LISTED.sub("[number]", "".join(map(_shown, runs)))
    for name in names:
        text = text.replace(name, _short(name))
    return text


def _shown(run: Run) -> str:
    if isinstance(run, Reference):
        return _REFERENCE
    if isinstance(run, Gap):
        return "[gap]"
    return _short(run.text) if isinstance(run, Value) else run.text


def _short(typed: str) -> str:
    """The last two words, which keep the stop."""
    return " ".join(typed.split()[-2:])
