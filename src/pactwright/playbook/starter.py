"""The start of a playbook, made of where the library's options stand: a first guess to be argued with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pactwright.library.model import Issue, Library
from pactwright.resources import data_root

OWN: Final[Mapping[str, tuple[str, str]]] = {"public": ("lean-city", "city"), "partner": ("lean-partner", "partner")}
"""Of each side: what leans to it, and what is written for it."""
MIDDLE: Final = ("balanced", "model")


def starter(library: Library, side: str, party: str, issues: Iterable[str] = ()) -> str:
    """The text of a playbook for a side, of some issues or of all.

    It prefers what leans to the side, accepts what is balanced, follows a way of working or is written for the side,
    and never wants what is written for the other side; what leans to the other side needs approval.
    """
    head = (data_root() / "templates" / "playbook.yml").read_text("utf-8").rstrip()
    wanted = tuple(issues) or tuple(library.issues)
    lines = [head, "schema: 1", f"party: {party}", "issues:"]
    for name in wanted:
        lines += _position(library, library.issues[name], side)
    return "".join(f"{line}\n" for line in lines)


def _position(library: Library, issue: Issue, side: str) -> Iterator[str]:
    [other] = [each for each in OWN if each != side]
    options = library.options[issue.id].values()
    lists = {
        "prefer": [each.id for each in options if each.stance == OWN[side][0]],
        "accept": [each.id for each in options if each.stance in {*MIDDLE, OWN[side][1]}],
        "never": [each.id for each in options if each.stance == OWN[other][1]],
    }
    if not lists["prefer"]:
        balanced = [each.id for each in options if each.stance == MIDDLE[0]]
        lists["prefer"], lists["accept"] = balanced, [each for each in lists["accept"] if each not in balanced]
    yield f"  {issue.id}: # {issue.question}"
    yield "    weight: 1"
    yield from (f"    {key}: [{', '.join(named)}]" for key, named in lists.items() if named)
