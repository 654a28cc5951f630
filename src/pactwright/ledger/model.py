"""What the ledger of a document says: a row for each risk, reward and bad day, and who bears or gets it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from pactwright.spec import Money

Manner: TypeAlias = str
"""How something is borne: a word of the vocabulary's allocation, a party, in the price, or not at all."""

Group: TypeAlias = Literal["register", "risk", "reward", "bad-day"]
Hole: TypeAlias = Literal["", "nobody", "two"]

NOBODY: Final = "nobody"
PRICED: Final = "priced"
PARTY: Final = "party"


@dataclass(frozen=True, slots=True)
class Share:
    """The part of one party in something that is shared, in percent, and in money of each thing lost where known.

    `who` is what the paper calls the party, `in_money` the amount as it prints, and `per` for what it is.
    """

    party: str
    who: str
    percent: str
    money: Money | None = None
    in_money: str = ""
    per: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that is borne: as the paper states it, and in money where its figures allow.

    `party` is whose limit it is and `who` what the paper calls it, "" where it is the same for each that bears;
    `in_money` is the amount as it prints.
    """

    said: str
    money: Money | None = None
    in_money: str = ""
    party: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Bearing:
    """Who bears or gets something, and where the paper says so.

    `to` is a word of the vocabulary's allocation or the id of a party, `who` its words in the paper, `place` the
    number of the clause, `source` the option ("topic/issue/option") or the row of the spec, `item` the item's id. What
    is borne `beside` another bearing of the row is a sum of its own.
    """

    to: str
    who: str
    place: str
    source: str
    item: str = ""
    manner: Manner = PARTY
    shares: tuple[Share, ...] = ()
    limits: tuple[Limit, ...] = ()
    trigger: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One thing and who bears it; `under` is the risk or reward by which a bad day is answered, if not by itself."""

    group: Group
    id: str
    title: str
    address: str
    bearings: tuple[Bearing, ...] = ()
    hole: Hole = ""
    under: str = ""

    @property
    def manner(self) -> Manner:
        """How it is borne; of two answers, the first."""
        return self.bearings[0].manner if self.bearings else NOBODY


@dataclass(frozen=True, slots=True)
class Ledger:
    """The rows of one document."""

    document: str
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows are borne in which manner, how many have two answers, and how many there are."""
        found = Counter("two" if row.hole == "two" else row.manner for row in self.rows)
        return {**dict(sorted(found.items())), "all": len(self.rows)}
