"""Who sits where and may decide what."""

from typing import Annotated

from pactwright.spec.base import Facts, Line, PartyId, Text, told


class Seat(Facts):
    """A person with a task in running the project."""

    party: Annotated[PartyId | None, told("The party that the person comes from, by its id.", "city")] = None
    name: Annotated[Line | None, told("The person's name.", "Alex Example")] = None
    title: Annotated[Line | None, told("The person's position.", "Manager, Smart City")] = None
    body: Annotated[Line | None, told("Where the person sits.", "Steering Group")] = None
    limit: Annotated[Text | None, told("How far the person may decide, in words.", "up to AUD 5,000 a change")] = None


class Governance(Facts):
    """How the project is run."""

    people: Annotated[tuple[Seat, ...], told("Who sits where.")] = ()
