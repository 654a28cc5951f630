"""What is paid or given, when and by whom, in which money, and how the city may lawfully choose this partner."""

from typing import Annotated, Literal, TypeAlias

from pactwright.spec.base import (
    BoundId,
    Count,
    Currency,
    Date,
    DateOrNone,
    Line,
    Money,
    Number,
    PartyId,
    PledgerId,
    SpecGroup,
    Text,
    WordOf,
    YesNo,
    doc,
    one_of,
)

TaxWord = Literal["exclusive", "inclusive", "none"]
TaxBasis: TypeAlias = Annotated[TaxWord, one_of("tax", "a way to state tax", TaxWord)]


class MoneyRules(SpecGroup):
    """What holds for every amount that does not say it itself."""

    currency: Annotated[Currency | None, doc("The currency of amounts without one.", "AUD")] = None
    tax: Annotated[TaxBasis | None, doc("Whether amounts hold tax.", "exclusive")] = None
    rate_rule: Annotated[
        Text | None,
        doc("How one currency is turned into another.", "the central bank's rate on the day of the invoice"),
    ] = None


class Stage(SpecGroup):
    """A part of the money and what releases it."""

    name: Annotated[Line | None, doc("The stage.", "Prototype")] = None
    amount: Annotated[Money | None, doc("What the stage may cost.", "AUD 25,000")] = None
    release: Annotated[Text | None, doc("What must have happened first.", "the design is accepted")] = None


class Saved(SpecGroup):
    """A cost of a city that the project is to lower: what it was, and what it is expected to be."""

    what: Annotated[Line | None, doc("What is used or paid for.", "power of the street lights")] = None
    year: Annotated[Line | None, doc("The twelve months that were measured before.", "July 2025 to June 2026")] = None
    source: Annotated[Text | None, doc("What it is measured from.", "the meters and bills of the network")] = None
    used: Annotated[Number | None, doc("How much was used in that year.", "1,460,000")] = None
    unit: Annotated[Line | None, doc("What is counted.", "kWh")] = None
    unit_price: Annotated[Money | None, doc("What one of it cost in that year.", "AUD 0.22")] = None
    factor: Annotated[
        Number | None, doc("What the quantity is multiplied by for a change that has already come.", "1.02")
    ] = None
    adjust: Annotated[
        Text | None, doc("Which later changes count, and how.", "each lamp added counts 300 kWh a year more")
    ] = None
    upkeep: Annotated[Money | None, doc("What its upkeep cost in that year.", "AUD 64,000")] = None
    expected: Annotated[Number | None, doc("How much is expected to be used in a year.", "803,000")] = None
    expected_upkeep: Annotated[Money | None, doc("What its upkeep is expected to cost in a year.", "AUD 41,000")] = None


class ShareBand(SpecGroup):
    """A slice of the target cost: how what the cost is off in it is divided between the sides."""

    from_pct: Annotated[Number | None, doc("Where it begins, in percent of the target cost.", "0")] = None
    to_pct: Annotated[
        Number | None, doc("Where it ends, in percent of the target cost; left out, it has no end.", "115")
    ] = None
    partner_pct: Annotated[Number | None, doc("What percentage of the slice is the partners'.", "60")] = None


class Income(SpecGroup):
    """A year of what selling is expected to bring."""

    year: Annotated[Line | None, doc("Which year it is.", "first year")] = None
    gross: Annotated[Money | None, doc("What is received.", "AUD 90,000")] = None
    direct: Annotated[Money | None, doc("What making and delivering it costs.", "AUD 40,000")] = None


class Funding(SpecGroup):
    """The project's money."""

    price: Annotated[Money | None, doc("The price that the city pays.", "AUD 25,000")] = None
    target_cost: Annotated[
        Money | None, doc("What work at cost is planned to cost, without the fee.", "AUD 20,000")
    ] = None
    fee: Annotated[Money | None, doc("What the partners are paid above their cost.", "AUD 2,000")] = None
    bands: Annotated[tuple[ShareBand, ...], doc("How a difference from the target cost is divided, by slices.")] = ()
    budget: Annotated[Money | None, doc("What the project may cost in all.", "AUD 60,000")] = None
    ceiling: Annotated[Money | None, doc("What the city never pays more than.", "AUD 30,000")] = None
    at_cost: Annotated[YesNo | None, doc("Whether cost is paid back without a margin.", "no")] = None
    pot: Annotated[YesNo | None, doc("Whether there is a pot that need not be spent.", "no")] = None
    option_later: Annotated[
        Text | None, doc("What may be bought later, in words.", "twenty more sensors at the same price")
    ] = None
    stages: Annotated[tuple[Stage, ...], doc("The parts in which money is released.")] = ()
    savings: Annotated[tuple[Saved, ...], doc("The costs of a city that the project is to lower.")] = ()
    income: Annotated[tuple[Income, ...], doc("What selling is expected to bring, year by year.")] = ()
    investor: Annotated[BoundId | None, doc("The party that pays for what lowers them, by its id.", "partner")] = None
    capital: Annotated[Money | None, doc("What that party pays for it.", "AUD 450,000")] = None
    running_cost: Annotated[Money | None, doc("What it may cost the city to run in a year, at most.", "AUD 26,000")] = (
        None
    )


