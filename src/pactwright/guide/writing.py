"""A spec with what the guide recommends: the form of the model, with facts, open points and choices in their places."""

from __future__ import annotations

from pactwright.guide.advice import Advice
from pactwright.textfile import parsed
from pactwright.yaml_edits import with_value


def with_advice(form: str, advice: Advice) -> str:
    """The form of a model with what is recommended; its comments stay where they are."""
    text = form
    for address, value in advice.facts.items():
        text = with_value(text, tuple(address.split(".")), value)
    for each in advice.options:
        text = with_value(text, ("choices", each.issue, "option"), each.option)
        text = with_value(text, ("choices", each.issue, "reason"), each.tipped.reason)
    for address, owner in advice.open.items():
        text = _opened(text, address, owner)
    return text


def _opened(text: str, address: str, owner: str) -> str:
    """The text with one more open point, unless the form has it already."""
    tree, _ = parsed(text, "form")
    typed = tree.get("open")
    listed = typed if isinstance(typed, list) else []
    if any(isinstance(each, dict) and each.get("fact") == address for each in listed):
        return text
    number = str(len(listed))
    return with_value(with_value(text, ("open", number, "fact"), address), ("open", number, "owner"), owner)
