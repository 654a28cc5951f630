"""Intellectual property: what each party brings, and who owns what is made."""

from typing import Annotated

from pactwright.spec.base import Facts, Line, PartyId, Text, told


class Background(Facts):
    """Something protected that a party brings along."""

    party: Annotated[PartyId | None, told("The party that owns it, by its id.", "partner")] = None
    item: Annotated[Text | None, told("What it is.", "sensor firmware, version 3")] = None
    restrictions: Annotated[Text | None, told("What must not be done with it.", "no source code")] = None


class Item(Facts):
    """Something protected that the project makes, with its owner."""

    item: Annotated[Text | None, told("What it is.", "the map of the air")] = None
    owner: Annotated[PartyId | None, told("The party that owns it, by its id.", "city")] = None
    field: Annotated[Line | None, told("The field of use that the owner has.", "public services")] = None
    territory: Annotated[Line | None, told("Where that holds.", "Australia")] = None
    term: Annotated[Line | None, told("How long that holds.", "as long as it is protected")] = None


class Ip(Facts):
    """Intellectual property in the project."""

    background: Annotated[tuple[Background, ...], told("What each party brings along.")] = ()
    items: Annotated[tuple[Item, ...], told("What the project makes, with its owner.")] = ()
