"""What stands across agreements, from their records, with every expected value typed by hand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest

from pactwright.across.gathering import across
from pactwright.across.model import Across, Cause, Named, Option, Other, Place, Sum, Unvalued

BASE = {"deal": {"liability/cap": "low-fixed", "liability/cap.amount": "AUD 1,000"}}
FACTS = {"money.currency": "AUD", "funding.price": "48,000", "jurisdiction": "au-nsw"}
ROWS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("a", "low-fixed", {}),
    ("b", "low-fixed", {"funding.price": "480,000.50"}),
    ("c", "low-fixed", {"jurisdiction": "us-ca", "money.currency": "USD"}),
    ("d", "own-loss", {"special_terms.0.duty": "Sweep the kerb"}),
    ("e", "low-fixed", {"funding.price": ""}),
)
PROBLEMS = (
    {"key": "f", "level": "error", "rule": "date", "address": "date", "seen": "31 February", "fix": "name a day"},
    {"key": "f", "level": "error", "rule": "option", "address": "x", "seen": '"lw"', "fix": "low"},
    {"key": "g", "level": "error", "rule": "option", "address": "x", "seen": '"hgh"', "fix": "high"},
    {"key": "b", "level": "warning", "rule": "limits", "address": "y", "seen": "less", "fix": "more"},
)


def lines(*rows: tuple[str, str, dict[str, str]]) -> Callable[[], Iterable[bytes]]:
    """Records of (key, cap, facts)."""
    said = [
        {"key": key, "document": "deal", "terms": {"liability/cap": cap}, "facts": facts} for key, cap, facts in rows
    ]
    return lambda: (json.dumps(each).encode() for each in said)


def alone(*keys: str) -> Named:
    """These agreements, and no more."""
    return Named(len(keys), keys, 0)


@pytest.fixture(name="found", scope="module")
def found_fixture() -> Across:
    """What stands across five agreements that are made and two that failed."""
    return across(lines(*ROWS), PROBLEMS, BASE, FACTS, ["funding.price"])


def test_agreements_are_counted_by_document_and_those_that_failed_once(found: Across) -> None:
    assert (found.made, found.failed, found.documents) == (5, 2, {"deal": 5})


def test_failures_stand_by_cause_the_most_frequent_first_and_warnings_are_none(found: Across) -> None:
    assert found.causes == (
        Cause("option", "x", '"lw"', "low", alone("f", "g")),
        Cause("date", "date", "31 February", "name a day", alone("f")),
    )


def test_each_option_has_its_count(found: Across) -> None:
    assert found.options == (
        Option("deal", "liability/cap", "low-fixed", 4),
        Option("deal", "liability/cap", "own-loss", 1),
    )


def test_the_matrix_names_who_departs_in_price_law_special_term_and_option(found: Across) -> None:
    told = {(each.document, each.address): each for each in found.places}
    assert told["", "jurisdiction"] == Place(
        "", "jurisdiction", "au-nsw", is_base=True, usual_count=4, others=(Other("us-ca", alone("c")),), is_own=False
    )
    assert told["", "special_terms.0.duty"].others == (Other("Sweep the kerb", alone("d")),)
    assert told["", "funding.price"].others == (Other("480,000.50", alone("b")), Other("", alone("e")))
    assert told["deal", "liability/cap"] == Place(
        "deal",
        "liability/cap",
        "low-fixed",
        is_base=True,
        usual_count=4,
        others=(Other("own-loss", alone("d")),),
        is_own=False,
    )


def test_money_is_added_up_by_currency_and_never_over_currencies(found: Across) -> None:
    """48,000 + 480,000.50 + 48,000 in one currency, 48,000 in the other, and one agreement without an amount."""
    assert found.sums == (Sum("funding.price", "576000.50", "AUD", 3), Sum("funding.price", "48000", "USD", 1))
    assert found.unvalued == (Unvalued("funding.price", alone("e")),)


def test_an_amount_without_a_currency_is_in_no_sum() -> None:
    found = across(lines(("a", "low-fixed", {})), (), {}, {"funding.price": "48,000"}, ["funding.price"])
    assert (found.sums, found.unvalued) == ((), (Unvalued("funding.price", alone("a")),))


def test_nil_is_an_amount() -> None:
    said = lines(("a", "low-fixed", {"funding.price": "nil"}), ("b", "low-fixed", {}))
    [told] = across(said, (), {}, FACTS, ["funding.price"]).sums
    assert (told.amount, told.count) == ("48000", 2)


def test_of_many_that_depart_twelve_are_named_and_the_others_counted() -> None:
    many: list[tuple[str, str, dict[str, str]]] = [
        (f"r{number:02}", "own-loss" if number < 20 else "low-fixed", {}) for number in range(40)
    ]
    [place] = across(lines(*many), (), BASE, FACTS, []).places
    assert place.others[0].agreements == Named(
        20, ("r00", "r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10", "r11"), 8
    )
