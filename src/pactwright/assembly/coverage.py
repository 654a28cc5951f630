"""What a spec says and a document does not: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactwright.document import Agreement, Runs, Table, Value
from pactwright.findings import Finding
from pactwright.spec.walk import leaves

if TYPE_CHECKING:
    from pactwright.scene import Scene

STEERING = frozenset(
    {"schema", "model", "jurisdiction", "documents", "version", "choices", "open", "disputed", "sides"}
)
STEERING_FIELDS = frozenset({"side", "signs", "pledge", "called"})


def unprinted(scene: Scene, agreement: Agreement) -> Iterator[Finding]:
    """A note for each part of the spec of which something does not stand in the document.

    What steers the drafting (the model, the choices, the sides) is used and not printed.
    """
    printed = {run.address for runs in _all_runs(agreement) for run in runs if isinstance(run, Value)}
    missing: dict[str, list[str]] = {}
    for address, _ in leaves(scene.spec):
        section = address.partition(".")[0]
        if section not in STEERING and address.rpartition(".")[2] not in STEERING_FIELDS and address not in printed:
            missing.setdefault(section, []).append(address)
    for section, addresses in missing.items():
        seen = f"{len(addresses)} of the facts under {section} do not stand in the {scene.outline.title.lower()}"
        yield Finding("not-printed", "note", section, seen, "", f"the first is {addresses[0]}")


def _all_runs(agreement: Agreement) -> Iterator[Runs]:
    yield from (agreement.project, agreement.date, agreement.execution_lead)
    for line in agreement.parties:
        yield from (line.name, line.details, line.called)
    yield from (term.runs for term in agreement.key_terms)
    yield from (paragraph.runs for paragraph in agreement.paragraphs())
    yield from _tables(block for schedule in agreement.schedules for block in schedule.blocks)
    for block in agreement.execution:
        yield from (block.party, block.opening)
        yield from (field.runs for signer in block.signers for field in signer)


def _tables(blocks: Iterable[object]) -> Iterator[Runs]:
    for table in (block for block in blocks if isinstance(block, Table)):
        yield from (cell for row in table.rows for cell in row)
