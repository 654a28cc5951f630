"""Where the library comes from: barriers to partnership, resources that show ways out, and the models they seeded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from pactwright.library.conditions import When
from pactwright.library.issues import DefaultForm, defaults_from
from pactwright.library.model import Barrier, Default, PartnershipModel, Resource
from pactwright.library.reading import NO_KEYS, Form, Listed, Mapped, Problems, Texts, read, word


class _BarrierForm(Form):
    title: str
    in_our_words: str
    answered_by: Texts = ()


class _FigureForm(Form):
    figure: str = ""
    value: str = ""
    mark: Annotated[str, word(("verified", "general-knowledge", "our-design"))]


class _ResourceForm(Form):
    title: str
    publisher: str
    year: str = ""
    teaches: Texts = ()
    figures: Listed[_FigureForm] = ()
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
    forms = read(dict[str, _BarrierForm], tree, problems)
    return {
        name: Barrier(name, each.title, " ".join(each.in_our_words.split()), each.answered_by)
        for name, each in forms.items()
    }


def resource_from(tree: Any, problems: Problems, name: str) -> Resource:  # noqa: ANN401 - a tree of text
    """The resource of a file of seeds/resources."""
    form = read(_ResourceForm, tree, problems)
    return Resource(name, form.title, form.publisher, form.teaches, form.read_at, form.verified, form.barriers)


def _choices_in_full(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    return [typed] if isinstance(typed, dict) else typed


class _ModelForm(Form):
    title: str
    question: str = ""
    resources: Texts = ()
    barriers: Texts = ()
    documents: Texts = ()
    requires: When = ()
    parent: Annotated[str, Field(alias="from")] = ""
    choices: Mapped[Annotated[Listed[DefaultForm], BeforeValidator(_choices_in_full)]] = NO_KEYS


def model_from(tree: Any, problems: Problems, name: str) -> PartnershipModel:  # noqa: ANN401 - a tree of text
    """The model of a text tree."""
    form = read(_ModelForm, tree, problems)
    choices = {issue: _choices(each, issue, problems) for issue, each in form.choices.items()}
    return PartnershipModel(**{**vars(form), "choices": choices}, id=name, marks=problems.marks)


def over_its_parent(model: PartnershipModel, models: Mapping[str, PartnershipModel]) -> PartnershipModel:
    """A model with what it takes from the one that it starts from: choices, required facts, resources, documents."""
    own, parent = tuple(model.choices), models.get(model.parent)
    if not parent:
        return replace(model, own=own)
    return replace(
        model,
        own=own,
        documents=model.documents or parent.documents,
        requires=(*parent.requires, *model.requires),
        choices={**parent.choices, **model.choices},
        resources=tuple(dict.fromkeys((*parent.resources, *model.resources))),
        barriers=tuple(dict.fromkeys((*parent.barriers, *model.barriers))),
    )


def _choices(forms: tuple[DefaultForm, ...], issue: str, problems: Problems) -> tuple[Default, ...]:
    """The options of an issue; one alone says why."""
    address = f"choices.{issue}"
    if f"{address}.0" not in problems.marks and forms and not forms[0].reason:
        problems.missing(address, "reason", "", 'add "reason:"')
    return defaults_from(forms, address, problems)
