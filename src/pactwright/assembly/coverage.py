"""What a spec says and a document does not: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pactwright.document import Agreement, Runs, Table, Value
from pactwright.spec.walk import leaves

if TYPE_CHECKING:
    from pactwright.scene import Scene

STEERING = frozenset(
    {"schema", "model", "jurisdiction", "documents", "version", "choices", "open", "disputed", "sides"}
)
STEERING_FIELDS = frozenset({"side", "signs", "pledge", "called"})


def unprinted(scene: Scene, agreement: Agreement) -> tuple[str, ...]:
    """The addresses of facts of the spec that do not stand in the document.

    What steers the drafting (the model, the choices, the sides) is used and not printed.
    """
    printed = {run.address for runs in _all_runs(agreement) for run in runs if isinstance(run, Value)}
    return tuple(address for address, _ in leaves(scene.spec) if _is_for_print(address) and address not in printed)


def _is_for_print(address: str) -> bool:
    return address.partition(".")[0] not in STEERING and address.rpartition(".")[2] not in STEERING_FIELDS


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
