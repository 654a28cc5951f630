"""What the rows of a batch share is done once, and a row costs what it changes.

Nothing is timed: the real functions are counted.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable

import pytest
from jinja2.sandbox import SandboxedEnvironment

from pactwright import looks, workshop
from pactwright.assembly.printing import Printer
from pactwright.batch.base import base_from
from pactwright.batch.making import Maker
from pactwright.batch.order import Order
from pactwright.library import load, options, ready
from pactwright.writers.word import held, slots, tables
from tests.changes import Texts, row_of
from tests.stories import ROOT

BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"
AGREEMENT = Order(documents=("pilot-agreement",))
STORIES = 5  # a document, two headers and two footers
LOADED: dict[str, tuple[tuple[object, str], ...]] = {
    "library": ((load, "loaded"),),
    "outline": ((workshop, "outline_from"),),
    "clause file": ((load, "front_matter"), (load, "parsed"), (options, "parsed_wordings")),
    "template compiled": ((SandboxedEnvironment, "parse"),),
    "template inspected": ((looks, "_inspected"),),
}
"""What the rows share, and the functions that make it."""

MADE: dict[str, tuple[tuple[object, str], ...]] = {
    "printed": ((Printer, "runs"),),
    "clause in XML": ((slots, "clause_control"),),
    "schedule in XML": ((slots, "schedule_control"),),
    "paragraph in XML": ((slots, "paragraph_xml"),),
    "row in XML": ((tables, "_row"),),
    "XML parsed": ((held, "tree"),),
    "deflated": ((zlib, "compressobj"),),
}
"""What a document needs, and the functions that make it."""


@pytest.fixture(name="counts")
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each kind of work is done, from here on; what earlier tests loaded is put away."""
    counts: Counter[str] = Counter()

    def counting(key: str, owner: object, name: str) -> None:
        work: Callable[..., object] = getattr(owner, name)

        def counted(*given: object, **named: object) -> object:
            counts[key] += 1
            return work(*given, **named)

        monkeypatch.setattr(owner, name, counted)

    for key, functions in (LOADED | MADE).items():
        for owner, name in functions:
            counting(key, owner, name)
    for kept in (ready.library_for, workshop.outline):
        kept.cache_clear()
    return counts


def costs(counts: Counter[str], first: Texts, second: Texts) -> dict[str, int]:
    """What the document of the second row costs, drafted after the base's and the first's."""
    maker = Maker(base_from(BASE), AGREEMENT)
    maker.ready()
    maker.made(row_of("first", first))
    counts.clear()
    maker.made(row_of("second", second))
    return dict(counts)
