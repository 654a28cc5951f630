"""The project: what it is for, the pilot, who sits where, what must come first and what ends it."""

from collections.abc import Mapping
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator

from pactwright.spec.base import (
    BoundId,
    Date,
    DateOrNone,
    HolderId,
    Key,
    Line,
    Money,
    Name,
    Number,
    PartyOrOutsiderId,
    Percent,
    SpecGroup,
    Text,
    YesNo,
    doc,
    known,
)

BarrierId: TypeAlias = Annotated[Name, BeforeValidator(known("unknown-barrier", "a barrier", "barriers"))]


class Outcome(SpecGroup):
    """One change that the project should bring, and how it is measured."""

    text: Annotated[Text | None, doc("What should be different afterwards.", "Fewer trucks circle for a space")] = None
    indicator: Annotated[Text | None, doc("What is measured.", "Minutes a truck looks for a space")] = None
    baseline: Annotated[Text | None, doc("The value before the project.", "11 minutes")] = None
    target: Annotated[Text | None, doc("The value that is aimed at.", "7 minutes")] = None
    measured_by: Annotated[
        PartyOrOutsiderId | None, doc("The party or outsider that measures it, by its id.", "evaluator")
    ] = None
    source: Annotated[Text | None, doc("What it is measured from.", "the log of the parking sensors")] = None
    weight_pct: Annotated[
        Percent | None, doc("What it counts of all, in percent; left out in all, they count equally.", "100")
    ] = None


class Project(SpecGroup):
    """The project in the words of the city."""

    title: Annotated[Line, doc("The name of the project, on one line.", "Kerb-side air quality pilot")]
    description: Annotated[
        Text | None, doc("What will be done, in a few sentences.", "Forty sensors measure the air along two streets.")
    ] = None
    problem: Annotated[
        Text | None, doc("The problem that the project answers.", "Nobody knows how bad the air is at the kerb.")
    ] = None
    public_benefit: Annotated[
        Text | None, doc("What the public gets from it.", "People can choose cleaner ways to walk.")
    ] = None
    barriers: Annotated[
        tuple[BarrierId, ...], doc("What kept such projects from happening here, by its id.", "fear-of-failure")
    ] = ()
    outcomes: Annotated[tuple[Outcome, ...], doc("The changes that are aimed at, each with a measure.")] = ()


class Activity(SpecGroup):
    """One piece of work."""

    what: Annotated[Text | None, doc("What is done.", "mount the sensors")] = None
    who: Annotated[BoundId | None, doc("The party that does it, by its id.", "partner")] = None
    helps: Annotated[tuple[BoundId, ...], doc("The parties that help with it, by their ids.", "city")] = ()
    decides: Annotated[BoundId | None, doc("The party that decides how it is done, by its id.", "city")] = None
    by: Annotated[DateOrNone | None, doc("The day by which it is done, or none.", "2027-01-31")] = None


class Site(SpecGroup):
    """A place that the pilot uses."""

    name: Annotated[Line | None, doc("What the place is called.", "Example Street")] = None
    address: Annotated[Text | None, doc("Where it is.", "Example Street 1 to 60")] = None
    owner: Annotated[HolderId | None, doc("The party or outsider that owns it, by its id.", "city")] = None
    use: Annotated[Text | None, doc("What happens there.", "sensors on light poles")] = None
    quantity: Annotated[Line | None, doc("How much of it is used.", "20 poles")] = None
    access: Annotated[Text | None, doc("When and how one gets in.", "weekdays 9 to 15, two days' notice")] = None


class Quantity(SpecGroup):
    """A number that people quote, in the four forms in which it is usually confused."""

    what: Annotated[Line | None, doc("What is counted.", "sensors")] = None
    planned: Annotated[Number | None, doc("How many were planned.", "40")] = None
    ordered: Annotated[Number | None, doc("How many were ordered.", "40")] = None
    built: Annotated[Number | None, doc("How many stand.", "38")] = None
    reported: Annotated[Number | None, doc("How many were reported to others.", "42")] = None
    date: Annotated[Date | None, doc("On which day that was so.", "2026-11-01")] = None
    source: Annotated[Text | None, doc("Who says so.", "asset register")] = None


