"""The project: what it is for and how one will know that it worked."""

from typing import Annotated

from pactwright.spec.base import Facts, Line, Text, told


class Outcome(Facts):
    """One change that the project should bring, and how it is measured."""

    text: Annotated[Text | None, told("What should be different afterwards.", "Fewer trucks circle for a space")] = None
    indicator: Annotated[Text | None, told("What is measured.", "Minutes a truck looks for a space")] = None
    baseline: Annotated[Text | None, told("The value before the project.", "11 minutes")] = None
    target: Annotated[Text | None, told("The value that is aimed at.", "7 minutes")] = None


class Project(Facts):
    """The project in the words of the city."""

    title: Annotated[Line, told("The name of the project, on one line.", "Kerb-side air quality pilot")]
    description: Annotated[
        Text | None, told("What will be done, in a few sentences.", "Forty sensors measure the air along two streets.")
    ] = None
    problem: Annotated[
        Text | None, told("The problem that the project answers.", "Nobody knows how bad the air is at the kerb.")
    ] = None
    public_benefit: Annotated[
        Text | None, told("What the public gets from it.", "People can choose cleaner ways to walk.")
    ] = None
    outcomes: Annotated[tuple[Outcome, ...], told("The changes that are aimed at, each with a measure.")] = ()
