"""What a limit is a part or a multiple of, in money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from pactwright.facts.bases import parts_of_base
from pactwright.figures.one_money import one_money
from pactwright.figures.problems import FigureError
from pactwright.spec import Money, Spec


def base_of(spec: Spec, base: Mapping[str, str], party: str = "") -> Money | None:
    """The amount of a base, an entry of the vocabulary; None where the spec does not say it in one money."""
    parts = parts_of_base(spec, base, party)
    try:
        found = one_money(parts)
    except FigureError:
        return None
    first = next(iter(parts.values()), None)
    return replace(first, amount=sum(found.figures.values(), Decimal(0))) if first else None
