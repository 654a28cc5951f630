"""The one contract in eighty-one that differs stands out, wherever it stands in the table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from pactwright.batch.deviations import Deviation, Other, deviations_of


def lines(*said: tuple[str, str, dict[str, str]]) -> Callable[[], Iterable[bytes]]:
    """Records of (key, document, terms)."""
    records = [json.dumps({"key": key, "document": document, "terms": terms}).encode() for key, document, terms in said]
    return lambda: iter(records)


def test_one_row_in_eighty_one_stands_out_without_a_base() -> None:
    said = [(f"r{number}", "mou", {"liability/cap": "low-fixed"}) for number in range(81)]
    said[44] = ("r44", "mou", {"liability/cap": "own-loss"})
    assert deviations_of(lines(*said), {}) == (
        Deviation("mou", "liability/cap", "low-fixed", is_base=False, others=(Other("own-loss", ("r44",)),)),
    )


def test_what_the_base_says_counts_even_when_most_rows_say_another_thing() -> None:
    said = [("a", "mou", {"x/y.n": "2"}), ("b", "mou", {"x/y.n": "2"}), ("c", "mou", {"x/y.n": "1"})]
    [found] = deviations_of(lines(*said), {"mou": {"x/y.n": "1"}})
    assert (found.said, found.is_base, found.others) == ("1", True, (Other("2", ("a", "b")),))


def test_the_rarest_value_comes_first_and_equally_rare_ones_in_the_order_of_the_table() -> None:
    values = ["9", "1", "2", "2", "3", "1", "4", "1", "1"]
    said = [(f"r{number}", "mou", {"x/y.n": value}) for number, value in enumerate(values)]
    [found] = deviations_of(lines(*said), {})
    assert [(other.value, len(other.keys)) for other in found.others] == [("9", 1), ("3", 1), ("4", 1), ("2", 2)]


def test_rows_that_agree_depart_in_nothing() -> None:
    assert deviations_of(lines(("a", "mou", {"x/y": "z"}), ("b", "mou", {"x/y": "z"})), {"mou": {"x/y": "z"}}) == ()


def test_documents_are_held_against_their_own_kind() -> None:
    said = [(key, document, {"x/y": option}) for key in "ab" for document, option in (("mou", "none"), ("deal", "z"))]
    assert deviations_of(lines(*said), {}) == ()


def test_several_forms_of_one_document_count_once() -> None:
    said = [(key, "mou", {"x/y": option}) for key, option in (("a", "z"), ("b", "q"), ("b", "q"), ("c", "z"))]
    [found] = deviations_of(lines(*said), {})
    assert found.others == (Other("q", ("b",)),)


def test_a_parameter_of_an_option_that_only_some_took_departs_from_nothing() -> None:
    """The option itself departs; its parameters have nothing to be held against."""
    said = [("a", "mou", {"x/y": "p"}), ("b", "mou", {"x/y": "q", "x/y.n": "1"}), ("c", "mou", {"x/y": "p"})]
    assert [each.address for each in deviations_of(lines(*said), {"mou": {"x/y": "p"}})] == ["x/y"]
