"""House style that no pattern can hold: one small check per mistake, each a generator of what is seen and accepted.

A check sees one passage as it was typed. Patterns stand in `clauses/style.yml`; what must not be said at all, so that a
library with it is not loaded, in `wording.checks`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from pactwright.wording.checks import Names, Problem
from pactwright.wording.sentences import length, sentences

PassageKind: TypeAlias = Literal[
    "wording", "statement", "phrase", "definition", "confirm", "summary", "note", "heading"
]
KINDS: Final[tuple[PassageKind, ...]] = (
    "wording",
    "statement",
    "phrase",
    "definition",
    "confirm",
    "summary",
    "note",
    "heading",
)
PRINTED: Final = KINDS[:5]
SURVIVES: Final = "survives"
"""The kind of an item that outlasts the end of the agreement, beside its own."""
LONGEST: Final = 35
NOTE_WORDS: Final = (90, 140)
MOST_IFS: Final = 2
BY_WITHIN: Final = 12
HEADING_WORDS: Final = 8
LIST_ITEMS: Final = 8
ACRONYM: Final = 5

_IF = re.compile(r"\b(?:if|unless)\b|(?:^|, )where\b", re.IGNORECASE)
_WHEN = re.compile(r"\bwhen\b", re.IGNORECASE)
_MUST = re.compile(r"\bmust\b")
_ROLE = re.compile(r"\{\{ (?P<name>[\w./-]+)(?: \| (?P<format>\w+))? \}\}$")
_PARTY = re.compile(r"\b(?:part(?:y|ies)|recipients?|bod(?:y|ies))$", re.IGNORECASE)
_BETWEEN = re.compile(r"(?: then| also| itself| alone| each| both|, which|, who|,)+$")
_PASSIVE = re.compile(
    r"\bmust (?:not )?(?:first |also |always |then |never |only |at all times |at any time )?"
    r"(?:be|have been) (?:\w+ly )?"
    r"(?P<verb>\w+ed|made|sent|paid|given|kept|told|held|put|taken|written|done|shown|left|met|brought|sold|built|set"
    r"|read|borne|chosen|drawn|found|shut|split|dealt|sought|bought|lent|spent)\b"
)
_ACTOR = re.compile(
    r"\bby (?:\{\{|a party|(?:the|each) (?!(?:[\w']+ ){0,2}(?:date|day|time|month|year|end|start)\b))", re.IGNORECASE
)
_DUTY = re.compile(
    r"\b(?:must|shall|(?:is|are) (?:required|obliged|bound) to|undertakes?|agrees? to"
    r"|(?<!\bnothing )(?<!\bnobody )(?<!\bno party )ha(?:s|ve) to)\b"
)
_STATES = {"satisfied", "insured", "registered", "located", "licensed", "qualified", "based", "authorised", "limited"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read: what it is, its words as they were typed, the names of a library, the terms that it uses.

    `items` is how many stand in its list.
    """

    kind: PassageKind
    text: str
    names: Names
    terms: tuple[str, ...] = ()
    items: int = 0


def long_sentence(passage: Passage) -> Iterator[Problem]:
    """A sentence of more than 35 words is read twice, and understood in two ways.

    A lead-in and each item of its list are counted one by one; a blank counts as many words as it prints. Bad: one
    sentence with the rule, its exception and its exception's exception. Good: three sentences.
    """
    for sentence in sentences(passage.text):
        if (count := length(sentence)) > LONGEST:
            start = " ".join(sentence.split()[:6])
            yield f'the sentence "{start} ..." has {count} words', f"at most {LONGEST}; a list, or a second sentence"


def two_actors(passage: Passage) -> Iterator[Problem]:
    """One sentence says what one party must do: two duties of two parties are negotiated one by one.

    Bad: {{ city | a }} must ask and {{ partner | a }} must answer. Good: two sentences.
    """
    for sentence in _ruling(passage):
        actors = list(dict.fromkeys(actor for actor in _actors(sentence, passage.names) if actor))
        if len(actors) > 1:
            yield f'"{actors[0]} must" and "{actors[1]} must" stand in one sentence', "a sentence for each"


def passive_duty(passage: Passage) -> Iterator[Problem]:
    """A duty says who acts, or nobody is in breach.

    Bad: The fault must be repaired within a week. Good: {{ partner | a }} must repair the fault within a week.
    """
    for sentence in _ruling(passage):
        for found in _PASSIVE.finditer(sentence):
            behind = " ".join(sentence[found.end() :].split()[:BY_WITHIN])
            if found["verb"] not in _STATES and not _ACTOR.search(behind):
                yield f'"{found[0]}" does not say by whom', "the party as the subject of must"