class Level(SpecGroup):
    """A target for something that runs in the pilot."""

    who: Annotated[BoundId | None, doc("The party that aims at it, by its id.", "partner")] = None
    measure: Annotated[Line | None, doc("What is measured.", "hourly readings that arrive")] = None
    target: Annotated[Line | None, doc("The value that is aimed at.", "90% or more")] = None
    window: Annotated[Line | None, doc("The time over which it is counted.", "each month")] = None


class Gate(SpecGroup):
    """A day on which it is judged whether the pilot goes on."""

    name: Annotated[Line | None, doc("What it is called.", "After three months")] = None
    date: Annotated[Date | None, doc("The day on which what was found is looked at.", "2027-04-30")] = None
    test: Annotated[
        Text | None, doc("What has to be shown to go on.", "20 of 24 sensors sent 90% of their readings for a month")
    ] = None
    stop_if: Annotated[
        Text | None, doc("What ends that work at once, whatever the day.", "half of the sensors fail within a month")
    ] = None


class Pilot(SpecGroup):
    """The pilot itself."""

    start: Annotated[Date | None, doc("The first day.", "2027-01-01")] = None
    end: Annotated[Date | None, doc("The last day.", "2027-06-30")] = None
    method: Annotated[Text | None, doc("How it is run.", "two-week sprints")] = None
    goal: Annotated[Text | None, doc("What work in sprints is for.", "a map that residents can read on a phone")] = None
    hours: Annotated[Text | None, doc("When an event is open.", "daily from 10 am to 6 pm")] = None
    on_behalf: Annotated[
        YesNo | None,
        doc("Whether a partner serves others, or exercises a function, on behalf of the public side.", "no"),
    ] = None
    installs: Annotated[
        YesNo | None,
        doc("Whether anything is built, fixed to a structure, altered or repaired.", "yes"),
    ] = None
    works_value: Annotated[Money | None, doc("What that building, fixing or repairing may cost.", "AUD 4,000")] = None
    in_scope: Annotated[tuple[Text, ...], doc("What belongs to it.", "air quality at the kerb")] = ()
    out_of_scope: Annotated[tuple[Text, ...], doc("What does not belong to it.", "noise")] = ()
    activities: Annotated[tuple[Activity, ...], doc("The work, with who does it.")] = ()
    sites: Annotated[Mapping[Key, Site], doc("The places, each under an id of its own.")] = {}
    quantities: Annotated[tuple[Quantity, ...], doc("Numbers that people quote.")] = ()
    levels: Annotated[tuple[Level, ...], doc("Targets for what runs, each with a window.")] = ()
    gates: Annotated[tuple[Gate, ...], doc("The days on which it is judged whether the pilot goes on.")] = ()
    attachment: Annotated[Line | None, doc("A paper that holds more detail.", "Site plan, 3 November 2026")] = None


class Precondition(SpecGroup):
    """Something that must happen before the work starts."""

    text: Annotated[Text | None, doc("What must have happened.", "the ethics board has agreed")] = None
    responsible: Annotated[BoundId | None, doc("The party that sees to it, by its id.", "city")] = None
    by: Annotated[DateOrNone | None, doc("The day by which it must have happened, or none.", "2027-01-15")] = None
    part: Annotated[
        Line | None, doc("The part of the pilot that it holds back; left out, the whole agreement.", "Station Street")
    ] = None
    required_by_law: Annotated[YesNo | None, doc("Whether a law asks for it.", "yes")] = None


class EndEvent(SpecGroup):
    """Something that ends the project."""

    text: Annotated[Text | None, doc("What ends it.", "the state withdraws the permit")] = None


class Clock(SpecGroup):
    """What starts the time that the project has."""

    starts: Annotated[Text | None, doc("What starts the clock, in words.", "the last sensor sends data")] = None
    confirmed_by: Annotated[Line | None, doc("Who confirms it, in words.", "the Council")] = None


class Seat(SpecGroup):
    """A person with a task in running the project."""

    party: Annotated[
        PartyOrOutsiderId | None, doc("The party or outsider that the person comes from, by its id.", "city")
    ] = None
    name: Annotated[Line | None, doc("The person's name.", "Alex Example")] = None
    title: Annotated[Line | None, doc("The person's position.", "Manager, Smart City")] = None
    body: Annotated[Line | None, doc("Where the person sits.", "Steering Group")] = None
    limit: Annotated[Text | None, doc("How far the person may decide, in words.", "up to AUD 5,000 a change")] = None


class Governance(SpecGroup):
    """How the project is run."""

    people: Annotated[tuple[Seat, ...], doc("Who sits where.")] = ()
