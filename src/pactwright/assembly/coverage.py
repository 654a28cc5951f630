"""What a spec says and a document does not: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from pactwright.document import Agreement, Piece, Runs, Value, runs_of
from pactwright.spec.settled import STEERING

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext

STEERING_FIELDS = frozenset(
    {
        "side",
        "signs",
        "pledge",
        "called",
        "reward",
        "place_of_law",
        "public_body",
        "on_behalf",
        "installs",
        "works_value",
        "barriers",
    }
)


def unprinted(context: DraftContext, agreement: Agreement) -> tuple[str, ...]:
    """The addresses of facts of the spec that do not stand in the document.

    What steers the drafting (the model, the choices, the sides) is used and not printed.
    """
    printed = _addresses(_around(agreement)).union(*map(printed_in, agreement.pieces()))
    printed |= context.spec.placeholders.keys() | context.given.unsettled
    return tuple(each for each, _ in context.spec.values if each not in printed and _is_for_print(each))


def _is_for_print(address: str) -> bool:
    """Whether a document should print what stands at an address; an entry of a list counts as its list."""
    field = address.rstrip(".0123456789").rpartition(".")[2]
    return address.partition(".")[0] not in STEERING and field not in STEERING_FIELDS


@lru_cache(maxsize=1024)
def printed_in(piece: Piece) -> frozenset[str]:
    """The addresses of the facts that a piece of a document prints."""
    return _addresses(runs_of(piece))


def _addresses(groups: Iterable[Runs]) -> frozenset[str]:
    return frozenset({run.address for run in chain.from_iterable(groups) if isinstance(run, Value)})


def _around(agreement: Agreement) -> Iterator[Runs]:
    """The runs of the front page and of the signatures."""
    yield from (agreement.project, agreement.date, agreement.execution_lead)
    for line in agreement.parties:
        yield from (line.name, line.details, line.called)
    yield from (term.runs for term in agreement.key_terms)
    for block in agreement.execution:
        yield from (block.party, block.opening)
        yield from (field.runs for signer in block.signers for field in signer)
