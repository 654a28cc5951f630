"""Questions at a terminal, one after the other: forwards, back, and kept as they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from pactwright.files import write_whole
from pactwright.guide.answering import answers_text
from pactwright.guide.model import UNKNOWN
from pactwright.guide.scoring import clash_of
from pactwright.guide.words import words

if TYPE_CHECKING:
    from pactwright.guide.model import Given, Guide, Question

BACK: Final = "b"
EXPLAIN: Final = "?"


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks the questions of a guide; what is answered is kept in the file `save`, if there is one."""

    guide: Guide
    save: Path | None = None

    def answers(self, before: Given) -> Given:
        """All answers; those that were given before are proposed, and the first question without one comes first."""
        given, questions = dict(before), list(self.guide.questions.values())
        _say((_keys(is_known=False),))
        at = next((number for number, each in enumerate(questions) if each.id not in given), 0)
        while at < len(questions):
            _say((*_lines(questions[at], at, len(questions)),))
            typed = self._typed(questions[at], given)
            if typed == BACK:
                if at == 0:
                    _say((words().first,))
                at = max(0, at - 1)
            elif self._goes(questions[at], typed, given):
                given[questions[at].id] = typed
                self._keep(given)
                at += 1
        return given

    def _typed(self, question: Question, given: Given) -> str:
        """An answer, or that somebody wants to go back."""
        ids, before = list(question.answers), given.get(question.id, UNKNOWN)
        said = words()
        while True:
            typed = click.prompt(said.prompt, default="", show_default=False, err=True).strip()
            if typed == EXPLAIN:
                _say((question.help, _keys(is_known=question.id in given)))
            elif typed in {BACK, UNKNOWN, *ids}:
                return str(typed)
            elif not typed:
                return before
            elif typed.isdecimal() and 1 <= int(typed) <= len(ids):
                return ids[int(typed) - 1]
            else:
                _say((said.not_an_answer.format(typed=typed, count=len(ids)),))

    def _goes(self, question: Question, answer: str, given: Given) -> bool:
        """Whether an answer goes with those before; if not, it is said why."""
        clash = clash_of(self.guide, {**given, question.id: answer})
        if clash and question.id in clash.both:
            other = next(each for each in clash.both if each != question.id)
            _say((words().clash.format(ask=self.guide.questions[other].ask, because=clash.because),))
        return not (clash and question.id in clash.both)

    def _keep(self, given: Given) -> None:
        if self.save:
            write_whole(self.save, answers_text(self.guide, given).encode())


def _keys(*, is_known: bool) -> str:
    said = words()
    return said.keys.format(usual=said.usual_before if is_known else said.usual_unknown)


def _lines(question: Question, number: int, count: int) -> Iterator[str]:
    yield ""
    yield f"{number + 1}/{count}  {question.ask}"
    yield from (f"  {place}  {each.says}" for place, each in enumerate(question.answers.values(), start=1))


def _say(lines: tuple[str, ...]) -> None:
    for each in lines:
        click.echo(each, err=True)
