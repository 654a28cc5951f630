"""What has to be decided or done about a draft: one small function for each rule, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from pactwright.assembly.barriers import answered_barriers
from pactwright.document import OpenPoint
from pactwright.document import words as text_of
from pactwright.facts.parties import signing
from pactwright.figures.thresholds import compared
from pactwright.formats import capital, joined, printed_date
from pactwright.ledger.model import Hole, Row
from pactwright.library.figures import bound_of, figure_on
from pactwright.library.model import Figure, Option
from pactwright.review.case import Case, ranges
from pactwright.review.chosen import is_offered
from pactwright.review.lines import some_of
from pactwright.review.model import Decision, Stage
from pactwright.review.stated import defaults_of, value_of
from pactwright.review.words import said, words
from pactwright.selection import Selected
from pactwright.selection.departing import Departing, departing
from pactwright.spec import Money

Rule = Callable[[Case], Iterator[Decision]]
NEAR: Final = Decimal("0.8")
"""From this part of a figure of law on, an amount is near it."""
SHOWN: Final = 6
"""So many gaps of one owner are named; the rest is counted."""
SETTLED: Final = frozenset({"answered", "nobody"})


def decisions_of(case: Case) -> tuple[Decision, ...]:
    """Every decision, before signing first."""
    found = [each for rule in RULES.values() for each in rule(case)]
    return tuple(sorted(found, key=lambda each: each.stage == "after"))


def unfilled(case: Case) -> Iterator[Decision]:
    """What is open in the draft, together for each owner and day."""
    given = {each.fact: each.by for each in case.now.source.spec.open}
    found: dict[tuple[tuple[str, ...], date | None], list[OpenPoint]] = {}
    for point in (each for each in case.agreement.open_points if each.is_gap):
        found.setdefault((_owners(case, point), given.get(point.address)), []).append(point)
    for (owners, by), points in found.items():
        text = said("open", what=some_of(map(_gap, points), SHOWN, "; "))
        yield _by(case, "open", text, owners, tuple(each.address for each in points), by=by)


def _gap(point: OpenPoint) -> str:
    what, where = text_of(point.what), text_of(point.where)
    return f"{what} ({where})" if where else what


def unconfirmed(case: Case) -> Iterator[Decision]:
    """What somebody has to confirm before signing, together by owner."""
    points = [each for each in case.agreement.open_points if not each.is_gap]
    for owner in dict.fromkeys(text_of(each.owner) for each in points):
        own = [each for each in points if text_of(each.owner) == owner]
        clauses = ranges(sorted(filter(None, (text_of(each.where) for each in own)), key=_in_order))
        addresses = tuple(each.address for each in own)
        if clauses:
            text = said("confirm" if len(own) > 1 else "confirm_one", clauses=clauses, count=len(own))
            yield _by(case, "confirm", text, _owners(case, own[0]), addresses)


def _in_order(label: str) -> tuple[int, str]:
    return int(label.partition(".")[0]) if label.partition(".")[0].isdecimal() else 0, label


def unsettled(case: Case) -> Iterator[Decision]:
    """A barrier that the project lists and nothing answers, and a bad day of which the draft does not say enough."""
    who = str(words()["lawyers"])
    listed = answered_barriers(case.agreement, case.draft.selection, case.spec.project.barriers)
    for each in (found for found in listed if not found.items):
        text, address = said("unsettled_barrier", what=each.barrier.title), f"barriers.{each.barrier.id}"
        yield _decision(case, "unsettled", text, _all(case), (address,), who=who)
    lacking = {each.day.id: each.day.title for each in case.draft.days if each.state not in SETTLED}
    if lacking:
        text = said("unsettled_day", what="; ".join(lacking.values()))
        addresses = tuple(f"bad-days.{each}" for each in lacking)
        yield _decision(case, "unsettled", text, _all(case), addresses, who=who)


def nobody_bears(case: Case) -> Iterator[Decision]:
    """Risks that no clause gives to anybody."""
    rows = _holed(case, "nobody")
    if rows:
        text = said("nobody_bears", what="; ".join(each.title for each in rows))
        yield _decision(case, "nobody-bears", text, _all(case), tuple(each.address for each in rows))


def two_answers(case: Case) -> Iterator[Decision]:
    """Risks and rewards that two clauses give to two."""
    rows = _holed(case, "two")
    if rows:
        what = "; ".join(f"{each.title} ({ranges(one.place for one in each.bearings)})" for each in rows)
        addresses = tuple(each.address for each in rows)
        yield _decision(case, "two-answers", said("two_answers", what=what), _all(case), addresses)


def _holed(case: Case, hole: Hole) -> list[Row]:
    rows = (each for each in case.draft.ledger.rows if each.hole == hole and not each.under)
    return [each for each in rows if hole == "two" or each.group != "reward"]


def nobody_chose(case: Case) -> Iterator[Decision]:
    """Key terms with the library's own value."""
    every = tuple(defaults_of(case))
    terms = [each for each in every if each.is_key_term]
    if terms:
        what = "; ".join(f"{each.asks}, {each.printed} ({each.clause})" for each in terms)
        text = said("nobody_chose", count=len(terms), what=what, all=len(every))
        yield _decision(case, "nobody-chose", text, _all(case), tuple(each.address for each in terms))


