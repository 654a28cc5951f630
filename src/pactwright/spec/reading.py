"""From a tree of text to a Spec, or to every problem of it at once."""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar

from pydantic import ValidationError

from pactwright.errors import InputError
from pactwright.findings import Finding, SourceMap
from pactwright.forms import accepted_kind, fields_of
from pactwright.spec.checks import problems
from pactwright.spec.misspelt import as_meant, unread_in
from pactwright.spec.parties import Sides
from pactwright.spec.placeholders import doubt
from pactwright.spec.root import Spec
from pactwright.spec.scalars import MAX_LINE
from pactwright.textfile import MAX_PROBLEMS
from pactwright.validation import Problem, problems_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pactwright.spec.base import Vocabulary
    from pactwright.textfile import Tree

T = TypeVar("T")
Check: TypeAlias = "Callable[[Spec], tuple[T, Iterable[Finding]]]"
"""A further check of a spec: what it made on the way, and what it found."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A spec without errors, what a further check made of it, and what is worth knowing about it, located."""

    spec: Spec
    made: T
    remarks: tuple[Finding, ...]


UNCHECKED: Final = Finding(
    "no-vocabulary", "warning", "", "no library was at hand, so the words of closed lists were not looked at"
)

# What stands in for a required fact that is missing or wrong, so that the rest can still be checked.
FILLERS: Final = {
    "schema": "1",
    "jurisdiction": "x",
    "kind": "company",
    "fact": "version",
    "date": "2000-01-01",
}
SIDES: Final = tuple(fields_of(Sides))
"""What stands in for a side that is missing: each in turn; what is wrong with one of them alone is no mistake."""


def spec_from(tree: dict[str, Tree], marks: SourceMap, vocabulary: Vocabulary | None = None) -> Spec:
    """The spec that a tree holds, as `reading_from` reads it, without a further check."""
    return reading_from(tree, marks, lambda _: (None, ()), vocabulary).spec


def reading_from(
    tree: dict[str, Tree], marks: SourceMap, check: Check[T], vocabulary: Vocabulary | None = None
) -> Reading[T]:
    """The spec that a tree holds; InputError with every problem, in the order of the input.

    `check` is a further check, such as the library's, and `vocabulary` are the closed lists of the library for the
    spec's place; without them a remark says that words wait to be checked. A spec with bad parts is checked without
    these, by our rules and by `check`, so that one mistake hides no other. Warnings alone do not stop a spec.
    """
    try:
        spec = Spec.model_validate(tree, context=vocabulary)
    except ValidationError:
        meant = as_meant(tree, marks, vocabulary)
        found = (*meant.findings, *meant.placed(_findings_in(meant.tree, check, vocabulary)))
        raise InputError(marks.located(found)) from None
    ours = (*problems(spec), *(() if vocabulary else (UNCHECKED,)))
    made, further = check(spec)
    findings = _some(iter((*ours, *further)))
    if any(finding.level == "error" for finding in findings):
        raise InputError(marks.located(findings))
    return Reading(spec, made, marks.located(ours))


def _findings_in(tree: dict[str, Tree], check: Check[T], vocabulary: Vocabulary | None) -> list[Finding]:
    """What cannot be read, and what is wrong with the rest.

    Without one of its sections a spec is not asked what its parts say of each other: what names a part of that section
    is no further mistake.
    """
    unread = unread_in(tree, vocabulary)
    bad = frozenset(problem.address for problem in unread)
    is_whole = not any(len(each.where) == 1 and each.is_section for each in unread)
    sides = SIDES if any(each.is_missing and each.where[-1] == "side" for each in unread) else SIDES[:1]
    salvaged = [_salvaged(tree, unread, FILLERS | {"side": side}) for side in sides]
    found, *others = ((*(problems(each) if is_whole else ()), *check(each)[1]) for each in salvaged)
    rest = (each for each in found if all(each in other for other in others) and not _is_about(each.address, bad))
    return [*_some(map(_told, unread)), *_some(rest)]


def _told(problem: Problem) -> Finding:
    """What is wrong at a place; where a placeholder stands instead of a day or an amount, that it can wait."""
    finding, typed = problem.finding, problem.error.get("input")
    is_empty = finding.rule == "text-empty"  # which says so itself
    is_placeholder = not (finding.fix or is_empty) and isinstance(typed, str) and doubt(typed)
    return replace(finding, fix="leave it empty until it is known") if is_placeholder else finding


def _some(findings: Iterator[Finding]) -> list[Finding]:
    """All findings of a spec that people write; of one that is rubbish, enough errors to see that."""
    some: list[Finding] = []
    errors = 0
    for each in findings:
        errors += each.level == "error"
        if errors > MAX_PROBLEMS:
            seen = f"more than {MAX_PROBLEMS} problems"
            return [*some, Finding("too-many-problems", "error", "", seen, fix="mend these first")]
        some.append(each)
    return some


def _salvaged(tree: dict[str, Tree], unread: list[Problem], fillers: Mapping[str, str]) -> Spec:
    """The spec without its bad parts, so that one bad line does not hide what else is wrong.

    Each round takes a bad part away or fills a required one, until nothing is left to mend.
    """
    good = copy.deepcopy(tree)
    while True:
        for problem in reversed(unread):
            _mend(good, problem, fillers)
        try:
            return Spec.model_validate(good)
        except ValidationError as error:
            unread = problems_in(good, error, Spec)


def _mend(
    tree: Any,  # noqa: ANN401 - the tree of a spec that is not one yet
    problem: Problem,
    fillers: Mapping[str, str],
) -> None:
    *above, last = problem.where
    for key in above:
        tree = tree[key]
    wanted = accepted_kind(Spec, problem.where)
    if wanted is dict or problem.is_missing:
        own = problem.address[-MAX_LINE:]
        tree[last] = {} if wanted is dict else [] if wanted is list else fillers.get(str(last), own)
    else:
        del tree[last]


def _is_about(address: str, bad: frozenset[str]) -> bool:
    """Whether a check speaks of a part that is already known to be bad, or that was filled in."""
    parts = address.split(".")
    return any(".".join(parts[:length]) in bad for length in range(1, len(parts) + 1))
