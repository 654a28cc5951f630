"""Who takes part: the parties, how each side is called, and bodies that set rules without signing."""

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import (
    Date,
    Email,
    Facts,
    Line,
    Money,
    PartyId,
    Percent,
    Text,
    YesNo,
    listed,
    told,
)

SideWord = Literal["public", "partner", "independent"]
KindWord = Literal[
    "council",
    "municipal-company",
    "agency",
    "state-body",
    "office-holder",
    "company",
    "sole-trader",
    "partnership",
    "university",
    "non-profit",
    "community-body",
    "alliance",
    "first-nation-body",
    "utility",
]
RoleWord = Literal["lead", "host", "deliverer", "supplier", "evaluator", "convenor", "funder", "observer"]
PartWord = Literal["funder", "regulator", "host"]

SideOf: TypeAlias = Annotated[SideWord, listed("party-side", "a side", get_args(SideWord))]
Kind: TypeAlias = Annotated[KindWord, listed("party-kind", "a kind of party", get_args(KindWord))]
Role: TypeAlias = Annotated[RoleWord, listed("party-role", "a role", get_args(RoleWord))]
Part: TypeAlias = Annotated[PartWord, listed("outsider-part", "a part of an outsider", get_args(PartWord))]


class Department(Facts):
    """A part of a party that has duties of its own."""

    name: Annotated[Line | None, told("The department.", "City Transport")] = None
    duties: Annotated[Text | None, told("What it does in the project.", "Grants access to the poles")] = None


class Formation(Facts):
    """A party that does not exist yet."""

    stands_in: Annotated[PartyId | None, told("The party that stands in until it exists, by its id.", "founder")] = None
    by: Annotated[Date | None, told("The day by which it should exist.", "2026-12-01")] = None


class Approval(Facts):
    """The decision on which a public body's signature rests."""

    body: Annotated[Line | None, told("Who decided.", "the full council")] = None
    date: Annotated[Date | None, told("When it was decided.", "2026-11-10")] = None
    reference: Annotated[Line | None, told("How the decision is filed.", "minute 2026/114")] = None


class Person(Facts):
    """The person who speaks for a party day by day."""

    name: Annotated[Line | None, told("The person's name.", "Alex Example")] = None
    title: Annotated[Line | None, told("The person's position.", "Manager, Smart City")] = None
    email: Annotated[Email | None, told("Where to write to.", "alex@council.example")] = None


class Signatory(Facts):
    """A person who signs for a party."""

    name: Annotated[Line | None, told("The person's name.", "Sam Example")] = None
    title: Annotated[Line | None, told("The person's position.", "General Manager")] = None


class Party(Facts):
    """A body or person that takes part."""

    name: Annotated[Line, told("The full legal name.", "Example City Council")]
    side: Annotated[SideOf, told("Whose side the party stands on.", "public")]
    kind: Annotated[Kind, told("What the party is in law.", "council")]
    called: Annotated[Line, told("What the document calls it, with its article.", "the Council")]
    registration: Annotated[Line | None, told("Its number in a public register.", "ABN 12 345 678 901")] = None
    place: Annotated[Line | None, told("Where it was formed or is based.", "New South Wales")] = None
    address: Annotated[Text | None, told("Where letters reach it.", "1 Example Street, Exampleton NSW 2000")] = None
    email: Annotated[Email | None, told("Where notices by email reach it.", "notices@council.example")] = None
    roles: Annotated[tuple[Role, ...], told("What it does in the project.", "host")] = ()
    signs: Annotated[
        YesNo | None,
        told("Whether it signs; left out, public bodies and partners sign and independents do not.", "yes"),
    ] = None
    signs_for: Annotated[tuple[PartyId, ...], told("The parties that it signs for, by their ids.", "partner-two")] = ()
    authority: Annotated[Text | None, told("What lets it sign for others.", "power of attorney, 1 October 2026")] = None
    ambition: Annotated[Text | None, told("What it hopes to get from the project.", "A first reference city")] = None
    small_business: Annotated[YesNo | None, told("Whether it is a small business.", "yes")] = None
    members: Annotated[tuple[Line, ...], told("The bodies that an alliance is made of.", "Example University")] = ()
    departments: Annotated[tuple[Department, ...], told("Its departments with duties of their own.")] = ()
    formation: Annotated[Formation | None, told("Only for a party that does not exist yet.")] = None
    approval: Annotated[Approval | None, told("The decision on which its signature rests.")] = None
    lead: Annotated[Person | None, told("Who speaks for it day by day.")] = None
    signatories: Annotated[tuple[Signatory, ...], told("Who signs for it.")] = ()

    @property
    def is_signing(self) -> bool:
        """Whether it is bound by the document: as `signs` says; else if it exists and stands on a side."""
        if self.signs is not None:
            return self.signs
        return self.side != "independent" and self.formation is None


class Collective(Facts):
    """What the document calls the parties of one side."""

    one: Annotated[Line | None, told("One of them, without an article.", "Council")] = None
    many: Annotated[Line | None, told("Several of them.", "Councils")] = None


class Sides(Facts):
    """The common names, needed when several parties sign on one side."""

    public: Annotated[Collective | None, told("The public side.")] = None
    partner: Annotated[Collective | None, told("The partners.")] = None


class Outsider(Facts):
    """A body that sets rules for the project and does not sign."""

    name: Annotated[Line | None, told("Its full name.", "Example State Transport Authority")] = None
    part: Annotated[Part | None, told("What it has to do with the project.", "funder")] = None
    reference: Annotated[Line | None, told("Its paper, such as a grant agreement.", "Grant SC-2026-17")] = None
    amount: Annotated[Money | None, told("What it gives.", "AUD 80,000")] = None
    match_pct: Annotated[Percent | None, told("The share that the parties must add.", "50")] = None
    rates: Annotated[Mapping[PartyId, Percent], told("The share of its cost that each party gets back.")] = {}
    refund_unspent: Annotated[YesNo | None, told("Whether money that is not spent goes back.", "yes")] = None
    terms: Annotated[tuple[Text, ...], told("Its rules that bind the parties.", "Show the funder's logo")] = ()
