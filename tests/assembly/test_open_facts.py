"""What is listed as open or disputed prints as a gap in its place, whatever the spec says of it beside."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from pactwright.document import Agreement, Gap, Table, Value, runs_of, words
from pactwright.drafting import Draft
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests import stories
from tests.consoles import came_of
from tests.stories import DOCUMENTS, ROOT, Tree, changed, draft, plain, tree_in

EXAMPLE: Tree = changed(tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml"), {"pilot.end": "2027-09-29"})
"""An example whose pilot ends on a day that is no month's last, for these stand in a table of their own."""
FULL: Tree = {
    key: value
    for key, value in tree_in(ROOT / "tests" / "guard" / "full.yml").items()
    if key not in {"open", "disputed"}
}


TOGETHER = 16
"""How many drafts share the facts of a document: neighbours stand in different ones."""


def runs(value: object) -> Iterator[Value | Gap]:
    """Every value and every gap that a document prints, its list of open points aside."""
    if isinstance(value, Value | Gap):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from runs(each)
    elif isinstance(value, Struct):
        names = (name for name in value.__struct_fields__ if name != "open_points")
        for name in names:
            yield from runs(getattr(value, name))


def shown(agreement: Agreement, kind: type[Value | Gap]) -> set[str]:
    """The addresses of the values, or of the gaps, that a document prints."""
    return {each.address for each in runs(agreement) if isinstance(each, kind)}


def facts_shown(tree: Tree, document: str) -> list[str]:
    """The addresses of the facts that a document prints."""
    agreement = draft(tree, document).agreement
    return sorted(each for each in shown(agreement, Value) if not each.startswith("choices."))


def listed(tree: Tree, *facts: str) -> Tree:
    """A spec in which some facts are given and listed as open."""
    return {**copy.deepcopy(tree), "open": [{"fact": each} for each in facts]}


def disputed(tree: Tree, fact: str, *values: str) -> Tree:
    """A spec in which a fact is given, and two sources differ on it."""
    versions = [{"value": each, "source": f"letter {number}"} for number, each in enumerate(values, start=1)]
    return {**copy.deepcopy(tree), "disputed": [{"fact": fact, "values": versions}]}


def everything(made: Draft, form: str = "txt") -> str:
    """All that a file of a draft says."""
    return " ".join(plain(WRITERS[form](made.agreement, default_theme()).decode()).split())


def totals(made: Draft) -> list[str]:
    """The rows of totals of its schedules."""
    tables = (block for each in made.agreement.schedules for block in each.blocks if isinstance(block, Table))
    return [" ".join(plain(words(cell)) for cell in each.total) for each in tables if each.total]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_fact_of_the_form_that_is_open_as_well_prints_as_a_gap_in_its_place(document: str) -> None:
    facts = facts_shown(FULL, document)
    assert len(facts) > 120
    groups = [facts[start::TOGETHER] for start in range(TOGETHER)]
    for group in groups:
        made = stories.sound(listed(FULL, *group), document)
        assert set(group) - shown(made.agreement, Gap) == set()
        assert set(group) & shown(made.agreement, Value) == set()
        remarks = {each.address for each in made.findings if each.rule == "open-and-given"}
        assert remarks == set(group)
        assert [each for each in (plain(words(point.what)) for point in made.agreement.gaps) if "_" in each] == []


def test_the_guard_of_every_fact_finds_a_value_that_prints_all_the_same() -> None:
    made = stories.sound(listed(FULL, "pilot.end"))
    assert "pilot.start" in shown(made.agreement, Value)
    assert "pilot.start" not in shown(made.agreement, Gap)


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_a_date_that_is_open_as_well_stands_nowhere_in_the_agreement(form: str) -> None:
    typed = draft(EXAMPLE)
    assert "29 September 2027" in everything(typed, form)
    made = stories.sound(listed(EXAMPLE, "pilot.end"))
    assert "29 September 2027" not in everything(made, form)
    assert "2027-09-29" not in everything(made, form)
    assert "nd date of the pilot: the Council to supply]" in everything(made, form)


