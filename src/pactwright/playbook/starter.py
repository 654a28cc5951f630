"""The start of a playbook, made of where the library's options stand: a first guess to be argued with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pactwright.errors import UsageError
from pactwright.findings import nearest
from pactwright.library.model import Issue, Library
from pactwright.library.words import ends_of
from pactwright.resources import data_root

LEANS: Final = "lean-"
"""Stands before the end of the line of stances to which an option leans."""
BALANCED: Final = "balanced"


def starter(library: Library, side: str, party: str, issues: Iterable[str] = ()) -> str:
    """The text of a playbook for a side, of some issues or of all.

    It prefers what leans to the side, accepts what is balanced, follows a way of working or is written for the side,
    and never wants what is written for the other side; what leans to the other side needs approval. Raises UsageError
    for a side that no option is written for.
    """
    ends = {side: end for end, side in ends_of(library.vocabulary).items()}
    if side not in ends:
        message = f'"{side}" is no side with a playbook; one of {", ".join(ends)}; {nearest(side, ends)}'.rstrip("; ")
        raise UsageError(message)
    [other] = [end for name, end in ends.items() if name != side]
    head = (data_root() / "templates" / "playbook.yml").read_text("utf-8").rstrip()
    lines = [head, "schema: 1", f"party: {party}", "issues:"]
    for name in tuple(issues) or tuple(library.issues):
        lines += _position(library, library.issues[name], ends[side], other)
    return "".join(f"{line}\n" for line in lines)


def _position(library: Library, issue: Issue, own: str, other: str) -> Iterator[str]:
    options = library.options[issue.id].values()
    lists = {
        "prefer": [each.id for each in options if each.stance == f"{LEANS}{own}"],
        "accept": [each.id for each in options if not each.stance.endswith((f"{LEANS}{own}", other))],
        "never": [each.id for each in options if each.stance == other],
    }
    if not lists["prefer"]:
        balanced = [each.id for each in options if each.stance == BALANCED]
        lists["prefer"], lists["accept"] = balanced, [each for each in lists["accept"] if each not in balanced]
    yield f"  {issue.id}: # {issue.question}"
    yield "    weight: 1"
    yield from (f"    {key}: [{', '.join(named)}]" for key, named in lists.items() if named)
