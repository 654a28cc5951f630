"""Where a fact stands: an address, followed through the form of a spec and through what the spec holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from pactwright.forms import Form, bare, below, fields_of, is_group
from pactwright.spec.base import SpecGroup

if TYPE_CHECKING:
    from pactwright.spec.root import Spec

ISSUE: Final = re.compile(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
# Of something to confirm: of an issue or a place, and its own.
CONFIRM: Final = re.compile(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)?#[a-z][a-z0-9-]*")
# Of a parameter, and whose value it is.
PARAMETER: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9-]+)?")
_ABSENT: Final = object()


def last_key(address: str) -> str:
    """The last part of an address that is no number of a list.

    >>> last_key("pilot.in_scope.0"), last_key("parties.council.name")
    ('in_scope', 'name')
    """
    return next(part for part in reversed(address.split(".")) if not part.isdecimal())


def unknown_part(spec: Spec, address: str) -> str | None:
    """The first part of an address that is not there, or nothing if the address stands.

    A map's id and a list's number must be in this spec; a fact that a spec may hold need not be filled in.
    `<topic>/<issue>` and `<topic>/<issue>.<parameter>` are left to whoever knows the library.
    """
    address = address.removeprefix("choices.")
    issue, _, parameter = address.partition(".")
    if "/" in issue:
        good = ISSUE.fullmatch(issue) and (not parameter or PARAMETER.fullmatch(parameter))
        return None if good else address
    return _followed(spec, address)[2]


def form_at(spec: Spec, address: str) -> Form | None:
    """What the form has at an address that stands, with its notes; None where it does not stand."""
    form, _, unknown = _followed(spec, address)
    return form if unknown is None else None


def accepted_keys(spec: Spec, address: str) -> tuple[str, ...]:
    """The keys that can stand beside the last part of an address that is there."""
    form, value, _ = _followed(spec, address)
    if is_group(bare(form)):
        return tuple(fields_of(bare(form)))
    return tuple(value) if isinstance(value, Mapping) else ()


def _followed(spec: Spec, address: str) -> tuple[Form, object, str | None]:
    """How far an address leads: the form and the value there, and the first part that is not there, or nothing."""
    form: Form = type(spec)
    value: object = spec
    for key in address.split("."):
        form_below, value_below = below(form, int(key) if key.isdecimal() else key), _value_below(value, key)
        if form_below is None or value_below is _ABSENT:
            return form, value, key
        form, value = form_below, value_below
    return form, value, None


def _value_below(value: object, key: str) -> object:
    if isinstance(value, SpecGroup):
        field = fields_of(type(value)).get(key)
        return getattr(value, field.name) if field else _ABSENT
    if isinstance(value, Mapping):
        return value.get(key, _ABSENT)
    if isinstance(value, tuple):
        return value[int(key)] if key.isdecimal() and int(key) < len(value) else _ABSENT
    return None if value is None else _ABSENT
