"""Where words stand in the library: in questions, options, figures, wording and notes; every word has to be there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal, NamedTuple, TypeAlias

from pactwright.catalogue.aligned import item_title
from pactwright.catalogue.records import Found, Search
from pactwright.catalogue.wording import pieces
from pactwright.document import words as said_in
from pactwright.errors import UsageError
from pactwright.library.model import Issue, Library, Option

Place: TypeAlias = Literal["question", "option", "wording", "figure", "note"]
WEIGHTS: Final[Mapping[Place, int]] = {"question": 5, "option": 4, "wording": 3, "figure": 2, "note": 1}
"""What a place counts: who asks for late payment wants the question about it before a note that names it."""
AROUND: Final = 60
"""So many letters stand before and behind the first word of a snippet."""
SHORTEST: Final = 3
_WORD: Final = re.compile(r"\w+")
_ENDINGS: Final = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")


class Text(NamedTuple):
    """A text of the library, and where it stands."""

    name: str
    title: str
    place: Place
    where: str
    text: str


def searched(library: Library, asked: str) -> Search:
    """The places in which every word stands in some form, the best first; raises UsageError where no word is asked."""
    stems = [stem(each) for each in _WORD.findall(asked)]
    if not stems:
        message = f'"{asked}" holds no word; say what to look for, as in pactwright clauses search late payment'
        raise UsageError(message)
    ranked = ((rank(each, stems), each) for each in texts(library))
    found = sorted((each for each in ranked if each[0]), key=lambda each: -each[0])
    return Search(asked, tuple(_found(text, stems) for _, text in found))


def stem(word: str) -> str:
    """What the forms of a word have in common, roughly: what is left without its ending.

    >>> [stem(each) for each in ("payment", "payments", "pays", "paying", "liability", "liabilities")]
    ['pay', 'pay', 'pay', 'pay', 'liabilit', 'liabilit']
    """
    lower = word.lower()
    ending = next((each for each in _ENDINGS if lower.endswith(each) and len(lower) - len(each) >= SHORTEST), "")
    return lower.removesuffix(ending)


def rank(text: Text, stems: list[str]) -> int:
    """How well a text fits: 0 where a word is missing; more where it counts more, and where words are neighbours."""
    places = [[number for number, each in enumerate(_stems(text.text)) if each == one] for one in stems]
    if not all(places):
        return 0
    near = all(any(second - 1 in first for second in places[at + 1]) for at, first in enumerate(places[:-1]))
    return 10 * WEIGHTS[text.place] * (2 if near else 1) + min(9, sum(map(len, places)))


@lru_cache(maxsize=16384)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(each) for each in _WORD.findall(text))


@lru_cache(maxsize=4)
def texts(library: Library) -> tuple[Text, ...]:
    """Every text of the library in which may be looked."""
    return tuple(each for issue in library.issues.values() for each in _of_issue(library, issue))


def _of_issue(library: Library, issue: Issue) -> Iterator[Text]:
    yield Text(issue.id, issue.question, "question", "question", f"{issue.question} {issue.heading}. {issue.purpose}")
    for each in issue.parameters.values():
        yield Text(issue.id, issue.question, "figure", each.name, f"{each.ask} {each.label} {each.key_term} {each.why}")
    for option in library.options[issue.id].values():
        yield from _of_option(library, option)


def _of_option(library: Library, option: Option) -> Iterator[Text]:
    name = f"{option.issue}/{option.id}"
    said = f"{option.title}. {option.summary} {option.when_to_use} {option.differs}"
    yield Text(name, option.title, "option", "summary", said)
    for kind in option.wordings:
        for each in pieces(library, option, kind):
            yield Text(name, option.title, "wording", each.id, f"{item_title(each.id)}: {said_in(each.runs)}")
    for heading, text in option.note_parts.items():
        yield Text(name, option.title, "note", heading, text)


def _found(text: Text, stems: list[str]) -> Found:
    return Found(text.name, text.title, text.place, text.where, snippet(text.text, stems))


def snippet(text: str, stems: list[str]) -> str:
    """Some words around the first that was found.

    >>> snippet("The payer must pay within 30 days.", ["pay"])
    'The payer must pay within 30 days.'
    """
    flat = " ".join(text.split())
    at = next((found.start() for found in _WORD.finditer(flat) if stem(found[0]) in stems), 0)
    start, end = max(0, at - AROUND), min(len(flat), at + AROUND)
    start = flat.rfind(" ", 0, start) + 1 if start else 0
    end = (flat.find(" ", end) + 1 or len(flat) + 1) - 1 if end < len(flat) else len(flat)
    return f"{'... ' if start else ''}{flat[start:end]}{' ...' if end < len(flat) else ''}"
