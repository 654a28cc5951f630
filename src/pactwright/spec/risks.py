"""Risks, and who bears each of them."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Facts, OwnerId, PartyId, Percent, Text, listed, told

DegreeWord = Literal["low", "medium", "high"]
Degree: TypeAlias = Annotated[DegreeWord, listed("risk-degree", "a degree", get_args(DegreeWord))]

SHARED = "shared"


class Risk(Facts):
    """Something that may go wrong."""

    event: Annotated[Text | None, told("What may happen.", "the sensors drift")] = None
    cause: Annotated[Text | None, told("Why it may happen.", "dust on the inlet")] = None
    effect: Annotated[Text | None, told("What follows from it.", "readings cannot be used")] = None
    likelihood: Annotated[Degree | None, told("How likely it is.", "medium")] = None
    impact: Annotated[Degree | None, told("How bad it would be.", "high")] = None
    owner: Annotated[OwnerId | None, told("The party that bears it, by its id, or shared.", "partner")] = None
    shares: Annotated[Mapping[PartyId, Percent], told("What each party bears of a shared risk; together 100.")] = {}
    response: Annotated[Text | None, told("What is done about it.", "calibrate every month")] = None
    trigger: Annotated[Text | None, told("What shows that it has come.", "readings differ by 20%")] = None
