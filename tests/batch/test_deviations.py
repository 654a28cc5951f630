"""The one contract in eighty-one that differs stands out, wherever it stands in the table."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pactwright.batch.deviations import Deviation, Other, deviations_of
from pactwright.batch.maker import departing, facts_in, terms_of
from pactwright.errors import InputError
from pactwright.facts import facts_of
from pactwright.library.bodies import around
from pactwright.selection import Selection, selected
from pactwright.service import SpecFile, read_tree
from tests.guard.form import places
from tests.guard.rows import FULL, Row, groups_of_form
from tests.stories import DOCUMENTS, NOWHERE, ROOT, changed, tree_in

PAID = tree_in(ROOT / "examples" / "startup-pilot" / "spec.yml")


def lines(*said: tuple[str, str, dict[str, str]]) -> Callable[[], Iterable[bytes]]:
    """Records of (key, document, terms)."""
    records = [json.dumps({"key": key, "document": document, "terms": terms}).encode() for key, document, terms in said]
    return lambda: iter(records)


def typed(*said: tuple[str, dict[str, str]]) -> Callable[[], Iterable[bytes]]:
    """Records of (key, facts), each with two documents."""
    records = [
        json.dumps({"key": key, "document": document, "terms": {}, "facts": facts}).encode()
        for key, facts in said
        for document in ("mou", "pilot-agreement")
    ]
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


def test_a_value_of_the_spec_that_one_row_has_stands_out_once_for_all_its_documents() -> None:
    said = typed(("a", {}), ("b", {"special_terms.0.duty": "Sweep"}), ("c", {}))
    assert deviations_of(said, {}, {"date": "2026-12-01"}) == (
        Deviation("", "special_terms.0.duty", "", is_base=False, others=(Other("Sweep", ("b",)),)),
    )


def test_a_value_that_one_row_takes_away_stands_out() -> None:
    [found] = deviations_of(typed(("a", {}), ("b", {"date": ""}), ("c", {})), {}, {"date": "2026-12-01"})
    assert (found.said, found.is_base, found.others) == ("2026-12-01", True, (Other("", ("b",)),))


def test_the_only_row_that_is_as_the_base_says_is_none_that_departs() -> None:
    said = typed(("a", {"date": "2027-01-01"}), ("b", {}), ("c", {"date": "2027-01-01"}))
    [found] = deviations_of(said, {}, {"date": "2026-12-01"})
    assert found.others == (Other("2027-01-01", ("a", "c")),)


def test_nothing_to_pay_is_said_as_in_the_paper() -> None:
    _, usual = said_by(PAID)
    _, other = said_by(changed(PAID, {"procurement.options_value": "nil"}))
    assert departing(other, usual) == {"procurement.options_value": "nil"}
    assert other["pilot.on_behalf"] == "no"


def test_without_a_base_what_most_rows_leave_out_is_the_rule() -> None:
    [found] = deviations_of(typed(("a", {}), ("b", {"version": "2"}), ("c", {})), {})
    assert (found.said, found.others) == ("", (Other("2", ("b",)),))


def test_what_each_row_has_of_its_own_is_told_as_such() -> None:
    said = typed(*((key, {"project.title": key}) for key in "abc"))
    [found] = deviations_of(said, {}, {"project.title": "Base"})
    assert (found.is_own, found.others) == (True, ())


def test_three_camps_and_one_row_of_four_are_told_row_by_row() -> None:
    camps = typed(*((f"r{number}", {"version": str(number % 3)}) for number in range(9)))
    pair = typed(("a", {"version": "1"}), ("b", {"version": "1"}), ("c", {"version": "2"}), ("d", {"version": "3"}))
    assert [[each.is_own for each in deviations_of(said, {})] for said in (camps, pair)] == [[False], [False]]


def test_two_rows_that_differ_are_told_row_by_row() -> None:
    [found] = deviations_of(typed(("a", {"version": "1"}), ("b", {"version": "2"})), {})
    assert not found.is_own


def test_a_clause_of_another_version_stands_out() -> None:
    def record(key: str, version: str) -> bytes:
        clauses = [["liability/cap", "low-fixed", version]]
        return json.dumps({"key": key, "document": "mou", "terms": {}, "clauses": clauses}).encode()

    records = [record("a", "1"), record("b", "1"), record("c", "2")]
    [found] = deviations_of(lambda: iter(records), {})
    assert (found.address, found.others) == ("liability/cap/low-fixed", (Other("version 2", ("c",)),))


# ----------------------------------------------------------------------------------- every address of the form

EIGHT = tuple(f"r{number}" for number in range(8))
ODD = "r5"


@cache
def base() -> tuple[dict[str, dict[str, str]], dict[str, str]]:
    """What the project that says something everywhere says: terms by document, and facts."""
    return said_by(FULL)


def said_by(tree: Any) -> tuple[dict[str, dict[str, str]], dict[str, str]]:  # noqa: ANN401 - a tree of text
    """The terms of each document of a spec, and its facts, as a batch writes them down."""
    source = read_tree(Path("spec.yml"), tree, NOWHERE)
    terms = {document: terms_of(chosen(source, document)) for document in DOCUMENTS}
    return terms, facts_in(source.spec, {address: text for each in terms.values() for address, text in each.items()})


def chosen(source: SpecFile, document: str) -> Selection:
    """What a document's draft chooses; nothing is assembled, of which this test reads nothing."""
    facts = facts_of(source.spec, around(source.library, source.spec, document))
    return selected(source.library, document, facts, source.choices, source.spec.model or "")


