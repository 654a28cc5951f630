"""Where the library comes from: the barriers to partnership, and the public resources that show ways out."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from pactwright.library.model import Barrier, Resource
from pactwright.library.reading import Form, Listed, Problems, Texts, read, word


class BarrierForm(Form):
    """The keys of a barrier."""

    title: str
    in_our_words: str
    answered_by: Texts = ()


class FigureForm(Form):
    """A figure of a resource, and how far it was checked."""

    figure: str = ""
    value: str = ""
    mark: Annotated[str, word(("verified", "general-knowledge", "our-design"))]


class ResourceForm(Form):
    """The keys of a resource."""

    title: str
    publisher: str
    year: str = ""
    teaches: Texts = ()
    figures: Listed[FigureForm] = ()
    read_at: Texts = ()
    verified: Annotated[str, word(("yes", "no", "partly"))]
    not_verified: str = ""
    checked_on: str = ""
    barriers: Annotated[Texts, Field(alias="answers_barriers")] = ()
    seeded_issues: Texts = ()
    seeded_models: Texts = ()
    planned_models: Texts = ()


def barriers_from(tree: Any, problems: Problems) -> dict[str, Barrier]:  # noqa: ANN401 - a tree of text
    """The barriers of seeds/barriers.yml, by id."""
    forms = read(dict[str, BarrierForm], tree, problems)
    return {
        name: Barrier(name, each.title, " ".join(each.in_our_words.split()), each.answered_by)
        for name, each in forms.items()
    }


def resource_from(tree: Any, problems: Problems, name: str) -> Resource:  # noqa: ANN401 - a tree of text
    """The resource of a file of seeds/resources."""
    form = read(ResourceForm, tree, problems)
    return Resource(name, form.title, form.publisher, form.teaches, form.read_at, form.verified, form.barriers)
