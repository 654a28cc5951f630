"""Who takes part: the parties, how each side is called, and bodies that set rules without signing."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BeforeValidator

from pactwright.spec.base import (
    BoundId,
    Date,
    Email,
    Line,
    Money,
    Name,
    PartyId,
    Percent,
    SpecGroup,
    Text,
    WordOf,
    YesNo,
    doc,
    known,
    one_of,
)
from pactwright.spec.money import Route

SideOf: TypeAlias = Annotated[str, WordOf("sides", "party-side", "a side")]
Kind: TypeAlias = Annotated[str, WordOf("kinds", "party-kind", "a kind of party")]
Role: TypeAlias = Annotated[str, WordOf("party_roles", "party-role", "a role")]
Secretary: TypeAlias = Annotated[
    str, WordOf("company_secretaries", "company-secretary", "an answer who its secretary is")
]
LawPlace: TypeAlias = Annotated[Name, BeforeValidator(known("place-of-law", "a place of law", "law_places"))]
OTHER: Final = "other"
"""A place whose law the library does not know, and a kind of party for which it has no form."""
Part: TypeAlias = Annotated[str, WordOf("outsider_roles", "outsider-part", "a part of an outsider")]


class Department(SpecGroup):
    """A part of a party that has duties of its own."""

    name: Annotated[Line | None, doc("The department.", "City Transport")] = None
    duties: Annotated[Text | None, doc("What it does in the project.", "Grants access to the poles")] = None


class Formation(SpecGroup):
    """A party that does not exist yet."""

    stands_in: Annotated[PartyId | None, doc("The party that stands in until it exists, by its id.", "founder")] = None
    by: Annotated[Date | None, doc("The day by which it should exist.", "2026-12-01")] = None


class Approval(SpecGroup):
    """The decision on which a public body's signature rests."""

    body: Annotated[Line | None, doc("Who decided.", "the full council")] = None
    date: Annotated[Date | None, doc("When it was decided.", "2026-11-10")] = None
    reference: Annotated[Line | None, doc("How the decision is filed.", "minute 2026/114")] = None
    amount: Annotated[
        Money | None, doc("Up to which amount it allows to pay, all that a clause may add included.", "AUD 200,000")
    ] = None


class Purchase(SpecGroup):
    """How one of several public bodies buys for itself."""

    route: Annotated[Route | None, doc("Its own route.", "below-threshold")] = None
    notice: Annotated[Line | None, doc("Where it was announced.", "tender portal, notice 2026-88")] = None
    pilot_value: Annotated[Money | None, doc("What its own part is worth.", "AUD 25,000")] = None
    options_value: Annotated[Money | None, doc("What its own options are worth together.", "nil")] = None
    reason: Annotated[Text | None, doc("Why its route is right.", "three quotes were compared")] = None


class Person(SpecGroup):
    """The person who speaks for a party day by day."""

    name: Annotated[Line | None, doc("The person's name.", "Alex Example")] = None
    title: Annotated[Line | None, doc("The person's position.", "Manager, Smart City")] = None
    email: Annotated[Email | None, doc("Where to write to.", "alex@council.example")] = None


class OwnLaw(SpecGroup):
    """The law of a party in a place that the library does not know, as a sentence would name it."""

    information_act: Annotated[
        Line | None, doc("The act by which the public may ask it for information.", "the Wet open overheid")
    ] = None
    records_act: Annotated[Line | None, doc("The act by which it keeps records.", "the Archiefwet 1995")] = None
    procurement_act: Annotated[Line | None, doc("The act by which it buys.", "the Aanbestedingswet 2012")] = None


class Signatory(SpecGroup):
    """A person who signs for a party."""

    name: Annotated[Line | None, doc("The person's name.", "Sam Example")] = None
    title: Annotated[Line | None, doc("The person's position.", "General Manager")] = None


