"""Risks and who bears them, other papers, languages, trade secrets, and duties that no clause covers."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias

from pactwright.spec.base import (
    BoundId,
    Count,
    Date,
    DateOrNone,
    Line,
    Money,
    OrText,
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

RiskWord: TypeAlias = Annotated[str, WordOf("risks", "risk-kind", "a risk")]
TimeWord = Literal["none", "dates", "dates-and-price"]
TimeEffect: TypeAlias = Annotated[TimeWord, one_of("risk-time", "an effect on time", TimeWord)]


class _Trigger(SpecGroup):
    """What shows that a risk has come."""

    measure: Annotated[Text | None, doc("What is counted or measured.", "sensors lost")] = None
    number: Annotated[Line | None, doc("The number from which on it has come.", "3")] = None
    window: Annotated[Line | None, doc("The time over which that is counted.", "3 months")] = None


Trigger: TypeAlias = Annotated[_Trigger, OrText("measure")]


class Risk(SpecGroup):
    """Something that may go wrong."""

    event: Annotated[Text | None, doc("What may happen.", "the sensors drift")] = None
    cause: Annotated[Text | None, doc("Why it may happen.", "dust on the inlet")] = None
    effect: Annotated[Text | None, doc("What follows from it.", "readings cannot be used")] = None
    likelihood: Annotated[Degree | None, doc("How likely it is.", "medium")] = None
    impact: Annotated[Degree | None, doc("How bad it would be.", "high")] = None
    risk: Annotated[RiskWord | None, doc("Which of the risks of the library it is.", "technology-performance")] = None
    managed_by: Annotated[BoundId | None, doc("The party that manages it, by its id.", "partner")] = None
    owner: Annotated[
        OwnerId | None,
        doc("Who bears its cost: a party or an outsider, by its id, or shared, each-own, outside.", "shared"),
    ] = None
    shares: Annotated[Mapping[BoundId, Percent], doc("What each party bears of a shared risk; together 100.")] = {}
    cap: Annotated[Money | None, doc("The most that its bearer pays for it.", "AUD 5,000")] = None
    above: Annotated[Text | None, doc("What happens with the cost above that.", "each bears its own")] = None
    time: Annotated[TimeEffect | None, doc("What moves when it happens.", "dates")] = None
    unit: Annotated[Line | None, doc("The thing of which some may be lost.", "a sensor with its mount")] = None
    unit_value: Annotated[Money | None, doc("What one such thing counts for when it is lost.", "AUD 300")] = None
    spares: Annotated[Count | None, doc("How many spare ones are used first.", "4")] = None
    response: Annotated[Text | None, doc("What is done about it.", "calibrate every month")] = None
    trigger: Annotated[
        Trigger | None, doc("What shows that it has come: a measure, a number and a window, or one text.")
    ] = None
    steps: Annotated[tuple[Text, ...], doc("What is done then, the last a decision or an end.", "end the place")] = ()


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


class TradeSecret(SpecGroup):
    """A trade secret that a party shows for the project, in words that do not give it away."""

    party: Annotated[BoundId | None, doc("The party whose secret it is, by its id.", "partner")] = None
    what: Annotated[Text | None, doc("What it is, without giving it away.", "the method of calibration")] = None
    reason: Annotated[Text | None, doc("Why it is kept secret.", "it makes a cheap sensor exact")] = None
