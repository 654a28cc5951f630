"""The guide as its file has it: read as a form, held against the library, and given back as values."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import in_order
from pactwright.guide.fitting import check
from pactwright.guide.forms import AnswerForm, EffectForm, GuideForm, QuestionForm, SourceForm
from pactwright.guide.model import UNKNOWN, Answer, Clash, Effect, Guide, Instead, Question, Source
from pactwright.library.model import Library
from pactwright.library.prebuilt import library_for
from pactwright.library.reading import Problems, read
from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text


@cache
def guide() -> Guide:
    """The guide that ships; raises InputError as `guide_from` does."""
    path = data_root() / "seeds" / "guide.yml"
    return guide_from(path, path.name, library_for(""))


def names_of() -> dict[str, tuple[str, ...]]:
    """The questions of the guide that ships with their answers, by id, for a shell that completes them."""
    return {each.id: (*each.answers, UNKNOWN) for each in guide().questions.values()}


def guide_from(path: Path, name: str, library: Library) -> Guide:
    """The guide of a file; raises InputError with all that is wrong with it, or does not fit the library."""
    tree, marks = parsed(read_text(path), name)
    problems = Problems(marks)
    form = read(GuideForm, tree, problems)
    check(form, library, problems)
    if problems.found:
        raise InputError(in_order(problems.found))
    questions = {name: Question(name, each.ask, each.help, _answers(each)) for name, each in form.questions.items()}
    instead = (
        Instead(name, each.title, each.when, each.reason, each.nearest, tuple(map(_source, each.sources)))
        for name, each in form.instead.items()
    )
    clashes = tuple(Clash(each.both, each.because) for each in form.clashes)
    return Guide(form.models, form.close, questions, clashes, tuple(instead))


def _answers(form: QuestionForm) -> dict[str, Answer]:
    return {
        name: Answer(
            name, each.says, each.reason, each.points, each.never, (_effect(each), *(_effect(e) for e in each.also))
        )
        for name, each in form.answers.items()
    }


def _effect(form: AnswerForm | EffectForm) -> Effect:
    if isinstance(form, EffectForm):
        return Effect(form.options, form.facts, form.open, form.models, form.when)
    return Effect(form.options, form.facts, form.open)


def _source(form: SourceForm) -> Source:
    return Source(form.title, form.address, form.checked_on, form.note)
