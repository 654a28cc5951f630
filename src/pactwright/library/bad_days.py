"""Bad days, from seeds/bad-days.yml, and the answers that options give to their points."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from fnmatch import fnmatchcase
from typing import Annotated, Any, Final

from pydantic import AfterValidator, Field

from pactwright.library.conditions import When
from pactwright.library.model import Answer, Answers, BadDay
from pactwright.library.reading import NO_KEYS, Form, Mapped, Problems, Texts, read
from pactwright.validation import RefusedError

QUESTIONS: Final = ("act", "pay", "decide", "else", "after")
_POINT = re.compile(rf"({'|'.join(QUESTIONS)})\.[a-z0-9-]+")


class _BadDayForm(Form):
    title: str
    points: Mapped[Texts]
    when: When = ()
    mou: Texts = ()
    only_when: Annotated[Mapped[When], Field(alias="only-when")] = NO_KEYS
    risk: str = ""
    reward: str = ""


def bad_days_from(tree: Any, problems: Problems) -> dict[str, BadDay]:  # noqa: ANN401 - a tree of text
    """The bad days of seeds/bad-days.yml, by id."""
    forms = read(dict[str, _BadDayForm], tree, problems)
    for name, form in forms.items():
        for point, owners in form.points.items():
            place = f"{name}.points.{point}"
            if not _POINT.fullmatch(point):
                accepted = f"one of {', '.join(QUESTIONS)}, a full stop, and a name"
                problems.add("bad-day", place, f'"{point}" is no point', accepted)
            if not owners:
                problems.add("bad-day", place, f'"{point}" has no issue that may answer it', "a list of issues")
        _known(name, form, problems)
    return {name: BadDay(name, **vars(form)) for name, form in forms.items()}


def _known(name: str, form: _BadDayForm, problems: Problems) -> None:
    """The questions and points that a memorandum answers, and the points under conditions, are points of the day."""
    asked = {each.partition(".")[0] for each in form.points} | {*form.points}
    wrong = [(f"mou.{number}", each) for number, each in enumerate(form.mou) if each not in asked]
    wrong += [(f"only-when.{each}", each) for each in form.only_when if each not in form.points]
    for place, each in wrong:
        problems.add(
            "bad-day", f"{name}.{place}", f'"{each}" is no point of {name}', f"one of {', '.join(form.points)}"
        )


def may_answer(day: BadDay, point: str, issue: str) -> bool:
    """Whether an issue is among those that may answer a point of a day."""
    return any(fnmatchcase(issue, owner) for owner in day.points[point])


def _answer(typed: object) -> Answer:
    if isinstance(typed, Mapping) and typed.keys() == {"none"} and isinstance(typed["none"], str) and typed["none"]:
        return Answer(none=typed["none"])
    items = [typed] if isinstance(typed, str) else typed
    if isinstance(items, list) and items and all(isinstance(each, str) and each for each in items):
        return Answer(tuple(items))
    accepted = "ids of items, or {none: the reason why nobody has to}"
    raise RefusedError(rule="answers", seen="this answers no point", accepted=accepted)


AnswersForm = Mapped[Mapped[Annotated[Any, AfterValidator(_answer)]]]


def with_answers(below: Answers, above: Answers) -> Answers:
    """Answers with those of a later layer in their place, point by point."""
    return {day: {**below.get(day, {}), **above.get(day, {})} for day in (*below, *(above.keys() - below.keys()))}


def taken_answers(own: Answers, common: Answers, ids: Collection[str]) -> Answers:
    """The answers of an option together with those of the common items that it takes."""
    found = {day: dict(points) for day, points in own.items()}
    for day, points in common.items():
        for point, answer in points.items():
            taken = tuple(each for each in answer.items if each in ids)
            known = found.get(day, {}).get(point, Answer())
            if taken and not known.none:
                items = tuple(dict.fromkeys((*known.items, *taken)))
                found.setdefault(day, {})[point] = Answer(items)
    return found
