"""The data register says who may do what as the sentences do: a row for each right, typed from its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from pactwright.document import Table, words
from pactwright.drafting import Draft
from tests.ledger.papers import PLACE, Case, draft, item_text, packed, tree_for
from tests.stories import library, plain, tree_in

HERE = Path(__file__).parent
NOTHING = "\N{EN DASH}"


@cache
def cases() -> tuple[Case, ...]:
    return packed(tree_in(HERE / "rows.yml"))  # type: ignore[arg-type] # a list of rows


@cache
def paper(facts: tuple[str, ...], number: int) -> Draft:
    same = [each for each in cases() if (facts_of(each), each.paper) == (facts, number)]
    return draft(tree_for(same, tree_in(HERE / "facts.yml")))


def facts_of(case: Case) -> tuple[str, ...]:
    return tuple(case.said.get("with", ()))


def rights_in(made: Draft) -> Iterator[tuple[str, str, str, list[str]]]:
    """(data set, party, right, numbers of clauses) of each cell that the register of a paper has for rights."""
    register = next(each for each in made.agreement.schedules if each.id == "data-register")
    table = next(each for each in register.blocks if isinstance(each, Table) and each.columns[2].heading == "Collect")
    for row in table.rows:
        sets, party, *cells = (plain(words(each)) for each in row)
        for column, cell in zip(table.columns[2:], cells, strict=True):
            for name in sets.split("\n"):
                yield name, party, column.heading.lower(), [] if cell == NOTHING else cell.split(", ")


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.option} {case.said['set']} {case.said['item']}")
def test_the_register_says_what_the_sentence_says(case: Case) -> None:
    made, said = paper(facts_of(case), case.paper), case.said
    label, text = item_text(made, case.option, said["item"])
    assert said["says"] in text
    cells = list(rights_in(made))
    assert said["set"] in {name for name, *_ in cells}
    for right in said["may"]:
        who = [party for name, party, kind, at in cells if (name, kind) == (said["set"], right) and label in at]
        assert who == (said["who"] if said["who"] != "none" else []), right


def test_every_right_that_an_item_gives_has_a_row() -> None:
    typed = {
        (row.option, row.said["item"], right)
        for row in cases()
        for right in row.said["may"]
        if row.said["who"] != "none"
    }
    shared = {(option.rpartition("/")[0], item, right) for option, item, right in typed}
    for issue, options in library(PLACE).options.items():
        for name, option in options.items():
            for each in option.gives:
                for right in each.rights:
                    is_common = "/common.md:" in each.place
                    of, known = (issue, shared) if is_common else (f"{issue}/{name}", typed)
                    assert (of, each.item, right) in known
