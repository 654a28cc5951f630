"""A part of a template as steps: text, names, conditions and loops, which is all that most templates hold.

Steps are plain data, so that a wheel can carry those of the built-in template; they are taken without jinja2.

    "<w:p>"                                      print this text
    ("print", "party", "name")                   print the value of a name
    ("if", "is_draft", (...))                    take these steps when it is true
    ("for", "party", "parties", (...))           take these steps with each of them under a name
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
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
        return "".join(_printed(self.steps, names))


def _printed(steps: Sequence[Step], names: Names) -> Iterator[str]:
    for step in steps:
        if isinstance(step, str):
            yield step
        else:
            kind, *words = step
            yield from _TAKEN[str(kind)](names, *words)


def _value(names: Names, name: str, *below: str) -> Iterator[str]:
    value = names[name]
    for each in below:
        value = value[each]
    yield value.__html__()


def _when(names: Names, name: str, steps: Sequence[Step]) -> Iterator[str]:
    return _printed(steps, names) if names[name] else iter(())


def _each(names: Names, name: str, rows: str, steps: Sequence[Step]) -> Iterator[str]:
    for row in names[rows]:
        yield from _printed(steps, {**names, name: row})


_TAKEN: Mapping[str, Callable[..., Iterator[str]]] = {"print": _value, "if": _when, "for": _each}
