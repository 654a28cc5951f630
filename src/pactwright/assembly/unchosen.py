"""Values that nobody chose: defaults of the library that a document takes because its spec says nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pactwright.document import words

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext


@dataclass(frozen=True, slots=True)
class Unchosen:
    """A value that nobody chose: its address in a spec, the question that it answers, and the value as it prints."""

    address: str
    ask: str
    value: str


def unchosen(context: DraftContext) -> Iterator[Unchosen]:
    """Every default that takes effect in the document, issue by issue."""
    for selected in context.selection.issues.values():
        for name, value in selected.values.items() if selected.kinds else ():
            parameter = selected.issue.parameters[name]
            applies = context.holds(selected, parameter.when) is not False
            if name in selected.defaults and value is not None and applies:
                yield Unchosen(parameter.address, parameter.ask, words(context.parameter_runs(parameter, value)))