def test_disputed_facts_print_what_each_source_says() -> None:
    day = stories.sound(disputed(EXAMPLE, "pilot.end", "2027-09-29", "2027-10-31"))
    said = "2027-09-29 (letter 1) / 2027-10-31 (letter 2); the Council to settle]"
    assert said in everything(day)
    assert "29 September 2027" not in everything(day)
    name = stories.sound(disputed(EXAMPLE, "parties.company.name", "Example Air Pty Ltd", "Example Air Limited"))
    said = "Example Air Pty Ltd (letter 1) / Example Air Limited (letter 2); the Company to settle]"
    assert said in everything(name)
    assert "parties.company.name" not in shown(name.agreement, Value)


def test_what_is_worked_out_of_an_open_fact_is_not_settled_either() -> None:
    amount = "milestones.report.amount"
    total = [words for words in totals(draft(EXAMPLE)) if "48,000" in words]
    assert total
    assert [each for each in totals(stories.sound(listed(EXAMPLE, amount))) if "48,000" in each] == []
    made = stories.sound(listed(EXAMPLE, "funding.price"))
    assert made.selection.facts["funding.has_price"] is None
    assert {"funding.price"} <= shown(made.agreement, Gap)


def test_a_place_whose_owner_is_open_keeps_its_clause_and_its_gap_stands_in_the_schedule_alone() -> None:
    made = stories.sound(tree_in(ROOT / "examples" / "future-street" / "spec.yml")).agreement
    owner = "pilot.sites.plaza.owner"
    assert owner in {each.address for each in runs(made.schedules) if isinstance(each, Gap)}
    assert owner not in {each.address for each in runs(made.articles) if isinstance(each, Gap)}
    [site] = [each for article in made.articles for each in article.clauses if each.id == "operations/site"]
    assert any("must make the place safe within" in plain(words(each)) for each in runs_of(site))


def test_a_fact_that_is_listed_as_open_is_a_gap_in_the_record_that_would_show_it() -> None:
    for address in ("pilot.hours", "pilot.end"):
        made = stories.sound(listed(changed(EXAMPLE, {address: None}), address)).agreement
        assert address in {each.address for each in runs(made.schedules) if isinstance(each, Gap)}


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_yes_or_no_that_is_open_decides_nothing(answer: str) -> None:
    tree = changed(EXAMPLE, {"funding.at_cost": answer})
    made = draft(listed(tree, "funding.at_cost"))
    assert made.selection.facts["funding.at_cost"] is None
    assert "funding.at_cost" in {each.address for each in made.agreement.open_points}


def test_one_payer_that_is_open_is_nobody_in_the_clauses() -> None:
    rows = [f"milestones.{each}.payer" for each in EXAMPLE["milestones"]]
    made = stories.sound(listed(EXAMPLE, *rows))
    assert "The Payer" in everything(made)


@pytest.mark.parametrize("fact", ["pilot.end", "funding.price", "parties.company.name", "milestones.report.amount"])
def test_a_final_is_refused_on_the_line_of_the_open_fact(fact: str) -> None:
    made = draft(listed(EXAMPLE, fact), is_final=True)
    refused = [each.address for each in made.findings if each.level == "error"]
    assert fact in refused


def test_sums_and_days_are_not_held_against_a_value_that_is_open() -> None:
    tree = changed(EXAMPLE, {"funding.price": "AUD 99,000", "pilot.end": "2026-01-01"})
    made = stories.sound(listed(tree, "funding.price", "pilot.end"))
    assert "99,000" not in everything(made)


def test_check_draft_and_batch_say_that_a_fact_is_given_and_open(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yml"
    spec.write_text(stories.as_yaml(listed(EXAMPLE, "pilot.end")), "utf-8")
    for command in (["check", spec], ["draft", spec, "--format", "txt", "-o", tmp_path / "out"]):
        came = came_of(*command)
        assert (came.code, "open-and-given" in came.err + came.out) == (0, True)
    base, table, out = tmp_path / "base.yml", tmp_path / "rows.csv", tmp_path / "batch"
    base.write_text(stories.as_yaml(EXAMPLE), "utf-8")
    table.write_text("key,open.0.fact\na,pilot.end\nb,pilot.start\n", "utf-8")
    came = came_of("batch", table, "--spec", base, "-o", out, "--format", "txt", "--document", "pilot-agreement")
    assert "pilot.end is given" in came.err + came.out
    texts = {path.name[0]: path.read_text("utf-8") for path in out.rglob("*.txt")}
    assert {name: "29 September 2027" in plain(text) for name, text in texts.items()} == {"a": False, "b": True}
