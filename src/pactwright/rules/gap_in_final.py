"""A final document has no gap and no open point.

What it looks for: any open point of an agreement that is meant to be final. Why: a signed paper with "[start date]" in
it settles nothing, and the parties believe that it does.

Bad: `draft --final` of a spec without pilot.start. Good: every fact filled, or drafted without --final.
"""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.document import Agreement, words
from pactwright.findings import Finding


def findings(agreement: Agreement) -> Iterator[Finding]:
    """One error per open point: what is missing, where it stands, who can supply it."""
    if not agreement.is_final:
        return
    for point in agreement.open_points:
        where = f" in {words(point.where)}" if words(point.where) else ""
        verb = "is" if point.count == 1 else "are"
        yield Finding(
            "gap-in-final",
            "error",
            point.address,
            f"{words(point.what)} {verb} open{where}",
            "",
            f"{words(point.owner)} can supply it; or draft without --final",
        )
