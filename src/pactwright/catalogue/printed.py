"""The wording of an option as it prints: in a draft of a spec, or of a made-up project of one, two or five parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pactwright.catalogue.deciding import parameters_of
from pactwright.catalogue.in_draft import draft_with, printed_pieces
from pactwright.catalogue.order import USUAL, documents_with
from pactwright.catalogue.wording import Piece
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.findings import SourceMap
from pactwright.library.model import Library, Option, Parameter
from pactwright.resources import data_root
from pactwright.service import drafts_of, read_tree
from pactwright.textfile import parsed, read_text
from pactwright.what_if import Standing
from pactwright.wording.parts import Kind

KEPT = 8
CHOICES = "choices"
SETTLED = ("model", CHOICES, "open", "disputed", "confirmed", "documents")
"""What a specimen leaves to the library."""


def printed_in(now: Standing, options: Sequence[Option]) -> dict[str, tuple[Kind, tuple[Piece, ...]]]:
    """Each option as a draft of a project with it prints it; one with which the spec cannot be read is left out."""
    drafts = {each.id: draft_with(now, each) for each in options}
    return {each.id: _printed(draft, each) for each in options if isinstance(draft := drafts[each.id], Draft)}


def printed_for(
    library: Library, parties: int, options: Sequence[Option], house: Path | None = None
) -> dict[str, tuple[Kind, tuple[Piece, ...]]]:
    """Each option as it prints in a made-up project of so many parties, its blanks filled with example values."""
    drafts = {each.id: _specimen(library, parties, each, house) for each in options}
    return {each.id: _printed(draft, each) for each in options if (draft := drafts[each.id])}


def sizes() -> tuple[str, ...]:
    """How many parties the made-up projects have."""
    return tuple(_words()["specimens"])


def _printed(draft: Draft, option: Option) -> tuple[Kind, tuple[Piece, ...]]:
    kinds = draft.selection.issues[option.issue].kinds
    return kinds[0] if kinds else "agreement", printed_pieces(draft, option.issue, option)


def _specimen(library: Library, parties: int, option: Option, house: Path | None) -> Draft | None:
    tree = specimen(str(parties), library.jurisdiction.currency)
    ids = tuple(tree["parties"])
    values = {
        each.name: _example(each, library, ids)
        for each in parameters_of(library, option)
        if each.default is None and not each.source and not each.optional
    }
    place = library.jurisdiction.id or tree["jurisdiction"]
    changed = {**tree, "jurisdiction": place, CHOICES: {option.issue: {"option": option.id, **values}}}
    try:
        source = read_tree(Path(f"{parties}.yml"), changed, SourceMap("", {}), house)
    except InputError:
        return None
    stands = sorted(documents_with(library, option.issue, house), key=lambda each: each != USUAL)
    drafts = (drafts_of(source, (each,))[0] for each in stands)
    return next((each for each in drafts if each.selection.issues[option.issue].chosen == option.id), None)


@lru_cache(maxsize=KEPT)
def specimen(size: str, currency: str = "") -> Mapping[str, Any]:
    """The tree of a made-up project, its amounts in a currency; nobody may change it."""
    plan = _words()["specimens"][size]
    path = data_root() / "examples" / plan["example"] / "spec.yml"
    whole, _ = parsed(read_text(path), path.name)
    tree: dict[str, Any] = {name: part for name, part in whole.items() if name not in {*SETTLED, *plan["without"]}}
    if "party" in plan:
        tree = {name: _without(part, plan["party"]) for name, part in tree.items()}
    parties = {name: {**tree["parties"].get(name, {}), **added} for name, added in plan.get("parties", {}).items()}
    money = tree["money"]["currency"]
    tree = {name: _retold(part, money, currency or money) for name, part in tree.items()}
    whole_tree = {**tree, "parties": {**tree["parties"], **parties}, **plan.get("more", {})}
    return MappingProxyType(whole_tree)


def _without(tree: Any, party: str) -> Any:  # noqa: ANN401 - a tree of text
    """A tree in which nobody speaks of a party; what is said of it alone goes with it."""
    if isinstance(tree, dict):
        return {key: _without(each, party) for key, each in tree.items() if party not in {key, *_text(each)}}
    if isinstance(tree, list):
        return [_without(each, party) for each in tree if each != party]
    return tree


def _retold(tree: Any, old: str, new: str) -> Any:  # noqa: ANN401 - a tree of text
    """A tree whose amounts are in another currency; the figures stay."""
    if isinstance(tree, dict):
        return {key: _retold(each, old, new) for key, each in tree.items()}
    if isinstance(tree, list):
        return [_retold(each, old, new) for each in tree]
    return tree.replace(old, new)


def _text(value: object) -> Iterable[str]:
    return (value,) if isinstance(value, str) else ()


def _example(parameter: Parameter, library: Library, parties: Sequence[str]) -> Any:  # noqa: ANN401 - a tree of text
    is_share = parameter.per == "party" and parameter.type == "percent"
    value = str(100 // len(parties)) if is_share else _value(parameter, library, parties)
    return dict.fromkeys(parties, value) if parameter.per == "party" else value


def _value(parameter: Parameter, library: Library, parties: Sequence[str]) -> Any:  # noqa: ANN401 - a tree of text
    if parameter.suggest and isinstance(parameter.suggest.value, str):
        return parameter.suggest.value
    if parameter.values:
        words = [each.word for each in parameter.values]
        return words if parameter.type == "choices" else words[0]
    if parameter.type == "party":
        return parties[0]
    currency = library.jurisdiction.currency or "AUD"
    bounds = (parameter.usual_min, parameter.min)
    fitting = [
        each
        for bound in bounds
        for each in ((bound,) if isinstance(bound, str) else bound)
        if each and (parameter.type != "money" or each.startswith(currency))
    ]
    return fitting[0] if fitting else str(_words()["values"].get(parameter.type, "1")).format(currency=currency)


@cache
def _words() -> Mapping[str, Any]:
    path = data_root() / "templates" / "specimens.yml"
    return dict(parsed(read_text(path), path.name)[0])