def many_ifs(passage: Passage) -> Iterator[Problem]:
    """Three conditions, one inside the other, are more than a reader can hold.

    Bad: If it rains and, when it is dark, unless the lamp burns ... Good: a list of the conditions.
    """
    for sentence in _ruling(passage):
        found = [each.strip(", ").lower() for each in _IF.findall(sentence)]
        found += ["when"] if _WHEN.search(sentence) else []  # one or several: "when posted or when emailed"
        if len(found) > MOST_IFS:
            yield f'"{", ".join(found)}" in one sentence', "at most two conditions; a list, or a second sentence"


def duty_out_of_place(passage: Passage) -> Iterator[Problem]:
    """A duty stands in a numbered clause, where its breach can be named; a meaning or a phrase only says what is meant.

    Bad: "Report" means a report that {{ partner }} must send. Good: "Report" means the report under [[#report]].
    """
    found = _DUTY.search(passage.text) if passage.kind in {"definition", "phrase", "confirm"} else None
    if found:
        name = {"phrase": "a phrase of values", "confirm": "something to confirm"}.get(passage.kind, "a meaning")
        yield f'"{found[0]}" in {name}', "the duty in an item of a clause"


def role_typed(passage: Passage) -> Iterator[Problem]:
    """A role typed by hand does not follow the spec's name for it, in a meaning or a phrase no more than in a clause.

    Bad: work that the Partner does. Good: work that {{ partner | a }} does.
    """
    if passage.kind in {"phrase", "definition", "confirm"}:
        text = passage.text
        for term in sorted(passage.terms, key=len, reverse=True):
            text = text.replace(term, "")
        for noun in dict.fromkeys(passage.names.nouns.findall(text)):
            yield f'"{noun}" is typed by hand', "a role blank, such as {{ city }} or {{ partner | a }}"


def note_length(passage: Passage) -> Iterator[Problem]:
    """A note is read at the table: under 90 words it leaves a side without its reason, over 140 nobody reads it.

    Its headings are not counted.
    """
    if passage.kind == "note":
        lines = (line for line in passage.text.splitlines() if not line.startswith("#"))
        count = length(" ".join(lines))
        fewest, most = NOTE_WORDS
        if not fewest <= count <= most:
            yield f"the note has {count} words", f"{fewest} to {most}"


def long_list(passage: Passage) -> Iterator[Problem]:
    """A list of more than eight items is a table, or two rules.

    Bad: ten events in one list. Good: two lists, each with its own lead-in, or a schedule.
    """
    if passage.items > LIST_ITEMS:
        yield f"the list has {passage.items} items", f"at most {LIST_ITEMS}; two lists, or a schedule"


def heading(passage: Passage) -> Iterator[Problem]:
    """A heading is short, and written like a sentence: readers look for it in the table of contents.

    Bad: Limitation Of Liability. Good: Limits of liability.
    """
    if passage.kind != "heading":
        return
    if (count := len(passage.text.split())) > HEADING_WORDS:
        yield f'the heading "{passage.text}" has {count} words', f"at most {HEADING_WORDS}"
    text = passage.text
    for term in sorted(passage.terms, key=len, reverse=True):
        text = text.replace(term, "")
    spelt = enumerate(text.split())
    if capitals := [word for at, word in spelt if _shouts(word) or (at and word[:1].isupper() and not word.isupper())]:
        yield f'the heading "{passage.text}" writes {", ".join(capitals)}', "small letters, except in defined terms"


STYLE: Final[dict[str, Callable[[Passage], Iterator[Problem]]]] = {
    "long-sentence": long_sentence,
    "two-actors": two_actors,
    "passive-duty": passive_duty,
    "many-ifs": many_ifs,
    "duty-out-of-place": duty_out_of_place,
    "role-typed": role_typed,
    "note-length": note_length,
    "long-list": long_list,
    "heading": heading,
}


def _shouts(word: str) -> bool:
    """Whether all its letters are capitals, and too many for an acronym."""
    return word.isupper() and len(word) > ACRONYM


def _ruling(passage: Passage) -> tuple[str, ...]:
    """The sentences of a passage that rules something."""
    return sentences(passage.text) if passage.kind in {"wording", "definition"} else ()


def _actors(sentence: str, names: Names) -> Iterator[str]:
    """Who stands right before each must of a sentence; "" where nobody does, as behind "and must"."""
    for found in _MUST.finditer(sentence):
        before = _BETWEEN.sub("", sentence[: found.start()].rstrip())
        if role := _ROLE.search(before):
            yield f"{{{{ {role['name']}{' | another' if role['format'] in {'another', 'other', 'others'} else ''} }}}}"
        elif party := _PARTY.search(before):
            yield " ".join(before[: party.end()].split()[-2:]).lower()
        else:
            known = [actor for actor in names.actors.findall(before) if before.endswith(actor)]
            yield known[0] if known else ""