class Party(SpecGroup):
    """A body or person that takes part."""

    name: Annotated[Line, doc("The full legal name.", "Example City Council")]
    side: Annotated[SideOf, doc("Whose side the party stands on.", "public")]
    kind: Annotated[Kind, doc("What the party is in law.", "council")]
    called: Annotated[Line, doc("What the document calls it, with its article.", "the Council")]
    registration: Annotated[Line | None, doc("Its number in a public register.", "ABN 12 345 678 901")] = None
    place: Annotated[Line | None, doc("Where it was formed or is based.", "New South Wales")] = None
    place_of_law: Annotated[
        LawPlace | None,
        doc("The place whose law it is under, by its id, or other; left out, that of the agreement.", "us-ca"),
    ] = None
    public_body: Annotated[
        YesNo | None,
        doc("Whether the law of that place treats it as a public body; left out, its kind says so there.", "yes"),
    ] = None
    own_law: Annotated[OwnLaw | None, doc("Only where place_of_law is other: the names of its acts.")] = None
    address: Annotated[Text | None, doc("Where letters reach it.", "1 Example Street, Exampleton NSW 2000")] = None
    email: Annotated[Email | None, doc("Where notices by email reach it.", "notices@council.example")] = None
    roles: Annotated[tuple[Role, ...], doc("What it does in the project.", "host")] = ()
    signs: Annotated[
        YesNo | None,
        doc("Whether it signs; left out, public bodies and partners sign and independents do not.", "yes"),
    ] = None
    signs_for: Annotated[tuple[PartyId, ...], doc("The parties that it signs for, by their ids.", "partner-two")] = ()
    authority: Annotated[Text | None, doc("What lets it sign for others.", "power of attorney, 1 October 2026")] = None
    ambition: Annotated[Text | None, doc("What it hopes to get from the project.", "A first reference city")] = None
    company_secretary: Annotated[
        Secretary | None,
        doc("Of a company with one director who signs: who its company secretary is: same, none or other.", "same"),
    ] = None
    small_business: Annotated[YesNo | None, doc("Whether it is a small business.", "yes")] = None
    members: Annotated[tuple[Line, ...], doc("The bodies that an alliance is made of.", "Example University")] = ()
    departments: Annotated[tuple[Department, ...], doc("Its departments with duties of their own.")] = ()
    formation: Annotated[Formation | None, doc("Only for a party that does not exist yet.")] = None
    approval: Annotated[Approval | None, doc("The decision on which its signature rests.")] = None
    purchase: Annotated[Purchase | None, doc("Only where each public body buys for itself.")] = None
    lead: Annotated[Person | None, doc("Who speaks for it day by day.")] = None
    signatories: Annotated[tuple[Signatory, ...], doc("Who signs for it.")] = ()
    opening: Annotated[
        Line | None,
        doc(
            "Only for the kind other, or where place_of_law is other: the words over its signature.",
            "Signed for the Port Board by two of its members",
        ),
    ] = None

    @property
    def is_signing(self) -> bool:
        """Whether it is bound by the document: as `signs` says; else if it exists and stands on a side."""
        if self.signs is not None:
            return self.signs
        return self.side != "independent" and self.formation is None


ArticleWord = Literal["a", "an"]
Article: TypeAlias = Annotated[ArticleWord, one_of("called-with", "an article", ArticleWord)]


class Collective(SpecGroup):
    """What the document calls the parties of one side."""

    one: Annotated[Line | None, doc("One of them, without an article.", "Member")] = None
    many: Annotated[Line | None, doc("Several of them.", "Members")] = None
    called_with: Annotated[
        Article | None, doc("The article before one of them, a or an, where the rules of sound do not know it.", "an")
    ] = None


class Sides(SpecGroup):
    """The common names, needed when several parties sign on one side."""

    public: Annotated[Collective | None, doc("The public side.")] = None
    partner: Annotated[Collective | None, doc("The partners.")] = None


class Outsider(SpecGroup):
    """A body that sets rules for the project and does not sign."""

    name: Annotated[Line | None, doc("Its full name.", "Example State Transport Authority")] = None
    part: Annotated[Part | None, doc("What it has to do with the project.", "funder")] = None
    reference: Annotated[Line | None, doc("Its paper, such as a grant agreement.", "Grant SC-2026-17")] = None
    recipient: Annotated[BoundId | None, doc("Only for a funder: the party that it pays, by its id.", "city")] = None
    amount: Annotated[Money | None, doc("What it gives.", "AUD 80,000")] = None
    match_pct: Annotated[Percent | None, doc("The share that the parties must add.", "50")] = None
    rates: Annotated[Mapping[PartyId, Percent], doc("The share of its cost that each party gets back.")] = {}
    refund_unspent: Annotated[YesNo | None, doc("Whether money that is not spent goes back.", "yes")] = None
    publish: Annotated[YesNo | None, doc("Whether its rules call for findings to be published.", "yes")] = None
    open_licence: Annotated[YesNo | None, doc("Whether its rules call for an open licence of results.", "no")] = None
    terms: Annotated[tuple[Text, ...], doc("Its rules that bind the parties.", "Show the funder's logo")] = ()
