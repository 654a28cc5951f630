"""What the rows of a batch share is done once, and a row costs what it changes.

Nothing is timed: what the caches had to make is counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import _lru_cache_wrapper, partial
from importlib import import_module
from pathlib import Path

import pytest

from pactwright import service, themes
from pactwright.batch.base import base_from
from pactwright.batch.maker import Maker
from pactwright.batch.model import Row, Settings
from pactwright.batch.request import inputs_of
from pactwright.library import load, opening, options, prebuilt
from tests.batch.makers import Texts, row_of
from tests.batch.runs import ran
from tests.benchmarks.specs import as_it_is
from tests.edits import replaced
from tests.stories import ROOT, TEMPLATE, library, sound

BASE = ROOT / "examples" / "startup-pilot" / "spec.yml"
SIGNATORY = "parties.company.signatories.0.name"
ABROAD: Texts = {"jurisdiction": "us-ca"}
LOADED: dict[str, tuple[tuple[object, str], ...]] = {
    "library": ((load, "loaded"),),
    "outline": ((service, "outline_from"),),
    "clause file": ((load, "front_matter"), (opening, "parsed_table"), (options, "parsed_wordings")),
    "template inspected": ((themes, "_inspected"),),
}
"""What the rows share, and the functions that make it."""

MADE = {
    "options chosen": "selection.choosing.chosen_issues",
    "planned": "assembly.planning.planned",
    "clause filled": "assembly.filling.filled",
    "clause in XML": "writers.word.slots._clause",
    "schedule in XML": "writers.word.slots._schedule",
    "row in XML": "writers.word.tables._row",
    "XML parsed": "writers.word.story._index_without_words",
    "template prepared": "writers.word.template.prepared",
}
"""What a document needs, and the cached function that makes it."""


def cached(name: str) -> _lru_cache_wrapper[object]:
    """The cached function of that name."""
    module, _, function = name.rpartition(".")
    found: _lru_cache_wrapper[object] = getattr(import_module(f"pactwright.{module}"), function)
    return found


def misses() -> Counter[str]:
    """How often each cached function has had to make something, so far."""
    return Counter({key: cached(name).cache_info().misses for key, name in MADE.items()})


@pytest.fixture(name="counts")
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often what rows share is loaded, from here on; what earlier tests loaded and made is put away."""
    counts: Counter[str] = Counter()

    def counting(key: str, work: Callable[..., object], *given: object, **named: object) -> object:
        counts[key] += 1
        return work(*given, **named)

    for key, functions in LOADED.items():
        for owner, name in functions:
            monkeypatch.setattr(owner, name, partial(counting, key, getattr(owner, name)))
    read = (load._of_files, load._option_in, prebuilt.library_for, service.outline_for)  # noqa: SLF001 - what is kept of files
    for kept in (*read, *map(cached, MADE.values())):
        kept.cache_clear()
    return counts


def house(folder: Path) -> Path:
    """A template of a house, which no test before this one had."""
    (path := folder / "house.docx").write_bytes(replaced(TEMPLATE, "{{ title }}", "{{ title }} (once)"))
    return path


def test_a_batch_loads_a_library_for_each_place_and_prepares_the_template_once(
    counts: Counter[str], tmp_path: Path
) -> None:
    rows = [row_of(f"pilot-{number}", {SIGNATORY: f"Signer {number}"}) for number in range(10)]
    rows += [row_of(f"abroad-{number}", {SIGNATORY: f"Signer {number}"} | ABROAD) for number in range(2)]
    settings = Settings(documents=("pilot-agreement", "mou"), template=house(tmp_path))
    outcome = ran(tmp_path / "out", tuple(rows), base=base_from(BASE), settings=settings, making=Maker)
    assert (outcome.made, outcome.failed) == (24, 0)
    assert counts["library"] == 2
    assert counts["outline"] == 2 * 2  # each document, in each place
    assert counts["template inspected"] == 1
    assert misses()["template prepared"] == 1


