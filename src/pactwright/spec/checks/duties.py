"""Rules on who owes what: only who is bound by the document can have a duty under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.validation import enumerated, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec


def unbound(spec: Spec) -> Iterator[Finding]:
    """Looks for a duty, a share, a payment or a right over data or IP given to a party that does not sign.

    Why: nothing binds it, so the work is nobody's; the others will find out when it is not done. A party for which
    another one signs is bound; of one that does not exist yet, the party that stands in performs its duties.

    Bad: `trust: {side: independent, ...}` and `pilot: {activities: [{who: trust}]}`

    Good: the same with `signs: yes`, with `signs_for: [trust]` at a party that signs, or with another party as `who`
    """
    bound = tuple(key for key, _ in spec.signing())
    waiting: dict[str, list[str]] = {}
    for address, key in _duties(spec):
        party = spec.parties.get(key)
        if party is None or key in bound:
            continue
        if party.formation and party.formation.stands_in in bound:
            waiting.setdefault(key, []).append(address)
            continue
        way = f"signs: yes under parties.{key}" if not party.formation else "stands_in: with a party that signs"
        fix = f"let it sign ({way}), or name a party that signs and answers for it"
        seen = f"{quoted(key)} does not sign, so nothing binds it here"
        yield Finding("unbound", "error", address, seen, enumerated(bound), fix)
    for key, addresses in waiting.items():
        yield _future(spec, key, addresses)


def same_party(spec: Spec) -> Iterator[Finding]:
    """Looks for a party that pays itself for a milestone, or that handles a data set for itself.

    Why: nobody owes itself anything, so the acceptance, the payment or the instruction that the clause relies on is
    nobody's.

    Bad: `milestones: {report: {payer: partner, payee: partner}}`

    Good: `milestones: {report: {payer: city, payee: partner}}`
    """
    for key, milestone in spec.milestones.items():
        if milestone.payer is not None and milestone.payer == milestone.payee:
            seen = f"{quoted(milestone.payer)} is also the payee of this milestone"
            yield Finding("same-party", "error", f"milestones.{key}.payer", seen, "a payer and a payee that differ")
    for key, data in spec.datasets.items():
        if data.processor is not None and data.processor == data.controller:
            seen = f"{quoted(data.processor)} also decides about this data set, and handles it for nobody but itself"
            accepted = "another party that handles it, or none"
            fix = "take processor: out if no other party handles it"
            yield Finding("same-party", "error", f"datasets.{key}.processor", seen, accepted, fix)


def _duties(spec: Spec) -> Iterator[tuple[str, str]]:
    """The address of each duty, and who has it; a share of nothing is none, nor what a yes beside it makes a pledge."""
    values = dict(spec.values)
    for address, ref, key in spec.references:
        beside = f"{address.rpartition('.')[0]}.{ref.unless}"
        if ref.is_duty and values.get(address) != 0 and not (ref.unless and values.get(beside)):
            yield address, key


def _future(spec: Spec, key: str, addresses: list[str]) -> Finding:
    formation = spec.parties[key].formation
    stand_in = formation.stands_in if formation else ""
    seen = f"{quoted(key)} does not exist yet and has {len(addresses)} {'duty' if len(addresses) == 1 else 'duties'}"
    seen += f" ({', '.join(addresses[:3])}{' ...' if len(addresses) > 3 else ''})"  # noqa: PLR2004 - enough to see
    fix = f"{quoted(stand_in or '')} has to perform them until it signs; check that it can"
    return Finding("unbound", "warning", f"parties.{key}.formation", seen, "", fix)
