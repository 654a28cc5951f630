"""How the city may lawfully choose this partner."""

from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Date, Facts, Line, Money, Text, listed, told

RouteWord = Literal["competitive", "challenge-based", "below-threshold", "no-effect", "no-procurement"]
Route: TypeAlias = Annotated[RouteWord, listed("procurement-route", "a route", get_args(RouteWord))]


class Disclosure(Facts):
    """Something that others were told, so that this partner has no advantage."""

    what: Annotated[Text | None, told("What was told.", "the problem statement and the data sample")] = None
    to: Annotated[Text | None, told("Who was told.", "all who registered")] = None
    date: Annotated[Date | None, told("When.", "2026-10-01")] = None


class Procurement(Facts):
    """The route, its basis and its record."""

    route: Annotated[Route | None, told("How the partner was or is chosen.", "challenge-based")] = None
    basis: Annotated[Text | None, told("The rule that allows it.", "section 55(3)(i) of the Act")] = None
    notice: Annotated[Line | None, told("Where it was announced.", "tender portal, notice 2026-88")] = None
    reference: Annotated[Line | None, told("How the city files it.", "PR-2026-31")] = None
    pilot_value: Annotated[Money | None, told("What the pilot is worth.", "AUD 25,000")] = None
    options_value: Annotated[Money | None, told("What all options are worth together.", "AUD 60,000")] = None
    reason: Annotated[Text | None, told("Why this route is right here.", "no product on the market does it")] = None
    disclosures: Annotated[tuple[Disclosure, ...], told("What others were told, and when.")] = ()
