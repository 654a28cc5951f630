"""The points: which model some answers lead to, which options, which facts, and whether another form fits better."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pactwright.guide.model import UNKNOWN, Answer, Clash, Effect, Given, Guide, Instead, Question, holds


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where answers lead: to a model, unless another form fits better."""

    model: str
    instead: Instead | None

    @property
    def id(self) -> str:
        """The form or the model."""
        return self.instead.id if self.instead else self.model


def outcome_of(guide: Guide, given: Given) -> Outcome:
    """Where some answers lead."""
    instead = next((each for each in guide.instead if holds(each.when, given)), None)
    return Outcome(ranking(guide, given)[0], instead)


def ranking(guide: Guide, given: Given) -> list[str]:
    """The models that no answer rules out, the one with the most points first, in a tie the lighter."""
    points = points_of(guide, given)
    left = [each for each in guide.models if not any(each in answer.never for _, answer in guide.answers(given))]
    return sorted(left, key=lambda each: -points[each])


def points_of(guide: Guide, given: Given) -> dict[str, int]:
    """The points of each model."""
    answers = [answer for _, answer in guide.answers(given)]
    return {model: sum(each.points.get(model, 0) for each in answers) for model in guide.models}


def effects(guide: Guide, given: Given, model: str) -> Iterator[tuple[Question, Answer, Effect]]:
    """Each effect that holds with a model and these answers, with the answer that has it."""
    for question, answer in guide.answers(given):
        for each in answer.effects:
            if model in (each.models or (model,)) and holds(each.when, given):
                yield question, answer, each


def options_of(guide: Guide, given: Given, model: str) -> dict[str, str]:
    """The option with the most points for each issue; where two have as many, the model decides."""
    issues: dict[str, dict[str, int]] = {}
    for _, _, effect in effects(guide, given, model):
        for name, points in effect.options.items():
            issue, _, option = name.rpartition("/")
            options = issues.setdefault(issue, {})
            options[option] = options.get(option, 0) + points
    return {issue: best for issue, options in issues.items() if (best := _best(options))}


def _best(options: Mapping[str, int]) -> str:
    """The one with the most points; nothing in a tie.

    >>> _best({"free": 2, "notice": 1}), _best({"free": 1, "notice": 1})
    ('free', '')
    """
    most = [name for name, points in options.items() if points == max(options.values())]
    return most[0] if len(most) == 1 else ""


def clash_of(guide: Guide, given: Given) -> Clash | None:
    """The first answers that cannot stand side by side."""
    return next((each for each in guide.clashes if holds(each.both, given)), None)


def others(guide: Guide, given: Given) -> Iterator[tuple[Question, Answer, Given]]:
    """Each single other answer that could be given, with the answers as they would then be."""
    for question in guide.questions.values():
        for answer in question.answers.values():
            changed = {**given, question.id: answer.id}
            if answer.id != given.get(question.id, UNKNOWN) and not clash_of(guide, changed):
                yield question, answer, changed
