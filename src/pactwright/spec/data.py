"""The project's data sets."""

from typing import Annotated, Literal, TypeAlias, get_args

from pactwright.spec.base import Facts, Line, PartyId, Text, YesNo, listed, told

ClassWord = Literal["city", "partner", "project", "third-party"]
PersonalWord = Literal["no", "possible", "yes", "sensitive"]
KindWord = Literal[
    "movement", "video", "audio", "energy", "usage", "feedback", "administrative", "environmental", "other"
]
SharingWord = Literal["open", "shared", "closed"]

Class: TypeAlias = Annotated[ClassWord, listed("data-class", "a class of data", get_args(ClassWord))]
Personal: TypeAlias = Annotated[
    PersonalWord, listed("data-personal", "an answer to whether data are personal", get_args(PersonalWord))
]
Kind: TypeAlias = Annotated[KindWord, listed("data-kind", "a kind of data", get_args(KindWord))]
Sharing: TypeAlias = Annotated[SharingWord, listed("data-sharing", "a way to share data", get_args(SharingWord))]


class Dataset(Facts):
    """One set of data that the project uses or makes."""

    name: Annotated[Line | None, told("What it is called.", "Air readings")] = None
    class_: Annotated[
        Class | None,
        told("Whose it is from the start, or project for data that the project makes.", "project", alias="class"),
    ] = None
    personal: Annotated[Personal | None, told("Whether it is about people who can be known.", "no")] = None
    kinds: Annotated[tuple[Kind, ...], told("What it holds.", "environmental")] = ()
    about: Annotated[Text | None, told("What it says, in words.", "fine dust by minute and place")] = None
    source: Annotated[Text | None, told("Where it comes from.", "the sensors on the poles")] = None
    frequency: Annotated[Line | None, told("How often it comes.", "every minute")] = None
    format: Annotated[Line | None, told("Its form.", "CSV by API")] = None
    holder: Annotated[PartyId | None, told("The party that keeps it, by its id.", "partner")] = None
    controller: Annotated[PartyId | None, told("The party that decides about it, by its id.", "city")] = None
    processor: Annotated[PartyId | None, told("The party that handles it for the other, by its id.", "partner")] = None
    purpose: Annotated[Text | None, told("What it is used for.", "a map of the air at the kerb")] = None
    people: Annotated[Text | None, told("Whom it is about.", "people who walk past")] = None
    retention: Annotated[Text | None, told("How long it is kept.", "12 months")] = None
    sharing: Annotated[Sharing | None, told("Who may have it.", "open")] = None
    public_space: Annotated[YesNo | None, told("Whether it is taken in public space.", "yes")] = None
    kept_in: Annotated[tuple[Line, ...], told("The places where it is kept.", "Sydney, Australia")] = ()
    leaves_place: Annotated[YesNo | None, told("Whether it leaves the country or state.", "no")] = None
    indigenous: Annotated[YesNo | None, told("Whether it is about First Nations people or land.", "no")] = None
    subprocessors: Annotated[tuple[Line, ...], told("Who else handles it.", "Example Cloud Pty Ltd")] = ()