class Milestone(SpecGroup):
    """A result by a day, with what is paid for it."""

    deliverable: Annotated[Text | None, doc("What is delivered.", "Forty sensors that send data")] = None
    test: Annotated[Text | None, doc("How one sees that it is done.", "all send data for 7 days")] = None
    due: Annotated[Date | None, doc("The day by which it is due.", "2027-03-01")] = None
    amount: Annotated[Money | None, doc("What is paid for it.", "AUD 25,000")] = None
    payer: Annotated[BoundId | None, doc("The party that pays, by its id.", "city")] = None
    payee: Annotated[BoundId | None, doc("The party that is paid, by its id.", "partner")] = None


ContributionKind: TypeAlias = Annotated[
    str, WordOf("contribution_kinds", "contribution-kind", "a kind of contribution")
]


class Contribution(SpecGroup):
    """Something that a party puts in."""

    party: Annotated[PledgerId | None, doc("The party that gives it, by its id.", "partner")] = None
    kind: Annotated[ContributionKind | None, doc("What kind of thing it is.", "equipment")] = None
    what: Annotated[Text | None, doc("What is given.", "air quality sensors")] = None
    quantity: Annotated[Number | None, doc("How many or how much.", "40")] = None
    unit: Annotated[Line | None, doc("What the quantity counts.", "sensors")] = None
    value: Annotated[Money | None, doc("What the parties agree that it is worth.", "AUD 20,000")] = None
    method: Annotated[Text | None, doc("How the value was found.", "list price less 20%")] = None
    evidence: Annotated[Text | None, doc("What shows that it was given.", "delivery note")] = None
    by: Annotated[DateOrNone | None, doc("The day by which it is given, or none.", "2027-01-15")] = None
    bought: Annotated[
        YesNo | None, doc("Whether the party that gives it pays its value to others by that day.", "no")
    ] = None
    pledge: Annotated[YesNo | None, doc("Whether it binds nobody and stays out of the totals.", "no")] = None
    upkeep: Annotated[
        BoundId | None, doc("The party that pays to run and mend it, by its id, if not the one that gives it.", "city")
    ] = None


RewardWord: TypeAlias = Annotated[str, WordOf("rewards", "reward-kind", "a reward")]


class Reward(SpecGroup):
    """Something that a party gets and that is not money."""

    party: Annotated[PartyId | None, doc("The party that gets it, by its id.", "partner")] = None
    what: Annotated[Text | None, doc("What it gets.", "a public reference from the city")] = None
    reward: Annotated[RewardWord | None, doc("Which of the rewards of the library it is.", "reference")] = None
    giver: Annotated[BoundId | None, doc("The party that gives it, by its id.", "city")] = None
    by: Annotated[DateOrNone | None, doc("The day by which it is given, or none.", "2027-07-31")] = None


class Product(SpecGroup):
    """Something that a party may sell thanks to the project."""

    what: Annotated[Line | None, doc("What is sold.", "the dust model, and services that use it")] = None
    seller: Annotated[BoundId | None, doc("The party that sells it, by its id.", "partner")] = None


Route: TypeAlias = Annotated[str, WordOf("routes", "procurement-route", "a route")]


class Disclosure(SpecGroup):
    """Something that others were told, so that this partner has no advantage."""

    what: Annotated[Text | None, doc("What was told.", "the problem statement and the data sample")] = None
    to: Annotated[Text | None, doc("Who was told.", "all who registered")] = None
    date: Annotated[Date | None, doc("When.", "2026-10-01")] = None


class Procurement(SpecGroup):
    """The route, its basis and its record."""

    route: Annotated[Route | None, doc("How the partner was or is chosen.", "challenge-based")] = None
    basis: Annotated[Text | None, doc("The rule that allows it.", "section 55(3)(i) of the Act")] = None
    notice: Annotated[Line | None, doc("Where it was announced.", "tender portal, notice 2026-88")] = None
    reference: Annotated[Line | None, doc("How the city files it.", "PR-2026-31")] = None
    pilot_value: Annotated[Money | None, doc("What the pilot is worth.", "AUD 25,000")] = None
    options_value: Annotated[Money | None, doc("What all options are worth together.", "AUD 60,000")] = None
    reason: Annotated[Text | None, doc("Why this route is right here.", "no product on the market does it")] = None
    option_what: Annotated[
        Text | None, doc("What may be ordered if the pilot works.", "up to 40 more sensors, with two years of service")
    ] = None
    option_price: Annotated[Text | None, doc("At which price.", "AUD 900 a sensor and AUD 20 a month")] = None
    option_proof: Annotated[
        Text | None, doc("What must be shown before.", "20% or less from the reference over three months")
    ] = None
    criteria: Annotated[tuple[Line, ...], doc("By what an open call chose.", "use to people who walk")] = ()
    places: Annotated[Count | None, doc("How many places an open call offered.", "6")] = None
    disclosures: Annotated[tuple[Disclosure, ...], doc("What others were told, and when.")] = ()
