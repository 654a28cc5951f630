"""Rules on ids and addresses: what is named must be there, and be nameable."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pactwright.findings import Finding, nearest
from pactwright.forms import Form, bare, below, fields_of, is_group
from pactwright.spec.base import SpecGroup
from pactwright.spec.form import ISSUE
from pactwright.spec.scalars import identifier
from pactwright.spec.terms import SHARED
from pactwright.validation import RefusedError, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pactwright.spec.root import Spec

# Of a parameter, and whose value it is.
PARAMETER: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9-]+)?")
_ABSENT: Final = object()


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
        accepted += (SHARED,) if SHARED in ref.groups else ()
        if key not in accepted:
            noun = "a party or an outsider" if "outsiders" in ref.groups else "a party"
            fix = nearest(key, accepted[:200])
            yield Finding("unknown-party", "error", address, f"{quoted(key)} is not {noun}", listed(accepted), fix)


def unknown_address(spec: Spec) -> Iterator[Finding]:
    """Looks for an entry of `open` or `disputed` whose fact is neither a place of the spec nor an issue.

    Why: an open point that points nowhere stays open for ever, and the fact that was meant is not marked.

    Bad: `open: [{fact: partner.signatories}]`

    Good: `open: [{fact: parties.partner.signatories}]`, `open: [{fact: liability/cap.multiple}]`
    """
    facts = {f"open.{index}.fact": point.fact for index, point in enumerate(spec.open)}
    facts |= {f"disputed.{index}.fact": dispute.fact for index, dispute in enumerate(spec.disputed)}
    for address, fact in facts.items():
        part = _unknown_part(spec, fact.removeprefix("choices."))
        if part:
            keys = () if "/" in fact else _keys_at(*_followed(spec, fact)[:2])
            seen = f"{quoted(fact)} is no place in this spec" + (f": no {quoted(part)}" if keys else "")
            accepted = listed(keys) or "a place of this spec, topic/issue or topic/issue.parameter"
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


def _unknown_part(spec: Spec, address: str) -> str:
    """The first part of an address that is not there, or nothing if the address stands.

    `<topic>/<issue>` and `<topic>/<issue>.<parameter>` are left to whoever knows the library.
    """
    issue, _, parameter = address.partition(".")
    if "/" in issue:
        good = ISSUE.fullmatch(issue) and (not parameter or PARAMETER.fullmatch(parameter))
        return "" if good else address
    return _followed(spec, address)[2]


def _followed(spec: Spec, address: str) -> tuple[Form, object, str]:
    """How far an address leads: the form and the value there, and the first part that is not there, or nothing.

    A map's id and a list's number must be in this spec; a fact that a spec may hold need not be filled in.
    """
    form: Form = type(spec)
    value: object = spec
    for key in address.split("."):
        form_below, value_below = below(form, int(key) if key.isdecimal() else key), _value_below(value, key)
        if form_below is None or value_below is _ABSENT:
            return form, value, key
        form, value = form_below, value_below
    return form, value, ""


def _value_below(value: object, key: str) -> object:
    if isinstance(value, SpecGroup):
        field = fields_of(type(value)).get(key)
        return getattr(value, field.name) if field else _ABSENT
    if isinstance(value, Mapping):
        return value.get(key, _ABSENT)
    if isinstance(value, tuple):
        return value[int(key)] if key.isdecimal() and int(key) < len(value) else _ABSENT
    return None if value is None else _ABSENT


def _keys_at(form: Form, value: object) -> tuple[str, ...]:
    """The keys of a group of the form, or the ids of a map of the spec."""
    if is_group(bare(form)):
        return tuple(fields_of(bare(form)))
    return tuple(value) if isinstance(value, Mapping) else ()
