"""The options of an issue side by side in one project: each as the draft with it would have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from pactwright.assembly.printed_items import PrintedItems
from pactwright.catalogue.aligned import aligned
from pactwright.catalogue.comparing import amounts_of, compared
from pactwright.catalogue.records import Borne, ComparedOption, Comparison, Figure
from pactwright.catalogue.wording import BULLET, Piece, Reader
from pactwright.catalogue.words import words as words_of
from pactwright.document import Paragraph, Run, Runs, Text, words
from pactwright.drafting import Draft, errors
from pactwright.errors import InputError
from pactwright.formats import printed_money
from pactwright.ledger.cells import cells
from pactwright.library.model import Issue, Option
from pactwright.service import drafts_of, outline_for
from pactwright.spec.amounts import Money
from pactwright.what_if import Effect, Standing, effects, otherwise
from pactwright.what_if.option import asked_for
from pactwright.what_if.things import Difference

UNFIT = "does not fit: "
"""Stands before the fact that forbids an option."""
TEXT_PARTS = ("clauses", "schedules")


def comparison_in(now: Standing, issue: Issue, options: Sequence[Option]) -> Comparison:
    """Some options of an issue in a project, each drafted with everything else as it stands."""
    chosen = now.draft.selection.issues[issue.id].chosen
    drafts = {each.id: draft_with(now, each) for each in options}
    base = next((number for number, each in enumerate(options) if each.id == chosen), None)
    return Comparison(
        issue.id,
        issue.question,
        issue.heading,
        issue.purpose,
        now.source.spec.project.title,
        now.draft.agreement.document,
        tuple(_in_draft(now, issue, each, drafts[each.id]) for each in options),
        amounts_of(now.source.library, issue, options, _values(now, issue)),
        aligned([_pieces(issue, each, drafts[each.id]) for each in options], base),
    )


def draft_with(now: Standing, option: Option, reason: str = "") -> Draft | str:
    """The draft with an option, errors and all; or why the spec with it cannot even be read.

    With a reason, what asks for one is no error.
    """
    if option.id == now.draft.selection.issues[option.issue].chosen:
        return now.draft
    try:
        source = otherwise(now, asked_for(now.base.tree, now.source.library, option, reason))
    except InputError as refused:
        return refused.findings[0].seen
    return drafts_of(source, (now.draft.agreement.document,))[0]


def _values(now: Standing, issue: Issue) -> dict[str, str]:
    """The figures of the option that stands, as they print."""
    language, currency = now.source.library.jurisdiction.language, now.source.spec.money.currency
    values = now.draft.selection.issues[issue.id].values
    return {name: _said(each, language, currency) for name, each in values.items() if each is not None}


def _said(value: object, language: str, currency: str | None) -> str:
    if isinstance(value, Money):
        return printed_money(value, language, currency)
    if isinstance(value, Mapping):
        return "; ".join(f"{key}: {_said(each, language, currency)}" for key, each in value.items())
    if isinstance(value, tuple):
        return ", ".join(_said(each, language, currency) for each in value)
    return ("no", "yes")[value] if isinstance(value, bool) else str(value)


def _in_draft(now: Standing, issue: Issue, option: Option, draft: Draft | str) -> ComparedOption:
    made_of, made = now.source, compared(now.source.library, issue, option)
    if isinstance(draft, str):
        return structs.replace(made, refused=draft)
    unchosen = f" {outline_for(draft.agreement.document, made_of.library, made_of.house).notices['unchosen_mark']}"
    own = {each.key_term: each.name for each in issue.parameters.values() if each.key_term}
    return structs.replace(
        made,
        is_in_draft=draft is now.draft,
        refused=refusal(now.draft, draft, issue.id),
        figures=tuple(
            Figure(own[each.label], each.label, words(each.runs).removesuffix(unchosen))
            for each in draft.agreement.key_terms
            if each.label in own
        ),
        bears=tuple(_borne(issue, draft)),
        changes=tuple(_changes(now.draft, draft, issue)),
    )


def refusal(standing: Draft, draft: Draft, issue: str) -> str:
    """The first thing that forbids the draft with an option, and does not forbid the one that stands."""
    known = {each.seen for each in errors(standing.findings)}
    if not draft.selection.issues[issue].kinds:
        return str(words_of()["comparison"]["not_there"])
    return next((each.seen for each in errors(draft.findings) if each.seen not in known), "").rpartition(UNFIT)[2]


def _borne(issue: Issue, draft: Draft) -> Iterator[Borne]:
    """What the ledger of a draft says of everything that an option of the issue bears on."""
    for row in draft.ledger.rows:
        own = [each for each in row.bearings if each.source.rpartition("/")[0] == issue.id]
        if own and row.group != "register":
            told = zip(row.bearings, cells(row), strict=True)
            lines = dict.fromkeys(", ".join(filter(None, line[1:4])) for each, line in told if each in own)
            yield Borne(row.group, row.id, row.title, tuple(dict.fromkeys(each.to for each in own)), "; ".join(lines))


def _changes(standing: Draft, draft: Draft, issue: Issue) -> Iterator[str]:
    """The titles of the other clauses and of the schedules that differ."""
    for each in changed_elsewhere(standing, draft, issue.id, effects(standing, draft)):
        yield f"{each.title} ({each.after or each.before})"


def changed_elsewhere(standing: Draft, draft: Draft, issue: str, found: Sequence[Effect]) -> Iterator[Difference]:
    """What differs in the other clauses and in the schedules of two drafts, of which everything is found."""
    own = {
        block.bookmark
        for made in (standing, draft)
        for article in made.agreement.articles
        for clause in article.clauses
        if clause.id == issue
        for block in clause.blocks
        if isinstance(block, Paragraph) and block.role == "clause"
    }
    for effect in (each for each in found if each.part.id in TEXT_PARTS):
        yield from (each for each in effect.differences if each.changes and each.id not in own)


def _pieces(issue: Issue, option: Option, draft: Draft | str) -> tuple[Piece, ...]:
    """The items of an option as they print; those that do not have no words."""
    if isinstance(draft, str):
        return ()
    return printed_pieces(draft, issue.id, option)


def printed_pieces(draft: Draft, issue: str, option: Option) -> tuple[Piece, ...]:
    """The items of an option as a draft prints them; one that it leaves out has no words."""
    printed, selected = PrintedItems.among(draft.agreement.articles), draft.selection.issues[issue]
    reader = Reader(draft.selection.library, option)
    wordings = [wording for kind in selected.kinds if (wording := option.wording(kind))]
    found: list[Piece] = []
    for section in (section for wording in wordings for section in wording.sections):
        for item in section.items:
            shown = printed.named(selected, item.id)
            runs = _runs(shown.shown) if shown else ()
            found.append(Piece(item.id, section.heading, runs, reader.condition(item)))
    return tuple(found)


def _runs(shown: Sequence[Paragraph]) -> Runs:
    def told() -> Iterator[Run]:
        for number, each in enumerate(shown):
            if number:
                yield Text(BULLET)
            yield from each.runs

    return tuple(told())
