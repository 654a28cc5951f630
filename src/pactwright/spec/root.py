"""The whole spec: the facts of one project, as a city fills them in."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Literal, Self, TypeAlias

from pydantic import BeforeValidator

from pactwright.spec.addresses import last_key
from pactwright.spec.amounts import Money
from pactwright.spec.base import Date, Key, Line, Name, Ref, SpecGroup, Text, WordOf, doc, known, one_of
from pactwright.spec.choices import AnyChoice, Choice, Confirmation, ConfirmKey, Departure, Dispute, IssueKey, OpenFact
from pactwright.spec.money import Contribution, Funding, Milestone, MoneyRules, Procurement, Product, Reward
from pactwright.spec.parties import Outsider, Party, Sides
from pactwright.spec.placeholders import Doubt, doubt
from pactwright.spec.project import Clock, EndEvent, Governance, Pilot, Precondition, Project
from pactwright.spec.rights import Dataset, Ip
from pactwright.spec.settled import settled, unsettled
from pactwright.spec.terms import Languages, Paper, Risk, SpecialTerm, TradeSecret
from pactwright.spec.walk import Leaf, walked

if TYPE_CHECKING:
    from pactwright.textfile import Tree

ModelId: TypeAlias = Annotated[Name, BeforeValidator(known("unknown-model", "a model", "models"))]
PlaceId: TypeAlias = Annotated[Name, BeforeValidator(known("unknown-jurisdiction", "a jurisdiction", "jurisdictions"))]

SchemaWord = Literal["1"]
SchemaNumber: TypeAlias = Annotated[SchemaWord, one_of("schema", "a version of the spec", SchemaWord)]
Document: TypeAlias = Annotated[str, WordOf("documents", "document", "a document")]


class Spec(SpecGroup):
    """The facts of one project. What is left out is a gap in the draft, never a guess."""

    schema_version: Annotated[SchemaNumber, doc("The version of this form.", "1", alias="schema")]
    model: Annotated[ModelId | None, doc("The partnership model, by its id.", "startup-pilot")] = None
    jurisdiction: Annotated[PlaceId, doc("The place whose law applies, by its id.", "au-nsw")]
    documents: Annotated[tuple[Document, ...], doc("The documents to draft.", "pilot-agreement")] = ()
    date: Annotated[Date | None, doc("The date of the agreement.", "2026-12-01")] = None
    version: Annotated[Line | None, doc("The version of the draft.", "1")] = None
    project: Annotated[Project, doc("The project.")]
    sides: Annotated[Sides, doc("Common names, when several parties sign on one side.")] = Sides.model_construct()
    parties: Annotated[Mapping[Key, Party], doc("Who takes part, each under an id of its own.")]
    outsiders: Annotated[Mapping[Key, Outsider], doc("Who sets rules without signing.")] = {}
    money: Annotated[MoneyRules, doc("What holds for every amount.")] = MoneyRules.model_construct()
    contributions: Annotated[tuple[Contribution, ...], doc("What each party puts in.")] = ()
    rewards: Annotated[tuple[Reward, ...], doc("What parties get that is not money.")] = ()
    products: Annotated[tuple[Product, ...], doc("What a party may sell thanks to the project.")] = ()
    funding: Annotated[Funding, doc("The project's money.")] = Funding.model_construct()
    milestones: Annotated[Mapping[Key, Milestone], doc("Results by a day, each under an id of its own.")] = {}
    datasets: Annotated[Mapping[Key, Dataset], doc("The data sets, each under an id of its own.")] = {}
    ip: Annotated[Ip, doc("Intellectual property.")] = Ip.model_construct()
    procurement: Annotated[Procurement, doc("How the partner may lawfully be chosen.")] = Procurement.model_construct()
    pilot: Annotated[Pilot, doc("The pilot: when, what, where, how many.")] = Pilot.model_construct()
    conditions: Annotated[Mapping[Key, Precondition], doc("What must happen before the start.")] = {}
    end_events: Annotated[tuple[EndEvent, ...], doc("What ends the project.")] = ()
    clock: Annotated[Clock, doc("What starts the time that the project has.")] = Clock.model_construct()
    risks: Annotated[Mapping[Key, Risk], doc("Risks, each under an id of its own.")] = {}
    governance: Annotated[Governance, doc("Who sits where.")] = Governance.model_construct()
    papers: Annotated[tuple[Paper, ...], doc("Other papers of the same project.")] = ()
    languages: Annotated[Languages, doc("The languages of the document.")] = Languages.model_construct()
    trade_secrets: Annotated[
        tuple[TradeSecret, ...], doc("Trade secrets that parties show each other, for the log of them.")
    ] = ()
    special_terms: Annotated[tuple[SpecialTerm, ...], doc("Duties that no clause covers.")] = ()
    choices: Annotated[Mapping[IssueKey, AnyChoice], doc("Options of the library, by issue.")] = {}
    open: Annotated[tuple[OpenFact, ...], doc("Facts that are not known yet.")] = ()
    disputed: Annotated[tuple[Dispute, ...], doc("Facts on which sources differ.")] = ()
    confirmed: Annotated[
        Mapping[ConfirmKey, Confirmation],
        doc("What somebody has confirmed before signing, each under the name that the list of open points gives it."),
    ] = {}
    approvals: Annotated[tuple[Departure, ...], doc("What departs from a party's playbook and was approved.")] = ()
    sure: Annotated[
        tuple[Text, ...],
        doc("Addresses of texts that look like placeholders and are meant.", "parties.partner.name"),
    ] = ()

    def signing(self, side: str | None = None) -> Iterator[tuple[str, Party]]:
        """The parties that the document binds, with their ids, in the order of the spec; all sides if none is named."""
        for key, party in self.parties.items():
            if (party.is_signing or key in self.represented) and side in {None, party.side}:
                yield key, party

    @cached_property
    def represented(self) -> Mapping[str, str]:
        """The parties for which another one signs, each with that one's id: bound without a signature of their own.

        Nobody can bind a body that does not exist yet.
        """
        return {
            other: key
            for key, party in self.parties.items()
            for other in party.signs_for
            if party.is_signing and other in self.parties and other != key and not self.parties[other].formation
        }

    @cached_property
    def open_facts(self) -> frozenset[str]:
        """The facts that `open:` or `disputed:` names."""
        return frozenset(each.fact for each in self.open) | frozenset(each.fact for each in self.disputed)

    def is_open(self, address: str) -> bool:
        """Whether the spec itself says that a fact, or what it stands in, is not known; its absence is no mistake."""
        parts = address.split(".")
        return any(".".join(parts[:length]) in self.open_facts for length in range(1, len(parts) + 1))

    @cached_property
    def unsettled(self) -> frozenset[str]:
        """The addresses of the values that are given although their facts are listed as open or disputed."""
        return unsettled(self)

    @property
    def settled(self) -> Self:
        """The spec without these values, except those without which there is no spec."""
        return self._settled if self.unsettled else self

    @cached_property
    def _settled(self) -> Self:
        return settled(self, [tuple(each.split(".")) for each in self.unsettled])

    @cached_property
    def placeholders(self) -> Mapping[str, Doubt]:
        """The texts that say nothing yet, by their addresses, without those that `sure:` names."""
        found = ((address, doubt(text, last_key(address))) for address, text in self.texts)
        return {address: each for address, each in found if each and address not in self.sure}

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every value that the spec gives, walked once, with its address, in the order of the form."""
        return walked(self)

    @property
    def values(self) -> Iterator[tuple[str, object]]:
        """The same without the ids of its maps: address and value."""
        return ((leaf.address, leaf.value) for leaf in self.leaves if not leaf.is_id)

    @property
    def amounts(self) -> Iterator[tuple[str, Money]]:
        """Every amount of money, with its address."""
        return ((leaf.address, leaf.value) for leaf in self.leaves if isinstance(leaf.value, Money))

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text that a person typed as free text, with its address; of a choice its reason and its parameters."""
        return tuple(text for leaf in self.leaves for text in _texts(leaf))

    @property
    def references(self) -> Iterator[tuple[str, Ref, str]]:
        """Every text that names a party or an outsider, with the groups in which that may stand."""
        return ((leaf.address, leaf.ref, str(leaf.value)) for leaf in self.leaves if leaf.ref)

    def __copy__(self) -> Self:
        """The same facts; a changed copy is walked anew."""
        return self.model_construct(**{name: getattr(self, name) for name in type(self).model_fields})


def _texts(leaf: Leaf) -> Iterator[tuple[str, str]]:
    """The free text of a leaf, or the texts of a choice: its reason and its parameters."""
    if leaf.is_text:
        yield leaf.address, str(leaf.value)
    elif isinstance(leaf.value, Choice):
        yield from _texts_below(leaf.address, {"reason": leaf.value.reason, **leaf.value.parameters})


def _texts_below(address: str, tree: "Tree") -> Iterator[tuple[str, str]]:
    if isinstance(tree, str):
        yield address, tree
    below = enumerate(tree) if isinstance(tree, list) else tree.items() if isinstance(tree, dict) else ()
    for key, each in below:
        yield from _texts_below(f"{address}.{key}", each)
