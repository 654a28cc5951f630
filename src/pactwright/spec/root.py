"""The whole spec: the facts of one project, as a city fills them in."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Date, Facts, Key, Line, Name, listed, told
from pactwright.spec.choices import AnyChoice, Dispute, IssueKey, OpenPoint
from pactwright.spec.contributions import Contribution, Reward
from pactwright.spec.data import Dataset
from pactwright.spec.governance import Governance
from pactwright.spec.ip import Ip
from pactwright.spec.money import Funding, Milestone, MoneyRules
from pactwright.spec.papers import Languages, Paper, SpecialTerm
from pactwright.spec.parties import Outsider, Party, Sides, SideWord
from pactwright.spec.pilot import Clock, Condition, EndEvent, Pilot
from pactwright.spec.procurement import Procurement
from pactwright.spec.project import Project
from pactwright.spec.risks import Risk

SchemaWord = Literal["1"]
DocumentWord = Literal["mou", "pilot-agreement"]
SchemaNumber: TypeAlias = Annotated[SchemaWord, listed("schema", "a version of the spec", get_args(SchemaWord))]
Document: TypeAlias = Annotated[DocumentWord, listed("document", "a document", get_args(DocumentWord))]


class Spec(Facts, kw_only=True):
    """The facts of one project. What is left out is a gap in the draft, never a guess."""

    schema_version: Annotated[SchemaNumber, told("The version of this form.", "1", alias="schema")]
    model: Annotated[Name | None, told("The partnership model, by its id.", "startup-pilot")] = None
    jurisdiction: Annotated[Name, told("The place whose law applies, by its id.", "au-nsw")]
    documents: Annotated[tuple[Document, ...], told("The documents to draft.", "pilot-agreement")] = ()
    date: Annotated[Date | None, told("The date of the agreement.", "2026-12-01")] = None
    version: Annotated[Line | None, told("The version of the draft.", "1")] = None
    project: Annotated[Project, told("The project.")]
    sides: Annotated[Sides, told("Common names, when several parties sign on one side.")] = Sides()
    parties: Annotated[Mapping[Key, Party], told("Who takes part, each under an id of its own.")]
    outsiders: Annotated[Mapping[Key, Outsider], told("Who sets rules without signing.")] = {}
    money: Annotated[MoneyRules, told("What holds for every amount.")] = MoneyRules()
    contributions: Annotated[tuple[Contribution, ...], told("What each party puts in.")] = ()
    rewards: Annotated[tuple[Reward, ...], told("What parties get that is not money.")] = ()
    funding: Annotated[Funding, told("The project's money.")] = Funding()
    milestones: Annotated[Mapping[Key, Milestone], told("Results by a day, each under an id of its own.")] = {}
    datasets: Annotated[Mapping[Key, Dataset], told("The data sets, each under an id of its own.")] = {}
    ip: Annotated[Ip, told("Intellectual property.")] = Ip()
    procurement: Annotated[Procurement, told("How the partner may lawfully be chosen.")] = Procurement()
    pilot: Annotated[Pilot, told("The pilot: when, what, where, how many.")] = Pilot()
    conditions: Annotated[Mapping[Key, Condition], told("What must happen before the start.")] = {}
    end_events: Annotated[tuple[EndEvent, ...], told("What ends the project.")] = ()
    clock: Annotated[Clock, told("What starts the time that the project has.")] = Clock()
    risks: Annotated[Mapping[Key, Risk], told("Risks, each under an id of its own.")] = {}
    governance: Annotated[Governance, told("Who sits where.")] = Governance()
    papers: Annotated[tuple[Paper, ...], told("Other papers of the same project.")] = ()
    languages: Annotated[Languages, told("The languages of the document.")] = Languages()
    special_terms: Annotated[tuple[SpecialTerm, ...], told("Duties that no clause covers.")] = ()
    choices: Annotated[Mapping[IssueKey, AnyChoice], told("Options of the library, by issue.")] = {}
    open: Annotated[tuple[OpenPoint, ...], told("Facts that are not known yet.")] = ()
    disputed: Annotated[tuple[Dispute, ...], told("Facts on which sources differ.")] = ()

    def signing(self, side: SideWord | None = None) -> Iterator[tuple[str, Party]]:
        """The parties that the document binds, with their ids, in the order of the spec; all sides if none is named."""
        for key, party in self.parties.items():
            if party.is_signing and side in {None, party.side}:
                yield key, party
