"""Other papers of the same project, its languages, and duties that no clause covers."""

from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Count, Date, Facts, Line, PartyId, Text, listed, told

RelationWord = Literal["replaces", "amends", "under", "beside"]
Relation: TypeAlias = Annotated[RelationWord, listed("paper-relation", "a relation to a paper", get_args(RelationWord))]


class Paper(Facts):
    """Another paper and what this document does to it."""

    title: Annotated[Line | None, told("Its title.", "Memorandum of understanding")] = None
    date: Annotated[Date | None, told("Its date.", "2025-05-01")] = None
    relation: Annotated[Relation | None, told("What this document does to it.", "replaces")] = None
    rank: Annotated[Count | None, told("Its place when papers differ; 1 comes first.", "1")] = None


class Languages(Facts):
    """The languages of the document."""

    prevails: Annotated[Line | None, told("The language that decides.", "English")] = None
    others: Annotated[tuple[Line, ...], told("Languages that it is also written in.", "Spanish")] = ()


class SpecialTerm(Facts):
    """A duty of one party that no clause of the library covers."""

    party: Annotated[PartyId | None, told("The party that has the duty, by its id.", "partner")] = None
    duty: Annotated[Text | None, told("What it does.", "train ten of the city's staff")] = None
    by: Annotated[Date | None, told("The day by which it is done.", "2027-05-01")] = None
    otherwise: Annotated[Text | None, told("What follows if it is not done.", "the city may hire a trainer")] = None
