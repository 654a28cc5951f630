"""What the guide says to some answers, made of the points, with the words of questions, models and options."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.guide.advice import Advice, Because, Chosen, Form, Near, Read, Score
from pactwright.guide.model import UNKNOWN, Answer, Given, Guide, Instead, Question
from pactwright.guide.scoring import Outcome, effects, options_of, others, outcome_of, points_of, ranking
from pactwright.library.model import MOU, NONE, Issue, Library


def advised(guide: Guide, given: Given, library: Library) -> Advice:
    """What the guide says to some answers, of which no two may clash."""
    outcome, points, order = outcome_of(guide, given), points_of(guide, given), ranking(guide, given)
    model = library.models[outcome.model]
    facts = {address: value for *_, each in effects(guide, given, model.id) for address, value in each.facts.items()}
    documents = tuple(value for address, value in facts.items() if address.startswith("documents."))
    opened = {address: owner for *_, each in effects(guide, given, model.id) for address, owner in each.open.items()}
    return Advice(
        outcome="instead" if outcome.instead else "agreement",
        instead=_form(guide, given, outcome.instead) if outcome.instead else None,
        model=model.id,
        title=model.title,
        about=model.question,
        tipped=_tipped(guide, given, model.id),
        speaks=_speaking(guide, given, model.id),
        scores=tuple(_score(guide, given, library, each, points[each]) for each in guide.models),
        is_close=any(points[model.id] - points[each] <= guide.close for each in order[1:]),
        near=tuple(_near(guide, given, library, outcome)),
        options=tuple(
            each for each in _chosen(guide, given, library, model.id) if _stands(library.issues[each.issue], documents)
        ),
        documents=documents,
        facts=facts,
        open=opened,
        given={each: given.get(each, UNKNOWN) for each in guide.questions},
        unknown=tuple(each for each in guide.questions if given.get(each, UNKNOWN) == UNKNOWN),
    )


def _stands(issue: Issue, documents: tuple[str, ...]) -> bool:
    """Whether an issue stands in one of the documents whatever else is known; only a memorandum may leave it out."""
    return documents != (MOU,) or not any("omit" in each.standings for each in issue.mou)


def _because(question: Question, answer: Answer, points: int, reason: str = "") -> Because:
    return Because(question.id, question.ask, answer.id, answer.says, reason or answer.reason, points)


def _tipped(guide: Guide, given: Given, model: str) -> Because | None:
    """The answer that decided: the one that rules out a model with more points, or that leads most over the next.

    None where no answer speaks for the model more than for the next one: then the lighter of two is taken.
    """
    points, order = points_of(guide, given), ranking(guide, given)
    stronger = [each for each in guide.models if each not in order and points[each] > points[model]]
    if stronger:
        first = max(stronger, key=lambda each: points[each])
        return next(_ruling(guide, given, first))
    after = order[1] if len(order) > 1 else ""
    leads = [(q, a, a.points.get(model, 0) - a.points.get(after, 0)) for q, a in guide.answers(given)]
    question, answer, lead = max(leads, key=lambda each: each[2])
    return _because(question, answer, answer.points.get(model, 0)) if lead > 0 else None


def _speaking(guide: Guide, given: Given, model: str) -> tuple[Because, ...]:
    said = [_because(q, a, a.points[model]) for q, a in guide.answers(given) if a.points.get(model)]
    return tuple(sorted(said, key=lambda each: -each.points))


def _ruling(guide: Guide, given: Given, model: str) -> Iterator[Because]:
    return (_because(q, a, 0, a.never[model]) for q, a in guide.answers(given) if model in a.never)


def _score(guide: Guide, given: Given, library: Library, model: str, points: int) -> Score:
    return Score(model, library.models[model].title, points, tuple(_ruling(guide, given, model)))


def _near(guide: Guide, given: Given, library: Library, outcome: Outcome) -> Iterator[Near]:
    for question, answer, changed in others(guide, given):
        other = outcome_of(guide, changed)
        if other.id != outcome.id:
            title = other.instead.title if other.instead else library.models[other.model].title
            yield Near(question.id, question.ask, answer.id, answer.says, other.id, title)


def _form(guide: Guide, given: Given, form: Instead) -> Form:
    tipped = tuple(_because(q, a, 0) for q, a in guide.answers(given) if q.id in form.when)
    sources = tuple(Read(each.title, each.address, each.checked_on, each.note) for each in form.sources)
    return Form(form.id, form.title, form.reason, form.nearest, tipped, sources)


def _chosen(guide: Guide, given: Given, library: Library, model: str) -> Iterator[Chosen]:
    """The options in the order of the library's issues."""
    changes = [(q, a, _options(guide, changed, library, model)) for q, a, changed in others(guide, given)]
    for issue, option in _options(guide, given, library, model).items():
        near = tuple(
            Near(question.id, question.ask, answer.id, answer.says, after, _title(library, issue, after))
            for question, answer, options in changes
            if (after := options.get(issue, option)) != option
        )
        tipped = max(_giving(guide, given, model, f"{issue}/{option}"), key=lambda each: each.points)
        yield Chosen(issue, library.issues[issue].question, option, _title(library, issue, option), tipped, near)


def _options(guide: Guide, given: Given, library: Library, model: str) -> dict[str, str]:
    """The options that are recommended, without what a house has withdrawn."""
    return {
        issue: option
        for issue, option in options_of(guide, given, model).items()
        if issue in library.issues and option in {NONE, *library.options[issue]}
    }


def _giving(guide: Guide, given: Given, model: str, name: str) -> Iterator[Because]:
    for question, answer, effect in effects(guide, given, model):
        if points := effect.options.get(name):
            yield _because(question, answer, points)


def _title(library: Library, issue: str, option: str) -> str:
    """What an option is called; the guide's `none` leaves the issue out."""
    return option if option == NONE else library.options[issue][option].title
