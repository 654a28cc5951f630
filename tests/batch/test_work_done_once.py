"""What the rows of a batch share is done once.

Nothing is timed: the real functions are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from pactwright import looks, workshop
from pactwright.batch.base import base_from
from pactwright.batch.maker import Maker
from pactwright.batch.model import Settings
from pactwright.library import load, options, ready
from pactwright.writers.word import compiling
from pactwright.writers.word.package import members, packed
from tests.batch.runs import ran
from tests.changes import Texts, row_of
from tests.stories import ROOT, TEMPLATE

BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"
SIGNATORY = "parties.company.signatories.0.name"
ABROAD: Texts = {"jurisdiction": "us-ca"}
LOADED: dict[str, tuple[tuple[object, str], ...]] = {
    "library": ((load, "loaded"),),
    "outline": ((workshop, "outline_from"),),
    "clause file": ((load, "front_matter"), (load, "parsed"), (options, "parsed_wordings")),
    "template made ready": ((compiling, "compiled_from"),),
    "template inspected": ((looks, "_inspected"),),
}
"""What the rows share, and the functions that make it."""


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

    for key, functions in LOADED.items():
        for owner, name in functions:
            counting(key, owner, name)
    for kept in (ready.library_for, workshop.outline):
        kept.cache_clear()
    return counts


def house(folder: Path) -> Path:
    """A template of a house, which no test before this one had."""
    parts = members(TEMPLATE)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"{{ title }}", b"{{ title }} (once)")
    (path := folder / "house.docx").write_bytes(packed(parts))
    return path


def test_a_batch_loads_a_library_for_each_place_and_makes_the_template_ready_once(
    counts: Counter[str], tmp_path: Path
) -> None:
    rows = [row_of(f"pilot-{number}", {SIGNATORY: f"Signer {number}"}) for number in range(10)]
    rows += [row_of(f"abroad-{number}", {SIGNATORY: f"Signer {number}"} | ABROAD) for number in range(2)]
    order = Settings(documents=("pilot-agreement", "mou"), template=house(tmp_path))
    outcome = ran(tmp_path / "out", tuple(rows), base=base_from(BASE), settings=order, making=Maker)
    assert (outcome.made, outcome.failed) == (24, 0)
    assert counts["library"] == 2
    assert counts["outline"] == 2
    assert counts["template made ready"] == 1
    assert counts["template inspected"] == 1


def test_what_the_rows_share_is_loaded_before_the_first_of_them(counts: Counter[str]) -> None:
    """So that processes that fork have it, and no row parses a file of the library."""
    maker = Maker(base_from(BASE), Settings())
    maker.ready()
    assert counts["clause file"] > 0
    counts.clear()
    for number in range(12):
        maker.made(row_of("a row", {SIGNATORY: f"Signer {number}"}))
    assert [key for key in LOADED if counts[key]] == []