def records_with(row: Row) -> Iterator[bytes]:
    """The records of eight rows, of which the sixth has the changed spec."""
    (usual, facts), (changed, others) = base(), said_by(row.tree)
    for key in EIGHT:
        terms, own = (changed, departing(others, facts)) if key == ODD else (usual, {})
        for document in DOCUMENTS:
            yield json.dumps({"key": key, "document": document, "terms": terms[document], "facts": own}).encode()


def leaves(tree: Any, at: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a tree of text
    """Each text of a tree under its address."""
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in below:
        yield from leaves(value, f"{at}.{key}" if at else str(key))
    if isinstance(tree, str):
        yield at, tree


def changed_rows() -> list[Row]:
    """For each place of the form, the spec with another value there, or, of a group, without it."""
    rows = [row for group in groups_of_form(FULL) for row in group if row.holds]
    wanted = {"another value", "taken away", "the last entry taken away"}
    return [row for row in rows if any(does in wanted for _, does in row.holds)]


IN_NO_DOCUMENT = ("choices.liability/cap.reason", "choices.liability/cap.private")
"""A reason, and what a side keeps to itself, print in no document."""


def test_each_address_of_the_form_that_one_row_in_eight_changes_is_found_and_nothing_else() -> None:
    tried, wrong = set[str](), list[str]()
    for row in changed_rows():
        try:
            records = list(records_with(row))
        except InputError:
            continue  # no spec: its row fails, and is told as a problem
        changed = tuple(address for address, _ in set(leaves(FULL)) ^ set(leaves(row.tree)))
        found = deviations_of(lambda records=records: iter(records), *base())  # type: ignore[misc] # of this row
        typed = [each.address for each in found if not each.document]
        if any(each.others and {key for other in each.others for key in other.keys} != {ODD} for each in found):
            wrong.append(f"{row.name}: other rows than the one")
        if not found and not row.name.startswith(IN_NO_DOCUMENT):
            wrong.append(f"{row.name}: nothing")
        if strange := set(typed) - set(changed):
            wrong.append(f"{row.name}: {strange}")
        tried |= {place for place, _ in row.holds}
    assert wrong == [], "\n".join(wrong)
    assert len(tried) > 0.8 * len(places())