def test_what_the_rows_share_is_loaded_before_the_first_of_them(counts: Counter[str]) -> None:
    """So that processes that fork have it, and no row parses a file of the library."""
    maker = Maker(base_from(BASE), Settings())
    maker.ready()
    assert counts["clause file"] > 0
    counts.clear()
    for number in range(12):
        maker.made(row_of("a row", {SIGNATORY: f"Signer {number}"}))
    assert [key for key in LOADED if counts[key]] == []


# ------------------------------------------------------------------------------------- a row costs what it changes


def costs(*rows: Texts) -> Counter[str]:
    """What the agreement of the last row costs, drafted after the base's own and those of the other rows."""
    maker = Maker(base_from(BASE), Settings(documents=("pilot-agreement",)))
    maker.ready()
    before = misses()
    for row in rows:
        before = misses()
        maker.made(row_of("a row", row))
    return +(misses() - before)


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("rows", "cost"),
    [
        (({},), {}),
        (({}, {SIGNATORY: "Ben Two"}), {}),
        (({SIGNATORY: "Ada One"}, {SIGNATORY: "Ben Two"}), {}),
        # Its own row, the exit values of the four months that it moves, and the month's money of two parties.
        (({"milestones.sensors-up.due": "2027-04-04"},), {"row in XML": 7, "schedule in XML": 1}),
    ],
    ids=["nothing", "a signatory", "a signatory of the row before", "a day of a milestone"],
)
def test_a_row_costs_no_clause_when_it_changes_only(rows: tuple[Texts, ...], cost: dict[str, int]) -> None:
    assert costs(*rows) == cost


@pytest.mark.usefixtures("counts")
def test_the_same_words_in_another_file_cost_no_clause(tmp_path: Path) -> None:
    """A folder of specs shares no object with the spec before: only what they say is the same."""
    maker = Maker(None, Settings(documents=("pilot-agreement",)))
    text = BASE.read_text("utf-8")
    before = misses()
    for name in ("one", "two", "three"):
        (spec := tmp_path / f"{name}.yml").write_text(text.replace("Robin Sample", f"Robin {name}"), "utf-8")
        before = misses()
        maker.made(Row(name, str(spec), spec=spec))
    assert set(misses() - before) <= {"row in XML", "schedule in XML"}


@pytest.mark.usefixtures("counts")
def test_another_value_of_a_parameter_costs_the_clauses_that_print_it() -> None:
    """Those alone are filled and written again, and nothing is chosen, planned or parsed."""
    made = sound(as_it_is()).agreement
    address = "choices.funding/payment.pay_days"
    parameters = [each for issue in library("au-nsw").issues.values() for each in issue.parameters.values()]
    printed = (address, *(each.address for each in parameters if each.source == address.removeprefix("choices.")))
    clauses = [clause for article in made.articles for clause in article.clauses]
    pieces = [clause for clause in clauses if any(each in repr(clause) for each in printed)]
    cost = costs({address: "44"})
    assert len(pieces) >= 1
    assert cost["clause in XML"] == len(pieces)
    assert set(cost) <= {"clause filled", "clause in XML", "row in XML", "schedule in XML"}


def test_a_house_library_that_is_edited_while_its_table_is_read_is_the_one_that_prints(tmp_path: Path) -> None:
    """Else its old words would stand in files that the next run takes for those of the new ones."""
    (file := tmp_path / "house" / "jurisdictions" / "au-nsw" / "jurisdiction.yml").parent.mkdir(parents=True)
    (table := tmp_path / "pilots.csv").write_text("key,project.title\none,One\n", "utf-8")
    file.write_text("words:\n  schedule: Annex\n", "utf-8")
    base, read = inputs_of(table, BASE, tmp_path / "house")
    file.write_text("words:\n  schedule: Exhibit\n", "utf-8")
    settings = Settings(documents=("mou",), formats=("txt",), house=tmp_path / "house")
    ran(tmp_path / "out", tuple(read.rows), base=base, settings=settings, making=Maker)
    text = (tmp_path / "out" / "one-mou.txt").read_text("utf-8")
    assert ("Exhibit 1" in text, "Annex" in text) == (True, False)
