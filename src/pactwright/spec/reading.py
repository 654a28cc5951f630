"""From a tree of text to a Spec, or to every problem of it at once."""

from __future__ import annotations

import copy
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pactwright.errors import InputError
from pactwright.findings import Finding, SourceMap, nearest
from pactwright.memory import Memory
from pactwright.spec.addresses import accepted_kind, model_at
from pactwright.spec.base import fields_of
from pactwright.spec.checks import problems
from pactwright.spec.groups import by_groups
from pactwright.spec.refusals import BadTreeError
from pactwright.spec.root import Spec
from pactwright.spec.scalars import MAX_LINE
from pactwright.textfile import MAX_PROBLEMS, parsed, read_text
from pactwright.validation import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pactwright.spec.base import Field, Told
    from pactwright.spec.refusals import Location, Problem
    from pactwright.textfile import Tree

COMMA: Final = "inside {...} a comma ends a value; put the value before it in quotes"
Check: TypeAlias = "Callable[[Spec], Iterable[Finding]]"

# What stands in for a required fact that is missing or wrong, so that the rest can still be checked.
FILLERS: Final = {"schema": "1", "jurisdiction": "x", "side": "public", "kind": "company", "fact": "version"}


def no_problems(_: Spec) -> tuple[Finding, ...]:
    """The check that finds nothing."""
    return ()


def read_spec(path: Path, also: Check = no_problems) -> tuple[Spec, SourceMap]:
    """The spec in a file, and where each fact stands in it; `also` is a further check, such as the library's."""
    tree, marks = parsed(read_text(path), str(path))
    return spec_from(tree, marks, also), marks


def spec_from(tree: dict[str, Tree], marks: SourceMap, also: Check = no_problems, memory: Memory | None = None) -> Spec:
    """The spec that a tree holds; InputError with every problem, in the order of the input.

    A spec with bad parts is checked without them, by our rules and by `also`, so that one mistake hides no other.
    Warnings alone do not stop a spec; `remarks` gives them. `memory` is what earlier specs of the run left: groups
    of the tree that are the very same objects are read once.
    """
    try:
        spec = by_groups(tree, memory)
    except BadTreeError as error:
        findings, bad = _findings(error), _locations(error)
        salvaged = _salvaged(tree, error)
        others = (*problems(salvaged), *also(salvaged))
        rest = _some(finding for finding in others if not _is_about(finding.address, bad))
        raise InputError(marks.located([*findings, *rest])) from None
    findings = _some(iter((*_problems(spec), *also(spec))))
    if any(finding.level == "error" for finding in findings):
        raise InputError(marks.located(findings))
    return spec


def remarks(spec: Spec, marks: SourceMap) -> tuple[Finding, ...]:
    """What is worth knowing about a spec that has no errors, in the order of the input."""
    return marks.located(_problems(spec))


def _problems(spec: Spec) -> tuple[Finding, ...]:
    """What our rules find, looked for once in a spec."""
    return _LOOKED_AT.same(_found, spec)


def _found(spec: Spec) -> tuple[Finding, ...]:
    return tuple(problems(spec))


_LOOKED_AT: Final = Memory(most=8)


def _findings(error: BadTreeError) -> list[Finding]:
    return _some(map(_finding, error.problems))


def _some(findings: Iterator[Finding]) -> list[Finding]:
    """All findings of a spec that people write; of one that is rubbish, enough to see that."""
    some = list(islice(findings, MAX_PROBLEMS + 1))
    if len(some) > MAX_PROBLEMS:
        seen = f"more than {MAX_PROBLEMS} problems"
        some[-1] = Finding("too-many-problems", "error", "", seen, fix="mend these first")
    return some


def _finding(problem: Problem) -> Finding:
    address, key, refused = _address(problem.where), str(problem.where[-1]), problem.refused
    if refused:
        return Finding(refused.rule, "error", address, refused.seen, refused.accepted, refused.fix)
    fields = _fields_around(problem.where)
    if key in fields:
        return Finding("missing-key", "error", address, f"{key} is missing", _told(fields[key].told), f"add {key}:")
    keys = tuple(fields)
    fix = COMMA if problem.value is None and key[0].isdigit() else nearest(key, keys)
    return Finding("unknown-key", "error", address, f"{quoted(key)} is not a key here", listed(keys), fix)


def _fields_around(where: Location) -> Mapping[str, Field]:
    """The fields of the group in which the last key of an address stands."""
    model = model_at(where)
    return fields_of(model) if model else {}


def _told(told: Told) -> str:
    """What a missing key is for, and an example, from its own description."""
    sentence = told.description.rstrip(".")
    return f'{sentence}. For example: "{told.examples[0]}"' if told.examples else sentence


def _salvaged(tree: dict[str, Tree], error: BadTreeError) -> Spec:
    """The spec without its bad parts, so that one bad line does not hide what else is wrong."""
    good: Any = copy.deepcopy(tree)
    found: BadTreeError | None = error
    while found is not None:
        for problem in reversed(found.problems):
            _mend(good, problem)
        try:
            return by_groups(good)
        except BadTreeError as again:
            found = again
    raise AssertionError  # the loop ends: each round takes a bad part away or fills a required one


def _mend(tree: Any, problem: Problem) -> None:  # noqa: ANN401 - the tree of a spec that is not one yet
    *above, last = problem.where
    for key in above:
        tree = tree[key]
    wanted = accepted_kind(problem.where)
    if wanted is dict or (wanted and not problem.refused):
        own = _address(problem.where)[-MAX_LINE:]
        tree[last] = {} if wanted is dict else [] if wanted is list else FILLERS.get(str(last), own)
    else:
        del tree[last]


def _locations(error: BadTreeError) -> frozenset[str]:
    return frozenset(_address(problem.where) for problem in error.problems)


def _is_about(address: str, bad: frozenset[str]) -> bool:
    """Whether a check speaks of a part that is already known to be bad, or that was filled in."""
    parts = address.split(".")
    return any(".".join(parts[:length]) in bad for length in range(1, len(parts) + 1))


def _address(where: Location) -> str:
    return ".".join(str(part) for part in where)
