"""What somebody asks of a spec: a value at an address, or nothing there; what cannot be asked is told as in a spec."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pactwright.batch.base import NOTHING, Base, overlaid, standing_at
from pactwright.batch.model import Cell, Row
from pactwright.errors import InputError
from pactwright.findings import Finding, nearest
from pactwright.library.moves import new_address, targets
from pactwright.spec.form import NUMBER, place_at
from pactwright.textfile import UNWANTED, unwanted

if TYPE_CHECKING:
    from pactwright.findings import SourceMap
    from pactwright.library.model import Library
    from pactwright.textfile import Tree

CHOICES: Final = "choices"
OF_PARAMETER: Final = 3  # choices, the issue, its parameter
BETWEEN: Final = re.compile(r"[;\n]")
LIKE: Final = "an address of the spec, = and a value, such as liability/cap=low-fixed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A value at an address of the spec, or None for nothing there any more."""

    address: str
    value: str | None

    @property
    def place(self) -> str:
        """Where a person finds it: as it was typed."""
        return f"--unset {self.address}" if self.value is None else f"--set {self.address}={self.value}"

    def refused(self, rule: str, seen: str, accepted: str = "", fix: str = "") -> Finding:
        """Why it is not taken."""
        return Finding(rule, "error", self.address, seen, accepted, fix, self.place)


def asked_of(sets: Sequence[str], unsets: Sequence[str]) -> tuple[Asked, ...]:
    """What was typed, what is taken away first; raises InputError for a value without an address, or the reverse.

    >>> asked_of(["liability/cap=low-fixed"], ["funding.price"])
    (Asked(address='funding.price', value=None), Asked(address='liability/cap', value='low-fixed'))
    """
    pairs = [each.partition("=") for each in sets]
    asked = (
        *(Asked(each.strip(), None) for each in unsets),
        *(Asked(address.strip(), value.strip()) for address, _, value in pairs),
    )
    if wrong := tuple(filter(None, (*map(_mistyped, asked), *_twice(asked)))):
        raise InputError(wrong)
    return asked


def changed(base: Base, asked: Sequence[Asked], library: Library) -> tuple[dict[str, Tree], SourceMap]:
    """The tree of a spec with what is asked laid over it, and where each address stands: as typed, or in the spec.

    A choice of another option drops the reason and the parameters of the one before, as in the table of a batch.
    Raises InputError for what has no place in the tree.
    """
    keys = {each: tuple(_address(each.address, targets(library.moves)).split(".")) for each in asked}
    if wrong := tuple(filter(None, (_misplaced(base.tree, each, keys[each]) for each in asked))):
        raise InputError(wrong)
    cells = tuple(cell for each in asked for cell in _cells(each, keys[each], library))
    return overlaid(base, Row("", base.marks.place(""), cells))


def _mistyped(asked: Asked) -> Finding | None:
    if hit := UNWANTED.search(asked.place):
        found = unwanted(hit.group(), "", (0, 0))
        return asked.refused(found.rule, found.seen, found.accepted, found.fix)
    if not all(asked.address.split(".")):
        return asked.refused("what-if", "no address is named", LIKE)
    if asked.value == "":
        return asked.refused(
            "what-if", "no value is named", LIKE, f"--unset {asked.address} takes away what stands there"
        )
    return None


def _twice(asked: Sequence[Asked]) -> Iterator[Finding]:
    seen: set[tuple[str, bool]] = set()
    for each in asked:
        key = (each.address.removeprefix(f"{CHOICES}."), each.value is None)
        if key in seen:
            yield each.refused("what-if", f"{each.address} is named twice", "each address once")
        seen.add(key)


def _address(typed: str, moved: Mapping[str, str]) -> str:
    """The whole address of a choice, under which it is read today; any other as it is."""
    issue, *below = typed.removeprefix(f"{CHOICES}.").split(".")
    if "/" not in issue:
        return typed
    now = new_address(".".join([issue, *below[:1]]), moved)
    return ".".join([CHOICES, now, *below[1:]]).removesuffix(".option")


def _misplaced(tree: dict[str, Tree], asked: Asked, keys: Sequence[str]) -> Finding | None:
    """Why nothing can be put, or taken away, at an address of a tree."""
    for length, key in enumerate(keys[1:], start=1):
        above, standing = ".".join(keys[:length]), standing_at(tree, keys[:length])
        is_short = keys[0] == CHOICES and length == OF_PARAMETER - 1 and len(keys) == OF_PARAMETER
        if isinstance(standing, str) and not is_short:
            return asked.refused("what-if", f"{above} is one value, with nothing below it", "", f"--set {above}=...")
        if (isinstance(standing, list) or key.isdecimal()) and not NUMBER.fullmatch(key):
            return asked.refused("what-if", f'"{key}" is no number of a list', f"{above}.0 and so on, up to 99")
    if asked.value is None and standing_at(tree, keys) is NOTHING:
        return asked.refused("what-if", f"nothing stands at {asked.address}", "", _near(tree, keys))
    return None


def _near(tree: dict[str, Tree], keys: Sequence[str]) -> str:
    beside = standing_at(tree, keys[:-1])
    return nearest(keys[-1], beside) if isinstance(beside, dict) else ""


def _cells(asked: Asked, keys: Sequence[str], library: Library) -> Iterator[Cell]:
    """What is asked, address by address: the values of a list one by one, with semicolons between them."""
    address = ".".join(keys)
    if asked.value is None or not _is_list(keys, library):
        yield Cell(address, asked.value, asked.place)
        return
    yield Cell(address, None, asked.place)
    values = filter(None, map(str.strip, BETWEEN.split(asked.value)))
    yield from (Cell(f"{address}.{number}", each, asked.place) for number, each in enumerate(values))


def _is_list(keys: Sequence[str], library: Library) -> bool:
    if keys[0] != CHOICES:
        place = place_at(".".join(keys))
        return place is not None and place.shape == "values"
    issue = library.issues.get(keys[1]) if len(keys) == OF_PARAMETER else None
    parameter = issue.parameters.get(keys[2]) if issue else None
    return parameter is not None and parameter.type == "choices"
