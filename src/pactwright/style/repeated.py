"""Sentences that stand twice: in two options of an issue, or nearly so in two issues."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from math import ceil

from pactwright.style.texts import Text
from pactwright.wording.sentences import sentences

FEWEST_WORDS = 8
SIMILAR = 0.9
_WORD = re.compile(r"\{\{.*?\}\}|\[\[.*?\]\]|[\w'\u2019-]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text, as its words."""

    text: Text
    words: tuple[str, ...]


def sentences_of(texts: Iterable[Text]) -> list[Sentence]:
    """The sentences that are long enough to be the same by more than chance, each place of a file once."""
    found = []
    for text in sorted(texts, key=lambda each: (each.file, _line(each))):
        for said in sentences(text.said) if text.kind in {"wording", "statement"} else ():
            words = tuple(_WORD.findall(said.casefold()))
            if len(words) >= FEWEST_WORDS:
                found.append(Sentence(text, words))
    return found


def in_two_options(found: Iterable[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Each sentence that stood in another option of its issue, or among its common items, with the first of them."""
    first: dict[tuple[str, str, tuple[str, ...]], Sentence] = {}
    for each in found:
        before = first.setdefault((each.text.issue, each.text.kind, each.words), each)
        if before.text.file != each.text.file:
            yield each, before


def in_two_issues(found: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """Each sentence of which nearly the same stood in another issue, with the first such.

    Two that are so similar share one of their rarest words, so that few pairs are compared.
    """
    rarity = Counter(chain.from_iterable(set(each.words) for each in found))
    by_word: dict[tuple[str, str], list[Sentence]] = defaultdict(list)
    for each in found:
        rarest = sorted(set(each.words), key=lambda word: (rarity[word], word))
        rarest = rarest[: len(rarest) - ceil(len(rarest) * SIMILAR**2) + 1]
        keys = [(each.text.kind, word) for word in rarest]
        near = (other for key in keys for other in by_word[key])
        if like := next((other for other in near if _is_near(each, other)), None):
            yield each, like
        for key in keys:
            by_word[key].append(each)


def _is_near(one: Sentence, other: Sentence) -> bool:
    if one.text.issue == other.text.issue:
        return False
    matcher = SequenceMatcher(None, one.words, other.words, autojunk=False)
    return matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR


def _line(text: Text) -> int:
    return int(text.place.rsplit(":", 2)[1])
