"""What must fit between the file of the guide and the library: no name in it may lead nowhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pactwright.findings import nearest
from pactwright.guide.forms import AnswerForm, EffectForm, GuideForm
from pactwright.guide.model import UNKNOWN, Picked
from pactwright.library.model import NONE, Library
from pactwright.library.reading import Problems
from pactwright.spec.form import place_at


def check(form: GuideForm, library: Library, problems: Problems) -> None:
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
    form: AnswerForm | EffectForm, at: str, whole: GuideForm, library: Library, problems: Problems
) -> None:
    _known(form.options, _options(library), f"{at}.options", "an option", problems)
    for address in (*form.facts, *form.open):
        if place_at(address) is None:
            where = "facts" if address in form.facts else "open"
            problems.add(
                "unknown-fact", f"{at}.{where}.{address}", f'"{address}" is no place of a spec', "see docs/spec.md"
            )
    if isinstance(form, EffectForm):
        _known(form.models, whole.models, f"{at}.models", "a model", problems)
        _check_picked(form.when, f"{at}.when", whole, problems)


def _check_picked(picked: Picked, at: str, whole: GuideForm, problems: Problems) -> None:
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
