"""What each side gives, gets, may lose and may owe at most, from the spec, the ledger and what is owed."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.assembly.owed import Owed
from pactwright.assembly.owed import Term as OwedTerm
from pactwright.ledger.cells import limit_in_words
from pactwright.ledger.model import Bearing, Row
from pactwright.review.case import Case, ranges
from pactwright.review.model import Point, Side, Term
from pactwright.review.words import said
from pactwright.spec import Money

PAYMENT = "payment"


def sides_of(case: Case) -> tuple[Side, ...]:
    """Both sides, the reader's first."""
    found = tuple(_side(case, each) for each in case.draft.owed)
    return tuple(sorted(found, key=lambda each: each.side != case.audience.side)) if case.audience.side else found


def _side(case: Case, owed: Owed) -> Side:
    parties = case.side(owed.side)
    return Side(
        side=owed.side,
        end=next(end for end, side in case.ends.items() if side == owed.side),
        parties=parties,
        called=case.called(parties),
        gives=tuple(_gives(case, owed.side)),
        gets=tuple(_gets(case, owed.side)),
        may_lose=tuple(_may_lose(case, owed.side)),
        terms=tuple(_term(case, each) for each in owed.terms),
        total=case.amount(owed.total),
        total_printed=owed.printed,
        damages=tuple(_term(case, each) for each in owed.damages),
        in_all=case.amount(owed.in_all),
        in_all_printed=owed.in_all_printed,
        unlimited=tuple(Point(each.says, each.clause, each.item) for each in owed.unlimited),
    )


def _term(case: Case, each: OwedTerm) -> Term:
    return Term(each.label, case.amount(each.amount), each.printed, each.clause, each.address)


def _gives(case: Case, side: str) -> Iterator[Point]:
    """The price, of the side that pays it, and what its parties bring."""
    parties, count = case.side(side), len(case.spec.milestones)
    if side == case.public:
        yield from _pay(case, said("milestones", count=count) if count > 1 else "")
    for number, each in enumerate(case.spec.contributions):
        if each.party in parties and not each.pledge and each.what:
            address = f"contributions.{number}"
            yield Point(_contribution(case, each.what, each.value), case.place(address), address)


def _contribution(case: Case, what: str, value: Money | None) -> str:
    return said("contribution", what=what, value=case.money(value)) if value and value.amount else what


def _pay(case: Case, steps: str) -> Iterator[Point]:
    """What is paid for the work: the price, or where there is none, the most that it may cost."""
    funding = case.spec.funding
    for name, amount in (("price", funding.price), ("ceiling", funding.ceiling)):
        if amount and amount.amount:
            address = f"funding.{name}"
            place = case.place(address) or case.clauses.get("funding/costs", "")
            yield Point(said(name, amount=case.money(amount), milestones=steps), place, address)
            return


def _gets(case: Case, side: str) -> Iterator[Point]:
    """The price, of the side that is paid, and each reward that the ledger gives to it."""
    paid = tuple(_pay(case, ""))
    if side != case.public:
        yield from paid
    for row in case.draft.ledger.rows:
        if not _is_reward(row) or (paid and row.id == PAYMENT):
            continue
        for each in row.bearings:
            if _is_of(case, each, side):
                yield Point(row.title, each.place, row.address)
            elif each.to == "shared":
                yield Point(said("shared", what=row.title), each.place, row.address)


def _may_lose(case: Case, side: str) -> Iterator[Point]:
    """Each risk that falls on it or that it shares, with its limit; those of whoever causes them are counted.

    A risk that the project lists stands for the one of the vocabulary.
    """
    listed = {each.risk for each in case.spec.risks.values()}
    rows = [each for each in case.draft.ledger.rows if each.group in {"register", "risk"} and not _is_reward(each)]
    for row in (each for each in rows if each.group == "register" or each.id not in listed):
        own = [each for each in row.bearings if _is_of(case, each, side) or each.to == "shared"]
        for text in dict.fromkeys(_risk(row, each) for each in own):
            clause = ranges(each.place for each in own if _risk(row, each) == text)
            yield Point(text, clause, row.address)
    for kind, name in (("at-fault", "at_fault"), ("each-own", "each_own")):
        if count := sum(any(each.to == kind for each in row.bearings) for row in rows):
            text = said(name if count > 1 else f"{name}_one", count=count)
            yield Point(text, "", f"ledger.{kind}")


def _risk(row: Row, each: Bearing) -> str:
    part = "shared_" if each.to == "shared" else ""
    limit = "; ".join(map(limit_in_words, each.limits))
    if limit:
        return said(f"{part}limited", what=row.title, limit=limit)
    return said(f"{part}unlimited", what=row.title)


def _is_reward(row: Row) -> bool:
    return row.group == "reward" or (row.group == "register" and row.address.startswith("rewards"))


def _is_of(case: Case, each: Bearing, side: str) -> bool:
    return case.ends.get(each.to) == side or each.to in case.side(side)
