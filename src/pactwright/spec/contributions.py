"""What each party puts in, and what it gets that is not money."""

from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Date, Facts, Line, Money, Number, PartyId, Text, YesNo, listed, told

KindWord = Literal["cash", "staff", "equipment", "licence", "site", "data", "connectivity", "service", "other"]
Kind: TypeAlias = Annotated[KindWord, listed("contribution-kind", "a kind of contribution", get_args(KindWord))]


class Contribution(Facts):
    """Something that a party puts in."""

    party: Annotated[PartyId | None, told("The party that gives it, by its id.", "partner")] = None
    kind: Annotated[Kind | None, told("What kind of thing it is.", "equipment")] = None
    what: Annotated[Text | None, told("What is given.", "air quality sensors")] = None
    quantity: Annotated[Number | None, told("How many or how much.", "40")] = None
    unit: Annotated[Line | None, told("What the quantity counts.", "sensors")] = None
    value: Annotated[Money | None, told("What the parties agree that it is worth.", "AUD 20,000")] = None
    method: Annotated[Text | None, told("How the value was found.", "list price less 20%")] = None
    evidence: Annotated[Text | None, told("What shows that it was given.", "delivery note")] = None
    by: Annotated[Date | None, told("The day by which it is given.", "2027-01-15")] = None
    pledge: Annotated[YesNo | None, told("Whether it binds nobody and stays out of the totals.", "no")] = None


class Reward(Facts):
    """Something that a party gets and that is not money."""

    party: Annotated[PartyId | None, told("The party that gets it, by its id.", "partner")] = None
    what: Annotated[Text | None, told("What it gets.", "a public reference from the city")] = None
