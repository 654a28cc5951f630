"""Rules on ids and addresses: what is named must be there, and be nameable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pactwright.findings import Finding, nearest
from pactwright.spec.addresses import CONFIRM, ISSUE, accepted_keys, unknown_part
from pactwright.spec.bearers import BEARERS
from pactwright.spec.scalars import identifier
from pactwright.validation import RefusedError, enumerated, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pactwright.spec.root import Spec


def id_form(spec: Spec) -> Iterator[Finding]:
    """Looks for an id that is not made of lower-case letters, digits and hyphens, or is longer than 40 characters.

    Why: ids stand in addresses (`parties.city.kind`) and in choices; a dot or a space in one makes these unreadable.

    Bad: `parties: {City_1: ...}`

    Good: `parties: {city-1: ...}`
    """
    for group, ids in _groups(spec).items():
        for key in ids:
            try:
                identifier(key)
            except RefusedError as refused:
                yield Finding("id-form", "error", f"{group}.{key}", refused.seen, refused.accepted, refused.fix)
    for key in spec.choices:
        if not ISSUE.fullmatch(key):
            seen = f"{quoted(key)} is not the id of an issue"
            yield Finding("id-form", "error", f"choices.{key}", seen, "topic/issue, such as liability/cap")
    for key in spec.confirmed:
        if not CONFIRM.fullmatch(key):
            seen = f"{quoted(key)} names nothing that can be confirmed"
            accepted = "topic/issue#id or place#id, as the list of open points has it"
            yield Finding("id-form", "error", f"confirmed.{key}", seen, accepted)


def unknown_party(spec: Spec) -> Iterator[Finding]:
    """Looks for a key that names a party (or an outsider, where one may stand) that the spec does not have.

    Why: a duty of nobody is a duty that nobody does; most often it is a typing mistake.

    Bad: `milestones: {m1: {payee: partnr}}` when the parties are `city` and `partner`

    Good: `milestones: {m1: {payee: partner}}`
    """
    for address, ref, key in spec.references:
        if key in spec.parties:
            continue
        accepted = tuple(spec.parties) + (tuple(spec.outsiders) if "outsiders" in ref.groups else ())
        accepted += tuple(each for each in BEARERS if each in ref.groups)
        if key in spec.outsiders and key not in accepted:
            seen = f"{quoted(key)} is an outsider, which signs nothing, so that nothing binds it here"
            fix = "name the party that answers for it, and say in words who does it"
            yield Finding("unknown-party", "error", address, seen, enumerated(accepted), fix)
        elif key not in accepted:
            noun = "a party or an outsider" if "outsiders" in ref.groups else "a party"
            fix = nearest(key, accepted[:200])
            yield Finding("unknown-party", "error", address, f"{quoted(key)} is not {noun}", enumerated(accepted), fix)


def unknown_address(spec: Spec) -> Iterator[Finding]:
    """Looks for an entry of `open`, `disputed`, `approvals` or `sure` that names no place of the spec and no issue.

    Why: an open point that points nowhere stays open for ever, and the fact that was meant is not marked.

    Bad: `open: [{fact: partner.signatories}]`

    Good: `open: [{fact: parties.partner.signatories}]`, `open: [{fact: liability/cap.multiple}]`
    """
    facts = {f"open.{index}.fact": point.fact for index, point in enumerate(spec.open)}
    facts |= {f"approvals.{index}.fact": each.fact for index, each in enumerate(spec.approvals)}
    facts |= {f"sure.{index}": address for index, address in enumerate(spec.sure)}
    facts |= {f"disputed.{index}.fact": dispute.fact for index, dispute in enumerate(spec.disputed)}
    for address, fact in facts.items():
        part = unknown_part(spec, fact)
        if part is not None:
            keys = () if "/" in fact else accepted_keys(spec, fact)
            seen = f"{quoted(fact)} is no place in this spec" + (f": no {quoted(part)}" if keys else "")
            accepted = enumerated(keys) or "a place of this spec, topic/issue or topic/issue.parameter"
            yield Finding("unknown-address", "error", address, seen, accepted, nearest(part, keys[:200]))


def one_version(spec: Spec) -> Iterator[Finding]:
    """Looks for a disputed fact with fewer than two different values.

    Why: a fact on which all sources agree is not in dispute and can be filled in.

    Bad: `disputed: [{fact: pilot.start, values: [{value: 2027-01-01, source: email}]}]`

    Good: the same with a second value and its source
    """
    for index, dispute in enumerate(spec.disputed):
        if len({version.value for version in dispute.values}) < 2:  # noqa: PLR2004 - a dispute takes two
            seen = f"{quoted(dispute.fact)} has one value only"
            fix = "fill the fact in, or name the other value"
            yield Finding("one-version", "error", f"disputed.{index}.values", seen, "two different values", fix)


def _groups(spec: Spec) -> Mapping[str, tuple[str, ...]]:
    return {
        "parties": tuple(spec.parties),
        "outsiders": tuple(spec.outsiders),
        "milestones": tuple(spec.milestones),
        "datasets": tuple(spec.datasets),
        "pilot.sites": tuple(spec.pilot.sites),
        "conditions": tuple(spec.conditions),
        "risks": tuple(spec.risks),
    }
