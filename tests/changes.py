"""Every row that changes one thing of a spec: a value, its spelling, an order, the length of a list, a choice.

What a row says need not be a good spec: a bad one must be refused alike, whatever was drafted before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, TypeAlias

from pactwright.batch.model import Cell, Row
from pactwright.errors import InputError
from pactwright.library.model import NONE, Library, Parameter
from pactwright.spec import Spec, form
from pactwright.spec.amounts import Money
from tests.stories import Tree, changed, library, spec_of
from tests.typed import leaves

Texts: TypeAlias = dict[str, str | None]
"""What a row says, by address; None takes away what stands there."""

NO_SUCH_WORD = "no-such-word"
CODES = ("EUR", "AUD", "JPY")


def rows_of(tree: Tree) -> dict[str, Row]:
    """The rows, by what each of them does."""
    spec = spec_of(tree)
    does: dict[str, Texts] = {"nothing": {}}
    for each in (_values(tree, spec), _less(tree), _more(tree), _orders(tree), _choices(tree, spec)):
        does |= each
    return {name: row_of(name, texts) for name, texts in does.items()}


def row_of(name: str, texts: Mapping[str, str | None]) -> Row:
    """The row with these texts, each in a field of its own."""
    cells = (Cell(address, text, f"rows.csv:2:{field}") for field, (address, text) in enumerate(texts.items(), 2))
    return Row(name, "rows.csv:2:1", tuple(cells))


def together(*rows: Row) -> Row:
    """A row that does what several rows do, one after the other."""
    cells = {cell.address: cell.text for row in rows for cell in row.cells}
    return row_of(" and ".join(row.key for row in rows), cells)


# ---------------------------------------------------------------------------------------------------------- values


def _values(tree: Tree, spec: Spec) -> Iterator[tuple[str, Texts]]:
    """Each value of the spec changed to others of its kind."""
    for address, value in spec.values:
        if address.partition(".")[0] != "choices":
            for text in _others(address, value, tree, spec):
                yield f"{address}: {text}", {address: text}


def _others(address: str, value: object, tree: Tree, spec: Spec) -> Iterator[str]:
    """Other texts of the kind that stands at a place, and the same value in other letters."""
    kind = form.kind_at(address)
    if isinstance(value, bool):
        yield "no" if value else "yes"
    elif isinstance(value, dt.date):
        yield from ((value + dt.timedelta(days)).isoformat() for days in (1, -400))
    elif isinstance(value, Money):
        yield from _other_amounts(value)
    elif isinstance(value, Decimal | int):
        yield from (f"{value + 1}", "1", f"{value}.50", f"{value}.500", f"{value}.0")
    elif kind == "word" or address == "schema":
        yield from (word for word in _accepted(tree, address) if word != value)
    elif kind == "party":
        yield from (each for each in (*spec.parties, *spec.outsiders, "shared") if each != value)
    elif address == "jurisdiction":
        yield from ("us-ca", "au-nsw", "nowhere")
    elif address == "model":
        yield from library(spec.jurisdiction).models
    else:
        yield from (f"Other-{value}", f"{value} & <b>{{{{ x }}}}</b> [[y]] \N{CJK UNIFIED IDEOGRAPH-57CE}")


def _other_amounts(value: Money) -> Iterator[str]:
    plain = f"{value.amount:f}".partition(".")[0]
    yield from (f"{int(plain) + 1}", f"{plain}.00", f"{plain}.50", f"{int(plain):,}", "nil")
    yield from (f"{code} {plain}" for code in CODES)
    yield f"{plain} exclusive"


def _accepted(tree: Tree, address: str) -> tuple[str, ...]:
    """The words of a closed list, as the form names them where it refuses another."""
    try:
        spec_of(changed(tree, {address: NO_SUCH_WORD}))
    except InputError as refused:
        [accepted] = [each.accepted for each in refused.findings if each.address == address]
        return CODES if "ISO 4217" in accepted else tuple(accepted.removeprefix("one of ").split(", "))
    message = f"{address} accepts any word"
    raise AssertionError(message)


# ------------------------------------------------------------------------------------------ less, more, in order


def _less(tree: Tree) -> Iterator[tuple[str, Texts]]:
    """Each value, each group and each entry of a list taken away."""
    for address in dict.fromkeys(parent for place, _ in leaves(tree) for parent in _prefixes(place)):
        yield f"no {address}", {address: None}


def _prefixes(address: str) -> list[str]:
    parts = address.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def _more(tree: Tree) -> Iterator[tuple[str, Texts]]:
    """Each list, and each group, with a copy of its last entry behind it."""
    for address, holder in _holders(tree):
        is_list = isinstance(holder, list)
        last = len(holder) - 1 if is_list else list(holder)[-1]
        new = f"{address}.{len(holder) if is_list else 'another'}"
        yield f"more {address}", {new + below: text for below, text in _texts(holder[last])}
    yield "a key that nobody knows", {"mystery": "x"}


def _orders(tree: Tree) -> Iterator[tuple[str, Texts]]:
    """Each list and each group the other way round, and with its first entry at its end."""
    for address, holder in _holders(tree):
        entries = list(holder) if isinstance(holder, list) else list(holder.values())
        names = list(range(len(entries))) if isinstance(holder, list) else list(holder)
        for how, order in (("reversed", range(len(entries))[::-1]), ("turned", [*range(1, len(entries)), 0])):
            new: Texts = {address: None}
            for place, number in enumerate(order):
                name = place if isinstance(holder, list) else names[number]
                new |= {f"{address}.{name}{below}": text for below, text in _texts(entries[number])}
            yield f"{how} {address}", new


def _holders(tree: Any, address: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a tree of text
    """Every list and group, with its address."""
    below = enumerate(tree) if isinstance(tree, list) else tree.items() if isinstance(tree, dict) else ()
    for key, each in below:
        place = f"{address}.{key}" if address else str(key)
        if isinstance(each, dict | list) and each and not place.startswith("choices"):
            yield place, each
            yield from _holders(each, place)


def _texts(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a tree of text
    """Every text under a value, behind its address from there."""
    if isinstance(value, str):
        yield "", value
    else:
        yield from ((f".{address}", text) for address, text in leaves(value))


# --------------------------------------------------------------------------------------------------------- choices


def _choices(tree: Tree, spec: Spec) -> Iterator[tuple[str, Texts]]:
    """Each option of each issue, with each of its parameters changed; and the parameters without the option."""
    known = library(tree["jurisdiction"])
    for issue, options in known.options.items():
        for option in (*options, NONE):
            chosen: Texts = {f"choices.{issue}": option, f"choices.{issue}.reason": "a test"}
            yield f"{issue}: {option}", chosen
            for name, texts in _parameters(known, spec, issue, option):
                yield f"{issue}: {option}, {name}", chosen | texts
        for name, texts in _parameters(known, spec, issue, ""):
            yield f"{issue}: {name}", texts


def _parameters(known: Library, spec: Spec, issue: str, option: str) -> Iterator[tuple[str, Texts]]:
    for name, parameter in known.issues[issue].parameters.items():
        if option and parameter.options and option not in parameter.options:
            continue
        address = f"choices.{issue}.{name}"
        for text in _candidates(parameter):
            yield f"{name}: {text}", {address: text}
            if parameter.per:
                named = [f"{address}.{each}" for each in spec.parties]
                yield f"{name} of the first: {text}", {named[0]: text}
                yield f"{name} of each: {text}", dict.fromkeys(named, text)
                yield f"{name} of each, turned: {text}", dict.fromkeys(reversed(named), text)
        if parameter.type == "choices":
            words = [phrase.word for phrase in parameter.values]
            for listed in (words, words[::-1], words[:2], words[1:]):
                yield f"{name}: {listed}", {f"{address}.{number}": word for number, word in enumerate(listed)}


@cache
def _candidates(parameter: Parameter) -> tuple[str, ...]:
    """Values of a parameter's type, of which two say the same in other letters."""
    bounds = tuple(each for each in (parameter.min, parameter.max, parameter.usual_min, parameter.usual_max) if each)
    if parameter.type == "money":
        return ("nil", "7,000", "7000.00", "20000", "EUR 20,000.00")
    if parameter.type in {"number", "percent"}:
        return ("2", "2.0", "2.00", "50", "50.0")
    if parameter.type == "date":
        return ("2027-02-03",)
    if parameter.type == "yes-no":
        return ("yes", "no")
    if parameter.type == "choice":
        return (*(phrase.word for phrase in parameter.values), "words of our own")
    return tuple(dict.fromkeys((*bounds, "1", "2", "14"))) if parameter.type != "choices" else ()
