"""A final document has no gap and no open point.

What it looks for: any open point of an agreement that is meant to be final. Why: a signed paper with "[start date]" in
it settles nothing, and the parties believe that it does.

Each is told on the line where it is to be filled in: at the row that lacks a field, or at the list that has no row.

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
    for point in agreement.gaps:
        where = f" in {words(point.where)}" if words(point.where) else ""
        yield Finding(
            "gap-in-final",
            "error",
            point.address.partition(" ")[0],  # "parties (host)" stands for whoever has a role
            f"{words(point.what)} is open{where}",
            "",
            f"{words(point.owner)} can supply it; or draft without --final",
        )
