"""Data sets, and intellectual property: what each party brings, and who owns what is made."""

from typing import Annotated, Literal, TypeAlias

from pactwright.spec.base import BoundId, HolderId, Line, SpecGroup, Text, WordOf, YesNo, doc, one_of

ClassWord = Literal["city", "partner", "project", "third-party"]
PersonalWord = Literal["no", "possible", "yes", "sensitive"]
SharingWord = Literal["open", "shared", "closed"]

Class: TypeAlias = Annotated[ClassWord, one_of("data-class", "a class of data", ClassWord)]
Personal: TypeAlias = Annotated[
    PersonalWord, one_of("data-personal", "an answer to whether data are personal", PersonalWord)
]
DataKind: TypeAlias = Annotated[str, WordOf("data_kinds", "data-kind", "a kind of data")]
Sharing: TypeAlias = Annotated[SharingWord, one_of("data-sharing", "a way to share data", SharingWord)]


class Dataset(SpecGroup):
    """One set of data that the project uses or makes."""

    name: Annotated[Line | None, doc("What it is called.", "Air readings")] = None
    class_: Annotated[
        Class | None,
        doc("Whose it is from the start, or project for data that the project makes.", "project", alias="class"),
    ] = None
    personal: Annotated[Personal | None, doc("Whether it is about people who can be known.", "no")] = None
    kinds: Annotated[tuple[DataKind, ...], doc("What it holds.", "environmental")] = ()
    about: Annotated[Text | None, doc("What it says, in words.", "fine dust by minute and place")] = None
    source: Annotated[Text | None, doc("Where it comes from.", "the sensors on the poles")] = None
    frequency: Annotated[Line | None, doc("How often it comes.", "every minute")] = None
    format: Annotated[Line | None, doc("Its form.", "CSV by API")] = None
    quality: Annotated[
        Text | None,
        doc("What limits its quality, and what a reference is calibrated to, since when.", "within 20% at the kerb"),
    ] = None
    holder: Annotated[HolderId | None, doc("The party or outsider that keeps it, by its id.", "partner")] = None
    controller: Annotated[HolderId | None, doc("The party or outsider that decides about it, by its id.", "city")] = (
        None
    )
    processor: Annotated[BoundId | None, doc("The party that handles it for the other, by its id.", "partner")] = None
    purpose: Annotated[Text | None, doc("What it is used for.", "a map of the air at the kerb")] = None
    people: Annotated[Text | None, doc("Whom it is about.", "people who walk past")] = None
    retention: Annotated[Text | None, doc("How long it is kept.", "12 months")] = None
    sharing: Annotated[Sharing | None, doc("Who may have it.", "open")] = None
    public_space: Annotated[YesNo | None, doc("Whether it is taken in public space.", "yes")] = None
    kept_in: Annotated[tuple[Line, ...], doc("The places where it is kept.", "Sydney, Australia")] = ()
    leaves_place: Annotated[YesNo | None, doc("Whether it leaves the country or state.", "no")] = None
    indigenous: Annotated[YesNo | None, doc("Whether it is about First Nations people or land.", "no")] = None
    subprocessors: Annotated[tuple[Line, ...], doc("Who else handles it.", "Example Cloud Pty Ltd")] = ()


class Background(SpecGroup):
    """Something protected that a party brings along."""

    party: Annotated[BoundId | None, doc("The party that owns it, by its id.", "partner")] = None
    item: Annotated[Text | None, doc("What it is.", "sensor firmware, version 3")] = None
    restrictions: Annotated[Text | None, doc("What must not be done with it.", "no source code")] = None


class IpItem(SpecGroup):
    """Something protected that the project makes, with its owner."""

    item: Annotated[Text | None, doc("What it is.", "the map of the air")] = None
    owner: Annotated[BoundId | None, doc("The party that owns it, by its id.", "city")] = None
    field: Annotated[Line | None, doc("The field of use that the owner has.", "public services")] = None
    territory: Annotated[Line | None, doc("Where that holds.", "Australia")] = None
    term: Annotated[Line | None, doc("How long that holds.", "as long as it is protected")] = None


class Ip(SpecGroup):
    """Intellectual property in the project."""

    background: Annotated[tuple[Background, ...], doc("What each party brings along.")] = ()
    items: Annotated[tuple[IpItem, ...], doc("What the project makes, with its owner.")] = ()
