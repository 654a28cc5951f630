"""A part of a template as steps: text, names, conditions and loops, which is all that most templates hold.

Steps are plain data, so that a wheel can carry those of the built-in template; they are taken without jinja2.

    "<w:p>"                                      print this text
    ("print", "party", "name")                   print the value of a name
    ("if", "is_draft", (...))                    take these steps when it is true
    ("for", "party", "parties", (...))           take these steps with each of them under a name
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

Step: TypeAlias = "str | Sequence[Step]"
Names: TypeAlias = Mapping[str, Any]  # what a context gives a template: words, booleans, rows of words


@dataclass(frozen=True, slots=True)
class Steps:
    """Steps to take in turn; every name in them is one that the context has."""

    steps: Sequence[Step]

    def render(self, names: Names) -> str:
        """The part with the values of the names in it."""
        printed: list[str] = []
        _take(self.steps, names, printed)
        return "".join(printed)


def _take(steps: Sequence[Step], names: Names, printed: list[str]) -> None:
    """Takes the steps, adding to what is printed."""
    for step in steps:
        if isinstance(step, str):
            printed.append(step)
        else:
            kind, *words = step
            _TAKEN[str(kind)](names, printed, *words)


def _value(names: Names, printed: list[str], name: str, *below: str) -> None:
    value = names[name]
    for each in below:
        value = value[each]
    printed.append(value.__html__())


def _when(names: Names, printed: list[str], name: str, steps: Sequence[Step]) -> None:
    if names[name]:
        _take(steps, names, printed)


def _each(names: Names, printed: list[str], name: str, rows: str, steps: Sequence[Step]) -> None:
    for row in names[rows]:
        _take(steps, {**names, name: row}, printed)


_TAKEN: Mapping[str, Callable[..., None]] = {"print": _value, "if": _when, "for": _each}
