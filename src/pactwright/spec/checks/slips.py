"""Rules on slips of a hurry: what was copied and not changed, and what nobody can count or put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding
from pactwright.spec.addresses import last_key
from pactwright.spec.amounts import NOTHING
from pactwright.validation import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pactwright.spec.root import Spec

TOLD: Final = frozenset({"what", "deliverable", "event", "text", "duty", "item", "in_scope", "out_of_scope"})
"""The keys that say what an entry of a list is about."""


def same_entry(spec: Spec) -> Iterator[Finding]:
    """Looks for two entries of one list that say the same of the same party, and for what is in scope and out of it.

    A warning, for two pieces of work may be alike. One risk, or one item, with two owners is told as well.

    Why: an entry that was copied and not changed is owed twice, and what is both in scope and out of it is neither.

    Bad: `pilot: {in_scope: [A public map], out_of_scope: [a public map]}`

    Good: `out_of_scope: [Cameras of any kind]`
    """
    texts = ((address, text) for address, text in spec.texts if last_key(address) in TOLD)
    who = {address: str(value) for address, value in spec.values if last_key(address) in {"party", "who"}}
    found = ((address, text, (_list_of(address), _whose(address, who), _plain(text))) for address, text in texts)
    for address, text, twin in _twins(found):
        seen = f"{quoted(text)} is also {twin}"
        yield Finding("same-entry", "warning", address, seen, "each thing once", "change one, or take it out")


def same_body(spec: Spec) -> Iterator[Finding]:
    """Looks for two parties with one registration or email address, and one person who signs for two. A warning.

    Why: a line that was copied makes one body of two, sends the notice to whoever gives it, or lets one person agree
    with himself.

    Bad: two parties with `registration: ABN 00 000 000 001`

    Good: each with its own; two departments of one body may share it
    """
    found = [each for key in spec.parties for each in _own(spec, key)]
    for address, text, twin in _twins(found):
        yield Finding("same-body", "warning", address, f"{quoted(text)} is also {twin}", "each party's own")


def _own(spec: Spec, key: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What only one party can have, each once: its registration, its email addresses, the people who sign for it."""
    party, above = spec.parties[key], f"parties.{key}"
    told = [(f"{above}.registration", "registration", party.registration), (f"{above}.email", "email", party.email)]
    told += [(f"{above}.lead.email", "email", party.lead.email)] if party.lead else []
    told += [(f"{above}.signatories.{n}.name", "person", each.name) for n, each in enumerate(party.signatories)]
    once = {(kind, _plain(text)): (address, text) for address, kind, text in reversed(told) if text}
    yield from ((address, text, likeness) for likeness, (address, text) in reversed(once.items()))


def option_value(spec: Spec) -> Iterator[Finding]:
    """Looks for options that are worth something where nothing may be bought later, and the other way round. A warning.

    Why: the value of an option counts towards the threshold of a tender, so one of the two figures misleads.

    Bad: `funding: {option_later: none}` and `procurement: {options_value: 120,000}`

    Good: `procurement: {options_value: nil}`
    """
    value = spec.procurement.options_value
    later = {"funding.option_later": spec.funding.option_later, "procurement.option_what": spec.procurement.option_what}
    for address, option in later.items():
        if option is None or value is None or spec.is_open(address):
            continue
        if option in NOTHING and not value.is_nil:
            seen = f"options are worth {value}, and nothing may be bought later ({address})"
            yield Finding("option-value", "warning", "procurement.options_value", seen, "nil, or the option in words")
        elif option not in NOTHING and value.is_nil:
            seen = f"options are worth nothing, and something may be bought later ({address})"
            yield Finding("option-value", "warning", "procurement.options_value", seen, "what it is worth at most")


def paper_rank(spec: Spec) -> Iterator[Finding]:
    """Looks for two papers of one rank. A warning.

    Why: the rank says which paper prevails where two differ; of two with one rank, neither does.

    Bad: `papers: [{title: Policy, rank: 1}, {title: Deed, rank: 1}]`

    Good: ranks 1 and 2
    """
    ranked = ((f"papers.{n}.rank", str(each.rank)) for n, each in enumerate(spec.papers) if each.rank is not None)
    for address, rank, twin in _twins((address, rank, (rank,)) for address, rank in ranked):
        seen = f"rank {rank} is also {twin}, so neither paper prevails where the two differ"
        yield Finding("paper-rank", "warning", address, seen, "a rank for each paper")


def no_unit(spec: Spec) -> Iterator[Finding]:
    """Looks for a contribution with a quantity and no unit, and for one of which there is nothing. A warning.

    Why: "120" of somebody's time is hours to one side and days to the other.

    Bad: `contributions: [{what: Time of the team, quantity: 120}]`

    Good: the same with `unit: hours`
    """
    for number, each in enumerate(spec.contributions):
        address = f"contributions.{number}.quantity"
        if each.quantity is not None and not each.unit:
            yield Finding("no-unit", "warning", address, f"nothing says of what there are {each.quantity}", "a unit:")
        elif each.quantity == 0:
            yield Finding("no-unit", "warning", address, "a contribution of none", "a number, or no contribution")


def _twins(found: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[tuple[str, str, str]]:
    """Each address whose likeness an earlier one has, with its text and that earlier address."""
    earlier: dict[tuple[str, ...], str] = {}
    for address, text, likeness in found:
        if likeness in earlier:
            yield address, text, earlier[likeness]
        else:
            earlier[likeness] = address


def _list_of(address: str) -> str:
    """The list in which an entry stands; what is in scope and what is out of it are one."""
    keys = address.split(".")
    return keys[0] if keys[0] == "pilot" and "scope" in address else ".".join([*keys[:-2], keys[-1]])


def _whose(address: str, who: dict[str, str]) -> str:
    """The party of an entry, where it names one."""
    above = address.rpartition(".")[0]
    return next((who[at] for key in ("party", "who") if (at := f"{above}.{key}") in who), "")


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")
