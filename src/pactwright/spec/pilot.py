"""The pilot: when, what, where, how many; what must come first and what ends it."""

from collections.abc import Mapping
from typing import Annotated

from pactwright.spec.base import (
    Date,
    Facts,
    Key,
    Line,
    Number,
    PartyId,
    PartyOrOutsiderId,
    Text,
    YesNo,
    told,
)


class Activity(Facts):
    """One piece of work."""

    what: Annotated[Text | None, told("What is done.", "mount the sensors")] = None
    who: Annotated[PartyId | None, told("The party that does it, by its id.", "partner")] = None
    by: Annotated[Date | None, told("The day by which it is done.", "2027-01-31")] = None


class Site(Facts):
    """A place that the pilot uses."""

    name: Annotated[Line | None, told("What the place is called.", "Example Street")] = None
    address: Annotated[Text | None, told("Where it is.", "Example Street 1 to 60")] = None
    owner: Annotated[PartyOrOutsiderId | None, told("The party or outsider that owns it, by its id.", "city")] = None
    use: Annotated[Text | None, told("What happens there.", "sensors on light poles")] = None
    quantity: Annotated[Line | None, told("How much of it is used.", "20 poles")] = None
    access: Annotated[Text | None, told("When and how one gets in.", "weekdays 9 to 15, two days' notice")] = None


class Quantity(Facts):
    """A number that people quote, in the four forms in which it is usually confused."""

    what: Annotated[Line | None, told("What is counted.", "sensors")] = None
    planned: Annotated[Number | None, told("How many were planned.", "40")] = None
    ordered: Annotated[Number | None, told("How many were ordered.", "40")] = None
    built: Annotated[Number | None, told("How many stand.", "38")] = None
    reported: Annotated[Number | None, told("How many were reported to others.", "42")] = None
    date: Annotated[Date | None, told("On which day that was so.", "2026-11-01")] = None
    source: Annotated[Text | None, told("Who says so.", "asset register")] = None


class Pilot(Facts):
    """The pilot itself."""

    start: Annotated[Date | None, told("The first day.", "2027-01-01")] = None
    end: Annotated[Date | None, told("The last day.", "2027-06-30")] = None
    method: Annotated[Text | None, told("How it is run.", "two-week sprints")] = None
    in_scope: Annotated[tuple[Text, ...], told("What belongs to it.", "air quality at the kerb")] = ()
    out_of_scope: Annotated[tuple[Text, ...], told("What does not belong to it.", "noise")] = ()
    activities: Annotated[tuple[Activity, ...], told("The work, with who does it.")] = ()
    sites: Annotated[Mapping[Key, Site], told("The places, each under an id of its own.")] = {}
    quantities: Annotated[tuple[Quantity, ...], told("Numbers that people quote.")] = ()
    attachment: Annotated[Line | None, told("A paper that holds more detail.", "Site plan, 3 November 2026")] = None


class Condition(Facts):
    """Something that must happen before the work starts."""

    text: Annotated[Text | None, told("What must have happened.", "the ethics board has agreed")] = None
    responsible: Annotated[PartyId | None, told("The party that sees to it, by its id.", "city")] = None
    by: Annotated[Date | None, told("The day by which it must have happened.", "2027-01-15")] = None
    required_by_law: Annotated[YesNo | None, told("Whether a law asks for it.", "yes")] = None


class EndEvent(Facts):
    """Something that ends the project."""

    text: Annotated[Text | None, told("What ends it.", "the state withdraws the permit")] = None


class Clock(Facts):
    """What starts the time that the project has."""

    starts: Annotated[Text | None, told("What starts the clock, in words.", "the last sensor sends data")] = None
    confirmed_by: Annotated[Line | None, told("Who confirms it, in words.", "the Council")] = None
