"""Partnership models, from seeds/models: an option for each issue, with the reason."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from pactwright.library.conditions import When
from pactwright.library.issues import DefaultForm, defaults_from
from pactwright.library.model import Default, PartnershipModel
from pactwright.library.reading import NO_KEYS, Form, Listed, Mapped, Problems, Texts, read


def _choices_in_full(typed: Any) -> Any:  # noqa: ANN401 - as it is typed
    return [typed] if isinstance(typed, dict) else typed


class ModelForm(Form):
    """The keys of a model."""

    title: str
    question: str = ""
    resources: Texts = ()
    barriers: Texts = ()
    documents: Texts = ()
    requires: When = ()
    choices: Mapped[Annotated[Listed[DefaultForm], BeforeValidator(_choices_in_full)]] = NO_KEYS


def model_from(tree: Any, problems: Problems, name: str) -> PartnershipModel:  # noqa: ANN401 - a tree of text
    """The model of a text tree."""
    form = read(ModelForm, tree, problems)
    choices = {issue: _choices(each, issue, problems) for issue, each in form.choices.items()}
    return PartnershipModel(**{**vars(form), "choices": choices}, id=name, marks=problems.marks)


def _choices(forms: tuple[DefaultForm, ...], issue: str, problems: Problems) -> tuple[Default, ...]:
    """The options of an issue; one alone says why."""
    address = f"choices.{issue}"
    if f"{address}.0" not in problems.marks and forms and not forms[0].reason:
        problems.missing(address, "reason", "", 'add "reason:"')
    return defaults_from(forms, address, problems)
