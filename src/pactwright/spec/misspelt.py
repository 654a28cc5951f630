"""A spec with the keys that were meant in the place of misspelt ones, so that a misspelt group is one finding.

Without that, all that stands under the group would be missing, and all that names a part of it would be wrong.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pactwright.spec.root import Spec
from pactwright.validation import Problem, problems_in

if TYPE_CHECKING:
    from pactwright.findings import Finding, SourceMap
    from pactwright.textfile import Tree


@dataclass(frozen=True, slots=True)
class Meant:
    """A tree as it was meant, a finding for each key that was misspelt, and how addresses in it were typed."""

    tree: dict[str, Tree]
    findings: tuple[Finding, ...]
    typed: Mapping[str, str]
    marks: SourceMap

    def placed(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Findings on the tree, those under a key that was misspelt with the place at which it was typed."""
        for finding in findings:
            address = _typed(finding.address, self.typed)
            is_moved = address != finding.address and not finding.place
            yield replace(finding, place=self.marks.place(address)) if is_moved else finding


def as_meant(tree: dict[str, Tree], marks: SourceMap, vocabulary: Mapping[str, tuple[str, ...]] | None) -> Meant:
    """The tree with each key that cannot stand where it stands as the one key that is close to it and not there yet."""
    new = copy.deepcopy(tree)
    findings: list[Finding] = []
    typed: dict[str, str] = {}
    while misspelt := [each for each in unread_in(new, vocabulary) if each.meant and _is_free(new, each)]:
        for each in misspelt:
            if _is_free(new, each):
                address = _typed(each.address, typed)
                findings.append(replace(each.finding, address=address, place=marks.place(address)))
                typed[".".join(map(str, (*each.where[:-1], each.meant)))] = address
                _rename(new, each)
    return Meant(new, tuple(findings), typed, marks)


def unread_in(tree: dict[str, Tree], vocabulary: Mapping[str, tuple[str, ...]] | None) -> list[Problem]:
    """What of a tree cannot be read as a spec."""
    try:
        Spec.model_validate(tree, context=vocabulary)
    except ValidationError as error:
        return problems_in(tree, error, Spec)
    return []


def _group(tree: Any, problem: Problem) -> dict[str, Tree]:  # noqa: ANN401 - a tree of groups and lists
    for key in problem.where[:-1]:
        tree = tree[key]
    group: dict[str, Tree] = tree
    return group


def _is_free(tree: dict[str, Tree], problem: Problem) -> bool:
    """Whether the misspelt key still stands there, and nothing under the key that was meant."""
    group = _group(tree, problem)
    return problem.where[-1] in group and group.get(problem.meant) is None


def _rename(tree: dict[str, Tree], problem: Problem) -> None:
    group = _group(tree, problem)
    before = dict(group)
    group.clear()
    for key, value in before.items():
        if key != problem.meant:
            group[problem.meant if key == problem.where[-1] else key] = value


def _typed(address: str, typed: Mapping[str, str]) -> str:
    """An address as it was typed: with the misspelt key in the place of the one that was meant."""
    for new in reversed(tuple(typed)):
        if address == new or address.startswith(f"{new}."):
            return f"{typed[new]}{address[len(new) :]}"
    return address
