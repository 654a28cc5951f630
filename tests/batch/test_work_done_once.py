"""What the rows of a batch share is done once, and a row costs what it changes.

Nothing is timed: the real functions are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from pactwright import looks, selection, workshop
from pactwright.assembly import body
from pactwright.assembly.printing import Printer
from pactwright.batch.base import base_from
from pactwright.batch.making import Maker
from pactwright.batch.order import Order
from pactwright.batch.row import Row
from pactwright.library import load, options, prebuilt
from pactwright.writers.word import compiling, held, slots, tables
from pactwright.writers.word.package import members, packed
from tests.batch.runs import ran
from tests.benchmarks.specs import as_it_is
from tests.changes import Texts, row_of
from tests.stories import ROOT, TEMPLATE, sound

BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"
SIGNATORY = "parties.company.signatories.0.name"
ABROAD: Texts = {"jurisdiction": "us-ca"}
RECITALS = 1  # of which nothing is kept
LOADED: dict[str, tuple[tuple[object, str], ...]] = {
    "library": ((load, "loaded"),),
    "outline": ((workshop, "outline_from"),),
    "clause file": ((load, "front_matter"), (load, "parsed"), (options, "parsed_wordings")),
    "template made ready": ((compiling, "compiled_from"),),
    "template inspected": ((looks, "_inspected"),),
}
"""What the rows share, and the functions that make it."""

MADE: dict[str, tuple[tuple[object, str], ...]] = {
    "options chosen": ((selection, "_chosen"),),
    "planned": ((body, "plan_of"),),
    "printed": ((Printer, "runs"),),
    "clause in XML": ((slots, "clause_control"),),
    "schedule in XML": ((slots, "schedule_control"),),
    "paragraph in XML": ((slots, "paragraph_xml"),),
    "row in XML": ((tables, "_row"),),
    "XML parsed": ((held, "tree"),),
    "deflated": ((import_module("pactwright.writers.word.compiled"), "fast_entry"),),
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
    for kept in (prebuilt.library_for, workshop.outline):
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
    order = Order(documents=("pilot-agreement", "mou"), template=house(tmp_path))
    outcome = ran(tmp_path / "out", tuple(rows), base=base_from(BASE), order=order, making=Maker)
    assert (outcome.made, outcome.failed) == (24, 0)
    assert counts["library"] == 2
    assert counts["outline"] == 2
    assert counts["template made ready"] == 1
    assert counts["template inspected"] == 1


def test_what_the_rows_share_is_loaded_before_the_first_of_them(counts: Counter[str]) -> None:
    """So that processes that fork have it, and no row parses a file of the library."""
    maker = Maker(base_from(BASE), Order())
    maker.ready()
    assert counts["clause file"] > 0
    counts.clear()
    for number in range(12):
        maker.made(row_of("a row", {SIGNATORY: f"Signer {number}"}))
    assert [key for key in LOADED if counts[key]] == []


# ------------------------------------------------------------------------------------- a row costs what it changes


def costs(counts: Counter[str], *rows: Texts) -> dict[str, int]:
    """What the agreement of the last row costs, drafted after the base's own and those of the other rows."""
    maker = Maker(base_from(BASE), Order(documents=("pilot-agreement",)))
    maker.ready()
    for row in rows:
        counts.clear()
        maker.made(row_of("a row", row))
    return {key: counts[key] for key in MADE if counts[key]}


def test_a_row_that_changes_nothing_costs_next_to_nothing(counts: Counter[str]) -> None:
    assert costs(counts, {}) == {"paragraph in XML": RECITALS, "deflated": 1}


@pytest.mark.parametrize("before", [{}, {SIGNATORY: "Ada One"}], ids=["base", "row"])
def test_another_signatory_costs_the_signatures_and_no_clause(before: Texts, counts: Counter[str]) -> None:
    """Deflated are the document and the digest of the spec."""
    cost = costs(counts, before, {SIGNATORY: "Ben Two"})
    assert "printed" not in cost
    assert "clause in XML" not in cost
    assert "XML parsed" not in cost
    assert cost["deflated"] == 2


def test_another_day_of_a_milestone_costs_its_row_and_no_clause(counts: Counter[str]) -> None:
    cost = costs(counts, {"milestones.sensors-up.due": "2027-04-04"})
    assert "options chosen" not in cost
    assert "printed" not in cost
    assert "clause in XML" not in cost
    assert "XML parsed" not in cost
    assert (cost["row in XML"], cost["schedule in XML"], cost["deflated"]) == (1, 1, 2)


def test_the_same_words_in_another_file_cost_no_clause(counts: Counter[str], tmp_path: Path) -> None:
    """A folder of specs shares no object with the spec before: only what they say is the same."""
    maker = Maker(None, Order(documents=("pilot-agreement",)))
    text = BASE.read_text("utf-8")
    for name in ("one", "two", "three"):
        (spec := tmp_path / f"{name}.yml").write_text(text.replace("Robin Sample", f"Robin {name}"), "utf-8")
        counts.clear()
        maker.made(Row(name, str(spec), spec=spec))
    assert {"options chosen", "planned", "printed", "clause in XML", "XML parsed"}.isdisjoint(counts)
    assert counts["schedule in XML"] < len(sound(as_it_is()).agreement.schedules)


def test_another_value_of_a_parameter_costs_the_clause_that_prints_it(counts: Counter[str]) -> None:
    """That clause alone is written again, and the definitions and the key terms that name it; nothing is parsed."""
    articles = sound(as_it_is()).agreement.articles
    [clause] = [clause for each in articles for clause in each.clauses if clause.id == "funding/payment"]
    cost = costs(counts, {"choices.funding/payment.pay_days": "44"})
    assert cost["printed"] <= len(clause.blocks)
    assert cost["clause in XML"] == 1
    assert "schedule in XML" not in cost
    assert "XML parsed" not in cost
    assert cost["deflated"] == 2