def weaker_than_default(case: Case) -> Iterator[Decision]:
    """In the reader's own copy: where the model's answer is further from the reader than the library's own."""
    if case.audience.is_joint:
        return
    found = [(each, default) for each in case.draft.selection.issues.values() if (default := _better(case, each))]
    if found:
        what = "; ".join(
            said(
                "weaker",
                heading=each.issue.heading,
                clause=case.clauses[each.issue.id],
                chosen=each.option.title if each.option else "",
                default=default.title,
            )
            for each, default in found
        )
        text = said("weaker_than_default", reader=case.audience.called, what=what)
        addresses = tuple(f"choices.{each.issue.id}" for each, _ in found)
        yield _decision(case, "weaker-than-default", text, case.audience.parties, addresses)


def _better(case: Case, selected: Selected) -> Option | None:
    """What the library would take by itself, where that is nearer to the reader than what the model takes."""
    if selected.origin != "model" or selected.option is None or selected.issue.id not in case.clauses:
        return None
    options, holds = case.library.options[selected.issue.id], case.draft.selection.holds
    taken = (
        options[each.option] for each in selected.issue.defaults if holds(each.when) is True if each.option in options
    )
    default = next((each for each in taken if holds(each.requires) is True and is_offered(case, each)), None)
    if default is None or "model" in {default.stance, selected.option.stance}:
        return None
    places = tuple(case.library.vocabulary["stances"])
    steps = places.index(selected.option.stance) - places.index(default.stance)
    return default if (steps > 0 if case.audience.side == case.public else steps < 0) else None


def departs(case: Case) -> Iterator[Decision]:
    """In the reader's own copy: where the draft departs from its playbook, and who has to approve that."""
    if case.audience.is_joint:
        return
    found = [
        each
        for playbook in case.library.playbooks.values()
        for each in departing(playbook, case.draft.selection, case.spec)
        if each.waits and each.party in case.audience.parties
    ]
    for fact in dict.fromkeys(each.fact for each in found):
        own = [each for each in found if each.fact == fact]
        issue = fact.partition(".")[0]
        text = said(
            "departs",
            heading=case.library.issues[issue].heading,
            clause=case.clauses.get(issue, ""),
            value=_answer(case, issue, own[0]),
            wanted=_in_titles(case, issue, own[0].wanted),
        )
        parties = tuple(dict.fromkeys(each.party for each in own))
        yield _decision(case, "departs", text, parties, (f"choices.{fact}",), who=own[0].approver)


def _in_titles(case: Case, issue: str, wanted: str) -> str:
    """What the party lives with, its options by their titles."""
    options = case.library.options[issue].items()
    titles = {
        name: f"\N{LEFT DOUBLE QUOTATION MARK}{each.title}\N{RIGHT DOUBLE QUOTATION MARK}" for name, each in options
    }
    return re.sub(r"[a-z0-9-]+", lambda found: titles.get(found[0], found[0]), wanted)


def _answer(case: Case, issue: str, found: Departing) -> str:
    """What departs, in words: the title of an option, or a value."""
    option = case.library.options[issue].get(found.value)
    return option.title if option and found.step != "range" else found.value


