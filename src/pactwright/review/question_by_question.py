"""The memo, question by question: the ladder with the chosen rung, why, one step either way, and what each does."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import get_args

from pactwright.catalogue.comparing import ASK, options_named, read_aloud
from pactwright.catalogue.pictures import at
from pactwright.catalogue.words import word
from pactwright.document import words as printed
from pactwright.library.model import Library, Option
from pactwright.playbook.marks import clause_labels
from pactwright.report import Block, Heading, Kept, Ladder, Line, Mark, Pairs, Picture, Sign, Stroke, Words
from pactwright.review.chosen import own_reason
from pactwright.review.question_words import words
from pactwright.review.step_told import told
from pactwright.review.steps import Step, Way, steps_from
from pactwright.selection import Selected
from pactwright.what_if import Standing
from pactwright.wording.notes import NEXT, WATCH, Reader, read_by

NEUTRAL: Reader = "neutral"
SHARED = frozenset({"further", "closed"})
"""What stands together under one key."""


def question_blocks(now: Standing, reader: Reader, readers: Collection[str] = ()) -> Iterator[Block]:
    """A heading for each article of a draft, and below it each of its questions, which never parts.

    `readers` are the parties, and the side, whose private notes the copy may hold; a joint one has none.
    """
    labels = clause_labels(now.draft.agreement)
    left = dict(labels)
    for article in now.draft.agreement.articles:
        own = [clause.id for clause in article.clauses if left.pop(clause.id, None) is not None]
        if own:
            yield Heading(printed(article.heading.runs), 2)
        for name in own:
            yield _question(now, now.draft.selection.issues[name], labels[name], reader, readers)


def _question(now: Standing, selected: Selected, label: str, reader: Reader, readers: Collection[str]) -> Kept:
    library, issue = now.source.library, selected.issue
    heading = Heading(issue.question, 3, label, f"q-{issue.id.replace('/', '-')}")
    steps = steps_from(now, selected)
    closed = {each.option for each in steps if each.way == "closed"}
    ladder = ladder_with(library, options_named(library, issue.id, ()), selected.chosen, closed)
    private = now.source.spec.choices.get(issue.id)
    kept = {key: text for key, text in (private.private if private else {}).items() if key in set(readers)}
    pairs = (
        (words()["why"], _why(now, selected)),
        *((words()["private"], (Words(each),)) for each in kept.values()),
        *_steps(steps),
        *(_notes(library, selected.option, reader) if selected.option else ()),
    )
    return Kept((heading, ladder, Pairs(pairs)))


def ladder_with(library: Library, options: Iterable[Option], chosen: str, closed: Collection[str]) -> Ladder:
    """The ladder of an issue in a draft: a disc for what is chosen, a ring for what is open, a cross for the rest."""
    stances = library.vocabulary["stances"]
    places: dict[str, list[Option]] = {name: [] for name in stances}
    for each in options:
        places[each.stance].append(each)
    marks = tuple(
        Mark(at(number), _sign([each.id for each in held], chosen, closed))
        for number, held in enumerate(places.values())
        if held
    )
    last = len(places) - 2
    line = Picture("", marks, (Stroke(at(0), at(last)),), tuple(at(each) for each in range(last + 1)))
    titles = tuple(tuple(_rung(each, chosen, closed) for each in held) for held in places.values())
    return Ladder(line, titles, tuple(word(entry, name) for name, entry in stances.items()))


def _sign(held: Collection[str], chosen: str, closed: Collection[str]) -> Sign:
    """The sign of a place: of those that stand there, what tells most."""
    return "disc" if chosen in held else "cross" if set(held) <= set(closed) else "ring"


def _rung(option: Option, chosen: str, closed: Collection[str]) -> Line:
    if option.id == chosen:
        return (Words(option.title, "strong"), Words(f" {words()['chosen']}", "alert"))
    mark = (Words(f" {words()['closed_mark']}", "quiet"),) if option.id in closed else ()
    return (Words(option.title), *mark)


def _why(now: Standing, selected: Selected) -> Line:
    if selected.option is None:
        return (Words(words()["undecided"], "alert"), Words(f" {selected.reason}"))
    return (Words(own_reason(now, selected)), Words(f" {words()['origins'][selected.origin]}", "quiet"))


def _steps(steps: Iterable[Step]) -> Iterator[tuple[str, Line]]:
    """The steps in their order: to each side, other ways, what is further, and what is not open here."""
    by_way: Mapping[str, list[Step]] = {way: [] for way in get_args(Way)}
    for each in steps:
        by_way[each.way].append(each)
    for way, held in by_way.items():
        if way in SHARED and held:
            yield words()[way], tuple(word for each in held for word in told(each))
        elif way not in SHARED:
            yield from ((words()[way], told(each)) for each in held)


def _notes(library: Library, option: Option, reader: Reader) -> Iterator[tuple[str, Line]]:
    """What the note of the chosen option says to the reader; the fallback stands in no joint copy."""
    parts = dict(read_by(reader, option.note_parts))
    if reader != NEUTRAL:
        step = library.options[option.issue].get(option.next.get(reader, ""))
        yield from _pair(library, option, "fallback", parts.pop(NEXT, "") or (f"`{step.id}`." if step else ""))
    counsel, ask = parts.pop(WATCH, ""), parts.pop(ASK, "")
    yield from _pair(library, option, "yours", " ".join(parts.values()))
    yield from _pair(library, option, "ask", ask)
    yield from _pair(library, option, "counsel", counsel)


def _pair(library: Library, option: Option, key: str, text: str) -> Iterator[tuple[str, Line]]:
    if text:
        said = " ".join(read_aloud(library, option, text).split())
        yield words()[key], (Words(f"{said[:1].upper()}{said[1:]}"),)
