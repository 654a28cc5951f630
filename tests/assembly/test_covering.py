"""Every two options that may stand together are drafted together, and no such paper shows a fault of the library."""

from __future__ import annotations

from collections import Counter

import pytest

from pactwright.drafting import Draft
from tests.assembly.planted import planted
from tests.covering import Pair, Row, are_apart, array, pairs_of
from tests.kinds_of_paper import every_option
from tests.stories import spec_tree

FAULTS = {
    *("answered-twice", "allocates", "empty-clause", "hard-to-read", "leftover-mark", "nobody-bound", "outline"),
    *("reference-to-absent", "repeated-sentence", "unanswered", "unbound", "undefined-term"),
}
"""The rules that speak of wording, and not of what a spec says."""


def faults(made: Draft) -> list[str]:
    """What forbids a paper, what is wrong with its wording, and each gap that nobody can fill."""
    told = [str(each) for each in made.findings if each.level == "error" or each.rule in FAULTS]
    return told + [f"nobody can fill {point.what}" for point in made.agreement.open_points if not point.owner]


def missing(rows: tuple[Row, ...]) -> list[list[str]]:
    """The pairs that no row prints, and that something could."""
    left: set[Pair] = pairs_of(every_option()).difference(*(pairs_of(row.printed) for row in rows))
    return sorted(sorted(pair) for pair in left if not are_apart(pair))


def test_no_paper_of_any_two_options_shows_a_fault() -> None:
    # A fact that an option begins to require needs an entry in FACTS of tests/solving.py; two facts that no project
    # has at once, one in CLASHES of tests/kinds_of_paper.py.
    found = [(fault, str(row)) for row in array() for fault in faults(row.paper.draft(row.chosen))]
    assert found == []


def test_every_two_options_stand_together_in_a_paper_or_are_proved_apart() -> None:
    assert missing(array()) == []


def test_a_pair_that_is_taken_out_is_named() -> None:
    times = Counter(pair for row in array() for pair in pairs_of(row.printed))
    row, pair = next((row, pair) for row in array() for pair in pairs_of(row.printed) if times[pair] == 1)
    rest = tuple(each for each in array() if each != row)
    assert sorted(pair) in missing(rest)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("funding/costs/each-own", "funding/payment/milestone"),  # nobody is paid, and somebody is
        ("formation/parties/mutual", "governance/decisions/one-vote"),  # two parties, and three
        ("data/control/city-owns", "data/partner-use/broad"),  # a need
        ("pilot/plan/event", "evaluation/gates/fast-fail"),  # a conflict
        ("governance/structure/single-lead", "disputes/resolution/board-final"),  # two needs of one issue
        ("formation/status/letter-of-intent", "liability/cap/low-fixed"),  # a memorandum alone, and an agreement alone
        ("formation/status/letter-of-intent", "ip/publication/free"),  # one clause makes the other bind nobody
    ],
)
def test_rules_and_facts_keep_two_options_apart(one: str, other: str) -> None:
    assert are_apart(frozenset((one, other)))


def test_what_one_need_leaves_open_is_not_apart() -> None:
    assert not are_apart(frozenset(("procurement/basis/pre-commercial", "governance/structure/lead-city")))


TWICE = "A party must not bring into the Project anything that it knows to infringe the rights of someone else."


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        (TWICE, "repeated-sentence"),
        ("A party must follow [[evaluation/gates]].", "reference-to-absent"),
    ],
)
def test_a_fault_that_only_a_neighbour_brings_out_is_found(said: str, rule: str) -> None:
    tree = spec_tree("startup-pilot")
    before, now = (faults(planted(f"1. {{#planted}} {words}", tree)) for words in ("Nothing is left.", said))
    assert not [each for each in before if rule in each]
    assert [each for each in now if rule in each]