def near_a_figure(case: Case) -> Iterator[Decision]:
    """Amounts near a figure of law or over it: what the work is worth alone, and with what may be bought later."""
    alone = case.spec.procurement.pilot_value or case.spec.funding.price
    whole = case.draft.selection.facts.get("funding.public_spend")
    for name in dict.fromkeys(case.draft.law):
        figure = figure_on(case.library.jurisdiction, name, case.spec.date)
        if figure is None or not figure.currency or alone is None:
            continue
        later = whole if isinstance(whole, Money) and whole.amount > alone.amount else None
        if any(each and _is_near(each, figure) for each in (alone, later)):
            text = _near_text(case, name, figure, alone, later)
            yield _decision(case, "near-a-figure-of-law", text, case.side(case.public), (f"law.{name}",))


def _is_near(amount: Money, figure: Figure) -> bool:
    bound = bound_of(figure)
    is_same = not amount.currency or amount.currency == bound.currency
    return is_same and compared(amount, bound).most >= NEAR * bound.amount


def _near_text(case: Case, name: str, figure: Figure, alone: Money, later: Money | None) -> str:
    language = case.agreement.language
    day = printed_date(date.fromisoformat(figure.checked_on), language) if figure.checked_on else ""
    shared = {
        "figure": name.replace("_", " "),
        "bound": value_of(case, figure),
        "value": case.money(alone),
        "standing": _standing(alone, figure),
        "read": said("read", day=day) if day else words()["unread"],
    }
    if later is None:
        return said("near_plain", **shared)
    return said("near", **shared, whole=case.money(later), after=_standing(later, figure))


def _standing(amount: Money, figure: Figure) -> str:
    return str(words()[compared(amount, bound_of(figure), only_above=figure.op == "above").standing])


def unreviewed(case: Case) -> Iterator[Decision]:
    """Wording that no lawyer has reviewed."""
    options = [case.draft.selection.issues[each].option for each in case.clauses]
    count = sum(each is not None and each.review.status == "draft" for each in options)
    if count:
        text = said("unreviewed", count=count, all=len(options))
        yield _decision(case, "unreviewed", text, _all(case), ("clauses",), who=str(words()["lawyers"]))


def conditions(case: Case) -> Iterator[Decision]:
    """What has to happen before the work starts."""
    for key, each in case.spec.conditions.items():
        by = each.by if isinstance(each.by, date) else None
        what = (each.text or key).rstrip(".")
        text = said("part", text=what, part=each.part) if each.part else said("condition", text=what)
        owner = (each.responsible,) if each.responsible else ()
        yield _by(case, "condition", text, owner, (f"conditions.{key}",), by=by, stage="after")


RULES: Final[Mapping[str, Rule]] = MappingProxyType(
    {
        "open": unfilled,
        "unsettled": unsettled,
        "nobody-bears": nobody_bears,
        "two-answers": two_answers,
        "nobody-chose": nobody_chose,
        "weaker-than-default": weaker_than_default,
        "departs": departs,
        "near-a-figure-of-law": near_a_figure,
        "confirm": unconfirmed,
        "unreviewed": unreviewed,
        "condition": conditions,
    }
)
"""The rules by id, in the order in which what they find stands on the page."""


def _owners(case: Case, point: OpenPoint) -> tuple[str, ...]:
    """The parties that an open point names as its owner; all, where it names nobody alone."""
    owner = text_of(point.owner)
    return tuple(each for each in signing(case.spec) if capital(case.name(each)) == owner) or _all(case)


def _all(case: Case) -> tuple[str, ...]:
    return tuple(signing(case.spec))


def _by(
    case: Case,
    rule: str,
    text: str,
    owner: tuple[str, ...],
    addresses: tuple[str, ...],
    *,
    by: date | None = None,
    stage: Stage = "before",
) -> Decision:
    """A decision with the day that somebody set for it; no other day stands in."""
    return Decision(rule, text, owner, _who(case, owner), by, stage, addresses)


def _decision(
    case: Case, rule: str, text: str, owner: tuple[str, ...], addresses: tuple[str, ...], *, who: str = ""
) -> Decision:
    return Decision(rule, text, owner, who or _who(case, owner), None, "before", addresses)


def _who(case: Case, owner: Iterable[str]) -> str:
    parties = tuple(owner)
    if not parties:
        return str(words()["no_one"])
    known = signing(case.spec)
    return str(words()["both"]) if len(parties) == len(known) > 1 else joined(map(case.name, parties))
