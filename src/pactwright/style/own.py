"""Own words of a spec that bind somebody, such as a special term: what our text does not say is a remark there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactwright.findings import Finding
from pactwright.style.patterns import pattern_hits

if TYPE_CHECKING:
    from pactwright.library.model import Pattern

OWN = "own"
_BINDING = re.compile(
    r"(?:special_terms|milestones|conditions|end_events|pilot\.activities|risks)\.|choices\.(?!\S*\.reason$)"
)
"""The places of a spec whose texts clauses make binding; elsewhere they tell a story."""


def own_words(texts: Iterable[tuple[str, str]], patterns: Iterable[Pattern]) -> Iterator[Finding]:
    """A warning for what is not said in each text, given with its address, that binds somebody."""
    known = [each for each in patterns if OWN in each.kinds]
    for address, said in texts:
        for pattern in known if _BINDING.match(address) else ():
            for seen in pattern_hits(pattern, (OWN,), said):
                yield Finding(pattern.id, "warning", address, f'"{seen}": {pattern.why}', pattern.say)
