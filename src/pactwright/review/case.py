"""What a memo is made from: a draft, whose copy it is, and where the draft prints what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from pactwright.document import Agreement, Block, Gap, Paragraph, Runs, Table, Value
from pactwright.drafting import Draft
from pactwright.errors import UsageError
from pactwright.facts.parties import on_side, signing
from pactwright.findings import nearest
from pactwright.formats import joined, printed_money
from pactwright.library.model import Library
from pactwright.library.words import ends_of
from pactwright.review.model import JOINT, Amount, Audience
from pactwright.review.words import words as said_in
from pactwright.spec import Money, Spec
from pactwright.what_if import Standing

DASH: Final = "\N{EN DASH}"


@dataclass(frozen=True)
class Case:
    """A draft as it stands, and whose copy is made of it."""

    now: Standing
    audience: Audience

    @property
    def draft(self) -> Draft:
        """The draft."""
        return self.now.draft

    @property
    def agreement(self) -> Agreement:
        """What is drafted."""
        return self.now.draft.agreement

    @property
    def library(self) -> Library:
        """The library that it was drafted from."""
        return self.now.source.library

    @cached_property
    def ends(self) -> Mapping[str, str]:
        """The sides of the two ends of a ladder, by the word of each end, the public one first."""
        return ends_of(self.library.vocabulary)

    @property
    def public(self) -> str:
        """The side that pays for the work."""
        return next(iter(self.ends.values()))

    @cached_property
    def spec(self) -> Spec:
        """The spec without what is open or disputed."""
        return self.now.source.spec.settled

    @cached_property
    def clauses(self) -> Mapping[str, str]:
        """The numbers of the clauses of each issue, in the order of the document ("25-28")."""
        found: dict[str, list[str]] = {}
        for clause in (each for article in self.agreement.articles for each in article.clauses if "/" in each.id):
            heads = [each.label for each in clause.blocks if isinstance(each, Paragraph) and each.role == "clause"]
            found.setdefault(clause.id, []).extend(heads)
        return {issue: ranges(heads) for issue, heads in found.items()}

    @cached_property
    def printed(self) -> Mapping[str, tuple[str, str]]:
        """What each address prints first, and in which clause or schedule."""
        found: dict[str, tuple[str, str]] = {}
        for place, run in self._runs():
            found.setdefault(run.address, (run.text, place))
        return found

    def _runs(self) -> Iterator[tuple[str, Value | Gap]]:
        for clause in (each for article in self.agreement.articles for each in article.clauses):
            for each in (block for block in clause.blocks if isinstance(block, Paragraph)):
                yield from ((each.full_label, run) for run in each.runs if isinstance(run, Value | Gap))
        for schedule in self.agreement.schedules:
            for block in schedule.blocks:
                runs = (run for cell in _cells(block) for run in cell if isinstance(run, Value | Gap))
                yield from ((schedule.heading.label, run) for run in runs)

    def place(self, address: str) -> str:
        """The clause or schedule that prints an address, or something below it; "" where none does."""
        below = f"{address}."
        found = (place for name, (_, place) in self.printed.items() if name == address or name.startswith(below))
        return next(found, "")

    def money(self, amount: Money) -> str:
        """An amount as the draft prints it."""
        return printed_money(amount, self.agreement.language, self.spec.money.currency)

    def amount(self, money: Money | None) -> Amount | None:
        """The same for programs."""
        return Amount(str(money.amount), money.currency or self.spec.money.currency or "") if money else None

    def called(self, parties: Iterable[str]) -> str:
        """What the paper calls some parties."""
        known = signing(self.spec)
        return joined(self.name(each) for each in parties if each in known)

    def name(self, party: str) -> str:
        """What the paper calls a party."""
        return self.spec.parties[party].called or self.spec.parties[party].name or party

    def side(self, side: str) -> tuple[str, ...]:
        """The parties that sign on a side."""
        return tuple(on_side(self.spec, side))


def _cells(block: Block) -> tuple[Runs, ...]:
    if isinstance(block, Paragraph):
        return (block.runs,)
    return tuple(cell for row in block.all_rows for cell in row) if isinstance(block, Table) else ()


def audience_of(spec: Spec, ends: Mapping[str, str], asked: str) -> Audience:
    """Whose copy is asked for: a side by its end of the ladder, a party by its id, or the joint copy; else UsageError.

    A party that stands on neither side has no copy of its own.
    """
    if asked == JOINT:
        return Audience(JOINT, "", (), str(said_in()["joint_copy"]), "")
    parties = signing(spec)
    side = ends.get(asked) or (parties[asked].side if asked in parties else None)
    if side not in ends.values():
        known = (*ends, *(name for name, each in parties.items() if each.side in ends.values()), JOINT)
        hint = nearest(asked, known)
        message = f'--for {asked}: no side and no party that signs is called "{asked}"; one of {", ".join(known)}'
        raise UsageError(f"{message}; {hint}" if hint else message)
    readers = tuple(on_side(spec, str(side))) if asked in ends else (asked,)
    others = [name for name in parties if name not in readers]
    return Audience(asked, str(side), readers, _called(spec, readers), _called(spec, others))


def _called(spec: Spec, parties: Iterable[str]) -> str:
    return joined(spec.parties[each].called or spec.parties[each].name or each for each in parties)


def ranges(labels: Iterable[str]) -> str:
    """Numbers in their order, those that follow one another as a range.

    >>> ranges(["8", "9", "10", "14"]).replace(DASH, "-"), ranges(["7.2", "9"])
    ('8-10, 14', '7.2, 9')
    """
    every = list(dict.fromkeys(filter(None, labels)))
    starts = [0, *(n + 1 for n, pair in enumerate(pairwise(every)) if not _follow(*pair))]
    groups = [every[one:other] for one, other in pairwise([*starts, len(every)])]
    return ", ".join(f"{each[0]}{DASH}{each[-1]}" if len(each) > 1 else each[0] for each in groups if each)


def _follow(one: str, other: str) -> bool:
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def has_figure(text: str) -> bool:
    """Whether a text holds a number."""
    return re.search(r"\d", text) is not None
