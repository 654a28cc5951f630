"""A step in words: the answer and how it differs, then figures, who bears what, and what changes with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pactwright.report import Line, Words
from pactwright.review.effect import Moved, Place, StepEffect
from pactwright.review.question_words import said, words
from pactwright.review.steps import Step

NEW, GONE = "new", "gone"


def told(step: Step) -> Line:
    """What a step says; of one that is further away the title alone, of one that is closed what would open it."""
    if step.way == "further":
        return (Words(f"{step.title}. "),)
    title = Words(f"{step.title}. ", "strong")
    if step.effect is None:
        return (title, Words(f"{_sentence(step.opens or step.refused)} "))
    return (title, Words(step.differs), *_effect(step.effect))


def _effect(effect: StepEffect) -> Iterator[Words]:
    parts = (
        ("figures", list(map(_moved, effect.figures))),
        ("ledger", list(map(_moved, effect.ledger))),
        ("forced", list(map(_moved, effect.forced))),
        ("also", list(_places(effect.places))),
    )
    for key, entries in parts:
        if entries:
            yield Words(f" {words()[key]} ", "quiet")
            yield Words(f"{'; '.join(entries)}.")
    if not any(entries for _, entries in parts):
        yield Words(f" {words()['nothing_else']}", "quiet")


def _moved(each: Moved) -> str:
    none = words()["none"]
    return said("moved", label=each.label, before=each.before or none, after=each.after or none)


def _places(places: Iterable[Place]) -> Iterator[str]:
    """The clauses, then the schedules."""
    for each in sorted(places, key=lambda one: one.is_schedule):
        key = each.state if each.state in {NEW, GONE} else "place"
        yield said(key, title=each.title, number=each.number)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
