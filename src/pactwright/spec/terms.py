"""Risks and who bears them, other papers, languages, and duties that no clause covers."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pactwright.spec.base import (
    BoundId,
    Count,
    Date,
    DateOrNone,
    Line,
    OwnerId,
    Percent,
    SpecGroup,
    Text,
    WordOf,
    doc,
    one_of,
)

DegreeWord = Literal["low", "medium", "high"]
Degree: TypeAlias = Annotated[DegreeWord, one_of("risk-degree", "a degree", DegreeWord)]

SHARED = "shared"


class Risk(SpecGroup):
    """Something that may go wrong."""

    event: Annotated[Text | None, doc("What may happen.", "the sensors drift")] = None
    cause: Annotated[Text | None, doc("Why it may happen.", "dust on the inlet")] = None
    effect: Annotated[Text | None, doc("What follows from it.", "readings cannot be used")] = None
    likelihood: Annotated[Degree | None, doc("How likely it is.", "medium")] = None
    impact: Annotated[Degree | None, doc("How bad it would be.", "high")] = None
    owner: Annotated[OwnerId | None, doc("The party or outsider that bears it, by its id, or shared.", "shared")] = None
    shares: Annotated[Mapping[BoundId, Percent], doc("What each party bears of a shared risk; together 100.")] = {}
    response: Annotated[Text | None, doc("What is done about it.", "calibrate every month")] = None
    trigger: Annotated[Text | None, doc("What shows that it has come.", "readings differ by 20%")] = None


Relation: TypeAlias = Annotated[str, WordOf("paper_relations", "paper-relation", "a relation to a paper")]


class Paper(SpecGroup):
    """Another paper and what this document does to it."""

    title: Annotated[Line | None, doc("Its title.", "Memorandum of understanding")] = None
    date: Annotated[Date | None, doc("Its date.", "2025-05-01")] = None
    relation: Annotated[Relation | None, doc("What this document does to it.", "replaces")] = None
    rank: Annotated[Count | None, doc("Its place when papers differ; 1 comes first.", "1")] = None


class Languages(SpecGroup):
    """The languages of the document."""

    prevails: Annotated[Line | None, doc("The language that decides.", "English")] = None
    others: Annotated[tuple[Line, ...], doc("Languages that it is also written in.", "Spanish")] = ()


class SpecialTerm(SpecGroup):
    """A duty of one party that no clause of the library covers."""

    party: Annotated[BoundId | None, doc("The party that has the duty, by its id.", "partner")] = None
    duty: Annotated[Text | None, doc("What it does.", "train ten of the city's staff")] = None
    by: Annotated[DateOrNone | None, doc("The day by which it is done, or none.", "2027-05-01")] = None
    otherwise: Annotated[Text | None, doc("What follows if it is not done.", "the city may hire a trainer")] = None
