"""What nobody said is not known: it is neither nil nor guessed from something else."""

from __future__ import annotations

from typing import Any

import pytest

from pactwright.document import words
from pactwright.drafting import Draft
from tests import stories
from tests.stories import Tree, changed, draft, plain, spec_tree

AMOUNTS = {f"milestones.{key}.amount": None for key in spec_tree("startup-pilot")["milestones"]}


def asked(made: Draft) -> set[str]:
    """The addresses of everything that is open."""
    return {point.address for point in made.agreement.open_points}


def text(made: Draft) -> str:
    """Everything that the agreement says, line by line."""
    return plain("\n".join(words(each.runs) for each in made.agreement.paragraphs()))


def startup(changes: Tree) -> Draft:
    """The pilot agreement of the start-up with some changes."""
    return stories.sound(changed(spec_tree("startup-pilot"), changes))


NOTHING_PAID = {**AMOUNTS, "funding": None, "money.rate_rule": None}


def test_a_price_that_is_left_out_is_open_and_one_of_nil_is_said() -> None:
    assert "funding.price" in asked(startup(NOTHING_PAID))
    nil = startup({**NOTHING_PAID, "funding": {"price": "nil"}, "milestones": None})
    assert "funding.price" not in asked(nil)
    assert "No party owes another a price, a fee or a refund" in text(nil)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"funding.ceiling": None}, "funding.ceiling"),
        ({"funding.price": None}, "funding.price"),
        ({"money.tax": None}, "money.tax"),
        ({"risks.drift.owner": None}, "risks.drift.owner"),
    ],
)
def test_what_decides_whether_a_sentence_stands_is_asked_at_its_own_place(changes: Tree, field: str) -> None:
    assert field not in asked(startup({}))
    assert field in asked(startup(changes))


def test_a_currency_is_not_taken_from_the_place() -> None:
    made = startup({"money.currency": None, "funding.budget": "60000"})
    shown = next(each for each in made.agreement.key_terms if each.label == "Budget")
    assert plain(words(shown.runs)) == "[Currency: the Council to supply] 60,000"
    assert [each.address for each in made.agreement.open_points].count("money.currency") == 1


def test_an_amount_with_its_own_currency_and_one_of_nil_ask_for_none() -> None:
    tree: dict[str, Any] = spec_tree("street-demonstration")
    assert "money.currency" not in asked(draft(tree, "pilot-agreement"))
