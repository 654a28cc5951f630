"""The ledger is fair to both sides: it mirrors, it does not look at the order of parties, and every entry counts."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace

import pytest

from pactwright.ledger import Bearing, Row
from pactwright.library.model import EVERY_OTHER, Allocation, Library
from tests.ledger.papers import PLACE, STORY, cases, draft, ledger
from tests.stories import DOCUMENTS, ROOT, Tree, changed, library, names, plain, sound, spec_tree, tree_in

OTHER_SIDE = {"city": "partner", "partner": "city"}
OTHER_PARTY = {"city": "maker", "maker": "city"}
WHO = {"the Council": "the Sensor Company", "the Sensor Company": "the Council"}


def rows_of(tree: Tree, known: Library | None = None) -> tuple[Row, ...]:
    return ledger(draft(tree, known)).rows


def with_entries(known: Library, changes: dict[str, tuple[Allocation, ...]]) -> Library:
    """The library with other entries for some options."""
    options = {
        issue: {
            name: replace(each, allocates=changes.get(f"{issue}/{name}", each.allocates))
            for name, each in found.items()
        }
        for issue, found in known.options.items()
    }
    return replace(known, options=options, read=repr(changes))


def entries() -> Iterator[tuple[str, Allocation]]:
    """Every entry of the library that has to have a row, with its option."""
    for issue, options in library(PLACE).options.items():
        for name, option in options.items():
            yield from ((f"{issue}/{name}", each) for each in option.allocates)


def mirrored(known: Library) -> Library:
    """The library with each entry for the other side."""
    swapped = {
        f"{issue}/{name}": tuple(
            replace(one, to=OTHER_SIDE.get(one.to, one.to), whose=OTHER_SIDE.get(one.whose, one.whose))
            for one in each.allocates
        )
        for issue, found in known.options.items()
        for name, each in found.items()
    }
    return with_entries(known, swapped)


def swapped_register(tree: Tree) -> Tree:
    """The spec with the owners, shares and receivers of its rows changed round."""
    risks = {f"risks.{name}.owner": OTHER_PARTY.get(row["owner"], row["owner"]) for name, row in tree["risks"].items()}
    shares = {"risks.weather.shares": {"city": "65", "maker": "35"}}
    return changed(tree, {**risks, **shares, "rewards.0.party": "city", "rewards.0.giver": "maker"})


def seen(bearing: Bearing) -> tuple[object, ...]:
    """What of a bearing turns on who bears it."""
    who = "" if bearing.to in OTHER_PARTY or bearing.to in OTHER_SIDE else bearing.who
    shares = {(each.party, each.percent, each.in_money) for each in bearing.shares}
    limits = {(each.who, each.said, each.in_money) for each in bearing.limits}
    return bearing.to, who, bearing.place, bearing.item, frozenset(shares), frozenset(limits), bearing.trigger


def mirror(bearing: Bearing) -> Bearing:
    """The bearing with the sides and the parties changed round."""
    # "city" is both a side and a party of this story: of a row of the spec it is the party.
    is_row = "/" not in bearing.source
    to = (OTHER_PARTY if is_row else OTHER_SIDE).get(bearing.to, bearing.to)
    shares = tuple(
        replace(each, party=OTHER_PARTY[each.party], who=WHO[each.who]) for each in bearing.shares if each.party
    )
    return replace(
        bearing, to=to, shares=shares, limits=tuple(replace(each, who=WHO.get(each.who, "")) for each in bearing.limits)
    )


def test_swapping_the_sides_mirrors_the_ledger() -> None:
    tree = changed(spec_tree(STORY), {"choices.liability/cap": {"option": "one-sided", "reason": "It is small."}})
    here, there = rows_of(tree), rows_of(swapped_register(tree), mirrored(library(PLACE)))
    for one, other in zip(here, there, strict=True):
        assert [seen(mirror(each)) for each in one.bearings] == [seen(each) for each in other.bearings], one.id
    assert any(each.to in OTHER_SIDE for row in here for each in row.bearings)


def test_the_order_of_the_parties_changes_nothing() -> None:
    tree = spec_tree(STORY)
    turned = {**tree, "parties": dict(reversed(tree["parties"].items()))}
    for one, other in zip(rows_of(tree), rows_of(turned), strict=True):
        assert [seen(each) for each in one.bearings] == [seen(each) for each in other.bearings], one.id


def test_a_party_that_bears_nothing_changes_no_answer_and_no_amount() -> None:
    tree = spec_tree(STORY)
    watcher = {"name": "Example Residents Inc", "side": "independent", "kind": "non-profit", "called": "the Residents"}
    more = changed(tree, {"parties.residents": {**watcher, "roles": ["observer"], "signs": "yes"}})
    for one, other in zip(rows_of(tree), rows_of(more), strict=True):
        kept = [(each.to, each.item, each.manner, each.limits, each.trigger) for each in one.bearings]
        assert kept == [(each.to, each.item, each.manner, each.limits, each.trigger) for each in other.bearings], one.id
        if "equal" not in {each.percent for bearing in one.bearings for each in bearing.shares}:
            assert [each.shares for each in one.bearings] == [each.shares for each in other.bearings]


def test_every_entry_of_the_library_has_a_row_so_that_turning_it_breaks_one() -> None:
    said = {(case.option, case.under or case.said["of"], case.said["who"], case.said.get("item")) for case in cases()}
    limited = {(case.option, case.said.get("item")) for case in cases() if case.said.keys() & {"cap", "caps"}}
    for name, each in entries():
        assert each.item
        if each.id == EVERY_OTHER:
            assert (name, each.to, each.item) in {(one[0], *one[2:]) for one in said}
        else:
            assert (name, f"{each.kind} {each.id}", each.to, each.item) in said
        assert not each.cap or (name, each.item) in limited


@pytest.mark.parametrize(
    ("change", "row"),
    [
        ({"to": "partner"}, ("partner", "AUD 50,000")),
        ({"cap": ""}, ("at-fault", "")),
        ({"cap": "data_low"}, ("at-fault", "AUD 150,000")),
    ],
)
def test_turning_an_entry_or_dropping_its_cap_changes_its_row(change: dict[str, str], row: tuple[str, str]) -> None:
    known, name = library(PLACE), "liability/cap/low-fixed"
    old = known.options["liability/cap"]["low-fixed"].allocates
    turned = tuple(replace(each, **change) if each.item == "cap" else each for each in old)  # type: ignore[arg-type]
    tree = changed(spec_tree(STORY), {"choices.liability/cap": "low-fixed"})
    rows = rows_of(tree, with_entries(known, {name: turned}))
    [found] = [each for one in rows if one.id == "data-privacy" for each in one.bearings if each.source == name]
    assert (found.to, "".join(each.said for each in found.limits).replace("\N{NO-BREAK SPACE}", " ")) == row


def test_two_bearers_and_none_are_told() -> None:
    known = library(PLACE)
    turned = tuple(
        replace(each, to="city") if each.id == "cost-overrun" else each
        for each in known.options["roles/contributions"]["paid"].allocates
    )
    without = {"risk/allocation/best-placed": (), "roles/contributions/paid": turned}
    made = draft(spec_tree(STORY), with_entries(known, without))
    told = {each.rule: each for each in made.findings if each.rule in {"nobody-bears", "two-bearers"}}
    assert told["two-bearers"].level == "warning"
    assert told["two-bearers"].seen.startswith("cost-overrun: goes to the Sensor Company (")
    assert (told["two-bearers"].address, told["two-bearers"].fix) == (
        "choices.roles/contributions",
        "choose another option of roles/contributions or of funding/costs",
    )
    nobody = {each.seen: each for each in made.findings if each.rule == "nobody-bears" and each.level == "warning"}
    law = nobody["change-in-law: no clause says who bears it (a change in law makes it dearer or impossible)"]
    assert (law.address, law.fix) == (
        "choices.risk/allocation",
        "choose risk/allocation: city-default or partner-default",
    )
    assert ledger(made).counts["two"] == 2  # the risk, and the bad day that falls under it
    assert ledger(made).counts["nobody"] >= len(nobody)


def test_no_paper_of_a_story_has_a_hole_or_two_bearers() -> None:
    told = (each for name in names() for kind in DOCUMENTS for each in sound(spec_tree(name), kind).findings)
    assert [str(each) for each in told if each.rule in {"nobody-bears", "two-bearers"}] == []


def test_a_sum_at_which_a_party_may_stop_is_no_answer_to_who_bears_an_overrun() -> None:
    """Because whoever may leave at a sum still does not know whose cost it was."""
    no_answer: dict[str, tuple[Allocation, ...]] = {"roles/contributions/paid": (), "funding/costs/staged-price": ()}
    for without, hole, items in (
        (no_answer, "", ["unlisted", "stop-loss"]),
        ({**no_answer, "risk/allocation/best-placed": ()}, "nobody", ["stop-loss"]),
    ):
        made = draft(spec_tree(STORY), with_entries(library(PLACE), without))
        row = next(each for each in ledger(made).rows if (each.group, each.id) == ("risk", "cost-overrun"))
        assert (row.hole, [each.item for each in row.bearings]) == (hole, items)


def test_where_all_bear_every_risk_together_a_listed_one_falls_under_its_kind() -> None:
    """The register of examples/flood-watch names no party, and its clause on risk gives no risk to one."""
    rows = {row.id: row for row in rows_of(copy.deepcopy(tree_in(ROOT / "examples" / "flood-watch" / "spec.yml")))}
    [panels] = rows["old-panels"].bearings
    assert (panels.to, panels.item, rows["old-panels"].under) == ("shared", "share", "risk cost-overrun")
    assert [(each.who, plain(each.said)) for each in panels.limits] == [("the Company", "USD 24,000")]
    assert [each.to for each in rows["driver"].bearings] == ["at-fault"]
    assert [each.item for each in rows["lost"].bearings] == ["shared"]


def test_a_shared_risk_shows_its_own_shares_and_the_limit_of_all_shared_losses() -> None:
    theft = {"event": "sensors are stolen", "owner": "shared", "shares": {"city": "80", "maker": "20"}}
    more = changed(spec_tree(STORY), {"risks.theft": {**theft, "unit": "a sensor", "unit_value": "AUD 500"}})
    rows = {row.id: row.bearings[0] for row in rows_of(more) if row.bearings}
    assert [(each.party, plain(each.in_money)) for each in rows["theft"].shares] == [
        ("city", "AUD 400"),
        ("maker", "AUD 100"),
    ]
    assert [plain(each.said) for each in rows["theft"].limits] == ["AUD 2,000"]
    assert (rows["equipment-loss"].to, rows["equipment-loss"].shares) == ("shared", ())


def test_a_memorandum_gives_no_reward_by_a_sentence_that_only_forbids() -> None:
    rows = {row.id: row for row in sound(spec_tree(STORY), "mou").ledger.rows}
    assert rows["reference"].bearings == ()


def test_two_costs_of_one_day_are_told_both_and_are_no_two_answers() -> None:
    made = draft(tree_in(ROOT / "examples" / "street-lighting" / "spec.yml"))
    day = next(row for row in made.ledger.rows if row.id == "city-cancels")
    said = [(each.source, [plain(one.said) for one in each.limits], len(each.shares)) for each in day.bearings]
    assert said[-1] == ("reward/avoided-cost/even", [], 2)  # half of the open capital each
    assert said[0][0].startswith("term/exit/")
    assert said[0][1] == ["AUD 20,000"]  # proven costs
    assert (day.hole, day.under) == ("", "")
    assert [each for each in made.findings if each.rule == "two-bearers"] == []
