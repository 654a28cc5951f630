"""A spec that uses old addresses of the library, read under those to which they moved, with a remark on each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from pactwright.findings import Finding, SourceMap, in_order
from pactwright.library.moves import new_address, remark, targets
from pactwright.spec.choices import WORDS

if TYPE_CHECKING:
    from pactwright.library.model import Move
    from pactwright.textfile import Tree

CHOICES: Final = "choices"
FACTS: Final = ("open", "disputed", "approvals")
Names = dict[str, str]


class Renamed(SourceMap):
    """The places of a spec, in which what was read under another address stands where it was typed."""

    def __init__(self, marks: SourceMap, typed: Mapping[str, str]) -> None:
        super().__init__(marks.name, {}, (marks,))
        self._base, self._typed = marks, typed

    def __contains__(self, address: str) -> bool:
        """Whether the address has a place of its own."""
        return self._as_typed(address) in self._base

    def place(self, address: str) -> str:
        """Where the address was typed, under whichever name."""
        return self._base.place(self._as_typed(address))

    def _as_typed(self, address: str) -> str:
        above = max((each for each in self._typed if f"{address}.".startswith(f"{each}.")), key=len, default="")
        return self._typed[above] + address[len(above) :] if above else address


def read_as_moved(
    tree: dict[str, Tree], marks: SourceMap, moves: Mapping[str, Move]
) -> tuple[dict[str, Tree], SourceMap, tuple[Finding, ...]]:
    """The tree of a spec under the new addresses, the places of what stands in it, and what is to be told."""
    moved = targets(moves)
    if not moved:
        return tree, marks, ()
    found: list[Finding] = []
    typed: Names = {}
    new = dict(tree)
    if isinstance(chosen := tree.get(CHOICES), dict):
        new[CHOICES] = _choices(chosen, moved, typed, found)
    for group in FACTS:
        if isinstance(listed := tree.get(group), list):
            new[group] = [_fact(each, f"{group}.{n}", moved, found) for n, each in enumerate(listed)]
    if isinstance(confirmed := tree.get("confirmed"), dict):
        new["confirmed"] = {_address(key, f"confirmed.{key}", moved, found, typed): v for key, v in confirmed.items()}
    if not found:
        return tree, marks, ()
    return new, Renamed(marks, typed), marks.located(in_order(found))


def _choices(chosen: Mapping[str, Any], moved: Names, typed: Names, found: list[Finding]) -> dict[str, Any]:
    """The choices under the new addresses; what stands at both an old and a new one is told."""
    made: dict[str, Any] = {name: said for name, said in chosen.items() if not _is_moved(name, said, moved)}
    for name in (name for name in chosen if name not in made):
        is_short = isinstance(chosen[name], str)
        group = {"option": chosen[name]} if is_short else chosen[name]
        home, option = _option(name, group.get("option"), moved)
        for key, value in sorted(group.items(), key=lambda each: f"{name}.{each[0]}" in moved):
            at = f"{CHOICES}.{name}" if is_short else f"{CHOICES}.{name}.{key}"
            if key == "option":
                old, new, issue, own, said = f"{name}/{value}", f"{home}/{option}", home, key, option
            elif key in WORDS:
                old, new, issue, own, said = "", "", home, key, value
            else:
                old = f"{name}.{key}"
                new = new_address(old, moved)
                (issue, _, own), said = new.partition("."), value
            if _put(made, issue, own, said):
                typed[f"{CHOICES}.{issue}.{own}"] = at
                typed.setdefault(f"{CHOICES}.{issue}", f"{CHOICES}.{name}")
                found += [remark(old, new, address=at)] if old != new else []
            elif key not in WORDS or key == "option":
                seen, fix = f"{old} is read as {new}, and {issue} says {own} itself", f"take {old} out"
                found.append(Finding("moved", "error", at, seen, "one value", fix))
    return {name: said for name, said in made.items() if name in chosen or said != {}}


def _is_moved(name: str, said: object, moved: Names) -> bool:
    group = {"option": said} if isinstance(said, str) else said if isinstance(said, dict) else {}
    words = {f"{name}/{group['option']}"} if isinstance(group.get("option"), str) else set()
    return bool({name, *words, *(f"{name}.{key}" for key in group)} & moved.keys())


def _option(name: str, option: object, moved: Names) -> tuple[str, object]:
    """The issue under which an option is read, and what it is called there."""
    if not isinstance(option, str):
        return new_address(name, moved), option
    issue, _, known = new_address(f"{name}/{option}", moved).rpartition("/")
    return issue, known


def _put(made: dict[str, Any], issue: str, key: str, value: object) -> bool:
    """Puts a value among the choices, unless one stands there."""
    known = made.get(issue, {})
    group = {"option": known} if isinstance(known, str) else known if isinstance(known, dict) else {}
    made[issue] = {key: value, **group} if key in group else {**group, key: value}
    return key not in group


def _fact(listed: Any, at: str, moved: Names, found: list[Finding]) -> Any:  # noqa: ANN401 - as it is typed
    if not isinstance(listed, dict) or not isinstance(fact := listed.get("fact"), str):
        return listed
    above = f"{CHOICES}." if fact.startswith(f"{CHOICES}.") else ""
    return {**listed, "fact": above + _address(fact.removeprefix(above), f"{at}.fact", moved, found, {})}


def _address(old: str, at: str, moved: Names, found: list[Finding], typed: Names) -> str:
    new = new_address(old, moved)
    if new != old:
        found.append(remark(old, new, address=at))
        typed[at.replace(old, new)] = at
    return new
