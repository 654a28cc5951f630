"""What a house library changes without copying a file: its defaults, and what it takes out of use."""

from __future__ import annotations

from typing import Any

from pactwright.library.model import HouseDefault, Withdrawn
from pactwright.library.reading import Form, Listed, Problems, read

EXAMPLES = {
    "defaults.yml": "for example liability/cap: {option: low-fixed}",
    "playbook.yml": "for example party: public and issues: {liability/cap: {prefer: [price-multiple]}}",
    "withdrawn.yml": "for example withdrawn: [{id: liability/cap/low-fixed, reason: Our insurer asks for more.}]",
}
"""A line of each file as it may read, for whoever typed another."""


class _HouseForm(Form, extra="allow"):
    option: str = ""


class _WithdrawnForm(Form):
    id: str
    reason: str


class _WithdrawalsForm(Form):
    withdrawn: Listed[_WithdrawnForm] = ()


def defaults_from_house(tree: Any, problems: Problems) -> dict[str, HouseDefault]:  # noqa: ANN401 - a tree of text
    """defaults.yml: for each issue an option, values of parameters, or both."""
    forms = read(dict[str, _HouseForm], tree, problems)
    return {issue: HouseDefault(each.option, each.model_extra or {}, problems.marks) for issue, each in forms.items()}


def withdrawn_from(tree: Any, problems: Problems) -> dict[str, Withdrawn]:  # noqa: ANN401 - a tree of text
    """withdrawn.yml: the ids taken out of use ("topic/issue" or "topic/issue/option"), each with its reason."""
    forms = read(_WithdrawalsForm, tree, problems).withdrawn
    places = (problems.marks.place(f"withdrawn.{number}") for number in range(len(forms)))
    return {each.id: Withdrawn(each.id, each.reason, place) for each, place in zip(forms, places, strict=True)}
