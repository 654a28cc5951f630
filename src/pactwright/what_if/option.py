"""An option asked for as a person would ask: what stands of the one before goes along, where the new one takes it, too.

Without that a step from one option to another would report every figure that both of them have as changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pactwright.batch.base import standing_at
from pactwright.what_if.asked import CHOICES, Asked

if TYPE_CHECKING:
    from pactwright.library.model import Library, Option
    from pactwright.textfile import Tree


def asked_for(tree: dict[str, Tree], library: Library, option: Option, reason: str = "") -> tuple[Asked, ...]:
    """An option in a spec, and what the spec says of every figure that it has in common with the one that stands."""
    why = (Asked(f"{option.issue}.reason", reason),) if reason else ()
    return (Asked(option.issue, option.id), *why, *_carried(tree, library, option))


def _carried(tree: dict[str, Tree], library: Library, option: Option) -> Iterator[Asked]:
    chosen = standing_at(tree, (CHOICES, option.issue))
    own = library.issues[option.issue].parameters
    for name, value in (chosen if isinstance(chosen, dict) else {}).items():
        if name in own and (not own[name].options or option.id in own[name].options):
            yield from _leaves(f"{option.issue}.{name}", value)
        elif name in own:
            yield Asked(f"{option.issue}.{name}", None)


def _leaves(address: str, value: Tree) -> Iterator[Asked]:
    """A value, or each that stands below it."""
    if isinstance(value, str):
        yield Asked(address, value)
    else:
        below = value.items() if isinstance(value, dict) else enumerate(value or ())
        for key, each in below:
            yield from _leaves(f"{address}.{key}", each)
