"""What a step does to a draft: figures, who bears what, other clauses and schedules, other answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from pactwright.catalogue.in_draft import changed_elsewhere
from pactwright.drafting import Draft
from pactwright.ledger.cells import cells
from pactwright.library.model import Option
from pactwright.service import outline_for
from pactwright.what_if import Effect, Standing, effects
from pactwright.what_if.things import Difference, Line

SCHEDULES = "schedules"
_WHO, _CLAUSE = 1, 4


class Moved(Struct, frozen=True):
    """Something that has a value in one of two drafts, and another, or none (""), in the other."""

    id: str
    label: str
    before: str
    after: str


class Place(Struct, frozen=True):
    """A clause or a schedule whose words differ: its number after the step, before it where it is gone."""

    id: str
    title: str
    number: str
    state: str
    is_schedule: bool


class StepEffect(Struct, frozen=True):
    """The difference of two drafts, as far as people decide by it.

    `figures` are those of the key terms, `ledger` the rows of the whole deal, `places` the other clauses and the
    schedules with other words, `forced` the other issues whose answer would move, too, by their options.
    """

    figures: tuple[Moved, ...]
    ledger: tuple[Moved, ...]
    places: tuple[Place, ...]
    forced: tuple[Moved, ...]


def effect_of(now: Standing, draft: Draft, option: Option) -> StepEffect:
    """What differs in the draft with an option."""
    found = effects(now.draft, draft)
    outline = outline_for(draft.agreement.document, now.source.library, now.source.house)
    schedules = {each.id for each in _of(found, SCHEDULES)}
    return StepEffect(
        tuple(_figures(_of(found, "key-terms"), f" {outline.notices['unchosen_mark']}")),
        tuple(_bearings(_of(found, "ledger"), now.draft, draft)),
        tuple(
            Place(each.id, each.title, each.after or each.before, each.state, each.id in schedules)
            for each in changed_elsewhere(now.draft, draft, option.issue, found)
        ),
        tuple(_forced(now.draft, draft, option)),
    )


def _of(found: Iterable[Effect], part: str) -> tuple[Difference, ...]:
    return next(each.differences for each in found if each.part.id == part)


def _figures(rows: Iterable[Difference], mark: str) -> Iterator[Moved]:
    """The key terms that have another value; whether anybody chose it is no value."""
    for each in rows:
        before = _value([line for change in each.changes for line in change.before], each.id, mark)
        after = _value([line for change in each.changes for line in change.after], each.id, mark)
        if before != after:
            yield Moved(each.id, each.id, before, after)


def _value(lines: Sequence[Line], label: str, mark: str) -> str:
    return " ".join(each.text.removeprefix(f"{label}: ").removesuffix(mark) for each in lines)


def _bearings(rows: Iterable[Difference], standing: Draft, draft: Draft) -> Iterator[Moved]:
    """The rows of the ledger that say something else; a bad day that another row answers moves with that row."""
    before, after = _said(standing), _said(draft)
    under = {f"{row.group}/{row.id}": row.under for made in (standing, draft) for row in made.ledger.rows}
    for each in rows:
        was, would = before.get(each.id, ()), after.get(each.id, ())
        if was != would and not under[each.id]:
            yield Moved(each.id, each.title, _without(was, would), _without(would, was))


def _without(own: tuple[str, ...], other: tuple[str, ...]) -> str:
    """The lines that the other side lacks; all, where it lacks none."""
    return "; ".join([each for each in own if each not in other] or own)


def _said(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Who bears each row of the ledger, in which share and up to what; nothing where nobody does."""
    told: dict[str, tuple[str, ...]] = {}
    for row in draft.ledger.rows:
        lines = (", ".join(filter(None, line[_WHO:_CLAUSE])) for line in cells(row))
        told[f"{row.group}/{row.id}"] = tuple(dict.fromkeys(filter(None, lines)))
    return told


def _forced(standing: Draft, draft: Draft, option: Option) -> Iterator[Moved]:
    for name, after in draft.selection.issues.items():
        before = standing.selection.issues[name]
        if name != option.issue and before.chosen != after.chosen:
            titles = (each.option.title if each.option else "" for each in (before, after))
            yield Moved(name, after.issue.heading, *titles)
