"""seeds/guide.yml as a form, and what must fit between it and the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import in_order, nearest
from pactwright.guide.model import UNKNOWN, Answer, Clash, Effect, Guide, Instead, Picked, Question, Source
from pactwright.library.model import NONE, Library
from pactwright.library.prebuilt import library_for
from pactwright.library.reading import NO_KEYS, Count, Day, Form, Listed, Mapped, Problems, Texts, read
from pactwright.resources import data_root
from pactwright.spec.form import place_at
from pactwright.textfile import parsed, read_text


class _EffectForm(Form):
    models: Texts = ()
    when: Mapped[Texts] = NO_KEYS
    options: Mapped[Count] = NO_KEYS
    facts: Mapped[str] = NO_KEYS
    open: Mapped[str] = NO_KEYS


class _AnswerForm(Form):
    says: str
    reason: str
    points: Mapped[Count] = NO_KEYS
    never: Mapped[str] = NO_KEYS
    options: Mapped[Count] = NO_KEYS
    facts: Mapped[str] = NO_KEYS
    open: Mapped[str] = NO_KEYS
    also: Listed[_EffectForm] = ()


class _QuestionForm(Form):
    ask: str
    help: str
    answers: Mapped[_AnswerForm]


class _ClashForm(Form):
    both: Mapped[Texts]
    because: str


class _SourceForm(Form):
    title: str
    address: str
    checked_on: Day
    note: str


class _InsteadForm(Form):
    title: str
    when: Mapped[Texts]
    reason: str
    nearest: str
    sources: Listed[_SourceForm]


class _GuideForm(Form):
    models: Texts
    close: Count
    questions: Mapped[_QuestionForm]
    clashes: Listed[_ClashForm] = ()
    instead: Mapped[_InsteadForm] = NO_KEYS


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
    form = read(_GuideForm, tree, problems)
    _check(form, library, problems)
    if problems.found:
        raise InputError(in_order(problems.found))
    questions = {name: Question(name, each.ask, each.help, _answers(each)) for name, each in form.questions.items()}
    instead = (
        Instead(name, each.title, each.when, each.reason, each.nearest, tuple(map(_source, each.sources)))
        for name, each in form.instead.items()
    )
    clashes = tuple(Clash(each.both, each.because) for each in form.clashes)
    return Guide(form.models, form.close, questions, clashes, tuple(instead))


def _answers(form: _QuestionForm) -> dict[str, Answer]:
    return {
        name: Answer(
            name, each.says, each.reason, each.points, each.never, (_effect(each), *(_effect(e) for e in each.also))
        )
        for name, each in form.answers.items()
    }


def _effect(form: _AnswerForm | _EffectForm) -> Effect:
    if isinstance(form, _EffectForm):
        return Effect(form.options, form.facts, form.open, form.models, form.when)
    return Effect(form.options, form.facts, form.open)


def _source(form: _SourceForm) -> Source:
    return Source(form.title, form.address, form.checked_on, form.note)


def _check(form: _GuideForm, library: Library, problems: Problems) -> None:
    """What is named and is not there, models without a place in the order, and the case that none is left."""
    _known(form.models, library.models, "models", "a model", problems)
    for model in sorted(set(library.models) - set(form.models)):
        problems.missing("models", model, "every model has a place in the order", f"add {model}")
    ruled_out = set[str]()
    for name, question in form.questions.items():
        for key, answer in question.answers.items():
            at = f"questions.{name}.answers.{key}"
            ruled_out.update(answer.never)
            _known(answer.points, form.models, f"{at}.points", "a model", problems)
            _known(answer.never, form.models, f"{at}.never", "a model", problems)
            _check_effect(answer, at, form, library, problems)
            for number, each in enumerate(answer.also):
                _check_effect(each, f"{at}.also.{number}", form, library, problems)
    if form.models and ruled_out.issuperset(form.models):
        problems.add("no-way-out", "questions", "each model is ruled out by some answer", "one that always remains")
    for number, clash in enumerate(form.clashes):
        _check_picked(clash.both, f"clashes.{number}.both", form, problems)
    for name, other in form.instead.items():
        _check_picked(other.when, f"instead.{name}.when", form, problems)
        if not other.sources:
            problems.missing(f"instead.{name}", "sources", "a public source", 'add "sources:"')


def _check_effect(
    form: _AnswerForm | _EffectForm, at: str, whole: _GuideForm, library: Library, problems: Problems
) -> None:
    _known(form.options, _options(library), f"{at}.options", "an option", problems)
    for address in (*form.facts, *form.open):
        if place_at(address) is None:
            where = "facts" if address in form.facts else "open"
            problems.add(
                "unknown-fact", f"{at}.{where}.{address}", f'"{address}" is no place of a spec', "see docs/spec.md"
            )
    if isinstance(form, _EffectForm):
        _known(form.models, whole.models, f"{at}.models", "a model", problems)
        _check_picked(form.when, f"{at}.when", whole, problems)


def _check_picked(picked: Picked, at: str, whole: _GuideForm, problems: Problems) -> None:
    _known(picked, whole.questions, at, "a question", problems)
    for question, answers in picked.items():
        if question in whole.questions:
            accepted = (*whole.questions[question].answers, UNKNOWN)
            _known(answers, accepted, f"{at}.{question}", f"an answer to {question}", problems)


def _known(names: Iterable[str], known: Iterable[str], at: str, what: str, problems: Problems) -> None:
    """Notes each name that is not known, at its own place: behind a key by the key, in a list by its number."""
    accepted = tuple(known)
    for number, name in enumerate(names):
        if name not in accepted:
            where = f"{at}.{name if isinstance(names, Mapping) else number}"
            problems.add("unknown-name", where, f'"{name}" is not {what}', _some(accepted), nearest(name, accepted))


def _some(accepted: tuple[str, ...]) -> str:
    return f"one of {', '.join(accepted)}" if len(accepted) <= 20 else "see pactwright clauses list"  # noqa: PLR2004


def _options(library: Library) -> Iterator[str]:
    for issue, options in library.options.items():
        yield from (f"{issue}/{each}" for each in options)
        yield f"{issue}/{NONE}"
