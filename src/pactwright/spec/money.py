"""What is paid, when and by whom, and in which money."""

from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Currency, Date, Facts, Line, Money, PartyId, Text, YesNo, listed, told

TaxWord = Literal["exclusive", "inclusive", "none"]
TaxBasis: TypeAlias = Annotated[TaxWord, listed("tax", "a way to state tax", get_args(TaxWord))]


class MoneyRules(Facts):
    """What holds for every amount that does not say it itself."""

    currency: Annotated[Currency | None, told("The currency of amounts without one.", "AUD")] = None
    tax: Annotated[TaxBasis | None, told("Whether amounts hold tax.", "exclusive")] = None
    rate_rule: Annotated[
        Text | None,
        told("How one currency is turned into another.", "the central bank's rate on the day of the invoice"),
    ] = None


class Stage(Facts):
    """A part of the money and what releases it."""

    name: Annotated[Line | None, told("The stage.", "Prototype")] = None
    amount: Annotated[Money | None, told("What the stage may cost.", "AUD 15,000")] = None
    release: Annotated[Text | None, told("What must have happened first.", "the design is accepted")] = None


class Funding(Facts):
    """The project's money."""

    price: Annotated[Money | None, told("The price that the city pays.", "AUD 25,000")] = None
    budget: Annotated[Money | None, told("What the project may cost in all.", "AUD 60,000")] = None
    ceiling: Annotated[Money | None, told("What the city never pays more than.", "AUD 30,000")] = None
    at_cost: Annotated[YesNo | None, told("Whether cost is paid back without a margin.", "no")] = None
    pot: Annotated[YesNo | None, told("Whether there is a pot that need not be spent.", "no")] = None
    option_later: Annotated[
        Text | None, told("What may be bought later, in words.", "twenty more sensors at the same price")
    ] = None
    stages: Annotated[tuple[Stage, ...], told("The parts in which money is released.")] = ()


class Milestone(Facts):
    """A result by a day, with what is paid for it."""

    deliverable: Annotated[Text | None, told("What is delivered.", "Forty sensors that send data")] = None
    test: Annotated[Text | None, told("How one sees that it is done.", "all send data for 7 days")] = None
    due: Annotated[Date | None, told("The day by which it is due.", "2027-03-01")] = None
    amount: Annotated[Money | None, told("What is paid for it.", "AUD 10,000")] = None
    payer: Annotated[PartyId | None, told("The party that pays, by its id.", "city")] = None
    payee: Annotated[PartyId | None, told("The party that is paid, by its id.", "partner")] = None
