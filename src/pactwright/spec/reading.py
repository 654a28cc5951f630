"""From a tree of text to a Spec, or to every problem of it at once."""

from __future__ import annotations

import copy
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from pydantic import ValidationError

from pactwright.errors import InputError
from pactwright.findings import Finding, SourceMap, nearest
from pactwright.memory import Memory
from pactwright.spec.addresses import accepted_kind, model_at
from pactwright.spec.base import keys_of, kind_of
from pactwright.spec.checks import problems
from pactwright.spec.groups import by_groups
from pactwright.spec.root import Spec
from pactwright.spec.scalars import one_of, quoted
from pactwright.textfile import MAX_PROBLEMS, parsed, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

    from pactwright.textfile import Tree

COMMA: Final = "inside {...} a comma ends a value; put the value before it in quotes"
Location = tuple[str | int, ...]
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
        spec = by_groups(tree, memory) if memory else Spec.model_validate(tree)
    except ValidationError as error:
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


def _findings(error: ValidationError) -> list[Finding]:
    return _some(_finding(detail) for detail in error.errors(include_url=False))


def _some(findings: Iterator[Finding]) -> list[Finding]:
    """All findings of a spec that people write; of one that is rubbish, enough to see that."""
    some = list(islice(findings, MAX_PROBLEMS + 1))
    if len(some) > MAX_PROBLEMS:
        seen = f"more than {MAX_PROBLEMS} problems"
        some[-1] = Finding("too-many-problems", "error", "", seen, fix="mend these first")
    return some


def _finding(detail: ErrorDetails) -> Finding:
    where, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    address = _address(where)
    if "seen" in context:
        return Finding(kind, "error", address, context["seen"], context["accepted"], context["fix"])
    if kind == "missing":
        return Finding("missing-key", "error", address, f"{where[-1]} is missing", _told(where), f"add {where[-1]}:")
    if kind == "extra_forbidden":
        return _unknown(where, address, detail["input"])
    kind_here = accepted_kind(where)
    wanted = "a group of keys" if kind_here is dict else "a list" if kind_here is list else "one piece of text"
    fix = "put it in brackets: [...]" if wanted == "a list" and isinstance(detail["input"], str) else ""
    return Finding("wrong-kind", "error", address, f"{kind_of(detail['input'])} stands here", wanted, fix)


def _unknown(where: Location, address: str, value: object) -> Finding:
    model = model_at(where)
    keys = keys_of(model) if model else ()
    key = str(where[-1])
    seen = f"{quoted(key)} is not a key here"
    fix = COMMA if value is None and key[0].isdigit() else nearest(key, keys)
    return Finding("unknown-key", "error", address, seen, one_of(keys), fix)


def _told(where: Location) -> str:
    """What a missing key is for, and an example, from its own description."""
    model = model_at(where)
    fields = model.model_fields.items() if model else ()
    info = next(info for name, info in fields if where[-1] == (info.alias or name))
    example = f' For example: "{info.examples[0]}"' if info.examples else ""
    return f"{(info.description or '').rstrip('.')}.{example}" if example else (info.description or "").rstrip(".")


def _salvaged(tree: dict[str, Tree], error: ValidationError) -> Spec:
    """The spec without its bad parts, so that one bad line does not hide what else is wrong."""
    good: Any = copy.deepcopy(tree)
    found: ValidationError | None = error
    while found is not None:
        for detail in reversed(found.errors(include_url=False)):
            _mend(good, detail["loc"], detail["type"])
        try:
            return Spec.model_validate(good)
        except ValidationError as again:
            found = again
    raise AssertionError  # the loop ends: each round takes a bad part away or fills a required one


def _mend(tree: Any, where: Location, kind: str) -> None:  # noqa: ANN401 - the tree of a spec that is not one yet
    for key in where[:-1]:
        tree = tree[key]
    last = where[-1]
    wanted = accepted_kind(where)
    if kind == "missing" or (wanted is dict and kind != "extra_forbidden"):
        tree[last] = {} if wanted is dict else [] if wanted is list else FILLERS.get(str(last), _address(where))
    else:
        del tree[last]


def _locations(error: ValidationError) -> frozenset[str]:
    return frozenset(_address(detail["loc"]) for detail in error.errors(include_url=False))


def _is_about(address: str, bad: frozenset[str]) -> bool:
    """Whether a check speaks of a part that is already known to be bad, or that was filled in."""
    parts = address.split(".")
    return any(".".join(parts[:length]) in bad for length in range(1, len(parts) + 1))


def _address(where: Location) -> str:
    return ".".join(str(part) for part in where)
