"""The whole deal: each question of a draft, the answer that was chosen and why, and what else could be chosen."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.catalogue.order import by_stance
from pactwright.document import words as text_of
from pactwright.library.model import Default, Option
from pactwright.review.case import Case
from pactwright.review.model import Question, Rung
from pactwright.review.words import words
from pactwright.selection import Selected
from pactwright.selection.plain import only_where
from pactwright.what_if import Standing


def questions_of(case: Case) -> Iterator[Question]:
    """The issues of the draft in its order."""
    seen: set[str] = set()
    for article in case.agreement.articles:
        for clause in article.clauses:
            if clause.id in case.clauses and clause.id not in seen:
                seen.add(clause.id)
                yield _question(case, case.draft.selection.issues[clause.id], text_of(article.heading.runs))


def _question(case: Case, selected: Selected, article: str) -> Question:
    issue, option = selected.issue, selected.option
    return Question(
        issue=issue.id,
        heading=issue.heading,
        question=issue.question,
        article=article,
        clause=case.clauses[issue.id],
        chosen=selected.chosen,
        title=option.title if option else str(words()["still_open"]),
        short=(option.short or option.title) if option else str(words()["still_open"]),
        origin=selected.origin,
        reason=own_reason(case.now, selected),
        private=_private(case, issue.id),
        rungs=tuple(_rung(case, selected, each) for each in by_stance(case.library, _options(case, issue.id))),
    )


def _options(case: Case, issue: str) -> tuple[Option, ...]:
    return tuple(case.library.options[issue].values())


def own_reason(now: Standing, selected: Selected) -> str:
    """Why an option was chosen, by whoever chose it, without what was passed over."""
    issue, chosen = selected.issue.id, selected.chosen
    if selected.origin == "spec":
        given = now.source.choices.by_issue.get(issue)
        return given.reason if given and given.reason else str(words()["own_reason"])
    model = now.source.library.models.get(now.source.spec.settled.model or "")
    if selected.origin == "model" and model:
        found = (each.reason for each in model.choices.get(issue, ()) if _is_taken(now, each, chosen))
        return next(filter(None, found), str(words()["model_reason"]))
    return str(words()["house_reason" if selected.origin == "house library" else "library_reason"])


def _is_taken(now: Standing, default: Default, chosen: str) -> bool:
    return default.option == chosen and now.draft.selection.holds(default.when) is True


def _private(case: Case, issue: str) -> str:
    """What the reader noted for itself, by its party or its side; nothing of anybody else, and in no joint copy."""
    choice = case.now.source.spec.choices.get(issue)
    audience = case.audience
    if choice is None or audience.is_joint:
        return ""
    readers = (*audience.parties, audience.side)
    return " ".join(text for key, text in choice.private.items() if key in readers)


def _rung(case: Case, selected: Selected, option: Option) -> Rung:
    selection = case.draft.selection
    failed = tuple(each for each in option.requires if selection.holds((each,)) is False)
    is_chosen = option.id == selected.chosen
    opens = "" if is_chosen else only_where(case.library, option.issue, failed)
    if not (opens or is_chosen or is_offered(case, option)):
        opens = str(words()["not_in_document"])
    place = tuple(case.library.vocabulary["stances"]).index(option.stance)
    return Rung(
        option.id,
        option.title,
        option.stance,
        place,
        "chosen" if is_chosen else "refused" if opens else "open",
        opens,
    )


def is_offered(case: Case, option: Option) -> bool:
    """Whether an option has wording for this kind of document, as far as facts decide that."""
    if case.agreement.document != "mou":
        return "agreement" in option.wordings
    rules = option.mou or case.library.issues[option.issue].mou
    stands = next((each.standings for each in rules if case.draft.selection.holds(each.when) is not False), ("omit",))
    kinds = [kind for kind in option.wordings if kind in stands]
    return bool(kinds)
